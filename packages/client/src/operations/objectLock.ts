/** Object lock, retention and legal hold: the operations. */
import {
  atLeast,
  boolean,
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
import { ObjectLockConfiguration, ObjectLockLegalHold, ObjectLockRetention } from '../shapes/objectLock.js'
import { ChecksumAlgorithm, RequestCharged, RequestPayer } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getObjectLockConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getObjectLockConfiguration`. */
export interface GetObjectLockConfigurationRequest
  extends
    RequiredInput<typeof getObjectLockConfigurationRequest>,
    OptionalInput<typeof getObjectLockConfigurationRequest> {}

const getObjectLockConfigurationOutput = () => ({
  /** Whether Object Lock is on in the bucket, and the retention new objects get by default. */
  ObjectLockConfiguration: payload(ObjectLockConfiguration),
})
/** What `getObjectLockConfiguration` returns. */
export interface GetObjectLockConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getObjectLockConfigurationOutput>,
    OptionalOf<typeof getObjectLockConfigurationOutput> {}

/** Reads a bucket's Object Lock settings; without any, it fails with `ObjectLockConfigurationNotFoundError`. */
export const getObjectLockConfiguration: Operation<
  GetObjectLockConfigurationRequest,
  GetObjectLockConfigurationOutput
> = {
  name: 'GetObjectLockConfiguration',
  method: 'GET',
  uri: '/{Bucket}?object-lock',
  input: getObjectLockConfigurationRequest,
  output: getObjectLockConfigurationOutput,
}

const putObjectLockConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Whether Object Lock is on in the bucket, and the retention new objects get by default. */
  ObjectLockConfiguration: payload(ObjectLockConfiguration),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Token from AWS Support that allows Object Lock on a bucket created without it; seldom needed. */
  Token: header('x-amz-bucket-object-lock-token', string),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObjectLockConfiguration`. */
export interface PutObjectLockConfigurationRequest
  extends
    RequiredInput<typeof putObjectLockConfigurationRequest>,
    OptionalInput<typeof putObjectLockConfigurationRequest> {}

const putObjectLockConfigurationOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObjectLockConfiguration` returns. */
export interface PutObjectLockConfigurationOutput
  extends
    Result,
    RequiredOf<typeof putObjectLockConfigurationOutput>,
    OptionalOf<typeof putObjectLockConfigurationOutput> {}

/** Turns on Object Lock, for good, or sets the default retention of new versions; requires versioning. */
export const putObjectLockConfiguration: Operation<
  PutObjectLockConfigurationRequest,
  PutObjectLockConfigurationOutput
> = {
  name: 'PutObjectLockConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?object-lock',
  checksum: 'required',
  input: putObjectLockConfigurationRequest,
  output: putObjectLockConfigurationOutput,
}

const getObjectRetentionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getObjectRetention`. */
export interface GetObjectRetentionRequest
  extends RequiredInput<typeof getObjectRetentionRequest>, OptionalInput<typeof getObjectRetentionRequest> {}

const getObjectRetentionOutput = () => ({
  /** Mode and end of the version's protection against deletion. */
  Retention: payload(ObjectLockRetention),
})
/** What `getObjectRetention` returns. */
export interface GetObjectRetentionOutput
  extends Result, RequiredOf<typeof getObjectRetentionOutput>, OptionalOf<typeof getObjectRetentionOutput> {}

/** Reads the retention of one object version; without any, it fails with `NoSuchObjectLockConfiguration`. */
export const getObjectRetention: Operation<GetObjectRetentionRequest, GetObjectRetentionOutput> = {
  name: 'GetObjectRetention',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?retention',
  input: getObjectRetentionRequest,
  output: getObjectRetentionOutput,
}

const putObjectRetentionRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Mode and end of the version's protection against deletion. */
  Retention: payload(ObjectLockRetention),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `true` overrides retention in `GOVERNANCE` mode, given the permission `s3:BypassGovernanceRetention`. */
  BypassGovernanceRetention: header('x-amz-bypass-governance-retention', boolean),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObjectRetention`. */
export interface PutObjectRetentionRequest
  extends RequiredInput<typeof putObjectRetentionRequest>, OptionalInput<typeof putObjectRetentionRequest> {}

const putObjectRetentionOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObjectRetention` returns. */
export interface PutObjectRetentionOutput
  extends Result, RequiredOf<typeof putObjectRetentionOutput>, OptionalOf<typeof putObjectRetentionOutput> {}

/**
 * Sets the retention of one object version; a store unaware of `?retention` may overwrite the object with the XML body.
 */
export const putObjectRetention: Operation<PutObjectRetentionRequest, PutObjectRetentionOutput> = {
  name: 'PutObjectRetention',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?retention',
  checksum: 'required',
  input: putObjectRetentionRequest,
  output: putObjectRetentionOutput,
}

const getObjectLegalHoldRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getObjectLegalHold`. */
export interface GetObjectLegalHoldRequest
  extends RequiredInput<typeof getObjectLegalHoldRequest>, OptionalInput<typeof getObjectLegalHoldRequest> {}

const getObjectLegalHoldOutput = () => ({
  /** Whether the version is protected from deletion with no end date. */
  LegalHold: payload(ObjectLockLegalHold),
})
/** What `getObjectLegalHold` returns. */
export interface GetObjectLegalHoldOutput
  extends Result, RequiredOf<typeof getObjectLegalHoldOutput>, OptionalOf<typeof getObjectLegalHoldOutput> {}

/**
 * Reads the legal hold of one object version; if none was ever set, it may fail with `NoSuchObjectLockConfiguration`.
 */
export const getObjectLegalHold: Operation<GetObjectLegalHoldRequest, GetObjectLegalHoldOutput> = {
  name: 'GetObjectLegalHold',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?legal-hold',
  input: getObjectLegalHoldRequest,
  output: getObjectLegalHoldOutput,
}

const putObjectLegalHoldRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Whether the version is protected from deletion with no end date. */
  LegalHold: payload(ObjectLockLegalHold),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObjectLegalHold`. */
export interface PutObjectLegalHoldRequest
  extends RequiredInput<typeof putObjectLegalHoldRequest>, OptionalInput<typeof putObjectLegalHoldRequest> {}

const putObjectLegalHoldOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObjectLegalHold` returns. */
export interface PutObjectLegalHoldOutput
  extends Result, RequiredOf<typeof putObjectLegalHoldOutput>, OptionalOf<typeof putObjectLegalHoldOutput> {}

/**
 * Sets or lifts the legal hold of one version; a store unaware of `?legal-hold` may overwrite the object with the XML body.
 */
export const putObjectLegalHold: Operation<PutObjectLegalHoldRequest, PutObjectLegalHoldOutput> = {
  name: 'PutObjectLegalHold',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?legal-hold',
  checksum: 'required',
  input: putObjectLegalHoldRequest,
  output: putObjectLegalHoldOutput,
}
