/** Lifecycle rules: the structures and value lists. */
import {
  boolean,
  element,
  flatList,
  integer,
  isoTimestamp,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'
import { Tag } from './shared.js'

/** Whether a lifecycle rule is applied: `Enabled` or `Disabled`. */
export const ExpirationStatus = ['Enabled', 'Disabled'] as const
export type ExpirationStatus = OneOf<typeof ExpirationStatus>

/**
 * `all_storage_classes_128K` (default) moves no object under 128 KB; `varies_by_storage_class` lets them into the Glacier archives.
 */
export const TransitionDefaultMinimumObjectSize = ['varies_by_storage_class', 'all_storage_classes_128K'] as const
export type TransitionDefaultMinimumObjectSize = OneOf<typeof TransitionDefaultMinimumObjectSize>

/** Storage classes a lifecycle rule can move objects to. */
export const TransitionStorageClass = [
  'GLACIER',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'DEEP_ARCHIVE',
  'GLACIER_IR',
] as const
export type TransitionStorageClass = OneOf<typeof TransitionStorageClass>

const abortIncompleteMultipartUploadMembers = () => ({
  /** Days from the start of an upload until it is aborted, if not completed. */
  DaysAfterInitiation: element(integer),
})
/** Aborts multipart uploads left unfinished and frees the storage of their parts. */
export interface AbortIncompleteMultipartUpload
  extends
    RequiredOf<typeof abortIncompleteMultipartUploadMembers>,
    OptionalOf<typeof abortIncompleteMultipartUploadMembers> {}
export const AbortIncompleteMultipartUpload: Structure<AbortIncompleteMultipartUpload> = {
  kind: 'structure',
  members: abortIncompleteMultipartUploadMembers,
}

const bucketLifecycleConfigurationMembers = () => ({
  /** All rules of the bucket, at most 1,000; existing rules left out are removed. */
  Rules: required(element(flatList(LifecycleRule), 'Rule')),
})
/** Container of a bucket's lifecycle rules. */
export interface BucketLifecycleConfiguration
  extends
    RequiredOf<typeof bucketLifecycleConfigurationMembers>,
    OptionalOf<typeof bucketLifecycleConfigurationMembers> {}
export const BucketLifecycleConfiguration: Structure<BucketLifecycleConfiguration> = {
  kind: 'structure',
  members: bucketLifecycleConfigurationMembers,
}

const lifecycleConfigurationMembers = () => ({
  /** All rules of the bucket, at most 1,000. */
  Rules: required(element(flatList(Rule), 'Rule')),
})
/** Container of lifecycle rules in the old form. */
export interface LifecycleConfiguration
  extends RequiredOf<typeof lifecycleConfigurationMembers>, OptionalOf<typeof lifecycleConfigurationMembers> {}
export const LifecycleConfiguration: Structure<LifecycleConfiguration> = {
  kind: 'structure',
  members: lifecycleConfigurationMembers,
}

const lifecycleExpirationMembers = () => ({
  /** Date from which all matching objects expire; must be midnight UTC. */
  Date: element(isoTimestamp),
  /** Age in days after creation at which an object expires; a positive integer. */
  Days: element(integer),
  /** If true, removes delete markers with no versions left behind them; excludes `Days` and `Date`. */
  ExpiredObjectDeleteMarker: element(boolean),
})
/** When current versions expire; set exactly one of its members. */
export interface LifecycleExpiration
  extends RequiredOf<typeof lifecycleExpirationMembers>, OptionalOf<typeof lifecycleExpirationMembers> {}
export const LifecycleExpiration: Structure<LifecycleExpiration> = {
  kind: 'structure',
  members: lifecycleExpirationMembers,
}

const lifecycleRuleMembers = () => ({
  /** When current versions expire; in a versioned bucket this adds a delete marker instead of deleting data. */
  Expiration: element(LifecycleExpiration),
  /** Unique name of the rule, at most 255 characters; generated if omitted. */
  ID: element(string),
  /**
   * Deprecated: use `Filter`; key prefix of the objects the rule covers.
   * @deprecated
   */
  Prefix: element(string),
  /** Selects the objects the rule covers; an empty filter covers all, and `Prefix` must then be absent. */
  Filter: element(LifecycleRuleFilter),
  /** With `Disabled` the rule is kept but not applied. */
  Status: required(element(oneOf<ExpirationStatus>(ExpirationStatus))),
  /** Moves of current versions to other storage classes, each at its own age or date. */
  Transitions: element(flatList(Transition), 'Transition'),
  /** Moves of noncurrent versions to other storage classes, each after its own delay. */
  NoncurrentVersionTransitions: element(flatList(NoncurrentVersionTransition), 'NoncurrentVersionTransition'),
  /** When noncurrent versions are permanently deleted. */
  NoncurrentVersionExpiration: element(NoncurrentVersionExpiration),
  /** How long uploads may stay unfinished; not allowed in a rule that filters by tag or object size. */
  AbortIncompleteMultipartUpload: element(AbortIncompleteMultipartUpload),
})
/** A lifecycle rule: a selection of objects and what happens to them over time. */
export interface LifecycleRule
  extends RequiredOf<typeof lifecycleRuleMembers>, OptionalOf<typeof lifecycleRuleMembers> {}
export const LifecycleRule: Structure<LifecycleRule> = { kind: 'structure', members: lifecycleRuleMembers }

const lifecycleRuleAndOperatorMembers = () => ({
  /** Key prefix the object must start with. */
  Prefix: element(string),
  /** Tags the object must all carry; further tags do not matter. */
  Tags: element(flatList(Tag), 'Tag'),
  /** Size in bytes the object must exceed. */
  ObjectSizeGreaterThan: element(integer),
  /** Size in bytes the object must stay below; must be above `ObjectSizeGreaterThan` if both are set. */
  ObjectSizeLessThan: element(integer),
})
/** Combines criteria; an object matches only if it meets every one that is set. */
export interface LifecycleRuleAndOperator
  extends RequiredOf<typeof lifecycleRuleAndOperatorMembers>, OptionalOf<typeof lifecycleRuleAndOperatorMembers> {}
export const LifecycleRuleAndOperator: Structure<LifecycleRuleAndOperator> = {
  kind: 'structure',
  members: lifecycleRuleAndOperatorMembers,
}

const lifecycleRuleFilterMembers = () => ({
  /** Key prefix the object must start with. */
  Prefix: element(string),
  /** Tag the object must carry, with both key and value equal. */
  Tag: element(Tag),
  /** Size in bytes the object must exceed; an object of exactly this size does not match. */
  ObjectSizeGreaterThan: element(integer),
  /** Size in bytes the object must stay below; an object of exactly this size does not match. */
  ObjectSizeLessThan: element(integer),
  /** Two or more criteria that must all hold. */
  And: element(LifecycleRuleAndOperator),
})
/** Selects objects by a single criterion; set at most one member and use `And` to combine several. */
export interface LifecycleRuleFilter
  extends RequiredOf<typeof lifecycleRuleFilterMembers>, OptionalOf<typeof lifecycleRuleFilterMembers> {}
export const LifecycleRuleFilter: Structure<LifecycleRuleFilter> = {
  kind: 'structure',
  members: lifecycleRuleFilterMembers,
}

const noncurrentVersionExpirationMembers = () => ({
  /** Days a version must have been noncurrent before it is deleted; a positive integer. */
  NoncurrentDays: element(integer),
  /** Number of newest noncurrent versions to retain, 1 to 100; needs a `Filter` in the rule. */
  NewerNoncurrentVersions: element(integer),
})
/** Permanently deletes versions that are no longer current. */
export interface NoncurrentVersionExpiration
  extends
    RequiredOf<typeof noncurrentVersionExpirationMembers>,
    OptionalOf<typeof noncurrentVersionExpirationMembers> {}
export const NoncurrentVersionExpiration: Structure<NoncurrentVersionExpiration> = {
  kind: 'structure',
  members: noncurrentVersionExpirationMembers,
}

const noncurrentVersionTransitionMembers = () => ({
  /** Days a version must have been noncurrent before it moves. */
  NoncurrentDays: element(integer),
  /** Storage class the noncurrent versions move to. */
  StorageClass: element(oneOf<TransitionStorageClass>(TransitionStorageClass)),
  /** Number of newest noncurrent versions exempt from the move, 1 to 100; needs a `Filter` in the rule. */
  NewerNoncurrentVersions: element(integer),
})
/** Moves versions that are no longer current to another storage class. */
export interface NoncurrentVersionTransition
  extends
    RequiredOf<typeof noncurrentVersionTransitionMembers>,
    OptionalOf<typeof noncurrentVersionTransitionMembers> {}
export const NoncurrentVersionTransition: Structure<NoncurrentVersionTransition> = {
  kind: 'structure',
  members: noncurrentVersionTransitionMembers,
}

const ruleMembers = () => ({
  /** When current object versions expire. */
  Expiration: element(LifecycleExpiration),
  /** Unique name of the rule, at most 255 characters; generated if omitted. */
  ID: element(string),
  /** Key prefix of the objects the rule covers; an empty string covers the whole bucket. */
  Prefix: required(element(string)),
  /** With `Disabled` the rule is kept but not applied. */
  Status: required(element(oneOf<ExpirationStatus>(ExpirationStatus))),
  /** When current object versions move to another storage class; the old form allows one step. */
  Transition: element(Transition),
  /** When noncurrent versions move to another storage class. */
  NoncurrentVersionTransition: element(NoncurrentVersionTransition),
  /** When noncurrent versions are permanently deleted. */
  NoncurrentVersionExpiration: element(NoncurrentVersionExpiration),
  /** How long a multipart upload may stay unfinished before its parts are discarded. */
  AbortIncompleteMultipartUpload: element(AbortIncompleteMultipartUpload),
})
/** A lifecycle rule in the old form, selecting objects by key prefix only. */
export interface Rule extends RequiredOf<typeof ruleMembers>, OptionalOf<typeof ruleMembers> {}
export const Rule: Structure<Rule> = { kind: 'structure', members: ruleMembers }

const transitionMembers = () => ({
  /** Date from which matching objects move; must be midnight UTC and excludes `Days`. */
  Date: element(isoTimestamp),
  /** Age in days after creation at which an object moves, 0 or more; at least 30 for the `_IA` classes. */
  Days: element(integer),
  /** Storage class the objects move to. */
  StorageClass: element(oneOf<TransitionStorageClass>(TransitionStorageClass)),
})
/** Moves objects to another storage class at a given age or date. */
export interface Transition extends RequiredOf<typeof transitionMembers>, OptionalOf<typeof transitionMembers> {}
export const Transition: Structure<Transition> = { kind: 'structure', members: transitionMembers }
