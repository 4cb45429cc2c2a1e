/** Attribute-based access control: the operations. */
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
import { AbacStatus } from '../shapes/abac.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketAbacRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketAbac`. */
export interface GetBucketAbacRequest
  extends RequiredInput<typeof getBucketAbacRequest>, OptionalInput<typeof getBucketAbacRequest> {}

const getBucketAbacOutput = () => ({
  /** Whether the bucket's tags count in access decisions (`Enabled`) or serve only cost reports (`Disabled`). */
  AbacStatus: payload(AbacStatus),
})
/** What `getBucketAbac` returns. */
export interface GetBucketAbacOutput
  extends Result, RequiredOf<typeof getBucketAbacOutput>, OptionalOf<typeof getBucketAbacOutput> {}

/** Tells whether a bucket's tags count in access decisions (attribute-based access control). */
export const getBucketAbac: Operation<GetBucketAbacRequest, GetBucketAbacOutput> = {
  name: 'GetBucketAbac',
  method: 'GET',
  uri: '/{Bucket}?abac',
  input: getBucketAbacRequest,
  output: getBucketAbacOutput,
}

const putBucketAbacRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Whether the bucket's tags count in access decisions (`Enabled`) or serve only cost reports (`Disabled`). */
  AbacStatus: required(payload(AbacStatus)),
})
/** Parameters of `putBucketAbac`. */
export interface PutBucketAbacRequest
  extends RequiredInput<typeof putBucketAbacRequest>, OptionalInput<typeof putBucketAbacRequest> {}

/** Turns tag-based access control on or off; while on, `PutBucketTagging` and `DeleteBucketTagging` are refused. */
export const putBucketAbac: Operation<PutBucketAbacRequest, void> = {
  name: 'PutBucketAbac',
  method: 'PUT',
  uri: '/{Bucket}?abac',
  checksum: 'optional',
  input: putBucketAbacRequest,
}
