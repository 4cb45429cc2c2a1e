/** Access control lists: the structures and value lists. */
import { element, list, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'
import { Grant, Owner } from './shared.js'

const accessControlPolicyMembers = () => ({
  /** All grants that apply after the call, at most 100; any existing grant left out is removed. */
  Grants: element(list(Grant, 'Grant'), 'AccessControlList'),
  /** Owner of the bucket or object; it must match the real owner, as an ACL cannot transfer ownership. */
  Owner: element(Owner),
})
/** A complete access control list: who owns the bucket or object and who is granted what. */
export interface AccessControlPolicy
  extends RequiredOf<typeof accessControlPolicyMembers>, OptionalOf<typeof accessControlPolicyMembers> {}
export const AccessControlPolicy: Structure<AccessControlPolicy> = {
  kind: 'structure',
  members: accessControlPolicyMembers,
}
