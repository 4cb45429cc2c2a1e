/** Multipart uploads: the operations. */
import {
  atLeast,
  body,
  boolean,
  element,
  flatList,
  header,
  httpTimestamp,
  integer,
  isoTimestamp,
  label,
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
import { checksumElements, checksumHeaders, sseCustomerHeaders } from '../shapes/groups.js'
import { CompletedMultipartUpload, CopyPartResult, Initiator, MultipartUpload, Part } from '../shapes/multipart.js'
import {
  ChecksumAlgorithm,
  ChecksumType,
  CommonPrefix,
  EncodingType,
  ObjectCannedACL,
  ObjectLockLegalHoldStatus,
  ObjectLockMode,
  Owner,
  RequestCharged,
  RequestPayer,
  ServerSideEncryption,
  StorageClass,
} from '../shapes/shared.js'
import { copySource, requestBody, sseCustomerKey, taggingHeader, type Result } from '../shapes/wire.js'

const createMultipartUploadRequest = () => ({
  /** A ready-made ACL; do not combine it with the `Grant…` members; buckets with ACLs disabled refuse most values. */
  ACL: header('x-amz-acl', oneOf<ObjectCannedACL>(ObjectCannedACL)),
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
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('Content-Type', string),
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
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
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
  /** Algorithm for the checksums of the parts and of the finished object; each part must then use it. */
  ChecksumAlgorithm: header('x-amz-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** `FULL_OBJECT` or `COMPOSITE`; the CRCs allow the first, and `CRC64NVME` nothing else. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
})
/** Parameters of `createMultipartUpload`. */
export interface CreateMultipartUploadRequest
  extends RequiredInput<typeof createMultipartUploadRequest>, OptionalInput<typeof createMultipartUploadRequest> {}

const createMultipartUploadOutput = () => ({
  /** When a lifecycle rule aborts this upload if it is still unfinished; absent without such a rule. */
  AbortDate: header('x-amz-abort-date', timestamp),
  /** Id of the lifecycle rule behind `AbortDate`. */
  AbortRuleId: header('x-amz-abort-rule-id', string),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: element(string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: element(atLeast(1, string)),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: element(string),
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
  /** Algorithm that the parts of this upload must use. */
  ChecksumAlgorithm: header('x-amz-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
})
/** What `createMultipartUpload` returns. */
export interface CreateMultipartUploadOutput
  extends Result, RequiredOf<typeof createMultipartUploadOutput>, OptionalOf<typeof createMultipartUploadOutput> {}

/** Begins an upload in parts and returns its id; complete or abort it, since stored parts cost until then. */
export const createMultipartUpload: Operation<CreateMultipartUploadRequest, CreateMultipartUploadOutput> = {
  name: 'CreateMultipartUpload',
  method: 'POST',
  uri: '/{Bucket}/{Key+}?uploads',
  input: createMultipartUploadRequest,
  output: createMultipartUploadOutput,
}

const uploadPartRequest = () => ({
  /** Content as bytes, text or a stream; a stream that cannot be rewound cannot be sent again on a retry. */
  Body: body(requestBody),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Size of `Body` in bytes; needed only for a stream whose length cannot be found out. */
  ContentLength: header('Content-Length', integer),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /** Algorithm of the part's checksum; the same as in `CreateMultipartUpload`. */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  ...checksumHeaders(),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /**
   * Number of the part, 1 to 10000; it sets the part's place in the object, and a repeated number replaces the part.
   */
  PartNumber: required(query('partNumber', integer)),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: required(query('uploadId', string)),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** The SSE-C key given to `CreateMultipartUpload`, in the same form. */
  SSECustomerKey: header('x-amz-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `uploadPart`. */
export interface UploadPartRequest
  extends RequiredInput<typeof uploadPartRequest>, OptionalInput<typeof uploadPartRequest> {}

const uploadPartOutput = () => ({
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** ETag of the part, quotes included; `CompleteMultipartUpload` wants it back as it is. */
  ETag: header('ETag', string),
  ...checksumHeaders(),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 MD5 of the SSE-C key, guarding its transmission; in a request it is computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `uploadPart` returns. */
export interface UploadPartOutput
  extends Result, RequiredOf<typeof uploadPartOutput>, OptionalOf<typeof uploadPartOutput> {}

/** Uploads one part of 5 MiB to 5 GiB (the last may be smaller); the same number again replaces it; keep the ETag. */
export const uploadPart: Operation<UploadPartRequest, UploadPartOutput> = {
  name: 'UploadPart',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}',
  checksum: 'optional',
  input: uploadPartRequest,
  output: uploadPartOutput,
}

const uploadPartCopyRequest = () => ({
  /** Bucket of the upload, which receives the part. */
  Bucket: required(label(string)),
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
  /** Bytes of the source, `bytes=first-last`, both inclusive and both needed; absent takes the whole source. */
  CopySourceRange: header('x-amz-copy-source-range', string),
  /** Key that the upload was begun for. */
  Key: required(label(atLeast(1, string))),
  /**
   * Number of the part, 1 to 10000; it sets the part's place in the object, and a repeated number replaces the part.
   */
  PartNumber: required(query('partNumber', integer)),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: required(query('uploadId', string)),
  ...sseCustomerHeaders(),
  /** Algorithm the source was encrypted with (SSE-C); `AES256` is the only value. */
  CopySourceSSECustomerAlgorithm: header('x-amz-copy-source-server-side-encryption-customer-algorithm', string),
  /** SSE-C key the source was written with; encoded as base64 for you unless `CopySourceSSECustomerKeyMD5` is given. */
  CopySourceSSECustomerKey: header('x-amz-copy-source-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the source's SSE-C key; computed when left out. */
  CopySourceSSECustomerKeyMD5: header('x-amz-copy-source-server-side-encryption-customer-key-MD5', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** 12-digit account id; the copy fails with 403 when the source bucket belongs to another account. */
  ExpectedSourceBucketOwner: header('x-amz-source-expected-bucket-owner', string),
})
/** Parameters of `uploadPartCopy`. */
export interface UploadPartCopyRequest
  extends RequiredInput<typeof uploadPartCopyRequest>, OptionalInput<typeof uploadPartCopyRequest> {}

const uploadPartCopyOutput = () => ({
  /** Version of the source that was copied; absent when its bucket has no versioning. */
  CopySourceVersionId: header('x-amz-copy-source-version-id', string),
  /** ETag, time and checksums of the new part. */
  CopyPartResult: payload(CopyPartResult),
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
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `uploadPartCopy` returns. */
export interface UploadPartCopyOutput
  extends Result, RequiredOf<typeof uploadPartCopyOutput>, OptionalOf<typeof uploadPartCopyOutput> {}

/** Makes one part out of an existing object or a range of it, without sending the data. */
export const uploadPartCopy: Operation<UploadPartCopyRequest, UploadPartCopyOutput> = {
  name: 'UploadPartCopy',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}',
  input: uploadPartCopyRequest,
  output: uploadPartCopyOutput,
}

const listPartsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Most parts per page; the server's default and maximum is 1000. */
  MaxParts: query('max-parts', integer),
  /** The page begins after this part number. */
  PartNumberMarker: query('part-number-marker', integer),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: required(query('uploadId', string)),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /** Base64 of your 32-byte SSE-C key; sent as given, so pass `SSECustomerKeyMD5` too. */
  SSECustomerKey: header('x-amz-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the SSE-C key; not computed for you here. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
})
/** Parameters of `listParts`. */
export interface ListPartsRequest
  extends RequiredInput<typeof listPartsRequest>, OptionalInput<typeof listPartsRequest> {}

const listPartsOutput = () => ({
  /** When a lifecycle rule aborts this upload if it is still unfinished; absent without such a rule. */
  AbortDate: header('x-amz-abort-date', timestamp),
  /** Id of the lifecycle rule behind `AbortDate`. */
  AbortRuleId: header('x-amz-abort-rule-id', string),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: element(string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: element(atLeast(1, string)),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: element(string),
  /** The page begins after this part number. */
  PartNumberMarker: element(integer),
  /** `PartNumberMarker` for the next page; meaningful only when `IsTruncated`. */
  NextPartNumberMarker: element(integer),
  /** Most parts per page; the server's default and maximum is 1000. */
  MaxParts: element(integer),
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Parts of this page in ascending order; absent when there are none. */
  Parts: element(flatList(Part), 'Part'),
  /** Who began the upload; an IAM user or role may differ from the owner. */
  Initiator: element(Initiator),
  /** Account that will own the finished object. */
  Owner: element(Owner),
  /** Storage class that the finished object will have. */
  StorageClass: element(oneOf<StorageClass>(StorageClass)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** Algorithm that the parts of this upload use. */
  ChecksumAlgorithm: element(oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
})
/** What `listParts` returns. */
export interface ListPartsOutput
  extends Result, RequiredOf<typeof listPartsOutput>, OptionalOf<typeof listPartsOutput> {}

/** Lists the parts that an unfinished upload has so far, by part number. */
export const listParts: Operation<ListPartsRequest, ListPartsOutput> = {
  name: 'ListParts',
  method: 'GET',
  uri: '/{Bucket}/{Key+}',
  input: listPartsRequest,
  output: listPartsOutput,
}

const completeMultipartUploadRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** The parts that make up the object; others that were uploaded are dropped. */
  MultipartUpload: payload(CompletedMultipartUpload, 'CompleteMultipartUpload'),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: required(query('uploadId', string)),
  ...checksumHeaders(),
  /** Must equal the type set by `CreateMultipartUpload`; otherwise the answer is `BadDigest`. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /** Expected size of the whole object in bytes; the server refuses to complete when the parts add up differently. */
  MpuObjectSize: header('x-amz-mp-object-size', integer),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * Completes only if the object at the key has this ETag, quotes included; otherwise 412, or 409 on a concurrent write.
   */
  IfMatch: header('If-Match', string),
  /** `*` completes only if the key does not exist yet; otherwise 412, or 409 on a concurrent write. */
  IfNoneMatch: header('If-None-Match', string),
  ...sseCustomerHeaders(),
})
/** Parameters of `completeMultipartUpload`. */
export interface CompleteMultipartUploadRequest
  extends RequiredInput<typeof completeMultipartUploadRequest>, OptionalInput<typeof completeMultipartUploadRequest> {}

const completeMultipartUploadOutput = () => ({
  /** URL of the new object; behind proxies it need not be one that you can reach. */
  Location: element(string),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: element(string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: element(atLeast(1, string)),
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-expiration', string),
  /** ETag of the object, quotes included; ends in `-N` for N parts, so it is not the MD5 of the content. */
  ETag: element(string),
  ...checksumElements(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: element(oneOf<ChecksumType>(ChecksumType)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** Version that the object became; absent when the bucket has no versioning. */
  VersionId: header('x-amz-version-id', string),
  /** ARN of the KMS key that encrypts the data; present with `aws:kms` and `aws:kms:dsse`. */
  SSEKMSKeyId: header('x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-server-side-encryption-bucket-key-enabled', boolean),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `completeMultipartUpload` returns. */
export interface CompleteMultipartUploadOutput
  extends Result, RequiredOf<typeof completeMultipartUploadOutput>, OptionalOf<typeof completeMultipartUploadOutput> {}

/** Joins the parts into one object; a 200 may still carry an error in its body, which is raised as one. */
export const completeMultipartUpload: Operation<CompleteMultipartUploadRequest, CompleteMultipartUploadOutput> = {
  name: 'CompleteMultipartUpload',
  method: 'POST',
  uri: '/{Bucket}/{Key+}',
  input: completeMultipartUploadRequest,
  output: completeMultipartUploadOutput,
}

const abortMultipartUploadRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /**
   * Identifies one multipart upload; `CreateMultipartUpload` hands it out and it is valid until completion or abort.
   */
  UploadId: required(query('uploadId', string)),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Aborts only if the upload was begun at this time; otherwise 412; only for directory buckets. */
  IfMatchInitiatedTime: header('x-amz-if-match-initiated-time', httpTimestamp),
})
/** Parameters of `abortMultipartUpload`. */
export interface AbortMultipartUploadRequest
  extends RequiredInput<typeof abortMultipartUploadRequest>, OptionalInput<typeof abortMultipartUploadRequest> {}

const abortMultipartUploadOutput = () => ({
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `abortMultipartUpload` returns. */
export interface AbortMultipartUploadOutput
  extends Result, RequiredOf<typeof abortMultipartUploadOutput>, OptionalOf<typeof abortMultipartUploadOutput> {}

/**
 * Discards an unfinished upload and its parts; a part still on its way may survive, so check with `ListParts`.
 * @throws {NoSuchUpload}
 */
export const abortMultipartUpload: Operation<AbortMultipartUploadRequest, AbortMultipartUploadOutput> = {
  name: 'AbortMultipartUpload',
  method: 'DELETE',
  uri: '/{Bucket}/{Key+}',
  status: 204,
  input: abortMultipartUploadRequest,
  output: abortMultipartUploadOutput,
}

const listMultipartUploadsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: query('delimiter', string),
  /** `url`: keys are percent-encoded in the answer, and they are not decoded for you. */
  EncodingType: query('encoding-type', oneOf<EncodingType>(EncodingType)),
  /** The page begins after this key, or within it when the version or upload marker is given too. */
  KeyMarker: query('key-marker', string),
  /** Most uploads per page; the server's default and maximum is 1000. */
  MaxUploads: query('max-uploads', integer),
  /** Lists only keys that begin with this text. */
  Prefix: query('prefix', string),
  /** Together with `KeyMarker`: the page begins after this upload of that key; ignored without it. */
  UploadIdMarker: query('upload-id-marker', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
})
/** Parameters of `listMultipartUploads`. */
export interface ListMultipartUploadsRequest
  extends RequiredInput<typeof listMultipartUploadsRequest>, OptionalInput<typeof listMultipartUploadsRequest> {}

const listMultipartUploadsOutput = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: element(string),
  /** The page begins after this key, or within it when the version or upload marker is given too. */
  KeyMarker: element(string),
  /** Together with `KeyMarker`: the page begins after this upload of that key; ignored without it. */
  UploadIdMarker: element(string),
  /** `KeyMarker` for the next page; absent on the last one. */
  NextKeyMarker: element(string),
  /** Lists only keys that begin with this text. */
  Prefix: element(string),
  /** Keys that hold this text after the prefix are grouped in `CommonPrefixes`; usually `/`. */
  Delimiter: element(string),
  /** `UploadIdMarker` for the next page, together with `NextKeyMarker`. */
  NextUploadIdMarker: element(string),
  /** Most uploads per page; the server's default and maximum is 1000. */
  MaxUploads: element(integer),
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Unfinished uploads of this page, by key and then by start; absent when there are none. */
  Uploads: element(flatList(MultipartUpload), 'Upload'),
  /** Groups of keys up to and including the delimiter; each counts once against the page's limit. */
  CommonPrefixes: element(flatList(CommonPrefix)),
  /** `url`: keys are percent-encoded in the answer; if you set it yourself, they come to you undecoded. */
  EncodingType: element(oneOf<EncodingType>(EncodingType)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `listMultipartUploads` returns. */
export interface ListMultipartUploadsOutput
  extends Result, RequiredOf<typeof listMultipartUploadsOutput>, OptionalOf<typeof listMultipartUploadsOutput> {}

/** Lists uploads that were begun and neither completed nor aborted. */
export const listMultipartUploads: Operation<ListMultipartUploadsRequest, ListMultipartUploadsOutput> = {
  name: 'ListMultipartUploads',
  method: 'GET',
  uri: '/{Bucket}?uploads',
  input: listMultipartUploadsRequest,
  output: listMultipartUploadsOutput,
}
