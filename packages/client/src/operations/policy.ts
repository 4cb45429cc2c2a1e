/** Bucket policies: the operations. */
import {
  body,
  boolean,
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
import { PolicyStatus } from '../shapes/policy.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketPolicyRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketPolicy`. */
export interface GetBucketPolicyRequest
  extends RequiredInput<typeof getBucketPolicyRequest>, OptionalInput<typeof getBucketPolicyRequest> {}

const getBucketPolicyOutput = () => ({
  /** Bucket policy as JSON text, at most 20 KB. */
  Policy: body(string),
})
/** What `getBucketPolicy` returns. */
export interface GetBucketPolicyOutput
  extends Result, RequiredOf<typeof getBucketPolicyOutput>, OptionalOf<typeof getBucketPolicyOutput> {}

/** Returns the bucket policy as a JSON string; fails with `NoSuchBucketPolicy` when none is set. */
export const getBucketPolicy: Operation<GetBucketPolicyRequest, GetBucketPolicyOutput> = {
  name: 'GetBucketPolicy',
  method: 'GET',
  uri: '/{Bucket}?policy',
  input: getBucketPolicyRequest,
  output: getBucketPolicyOutput,
}

const putBucketPolicyRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Must be true to store a policy that denies the caller any later change of the bucket policy. */
  ConfirmRemoveSelfBucketAccess: header('x-amz-confirm-remove-self-bucket-access', boolean),
  /** Bucket policy as JSON text, at most 20 KB. */
  Policy: required(body(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketPolicy`. */
export interface PutBucketPolicyRequest
  extends RequiredInput<typeof putBucketPolicyRequest>, OptionalInput<typeof putBucketPolicyRequest> {}

/** Replaces the bucket's whole policy document, at most 20 KB of JSON; statements are not merged. */
export const putBucketPolicy: Operation<PutBucketPolicyRequest, void> = {
  name: 'PutBucketPolicy',
  method: 'PUT',
  uri: '/{Bucket}?policy',
  checksum: 'required',
  input: putBucketPolicyRequest,
}

const deleteBucketPolicyRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketPolicy`. */
export interface DeleteBucketPolicyRequest
  extends RequiredInput<typeof deleteBucketPolicyRequest>, OptionalInput<typeof deleteBucketPolicyRequest> {}

/** Removes the bucket policy; succeeds even when the bucket has none. */
export const deleteBucketPolicy: Operation<DeleteBucketPolicyRequest, void> = {
  name: 'DeleteBucketPolicy',
  method: 'DELETE',
  uri: '/{Bucket}?policy',
  status: 204,
  input: deleteBucketPolicyRequest,
}

const getBucketPolicyStatusRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketPolicyStatus`. */
export interface GetBucketPolicyStatusRequest
  extends RequiredInput<typeof getBucketPolicyStatusRequest>, OptionalInput<typeof getBucketPolicyStatusRequest> {}

const getBucketPolicyStatusOutput = () => ({
  /** Verdict on whether the bucket policy grants public access. */
  PolicyStatus: payload(PolicyStatus),
})
/** What `getBucketPolicyStatus` returns. */
export interface GetBucketPolicyStatusOutput
  extends Result, RequiredOf<typeof getBucketPolicyStatusOutput>, OptionalOf<typeof getBucketPolicyStatusOutput> {}

/** Reports whether the bucket policy makes the bucket public; ACLs are not considered. */
export const getBucketPolicyStatus: Operation<GetBucketPolicyStatusRequest, GetBucketPolicyStatusOutput> = {
  name: 'GetBucketPolicyStatus',
  method: 'GET',
  uri: '/{Bucket}?policyStatus',
  input: getBucketPolicyStatusRequest,
  output: getBucketPolicyStatusOutput,
}
