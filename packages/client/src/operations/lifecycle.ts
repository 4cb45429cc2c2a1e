/** Lifecycle rules: the operations. */
import {
  element,
  flatList,
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
  BucketLifecycleConfiguration,
  LifecycleConfiguration,
  LifecycleRule,
  Rule,
  TransitionDefaultMinimumObjectSize,
} from '../shapes/lifecycle.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'
import { type Result } from '../shapes/wire.js'

const getBucketLifecycleRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketLifecycle`. */
export interface GetBucketLifecycleRequest
  extends RequiredInput<typeof getBucketLifecycleRequest>, OptionalInput<typeof getBucketLifecycleRequest> {}

const getBucketLifecycleOutput = () => ({
  /** Lifecycle rules of the bucket, at most 1000. */
  Rules: element(flatList(Rule), 'Rule'),
})
/** What `getBucketLifecycle` returns. */
export interface GetBucketLifecycleOutput
  extends Result, RequiredOf<typeof getBucketLifecycleOutput>, OptionalOf<typeof getBucketLifecycleOutput> {}

/**
 * Deprecated: use `GetBucketLifecycleConfiguration`; returns rules in the old form, which cannot express filters.
 * @deprecated
 */
export const getBucketLifecycle: Operation<GetBucketLifecycleRequest, GetBucketLifecycleOutput> = {
  name: 'GetBucketLifecycle',
  method: 'GET',
  uri: '/{Bucket}?lifecycle',
  input: getBucketLifecycleRequest,
  output: getBucketLifecycleOutput,
}

const putBucketLifecycleRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** The rules that replace all present ones. */
  LifecycleConfiguration: payload(LifecycleConfiguration),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketLifecycle`. */
export interface PutBucketLifecycleRequest
  extends RequiredInput<typeof putBucketLifecycleRequest>, OptionalInput<typeof putBucketLifecycleRequest> {}

/**
 * Deprecated: use `PutBucketLifecycleConfiguration`; replaces all rules with rules of the old prefix-only form.
 * @deprecated
 */
export const putBucketLifecycle: Operation<PutBucketLifecycleRequest, void> = {
  name: 'PutBucketLifecycle',
  method: 'PUT',
  uri: '/{Bucket}?lifecycle',
  checksum: 'required',
  input: putBucketLifecycleRequest,
}

const getBucketLifecycleConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketLifecycleConfiguration`. */
export interface GetBucketLifecycleConfigurationRequest
  extends
    RequiredInput<typeof getBucketLifecycleConfigurationRequest>,
    OptionalInput<typeof getBucketLifecycleConfigurationRequest> {}

const getBucketLifecycleConfigurationOutput = () => ({
  /** Lifecycle rules of the bucket, at most 1000. */
  Rules: element(flatList(LifecycleRule), 'Rule'),
  /**
   * `all_storage_classes_128K` (default): no transition below 128 KB; `varies_by_storage_class`: Glacier takes smaller ones.
   */
  TransitionDefaultMinimumObjectSize: header(
    'x-amz-transition-default-minimum-object-size',
    oneOf<TransitionDefaultMinimumObjectSize>(TransitionDefaultMinimumObjectSize),
  ),
})
/** What `getBucketLifecycleConfiguration` returns. */
export interface GetBucketLifecycleConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketLifecycleConfigurationOutput>,
    OptionalOf<typeof getBucketLifecycleConfigurationOutput> {}

/** Returns the lifecycle rules; fails with `NoSuchLifecycleConfiguration` when none are set. */
export const getBucketLifecycleConfiguration: Operation<
  GetBucketLifecycleConfigurationRequest,
  GetBucketLifecycleConfigurationOutput
> = {
  name: 'GetBucketLifecycleConfiguration',
  method: 'GET',
  uri: '/{Bucket}?lifecycle',
  input: getBucketLifecycleConfigurationRequest,
  output: getBucketLifecycleConfigurationOutput,
}

const putBucketLifecycleConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** The rules that replace all present ones. */
  LifecycleConfiguration: payload(BucketLifecycleConfiguration),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /**
   * `all_storage_classes_128K` (default): no transition below 128 KB; `varies_by_storage_class`: Glacier takes smaller ones.
   */
  TransitionDefaultMinimumObjectSize: header(
    'x-amz-transition-default-minimum-object-size',
    oneOf<TransitionDefaultMinimumObjectSize>(TransitionDefaultMinimumObjectSize),
  ),
})
/** Parameters of `putBucketLifecycleConfiguration`. */
export interface PutBucketLifecycleConfigurationRequest
  extends
    RequiredInput<typeof putBucketLifecycleConfigurationRequest>,
    OptionalInput<typeof putBucketLifecycleConfigurationRequest> {}

const putBucketLifecycleConfigurationOutput = () => ({
  /**
   * `all_storage_classes_128K` (default): no transition below 128 KB; `varies_by_storage_class`: Glacier takes smaller ones.
   */
  TransitionDefaultMinimumObjectSize: header(
    'x-amz-transition-default-minimum-object-size',
    oneOf<TransitionDefaultMinimumObjectSize>(TransitionDefaultMinimumObjectSize),
  ),
})
/** What `putBucketLifecycleConfiguration` returns. */
export interface PutBucketLifecycleConfigurationOutput
  extends
    Result,
    RequiredOf<typeof putBucketLifecycleConfigurationOutput>,
    OptionalOf<typeof putBucketLifecycleConfigurationOutput> {}

/** Replaces all lifecycle rules of the bucket, at most 1,000; rules left out are removed. */
export const putBucketLifecycleConfiguration: Operation<
  PutBucketLifecycleConfigurationRequest,
  PutBucketLifecycleConfigurationOutput
> = {
  name: 'PutBucketLifecycleConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?lifecycle',
  checksum: 'required',
  input: putBucketLifecycleConfigurationRequest,
  output: putBucketLifecycleConfigurationOutput,
}

const deleteBucketLifecycleRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketLifecycle`. */
export interface DeleteBucketLifecycleRequest
  extends RequiredInput<typeof deleteBucketLifecycleRequest>, OptionalInput<typeof deleteBucketLifecycleRequest> {}

/** Removes all lifecycle rules, so nothing expires or changes storage class automatically any more. */
export const deleteBucketLifecycle: Operation<DeleteBucketLifecycleRequest, void> = {
  name: 'DeleteBucketLifecycle',
  method: 'DELETE',
  uri: '/{Bucket}?lifecycle',
  status: 204,
  input: deleteBucketLifecycleRequest,
}
