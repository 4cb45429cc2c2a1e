/** Answers of object lambdas: the operations. */
import {
  body,
  boolean,
  header,
  integer,
  isoTimestamp,
  oneOf,
  type Operation,
  type OptionalInput,
  prefixHeaders,
  required,
  type RequiredInput,
  secret,
  string,
  stringMap,
  timestamp,
} from '../schema/index.js'
import {
  ObjectLockLegalHoldStatus,
  ObjectLockMode,
  ReplicationStatus,
  RequestCharged,
  ServerSideEncryption,
  StorageClass,
} from '../shapes/shared.js'
import { requestBody } from '../shapes/wire.js'

const writeGetObjectResponseRequest = () => ({
  /** The `outputRoute` of the function's event; it becomes the first label of the host name. */
  RequestRoute: required(header('x-amz-request-route', string)),
  /** The `outputToken` of the function's event; single-use, it ties the answer to the waiting `GetObject` call. */
  RequestToken: required(header('x-amz-request-token', string)),
  /** Content as bytes, text or a stream; a stream that cannot be rewound cannot be sent again on a retry. */
  Body: body(requestBody),
  /** HTTP status passed on to the caller of `GetObject`, such as 200, 206, 304, 404 or 503. */
  StatusCode: header('x-amz-fwd-status', integer),
  /** Error code for the caller, letters only with a capital first; not allowed with a success status or a body. */
  ErrorCode: header('x-amz-fwd-error-code', string),
  /** Error text for the caller; not allowed with a success status or a body. */
  ErrorMessage: header('x-amz-fwd-error-message', string),
  /** `bytes` when the server supports range requests for this object. */
  AcceptRanges: header('x-amz-fwd-header-accept-ranges', string),
  /** `Cache-Control` stored with the object and returned on reads, e.g. `max-age=3600`. */
  CacheControl: header('x-amz-fwd-header-Cache-Control', string),
  /** `Content-Disposition` stored with the object, e.g. `attachment; filename="report.pdf"`. */
  ContentDisposition: header('x-amz-fwd-header-Content-Disposition', string),
  /** `Content-Encoding` stored with the object, e.g. `gzip`; names what the bytes are, S3 itself compresses nothing. */
  ContentEncoding: header('x-amz-fwd-header-Content-Encoding', string),
  /** `Content-Language` stored with the object, e.g. `en-GB`. */
  ContentLanguage: header('x-amz-fwd-header-Content-Language', string),
  /** Number of bytes in the body; for a range or a part, that of the piece. */
  ContentLength: header('Content-Length', integer),
  /** Which bytes these are and of how many: `bytes first-last/total`; only with a partial answer. */
  ContentRange: header('x-amz-fwd-header-Content-Range', string),
  /** MIME type stored with the object and returned on reads; S3 uses `binary/octet-stream` when none is given. */
  ContentType: header('x-amz-fwd-header-Content-Type', string),
  /** Base64 of the 4-byte CRC-32 of the content; a value ending in `-N` is a checksum over the checksums of N parts. */
  ChecksumCRC32: header('x-amz-fwd-header-x-amz-checksum-crc32', string),
  /**
   * Base64 of the 4-byte CRC-32C (Castagnoli) of the content; a value ending in `-N` is a checksum over the checksums of N parts.
   */
  ChecksumCRC32C: header('x-amz-fwd-header-x-amz-checksum-crc32c', string),
  /** Base64 of the 8-byte CRC-64/NVME of the content; always computed over the whole content, never part by part. */
  ChecksumCRC64NVME: header('x-amz-fwd-header-x-amz-checksum-crc64nvme', string),
  /** Base64 of the 20-byte SHA-1 of the content; a value ending in `-N` is a checksum over the checksums of N parts. */
  ChecksumSHA1: header('x-amz-fwd-header-x-amz-checksum-sha1', string),
  /**
   * Base64 of the 32-byte SHA-256 of the content; a value ending in `-N` is a checksum over the checksums of N parts.
   */
  ChecksumSHA256: header('x-amz-fwd-header-x-amz-checksum-sha256', string),
  /**
   * Base64 of the 64-byte SHA-512 of the content; a value ending in `-N` is a checksum over the checksums of N parts.
   */
  ChecksumSHA512: header('x-amz-fwd-header-x-amz-checksum-sha512', string),
  /** Base64 of the 16-byte MD5 of the content; a value ending in `-N` is a checksum over the checksums of N parts. */
  ChecksumMD5: header('x-amz-fwd-header-x-amz-checksum-md5', string),
  /** Base64 of the 8-byte XXH64 of the content; a value ending in `-N` is a checksum over the checksums of N parts. */
  ChecksumXXHASH64: header('x-amz-fwd-header-x-amz-checksum-xxhash64', string),
  /**
   * Base64 of the 8-byte XXH3 (64 bits) of the content; a value ending in `-N` is a checksum over the checksums of N parts.
   */
  ChecksumXXHASH3: header('x-amz-fwd-header-x-amz-checksum-xxhash3', string),
  /**
   * Base64 of the 16-byte XXH3 (128 bits) of the content; a value ending in `-N` is a checksum over the checksums of N parts.
   */
  ChecksumXXHASH128: header('x-amz-fwd-header-x-amz-checksum-xxhash128', string),
  /** `true` when the version concerned is a delete marker. */
  DeleteMarker: header('x-amz-fwd-header-x-amz-delete-marker', boolean),
  /** Identifies the content; the double quotes are part of the value, and only for some objects is it the MD5. */
  ETag: header('x-amz-fwd-header-ETag', string),
  /** `Expires` header stored with the object, a hint to caches; it deletes nothing. */
  Expires: header('x-amz-fwd-header-Expires', timestamp),
  /** When a lifecycle rule removes the object and which: `expiry-date="…", rule-id="…"`; absent without such a rule. */
  Expiration: header('x-amz-fwd-header-x-amz-expiration', string),
  /** When this version was written, to the second; for a multipart upload Amazon gives the time of its creation. */
  LastModified: header('x-amz-fwd-header-Last-Modified', timestamp),
  /** Number of metadata entries left out because they cannot be written as HTTP headers. */
  MissingMeta: header('x-amz-fwd-header-x-amz-missing-meta', integer),
  /**
   * Your own name-value pairs (`x-amz-meta-…`), ASCII, 2 KB in total; names are case-insensitive and come back in lower case.
   */
  Metadata: prefixHeaders('x-amz-meta-', stringMap),
  /** `GOVERNANCE`: who has the permission may lift the retention early; `COMPLIANCE`: nobody may. */
  ObjectLockMode: header('x-amz-fwd-header-x-amz-object-lock-mode', oneOf<ObjectLockMode>(ObjectLockMode)),
  /** `ON` blocks deletion of the version until it is set to `OFF`; has no end date. */
  ObjectLockLegalHoldStatus: header(
    'x-amz-fwd-header-x-amz-object-lock-legal-hold',
    oneOf<ObjectLockLegalHoldStatus>(ObjectLockLegalHoldStatus),
  ),
  /** Until this time the version cannot be deleted or overwritten; goes together with `ObjectLockMode`. */
  ObjectLockRetainUntilDate: header('x-amz-fwd-header-x-amz-object-lock-retain-until-date', isoTimestamp),
  /** Number of parts of the object; sent only when `PartNumber` was asked for and the object was uploaded in parts. */
  PartsCount: header('x-amz-fwd-header-x-amz-mp-parts-count', integer),
  /** On the source `PENDING`, `COMPLETED` or `FAILED`, on the copy `REPLICA`; absent when no rule applies. */
  ReplicationStatus: header('x-amz-fwd-header-x-amz-replication-status', oneOf<ReplicationStatus>(ReplicationStatus)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-fwd-header-x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** State of the temporary copy of an archived object: `ongoing-request="true"`, or `"false"` and an `expiry-date`. */
  Restore: header('x-amz-fwd-header-x-amz-restore', string),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header(
    'x-amz-fwd-header-x-amz-server-side-encryption',
    oneOf<ServerSideEncryption>(ServerSideEncryption),
  ),
  /** Algorithm of encryption with your own key (SSE-C); `AES256` is the only value. */
  SSECustomerAlgorithm: header('x-amz-fwd-header-x-amz-server-side-encryption-customer-algorithm', string),
  /** ARN of the KMS key that encrypts the object, as the caller will see it. */
  SSEKMSKeyId: header('x-amz-fwd-header-x-amz-server-side-encryption-aws-kms-key-id', secret),
  /** Base64 MD5 of the customer key of the object, as the caller will see it. */
  SSECustomerKeyMD5: header('x-amz-fwd-header-x-amz-server-side-encryption-customer-key-MD5', string),
  /** Storage class, which decides on price and access time; absent means `STANDARD`. */
  StorageClass: header('x-amz-fwd-header-x-amz-storage-class', oneOf<StorageClass>(StorageClass)),
  /** Number of tags of the object; absent without tags or without permission to read them. */
  TagCount: header('x-amz-fwd-header-x-amz-tagging-count', integer),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: header('x-amz-fwd-header-x-amz-version-id', string),
  /** `true` when a key kept at the bucket encrypts `aws:kms` objects, which saves most calls to KMS. */
  BucketKeyEnabled: header('x-amz-fwd-header-x-amz-server-side-encryption-bucket-key-enabled', boolean),
})
/** Parameters of `writeGetObjectResponse`. */
export interface WriteGetObjectResponseRequest
  extends RequiredInput<typeof writeGetObjectResponseRequest>, OptionalInput<typeof writeGetObjectResponseRequest> {}

/**
 * Lets an Object Lambda function answer the `GetObject` call that invoked it; the request goes to a host built from `RequestRoute`.
 */
export const writeGetObjectResponse: Operation<WriteGetObjectResponseRequest, void> = {
  name: 'WriteGetObjectResponse',
  method: 'POST',
  uri: '/WriteGetObjectResponse',
  hostPrefix: '{RequestRoute}.',
  unsignedPayload: true,
  input: writeGetObjectResponseRequest,
}
