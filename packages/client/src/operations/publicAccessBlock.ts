/** Public access block: the operations. */
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
import { PublicAccessBlockConfiguration } from '../shapes/publicAccessBlock.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getPublicAccessBlockRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getPublicAccessBlock`. */
export interface GetPublicAccessBlockRequest
  extends RequiredInput<typeof getPublicAccessBlockRequest>, OptionalInput<typeof getPublicAccessBlockRequest> {}

const getPublicAccessBlockOutput = () => ({
  /** Four switches that keep ACLs and policies from making the bucket public. */
  PublicAccessBlockConfiguration: payload(PublicAccessBlockConfiguration),
})
/** What `getPublicAccessBlock` returns. */
export interface GetPublicAccessBlockOutput
  extends Result, RequiredOf<typeof getPublicAccessBlockOutput>, OptionalOf<typeof getPublicAccessBlockOutput> {}

/** Returns the bucket's own public access settings; account-wide settings may be stricter and are not shown. */
export const getPublicAccessBlock: Operation<GetPublicAccessBlockRequest, GetPublicAccessBlockOutput> = {
  name: 'GetPublicAccessBlock',
  method: 'GET',
  uri: '/{Bucket}?publicAccessBlock',
  input: getPublicAccessBlockRequest,
  output: getPublicAccessBlockOutput,
}

const putPublicAccessBlockRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Four switches that keep ACLs and policies from making the bucket public. */
  PublicAccessBlockConfiguration: required(payload(PublicAccessBlockConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putPublicAccessBlock`. */
export interface PutPublicAccessBlockRequest
  extends RequiredInput<typeof putPublicAccessBlockRequest>, OptionalInput<typeof putPublicAccessBlockRequest> {}

/** Replaces all four public access settings of the bucket; any setting left out becomes false. */
export const putPublicAccessBlock: Operation<PutPublicAccessBlockRequest, void> = {
  name: 'PutPublicAccessBlock',
  method: 'PUT',
  uri: '/{Bucket}?publicAccessBlock',
  checksum: 'required',
  input: putPublicAccessBlockRequest,
}

const deletePublicAccessBlockRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deletePublicAccessBlock`. */
export interface DeletePublicAccessBlockRequest
  extends RequiredInput<typeof deletePublicAccessBlockRequest>, OptionalInput<typeof deletePublicAccessBlockRequest> {}

/** Removes the bucket's public access settings; those of the account continue to apply. */
export const deletePublicAccessBlock: Operation<DeletePublicAccessBlockRequest, void> = {
  name: 'DeletePublicAccessBlock',
  method: 'DELETE',
  uri: '/{Bucket}?publicAccessBlock',
  status: 204,
  input: deletePublicAccessBlockRequest,
}
