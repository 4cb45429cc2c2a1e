/** Versioning of a bucket: the structures and value lists. */
import { element, oneOf, type OneOf, type OptionalOf, type RequiredOf, type Structure } from '../schema/index.js'

/** Versioning states: `Enabled` keeps every version; `Suspended` writes new objects as version `null`. */
export const BucketVersioningStatus = ['Enabled', 'Suspended'] as const
export type BucketVersioningStatus = OneOf<typeof BucketVersioningStatus>

/** MFA delete settings that can be requested: `Enabled` or `Disabled`. */
export const MFADelete = ['Enabled', 'Disabled'] as const
export type MFADelete = OneOf<typeof MFADelete>

/** MFA delete states as reported: `Enabled` or `Disabled`. */
export const MFADeleteStatus = ['Enabled', 'Disabled'] as const
export type MFADeleteStatus = OneOf<typeof MFADeleteStatus>

const versioningConfigurationMembers = () => ({
  /** With `Enabled`, deleting a version or changing the versioning state needs an MFA code; root user only. */
  MFADelete: element(oneOf<MFADelete>(MFADelete), 'MfaDelete'),
  /** `Enabled` gives each write a new version ID; `Suspended` keeps old versions but adds no new ones. */
  Status: element(oneOf<BucketVersioningStatus>(BucketVersioningStatus)),
})
/** Versioning and MFA delete settings to apply to a bucket. */
export interface VersioningConfiguration
  extends RequiredOf<typeof versioningConfigurationMembers>, OptionalOf<typeof versioningConfigurationMembers> {}
export const VersioningConfiguration: Structure<VersioningConfiguration> = {
  kind: 'structure',
  members: versioningConfigurationMembers,
}
