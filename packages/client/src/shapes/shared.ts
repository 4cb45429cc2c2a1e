/** Structures and value lists that several topics use. */
import {
  atLeast,
  attribute,
  boolean,
  element,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'

/** Ready-made grant lists for a bucket; the default is `private`. */
export const BucketCannedACL = ['private', 'public-read', 'public-read-write', 'authenticated-read'] as const
export type BucketCannedACL = OneOf<typeof BucketCannedACL>

/** Algorithms S3 can use to verify the integrity of object data. */
export const ChecksumAlgorithm = [
  'CRC32',
  'CRC32C',
  'SHA1',
  'SHA256',
  'CRC64NVME',
  'SHA512',
  'MD5',
  'XXHASH64',
  'XXHASH3',
  'XXHASH128',
] as const
export type ChecksumAlgorithm = OneOf<typeof ChecksumAlgorithm>

/** `ENABLED` asks S3 to include the stored checksum in the response. */
export const ChecksumMode = ['ENABLED'] as const
export type ChecksumMode = OneOf<typeof ChecksumMode>

/** How a checksum is formed: `FULL_OBJECT` over all bytes, `COMPOSITE` over the checksums of the parts. */
export const ChecksumType = ['COMPOSITE', 'FULL_OBJECT'] as const
export type ChecksumType = OneOf<typeof ChecksumType>

/** Compression of the object to query. */
export const CompressionType = ['NONE', 'GZIP', 'BZIP2'] as const
export type CompressionType = OneOf<typeof CompressionType>

/** `url` percent-encodes keys in the response, so that characters XML cannot carry survive. */
export const EncodingType = ['url'] as const
export type EncodingType = OneOf<typeof EncodingType>

/** Query languages; `SQL` is the only one. */
export const ExpressionType = ['SQL'] as const
export type ExpressionType = OneOf<typeof ExpressionType>

/** Treatment of the first CSV line: `USE` as column names, `IGNORE` skipped, `NONE` as data. */
export const FileHeaderInfo = ['USE', 'IGNORE', 'NONE'] as const
export type FileHeaderInfo = OneOf<typeof FileHeaderInfo>

/** JSON layouts: `DOCUMENT` may span lines, `LINES` holds one value per line. */
export const JSONType = ['DOCUMENT', 'LINES'] as const
export type JSONType = OneOf<typeof JSONType>

/** Ready-made grant lists for an object; the default is `private`. */
export const ObjectCannedACL = [
  'private',
  'public-read',
  'public-read-write',
  'authenticated-read',
  'aws-exec-read',
  'bucket-owner-read',
  'bucket-owner-full-control',
] as const
export type ObjectCannedACL = OneOf<typeof ObjectCannedACL>

/** Legal hold states: `ON` prevents deletion of the version, with no end date, until set to `OFF`. */
export const ObjectLockLegalHoldStatus = ['ON', 'OFF'] as const
export type ObjectLockLegalHoldStatus = OneOf<typeof ObjectLockLegalHoldStatus>

/** Retention modes: `GOVERNANCE` can be lifted with a special permission, `COMPLIANCE` by no one before it ends. */
export const ObjectLockMode = ['GOVERNANCE', 'COMPLIANCE'] as const
export type ObjectLockMode = OneOf<typeof ObjectLockMode>

/**
 * `BucketOwnerEnforced` turns ACLs off; the others keep them and decide whether bucket owner or uploader owns new objects.
 */
export const ObjectOwnership = ['BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced'] as const
export type ObjectOwnership = OneOf<typeof ObjectOwnership>

/** ACL permissions; the `_ACP` ones concern the ACL itself, and `FULL_CONTROL` includes all others. */
export const Permission = ['FULL_CONTROL', 'WRITE', 'WRITE_ACP', 'READ', 'READ_ACP'] as const
export type Permission = OneOf<typeof Permission>

/** When CSV output quotes fields: `ALWAYS`, or `ASNEEDED` for those that require it. */
export const QuoteFields = ['ALWAYS', 'ASNEEDED'] as const
export type QuoteFields = OneOf<typeof QuoteFields>

/** Replication states of an object; `REPLICA` marks a copy made by replication, the others describe a source. */
export const ReplicationStatus = ['COMPLETE', 'PENDING', 'FAILED', 'REPLICA', 'COMPLETED'] as const
export type ReplicationStatus = OneOf<typeof ReplicationStatus>

/** Value returned when the caller is charged for the request; absent otherwise. */
export const RequestCharged = ['requester'] as const
export type RequestCharged = OneOf<typeof RequestCharged>

/** Value by which the caller accepts the charge for a Requester Pays bucket; without it such requests get 403. */
export const RequestPayer = ['requester'] as const
export type RequestPayer = OneOf<typeof RequestPayer>

/** Encryption at rest: `AES256` for S3 keys, `aws:kms` for KMS keys, `aws:kms:dsse` for two layers with KMS keys. */
export const ServerSideEncryption = ['AES256', 'aws:fsx', 'aws:backup', 'aws:kms', 'aws:kms:dsse'] as const
export type ServerSideEncryption = OneOf<typeof ServerSideEncryption>

/** Storage classes, which trade price against access time and resilience; the default is `STANDARD`. */
export const StorageClass = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
  'GLACIER',
  'DEEP_ARCHIVE',
  'OUTPOSTS',
  'GLACIER_IR',
  'SNOW',
  'EXPRESS_ONEZONE',
  'FSX_OPENZFS',
  'FSX_ONTAP',
  'AWS_BACKUP_WARM',
  'AWS_BACKUP_LOW_COST_WARM',
] as const
export type StorageClass = OneOf<typeof StorageClass>

/** Kinds of grantee: an account by ID, an account by email address, or a predefined group. */
export const GranteeType = ['CanonicalUser', 'AmazonCustomerByEmail', 'Group'] as const
export type GranteeType = OneOf<typeof GranteeType>

const cSVInputMembers = () => ({
  /** How the first line is treated: `USE` as column names, `IGNORE` skipped, `NONE` as data. */
  FileHeaderInfo: element(oneOf<FileHeaderInfo>(FileHeaderInfo)),
  /** Single character that marks a line to skip when it comes first on it; default `#`. */
  Comments: element(string),
  /** Single character that escapes a quote character inside a quoted field; default `"`. */
  QuoteEscapeCharacter: element(string),
  /** Character or characters that end a record; default is a newline. */
  RecordDelimiter: element(string),
  /** Single character between fields; default `,`. */
  FieldDelimiter: element(string),
  /** Single character around fields that contain a delimiter; default `"`. */
  QuoteCharacter: element(string),
  /** If true, quoted fields may contain record delimiters; default false, as it slows the query. */
  AllowQuotedRecordDelimiter: element(boolean),
})
/** How delimited text is split into records and fields. */
export interface CSVInput extends RequiredOf<typeof cSVInputMembers>, OptionalOf<typeof cSVInputMembers> {}
export const CSVInput: Structure<CSVInput> = { kind: 'structure', members: cSVInputMembers }

const cSVOutputMembers = () => ({
  /** Which fields get quotes: `ALWAYS` all, `ASNEEDED` (default) only those that require them. */
  QuoteFields: element(oneOf<QuoteFields>(QuoteFields)),
  /** Single character that escapes a quote character inside a quoted field. */
  QuoteEscapeCharacter: element(string),
  /** Character or characters written after each record; default is a newline. */
  RecordDelimiter: element(string),
  /** Character or characters written between fields; default `,`. */
  FieldDelimiter: element(string),
  /** Single character written around quoted fields; default `"`. */
  QuoteCharacter: element(string),
})
/** How result records are written as delimited text. */
export interface CSVOutput extends RequiredOf<typeof cSVOutputMembers>, OptionalOf<typeof cSVOutputMembers> {}
export const CSVOutput: Structure<CSVOutput> = { kind: 'structure', members: cSVOutputMembers }

const commonPrefixMembers = () => ({
  /** Shared start of the grouped keys, ending with the delimiter. */
  Prefix: element(string),
})
/** A group of keys that share a prefix up to the delimiter, much like a folder. */
export interface CommonPrefix extends RequiredOf<typeof commonPrefixMembers>, OptionalOf<typeof commonPrefixMembers> {}
export const CommonPrefix: Structure<CommonPrefix> = { kind: 'structure', members: commonPrefixMembers }

const grantMembers = () => ({
  /** Person or group that receives the permission. */
  Grantee: element(Grantee),
  /** What the grantee may do; each grant carries exactly one permission. */
  Permission: element(oneOf<Permission>(Permission)),
})
/** One permission given to one grantee. */
export interface Grant extends RequiredOf<typeof grantMembers>, OptionalOf<typeof grantMembers> {}
export const Grant: Structure<Grant> = { kind: 'structure', members: grantMembers }

const granteeMembers = () => ({
  /** Display name of the account; informational and often absent. */
  DisplayName: element(string),
  /** Email address of an account; S3 accepts it only in some regions, if at all, so prefer `ID`. */
  EmailAddress: element(string),
  /** Canonical user ID of the account; used when `Type` is `CanonicalUser`. */
  ID: element(string),
  /**
   * Which identifier is used: `CanonicalUser` for `ID`, `AmazonCustomerByEmail` for `EmailAddress`, `Group` for `URI`.
   */
  Type: required(attribute('xsi:type', oneOf<GranteeType>(GranteeType))),
  /** URI of a predefined group, such as `http://acs.amazonaws.com/groups/global/AllUsers`. */
  URI: element(string),
})
/** Receiver of a grant, identified by `ID`, `EmailAddress` or `URI` as `Type` says. */
export interface Grantee extends RequiredOf<typeof granteeMembers>, OptionalOf<typeof granteeMembers> {}
export const Grantee: Structure<Grantee> = {
  kind: 'structure',
  members: granteeMembers,
  namespace: { prefix: 'xsi', uri: 'http://www.w3.org/2001/XMLSchema-instance' },
}

const inputSerializationMembers = () => ({
  /** Reads the object as delimited text, with these options. */
  CSV: element(CSVInput),
  /** Compression of the whole object, default `NONE`; applies to CSV and JSON, not to Parquet. */
  CompressionType: element(oneOf<CompressionType>(CompressionType)),
  /** Reads the object as JSON, with these options. */
  JSON: element(JSONInput),
  /** Reads the object as Apache Parquet; pass an empty object. */
  Parquet: element(ParquetInput),
})
/** Format of the data to query; set one of `CSV`, `JSON` and `Parquet`. */
export interface InputSerialization
  extends RequiredOf<typeof inputSerializationMembers>, OptionalOf<typeof inputSerializationMembers> {}
export const InputSerialization: Structure<InputSerialization> = {
  kind: 'structure',
  members: inputSerializationMembers,
}

const jSONInputMembers = () => ({
  /** `LINES` for one JSON value per line; `DOCUMENT` for values that may span lines. */
  Type: element(oneOf<JSONType>(JSONType)),
})
/** How JSON data is split into records. */
export interface JSONInput extends RequiredOf<typeof jSONInputMembers>, OptionalOf<typeof jSONInputMembers> {}
export const JSONInput: Structure<JSONInput> = { kind: 'structure', members: jSONInputMembers }

const jSONOutputMembers = () => ({
  /** Text written after each record; default is a newline. */
  RecordDelimiter: element(string),
})
/** How result records are written as JSON. */
export interface JSONOutput extends RequiredOf<typeof jSONOutputMembers>, OptionalOf<typeof jSONOutputMembers> {}
export const JSONOutput: Structure<JSONOutput> = { kind: 'structure', members: jSONOutputMembers }

const outputSerializationMembers = () => ({
  /** Writes the result as delimited text, with these options. */
  CSV: element(CSVOutput),
  /** Writes the result as one JSON object per record, with these options. */
  JSON: element(JSONOutput),
})
/** Format of the query result; set either `CSV` or `JSON`. */
export interface OutputSerialization
  extends RequiredOf<typeof outputSerializationMembers>, OptionalOf<typeof outputSerializationMembers> {}
export const OutputSerialization: Structure<OutputSerialization> = {
  kind: 'structure',
  members: outputSerializationMembers,
}

const ownerMembers = () => ({
  /** Display name of the owner; S3 often leaves it out, so rely on `ID`. */
  DisplayName: element(string),
  /** Canonical user ID of the owner, not the 12-digit account number. */
  ID: element(string),
})
/** Account that owns a bucket or object. */
export interface Owner extends RequiredOf<typeof ownerMembers>, OptionalOf<typeof ownerMembers> {}
export const Owner: Structure<Owner> = { kind: 'structure', members: ownerMembers }

const parquetInputMembers = () => ({})
/** Empty marker that selects Parquet input; it has no options. */
export interface ParquetInput extends RequiredOf<typeof parquetInputMembers>, OptionalOf<typeof parquetInputMembers> {}
export const ParquetInput: Structure<ParquetInput> = { kind: 'structure', members: parquetInputMembers }

const tagMembers = () => ({
  /** Tag name, 1 to 128 characters, case-sensitive; the prefix `aws:` is reserved. */
  Key: required(element(atLeast(1, string))),
  /** Tag value, 0 to 256 characters, case-sensitive. */
  Value: required(element(string)),
})
/** A key and value attached to a bucket or object; keys are unique within one tag set. */
export interface Tag extends RequiredOf<typeof tagMembers>, OptionalOf<typeof tagMembers> {}
export const Tag: Structure<Tag> = { kind: 'structure', members: tagMembers }

const taggingMembers = () => ({
  /** Complete list of tags with unique keys: at most 10 for an object, 50 for a bucket. */
  TagSet: required(element(list(Tag, 'Tag'))),
})
/** Container of a complete tag set. */
export interface Tagging extends RequiredOf<typeof taggingMembers>, OptionalOf<typeof taggingMembers> {}
export const Tagging: Structure<Tagging> = { kind: 'structure', members: taggingMembers }
