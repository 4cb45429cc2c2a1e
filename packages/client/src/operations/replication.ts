/** Replication: the operations. */
import {
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
import { ReplicationConfiguration } from '../shapes/replication.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketReplicationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketReplication`. */
export interface GetBucketReplicationRequest
  extends RequiredInput<typeof getBucketReplicationRequest>, OptionalInput<typeof getBucketReplicationRequest> {}

const getBucketReplicationOutput = () => ({
  /** IAM role and rules by which objects are copied to other buckets. */
  ReplicationConfiguration: payload(ReplicationConfiguration),
})
/** What `getBucketReplication` returns. */
export interface GetBucketReplicationOutput
  extends Result, RequiredOf<typeof getBucketReplicationOutput>, OptionalOf<typeof getBucketReplicationOutput> {}

/** Reads the replication rules of a bucket; without any, it fails with `ReplicationConfigurationNotFoundError`. */
export const getBucketReplication: Operation<GetBucketReplicationRequest, GetBucketReplicationOutput> = {
  name: 'GetBucketReplication',
  method: 'GET',
  uri: '/{Bucket}?replication',
  input: getBucketReplicationRequest,
  output: getBucketReplicationOutput,
}

const putBucketReplicationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** IAM role and rules by which objects are copied to other buckets. */
  ReplicationConfiguration: required(payload(ReplicationConfiguration)),
  /** Token from AWS Support that allows Object Lock on a bucket created without it; seldom needed. */
  Token: header('x-amz-bucket-object-lock-token', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketReplication`. */
export interface PutBucketReplicationRequest
  extends RequiredInput<typeof putBucketReplicationRequest>, OptionalInput<typeof putBucketReplicationRequest> {}

/** Replaces all replication rules of a bucket; source and destination must both have versioning enabled. */
export const putBucketReplication: Operation<PutBucketReplicationRequest, void> = {
  name: 'PutBucketReplication',
  method: 'PUT',
  uri: '/{Bucket}?replication',
  checksum: 'required',
  input: putBucketReplicationRequest,
}

const deleteBucketReplicationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketReplication`. */
export interface DeleteBucketReplicationRequest
  extends RequiredInput<typeof deleteBucketReplicationRequest>, OptionalInput<typeof deleteBucketReplicationRequest> {}

/**
 * Removes every replication rule, leaving existing replicas alone; a store unaware of `?replication` may delete an empty bucket.
 */
export const deleteBucketReplication: Operation<DeleteBucketReplicationRequest, void> = {
  name: 'DeleteBucketReplication',
  method: 'DELETE',
  uri: '/{Bucket}?replication',
  status: 204,
  input: deleteBucketReplicationRequest,
}
