/** Listings of a bucket: the operations. */
import {
  boolean,
  element,
  flatList,
  header,
  integer,
  label,
  list,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  query,
  required,
  type RequiredInput,
  type RequiredOf,
  string,
} from '../schema/index.js'
import { DeleteMarkerEntry, ObjectEntry, ObjectVersion, OptionalObjectAttributes } from '../shapes/listing.js'
import { CommonPrefix, EncodingType, RequestCharged, RequestPayer } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const listObjectsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: query('delimiter', string),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: query('encoding-type', oneOf<EncodingType>(EncodingType)),
  /** The page begins after this key; the key need not exist. */
  Marker: query('marker', string),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: query('max-keys', integer),
  /** Lists only keys that begin with this text. */
  Prefix: query('prefix', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Extra facts wanted for each object; `RestoreStatus` is the only one. */
  OptionalObjectAttributes: header(
    'x-amz-optional-object-attributes',
    list(oneOf<OptionalObjectAttributes>(OptionalObjectAttributes)),
  ),
})
/** Parameters of `listObjects`. */
export interface ListObjectsRequest
  extends RequiredInput<typeof listObjectsRequest>, OptionalInput<typeof listObjectsRequest> {}

const listObjectsOutput = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** The page begins after this key; the key need not exist. */
  Marker: element(string),
  /** `Marker` for the next page; Amazon sends it only with `Delimiter`, otherwise go on from the last key. */
  NextMarker: element(string),
  /** Objects of this page in the order of their UTF-8 bytes; absent when there are none. */
  Contents: element(flatList(ObjectEntry)),
  /** The bucket that was listed. */
  Name: element(string),
  /** Lists only keys that begin with this text. */
  Prefix: element(string),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: element(string),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: element(integer),
  /** Groups of keys up to and including the delimiter; each counts once against the page's limit. */
  CommonPrefixes: element(flatList(CommonPrefix)),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: element(oneOf<EncodingType>(EncodingType)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `listObjects` returns. */
export interface ListObjectsOutput
  extends Result, RequiredOf<typeof listObjectsOutput>, OptionalOf<typeof listObjectsOutput> {}

/**
 * Lists a bucket's objects by key, the older form of the call; new code takes `ListObjectsV2` where the store knows it.
 * @throws {NoSuchBucket}
 */
export const listObjects: Operation<ListObjectsRequest, ListObjectsOutput> = {
  name: 'ListObjects',
  method: 'GET',
  uri: '/{Bucket}',
  input: listObjectsRequest,
  output: listObjectsOutput,
}

const listObjectsV2Request = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: query('delimiter', string),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: query('encoding-type', oneOf<EncodingType>(EncodingType)),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: query('max-keys', integer),
  /** Lists only keys that begin with this text. */
  Prefix: query('prefix', string),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** `true` adds `Owner` to every object; the default is `false`. */
  FetchOwner: query('fetch-owner', boolean),
  /** Lists only keys after this one; the key need not exist, and a continuation token overrides it. */
  StartAfter: query('start-after', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Extra facts wanted for each object; `RestoreStatus` is the only one. */
  OptionalObjectAttributes: header(
    'x-amz-optional-object-attributes',
    list(oneOf<OptionalObjectAttributes>(OptionalObjectAttributes)),
  ),
})
/** Parameters of `listObjectsV2`. */
export interface ListObjectsV2Request
  extends RequiredInput<typeof listObjectsV2Request>, OptionalInput<typeof listObjectsV2Request> {}

const listObjectsV2Output = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Objects of this page in the order of their UTF-8 bytes; absent when there are none. */
  Contents: element(flatList(ObjectEntry)),
  /** The bucket that was listed. */
  Name: element(string),
  /** Lists only keys that begin with this text. */
  Prefix: element(string),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: element(string),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: element(integer),
  /** Groups of keys up to and including the delimiter; each counts once against the page's limit. */
  CommonPrefixes: element(flatList(CommonPrefix)),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: element(oneOf<EncodingType>(EncodingType)),
  /** Number of keys and common prefixes on this page; not the total. */
  KeyCount: element(integer),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
  /** Lists only keys after this one; the key need not exist, and a continuation token overrides it. */
  StartAfter: element(string),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `listObjectsV2` returns. */
export interface ListObjectsV2Output
  extends Result, RequiredOf<typeof listObjectsV2Output>, OptionalOf<typeof listObjectsV2Output> {}

/**
 * Lists a bucket's objects by key, up to 1000 a page; use a paginator for all of them.
 * @throws {NoSuchBucket}
 */
export const listObjectsV2: Operation<ListObjectsV2Request, ListObjectsV2Output> = {
  name: 'ListObjectsV2',
  method: 'GET',
  uri: '/{Bucket}?list-type=2',
  input: listObjectsV2Request,
  output: listObjectsV2Output,
}

const listObjectVersionsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: query('delimiter', string),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: query('encoding-type', oneOf<EncodingType>(EncodingType)),
  /** The page begins after this key, or within it when the version or upload marker is given too. */
  KeyMarker: query('key-marker', string),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: query('max-keys', integer),
  /** Lists only keys that begin with this text. */
  Prefix: query('prefix', string),
  /** Together with `KeyMarker`: the page begins after this version of that key. */
  VersionIdMarker: query('version-id-marker', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Extra facts wanted for each object; `RestoreStatus` is the only one. */
  OptionalObjectAttributes: header(
    'x-amz-optional-object-attributes',
    list(oneOf<OptionalObjectAttributes>(OptionalObjectAttributes)),
  ),
})
/** Parameters of `listObjectVersions`. */
export interface ListObjectVersionsRequest
  extends RequiredInput<typeof listObjectVersionsRequest>, OptionalInput<typeof listObjectVersionsRequest> {}

const listObjectVersionsOutput = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** The page begins after this key, or within it when the version or upload marker is given too. */
  KeyMarker: element(string),
  /** Together with `KeyMarker`: the page begins after this version of that key. */
  VersionIdMarker: element(string),
  /** `KeyMarker` for the next page; absent on the last one. */
  NextKeyMarker: element(string),
  /** `VersionIdMarker` for the next page, together with `NextKeyMarker`. */
  NextVersionIdMarker: element(string),
  /** Versions with content on this page; absent when there are none. */
  Versions: element(flatList(ObjectVersion), 'Version'),
  /** Delete markers on this page; absent when there are none. */
  DeleteMarkers: element(flatList(DeleteMarkerEntry), 'DeleteMarker'),
  /** The bucket that was listed. */
  Name: element(string),
  /** Lists only keys that begin with this text. */
  Prefix: element(string),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: element(string),
  /** Most keys per page; the server's default and maximum is 1000. */
  MaxKeys: element(integer),
  /** Groups of keys up to and including the delimiter; each counts once against the page's limit. */
  CommonPrefixes: element(flatList(CommonPrefix)),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: element(oneOf<EncodingType>(EncodingType)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `listObjectVersions` returns. */
export interface ListObjectVersionsOutput
  extends Result, RequiredOf<typeof listObjectVersionsOutput>, OptionalOf<typeof listObjectVersionsOutput> {}

/** Lists all versions and delete markers: keys in order, newest version first within each key. */
export const listObjectVersions: Operation<ListObjectVersionsRequest, ListObjectVersionsOutput> = {
  name: 'ListObjectVersions',
  method: 'GET',
  uri: '/{Bucket}?versions',
  input: listObjectVersionsRequest,
  output: listObjectVersionsOutput,
}
