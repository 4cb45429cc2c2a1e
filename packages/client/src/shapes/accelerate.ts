/** Transfer acceleration: the structures and value lists. */
import { element, oneOf, type OneOf, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'

/** Transfer acceleration states: `Enabled` or `Suspended`. */
export const BucketAccelerateStatus = ['Enabled', 'Suspended'] as const
export type BucketAccelerateStatus = OneOf<typeof BucketAccelerateStatus>

const accelerateConfigurationMembers = () => ({
  /** `Enabled` lets clients use the accelerate endpoint; `Suspended` switches it off for the bucket. */
  Status: element(oneOf<BucketAccelerateStatus>(BucketAccelerateStatus)),
})
/** Transfer acceleration setting of a bucket. */
export interface AccelerateConfiguration
  extends RequiredOf<typeof accelerateConfigurationMembers>, OptionalOf<typeof accelerateConfigurationMembers> {}
export const AccelerateConfiguration: Structure<AccelerateConfiguration> = {
  kind: 'structure',
  members: accelerateConfigurationMembers,
}
