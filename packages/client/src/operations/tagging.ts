/** Tags of buckets and objects: the operations. */
import {
  atLeast,
  element,
  header,
  label,
  list,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  payload,
  query,
  required,
  type RequiredInput,
  type RequiredOf,
  string,
} from '../schema/index.js'
import { ChecksumAlgorithm, RequestPayer, Tag, Tagging } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketTagging`. */
export interface GetBucketTaggingRequest
  extends RequiredInput<typeof getBucketTaggingRequest>, OptionalInput<typeof getBucketTaggingRequest> {}

const getBucketTaggingOutput = () => ({
  /** All tags of the resource; the order carries no meaning. */
  TagSet: required(element(list(Tag, 'Tag'))),
})
/** What `getBucketTagging` returns. */
export interface GetBucketTaggingOutput
  extends Result, RequiredOf<typeof getBucketTaggingOutput>, OptionalOf<typeof getBucketTaggingOutput> {}

/** Returns the bucket's tags; fails with `NoSuchTagSet` when it has none. */
export const getBucketTagging: Operation<GetBucketTaggingRequest, GetBucketTaggingOutput> = {
  name: 'GetBucketTagging',
  method: 'GET',
  uri: '/{Bucket}?tagging',
  input: getBucketTaggingRequest,
  output: getBucketTaggingOutput,
}

const putBucketTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** All tags the bucket shall have, at most 50; present ones that are missing here are removed. */
  Tagging: required(payload(Tagging)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketTagging`. */
export interface PutBucketTaggingRequest
  extends RequiredInput<typeof putBucketTaggingRequest>, OptionalInput<typeof putBucketTaggingRequest> {}

/** Replaces all tags of the bucket, at most 50; tags not in the new set are lost. */
export const putBucketTagging: Operation<PutBucketTaggingRequest, void> = {
  name: 'PutBucketTagging',
  method: 'PUT',
  uri: '/{Bucket}?tagging',
  checksum: 'required',
  input: putBucketTaggingRequest,
}

const deleteBucketTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketTagging`. */
export interface DeleteBucketTaggingRequest
  extends RequiredInput<typeof deleteBucketTaggingRequest>, OptionalInput<typeof deleteBucketTaggingRequest> {}

/** Removes every tag from the bucket; single tags cannot be removed this way. */
export const deleteBucketTagging: Operation<DeleteBucketTaggingRequest, void> = {
  name: 'DeleteBucketTagging',
  method: 'DELETE',
  uri: '/{Bucket}?tagging',
  status: 204,
  input: deleteBucketTaggingRequest,
}

const getObjectTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
})
/** Parameters of `getObjectTagging`. */
export interface GetObjectTaggingRequest
  extends RequiredInput<typeof getObjectTaggingRequest>, OptionalInput<typeof getObjectTaggingRequest> {}

const getObjectTaggingOutput = () => ({
  /** Version whose tags these are; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** All tags of the resource; the order carries no meaning. */
  TagSet: required(element(list(Tag, 'Tag'))),
})
/** What `getObjectTagging` returns. */
export interface GetObjectTaggingOutput
  extends Result, RequiredOf<typeof getObjectTaggingOutput>, OptionalOf<typeof getObjectTaggingOutput> {}

/** Returns the tags of one object version; an untagged object gives an empty list rather than an error. */
export const getObjectTagging: Operation<GetObjectTaggingRequest, GetObjectTaggingOutput> = {
  name: 'GetObjectTagging',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?tagging',
  input: getObjectTaggingRequest,
  output: getObjectTaggingOutput,
}

const putObjectTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** All tags the object shall have, at most 10; present ones that are missing here are removed. */
  Tagging: required(payload(Tagging)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
})
/** Parameters of `putObjectTagging`. */
export interface PutObjectTaggingRequest
  extends RequiredInput<typeof putObjectTaggingRequest>, OptionalInput<typeof putObjectTaggingRequest> {}

const putObjectTaggingOutput = () => ({
  /** Version that was tagged; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
})
/** What `putObjectTagging` returns. */
export interface PutObjectTaggingOutput
  extends Result, RequiredOf<typeof putObjectTaggingOutput>, OptionalOf<typeof putObjectTaggingOutput> {}

/** Replaces all tags of one object version, at most 10, without creating a new version. */
export const putObjectTagging: Operation<PutObjectTaggingRequest, PutObjectTaggingOutput> = {
  name: 'PutObjectTagging',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?tagging',
  checksum: 'required',
  input: putObjectTaggingRequest,
  output: putObjectTaggingOutput,
}

const deleteObjectTaggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteObjectTagging`. */
export interface DeleteObjectTaggingRequest
  extends RequiredInput<typeof deleteObjectTaggingRequest>, OptionalInput<typeof deleteObjectTaggingRequest> {}

const deleteObjectTaggingOutput = () => ({
  /** Version whose tags were removed; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
})
/** What `deleteObjectTagging` returns. */
export interface DeleteObjectTaggingOutput
  extends Result, RequiredOf<typeof deleteObjectTaggingOutput>, OptionalOf<typeof deleteObjectTaggingOutput> {}

/** Removes every tag from one object version; the current version unless `VersionId` is given. */
export const deleteObjectTagging: Operation<DeleteObjectTaggingRequest, DeleteObjectTaggingOutput> = {
  name: 'DeleteObjectTagging',
  method: 'DELETE',
  uri: '/{Bucket}/{Key+}?tagging',
  status: 204,
  input: deleteObjectTaggingRequest,
  output: deleteObjectTaggingOutput,
}
