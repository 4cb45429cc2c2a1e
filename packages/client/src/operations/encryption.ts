/** Encryption at rest: the operations. */
import {
  atLeast,
  header,
  label,
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
import { ObjectEncryption, ServerSideEncryptionConfiguration } from '../shapes/encryption.js'
import { ChecksumAlgorithm, RequestCharged, RequestPayer } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketEncryptionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketEncryption`. */
export interface GetBucketEncryptionRequest
  extends RequiredInput<typeof getBucketEncryptionRequest>, OptionalInput<typeof getBucketEncryptionRequest> {}

const getBucketEncryptionOutput = () => ({
  /** Encryption applied to new objects that ask for none themselves. */
  ServerSideEncryptionConfiguration: payload(ServerSideEncryptionConfiguration),
})
/** What `getBucketEncryption` returns. */
export interface GetBucketEncryptionOutput
  extends Result, RequiredOf<typeof getBucketEncryptionOutput>, OptionalOf<typeof getBucketEncryptionOutput> {}

/**
 * Reads the default encryption; stores with none set answer `ServerSideEncryptionConfigurationNotFoundError`, AWS always has one.
 */
export const getBucketEncryption: Operation<GetBucketEncryptionRequest, GetBucketEncryptionOutput> = {
  name: 'GetBucketEncryption',
  method: 'GET',
  uri: '/{Bucket}?encryption',
  input: getBucketEncryptionRequest,
  output: getBucketEncryptionOutput,
}

const putBucketEncryptionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Encryption applied to new objects that ask for none themselves. */
  ServerSideEncryptionConfiguration: required(payload(ServerSideEncryptionConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketEncryption`. */
export interface PutBucketEncryptionRequest
  extends RequiredInput<typeof putBucketEncryptionRequest>, OptionalInput<typeof putBucketEncryptionRequest> {}

/** Replaces the default encryption applied to later writes; objects already stored keep theirs. */
export const putBucketEncryption: Operation<PutBucketEncryptionRequest, void> = {
  name: 'PutBucketEncryption',
  method: 'PUT',
  uri: '/{Bucket}?encryption',
  checksum: 'required',
  input: putBucketEncryptionRequest,
}

const deleteBucketEncryptionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketEncryption`. */
export interface DeleteBucketEncryptionRequest
  extends RequiredInput<typeof deleteBucketEncryptionRequest>, OptionalInput<typeof deleteBucketEncryptionRequest> {}

/** Resets default encryption (on AWS to SSE-S3); a store unaware of `?encryption` may delete an empty bucket. */
export const deleteBucketEncryption: Operation<DeleteBucketEncryptionRequest, void> = {
  name: 'DeleteBucketEncryption',
  method: 'DELETE',
  uri: '/{Bucket}?encryption',
  status: 204,
  input: deleteBucketEncryptionRequest,
}

const updateObjectEncryptionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** The encryption the object is to have afterwards; only SSE-KMS can be chosen. */
  ObjectEncryption: required(payload(ObjectEncryption)),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
})
/** Parameters of `updateObjectEncryption`. */
export interface UpdateObjectEncryptionRequest
  extends RequiredInput<typeof updateObjectEncryptionRequest>, OptionalInput<typeof updateObjectEncryptionRequest> {}

const updateObjectEncryptionResponse = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `updateObjectEncryption` returns. */
export interface UpdateObjectEncryptionResponse
  extends
    Result,
    RequiredOf<typeof updateObjectEncryptionResponse>,
    OptionalOf<typeof updateObjectEncryptionResponse> {}

/**
 * Moves a stored SSE-S3 or SSE-KMS object to another KMS key in place; a store unaware of it may overwrite the object with the XML body.
 * @throws {NoSuchKey}
 * @throws {InvalidRequest}
 * @throws {AccessDenied}
 */
export const updateObjectEncryption: Operation<UpdateObjectEncryptionRequest, UpdateObjectEncryptionResponse> = {
  name: 'UpdateObjectEncryption',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?encryption',
  checksum: 'required',
  input: updateObjectEncryptionRequest,
  output: updateObjectEncryptionResponse,
}
