/** Transfer acceleration: the operations. */
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
import { AccelerateConfiguration, BucketAccelerateStatus } from '../shapes/accelerate.js'
import { ChecksumAlgorithm, RequestCharged, RequestPayer } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketAccelerateConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
})
/** Parameters of `getBucketAccelerateConfiguration`. */
export interface GetBucketAccelerateConfigurationRequest
  extends
    RequiredInput<typeof getBucketAccelerateConfigurationRequest>,
    OptionalInput<typeof getBucketAccelerateConfigurationRequest> {}

const getBucketAccelerateConfigurationOutput = () => ({
  /** `Enabled` or `Suspended`; absent when Transfer Acceleration was never switched on. */
  Status: element(oneOf<BucketAccelerateStatus>(BucketAccelerateStatus)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `getBucketAccelerateConfiguration` returns. */
export interface GetBucketAccelerateConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketAccelerateConfigurationOutput>,
    OptionalOf<typeof getBucketAccelerateConfigurationOutput> {}

/** Returns the transfer acceleration state; no `Status` if it was never set. */
export const getBucketAccelerateConfiguration: Operation<
  GetBucketAccelerateConfigurationRequest,
  GetBucketAccelerateConfigurationOutput
> = {
  name: 'GetBucketAccelerateConfiguration',
  method: 'GET',
  uri: '/{Bucket}?accelerate',
  input: getBucketAccelerateConfigurationRequest,
  output: getBucketAccelerateConfigurationOutput,
}

const putBucketAccelerateConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** New transfer acceleration state; a change can take up to 30 minutes to act. */
  AccelerateConfiguration: required(payload(AccelerateConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
})
/** Parameters of `putBucketAccelerateConfiguration`. */
export interface PutBucketAccelerateConfigurationRequest
  extends
    RequiredInput<typeof putBucketAccelerateConfigurationRequest>,
    OptionalInput<typeof putBucketAccelerateConfigurationRequest> {}

/** Enables or suspends transfer acceleration; the bucket name must be DNS-compliant and contain no dots. */
export const putBucketAccelerateConfiguration: Operation<PutBucketAccelerateConfigurationRequest, void> = {
  name: 'PutBucketAccelerateConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?accelerate',
  checksum: 'optional',
  input: putBucketAccelerateConfigurationRequest,
}
