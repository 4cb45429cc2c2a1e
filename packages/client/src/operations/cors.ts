/** Cross-origin rules: the operations. */
import {
  element,
  flatList,
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
import { CORSConfiguration, CORSRule } from '../shapes/cors.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketCorsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketCors`. */
export interface GetBucketCorsRequest
  extends RequiredInput<typeof getBucketCorsRequest>, OptionalInput<typeof getBucketCorsRequest> {}

const getBucketCorsOutput = () => ({
  /** Cross-origin rules in evaluation order; the first that matches a request is used. */
  CORSRules: element(flatList(CORSRule), 'CORSRule'),
})
/** What `getBucketCors` returns. */
export interface GetBucketCorsOutput
  extends Result, RequiredOf<typeof getBucketCorsOutput>, OptionalOf<typeof getBucketCorsOutput> {}

/** Returns the cross-origin rules; fails with `NoSuchCORSConfiguration` when none are set. */
export const getBucketCors: Operation<GetBucketCorsRequest, GetBucketCorsOutput> = {
  name: 'GetBucketCors',
  method: 'GET',
  uri: '/{Bucket}?cors',
  input: getBucketCorsRequest,
  output: getBucketCorsOutput,
}

const putBucketCorsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The complete new set of cross-origin rules. */
  CORSConfiguration: required(payload(CORSConfiguration)),
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
/** Parameters of `putBucketCors`. */
export interface PutBucketCorsRequest
  extends RequiredInput<typeof putBucketCorsRequest>, OptionalInput<typeof putBucketCorsRequest> {}

/** Replaces all cross-origin rules of the bucket; at most 100 rules and 64 KB in total. */
export const putBucketCors: Operation<PutBucketCorsRequest, void> = {
  name: 'PutBucketCors',
  method: 'PUT',
  uri: '/{Bucket}?cors',
  checksum: 'required',
  input: putBucketCorsRequest,
}

const deleteBucketCorsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketCors`. */
export interface DeleteBucketCorsRequest
  extends RequiredInput<typeof deleteBucketCorsRequest>, OptionalInput<typeof deleteBucketCorsRequest> {}

/** Removes all cross-origin rules, so browsers can no longer read responses from other origins. */
export const deleteBucketCors: Operation<DeleteBucketCorsRequest, void> = {
  name: 'DeleteBucketCors',
  method: 'DELETE',
  uri: '/{Bucket}?cors',
  status: 204,
  input: deleteBucketCorsRequest,
}
