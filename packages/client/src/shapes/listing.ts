/** Listings of a bucket: the structures and value lists. */
import {
  atLeast,
  boolean,
  element,
  flatList,
  integer,
  oneOf,
  type OneOf,
  type OptionalOf,
  type RequiredOf,
  string,
  type Structure,
  timestamp,
} from '../schema/index.js'
import { ChecksumAlgorithm, ChecksumType, Owner } from './shared.js'

/** Storage classes that occur in listings. */
export const ObjectStorageClass = [
  'STANDARD',
  'REDUCED_REDUNDANCY',
  'GLACIER',
  'STANDARD_IA',
  'ONEZONE_IA',
  'INTELLIGENT_TIERING',
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
export type ObjectStorageClass = OneOf<typeof ObjectStorageClass>

/** Storage classes as the model knows them for versions; servers send others as well. */
export const ObjectVersionStorageClass = ['STANDARD'] as const
export type ObjectVersionStorageClass = OneOf<typeof ObjectVersionStorageClass>

/** Extra facts that a listing adds when asked. */
export const OptionalObjectAttributes = ['RestoreStatus'] as const
export type OptionalObjectAttributes = OneOf<typeof OptionalObjectAttributes>

const deleteMarkerEntryMembers = () => ({
  /** Account that owns the marker. */
  Owner: element(Owner),
  /** Key of the object that the marker hides. */
  Key: element(atLeast(1, string)),
  /** Names the marker; deleting this version removes it and brings the object back. */
  VersionId: element(string),
  /** `true` while the object counts as deleted. */
  IsLatest: element(boolean),
  /** When the object was deleted. */
  LastModified: element(timestamp),
})
/** One delete marker in a listing: a version without content that hides the older ones. */
export interface DeleteMarkerEntry
  extends RequiredOf<typeof deleteMarkerEntryMembers>, OptionalOf<typeof deleteMarkerEntryMembers> {}
export const DeleteMarkerEntry: Structure<DeleteMarkerEntry> = { kind: 'structure', members: deleteMarkerEntryMembers }

const objectEntryMembers = () => ({
  /** Key of the object, with the listing's prefix. */
  Key: element(atLeast(1, string)),
  /** When the object was written. */
  LastModified: element(timestamp),
  /** Identifies the content; the double quotes are part of the value, and it is not always the MD5. */
  ETag: element(string),
  /** Algorithms of the checksums stored with the object; the values are read with `HeadObject`. */
  ChecksumAlgorithm: element(flatList(oneOf<ChecksumAlgorithm>(ChecksumAlgorithm))),
  /** Whether the stored checksum is `FULL_OBJECT` or `COMPOSITE`, over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
  /** Size in bytes. */
  Size: element(integer),
  /** Storage class of the object; unlike in `HeadObject`, `STANDARD` is spelled out. */
  StorageClass: element(oneOf<ObjectStorageClass>(ObjectStorageClass)),
  /** Account that owns the object; in `ListObjectsV2` only with `FetchOwner`. */
  Owner: element(Owner),
  /** State of a restored archive copy; only when asked for with `OptionalObjectAttributes`. */
  RestoreStatus: element(RestoreStatus),
})
/** One object of a listing. */
export interface ObjectEntry extends RequiredOf<typeof objectEntryMembers>, OptionalOf<typeof objectEntryMembers> {}
export const ObjectEntry: Structure<ObjectEntry> = { kind: 'structure', members: objectEntryMembers }

const objectVersionMembers = () => ({
  /** Identifies the version's content; the double quotes are part of the value. */
  ETag: element(string),
  /** Algorithms of the checksums stored with the version; the values are read with `HeadObject`. */
  ChecksumAlgorithm: element(flatList(oneOf<ChecksumAlgorithm>(ChecksumAlgorithm))),
  /** Whether the stored checksum is `FULL_OBJECT` or `COMPOSITE`, over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
  /** Size in bytes. */
  Size: element(integer),
  /** Storage class of the version; other values than the listed one occur. */
  StorageClass: element(oneOf<ObjectVersionStorageClass>(ObjectVersionStorageClass)),
  /** Key shared by all versions of the object. */
  Key: element(atLeast(1, string)),
  /** Names this version; `null` when it was written without versioning. */
  VersionId: element(string),
  /** `true` for the version that a read without `VersionId` gets. */
  IsLatest: element(boolean),
  /** When the version was written. */
  LastModified: element(timestamp),
  /** Account that owns the version. */
  Owner: element(Owner),
  /** State of a restored archive copy; only when asked for with `OptionalObjectAttributes`. */
  RestoreStatus: element(RestoreStatus),
})
/** One version of an object in a listing. */
export interface ObjectVersion
  extends RequiredOf<typeof objectVersionMembers>, OptionalOf<typeof objectVersionMembers> {}
export const ObjectVersion: Structure<ObjectVersion> = { kind: 'structure', members: objectVersionMembers }

const restoreStatusMembers = () => ({
  /** `true` while the restore is running and the object cannot be read yet. */
  IsRestoreInProgress: element(boolean),
  /** When the restored copy goes away; absent while the restore is running. */
  RestoreExpiryDate: element(timestamp),
})
/** Whether an archived object is being restored, and how long the copy stays. */
export interface RestoreStatus
  extends RequiredOf<typeof restoreStatusMembers>, OptionalOf<typeof restoreStatusMembers> {}
export const RestoreStatus: Structure<RestoreStatus> = { kind: 'structure', members: restoreStatusMembers }
