/** Request metrics: the operations. */
import {
  boolean,
  element,
  flatList,
  header,
  label,
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
import { MetricsConfiguration } from '../shapes/metrics.js'
import { type Result } from '../shapes/wire.js'

const getBucketMetricsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketMetricsConfiguration`. */
export interface GetBucketMetricsConfigurationRequest
  extends
    RequiredInput<typeof getBucketMetricsConfigurationRequest>,
    OptionalInput<typeof getBucketMetricsConfigurationRequest> {}

const getBucketMetricsConfigurationOutput = () => ({
  /** One set of CloudWatch request metrics and the filter of the objects it counts. */
  MetricsConfiguration: payload(MetricsConfiguration),
})
/** What `getBucketMetricsConfiguration` returns. */
export interface GetBucketMetricsConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketMetricsConfigurationOutput>,
    OptionalOf<typeof getBucketMetricsConfigurationOutput> {}

/** Reads one request metrics definition by its `Id`; an unknown id fails with `NoSuchConfiguration`. */
export const getBucketMetricsConfiguration: Operation<
  GetBucketMetricsConfigurationRequest,
  GetBucketMetricsConfigurationOutput
> = {
  name: 'GetBucketMetricsConfiguration',
  method: 'GET',
  uri: '/{Bucket}?metrics',
  input: getBucketMetricsConfigurationRequest,
  output: getBucketMetricsConfigurationOutput,
}

const putBucketMetricsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** One set of CloudWatch request metrics and the filter of the objects it counts. */
  MetricsConfiguration: required(payload(MetricsConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketMetricsConfiguration`. */
export interface PutBucketMetricsConfigurationRequest
  extends
    RequiredInput<typeof putBucketMetricsConfigurationRequest>,
    OptionalInput<typeof putBucketMetricsConfigurationRequest> {}

/**
 * Creates or wholly replaces the CloudWatch request metrics definition with the given `Id`; a bucket holds up to 1,000.
 */
export const putBucketMetricsConfiguration: Operation<PutBucketMetricsConfigurationRequest, void> = {
  name: 'PutBucketMetricsConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?metrics',
  input: putBucketMetricsConfigurationRequest,
}

const deleteBucketMetricsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketMetricsConfiguration`. */
export interface DeleteBucketMetricsConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketMetricsConfigurationRequest>,
    OptionalInput<typeof deleteBucketMetricsConfigurationRequest> {}

/** Removes one request metrics definition by its `Id`; a store unaware of `?metrics` may delete an empty bucket. */
export const deleteBucketMetricsConfiguration: Operation<DeleteBucketMetricsConfigurationRequest, void> = {
  name: 'DeleteBucketMetricsConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?metrics',
  status: 204,
  input: deleteBucketMetricsConfigurationRequest,
}

const listBucketMetricsConfigurationsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `listBucketMetricsConfigurations`. */
export interface ListBucketMetricsConfigurationsRequest
  extends
    RequiredInput<typeof listBucketMetricsConfigurationsRequest>,
    OptionalInput<typeof listBucketMetricsConfigurationsRequest> {}

const listBucketMetricsConfigurationsOutput = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
  /** The definitions on this page; absent if there are none. */
  MetricsConfigurationList: element(flatList(MetricsConfiguration), 'MetricsConfiguration'),
})
/** What `listBucketMetricsConfigurations` returns. */
export interface ListBucketMetricsConfigurationsOutput
  extends
    Result,
    RequiredOf<typeof listBucketMetricsConfigurationsOutput>,
    OptionalOf<typeof listBucketMetricsConfigurationsOutput> {}

/** Lists the request metrics definitions of a bucket in pages of at most 100. */
export const listBucketMetricsConfigurations: Operation<
  ListBucketMetricsConfigurationsRequest,
  ListBucketMetricsConfigurationsOutput
> = {
  name: 'ListBucketMetricsConfigurations',
  method: 'GET',
  uri: '/{Bucket}?metrics',
  input: listBucketMetricsConfigurationsRequest,
  output: listBucketMetricsConfigurationsOutput,
}
