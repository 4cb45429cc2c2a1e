/** Storage class analysis: the operations. */
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
import { AnalyticsConfiguration } from '../shapes/analytics.js'
import { type Result } from '../shapes/wire.js'

const getBucketAnalyticsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketAnalyticsConfiguration`. */
export interface GetBucketAnalyticsConfigurationRequest
  extends
    RequiredInput<typeof getBucketAnalyticsConfigurationRequest>,
    OptionalInput<typeof getBucketAnalyticsConfigurationRequest> {}

const getBucketAnalyticsConfigurationOutput = () => ({
  /** One storage class analysis: which objects it watches and where its export goes. */
  AnalyticsConfiguration: payload(AnalyticsConfiguration),
})
/** What `getBucketAnalyticsConfiguration` returns. */
export interface GetBucketAnalyticsConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketAnalyticsConfigurationOutput>,
    OptionalOf<typeof getBucketAnalyticsConfigurationOutput> {}

/** Reads one storage class analysis by its `Id`; an unknown id fails with `NoSuchConfiguration`. */
export const getBucketAnalyticsConfiguration: Operation<
  GetBucketAnalyticsConfigurationRequest,
  GetBucketAnalyticsConfigurationOutput
> = {
  name: 'GetBucketAnalyticsConfiguration',
  method: 'GET',
  uri: '/{Bucket}?analytics',
  input: getBucketAnalyticsConfigurationRequest,
  output: getBucketAnalyticsConfigurationOutput,
}

const putBucketAnalyticsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** One storage class analysis: which objects it watches and where its export goes. */
  AnalyticsConfiguration: required(payload(AnalyticsConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketAnalyticsConfiguration`. */
export interface PutBucketAnalyticsConfigurationRequest
  extends
    RequiredInput<typeof putBucketAnalyticsConfigurationRequest>,
    OptionalInput<typeof putBucketAnalyticsConfigurationRequest> {}

/** Creates or replaces the storage class analysis with the given `Id`; a bucket holds up to 1,000. */
export const putBucketAnalyticsConfiguration: Operation<PutBucketAnalyticsConfigurationRequest, void> = {
  name: 'PutBucketAnalyticsConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?analytics',
  input: putBucketAnalyticsConfigurationRequest,
}

const deleteBucketAnalyticsConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketAnalyticsConfiguration`. */
export interface DeleteBucketAnalyticsConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketAnalyticsConfigurationRequest>,
    OptionalInput<typeof deleteBucketAnalyticsConfigurationRequest> {}

/** Removes one storage class analysis by its `Id`; a store unaware of `?analytics` may delete an empty bucket. */
export const deleteBucketAnalyticsConfiguration: Operation<DeleteBucketAnalyticsConfigurationRequest, void> = {
  name: 'DeleteBucketAnalyticsConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?analytics',
  status: 204,
  input: deleteBucketAnalyticsConfigurationRequest,
}

const listBucketAnalyticsConfigurationsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `listBucketAnalyticsConfigurations`. */
export interface ListBucketAnalyticsConfigurationsRequest
  extends
    RequiredInput<typeof listBucketAnalyticsConfigurationsRequest>,
    OptionalInput<typeof listBucketAnalyticsConfigurationsRequest> {}

const listBucketAnalyticsConfigurationsOutput = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
  /** The analyses on this page; absent if there are none. */
  AnalyticsConfigurationList: element(flatList(AnalyticsConfiguration), 'AnalyticsConfiguration'),
})
/** What `listBucketAnalyticsConfigurations` returns. */
export interface ListBucketAnalyticsConfigurationsOutput
  extends
    Result,
    RequiredOf<typeof listBucketAnalyticsConfigurationsOutput>,
    OptionalOf<typeof listBucketAnalyticsConfigurationsOutput> {}

/** Lists the storage class analyses of a bucket in pages of at most 100. */
export const listBucketAnalyticsConfigurations: Operation<
  ListBucketAnalyticsConfigurationsRequest,
  ListBucketAnalyticsConfigurationsOutput
> = {
  name: 'ListBucketAnalyticsConfigurations',
  method: 'GET',
  uri: '/{Bucket}?analytics',
  input: listBucketAnalyticsConfigurationsRequest,
  output: listBucketAnalyticsConfigurationsOutput,
}
