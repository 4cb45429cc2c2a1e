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
  /** Base64 of the 4-byte CRC-32 of this part, as `UploadPart` returned it. */
  ChecksumCRC32: element(string),
  /** Base64 of the 4-byte CRC-32C (Castagnoli) of this part, as `UploadPart` returned it. */
  ChecksumCRC32C: element(string),
  /** Base64 of the 8-byte CRC-64/NVME of this part, as `UploadPart` returned it. */
  ChecksumCRC64NVME: element(string),
  /** Base64 of the 20-byte SHA-1 of this part, as `UploadPart` returned it. */
  ChecksumSHA1: element(string),
  /** Base64 of the 32-byte SHA-256 of this part, as `UploadPart` returned it. */
  ChecksumSHA256: element(string),
  /** Base64 of the 64-byte SHA-512 of this part, as `UploadPart` returned it. */
  ChecksumSHA512: element(string),
  /** Base64 of the 16-byte MD5 of this part, as `UploadPart` returned it. */
  ChecksumMD5: element(string),
  /** Base64 of the 8-byte XXH64 of this part, as `UploadPart` returned it. */
  ChecksumXXHASH64: element(string),
  /** Base64 of the 8-byte XXH3 (64 bits) of this part, as `UploadPart` returned it. */
  ChecksumXXHASH3: element(string),
  /** Base64 of the 16-byte XXH3 (128 bits) of this part, as `UploadPart` returned it. */
  ChecksumXXHASH128: element(string),
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
  /** Base64 of the 4-byte CRC-32 of the copied part; repeat it in `CompletedPart`. */
  ChecksumCRC32: element(string),
  /** Base64 of the 4-byte CRC-32C (Castagnoli) of the copied part; repeat it in `CompletedPart`. */
  ChecksumCRC32C: element(string),
  /** Base64 of the 8-byte CRC-64/NVME of the copied part; repeat it in `CompletedPart`. */
  ChecksumCRC64NVME: element(string),
  /** Base64 of the 20-byte SHA-1 of the copied part; repeat it in `CompletedPart`. */
  ChecksumSHA1: element(string),
  /** Base64 of the 32-byte SHA-256 of the copied part; repeat it in `CompletedPart`. */
  ChecksumSHA256: element(string),
  /** Base64 of the 64-byte SHA-512 of the copied part; repeat it in `CompletedPart`. */
  ChecksumSHA512: element(string),
  /** Base64 of the 16-byte MD5 of the copied part; repeat it in `CompletedPart`. */
  ChecksumMD5: element(string),
  /** Base64 of the 8-byte XXH64 of the copied part; repeat it in `CompletedPart`. */
  ChecksumXXHASH64: element(string),
  /** Base64 of the 8-byte XXH3 (64 bits) of the copied part; repeat it in `CompletedPart`. */
  ChecksumXXHASH3: element(string),
  /** Base64 of the 16-byte XXH3 (128 bits) of the copied part; repeat it in `CompletedPart`. */
  ChecksumXXHASH128: element(string),
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
  /** Base64 of the 4-byte CRC-32 of this part alone, if the upload uses that algorithm. */
  ChecksumCRC32: element(string),
  /** Base64 of the 4-byte CRC-32C (Castagnoli) of this part alone, if the upload uses that algorithm. */
  ChecksumCRC32C: element(string),
  /** Base64 of the 8-byte CRC-64/NVME of this part alone, if the upload uses that algorithm. */
  ChecksumCRC64NVME: element(string),
  /** Base64 of the 20-byte SHA-1 of this part alone, if the upload uses that algorithm. */
  ChecksumSHA1: element(string),
  /** Base64 of the 32-byte SHA-256 of this part alone, if the upload uses that algorithm. */
  ChecksumSHA256: element(string),
  /** Base64 of the 64-byte SHA-512 of this part alone, if the upload uses that algorithm. */
  ChecksumSHA512: element(string),
  /** Base64 of the 16-byte MD5 of this part alone, if the upload uses that algorithm. */
  ChecksumMD5: element(string),
  /** Base64 of the 8-byte XXH64 of this part alone, if the upload uses that algorithm. */
  ChecksumXXHASH64: element(string),
  /** Base64 of the 8-byte XXH3 (64 bits) of this part alone, if the upload uses that algorithm. */
  ChecksumXXHASH3: element(string),
  /** Base64 of the 16-byte XXH3 (128 bits) of this part alone, if the upload uses that algorithm. */
  ChecksumXXHASH128: element(string),
})
/** One uploaded part of an unfinished upload. */
export interface Part extends RequiredOf<typeof partMembers>, OptionalOf<typeof partMembers> {}
export const Part: Structure<Part> = { kind: 'structure', members: partMembers }
