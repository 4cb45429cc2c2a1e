/** Objects: the operations. */
import {
  always,
  atLeast,
  body,
  boolean,
  element,
  flatList,
  header,
  httpTimestamp,
  idempotencyToken,
  integer,
  isoTimestamp,
  label,
  list,
  oneOf,
  type Operation,
  type OptionalInput,
  type OptionalOf,
  payload,
  prefixHeaders,
  query,
  required,
  type RequiredInput,
  type RequiredOf,
  secret,
  string,
  stringMap,
  timestamp,
} from '../schema/index.js'
import { checksumHeaders, sseCustomerHeaders } from '../shapes/groups.js'
import {
  AnnotationDirective,
  ArchiveStatus,
  Checksum,
  CopyObjectResult,
  Delete,
  DeleteError,
  DeletedObject,
  GetObjectAttributesParts,
  MetadataDirective,
  ObjectAttributes,
  RestoreRequest,
  TaggingDirective,
} from '../shapes/objects.js'
import {
  ChecksumAlgorithm,
  ChecksumMode,
  ChecksumType,
  ObjectCannedACL,
  ObjectLockLegalHoldStatus,
  ObjectLockMode,
  ReplicationStatus,
  RequestCharged,
  RequestPayer,
  ServerSideEncryption,
  StorageClass,
} from '../shapes/shared.js'
import { copySource, requestBody, sseCustomerKey, streamingBody, taggingHeader, type Result } from '../shapes/wire.js'

const putObjectRequest = () => ({
  /** A ready-made ACL; do not combine it with the `Grant…` members; buckets with ACLs disabled refuse most values. */
  ACL: header('x-amz-acl', oneOf<ObjectCannedACL>(ObjectCannedACL)),
  /** Content as bytes, text or a stream; absent means an empty object, and what cannot be rewound cannot be retried. */
  Body: body(requestBody),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** `Cache-Control` stored with the object and returned on reads, e.g. `max-age=3600`. */
  CacheControl: header('Cache-Control', string),
  /** `Content-Disposition` stored with the object, e.g. `attachment; filename="report.pdf"`. */
  ContentDisposition: header('Content-Disposition', string),
  /** `Content-Encoding` stored with the object, e.g. `gzip`; names what the bytes are, S3 itself compresses nothing. */
  ContentEncoding: header('Content-Encoding', string),
  /** `Content-Language` stored with the object, e.g. `en-GB`. */
  ContentLanguage: header('Content-Language', string),
  /** Size of `Body` in bytes; needed only for a stream whose length cannot be found out. */
  ContentLength: header('Content-Length', integer),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('Content-Type', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  ...checksumHeaders(),
  /** `Expires` header stored with the object, a hint to caches; it deletes nothing. */
  Expires: header('Expires', timestamp),
  /** Replaces the object only if it now has this ETag, quotes included; otherwise 412, or 409 on a concurrent write. */
  IfMatch: header('If-Match', string),
  /** `*` stores the object only if the key does not exist yet; otherwise 412, or 409 on a concurrent write. */
  IfNoneMatch: header('If-None-Match', string),
  /** Grantees who may read and write data and ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantFullControl: header('x-amz-grant-full-control', string),
  /**
   * Grantees who may read the object, or list the bucket: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated.
   */
  GrantRead: header('x-amz-grant-read', string),
  /** Grantees who may read the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantReadACP: header('x-amz-grant-read-acp', string),
  /** Grantees who may change the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantWriteACP: header('x-amz-grant-write-acp', string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Appends at this offset, which must equal the present size; only for directory buckets. */
  WriteOffsetBytes: header('x-amz-write-offset-bytes', integer),
  /**
   * Your own name-value pairs (`x-amz-meta-…`), ASCII, 2 KB in total; names are case-insensitive and come back in lower case.
   */
  Metadata: prefixHeaders('x-amz-meta-', stringMap),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Storage class, which decides on price and access time; absent means `STANDARD`. */
  StorageClass: header('x-amz-storage-class', oneOf<StorageClass>(StorageClass)),
  /** Target of the 301 a website endpoint gives for this object: `/other-key` or an `http(s)://` URL. */
  WebsiteRedirectLocation: header('x-amz-website-redirect-location', string),
  ...sseCustomerHeaders(),
  /** Id, ARN or alias of the KMS key for `aws:kms` and `aws:kms:dsse`; the default is the AWS managed key `aws/s3`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /**
   * Tags of the new object: a query string `a=b&c=d`, percent-encoded by you, or an object of names and values; at most 10.
   */
  Tagging: header('x-amz-tagging', taggingHeader),
  /** `GOVERNANCE`: who has the permission may lift the retention early; `COMPLIANCE`: nobody may. */
  ObjectLockMode: header('x-amz-object-lock-mode', oneOf<ObjectLockMode>(ObjectLockMode)),
  /** Until this time the version cannot be deleted or overwritten; goes together with `ObjectLockMode`. */
  ObjectLockRetainUntilDate: header('x-amz-object-lock-retain-until-date', isoTimestamp),
  /** `ON` blocks deletion of the version until it is set to `OFF`; has no end date. */
  ObjectLockLegalHoldStatus: header(
    'x-amz-object-lock-legal-hold',
    oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus),
  ),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObject`. */
export interface PutObjectRequest
  extends RequiredInput<typeof putObjectRequest>, OptionalInput<typeof putObjectRequest> {}

const putObjectOutput = () => ({
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-expiration', string),
  /** ETag of the stored object, quotes included; its MD5 unless it is encrypted with KMS or your own key. */
  ETag: header('ETag', string),
  ...checksumHeaders(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Version that was just written; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** Size of the whole object in bytes after an append; absent otherwise. */
  Size: header('x-amz-object-size', integer),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObject` returns. */
export interface PutObjectOutput
  extends Result, RequiredOf<typeof putObjectOutput>, OptionalOf<typeof putObjectOutput> {}

/**
 * Stores an object of up to 5 GB in one request; it replaces an object of the same key or, with versioning, adds a version.
 * @throws {InvalidRequest}
 * @throws {InvalidWriteOffset}
 * @throws {TooManyParts}
 * @throws {EncryptionTypeMismatch}
 */
export const putObject: Operation<PutObjectRequest, PutObjectOutput> = {
  name: 'PutObject',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}',
  checksum: 'optional',
  input: putObjectRequest,
  output: putObjectOutput,
}

const getObjectRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Acts only if the object now has this ETag, quotes included (`*`: any); otherwise the answer is 412. */
  IfMatch: header('If-Match', string),
  /**
   * Reads only if the object changed after this time; otherwise 304, which arrives as an error; ignored next to `IfNoneMatch`.
   */
  IfModifiedSince: header('If-Modified-Since', timestamp),
  /** Reads only if the ETag differs from this one, quotes included; otherwise 304, which arrives as an error. */
  IfNoneMatch: header('If-None-Match', string),
  /** Answers only if the object has not changed since this time; otherwise 412; overruled by a matching `IfMatch`. */
  IfUnmodifiedSince: header('If-Unmodified-Since', timestamp),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Bytes `first-last`, both inclusive, as in `bytes=0-499`; `bytes=-500` is the last 500; one range a request. */
  Range: header('Range', string),
  /** Replaces `Cache-Control` in this response only; needs a signed request. */
  ResponseCacheControl: query('response-cache-control', string),
  /** Replaces `Content-Disposition` in this response only; useful in presigned URLs to name the download. */
  ResponseContentDisposition: query('response-content-disposition', string),
  /** Replaces `Content-Encoding` in this response only; the bytes stay as stored. */
  ResponseContentEncoding: query('response-content-encoding', string),
  /** Replaces `Content-Language` in this response only; needs a signed request. */
  ResponseContentLanguage: query('response-content-language', string),
  /** Replaces `Content-Type` in this response only; needs a signed request. */
  ResponseContentType: query('response-content-type', string),
  /** Replaces `Expires` in this response only; needs a signed request. */
  ResponseExpires: query('response-expires', httpTimestamp),
  /** Reads this version instead of the newest; a delete marker cannot be read and leads to 405. */
  VersionId: query('versionId', string),
  ...sseCustomerHeaders(),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Reads just this part of an object uploaded in parts, 1 to 10000; not together with `Range`. */
  PartNumber: query('partNumber', integer),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * `ENABLED` asks for the stored checksums in the response; reads of content set it by default, `HeadObject` does not.
   */
  ChecksumMode: header('x-amz-checksum-mode', oneOf<ChecksumMode>(ChecksumMode)),
})
/** Parameters of `getObject`. */
export interface GetObjectRequest
  extends RequiredInput<typeof getObjectRequest>, OptionalInput<typeof getObjectRequest> {}

const getObjectOutput = () => ({
  /** The content as a stream that can be read once; a wrong length or checksum makes the read fail. */
  Body: always(body(streamingBody)),
  /** `true` when the version asked for is a delete marker; absent in a successful read. */
  DeleteMarker: header('x-amz-delete-marker', boolean),
  /** `bytes` when the server supports range requests for this object. */
  AcceptRanges: header('accept-ranges', string),
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-expiration', string),
  /** State of the temporary copy of an archived object: `ongoing-request="true"`, or `"false"` and an `expiry-date`. */
  Restore: header('x-amz-restore', string),
  /** When this version was written, to the second; for a multipart upload Amazon gives the time of its creation. */
  LastModified: header('Last-Modified', timestamp),
  /** Bytes in `Body`; for a range or a part, that of the piece, so take the object's size from `ContentRange`. */
  ContentLength: header('Content-Length', integer),
  /** Identifies the content; the double quotes are part of the value, and only for some objects is it the MD5. */
  ETag: header('ETag', string),
  ...checksumHeaders(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /** Number of metadata entries left out because they cannot be written as HTTP headers. */
  MissingMeta: header('x-amz-missing-meta', integer),
  /** Version that was read; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** `Cache-Control` stored with the object and returned on reads, e.g. `max-age=3600`. */
  CacheControl: header('Cache-Control', string),
  /** `Content-Disposition` stored with the object, e.g. `attachment; filename="report.pdf"`. */
  ContentDisposition: header('Content-Disposition', string),
  /** `Content-Encoding` stored with the object, e.g. `gzip`; names what the bytes are, S3 itself compresses nothing. */
  ContentEncoding: header('Content-Encoding', string),
  /** `Content-Language` stored with the object, e.g. `en-GB`. */
  ContentLanguage: header('Content-Language', string),
  /** Which bytes these are and of how many: `bytes first-last/total`; only with a partial answer. */
  ContentRange: header('Content-Range', string),
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('Content-Type', string),
  /** `Expires` header of the object; absent when it is no date, and then `ExpiresString` has the text. */
  Expires: header('Expires', timestamp),
  /** The `Expires` header as it came, also when it is no date. */
  ExpiresString: header('Expires', string),
  /** Target of the 301 a website endpoint gives for this object: `/other-key` or an `http(s)://` URL. */
  WebsiteRedirectLocation: header('x-amz-website-redirect-location', string),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /**
   * Your own name-value pairs (`x-amz-meta-…`), ASCII, 2 KB in total; names are case-insensitive and come back in lower case.
   */
  Metadata: always(prefixHeaders('x-amz-meta-', stringMap)),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** Storage class of the object; absent means `STANDARD`. */
  StorageClass: header('x-amz-storage-class', oneOf<StorageClass>(StorageClass)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** On the source `PENDING`, `COMPLETED` or `FAILED`, on the copy `REPLICA`; absent when no rule applies. */
  ReplicationStatus: header('x-amz-replication-status', oneOf<ReplicationStatus>(ReplicationStatus)),
  /** Number of parts of the object; only when `PartNumber` was given and the object was uploaded in parts. */
  PartsCount: header('x-amz-mp-parts-count', integer),
  /** Number of tags of the object; absent without tags or without permission to read them. */
  TagCount: header('x-amz-tagging-count', integer),
  /** `GOVERNANCE`: who has the permission may lift the retention early; `COMPLIANCE`: nobody may. */
  ObjectLockMode: header('x-amz-object-lock-mode', oneOf<ObjectLockMode>(ObjectLockMode)),
  /** Until this time the version cannot be deleted or overwritten; goes together with `ObjectLockMode`. */
  ObjectLockRetainUntilDate: header('x-amz-object-lock-retain-until-date', isoTimestamp),
  /** `ON` blocks deletion of the version until it is set to `OFF`; has no end date. */
  ObjectLockLegalHoldStatus: header(
    'x-amz-object-lock-legal-hold',
    oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus),
  ),
})
/** What `getObject` returns. */
export interface GetObjectOutput
  extends Result, RequiredOf<typeof getObjectOutput>, OptionalOf<typeof getObjectOutput> {}

/**
 * Reads an object or a range of it; consume or cancel `Body`, which holds the connection until then.
 * @throws {NoSuchKey}
 * @throws {InvalidObjectState}
 */
export const getObject: Operation<GetObjectRequest, GetObjectOutput> = {
  name: 'GetObject',
  method: 'GET',
  uri: '/{Bucket}/{Key+}',
  verifiable: true,
  input: getObjectRequest,
  output: getObjectOutput,
}

const headObjectRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Acts only if the object now has this ETag, quotes included (`*`: any); otherwise the answer is 412. */
  IfMatch: header('If-Match', string),
  /**
   * Answers only if the object changed after this time; otherwise 304, which arrives as an error; ignored next to `IfNoneMatch`.
   */
  IfModifiedSince: header('If-Modified-Since', timestamp),
  /** Answers only if the ETag differs from this one, quotes included; otherwise 304, which arrives as an error. */
  IfNoneMatch: header('If-None-Match', string),
  /** Answers only if the object has not changed since this time; otherwise 412; overruled by a matching `IfMatch`. */
  IfUnmodifiedSince: header('If-Unmodified-Since', timestamp),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Bytes `first-last` as in `bytes=0-499`; affects only `ContentLength` and `ContentRange`, or leads to 416. */
  Range: header('Range', string),
  /** Replaces `Cache-Control` in this response only; needs a signed request. */
  ResponseCacheControl: query('response-cache-control', string),
  /** Replaces `Content-Disposition` in this response only; useful in presigned URLs to name the download. */
  ResponseContentDisposition: query('response-content-disposition', string),
  /** Replaces `Content-Encoding` in this response only; the bytes stay as stored. */
  ResponseContentEncoding: query('response-content-encoding', string),
  /** Replaces `Content-Language` in this response only; needs a signed request. */
  ResponseContentLanguage: query('response-content-language', string),
  /** Replaces `Content-Type` in this response only; needs a signed request. */
  ResponseContentType: query('response-content-type', string),
  /** Replaces `Expires` in this response only; needs a signed request. */
  ResponseExpires: query('response-expires', httpTimestamp),
  /** Asks about this version instead of the newest; a delete marker leads to 405. */
  VersionId: query('versionId', string),
  ...sseCustomerHeaders(),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Answers for this part alone, 1 to 10000; `PartsCount` then tells how many there are. */
  PartNumber: query('partNumber', integer),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `ENABLED` asks for the stored checksums, which are not sent otherwise. */
  ChecksumMode: header('x-amz-checksum-mode', oneOf<ChecksumMode>(ChecksumMode)),
})
/** Parameters of `headObject`. */
export interface HeadObjectRequest
  extends RequiredInput<typeof headObjectRequest>, OptionalInput<typeof headObjectRequest> {}

const headObjectOutput = () => ({
  /** `true` when the version asked for is a delete marker; absent in a successful answer. */
  DeleteMarker: header('x-amz-delete-marker', boolean),
  /** `bytes` when the server supports range requests for this object. */
  AcceptRanges: header('accept-ranges', string),
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-expiration', string),
  /** State of the temporary copy of an archived object: `ongoing-request="true"`, or `"false"` and an `expiry-date`. */
  Restore: header('x-amz-restore', string),
  /** Archive tier of an Intelligent-Tiering object that must be restored before it is read; absent otherwise. */
  ArchiveStatus: header('x-amz-archive-status', oneOf<ArchiveStatus>(ArchiveStatus)),
  /** When this version was written, to the second; for a multipart upload Amazon gives the time of its creation. */
  LastModified: header('Last-Modified', timestamp),
  /** Size of the object in bytes; with `PartNumber` or `Range`, that of the piece. */
  ContentLength: header('Content-Length', integer),
  ...checksumHeaders(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /** Identifies the content; the double quotes are part of the value, and only for some objects is it the MD5. */
  ETag: header('ETag', string),
  /** Number of metadata entries left out because they cannot be written as HTTP headers. */
  MissingMeta: header('x-amz-missing-meta', integer),
  /** Version that was asked about; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** `Cache-Control` stored with the object and returned on reads, e.g. `max-age=3600`. */
  CacheControl: header('Cache-Control', string),
  /** `Content-Disposition` stored with the object, e.g. `attachment; filename="report.pdf"`. */
  ContentDisposition: header('Content-Disposition', string),
  /** `Content-Encoding` stored with the object, e.g. `gzip`; names what the bytes are, S3 itself compresses nothing. */
  ContentEncoding: header('Content-Encoding', string),
  /** `Content-Language` stored with the object, e.g. `en-GB`. */
  ContentLanguage: header('Content-Language', string),
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('Content-Type', string),
  /** Which bytes these are and of how many: `bytes first-last/total`; only with a partial answer. */
  ContentRange: header('Content-Range', string),
  /** `Expires` header of the object; absent when it is no date, and then `ExpiresString` has the text. */
  Expires: header('Expires', timestamp),
  /** The `Expires` header as it came, also when it is no date. */
  ExpiresString: header('Expires', string),
  /** Target of the 301 a website endpoint gives for this object: `/other-key` or an `http(s)://` URL. */
  WebsiteRedirectLocation: header('x-amz-website-redirect-location', string),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /**
   * Your own name-value pairs (`x-amz-meta-…`), ASCII, 2 KB in total; names are case-insensitive and come back in lower case.
   */
  Metadata: always(prefixHeaders('x-amz-meta-', stringMap)),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** Storage class of the object; absent means `STANDARD`. */
  StorageClass: header('x-amz-storage-class', oneOf<StorageClass>(StorageClass)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** On the source `PENDING`, `COMPLETED` or `FAILED`, on the copy `REPLICA`; absent when no rule applies. */
  ReplicationStatus: header('x-amz-replication-status', oneOf<ReplicationStatus>(ReplicationStatus)),
  /** Number of parts of the object; sent only when `PartNumber` was asked for and the object was uploaded in parts. */
  PartsCount: header('x-amz-mp-parts-count', integer),
  /** Number of tags of the object; absent without tags or without permission to read them. */
  TagCount: header('x-amz-tagging-count', integer),
  /** `GOVERNANCE`: who has the permission may lift the retention early; `COMPLIANCE`: nobody may. */
  ObjectLockMode: header('x-amz-object-lock-mode', oneOf<ObjectLockMode>(ObjectLockMode)),
  /** Until this time the version cannot be deleted or overwritten; goes together with `ObjectLockMode`. */
  ObjectLockRetainUntilDate: header('x-amz-object-lock-retain-until-date', isoTimestamp),
  /** `ON` blocks deletion of the version until it is set to `OFF`; has no end date. */
  ObjectLockLegalHoldStatus: header(
    'x-amz-object-lock-legal-hold',
    oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus),
  ),
})
/** What `headObject` returns. */
export interface HeadObjectOutput
  extends Result, RequiredOf<typeof headObjectOutput>, OptionalOf<typeof headObjectOutput> {}

/**
 * Reads size, metadata and other headers without the content; errors come without a body, a missing key as a bare 404.
 * @throws {NoSuchKey}
 */
export const headObject: Operation<HeadObjectRequest, HeadObjectOutput> = {
  name: 'HeadObject',
  method: 'HEAD',
  uri: '/{Bucket}/{Key+}',
  input: headObjectRequest,
  output: headObjectOutput,
}

const copyObjectRequest = () => ({
  /** A ready-made ACL; do not combine it with the `Grant…` members; buckets with ACLs disabled refuse most values. */
  ACL: header('x-amz-acl', oneOf<ObjectCannedACL>(ObjectCannedACL)),
  /** Bucket that receives the copy. */
  Bucket: required(label(string)),
  /** `Cache-Control` stored with the object and returned on reads, e.g. `max-age=3600`. */
  CacheControl: header('Cache-Control', string),
  /** Algorithm of the checksum stored with the copy; the default is that of the source. */
  ChecksumAlgorithm: header('x-amz-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** `Content-Disposition` stored with the object, e.g. `attachment; filename="report.pdf"`. */
  ContentDisposition: header('Content-Disposition', string),
  /** `Content-Encoding` stored with the object, e.g. `gzip`; names what the bytes are, S3 itself compresses nothing. */
  ContentEncoding: header('Content-Encoding', string),
  /** `Content-Language` stored with the object, e.g. `en-GB`. */
  ContentLanguage: header('Content-Language', string),
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('Content-Type', string),
  /**
   * Source as `{ Bucket, Key, VersionId? }` or `bucket/key[?versionId=…]`; percent-encoded for you, so pass it unencoded.
   */
  CopySource: required(header('x-amz-copy-source', copySource)),
  /** Copies only if the source has this ETag, quotes included; otherwise the answer is 412. */
  CopySourceIfMatch: header('x-amz-copy-source-if-match', string),
  /** Copies only if the source changed after this time; otherwise the answer is 412. */
  CopySourceIfModifiedSince: header('x-amz-copy-source-if-modified-since', timestamp),
  /** Copies only if the source has another ETag than this one; otherwise the answer is 412. */
  CopySourceIfNoneMatch: header('x-amz-copy-source-if-none-match', string),
  /** Copies only if the source has not changed since this time; otherwise the answer is 412. */
  CopySourceIfUnmodifiedSince: header('x-amz-copy-source-if-unmodified-since', timestamp),
  /** `Expires` header stored with the object, a hint to caches; it deletes nothing. */
  Expires: header('Expires', timestamp),
  /** Grantees who may read and write data and ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantFullControl: header('x-amz-grant-full-control', string),
  /**
   * Grantees who may read the object, or list the bucket: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated.
   */
  GrantRead: header('x-amz-grant-read', string),
  /** Grantees who may read the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantReadACP: header('x-amz-grant-read-acp', string),
  /** Grantees who may change the ACL: `id="…"`, `uri="…"` or `emailAddress="…"`, comma-separated. */
  GrantWriteACP: header('x-amz-grant-write-acp', string),
  /** Copies only if the destination now has this ETag, quotes included; otherwise 412. */
  IfMatch: header('If-Match', string),
  /** `*` copies only if the destination key does not exist yet; otherwise 412. */
  IfNoneMatch: header('If-None-Match', string),
  /** Key of the copy; equal to the source only if something else changes, such as metadata or storage class. */
  Key: required(label(atLeast(1, string))),
  /** Metadata of the copy (`x-amz-meta-…`); counts only with `MetadataDirective` `REPLACE`. */
  Metadata: prefixHeaders('x-amz-meta-', stringMap),
  /**
   * `COPY` (default) takes metadata and content headers from the source and ignores those given; `REPLACE` takes those given.
   */
  MetadataDirective: header('x-amz-metadata-directive', oneOf<MetadataDirective>(MetadataDirective)),
  /** `COPY` (default) takes the tags of the source; `REPLACE` takes `Tagging`, and without it the copy has none. */
  TaggingDirective: header('x-amz-tagging-directive', oneOf<TaggingDirective>(TaggingDirective)),
  /** `COPY` takes the annotations of the source along; `EXCLUDE` leaves them behind. */
  AnnotationDirective: header('x-amz-object-annotation-directive', oneOf<AnnotationDirective>(AnnotationDirective)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Storage class of the copy; it is not taken from the source, and the default is `STANDARD`. */
  StorageClass: header('x-amz-storage-class', oneOf<StorageClass>(StorageClass)),
  /** Target of the 301 a website endpoint gives for this object: `/other-key` or an `http(s)://` URL. */
  WebsiteRedirectLocation: header('x-amz-website-redirect-location', string),
  ...sseCustomerHeaders(),
  /** Id, ARN or alias of the KMS key for `aws:kms` and `aws:kms:dsse`; the default is the AWS managed key `aws/s3`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** Algorithm the source was encrypted with (SSE-C); `AES256` is the only value. */
  CopySourceSSECustomerAlgorithm: header('x-amz-copy-source-server-side-encryption-customer-algorithm', string),
  /** SSE-C key the source was written with; encoded as base64 for you unless `CopySourceSSECustomerKeyMD5` is given. */
  CopySourceSSECustomerKey: header('x-amz-copy-source-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the source's SSE-C key; computed when left out. */
  CopySourceSSECustomerKeyMD5: header('x-amz-copy-source-server-side-encryption-customer-key-MD5', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** Tags of the copy: `a=b&c=d` or an object of names and values; counts only with `TaggingDirective` `REPLACE`. */
  Tagging: header('x-amz-tagging', taggingHeader),
  /** `GOVERNANCE`: who has the permission may lift the retention early; `COMPLIANCE`: nobody may. */
  ObjectLockMode: header('x-amz-object-lock-mode', oneOf<ObjectLockMode>(ObjectLockMode)),
  /** Until this time the version cannot be deleted or overwritten; goes together with `ObjectLockMode`. */
  ObjectLockRetainUntilDate: header('x-amz-object-lock-retain-until-date', isoTimestamp),
  /** `ON` blocks deletion of the version until it is set to `OFF`; has no end date. */
  ObjectLockLegalHoldStatus: header(
    'x-amz-object-lock-legal-hold',
    oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus),
  ),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** 12-digit account id; the copy fails with 403 when the source bucket belongs to another account. */
  ExpectedSourceBucketOwner: header('x-amz-source-expected-bucket-owner', string),
})
/** Parameters of `copyObject`. */
export interface CopyObjectRequest
  extends RequiredInput<typeof copyObjectRequest>, OptionalInput<typeof copyObjectRequest> {}

const copyObjectOutput = () => ({
  /** ETag, time and checksums of the copy. */
  CopyObjectResult: payload(CopyObjectResult),
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-expiration', string),
  /** Version of the source that was copied; absent when its bucket has no versioning. */
  CopySourceVersionId: header('x-amz-copy-source-version-id', string),
  /** Version that the copy became; absent when the destination bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** KMS encryption context: base64 of a JSON object of strings. */
  SSEKMSEncryptionContext: header('x-amz-server-side-encryption-context', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `copyObject` returns. */
export interface CopyObjectOutput
  extends Result, RequiredOf<typeof copyObjectOutput>, OptionalOf<typeof copyObjectOutput> {}

/**
 * Copies an object of up to 5 GB within the store; metadata and tags come along by default, the ACL does not.
 * @throws {ObjectNotInActiveTierError}
 */
export const copyObject: Operation<CopyObjectRequest, CopyObjectOutput> = {
  name: 'CopyObject',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}',
  input: copyObjectRequest,
  output: copyObjectOutput,
}

const deleteObjectRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /**
   * Serial number of the MFA device, a space and its current code; needed where MFA Delete is on, and only over https.
   */
  MFA: header('x-amz-mfa', secret),
  /** Deletes this version for good; deleting a delete marker brings the object back. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** `true` overrides retention in `GOVERNANCE` mode, given the permission `s3:BypassGovernanceRetention`. */
  BypassGovernanceRetention: header('x-amz-bypass-governance-retention', boolean),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Deletes only if the object now has this ETag, quotes included (`*`: any); otherwise 412. */
  IfMatch: header('If-Match', string),
  /** Deletes only if the object was last modified at this time; otherwise 412; only for directory buckets. */
  IfMatchLastModifiedTime: header('x-amz-if-match-last-modified-time', httpTimestamp),
  /** Deletes only if the object has this many bytes; otherwise 412; only for directory buckets. */
  IfMatchSize: header('x-amz-if-match-size', integer),
})
/** Parameters of `deleteObject`. */
export interface DeleteObjectRequest
  extends RequiredInput<typeof deleteObjectRequest>, OptionalInput<typeof deleteObjectRequest> {}

const deleteObjectOutput = () => ({
  /** `true` when a delete marker was added, or when the version that was deleted was one. */
  DeleteMarker: header('x-amz-delete-marker', boolean),
  /** Version that was deleted, or that of the new delete marker. */
  VersionId: header('x-amz-version-id', string),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `deleteObject` returns. */
export interface DeleteObjectOutput
  extends Result, RequiredOf<typeof deleteObjectOutput>, OptionalOf<typeof deleteObjectOutput> {}

/** Deletes an object, or with versioning only adds a delete marker; a missing key is no error. */
export const deleteObject: Operation<DeleteObjectRequest, DeleteObjectOutput> = {
  name: 'DeleteObject',
  method: 'DELETE',
  uri: '/{Bucket}/{Key+}',
  status: 204,
  input: deleteObjectRequest,
  output: deleteObjectOutput,
}

const deleteObjectsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The objects to delete, and how much to report. */
  Delete: required(payload(Delete)),
  /**
   * Serial number of the MFA device, a space and its current code; needed where MFA Delete is on, and only over https.
   */
  MFA: header('x-amz-mfa', secret),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** `true` overrides retention in `GOVERNANCE` mode, given the permission `s3:BypassGovernanceRetention`. */
  BypassGovernanceRetention: header('x-amz-bypass-governance-retention', boolean),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
})
/** Parameters of `deleteObjects`. */
export interface DeleteObjectsRequest
  extends RequiredInput<typeof deleteObjectsRequest>, OptionalInput<typeof deleteObjectsRequest> {}

const deleteObjectsOutput = () => ({
  /** What was deleted, missing keys included; absent with `Quiet`. */
  Deleted: element(flatList(DeletedObject)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** What was not deleted and why; absent when everything went well. */
  Errors: element(flatList(DeleteError), 'Error'),
})
/** What `deleteObjects` returns. */
export interface DeleteObjectsOutput
  extends Result, RequiredOf<typeof deleteObjectsOutput>, OptionalOf<typeof deleteObjectsOutput> {}

/** Deletes up to 1000 objects in one request; look at `Errors`, a 200 does not mean that all are gone. */
export const deleteObjects: Operation<DeleteObjectsRequest, DeleteObjectsOutput> = {
  name: 'DeleteObjects',
  method: 'POST',
  uri: '/{Bucket}?delete',
  checksum: 'required',
  input: deleteObjectsRequest,
  output: deleteObjectsOutput,
}

const getObjectAttributesRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** Most parts to list in `ObjectParts`; the server's default and maximum is 1000. */
  MaxParts: header('x-amz-max-parts', integer),
  /** `ObjectParts` begins after this part number. */
  PartNumberMarker: header('x-amz-part-number-marker', integer),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 of your 32-byte SSE-C key; sent as given, so pass `SSECustomerKeyMD5` too. */
  SSECustomerKey: header('x-amz-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the SSE-C key; not computed for you here. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** The facts wanted; all others stay absent in the answer. */
  ObjectAttributes: required(header('x-amz-object-attributes', list(oneOf<ObjectAttributes>(ObjectAttributes)))),
})
/** Parameters of `getObjectAttributes`. */
export interface GetObjectAttributesRequest
  extends RequiredInput<typeof getObjectAttributesRequest>, OptionalInput<typeof getObjectAttributesRequest> {}

const getObjectAttributesOutput = () => ({
  /** `true` when the version concerned is a delete marker. */
  DeleteMarker: header('x-amz-delete-marker', boolean),
  /** When this version was written, to the second; for a multipart upload Amazon gives the time of its creation. */
  LastModified: header('Last-Modified', timestamp),
  /** Version that was asked about; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** Identifies the content; unlike elsewhere, Amazon sends it here without the double quotes. */
  ETag: element(string),
  /** Checksums stored with the object; absent when it has none or they were not asked for. */
  Checksum: element(Checksum),
  /** Number and list of the parts; absent for an object that was not uploaded in parts. */
  ObjectParts: element(GetObjectAttributesParts),
  /** Storage class, which decides on price and access time; absent means `STANDARD`. */
  StorageClass: element(oneOf<StorageClass>(StorageClass)),
  /** Size of the object in bytes. */
  ObjectSize: element(integer),
})
/** What `getObjectAttributes` returns. */
export interface GetObjectAttributesOutput
  extends Result, RequiredOf<typeof getObjectAttributesOutput>, OptionalOf<typeof getObjectAttributesOutput> {}

/**
 * Reads chosen facts of an object, among them its parts and their checksums, without the content.
 * @throws {NoSuchKey}
 */
export const getObjectAttributes: Operation<GetObjectAttributesRequest, GetObjectAttributesOutput> = {
  name: 'GetObjectAttributes',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?attributes',
  input: getObjectAttributesRequest,
  output: getObjectAttributesOutput,
}

const getObjectTorrentRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getObjectTorrent`. */
export interface GetObjectTorrentRequest
  extends RequiredInput<typeof getObjectTorrentRequest>, OptionalInput<typeof getObjectTorrentRequest> {}

const getObjectTorrentOutput = () => ({
  /** The bencoded `.torrent` file as a stream that can be read once. */
  Body: always(body(streamingBody)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `getObjectTorrent` returns. */
export interface GetObjectTorrentOutput
  extends Result, RequiredOf<typeof getObjectTorrentOutput>, OptionalOf<typeof getObjectTorrentOutput> {}

/** Gets a BitTorrent file for the object; Amazon ended the feature, and it is unknown to most other stores. */
export const getObjectTorrent: Operation<GetObjectTorrentRequest, GetObjectTorrentOutput> = {
  name: 'GetObjectTorrent',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?torrent',
  input: getObjectTorrentRequest,
  output: getObjectTorrentOutput,
}

const renameObjectRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The new key; an object already there is replaced unless a condition forbids it. */
  Key: required(label(atLeast(1, string))),
  /** Present key of the object, percent-encoded; it must be in the same bucket. */
  RenameSource: required(header('x-amz-rename-source', string)),
  /** Renames only if the object at the new key has this ETag, quotes included; otherwise 412. */
  DestinationIfMatch: header('If-Match', string),
  /** `*` renames only if nothing exists at the new key; otherwise 412. */
  DestinationIfNoneMatch: header('If-None-Match', string),
  /** Renames only if the object at the new key changed after this time; otherwise 412. */
  DestinationIfModifiedSince: header('If-Modified-Since', timestamp),
  /** Renames only if the object at the new key has not changed since this time; otherwise 412. */
  DestinationIfUnmodifiedSince: header('If-Unmodified-Since', timestamp),
  /** Renames only if the source has this ETag, quotes included; otherwise 412. */
  SourceIfMatch: header('x-amz-rename-source-if-match', string),
  /** Renames only if the source has another ETag than this one; otherwise 412. */
  SourceIfNoneMatch: header('x-amz-rename-source-if-none-match', string),
  /** Renames only if the source changed after this time; otherwise 412. */
  SourceIfModifiedSince: header('x-amz-rename-source-if-modified-since', httpTimestamp),
  /** Renames only if the source has not changed since this time; otherwise 412. */
  SourceIfUnmodifiedSince: header('x-amz-rename-source-if-unmodified-since', httpTimestamp),
  /** Makes repeats of the request harmless: up to 64 printable ASCII characters; a UUID is added when absent. */
  ClientToken: idempotencyToken(header('x-amz-client-token', string)),
})
/** Parameters of `renameObject`. */
export interface RenameObjectRequest
  extends RequiredInput<typeof renameObjectRequest>, OptionalInput<typeof renameObjectRequest> {}

const renameObjectOutput = () => ({})
/** What `renameObject` returns. */
export interface RenameObjectOutput
  extends Result, RequiredOf<typeof renameObjectOutput>, OptionalOf<typeof renameObjectOutput> {}

/**
 * Gives an object of a directory bucket a new key at once, without copying data; other buckets do not support it.
 * @throws {IdempotencyParameterMismatch}
 */
export const renameObject: Operation<RenameObjectRequest, RenameObjectOutput> = {
  name: 'RenameObject',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?renameObject',
  input: renameObjectRequest,
  output: renameObjectOutput,
}

const restoreObjectRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** How fast and for how many days to restore. */
  RestoreRequest: payload(RestoreRequest),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `restoreObject`. */
export interface RestoreObjectRequest
  extends RequiredInput<typeof restoreObjectRequest>, OptionalInput<typeof restoreObjectRequest> {}

const restoreObjectOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** Where a `SELECT` restore puts its results; absent otherwise. */
  RestoreOutputPath: header('x-amz-restore-output-path', string),
})
/** What `restoreObject` returns. */
export interface RestoreObjectOutput
  extends Result, RequiredOf<typeof restoreObjectOutput>, OptionalOf<typeof restoreObjectOutput> {}

/**
 * Starts to bring back an archived object for some days; it takes minutes to days, so follow `Restore` in `HeadObject`.
 * @throws {ObjectAlreadyInActiveTierError}
 */
export const restoreObject: Operation<RestoreObjectRequest, RestoreObjectOutput> = {
  name: 'RestoreObject',
  method: 'POST',
  uri: '/{Bucket}/{Key+}?restore',
  checksum: 'optional',
  input: restoreObjectRequest,
  output: restoreObjectOutput,
}
