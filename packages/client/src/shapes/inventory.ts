/** Inventories: the structures and value lists. */
import {
  boolean,
  element,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  secret,
  string,
  type Structure,
} from '../schema/index.js'

/** File formats of inventory reports. */
export const InventoryFormat = ['CSV', 'ORC', 'Parquet'] as const
export type InventoryFormat = OneOf<typeof InventoryFormat>

/** Intervals of inventory reports. */
export const InventoryFrequency = ['Daily', 'Weekly'] as const
export type InventoryFrequency = OneOf<typeof InventoryFrequency>

/** `All` versions of each object, or only the `Current` one. */
export const InventoryIncludedObjectVersions = ['All', 'Current'] as const
export type InventoryIncludedObjectVersions = OneOf<typeof InventoryIncludedObjectVersions>

/** Columns that can be added to an inventory report. */
export const InventoryOptionalField = [
  'Size',
  'LastModifiedDate',
  'StorageClass',
  'ETag',
  'IsMultipartUploaded',
  'ReplicationStatus',
  'EncryptionStatus',
  'ObjectLockRetainUntilDate',
  'ObjectLockMode',
  'ObjectLockLegalHoldStatus',
  'IntelligentTieringAccessTier',
  'BucketKeyStatus',
  'ChecksumAlgorithm',
  'ObjectAccessControlList',
  'ObjectOwner',
  'LifecycleExpirationDate',
] as const
export type InventoryOptionalField = OneOf<typeof InventoryOptionalField>

const inventoryConfigurationMembers = () => ({
  /** Where and in which format the report is delivered. */
  Destination: required(element(InventoryDestination)),
  /** `true` produces reports; `false` keeps the definition and stops them. */
  IsEnabled: required(element(boolean)),
  /** Limits the report to some keys; if absent, it covers the whole bucket. */
  Filter: element(InventoryFilter),
  /** Name of the report, unique within the bucket; must equal the `Id` of the request. */
  Id: required(element(string)),
  /** `All` lists every version and adds version columns; `Current` lists only the latest ones. */
  IncludedObjectVersions: required(element(oneOf<InventoryIncludedObjectVersions>(InventoryIncludedObjectVersions))),
  /** Extra columns beyond bucket and key; none if absent. */
  OptionalFields: element(list(oneOf<InventoryOptionalField>(InventoryOptionalField), 'Field')),
  /** How often a report is produced. */
  Schedule: required(element(InventorySchedule)),
})
/** A recurring report that lists the objects of a bucket with chosen properties. */
export interface InventoryConfiguration
  extends RequiredOf<typeof inventoryConfigurationMembers>, OptionalOf<typeof inventoryConfigurationMembers> {}
export const InventoryConfiguration: Structure<InventoryConfiguration> = {
  kind: 'structure',
  members: inventoryConfigurationMembers,
}

const inventoryDestinationMembers = () => ({
  /** The bucket that receives the reports, the only kind of target. */
  S3BucketDestination: required(element(InventoryS3BucketDestination)),
})
/** Target of inventory reports. */
export interface InventoryDestination
  extends RequiredOf<typeof inventoryDestinationMembers>, OptionalOf<typeof inventoryDestinationMembers> {}
export const InventoryDestination: Structure<InventoryDestination> = {
  kind: 'structure',
  members: inventoryDestinationMembers,
}

const inventoryEncryptionMembers = () => ({
  /** An empty object selects keys managed by S3; the XML element is named `SSE-S3`. */
  SSES3: element(SSES3, 'SSE-S3'),
  /** Selects a KMS key; the XML element is named `SSE-KMS`. */
  SSEKMS: element(SSEKMS, 'SSE-KMS'),
})
/** Encryption of inventory report files: set either `SSES3` or `SSEKMS`. */
export interface InventoryEncryption
  extends RequiredOf<typeof inventoryEncryptionMembers>, OptionalOf<typeof inventoryEncryptionMembers> {}
export const InventoryEncryption: Structure<InventoryEncryption> = {
  kind: 'structure',
  members: inventoryEncryptionMembers,
}

const inventoryFilterMembers = () => ({
  /** Only keys that start with this text are listed. */
  Prefix: required(element(string)),
})
/** Limits an inventory report by key. */
export interface InventoryFilter
  extends RequiredOf<typeof inventoryFilterMembers>, OptionalOf<typeof inventoryFilterMembers> {}
export const InventoryFilter: Structure<InventoryFilter> = { kind: 'structure', members: inventoryFilterMembers }

const inventoryS3BucketDestinationMembers = () => ({
  /** Account id (12 digits) expected to own the target bucket; if absent, the owner is not checked before export. */
  AccountId: element(string),
  /** ARN of the target bucket, such as `arn:aws:s3:::name`, in the same Region as the source. */
  Bucket: required(element(string)),
  /** File format of the report: gzipped `CSV`, `ORC` or `Parquet`. */
  Format: required(element(oneOf<InventoryFormat>(InventoryFormat))),
  /** Put in front of the keys of all report files. */
  Prefix: element(string),
  /** Encryption of the report files; if absent, the target bucket's default applies. */
  Encryption: element(InventoryEncryption),
})
/** Bucket, prefix, format and encryption of inventory reports. */
export interface InventoryS3BucketDestination
  extends
    RequiredOf<typeof inventoryS3BucketDestinationMembers>,
    OptionalOf<typeof inventoryS3BucketDestinationMembers> {}
export const InventoryS3BucketDestination: Structure<InventoryS3BucketDestination> = {
  kind: 'structure',
  members: inventoryS3BucketDestinationMembers,
}

const inventoryScheduleMembers = () => ({
  /** `Daily` or `Weekly` (on Sundays, UTC); the first report can take up to 48 hours. */
  Frequency: required(element(oneOf<InventoryFrequency>(InventoryFrequency))),
})
/** How often an inventory report is produced. */
export interface InventorySchedule
  extends RequiredOf<typeof inventoryScheduleMembers>, OptionalOf<typeof inventoryScheduleMembers> {}
export const InventorySchedule: Structure<InventorySchedule> = { kind: 'structure', members: inventoryScheduleMembers }

const sSEKMSMembers = () => ({
  /** ARN of the symmetric KMS key that encrypts the report files; its policy must let S3 use it. */
  KeyId: required(element(secret)),
})
/** Encryption with a KMS key. */
export interface SSEKMS extends RequiredOf<typeof sSEKMSMembers>, OptionalOf<typeof sSEKMSMembers> {}
export const SSEKMS: Structure<SSEKMS> = { kind: 'structure', members: sSEKMSMembers }

const sSES3Members = () => ({})
/** Encryption with keys managed by S3; an empty object, as there is nothing to set. */
export interface SSES3 extends RequiredOf<typeof sSES3Members>, OptionalOf<typeof sSES3Members> {}
export const SSES3: Structure<SSES3> = { kind: 'structure', members: sSES3Members }
