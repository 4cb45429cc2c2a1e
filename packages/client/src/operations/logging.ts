/** Access logs: the operations. */
import {
  element,
  header,
  label,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  payload,
  required,
  type RequiredInput,
  type RequiredOf,
  string,
} from '../schema/index.js'
import { BucketLoggingStatus, LoggingEnabled } from '../shapes/logging.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketLoggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketLogging`. */
export interface GetBucketLoggingRequest
  extends RequiredInput<typeof getBucketLoggingRequest>, OptionalInput<typeof getBucketLoggingRequest> {}

const getBucketLoggingOutput = () => ({
  /** Where and how access logs are delivered; absent when logging is off. */
  LoggingEnabled: element(LoggingEnabled),
})
/** What `getBucketLogging` returns. */
export interface GetBucketLoggingOutput
  extends Result, RequiredOf<typeof getBucketLoggingOutput>, OptionalOf<typeof getBucketLoggingOutput> {}

/** Returns the access log settings; `LoggingEnabled` is absent when logging is off. */
export const getBucketLogging: Operation<GetBucketLoggingRequest, GetBucketLoggingOutput> = {
  name: 'GetBucketLogging',
  method: 'GET',
  uri: '/{Bucket}?logging',
  input: getBucketLoggingRequest,
  output: getBucketLoggingOutput,
}

const putBucketLoggingRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** New logging state; leave it empty to turn logging off. */
  BucketLoggingStatus: required(payload(BucketLoggingStatus)),
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
/** Parameters of `putBucketLogging`. */
export interface PutBucketLoggingRequest
  extends RequiredInput<typeof putBucketLoggingRequest>, OptionalInput<typeof putBucketLoggingRequest> {}

/** Replaces the access log settings; a `BucketLoggingStatus` without `LoggingEnabled` turns logging off. */
export const putBucketLogging: Operation<PutBucketLoggingRequest, void> = {
  name: 'PutBucketLogging',
  method: 'PUT',
  uri: '/{Bucket}?logging',
  checksum: 'required',
  input: putBucketLoggingRequest,
}
