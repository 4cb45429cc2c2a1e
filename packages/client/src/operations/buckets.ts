/** Buckets and sessions: the operations. */
import {
  always,
  atLeast,
  boolean,
  element,
  header,
  integer,
  label,
  list,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  payload,
  query,
  required,
  type RequiredInput,
  type RequiredOf,
  secret,
  string,
} from '../schema/index.js'
import {
  Bucket,
  BucketNamespace,
  CreateBucketConfiguration,
  LocationType,
  SessionCredentials,
  SessionMode,
} from '../shapes/buckets.js'
import { BucketCannedACL, ObjectOwnership, Owner, ServerSideEncryption } from '../shapes/shared.js'
import { locationConstraint, type Result } from '../shapes/wire.js'

const createBucketRequest = () => ({
  /** A ready-made ACL; anything but `private` needs an `ObjectOwnership` that allows ACLs. */
  ACL: header('x-amz-acl', oneOf<BucketCannedACL>(BucketCannedACL)),
  /**
   * Name of the new bucket: 3 to 63 lower-case letters, digits, dots and hyphens; unique among all accounts of the partition.
   */
  Bucket: required(label(string)),
  /** Region, kind and tags of the bucket; leave it out in `us-east-1` and with most other stores. */
  CreateBucketConfiguration: payload(CreateBucketConfiguration),
  /** Grantees who may read and write data and ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantFullControl: header('x-amz-grant-full-control', string),
  /**
   * Grantees who may read the object, or list the bucket: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated.
   */
  GrantRead: header('x-amz-grant-read', string),
  /** Grantees who may read the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantReadACP: header('x-amz-grant-read-acp', string),
  /** Grantees who may create, overwrite and delete objects of the bucket: `id="…"`, `uri="…"` or `emailAddress="…"`. */
  GrantWrite: header('x-amz-grant-write', string),
  /** Grantees who may change the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantWriteACP: header('x-amz-grant-write-acp', string),
  /** `true` switches Object Lock on, and versioning with it, which can then no longer be suspended. */
  ObjectLockEnabledForBucket: header('x-amz-bucket-object-lock-enabled', boolean),
  /** Owner of uploaded objects; `BucketOwnerEnforced`, Amazon's default, disables ACLs altogether. */
  ObjectOwnership: header('x-amz-object-ownership', oneOf<ObjectOwnership>(ObjectOwnership)),
  /** `global` (default): names shared by all accounts; `account-regional`: names that only your account can take. */
  BucketNamespace: header('x-amz-bucket-namespace', oneOf<BucketNamespace>(BucketNamespace)),
})
/** Parameters of `createBucket`. */
export interface CreateBucketRequest
  extends RequiredInput<typeof createBucketRequest>, OptionalInput<typeof createBucketRequest> {}

const createBucketOutput = () => ({
  /** `/` and the bucket's name, or the bucket's URL when it is in another Region. */
  Location: header('Location', string),
  /** ARN of the bucket; Amazon sends it for directory buckets only. */
  BucketArn: header('x-amz-bucket-arn', atLeast(1, string)),
})
/** What `createBucket` returns. */
export interface CreateBucketOutput
  extends Result, RequiredOf<typeof createBucketOutput>, OptionalOf<typeof createBucketOutput> {}

/**
 * Creates a bucket; outside `us-east-1` Amazon wants `CreateBucketConfiguration.LocationConstraint`, which is never added for you.
 * @throws {BucketAlreadyExists}
 * @throws {BucketAlreadyOwnedByYou}
 */
export const createBucket: Operation<CreateBucketRequest, CreateBucketOutput> = {
  name: 'CreateBucket',
  method: 'PUT',
  uri: '/{Bucket}',
  input: createBucketRequest,
  output: createBucketOutput,
}

const headBucketRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `headBucket`. */
export interface HeadBucketRequest
  extends RequiredInput<typeof headBucketRequest>, OptionalInput<typeof headBucketRequest> {}

const headBucketOutput = () => ({
  /** ARN of the bucket; Amazon sends it for directory buckets only. */
  BucketArn: header('x-amz-bucket-arn', atLeast(1, string)),
  /** Kind of zone that a directory bucket lives in; absent for other buckets. */
  BucketLocationType: header('x-amz-bucket-location-type', oneOf<LocationType>(LocationType)),
  /** Id of the zone that a directory bucket lives in, e.g. `usw2-az1`; absent for other buckets. */
  BucketLocationName: header('x-amz-bucket-location-name', string),
  /** Region of the bucket, e.g. `eu-west-1`; Amazon names it in errors as well, other stores often not at all. */
  BucketRegion: header('x-amz-bucket-region', string),
  /** `true` when the given name was the alias of an access point. */
  AccessPointAlias: header('x-amz-access-point-alias', boolean),
})
/** What `headBucket` returns. */
export interface HeadBucketOutput
  extends Result, RequiredOf<typeof headBucketOutput>, OptionalOf<typeof headBucketOutput> {}

/**
 * Asks whether the bucket exists and is open to you; errors (400, 403, 404) come without a body, so the status must do.
 * @throws {NoSuchBucket}
 */
export const headBucket: Operation<HeadBucketRequest, HeadBucketOutput> = {
  name: 'HeadBucket',
  method: 'HEAD',
  uri: '/{Bucket}',
  input: headBucketRequest,
  output: headBucketOutput,
}

const deleteBucketRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucket`. */
export interface DeleteBucketRequest
  extends RequiredInput<typeof deleteBucketRequest>, OptionalInput<typeof deleteBucketRequest> {}

/** Deletes an empty bucket; remaining objects, versions or delete markers lead to 409 `BucketNotEmpty`. */
export const deleteBucket: Operation<DeleteBucketRequest, void> = {
  name: 'DeleteBucket',
  method: 'DELETE',
  uri: '/{Bucket}',
  status: 204,
  input: deleteBucketRequest,
}

const listBucketsRequest = () => ({
  /** Most buckets per page, 1 to 10000; without it the answer is not cut into pages. */
  MaxBuckets: query('max-buckets', atLeast(1, integer)),
  /** Opaque place to go on from: `ContinuationToken` of the previous answer, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** Lists only buckets whose names begin with this text. */
  Prefix: query('prefix', string),
  /** Lists only buckets of this Region; the request must go to the endpoint of the same Region. */
  BucketRegion: query('bucket-region', string),
})
/** Parameters of `listBuckets`. */
export interface ListBucketsRequest
  extends RequiredInput<typeof listBucketsRequest>, OptionalInput<typeof listBucketsRequest> {}

const listBucketsOutput = () => ({
  /** The buckets of this page. */
  Buckets: element(list(Bucket, 'Bucket')),
  /** The account that signed the request, and so owns the buckets. */
  Owner: element(Owner),
  /** Pass it to the next request to get the next page; absent on the last one. */
  ContinuationToken: element(string),
  /** The prefix of the request, if there was one. */
  Prefix: element(string),
})
/** What `listBuckets` returns. */
export interface ListBucketsOutput
  extends Result, RequiredOf<typeof listBucketsOutput>, OptionalOf<typeof listBucketsOutput> {}

/** Lists the buckets of the account that signs; all in one answer unless `MaxBuckets` is given. */
export const listBuckets: Operation<ListBucketsRequest, ListBucketsOutput> = {
  name: 'ListBuckets',
  method: 'GET',
  uri: '/',
  input: listBucketsRequest,
  output: listBucketsOutput,
}

const listDirectoryBucketsRequest = () => ({
  /** Opaque place to go on from: `ContinuationToken` of the previous answer, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** Most buckets per page, 0 to 1000. */
  MaxDirectoryBuckets: query('max-directory-buckets', atLeast(0, integer)),
})
/** Parameters of `listDirectoryBuckets`. */
export interface ListDirectoryBucketsRequest
  extends RequiredInput<typeof listDirectoryBucketsRequest>, OptionalInput<typeof listDirectoryBucketsRequest> {}

const listDirectoryBucketsOutput = () => ({
  /** The buckets of this page. */
  Buckets: element(list(Bucket, 'Bucket')),
  /** Pass it to the next request to get the next page; absent on the last one. */
  ContinuationToken: element(string),
})
/** What `listDirectoryBuckets` returns. */
export interface ListDirectoryBucketsOutput
  extends Result, RequiredOf<typeof listDirectoryBucketsOutput>, OptionalOf<typeof listDirectoryBucketsOutput> {}

/** Lists the account's directory buckets (S3 Express) in the Region of the endpoint. */
export const listDirectoryBuckets: Operation<ListDirectoryBucketsRequest, ListDirectoryBucketsOutput> = {
  name: 'ListDirectoryBuckets',
  method: 'GET',
  uri: '/',
  input: listDirectoryBucketsRequest,
  output: listDirectoryBucketsOutput,
}

const getBucketLocationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketLocation`. */
export interface GetBucketLocationRequest
  extends RequiredInput<typeof getBucketLocationRequest>, OptionalInput<typeof getBucketLocationRequest> {}

const getBucketLocationOutput = () => ({
  /** Region of the bucket; `null` means `us-east-1`, and the old value `EU` means `eu-west-1`. */
  LocationConstraint: always(element(locationConstraint)),
})
/** What `getBucketLocation` returns. */
export interface GetBucketLocationOutput
  extends Result, RequiredOf<typeof getBucketLocationOutput>, OptionalOf<typeof getBucketLocationOutput> {}

/**
 * Tells the bucket's Region; the answer for `us-east-1` is `null`; `HeadBucket` is the simpler way to the same fact.
 */
export const getBucketLocation: Operation<GetBucketLocationRequest, GetBucketLocationOutput> = {
  name: 'GetBucketLocation',
  method: 'GET',
  uri: '/{Bucket}?location',
  input: getBucketLocationRequest,
  output: getBucketLocationOutput,
}

const createSessionRequest = () => ({
  /** `ReadWrite` (default) or `ReadOnly`: what the session's credentials allow. */
  SessionMode: header('x-amz-create-session-mode', oneOf<SessionMode>(SessionMode)),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Id, ARN or alias of the KMS key for `aws:kms` and `aws:kms:dsse`; the default is the AWS managed key `aws/s3`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
})
/** Parameters of `createSession`. */
export interface CreateSessionRequest
  extends RequiredInput<typeof createSessionRequest>, OptionalInput<typeof createSessionRequest> {}

const createSessionOutput = () => ({
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** Temporary credentials that are valid for this bucket only. */
  Credentials: required(element(SessionCredentials)),
})
/** What `createSession` returns. */
export interface CreateSessionOutput
  extends Result, RequiredOf<typeof createSessionOutput>, OptionalOf<typeof createSessionOutput> {}

/**
 * Gets credentials for one directory bucket, good for five minutes; the client calls it by itself when needed.
 * @throws {NoSuchBucket}
 */
export const createSession: Operation<CreateSessionRequest, CreateSessionOutput> = {
  name: 'CreateSession',
  method: 'GET',
  uri: '/{Bucket}?session',
  input: createSessionRequest,
  output: createSessionOutput,
}
