/** Static websites: the operations. */
import {
  element,
  header,
  label,
  list,
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
import { ChecksumAlgorithm } from '../shapes/shared.js'
import {
  ErrorDocument,
  IndexDocument,
  RedirectAllRequestsTo,
  RoutingRule,
  WebsiteConfiguration,
} from '../shapes/website.js'
import { type Result } from '../shapes/wire.js'

const getBucketWebsiteRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketWebsite`. */
export interface GetBucketWebsiteRequest
  extends RequiredInput<typeof getBucketWebsiteRequest>, OptionalInput<typeof getBucketWebsiteRequest> {}

const getBucketWebsiteOutput = () => ({
  /** Host that every website request is redirected to; if present, the other members are absent. */
  RedirectAllRequestsTo: element(RedirectAllRequestsTo),
  /** Document served for requests that end in a slash. */
  IndexDocument: element(IndexDocument),
  /** Object served in place of the built-in page on a 4xx error; absent if not configured. */
  ErrorDocument: element(ErrorDocument),
  /** Conditional redirects of the website, in evaluation order. */
  RoutingRules: element(list(RoutingRule, 'RoutingRule')),
})
/** What `getBucketWebsite` returns. */
export interface GetBucketWebsiteOutput
  extends Result, RequiredOf<typeof getBucketWebsiteOutput>, OptionalOf<typeof getBucketWebsiteOutput> {}

/** Returns the static website settings; fails with `NoSuchWebsiteConfiguration` when none are set. */
export const getBucketWebsite: Operation<GetBucketWebsiteRequest, GetBucketWebsiteOutput> = {
  name: 'GetBucketWebsite',
  method: 'GET',
  uri: '/{Bucket}?website',
  input: getBucketWebsiteRequest,
  output: getBucketWebsiteOutput,
}

const putBucketWebsiteRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Complete website settings: either `RedirectAllRequestsTo` alone or at least `IndexDocument`. */
  WebsiteConfiguration: required(payload(WebsiteConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketWebsite`. */
export interface PutBucketWebsiteRequest
  extends RequiredInput<typeof putBucketWebsiteRequest>, OptionalInput<typeof putBucketWebsiteRequest> {}

/** Turns static website hosting on or replaces all its settings; it does not make objects public. */
export const putBucketWebsite: Operation<PutBucketWebsiteRequest, void> = {
  name: 'PutBucketWebsite',
  method: 'PUT',
  uri: '/{Bucket}?website',
  checksum: 'required',
  input: putBucketWebsiteRequest,
}

const deleteBucketWebsiteRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketWebsite`. */
export interface DeleteBucketWebsiteRequest
  extends RequiredInput<typeof deleteBucketWebsiteRequest>, OptionalInput<typeof deleteBucketWebsiteRequest> {}

/** Turns static website hosting off; succeeds even when the bucket has no website settings. */
export const deleteBucketWebsite: Operation<DeleteBucketWebsiteRequest, void> = {
  name: 'DeleteBucketWebsite',
  method: 'DELETE',
  uri: '/{Bucket}?website',
  status: 204,
  input: deleteBucketWebsiteRequest,
}
