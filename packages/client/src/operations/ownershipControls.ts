/** Ownership of objects: the operations. */
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
import { OwnershipControls } from '../shapes/ownershipControls.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketOwnershipControlsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketOwnershipControls`. */
export interface GetBucketOwnershipControlsRequest
  extends
    RequiredInput<typeof getBucketOwnershipControlsRequest>,
    OptionalInput<typeof getBucketOwnershipControlsRequest> {}

const getBucketOwnershipControlsOutput = () => ({
  /** Who owns objects that other accounts upload, and whether ACLs count at all. */
  OwnershipControls: payload(OwnershipControls),
})
/** What `getBucketOwnershipControls` returns. */
export interface GetBucketOwnershipControlsOutput
  extends
    Result,
    RequiredOf<typeof getBucketOwnershipControlsOutput>,
    OptionalOf<typeof getBucketOwnershipControlsOutput> {}

/** Returns the object ownership rule; fails with `OwnershipControlsNotFoundError` when none is set. */
export const getBucketOwnershipControls: Operation<
  GetBucketOwnershipControlsRequest,
  GetBucketOwnershipControlsOutput
> = {
  name: 'GetBucketOwnershipControls',
  method: 'GET',
  uri: '/{Bucket}?ownershipControls',
  input: getBucketOwnershipControlsRequest,
  output: getBucketOwnershipControlsOutput,
}

const putBucketOwnershipControlsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Who owns objects that other accounts upload, and whether ACLs count at all. */
  OwnershipControls: required(payload(OwnershipControls)),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
})
/** Parameters of `putBucketOwnershipControls`. */
export interface PutBucketOwnershipControlsRequest
  extends
    RequiredInput<typeof putBucketOwnershipControlsRequest>,
    OptionalInput<typeof putBucketOwnershipControlsRequest> {}

/** Replaces the object ownership rule; `BucketOwnerEnforced` disables ACLs for the whole bucket. */
export const putBucketOwnershipControls: Operation<PutBucketOwnershipControlsRequest, void> = {
  name: 'PutBucketOwnershipControls',
  method: 'PUT',
  uri: '/{Bucket}?ownershipControls',
  checksum: 'required',
  input: putBucketOwnershipControlsRequest,
}

const deleteBucketOwnershipControlsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketOwnershipControls`. */
export interface DeleteBucketOwnershipControlsRequest
  extends
    RequiredInput<typeof deleteBucketOwnershipControlsRequest>,
    OptionalInput<typeof deleteBucketOwnershipControlsRequest> {}

/** Removes the object ownership rule, so the bucket behaves as `ObjectWriter` and ACLs count again. */
export const deleteBucketOwnershipControls: Operation<DeleteBucketOwnershipControlsRequest, void> = {
  name: 'DeleteBucketOwnershipControls',
  method: 'DELETE',
  uri: '/{Bucket}?ownershipControls',
  status: 204,
  input: deleteBucketOwnershipControlsRequest,
}
