/** Annotations of objects: the operations. */
import {
  always,
  atLeast,
  body,
  element,
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
  timestamp,
} from '../schema/index.js'
import { checksumHeaders } from '../shapes/groups.js'
import { AnnotationEntry } from '../shapes/annotations.js'
import {
  ChecksumAlgorithm,
  ChecksumMode,
  ChecksumType,
  ReplicationStatus,
  RequestCharged,
  RequestPayer,
  ServerSideEncryption,
} from '../shapes/shared.js'
import { requestBody, streamingBody, type Result } from '../shapes/wire.js'

const putObjectAnnotationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** Name of an annotation, 1 to 512 bytes, unique within its object version. */
  AnnotationName: required(query('annotationName', string)),
  /** Content of the annotation: UTF-8 text, 1 byte to 1 MiB. */
  AnnotationPayload: required(body(requestBody)),
  /** Acts only if the annotated object has this ETag, quotes included; otherwise the answer is 412. */
  ObjectIfMatch: header('x-amz-object-if-match', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  ...checksumHeaders(),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putObjectAnnotation`. */
export interface PutObjectAnnotationRequest
  extends RequiredInput<typeof putObjectAnnotationRequest>, OptionalInput<typeof putObjectAnnotationRequest> {}

const putObjectAnnotationOutput = () => ({
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: element(atLeast(1, string)),
  /** Name of an annotation, 1 to 512 bytes, unique within its object version. */
  AnnotationName: element(string),
  /** Version of the object that the annotation belongs to. */
  ObjectVersionId: header('x-amz-object-version-id', string),
  /** Identifies the annotation's content; the double quotes are part of the value. */
  ETag: header('ETag', string),
  ...checksumHeaders(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `putObjectAnnotation` returns. */
export interface PutObjectAnnotationOutput
  extends Result, RequiredOf<typeof putObjectAnnotationOutput>, OptionalOf<typeof putObjectAnnotationOutput> {}

/**
 * Attaches or replaces a named payload (1 byte to 1 MiB); a store unaware of `?annotation` may overwrite the object itself.
 * @throws {NoSuchBucket}
 * @throws {NoSuchKey}
 * @throws {InvalidRequest}
 * @throws {AnnotationNameTooLong}
 * @throws {AnnotationLimitExceeded}
 * @throws {InvalidAnnotationName}
 * @throws {UnsupportedMediaType}
 */
export const putObjectAnnotation: Operation<PutObjectAnnotationRequest, PutObjectAnnotationOutput> = {
  name: 'PutObjectAnnotation',
  method: 'PUT',
  uri: '/{Bucket}/{Key+}?annotation',
  checksum: 'optional',
  input: putObjectAnnotationRequest,
  output: putObjectAnnotationOutput,
}

const getObjectAnnotationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Name of an annotation, 1 to 512 bytes, unique within its object version. */
  AnnotationName: required(query('annotationName', string)),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * `ENABLED` asks for the stored checksums in the response; reads of content set it by default, `HeadObject` does not.
   */
  ChecksumMode: header('x-amz-checksum-mode', oneOf<ChecksumMode>(ChecksumMode)),
})
/** Parameters of `getObjectAnnotation`. */
export interface GetObjectAnnotationRequest
  extends RequiredInput<typeof getObjectAnnotationRequest>, OptionalInput<typeof getObjectAnnotationRequest> {}

const getObjectAnnotationOutput = () => ({
  /** Content of the annotation: UTF-8 text, 1 byte to 1 MiB. */
  AnnotationPayload: always(body(streamingBody)),
  /** Version of the object that the annotation belongs to. */
  ObjectVersionId: header('x-amz-object-version-id', string),
  /** When the annotation was written. */
  LastModified: header('Last-Modified', timestamp),
  /** Size of the annotation in bytes. */
  ContentLength: header('Content-Length', integer),
  /** Identifies the annotation's content; the double quotes are part of the value. */
  ETag: header('ETag', string),
  ...checksumHeaders(),
  /** `FULL_OBJECT`: checksum of all bytes in one run; `COMPOSITE`: checksum over the checksums of the parts. */
  ChecksumType: header('x-amz-checksum-type', oneOf<ChecksumType>(ChecksumType)),
  /**
   * How the data is encrypted at rest: `AES256` (keys of S3), `aws:kms` or `aws:kms:dsse` (KMS key, one or two layers).
   */
  ServerSideEncryption: header('x-amz-server-side-encryption', oneOf<ServerSideEncryption>(ServerSideEncryption)),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
  /** On the source `PENDING`, `COMPLETED` or `FAILED`, on the copy `REPLICA`; absent when no rule applies. */
  ReplicationStatus: header('x-amz-replication-status', oneOf<ReplicationStatus>(ReplicationStatus)),
})
/** What `getObjectAnnotation` returns. */
export interface GetObjectAnnotationOutput
  extends Result, RequiredOf<typeof getObjectAnnotationOutput>, OptionalOf<typeof getObjectAnnotationOutput> {}

/**
 * Reads the payload of one annotation; a store unaware of `?annotation` may return the object itself instead.
 * @throws {NoSuchBucket}
 * @throws {NoSuchKey}
 * @throws {NoSuchAnnotation}
 */
export const getObjectAnnotation: Operation<GetObjectAnnotationRequest, GetObjectAnnotationOutput> = {
  name: 'GetObjectAnnotation',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?annotation',
  verifiable: true,
  input: getObjectAnnotationRequest,
  output: getObjectAnnotationOutput,
}

const deleteObjectAnnotationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Name of an annotation, 1 to 512 bytes, unique within its object version. */
  AnnotationName: required(query('annotationName', string)),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Acts only if the annotated object has this ETag, quotes included; otherwise the answer is 412. */
  ObjectIfMatch: header('x-amz-object-if-match', string),
})
/** Parameters of `deleteObjectAnnotation`. */
export interface DeleteObjectAnnotationRequest
  extends RequiredInput<typeof deleteObjectAnnotationRequest>, OptionalInput<typeof deleteObjectAnnotationRequest> {}

const deleteObjectAnnotationOutput = () => ({
  /** Version of the object that the annotation belongs to. */
  ObjectVersionId: header('x-amz-object-version-id', string),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `deleteObjectAnnotation` returns. */
export interface DeleteObjectAnnotationOutput
  extends Result, RequiredOf<typeof deleteObjectAnnotationOutput>, OptionalOf<typeof deleteObjectAnnotationOutput> {}

/**
 * Removes one annotation for good, without a delete marker; a store unaware of `?annotation` may delete the object itself.
 * @throws {NoSuchBucket}
 * @throws {NoSuchKey}
 */
export const deleteObjectAnnotation: Operation<DeleteObjectAnnotationRequest, DeleteObjectAnnotationOutput> = {
  name: 'DeleteObjectAnnotation',
  method: 'DELETE',
  uri: '/{Bucket}/{Key+}?annotation',
  status: 204,
  input: deleteObjectAnnotationRequest,
  output: deleteObjectAnnotationOutput,
}

const listObjectAnnotationsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: required(label(atLeast(1, string))),
  /** Names one version of the object; `null` is the version written while versioning was off or suspended. */
  VersionId: query('versionId', string),
  /** Most annotations per page, 1 to 1000. */
  MaxAnnotationResults: query('max-annotation-results', atLeast(1, integer)),
  /** Lists only annotations whose names begin with this text. */
  AnnotationPrefix: query('annotation-prefix', string),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** `requester` says that you accept the costs in a Requester Pays bucket; without it the bucket answers 403. */
  RequestPayer: header('x-amz-request-payer', oneOf<RequestPayer>(RequestPayer)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `listObjectAnnotations`. */
export interface ListObjectAnnotationsRequest
  extends RequiredInput<typeof listObjectAnnotationsRequest>, OptionalInput<typeof listObjectAnnotationsRequest> {}

const listObjectAnnotationsOutput = () => ({
  /** The annotations on this page, without their payloads. */
  Annotations: element(list(AnnotationEntry, 'AnnotationEntry')),
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: element(string),
  /** The object's key: any UTF-8 text up to 1024 bytes; dots and slashes are kept as given. */
  Key: element(atLeast(1, string)),
  /** Version of the object that the annotation belongs to. */
  ObjectVersionId: header('x-amz-object-version-id', string),
  /** Lists only annotations whose names begin with this text. */
  AnnotationPrefix: element(string),
  /** Most annotations per page, 1 to 1000. */
  MaxAnnotationResults: element(atLeast(1, integer)),
  /** How many annotations this page holds, not how many the object has. */
  AnnotationCount: element(integer),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
  /** `requester` when this request was billed to you instead of to the bucket's owner. */
  RequestCharged: header('x-amz-request-charged', oneOf<RequestCharged>(RequestCharged)),
})
/** What `listObjectAnnotations` returns. */
export interface ListObjectAnnotationsOutput
  extends Result, RequiredOf<typeof listObjectAnnotationsOutput>, OptionalOf<typeof listObjectAnnotationsOutput> {}

/**
 * Lists the annotations of an object (at most 1,000) in pages; a store unaware of `?annotation` may return the object itself.
 * @throws {NoSuchBucket}
 * @throws {NoSuchKey}
 * @throws {InvalidPrefix}
 */
export const listObjectAnnotations: Operation<ListObjectAnnotationsRequest, ListObjectAnnotationsOutput> = {
  name: 'ListObjectAnnotations',
  method: 'GET',
  uri: '/{Bucket}/{Key+}?annotation',
  input: listObjectAnnotationsRequest,
  output: listObjectAnnotationsOutput,
}
