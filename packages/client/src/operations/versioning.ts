/** Versioning of a bucket: the operations. */
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
  secret,
  string,
} from '../schema/index.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { BucketVersioningStatus, MFADeleteStatus, VersioningConfiguration } from '../shapes/versioning.js'
import { type Result } from '../shapes/wire.js'

const getBucketVersioningRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketVersioning`. */
export interface GetBucketVersioningRequest
  extends RequiredInput<typeof getBucketVersioningRequest>, OptionalInput<typeof getBucketVersioningRequest> {}

const getBucketVersioningOutput = () => ({
  /** `Enabled` or `Suspended`; absent when versioning was never switched on. */
  Status: element(oneOf<BucketVersioningStatus>(BucketVersioningStatus)),
  /** Whether deleting versions needs an MFA code; absent if MFA delete was never configured. */
  MFADelete: element(oneOf<MFADeleteStatus>(MFADeleteStatus), 'MfaDelete'),
})
/** What `getBucketVersioning` returns. */
export interface GetBucketVersioningOutput
  extends Result, RequiredOf<typeof getBucketVersioningOutput>, OptionalOf<typeof getBucketVersioningOutput> {}

/** Returns the versioning state; a bucket that never had versioning set returns no `Status` at all. */
export const getBucketVersioning: Operation<GetBucketVersioningRequest, GetBucketVersioningOutput> = {
  name: 'GetBucketVersioning',
  method: 'GET',
  uri: '/{Bucket}?versioning',
  input: getBucketVersioningRequest,
  output: getBucketVersioningOutput,
}

const putBucketVersioningRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /**
   * Serial number of the MFA device, a space and its current code; needed where MFA Delete is on, and only over https.
   */
  MFA: header('x-amz-mfa', secret),
  /** New versioning state; changing `MFADelete` in it also requires the `MFA` parameter. */
  VersioningConfiguration: required(payload(VersioningConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketVersioning`. */
export interface PutBucketVersioningRequest
  extends RequiredInput<typeof putBucketVersioningRequest>, OptionalInput<typeof putBucketVersioningRequest> {}

/** Enables or suspends versioning; once enabled it can be suspended but never fully removed. */
export const putBucketVersioning: Operation<PutBucketVersioningRequest, void> = {
  name: 'PutBucketVersioning',
  method: 'PUT',
  uri: '/{Bucket}?versioning',
  checksum: 'required',
  input: putBucketVersioningRequest,
}
