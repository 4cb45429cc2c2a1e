/** Ownership of objects: the structures and value lists. */
import {
  element,
  flatList,
  oneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  type Structure,
} from '../schema/index.js'
import { ObjectOwnership } from './shared.js'

const ownershipControlsMembers = () => ({
  /** Ownership rules; exactly one is expected. */
  Rules: required(element(flatList(OwnershipControlsRule), 'Rule')),
})
/** Container of the bucket's object ownership rule. */
export interface OwnershipControls
  extends RequiredOf<typeof ownershipControlsMembers>, OptionalOf<typeof ownershipControlsMembers> {}
export const OwnershipControls: Structure<OwnershipControls> = { kind: 'structure', members: ownershipControlsMembers }

const ownershipControlsRuleMembers = () => ({
  /** Ownership mode; new buckets start as `BucketOwnerEnforced`, where ACLs have no effect. */
  ObjectOwnership: required(element(oneOf<ObjectOwnership>(ObjectOwnership))),
})
/** Decides who owns the objects that other accounts upload to the bucket. */
export interface OwnershipControlsRule
  extends RequiredOf<typeof ownershipControlsRuleMembers>, OptionalOf<typeof ownershipControlsRuleMembers> {}
export const OwnershipControlsRule: Structure<OwnershipControlsRule> = {
  kind: 'structure',
  members: ownershipControlsRuleMembers,
}
