/** Metadata tables: the structures and value lists. */
import {
  element,
  integer,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'

/** Whether the annotation table is on. */
export const AnnotationConfigurationState = ['ENABLED', 'DISABLED'] as const
export type AnnotationConfigurationState = OneOf<typeof AnnotationConfigurationState>

/** Whether journal table records expire. */
export const ExpirationState = ['ENABLED', 'DISABLED'] as const
export type ExpirationState = OneOf<typeof ExpirationState>

/** Whether the inventory table is on. */
export const InventoryConfigurationState = ['ENABLED', 'DISABLED'] as const
export type InventoryConfigurationState = OneOf<typeof InventoryConfigurationState>

/** Who manages the table bucket: `aws` or the `customer`. */
export const S3TablesBucketType = ['aws', 'customer'] as const
export type S3TablesBucketType = OneOf<typeof S3TablesBucketType>

/** Encryption algorithms for metadata tables: `AES256` is SSE-S3, `aws:kms` is SSE-KMS. */
export const TableSseAlgorithm = ['aws:kms', 'AES256'] as const
export type TableSseAlgorithm = OneOf<typeof TableSseAlgorithm>

const annotationTableConfigurationMembers = () => ({
  /** `ENABLED` creates and fills the table; `DISABLED` does without. */
  ConfigurationState: required(element(oneOf<AnnotationConfigurationState>(AnnotationConfigurationState))),
  /** Encryption of the annotation table. */
  EncryptionConfiguration: element(MetadataTableEncryptionConfiguration),
  /** ARN of the IAM role with which S3 Metadata reads the annotations; the caller needs `iam:PassRole` for it. */
  Role: element(string),
})
/** Settings of the Iceberg table that holds the annotations of a bucket's objects. */
export interface AnnotationTableConfiguration
  extends
    RequiredOf<typeof annotationTableConfigurationMembers>,
    OptionalOf<typeof annotationTableConfigurationMembers> {}
export const AnnotationTableConfiguration: Structure<AnnotationTableConfiguration> = {
  kind: 'structure',
  members: annotationTableConfigurationMembers,
}

const annotationTableConfigurationResultMembers = () => ({
  /** Whether the table is wanted: `ENABLED` or `DISABLED`. */
  ConfigurationState: required(element(oneOf<AnnotationConfigurationState>(AnnotationConfigurationState))),
  /** `CREATING`, then `BACKFILLING`, then `ACTIVE`; `FAILED` comes with `Error`. */
  TableStatus: element(string),
  /** Why the table failed; absent while all is well. */
  Error: element(ErrorDetails),
  /** Name of the annotation table within its namespace. */
  TableName: element(string),
  /** ARN of the annotation table, for policies and queries. */
  TableArn: element(string),
  /** ARN of the IAM role with which S3 Metadata reads the annotations. */
  Role: element(string),
})
/** The annotation table as it stands. */
export interface AnnotationTableConfigurationResult
  extends
    RequiredOf<typeof annotationTableConfigurationResultMembers>,
    OptionalOf<typeof annotationTableConfigurationResultMembers> {}
export const AnnotationTableConfigurationResult: Structure<AnnotationTableConfigurationResult> = {
  kind: 'structure',
  members: annotationTableConfigurationResultMembers,
}

const annotationTableConfigurationUpdatesMembers = () => ({
  /** `ENABLED` turns the table on, `DISABLED` turns it off. */
  ConfigurationState: required(element(oneOf<AnnotationConfigurationState>(AnnotationConfigurationState))),
  /** Encryption of the annotation table. */
  EncryptionConfiguration: element(MetadataTableEncryptionConfiguration),
  /** ARN of the IAM role to use from now on; the caller needs `iam:PassRole` for it. */
  Role: element(string),
})
/** Changes to apply to the annotation table of a bucket. */
export interface AnnotationTableConfigurationUpdates
  extends
    RequiredOf<typeof annotationTableConfigurationUpdatesMembers>,
    OptionalOf<typeof annotationTableConfigurationUpdatesMembers> {}
export const AnnotationTableConfigurationUpdates: Structure<AnnotationTableConfigurationUpdates> = {
  kind: 'structure',
  members: annotationTableConfigurationUpdatesMembers,
}

const destinationResultMembers = () => ({
  /** `aws` for a table bucket managed by AWS (version 2), `customer` for your own (version 1). */
  TableBucketType: element(oneOf<S3TablesBucketType>(S3TablesBucketType)),
  /** ARN of the table bucket that holds the tables. */
  TableBucketArn: element(string),
  /** Namespace of the tables inside the table bucket. */
  TableNamespace: element(string),
})
/** Where the metadata tables of a bucket are kept. */
export interface DestinationResult
  extends RequiredOf<typeof destinationResultMembers>, OptionalOf<typeof destinationResultMembers> {}
export const DestinationResult: Structure<DestinationResult> = { kind: 'structure', members: destinationResultMembers }

const errorDetailsMembers = () => ({
  /** Machine-readable cause, such as `AccessDeniedCreatingResources`. */
  ErrorCode: element(string),
  /** Explanation for people; not meant to be parsed. */
  ErrorMessage: element(string),
})
/** Why a metadata table could not be created or written. */
export interface ErrorDetails extends RequiredOf<typeof errorDetailsMembers>, OptionalOf<typeof errorDetailsMembers> {}
export const ErrorDetails: Structure<ErrorDetails> = { kind: 'structure', members: errorDetailsMembers }

const getBucketMetadataConfigurationResultMembers = () => ({
  /** The tables of the bucket and where they are kept. */
  MetadataConfigurationResult: required(element(MetadataConfigurationResult)),
})
/** Response body of `GetBucketMetadataConfiguration`. */
export interface GetBucketMetadataConfigurationResult
  extends
    RequiredOf<typeof getBucketMetadataConfigurationResultMembers>,
    OptionalOf<typeof getBucketMetadataConfigurationResultMembers> {}
export const GetBucketMetadataConfigurationResult: Structure<GetBucketMetadataConfigurationResult> = {
  kind: 'structure',
  members: getBucketMetadataConfigurationResultMembers,
}

const getBucketMetadataTableConfigurationResultMembers = () => ({
  /** The version 1 configuration and its table. */
  MetadataTableConfigurationResult: required(element(MetadataTableConfigurationResult)),
  /** `CREATING` at first, `ACTIVE` while records arrive, `FAILED` if creation or delivery fails, as told in `Error`. */
  Status: required(element(string)),
  /** Why the table failed after the request itself was accepted; absent while all is well. */
  Error: element(ErrorDetails),
})
/** Response body of `GetBucketMetadataTableConfiguration`. */
export interface GetBucketMetadataTableConfigurationResult
  extends
    RequiredOf<typeof getBucketMetadataTableConfigurationResultMembers>,
    OptionalOf<typeof getBucketMetadataTableConfigurationResultMembers> {}
export const GetBucketMetadataTableConfigurationResult: Structure<GetBucketMetadataTableConfigurationResult> = {
  kind: 'structure',
  members: getBucketMetadataTableConfigurationResultMembers,
}

const inventoryTableConfigurationMembers = () => ({
  /** `ENABLED` creates the table and fills it from the existing objects; `DISABLED` does without. */
  ConfigurationState: required(element(oneOf<InventoryConfigurationState>(InventoryConfigurationState))),
  /** Encryption of the inventory table. */
  EncryptionConfiguration: element(MetadataTableEncryptionConfiguration),
})
/** Settings of the table that lists all objects of a bucket. */
export interface InventoryTableConfiguration
  extends
    RequiredOf<typeof inventoryTableConfigurationMembers>,
    OptionalOf<typeof inventoryTableConfigurationMembers> {}
export const InventoryTableConfiguration: Structure<InventoryTableConfiguration> = {
  kind: 'structure',
  members: inventoryTableConfigurationMembers,
}

const inventoryTableConfigurationResultMembers = () => ({
  /** Whether the table is wanted: `ENABLED` or `DISABLED`. */
  ConfigurationState: required(element(oneOf<InventoryConfigurationState>(InventoryConfigurationState))),
  /** `CREATING`, then `BACKFILLING` for up to hours, then `ACTIVE`; `FAILED` comes with `Error`. */
  TableStatus: element(string),
  /** Why the table failed; absent while all is well. */
  Error: element(ErrorDetails),
  /** Name of the inventory table within its namespace. */
  TableName: element(string),
  /** ARN of the inventory table, for policies and queries. */
  TableArn: element(string),
})
/** The inventory table as it stands. */
export interface InventoryTableConfigurationResult
  extends
    RequiredOf<typeof inventoryTableConfigurationResultMembers>,
    OptionalOf<typeof inventoryTableConfigurationResultMembers> {}
export const InventoryTableConfigurationResult: Structure<InventoryTableConfigurationResult> = {
  kind: 'structure',
  members: inventoryTableConfigurationResultMembers,
}

const inventoryTableConfigurationUpdatesMembers = () => ({
  /** `ENABLED` turns the table on and starts a backfill, `DISABLED` turns it off. */
  ConfigurationState: required(element(oneOf<InventoryConfigurationState>(InventoryConfigurationState))),
  /** Encryption of the inventory table. */
  EncryptionConfiguration: element(MetadataTableEncryptionConfiguration),
})
/** Changes to apply to the inventory table of a bucket. */
export interface InventoryTableConfigurationUpdates
  extends
    RequiredOf<typeof inventoryTableConfigurationUpdatesMembers>,
    OptionalOf<typeof inventoryTableConfigurationUpdatesMembers> {}
export const InventoryTableConfigurationUpdates: Structure<InventoryTableConfigurationUpdates> = {
  kind: 'structure',
  members: inventoryTableConfigurationUpdatesMembers,
}

const journalTableConfigurationMembers = () => ({
  /** Whether and when journal records are dropped. */
  RecordExpiration: required(element(RecordExpiration)),
  /** Encryption of the journal table. */
  EncryptionConfiguration: element(MetadataTableEncryptionConfiguration),
})
/** Settings of the table that logs changes to the objects of a bucket. */
export interface JournalTableConfiguration
  extends RequiredOf<typeof journalTableConfigurationMembers>, OptionalOf<typeof journalTableConfigurationMembers> {}
export const JournalTableConfiguration: Structure<JournalTableConfiguration> = {
  kind: 'structure',
  members: journalTableConfigurationMembers,
}

const journalTableConfigurationResultMembers = () => ({
  /** `CREATING` at first, `ACTIVE` while records arrive, `FAILED` if creation or delivery fails, as told in `Error`. */
  TableStatus: required(element(string)),
  /** Why the table failed; absent while all is well. */
  Error: element(ErrorDetails),
  /** Name of the journal table within its namespace. */
  TableName: required(element(string)),
  /** ARN of the journal table, for policies and queries. */
  TableArn: element(string),
  /** Whether and when journal records are dropped. */
  RecordExpiration: required(element(RecordExpiration)),
})
/** The journal table as it stands. */
export interface JournalTableConfigurationResult
  extends
    RequiredOf<typeof journalTableConfigurationResultMembers>,
    OptionalOf<typeof journalTableConfigurationResultMembers> {}
export const JournalTableConfigurationResult: Structure<JournalTableConfigurationResult> = {
  kind: 'structure',
  members: journalTableConfigurationResultMembers,
}

const journalTableConfigurationUpdatesMembers = () => ({
  /** Whether and when journal records are dropped from now on. */
  RecordExpiration: required(element(RecordExpiration)),
})
/** Changes to apply to the journal table of a bucket. */
export interface JournalTableConfigurationUpdates
  extends
    RequiredOf<typeof journalTableConfigurationUpdatesMembers>,
    OptionalOf<typeof journalTableConfigurationUpdatesMembers> {}
export const JournalTableConfigurationUpdates: Structure<JournalTableConfigurationUpdates> = {
  kind: 'structure',
  members: journalTableConfigurationUpdatesMembers,
}

const metadataConfigurationMembers = () => ({
  /** Settings of the journal table, which records object changes nearly as they happen; required. */
  JournalTableConfiguration: required(element(JournalTableConfiguration)),
  /** Settings of the inventory table, a live list of all objects and versions; optional. */
  InventoryTableConfiguration: element(InventoryTableConfiguration),
  /** Settings of the annotation table, which makes object annotations queryable; optional. */
  AnnotationTableConfiguration: element(AnnotationTableConfiguration),
})
/** Version 2 S3 Metadata settings: a journal table, with inventory and annotation tables as options. */
export interface MetadataConfiguration
  extends RequiredOf<typeof metadataConfigurationMembers>, OptionalOf<typeof metadataConfigurationMembers> {}
export const MetadataConfiguration: Structure<MetadataConfiguration> = {
  kind: 'structure',
  members: metadataConfigurationMembers,
}

const metadataConfigurationResultMembers = () => ({
  /** Table bucket and namespace that hold the tables. */
  DestinationResult: required(element(DestinationResult)),
  /** State of the journal table. */
  JournalTableConfigurationResult: element(JournalTableConfigurationResult),
  /** State of the inventory table; absent if none was ever configured. */
  InventoryTableConfigurationResult: element(InventoryTableConfigurationResult),
  /** State of the annotation table; absent if none was ever configured. */
  AnnotationTableConfigurationResult: element(AnnotationTableConfigurationResult),
})
/** An S3 Metadata configuration as it stands, table by table. */
export interface MetadataConfigurationResult
  extends
    RequiredOf<typeof metadataConfigurationResultMembers>,
    OptionalOf<typeof metadataConfigurationResultMembers> {}
export const MetadataConfigurationResult: Structure<MetadataConfigurationResult> = {
  kind: 'structure',
  members: metadataConfigurationResultMembers,
}

const metadataTableConfigurationMembers = () => ({
  /** Table bucket and table name that receive the metadata. */
  S3TablesDestination: required(element(S3TablesDestination)),
})
/** Version 1 S3 Metadata settings. */
export interface MetadataTableConfiguration
  extends RequiredOf<typeof metadataTableConfigurationMembers>, OptionalOf<typeof metadataTableConfigurationMembers> {}
export const MetadataTableConfiguration: Structure<MetadataTableConfiguration> = {
  kind: 'structure',
  members: metadataTableConfigurationMembers,
}

const metadataTableConfigurationResultMembers = () => ({
  /** The table that receives the metadata. */
  S3TablesDestinationResult: required(element(S3TablesDestinationResult)),
})
/** A version 1 S3 Metadata configuration as it stands. */
export interface MetadataTableConfigurationResult
  extends
    RequiredOf<typeof metadataTableConfigurationResultMembers>,
    OptionalOf<typeof metadataTableConfigurationResultMembers> {}
export const MetadataTableConfigurationResult: Structure<MetadataTableConfigurationResult> = {
  kind: 'structure',
  members: metadataTableConfigurationResultMembers,
}

const metadataTableEncryptionConfigurationMembers = () => ({
  /** `AES256` for SSE-S3, `aws:kms` for SSE-KMS. */
  SseAlgorithm: required(element(oneOf<TableSseAlgorithm>(TableSseAlgorithm))),
  /** ARN of a customer managed KMS key in the Region of the bucket; required with `aws:kms`. */
  KmsKeyArn: element(string),
})
/** Encryption of a metadata table. */
export interface MetadataTableEncryptionConfiguration
  extends
    RequiredOf<typeof metadataTableEncryptionConfigurationMembers>,
    OptionalOf<typeof metadataTableEncryptionConfigurationMembers> {}
export const MetadataTableEncryptionConfiguration: Structure<MetadataTableEncryptionConfiguration> = {
  kind: 'structure',
  members: metadataTableEncryptionConfigurationMembers,
}

const recordExpirationMembers = () => ({
  /** `ENABLED` drops records older than `Days`; `DISABLED` keeps them all. */
  Expiration: required(element(oneOf<ExpirationState>(ExpirationState))),
  /** Days a record is kept, from 7 to 2,147,483,647; used only with `ENABLED`. */
  Days: element(integer),
})
/** Expiry of journal table records. */
export interface RecordExpiration
  extends RequiredOf<typeof recordExpirationMembers>, OptionalOf<typeof recordExpirationMembers> {}
export const RecordExpiration: Structure<RecordExpiration> = { kind: 'structure', members: recordExpirationMembers }

const s3TablesDestinationMembers = () => ({
  /** ARN of your table bucket, in the same Region and account as the bucket described. */
  TableBucketArn: required(element(string)),
  /** Name of the table, unique within the namespace `aws_s3_metadata` of the table bucket. */
  TableName: required(element(string)),
})
/** Where a version 1 metadata table is created. */
export interface S3TablesDestination
  extends RequiredOf<typeof s3TablesDestinationMembers>, OptionalOf<typeof s3TablesDestinationMembers> {}
export const S3TablesDestination: Structure<S3TablesDestination> = {
  kind: 'structure',
  members: s3TablesDestinationMembers,
}

const s3TablesDestinationResultMembers = () => ({
  /** ARN of the table bucket that holds the table. */
  TableBucketArn: required(element(string)),
  /** Name of the table, as chosen at creation. */
  TableName: required(element(string)),
  /** ARN of the table itself, for policies and queries. */
  TableArn: required(element(string)),
  /** Namespace of the table; always `aws_s3_metadata`. */
  TableNamespace: required(element(string)),
})
/** Full address of a version 1 metadata table. */
export interface S3TablesDestinationResult
  extends RequiredOf<typeof s3TablesDestinationResultMembers>, OptionalOf<typeof s3TablesDestinationResultMembers> {}
export const S3TablesDestinationResult: Structure<S3TablesDestinationResult> = {
  kind: 'structure',
  members: s3TablesDestinationResultMembers,
}
