/** Metadata tables: the operations. */
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
import {
  AnnotationTableConfigurationUpdates,
  GetBucketMetadataConfigurationResult,
  GetBucketMetadataTableConfigurationResult,
  InventoryTableConfigurationUpdates,
  JournalTableConfigurationUpdates,
  MetadataConfiguration,
  MetadataTableConfiguration,
} from '../shapes/metadata.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const createBucketMetadataConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** The tables to create and their settings. */
  MetadataConfiguration: required(payload(MetadataConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `createBucketMetadataConfiguration`. */
export interface CreateBucketMetadataConfigurationRequest
  extends
    RequiredInput<typeof createBucketMetadataConfigurationRequest>,
    OptionalInput<typeof createBucketMetadataConfigurationRequest> {}

/** Sets up queryable metadata tables (S3 Metadata, version 2) for a bucket, in a table bucket that AWS manages. */
export const createBucketMetadataConfiguration: Operation<CreateBucketMetadataConfigurationRequest, void> = {
  name: 'CreateBucketMetadataConfiguration',
  method: 'POST',
  uri: '/{Bucket}?metadataConfiguration',
  checksum: 'required',
  input: createBucketMetadataConfigurationRequest,
}

const getBucketMetadataConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketMetadataConfiguration`. */
export interface GetBucketMetadataConfigurationRequest
  extends
    RequiredInput<typeof getBucketMetadataConfigurationRequest>,
    OptionalInput<typeof getBucketMetadataConfigurationRequest> {}

const getBucketMetadataConfigurationOutput = () => ({
  /** The configuration with its tables; this is the response body itself. */
  GetBucketMetadataConfigurationResult: payload(GetBucketMetadataConfigurationResult),
})
/** What `getBucketMetadataConfiguration` returns. */
export interface GetBucketMetadataConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketMetadataConfigurationOutput>,
    OptionalOf<typeof getBucketMetadataConfigurationOutput> {}

/** Reads the S3 Metadata configuration of a bucket, of version 1 or 2, with the state of each table. */
export const getBucketMetadataConfiguration: Operation<
  GetBucketMetadataConfigurationRequest,
  GetBucketMetadataConfigurationOutput
> = {
  name: 'GetBucketMetadataConfiguration',
  method: 'GET',
  uri: '/{Bucket}?metadataConfiguration',
  input: getBucketMetadataConfigurationRequest,
  output: getBucketMetadataConfigurationOutput,
}

const deleteBucketMetadataConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketMetadataConfiguration`. */
export interface DeleteBucketMetadataConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketMetadataConfigurationRequest>,
    OptionalInput<typeof deleteBucketMetadataConfigurationRequest> {}

/**
 * Stops S3 Metadata for a bucket and keeps the tables; a store unaware of `?metadataConfiguration` may delete an empty bucket.
 */
export const deleteBucketMetadataConfiguration: Operation<DeleteBucketMetadataConfigurationRequest, void> = {
  name: 'DeleteBucketMetadataConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?metadataConfiguration',
  status: 204,
  input: deleteBucketMetadataConfigurationRequest,
}

const updateBucketMetadataInventoryTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** New state of the inventory table. */
  InventoryTableConfiguration: required(payload(InventoryTableConfigurationUpdates)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `updateBucketMetadataInventoryTableConfiguration`. */
export interface UpdateBucketMetadataInventoryTableConfigurationRequest
  extends
    RequiredInput<typeof updateBucketMetadataInventoryTableConfigurationRequest>,
    OptionalInput<typeof updateBucketMetadataInventoryTableConfigurationRequest> {}

/** Turns the live inventory table of a bucket on or off; turning it on starts a backfill that can take hours. */
export const updateBucketMetadataInventoryTableConfiguration: Operation<
  UpdateBucketMetadataInventoryTableConfigurationRequest,
  void
> = {
  name: 'UpdateBucketMetadataInventoryTableConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?metadataInventoryTable',
  checksum: 'required',
  input: updateBucketMetadataInventoryTableConfigurationRequest,
}

const updateBucketMetadataJournalTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** New expiry settings of the journal table. */
  JournalTableConfiguration: required(payload(JournalTableConfigurationUpdates)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `updateBucketMetadataJournalTableConfiguration`. */
export interface UpdateBucketMetadataJournalTableConfigurationRequest
  extends
    RequiredInput<typeof updateBucketMetadataJournalTableConfigurationRequest>,
    OptionalInput<typeof updateBucketMetadataJournalTableConfigurationRequest> {}

/** Turns expiry of journal table records on or off, or changes how long they are kept. */
export const updateBucketMetadataJournalTableConfiguration: Operation<
  UpdateBucketMetadataJournalTableConfigurationRequest,
  void
> = {
  name: 'UpdateBucketMetadataJournalTableConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?metadataJournalTable',
  checksum: 'required',
  input: updateBucketMetadataJournalTableConfigurationRequest,
}

const updateBucketMetadataAnnotationTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** New state and role of the annotation table. */
  AnnotationTableConfiguration: required(payload(AnnotationTableConfigurationUpdates)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `updateBucketMetadataAnnotationTableConfiguration`. */
export interface UpdateBucketMetadataAnnotationTableConfigurationRequest
  extends
    RequiredInput<typeof updateBucketMetadataAnnotationTableConfigurationRequest>,
    OptionalInput<typeof updateBucketMetadataAnnotationTableConfigurationRequest> {}

/** Turns the annotation table of a bucket on or off, or changes its IAM role; S3 Metadata must already be set up. */
export const updateBucketMetadataAnnotationTableConfiguration: Operation<
  UpdateBucketMetadataAnnotationTableConfigurationRequest,
  void
> = {
  name: 'UpdateBucketMetadataAnnotationTableConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?metadataAnnotationTable',
  checksum: 'required',
  input: updateBucketMetadataAnnotationTableConfigurationRequest,
}

const createBucketMetadataTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Where the version 1 metadata table is created. */
  MetadataTableConfiguration: required(payload(MetadataTableConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `createBucketMetadataTableConfiguration`. */
export interface CreateBucketMetadataTableConfigurationRequest
  extends
    RequiredInput<typeof createBucketMetadataTableConfigurationRequest>,
    OptionalInput<typeof createBucketMetadataTableConfigurationRequest> {}

/**
 * Sets up S3 Metadata version 1, a single table in your own table bucket; prefer `CreateBucketMetadataConfiguration`.
 */
export const createBucketMetadataTableConfiguration: Operation<CreateBucketMetadataTableConfigurationRequest, void> = {
  name: 'CreateBucketMetadataTableConfiguration',
  method: 'POST',
  uri: '/{Bucket}?metadataTable',
  checksum: 'required',
  input: createBucketMetadataTableConfigurationRequest,
}

const getBucketMetadataTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketMetadataTableConfiguration`. */
export interface GetBucketMetadataTableConfigurationRequest
  extends
    RequiredInput<typeof getBucketMetadataTableConfigurationRequest>,
    OptionalInput<typeof getBucketMetadataTableConfigurationRequest> {}

const getBucketMetadataTableConfigurationOutput = () => ({
  /** The configuration with the state of its table; this is the response body itself. */
  GetBucketMetadataTableConfigurationResult: payload(GetBucketMetadataTableConfigurationResult),
})
/** What `getBucketMetadataTableConfiguration` returns. */
export interface GetBucketMetadataTableConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketMetadataTableConfigurationOutput>,
    OptionalOf<typeof getBucketMetadataTableConfigurationOutput> {}

/**
 * Reads a version 1 S3 Metadata configuration; a version 2 one fails with HTTP 405, so prefer `GetBucketMetadataConfiguration`.
 */
export const getBucketMetadataTableConfiguration: Operation<
  GetBucketMetadataTableConfigurationRequest,
  GetBucketMetadataTableConfigurationOutput
> = {
  name: 'GetBucketMetadataTableConfiguration',
  method: 'GET',
  uri: '/{Bucket}?metadataTable',
  input: getBucketMetadataTableConfigurationRequest,
  output: getBucketMetadataTableConfigurationOutput,
}

const deleteBucketMetadataTableConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketMetadataTableConfiguration`. */
export interface DeleteBucketMetadataTableConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketMetadataTableConfigurationRequest>,
    OptionalInput<typeof deleteBucketMetadataTableConfigurationRequest> {}

/**
 * Stops S3 Metadata version 1 and fails with HTTP 405 for version 2; a store unaware of `?metadataTable` may delete an empty bucket.
 */
export const deleteBucketMetadataTableConfiguration: Operation<DeleteBucketMetadataTableConfigurationRequest, void> = {
  name: 'DeleteBucketMetadataTableConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?metadataTable',
  status: 204,
  input: deleteBucketMetadataTableConfigurationRequest,
}
