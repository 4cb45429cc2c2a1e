/** Attribute-based access control: the structures and value lists. */
import { element, oneOf, type OneOf, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'

/** Whether bucket tags count in access decisions. */
export const BucketAbacStatus = ['Enabled', 'Disabled'] as const
export type BucketAbacStatus = OneOf<typeof BucketAbacStatus>

const abacStatusMembers = () => ({
  /** `Enabled` lets bucket tags decide on access; with `Disabled` they serve cost allocation only. */
  Status: element(oneOf<BucketAbacStatus>(BucketAbacStatus)),
})
/** Whether a bucket takes part in attribute-based access control. */
export interface AbacStatus extends RequiredOf<typeof abacStatusMembers>, OptionalOf<typeof abacStatusMembers> {}
export const AbacStatus: Structure<AbacStatus> = { kind: 'structure', members: abacStatusMembers }
