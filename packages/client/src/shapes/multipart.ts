/** Multipart uploads: the structures and value lists. */
import {
  atLeast,
  element,
  flatList,
  integer,
  oneOf,
  type OptionalOf,
  type RequiredOf,
  string,
  type Structure,
  timestamp,
} from '../schema/index.js'
import { checksumElements } from './groups.js'
import { ChecksumAlgorithm, ChecksumType, Owner, StorageClass } from './shared.js'

const completedMultipartUploadMembers = () => ({
  /** Up to 10000 parts in ascending order of `PartNumber`; gaps are allowed. */
  Parts: element(flatList(CompletedPart), 'Part'),
})
/** The parts that make up the finished object. */
export interface CompletedMultipartUpload
  extends RequiredOf<typeof completedMultipartUploadMembers>, OptionalOf<typeof completedMultipartUploadMembers> {}
export const CompletedMultipartUpload: Structure<CompletedMultipartUpload> = {
  kind: 'structure',
  members: completedMultipartUploadMembers,
}

const completedPartMembers = () => ({
  /** ETag that `UploadPart` or `UploadPartCopy` returned, unchanged, quotes or none. */
  ETag: element(string),
  ...checksumElements(),
  /** Number the part was uploaded under, 1 to 10000. */
  PartNumber: element(integer),
})
/** One part, as proof that it was uploaded. */
export interface CompletedPart
  extends RequiredOf<typeof completedPartMembers>, OptionalOf<typeof completedPartMembers> {}
export const CompletedPart: Structure<CompletedPart> = { kind: 'structure', members: completedPartMembers }

const copyPartResultMembers = () => ({
  /** ETag of the part, for `CompletedPart`; pass it on unchanged, some stores leave out the quotes. */
  ETag: element(string),
  /** When the part was made. */
  LastModified: element(timestamp),
  ...checksumElements(),
})
/** What the server says of a part made by copying. */
export interface CopyPartResult
  extends RequiredOf<typeof copyPartResultMembers>, OptionalOf<typeof copyPartResultMembers> {}
export const CopyPartResult: Structure<CopyPartResult> = { kind: 'structure', members: copyPartResultMembers }

const initiatorMembers = () => ({
  /** ARN of an IAM user or role, or the canonical id of an account. */
  ID: element(string),
  /** Readable name; many servers no longer send it. */
  DisplayName: element(string),
})
/** Who began a multipart upload. */
export interface Initiator extends RequiredOf<typeof initiatorMembers>, OptionalOf<typeof initiatorMembers> {}
export const Initiator: Structure<Initiator> = { kind: 'structure', members: initiatorMembers }

const multipartUploadMembers = () => ({
  /** Identifies the upload; several may be open for one key. */
  UploadId: element(string),
  /** Key that the finished object will have. */
  Key: element(atLeast(1, string)),
  /** When the upload was begun. */
  Initiated: element(timestamp),
  /** Storage class that the finished object will have. */
  StorageClass: element(oneOf<StorageClass>(StorageClass)),
  /** Account that will own the finished object. */
  Owner: element(Owner),
  /** Who began the upload; an IAM user or role may differ from the owner. */
  Initiator: element(Initiator),
  /** Algorithm that the parts of the upload use; absent when none was chosen. */
  ChecksumAlgorithm: element(oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Whether the finished object's checksum is `FULL_OBJECT` or `COMPOSITE`. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
})
/** One unfinished upload in a listing. */
export interface MultipartUpload
  extends RequiredOf<typeof multipartUploadMembers>, OptionalOf<typeof multipartUploadMembers> {}
export const MultipartUpload: Structure<MultipartUpload> = { kind: 'structure', members: multipartUploadMembers }

const partMembers = () => ({
  /** Number the part was uploaded under, 1 to 10000. */
  PartNumber: element(integer),
  /** When the part was uploaded, or last replaced. */
  LastModified: element(timestamp),
  /** ETag of the part, quotes included; `CompletedPart` wants it back as it is. */
  ETag: element(string),
  /** Size of the part in bytes. */
  Size: element(integer),
  ...checksumElements(),
})
/** One uploaded part of an unfinished upload. */
export interface Part extends RequiredOf<typeof partMembers>, OptionalOf<typeof partMembers> {}
export const Part: Structure<Part> = { kind: 'structure', members: partMembers }
