/** Replication: the structures and value lists. */
import {
  element,
  flatList,
  integer,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'
import { StorageClass, Tag } from './shared.js'

/** Whether delete markers are replicated. */
export const DeleteMarkerReplicationStatus = ['Enabled', 'Disabled'] as const
export type DeleteMarkerReplicationStatus = OneOf<typeof DeleteMarkerReplicationStatus>

/** Whether objects older than the rule are to be replicated. */
export const ExistingObjectReplicationStatus = ['Enabled', 'Disabled'] as const
export type ExistingObjectReplicationStatus = OneOf<typeof ExistingObjectReplicationStatus>

/** Whether replication metrics are published. */
export const MetricsStatus = ['Enabled', 'Disabled'] as const
export type MetricsStatus = OneOf<typeof MetricsStatus>

/** Who owns the replicas; `Destination` is the only choice. */
export const OwnerOverride = ['Destination'] as const
export type OwnerOverride = OneOf<typeof OwnerOverride>

/** Whether changes made on replicas are replicated. */
export const ReplicaModificationsStatus = ['Enabled', 'Disabled'] as const
export type ReplicaModificationsStatus = OneOf<typeof ReplicaModificationsStatus>

/** Whether a replication rule takes effect (`Enabled`) or is merely kept (`Disabled`). */
export const ReplicationRuleStatus = ['Enabled', 'Disabled'] as const
export type ReplicationRuleStatus = OneOf<typeof ReplicationRuleStatus>

/** Whether the replication time objective applies. */
export const ReplicationTimeStatus = ['Enabled', 'Disabled'] as const
export type ReplicationTimeStatus = OneOf<typeof ReplicationTimeStatus>

/** Whether SSE-KMS objects are replicated. */
export const SseKmsEncryptedObjectsStatus = ['Enabled', 'Disabled'] as const
export type SseKmsEncryptedObjectsStatus = OneOf<typeof SseKmsEncryptedObjectsStatus>

const accessControlTranslationMembers = () => ({
  /** Always `Destination`: replicas belong to the account that owns the target bucket. */
  Owner: required(element(oneOf<OwnerOverride>(OwnerOverride))),
})
/** Changes the owner of replicas in a cross-account rule. */
export interface AccessControlTranslation
  extends RequiredOf<typeof accessControlTranslationMembers>, OptionalOf<typeof accessControlTranslationMembers> {}
export const AccessControlTranslation: Structure<AccessControlTranslation> = {
  kind: 'structure',
  members: accessControlTranslationMembers,
}

const deleteMarkerReplicationMembers = () => ({
  /**
   * `Enabled` copies delete markers, except those made by lifecycle rules; deletions of a given version are never replicated.
   */
  Status: element(oneOf<DeleteMarkerReplicationStatus>(DeleteMarkerReplicationStatus)),
})
/** Whether a simple delete in the source bucket also puts a delete marker in the target bucket. */
export interface DeleteMarkerReplication
  extends RequiredOf<typeof deleteMarkerReplicationMembers>, OptionalOf<typeof deleteMarkerReplicationMembers> {}
export const DeleteMarkerReplication: Structure<DeleteMarkerReplication> = {
  kind: 'structure',
  members: deleteMarkerReplicationMembers,
}

const destinationMembers = () => ({
  /** ARN of the target bucket, such as `arn:aws:s3:::name`; a bare bucket name is not accepted. */
  Bucket: required(element(string)),
  /** Account id (12 digits) of the target bucket's owner; required with `AccessControlTranslation`. */
  Account: element(string),
  /** Storage class of the replicas; by default that of the source object. */
  StorageClass: element(oneOf<StorageClass>(StorageClass)),
  /** Hands ownership of the replicas to the owner of the target bucket; otherwise the source owner keeps it. */
  AccessControlTranslation: element(AccessControlTranslation),
  /** KMS key for the replicas; required once `SseKmsEncryptedObjects` is enabled. */
  EncryptionConfiguration: element(EncryptionConfiguration),
  /** Turns on replication with a time objective of 15 minutes; `Metrics` must be set along with it. */
  ReplicationTime: element(ReplicationTime),
  /** Turns on replication metrics and events for this rule. */
  Metrics: element(Metrics),
})
/** Target bucket of a replication rule, with the storage class, owner and encryption of the replicas. */
export interface Destination extends RequiredOf<typeof destinationMembers>, OptionalOf<typeof destinationMembers> {}
export const Destination: Structure<Destination> = { kind: 'structure', members: destinationMembers }

const encryptionConfigurationMembers = () => ({
  /** ARN of a symmetric KMS key, or of its alias, in the Region of the target bucket. */
  ReplicaKmsKeyID: element(string),
})
/** How replicas are encrypted in the target bucket. */
export interface EncryptionConfiguration
  extends RequiredOf<typeof encryptionConfigurationMembers>, OptionalOf<typeof encryptionConfigurationMembers> {}
export const EncryptionConfiguration: Structure<EncryptionConfiguration> = {
  kind: 'structure',
  members: encryptionConfigurationMembers,
}

const existingObjectReplicationMembers = () => ({
  /** `Enabled` asks for older objects to be replicated too; AWS no longer supports it. */
  Status: required(element(oneOf<ExistingObjectReplicationStatus>(ExistingObjectReplicationStatus))),
})
/** Former switch for replicating objects that existed before the rule; superseded by Batch Replication. */
export interface ExistingObjectReplication
  extends RequiredOf<typeof existingObjectReplicationMembers>, OptionalOf<typeof existingObjectReplicationMembers> {}
export const ExistingObjectReplication: Structure<ExistingObjectReplication> = {
  kind: 'structure',
  members: existingObjectReplicationMembers,
}

const metricsMembers = () => ({
  /** `Enabled` publishes pending bytes, pending operations and latency of the rule to CloudWatch. */
  Status: required(element(oneOf<MetricsStatus>(MetricsStatus))),
  /** Delay after which a missed-threshold event is sent for an object; 15 minutes, required with `ReplicationTime`. */
  EventThreshold: element(ReplicationTimeValue),
})
/** Replication metrics of a rule and the delay at which events are sent. */
export interface Metrics extends RequiredOf<typeof metricsMembers>, OptionalOf<typeof metricsMembers> {}
export const Metrics: Structure<Metrics> = { kind: 'structure', members: metricsMembers }

const replicaModificationsMembers = () => ({
  /** `Enabled` replicates changes to tags, ACLs and lock settings that were made on a replica. */
  Status: required(element(oneOf<ReplicaModificationsStatus>(ReplicaModificationsStatus))),
})
/** Switch for replicating metadata changes that are made on a replica; off by default. */
export interface ReplicaModifications
  extends RequiredOf<typeof replicaModificationsMembers>, OptionalOf<typeof replicaModificationsMembers> {}
export const ReplicaModifications: Structure<ReplicaModifications> = {
  kind: 'structure',
  members: replicaModificationsMembers,
}

const replicationConfigurationMembers = () => ({
  /** ARN of the IAM role that S3 assumes to read the source objects and write the replicas. */
  Role: required(element(string)),
  /** From 1 to 1,000 rules; the list replaces the stored one as a whole. */
  Rules: required(element(flatList(ReplicationRule), 'Rule')),
})
/** The IAM role and the rules by which new objects of a bucket are copied to other buckets. */
export interface ReplicationConfiguration
  extends RequiredOf<typeof replicationConfigurationMembers>, OptionalOf<typeof replicationConfigurationMembers> {}
export const ReplicationConfiguration: Structure<ReplicationConfiguration> = {
  kind: 'structure',
  members: replicationConfigurationMembers,
}

const replicationRuleMembers = () => ({
  /** Unique name of the rule within the bucket, at most 255 characters; the service generates one if it is absent. */
  ID: element(string),
  /**
   * Settles conflicts between rules for the same destination bucket: the larger number wins; expected whenever `Filter` is used.
   */
  Priority: element(integer),
  /**
   * Key prefix of the older rule format, at most 1,024 characters; new rules use `Filter` instead.
   * @deprecated
   */
  Prefix: element(string),
  /**
   * Selects objects by prefix and tags; its presence marks the current rule format, which also needs `DeleteMarkerReplication`.
   */
  Filter: element(ReplicationRuleFilter),
  /** `Enabled` applies the rule; `Disabled` keeps it stored without effect. */
  Status: required(element(oneOf<ReplicationRuleStatus>(ReplicationRuleStatus))),
  /** Opts in to objects skipped by default: those under SSE-KMS and changes made to replicas. */
  SourceSelectionCriteria: element(SourceSelectionCriteria),
  /** Meant for objects older than the rule; AWS no longer honours it and offers Batch Replication instead. */
  ExistingObjectReplication: element(ExistingObjectReplication),
  /** Target bucket of the rule and the properties given to the replicas. */
  Destination: required(element(Destination)),
  /** Whether delete markers are copied as well; must be `Disabled` in a rule that filters by tag. */
  DeleteMarkerReplication: element(DeleteMarkerReplication),
})
/** Which objects to replicate, where to, and with which properties. */
export interface ReplicationRule
  extends RequiredOf<typeof replicationRuleMembers>, OptionalOf<typeof replicationRuleMembers> {}
export const ReplicationRule: Structure<ReplicationRule> = { kind: 'structure', members: replicationRuleMembers }

const replicationRuleAndOperatorMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry every one of these tags; their keys must differ. */
  Tags: element(flatList(Tag), 'Tag'),
})
/** Conditions joined by a logical AND. */
export interface ReplicationRuleAndOperator
  extends RequiredOf<typeof replicationRuleAndOperatorMembers>, OptionalOf<typeof replicationRuleAndOperatorMembers> {}
export const ReplicationRuleAndOperator: Structure<ReplicationRuleAndOperator> = {
  kind: 'structure',
  members: replicationRuleAndOperatorMembers,
}

const replicationRuleFilterMembers = () => ({
  /** Keys must start with this text; the empty string selects every key. */
  Prefix: element(string),
  /** Objects must carry this tag, key and value alike. */
  Tag: element(Tag),
  /** Several conditions that must all hold: a prefix with tags, or two or more tags. */
  And: element(ReplicationRuleAndOperator),
})
/** Selects objects by exactly one of `Prefix`, `Tag` or `And`; an empty filter selects all of them. */
export interface ReplicationRuleFilter
  extends RequiredOf<typeof replicationRuleFilterMembers>, OptionalOf<typeof replicationRuleFilterMembers> {}
export const ReplicationRuleFilter: Structure<ReplicationRuleFilter> = {
  kind: 'structure',
  members: replicationRuleFilterMembers,
}

const replicationTimeMembers = () => ({
  /** `Enabled` applies the time objective and its extra charge; `Disabled` replicates without one. */
  Status: required(element(oneOf<ReplicationTimeStatus>(ReplicationTimeStatus))),
  /** The time objective, which is 15 minutes. */
  Time: required(element(ReplicationTimeValue)),
})
/** Time objective of a replication rule (S3 Replication Time Control). */
export interface ReplicationTime
  extends RequiredOf<typeof replicationTimeMembers>, OptionalOf<typeof replicationTimeMembers> {}
export const ReplicationTime: Structure<ReplicationTime> = { kind: 'structure', members: replicationTimeMembers }

const replicationTimeValueMembers = () => ({
  /** Whole minutes; 15 is the only accepted value. */
  Minutes: element(integer),
})
/** A duration in minutes. */
export interface ReplicationTimeValue
  extends RequiredOf<typeof replicationTimeValueMembers>, OptionalOf<typeof replicationTimeValueMembers> {}
export const ReplicationTimeValue: Structure<ReplicationTimeValue> = {
  kind: 'structure',
  members: replicationTimeValueMembers,
}

const sourceSelectionCriteriaMembers = () => ({
  /** Includes objects encrypted with SSE-KMS; the destination then needs `EncryptionConfiguration`. */
  SseKmsEncryptedObjects: element(SseKmsEncryptedObjects),
  /** Sends metadata changes made on replicas back, as two-way replication needs; only valid together with `Filter`. */
  ReplicaModifications: element(ReplicaModifications),
})
/** Extends a rule to kinds of objects and changes that replication otherwise leaves out. */
export interface SourceSelectionCriteria
  extends RequiredOf<typeof sourceSelectionCriteriaMembers>, OptionalOf<typeof sourceSelectionCriteriaMembers> {}
export const SourceSelectionCriteria: Structure<SourceSelectionCriteria> = {
  kind: 'structure',
  members: sourceSelectionCriteriaMembers,
}

const sseKmsEncryptedObjectsMembers = () => ({
  /** `Enabled` replicates objects encrypted with SSE-KMS; otherwise they are skipped. */
  Status: required(element(oneOf<SseKmsEncryptedObjectsStatus>(SseKmsEncryptedObjectsStatus))),
})
/** Switch for replicating objects stored under a KMS key. */
export interface SseKmsEncryptedObjects
  extends RequiredOf<typeof sseKmsEncryptedObjectsMembers>, OptionalOf<typeof sseKmsEncryptedObjectsMembers> {}
export const SseKmsEncryptedObjects: Structure<SseKmsEncryptedObjects> = {
  kind: 'structure',
  members: sseKmsEncryptedObjectsMembers,
}
