/** Access control lists: the operations. */
import {
  atLeast,
  element,
  header,
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
  string,
} from '../schema/index.js'
import { AccessControlPolicy } from '../shapes/acl.js'
import {
  BucketCannedACL,
  ChecksumAlgorithm,
  Grant,
  ObjectCannedACL,
  Owner,
  RequestCharged,
  RequestPayer,
} from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketAclRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketAcl`. */
export interface GetBucketAclRequest
  extends RequiredInput<typeof getBucketAclRequest>, OptionalInput<typeof getBucketAclRequest> {}

const getBucketAclOutput = () => ({
  /** Account that owns the bucket. */
  Owner: element(Owner),
  /** Who may do what; an ACL holds at most 100 grants. */
  Grants: element(list(Grant, 'Grant'), 'AccessControlList'),
})
/** What `getBucketAcl` returns. */
export interface GetBucketAclOutput
  extends Result, RequiredOf<typeof getBucketAclOutput>, OptionalOf<typeof getBucketAclOutput> {}

/** Returns the bucket's owner and its grants; needs `READ_ACP` on the bucket. */
export const getBucketAcl: Operation<GetBucketAclRequest, GetBucketAclOutput> = {
  name: 'GetBucketAcl',
  method: 'GET',
  uri: '/{Bucket}?acl',
  input: getBucketAclRequest,
  output: getBucketAclOutput,
}

const putBucketAclRequest = () => ({
  /** A ready-made ACL; leave out `AccessControlPolicy` and the `Grant…` members. */
  ACL: header('x-amz-acl', oneOf<BucketCannedACL>(BucketCannedACL)),
  /** The whole new ACL, grant by grant and with its owner; instead of `ACL` and the `Grant…` members. */
  AccessControlPolicy: payload(AccessControlPolicy),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
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
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketAcl`. */
export interface PutBucketAclRequest
  extends RequiredInput<typeof putBucketAclRequest>, OptionalInput<typeof putBucketAclRequest> {}

/** Replaces the bucket's whole grant list; a list that omits the owner drops the owner's own grants. */
export const putBucketAcl: Operation<PutBucketAclRequest, void> = {
  name: 'PutBucketAcl',
  method: 'PUT',
  uri: '/{Bucket}?acl',
  checksum: 'required',
  input: putBucketAclRequest,
}

const getObjectAclRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getObjectAcl`. */
export interface GetObjectAclRequest
  extends RequiredInput<typeof getObjectAclRequest>, OptionalInput<typeof getObjectAclRequest> {}

const getObjectAclOutput = () => ({
  /** Account that owns the object. */
  Owner: element(Owner),
  /** Who may do what; an ACL holds at most 100 grants. */
  Grants: element(list(Grant, 'Grant'), 'AccessControlList'),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `getObjectAcl` returns. */
export interface GetObjectAclOutput
  extends Result, RequiredOf<typeof getObjectAclOutput>, OptionalOf<typeof getObjectAclOutput> {}

/**
 * Returns the owner and grants of one object version; the current version unless `VersionId` is given.
 * @throws {NoSuchKey}
 */
export const getObjectAcl: Operation<GetObjectAclRequest, GetObjectAclOutput> = {
  name: 'GetObjectAcl',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?acl',
  input: getObjectAclRequest,
  output: getObjectAclOutput,
}

const putObjectAclRequest = () => ({
  /** A ready-made ACL; leave out `AccessControlPolicy` and the `Grant…` members. */
  ACL: header('x-amz-acl', oneOf<ObjectCannedACL>(ObjectCannedACL)),
  /** The whole new ACL, grant by grant and with its owner; instead of `ACL` and the `Grant…` members. */
  AccessControlPolicy: payload(AccessControlPolicy),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Grantees who may read and write data and ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantFullControl: header('x-amz-grant-full-control', string),
  /**
   * Grantees who may read the object, or list the bucket: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated.
   */
  GrantRead: header('x-amz-grant-read', string),
  /** Grantees who may read the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantReadACP: header('x-amz-grant-read-acp', string),
  /** Has a meaning for buckets only; on an object S3 does not use it. */
  GrantWrite: header('x-amz-grant-write', string),
  /** Grantees who may change the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantWriteACP: header('x-amz-grant-write-acp', string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObjectAcl`. */
export interface PutObjectAclRequest
  extends RequiredInput<typeof putObjectAclRequest>, OptionalInput<typeof putObjectAclRequest> {}

const putObjectAclOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObjectAcl` returns. */
export interface PutObjectAclOutput
  extends Result, RequiredOf<typeof putObjectAclOutput>, OptionalOf<typeof putObjectAclOutput> {}

/**
 * Replaces the whole grant list of one object version; a list that omits the owner drops the owner's own grants.
 * @throws {NoSuchKey}
 */
export const putObjectAcl: Operation<PutObjectAclRequest, PutObjectAclOutput> = {
  name: 'PutObjectAcl',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?acl',
  checksum: 'required',
  input: putObjectAclRequest,
  output: putObjectAclOutput,
}
