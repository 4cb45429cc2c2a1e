/** Object lock, retention and legal hold: the structures and value lists. */
import {
  element,
  integer,
  isoTimestamp,
  oneOf,
  type OneOf,
  type OptionalOf,
  type RequiredOf,
  type Structure,
} from '../schema/index.js'
import { ObjectLockLegalHoldStatus } from './shared.js'

/** `Enabled`, the only value: a bucket without Object Lock has no such element. */
export const ObjectLockEnabled = ['Enabled'] as const
export type ObjectLockEnabled = OneOf<typeof ObjectLockEnabled>

/**
 * `GOVERNANCE` yields to users with the bypass permission; `COMPLIANCE` holds for everybody, the root user included.
 */
export const ObjectLockRetentionMode = ['GOVERNANCE', 'COMPLIANCE'] as const
export type ObjectLockRetentionMode = OneOf<typeof ObjectLockRetentionMode>

const defaultRetentionMembers = () => ({
  /** `GOVERNANCE` can be bypassed with a special permission; `COMPLIANCE` cannot be bypassed by anyone. */
  Mode: element(oneOf<ObjectLockRetentionMode>(ObjectLockRetentionMode)),
  /** Period in days, from 1 to 36,500, counted from the creation of the version; excludes `Years`. */
  Days: element(integer),
  /** Period in years, from 1 to 100, counted from the creation of the version; excludes `Days`. */
  Years: element(integer),
})
/** A mode with a period in either days or years, never both. */
export interface DefaultRetention
  extends RequiredOf<typeof defaultRetentionMembers>, OptionalOf<typeof defaultRetentionMembers> {}
export const DefaultRetention: Structure<DefaultRetention> = { kind: 'structure', members: defaultRetentionMembers }

const objectLockConfigurationMembers = () => ({
  /** `Enabled` on a bucket with Object Lock, which cannot be turned off again. */
  ObjectLockEnabled: element(oneOf<ObjectLockEnabled>(ObjectLockEnabled)),
  /** Default retention for new versions; leaving it out when writing clears the default. */
  Rule: element(ObjectLockRule),
})
/** Object Lock state of a bucket and its default retention. */
export interface ObjectLockConfiguration
  extends RequiredOf<typeof objectLockConfigurationMembers>, OptionalOf<typeof objectLockConfigurationMembers> {}
export const ObjectLockConfiguration: Structure<ObjectLockConfiguration> = {
  kind: 'structure',
  members: objectLockConfigurationMembers,
}

const objectLockLegalHoldMembers = () => ({
  /** `ON` prevents deletion of the version until it is set to `OFF`. */
  Status: element(oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus)),
})
/** Legal hold of an object version, independent of its retention and without an end date. */
export interface ObjectLockLegalHold
  extends RequiredOf<typeof objectLockLegalHoldMembers>, OptionalOf<typeof objectLockLegalHoldMembers> {}
export const ObjectLockLegalHold: Structure<ObjectLockLegalHold> = {
  kind: 'structure',
  members: objectLockLegalHoldMembers,
}

const objectLockRetentionMembers = () => ({
  /** `GOVERNANCE` can be shortened or removed with `BypassGovernanceRetention`; `COMPLIANCE` can only be extended. */
  Mode: element(oneOf<ObjectLockRetentionMode>(ObjectLockRetentionMode)),
  /** Instant at which protection ends, sent as an ISO 8601 time in UTC; it must lie in the future when written. */
  RetainUntilDate: element(isoTimestamp),
})
/** Retention of one object version: a mode and the date until which it cannot be deleted. */
export interface ObjectLockRetention
  extends RequiredOf<typeof objectLockRetentionMembers>, OptionalOf<typeof objectLockRetentionMembers> {}
export const ObjectLockRetention: Structure<ObjectLockRetention> = {
  kind: 'structure',
  members: objectLockRetentionMembers,
}

const objectLockRuleMembers = () => ({
  /** Mode and period given to new versions that bring no retention of their own. */
  DefaultRetention: element(DefaultRetention),
})
/** Holder of the default retention of a bucket. */
export interface ObjectLockRule
  extends RequiredOf<typeof objectLockRuleMembers>, OptionalOf<typeof objectLockRuleMembers> {}
export const ObjectLockRule: Structure<ObjectLockRule> = { kind: 'structure', members: objectLockRuleMembers }
