/** Inventories: the operations. */
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
import { InventoryConfiguration } from '../shapes/inventory.js'
import { type Result } from '../shapes/wire.js'

const getBucketInventoryConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketInventoryConfiguration`. */
export interface GetBucketInventoryConfigurationRequest
  extends
    RequiredInput<typeof getBucketInventoryConfigurationRequest>,
    OptionalInput<typeof getBucketInventoryConfigurationRequest> {}

const getBucketInventoryConfigurationOutput = () => ({
  /** One inventory report: what it lists, how often, in which format and where to. */
  InventoryConfiguration: payload(InventoryConfiguration),
})
/** What `getBucketInventoryConfiguration` returns. */
export interface GetBucketInventoryConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketInventoryConfigurationOutput>,
    OptionalOf<typeof getBucketInventoryConfigurationOutput> {}

/** Reads one inventory report definition by its `Id`; an unknown id fails with `NoSuchConfiguration`. */
export const getBucketInventoryConfiguration: Operation<
  GetBucketInventoryConfigurationRequest,
  GetBucketInventoryConfigurationOutput
> = {
  name: 'GetBucketInventoryConfiguration',
  method: 'GET',
  uri: '/{Bucket}?inventory',
  input: getBucketInventoryConfigurationRequest,
  output: getBucketInventoryConfigurationOutput,
}

const putBucketInventoryConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** One inventory report: what it lists, how often, in which format and where to. */
  InventoryConfiguration: required(payload(InventoryConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketInventoryConfiguration`. */
export interface PutBucketInventoryConfigurationRequest
  extends
    RequiredInput<typeof putBucketInventoryConfigurationRequest>,
    OptionalInput<typeof putBucketInventoryConfigurationRequest> {}

/**
 * Creates or replaces the inventory report with the given `Id`; the target bucket's policy must let S3 write there.
 */
export const putBucketInventoryConfiguration: Operation<PutBucketInventoryConfigurationRequest, void> = {
  name: 'PutBucketInventoryConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?inventory',
  input: putBucketInventoryConfigurationRequest,
}

const deleteBucketInventoryConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketInventoryConfiguration`. */
export interface DeleteBucketInventoryConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketInventoryConfigurationRequest>,
    OptionalInput<typeof deleteBucketInventoryConfigurationRequest> {}

/**
 * Removes one inventory report definition by its `Id`; a store unaware of `?inventory` may delete an empty bucket.
 */
export const deleteBucketInventoryConfiguration: Operation<DeleteBucketInventoryConfigurationRequest, void> = {
  name: 'DeleteBucketInventoryConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?inventory',
  status: 204,
  input: deleteBucketInventoryConfigurationRequest,
}

const listBucketInventoryConfigurationsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `listBucketInventoryConfigurations`. */
export interface ListBucketInventoryConfigurationsRequest
  extends
    RequiredInput<typeof listBucketInventoryConfigurationsRequest>,
    OptionalInput<typeof listBucketInventoryConfigurationsRequest> {}

const listBucketInventoryConfigurationsOutput = () => ({
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** The report definitions on this page; absent if there are none. */
  InventoryConfigurationList: element(flatList(InventoryConfiguration), 'InventoryConfiguration'),
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
})
/** What `listBucketInventoryConfigurations` returns. */
export interface ListBucketInventoryConfigurationsOutput
  extends
    Result,
    RequiredOf<typeof listBucketInventoryConfigurationsOutput>,
    OptionalOf<typeof listBucketInventoryConfigurationsOutput> {}

/** Lists the inventory report definitions of a bucket in pages of at most 100. */
export const listBucketInventoryConfigurations: Operation<
  ListBucketInventoryConfigurationsRequest,
  ListBucketInventoryConfigurationsOutput
> = {
  name: 'ListBucketInventoryConfigurations',
  method: 'GET',
  uri: '/{Bucket}?inventory',
  input: listBucketInventoryConfigurationsRequest,
  output: listBucketInventoryConfigurationsOutput,
}
