/** Who pays for requests: the operations. */
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
import { Payer, RequestPaymentConfiguration } from '../shapes/requestPayment.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketRequestPaymentRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketRequestPayment`. */
export interface GetBucketRequestPaymentRequest
  extends RequiredInput<typeof getBucketRequestPaymentRequest>, OptionalInput<typeof getBucketRequestPaymentRequest> {}

const getBucketRequestPaymentOutput = () => ({
  /** Who pays for requests and data transfer; storage is always paid by the owner. */
  Payer: element(oneOf<Payer>(Payer)),
})
/** What `getBucketRequestPayment` returns. */
export interface GetBucketRequestPaymentOutput
  extends Result, RequiredOf<typeof getBucketRequestPaymentOutput>, OptionalOf<typeof getBucketRequestPaymentOutput> {}

/** Returns who pays for requests and downloads; `BucketOwner` unless it was changed. */
export const getBucketRequestPayment: Operation<GetBucketRequestPaymentRequest, GetBucketRequestPaymentOutput> = {
  name: 'GetBucketRequestPayment',
  method: 'GET',
  uri: '/{Bucket}?requestPayment',
  input: getBucketRequestPaymentRequest,
  output: getBucketRequestPaymentOutput,
}

const putBucketRequestPaymentRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** New choice of who pays. */
  RequestPaymentConfiguration: required(payload(RequestPaymentConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketRequestPayment`. */
export interface PutBucketRequestPaymentRequest
  extends RequiredInput<typeof putBucketRequestPaymentRequest>, OptionalInput<typeof putBucketRequestPaymentRequest> {}

/** Sets who pays for requests and downloads; with `Requester`, anonymous access is refused. */
export const putBucketRequestPayment: Operation<PutBucketRequestPaymentRequest, void> = {
  name: 'PutBucketRequestPayment',
  method: 'PUT',
  uri: '/{Bucket}?requestPayment',
  checksum: 'required',
  input: putBucketRequestPaymentRequest,
}
