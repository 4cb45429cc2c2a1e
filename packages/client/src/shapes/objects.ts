/** Objects: the structures and value lists. */
import {
  atLeast,
  boolean,
  element,
  flatList,
  httpTimestamp,
  integer,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  secret,
  string,
  type Structure,
  timestamp,
} from '../schema/index.js'
import { checksumElements } from './groups.js'
import {
  ChecksumType,
  ExpressionType,
  Grant,
  InputSerialization,
  ObjectCannedACL,
  OutputSerialization,
  ServerSideEncryption,
  StorageClass,
  Tagging,
} from './shared.js'

/** Whether a copy keeps the source's annotations or gets none. */
export const AnnotationDirective = ['COPY', 'EXCLUDE'] as const
export type AnnotationDirective = OneOf<typeof AnnotationDirective>

/** Archive tiers of Intelligent-Tiering. */
export const ArchiveStatus = ['ARCHIVE_ACCESS', 'DEEP_ARCHIVE_ACCESS'] as const
export type ArchiveStatus = OneOf<typeof ArchiveStatus>

/** Whether a copy keeps the source's metadata or gets the metadata of the request. */
export const MetadataDirective = ['COPY', 'REPLACE'] as const
export type MetadataDirective = OneOf<typeof MetadataDirective>

/** Facts of an object that can be asked for one by one. */
export const ObjectAttributes = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'] as const
export type ObjectAttributes = OneOf<typeof ObjectAttributes>

/** Kinds of restore that must be asked for; a plain restore has no value here. */
export const RestoreRequestType = ['SELECT'] as const
export type RestoreRequestType = OneOf<typeof RestoreRequestType>

/** Whether a copy keeps the source's tags or gets the tags of the request. */
export const TaggingDirective = ['COPY', 'REPLACE'] as const
export type TaggingDirective = OneOf<typeof TaggingDirective>

/** Speeds of a restore: `Expedited` takes minutes, `Standard` hours, `Bulk` up to two days and costs least. */
export const Tier = ['Standard', 'Bulk', 'Expedited'] as const
export type Tier = OneOf<typeof Tier>

const checksumMembers = () => ({
  ...checksumElements(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
})
/** Checksums stored with an object; usually one of them. */
export interface Checksum extends RequiredOf<typeof checksumMembers>, OptionalOf<typeof checksumMembers> {}
export const Checksum: Structure<Checksum> = { kind: 'structure', members: checksumMembers }

const copyObjectResultMembers = () => ({
  /** ETag of the copy; it may differ from the source's, and some stores leave out the quotes. */
  ETag: element(string),
  /** When the copy was written. */
  LastModified: element(timestamp),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
  ...checksumElements(),
})
/** What the server says of a finished copy. */
export interface CopyObjectResult
  extends RequiredOf<typeof copyObjectResultMembers>, OptionalOf<typeof copyObjectResultMembers> {}
export const CopyObjectResult: Structure<CopyObjectResult> = { kind: 'structure', members: copyObjectResultMembers }

const deleteMembers = () => ({
  /** The objects, 1 to 1000; a key may occur several times with different versions. */
  Objects: required(element(flatList(ObjectIdentifier), 'Object')),
  /** `true` reports only failures; the default is `false`. */
  Quiet: element(boolean),
})
/** A batch of objects to delete. */
export interface Delete extends RequiredOf<typeof deleteMembers>, OptionalOf<typeof deleteMembers> {}
export const Delete: Structure<Delete> = { kind: 'structure', members: deleteMembers }

const deletedObjectMembers = () => ({
  /** Key as it was asked for. */
  Key: element(atLeast(1, string)),
  /** Version that was deleted; absent when the request named none. */
  VersionId: element(string),
  /** `true` when a delete marker was added, or when the version that was deleted was one. */
  DeleteMarker: element(boolean),
  /** Version of the delete marker that was added or deleted. */
  DeleteMarkerVersionId: element(string),
})
/** One object that a batch deleted. */
export interface DeletedObject
  extends RequiredOf<typeof deletedObjectMembers>, OptionalOf<typeof deletedObjectMembers> {}
export const DeletedObject: Structure<DeletedObject> = { kind: 'structure', members: deletedObjectMembers }

const encryptionMembers = () => ({
  /** `AES256` (keys of S3), or `aws:kms` for a KMS key. */
  EncryptionType: required(element(oneOf<ServerSideEncryption>(ServerSideEncryption))),
  /** KMS key for `aws:kms`, by id or ARN; it must be a symmetric one. */
  KMSKeyId: element(secret),
  /** KMS encryption context for `aws:kms`. */
  KMSContext: element(string),
})
/** Encryption of objects that a restore writes. */
export interface Encryption extends RequiredOf<typeof encryptionMembers>, OptionalOf<typeof encryptionMembers> {}
export const Encryption: Structure<Encryption> = { kind: 'structure', members: encryptionMembers }

const deleteErrorMembers = () => ({
  /** Key as it was asked for. */
  Key: element(atLeast(1, string)),
  /** Version as it was asked for; absent when the request named none. */
  VersionId: element(string),
  /** Machine-readable reason, e.g. `AccessDenied` or `InternalError`. */
  Code: element(string),
  /** The reason in words for people; do not take decisions by it. */
  Message: element(string),
})
/** One object that a batch could not delete. */
export interface DeleteError extends RequiredOf<typeof deleteErrorMembers>, OptionalOf<typeof deleteErrorMembers> {}
export const DeleteError: Structure<DeleteError> = { kind: 'structure', members: deleteErrorMembers }

const getObjectAttributesPartsMembers = () => ({
  /** Number of all parts of the object, not only of this page. */
  TotalPartsCount: element(integer, 'PartsCount'),
  /** Part number after which this page begins; 0 on the first. */
  PartNumberMarker: element(integer),
  /** `PartNumberMarker` for the next page. */
  NextPartNumberMarker: element(integer),
  /** Most parts that this page could hold. */
  MaxParts: element(integer),
  /** `true` when more parts follow. */
  IsTruncated: element(boolean),
  /** Parts in ascending order; Amazon lists them only for objects uploaded with a checksum algorithm. */
  Parts: element(flatList(ObjectPart), 'Part'),
})
/** The parts an object was uploaded in, a page at a time. */
export interface GetObjectAttributesParts
  extends RequiredOf<typeof getObjectAttributesPartsMembers>, OptionalOf<typeof getObjectAttributesPartsMembers> {}
export const GetObjectAttributesParts: Structure<GetObjectAttributesParts> = {
  kind: 'structure',
  members: getObjectAttributesPartsMembers,
}

const glacierJobParametersMembers = () => ({
  /** `Expedited` takes minutes, `Standard` hours, `Bulk` the longest and costs least. */
  Tier: required(element(oneOf<Tier>(Tier))),
})
/** Speed of a restore from Glacier. */
export interface GlacierJobParameters
  extends RequiredOf<typeof glacierJobParametersMembers>, OptionalOf<typeof glacierJobParametersMembers> {}
export const GlacierJobParameters: Structure<GlacierJobParameters> = {
  kind: 'structure',
  members: glacierJobParametersMembers,
}

const metadataEntryMembers = () => ({
  /** Name without the prefix `x-amz-meta-`. */
  Name: element(string),
  /** ASCII text of the entry. */
  Value: element(string),
})
/** One name-value pair of an object's metadata. */
export interface MetadataEntry
  extends RequiredOf<typeof metadataEntryMembers>, OptionalOf<typeof metadataEntryMembers> {}
export const MetadataEntry: Structure<MetadataEntry> = { kind: 'structure', members: metadataEntryMembers }

const objectIdentifierMembers = () => ({
  /** Key of the object; a key that does not exist counts as deleted. */
  Key: required(element(atLeast(1, string))),
  /** Version to delete for good; without it, a versioned bucket gets a delete marker. */
  VersionId: element(string),
  /** Deletes only if the object has this ETag, quotes included; stores without conditional deletes ignore it. */
  ETag: element(string),
  /** Deletes only if the object was last modified at this time; only for directory buckets. */
  LastModifiedTime: element(httpTimestamp),
  /** Deletes only if the object has this many bytes; only for directory buckets. */
  Size: element(integer),
})
/** One object of a batch to delete. */
export interface ObjectIdentifier
  extends RequiredOf<typeof objectIdentifierMembers>, OptionalOf<typeof objectIdentifierMembers> {}
export const ObjectIdentifier: Structure<ObjectIdentifier> = { kind: 'structure', members: objectIdentifierMembers }

const objectPartMembers = () => ({
  /** Number the part was uploaded under, 1 to 10000; gaps are possible. */
  PartNumber: element(integer),
  /** Size of the part in bytes. */
  Size: element(integer),
  ...checksumElements(),
})
/** One part of a finished object. */
export interface ObjectPart extends RequiredOf<typeof objectPartMembers>, OptionalOf<typeof objectPartMembers> {}
export const ObjectPart: Structure<ObjectPart> = { kind: 'structure', members: objectPartMembers }

const outputLocationMembers = () => ({
  /** Bucket and prefix for the results, and how they are stored. */
  S3: element(S3Location),
})
/** Where the results of a `SELECT` restore go. */
export interface OutputLocation
  extends RequiredOf<typeof outputLocationMembers>, OptionalOf<typeof outputLocationMembers> {}
export const OutputLocation: Structure<OutputLocation> = { kind: 'structure', members: outputLocationMembers }

const restoreRequestMembers = () => ({
  /**
   * Days the restored copy stays, at least 1; leave it out for Intelligent-Tiering, which moves the object for good.
   */
  Days: element(integer),
  /** Speed of a restore from Glacier; the older place of `Tier`. */
  GlacierJobParameters: element(GlacierJobParameters),
  /** `SELECT` runs a query on the archived object instead of restoring it; no longer open to new customers. */
  Type: element(oneOf<RestoreRequestType>(RestoreRequestType)),
  /** Speed and price of the restore; the default is `Standard`. */
  Tier: element(oneOf<Tier>(Tier)),
  /** Free text to recognise the job by. */
  Description: element(string),
  /** The query of a `SELECT` restore. */
  SelectParameters: element(SelectParameters),
  /** Where a `SELECT` restore puts its results. */
  OutputLocation: element(OutputLocation),
})
/** How to restore an archived object. */
export interface RestoreRequest
  extends RequiredOf<typeof restoreRequestMembers>, OptionalOf<typeof restoreRequestMembers> {}
export const RestoreRequest: Structure<RestoreRequest> = { kind: 'structure', members: restoreRequestMembers }

const s3LocationMembers = () => ({
  /** Bucket for the results; must be in the Region of the archived object. */
  BucketName: required(element(string)),
  /** Text put before the keys of all results. */
  Prefix: required(element(string)),
  /** Encryption of the results. */
  Encryption: element(Encryption),
  /** A ready-made ACL for the results; instead of `AccessControlList`. */
  CannedACL: element(oneOf<ObjectCannedACL>(ObjectCannedACL)),
  /** Grants on the results, one by one; instead of `CannedACL`. */
  AccessControlList: element(list(Grant, 'Grant')),
  /** Tags of the results. */
  Tagging: element(Tagging),
  /** Metadata of the results (`x-amz-meta-…`), as a list of pairs. */
  UserMetadata: element(list(MetadataEntry, 'MetadataEntry')),
  /** Storage class of the results; the default is `STANDARD`. */
  StorageClass: element(oneOf<StorageClass>(StorageClass)),
})
/** A place in a bucket, and the properties of the objects written there. */
export interface S3Location extends RequiredOf<typeof s3LocationMembers>, OptionalOf<typeof s3LocationMembers> {}
export const S3Location: Structure<S3Location> = { kind: 'structure', members: s3LocationMembers }

const selectParametersMembers = () => ({
  /** Format of the archived object. */
  InputSerialization: required(element(InputSerialization)),
  /** Language of the query; `SQL` is the only value. */
  ExpressionType: required(element(oneOf<ExpressionType>(ExpressionType))),
  /** The query, such as `SELECT s._1 FROM s3object s`; at most 256 KB. */
  Expression: required(element(string)),
  /** Format of the results. */
  OutputSerialization: required(element(OutputSerialization)),
})
/** A query on an archived object: input format, expression and output format. */
export interface SelectParameters
  extends RequiredOf<typeof selectParametersMembers>, OptionalOf<typeof selectParametersMembers> {}
export const SelectParameters: Structure<SelectParameters> = { kind: 'structure', members: selectParametersMembers }
