/** Intelligent tiering: the operations. */
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
import { IntelligentTieringConfiguration } from '../shapes/intelligentTiering.js'
import { type Result } from '../shapes/wire.js'

const getBucketIntelligentTieringConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketIntelligentTieringConfiguration`. */
export interface GetBucketIntelligentTieringConfigurationRequest
  extends
    RequiredInput<typeof getBucketIntelligentTieringConfigurationRequest>,
    OptionalInput<typeof getBucketIntelligentTieringConfigurationRequest> {}

const getBucketIntelligentTieringConfigurationOutput = () => ({
  /** Which objects move to the archive tiers of Intelligent-Tiering, and after how many days. */
  IntelligentTieringConfiguration: payload(IntelligentTieringConfiguration),
})
/** What `getBucketIntelligentTieringConfiguration` returns. */
export interface GetBucketIntelligentTieringConfigurationOutput
  extends
    Result,
    RequiredOf<typeof getBucketIntelligentTieringConfigurationOutput>,
    OptionalOf<typeof getBucketIntelligentTieringConfigurationOutput> {}

/**
 * Reads one Intelligent-Tiering archive configuration by its `Id`; an unknown id fails with `NoSuchConfiguration`.
 */
export const getBucketIntelligentTieringConfiguration: Operation<
  GetBucketIntelligentTieringConfigurationRequest,
  GetBucketIntelligentTieringConfigurationOutput
> = {
  name: 'GetBucketIntelligentTieringConfiguration',
  method: 'GET',
  uri: '/{Bucket}?intelligent-tiering',
  input: getBucketIntelligentTieringConfigurationRequest,
  output: getBucketIntelligentTieringConfigurationOutput,
}

const putBucketIntelligentTieringConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** Which objects move to the archive tiers of Intelligent-Tiering, and after how many days. */
  IntelligentTieringConfiguration: required(payload(IntelligentTieringConfiguration)),
})
/** Parameters of `putBucketIntelligentTieringConfiguration`. */
export interface PutBucketIntelligentTieringConfigurationRequest
  extends
    RequiredInput<typeof putBucketIntelligentTieringConfigurationRequest>,
    OptionalInput<typeof putBucketIntelligentTieringConfigurationRequest> {}

/**
 * Creates or replaces the archive configuration with the given `Id`; it affects `INTELLIGENT_TIERING` objects only.
 */
export const putBucketIntelligentTieringConfiguration: Operation<
  PutBucketIntelligentTieringConfigurationRequest,
  void
> = {
  name: 'PutBucketIntelligentTieringConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?intelligent-tiering',
  input: putBucketIntelligentTieringConfigurationRequest,
}

const deleteBucketIntelligentTieringConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Name of one configuration within the bucket, chosen by you when it was put. */
  Id: required(query('id', string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `deleteBucketIntelligentTieringConfiguration`. */
export interface DeleteBucketIntelligentTieringConfigurationRequest
  extends
    RequiredInput<typeof deleteBucketIntelligentTieringConfigurationRequest>,
    OptionalInput<typeof deleteBucketIntelligentTieringConfigurationRequest> {}

/**
 * Removes one archive configuration by its `Id`; a store unaware of `?intelligent-tiering` may delete an empty bucket.
 */
export const deleteBucketIntelligentTieringConfiguration: Operation<
  DeleteBucketIntelligentTieringConfigurationRequest,
  void
> = {
  name: 'DeleteBucketIntelligentTieringConfiguration',
  method: 'DELETE',
  uri: '/{Bucket}?intelligent-tiering',
  status: 204,
  input: deleteBucketIntelligentTieringConfigurationRequest,
}

const listBucketIntelligentTieringConfigurationsRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: query('continuation-token', string),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `listBucketIntelligentTieringConfigurations`. */
export interface ListBucketIntelligentTieringConfigurationsRequest
  extends
    RequiredInput<typeof listBucketIntelligentTieringConfigurationsRequest>,
    OptionalInput<typeof listBucketIntelligentTieringConfigurationsRequest> {}

const listBucketIntelligentTieringConfigurationsOutput = () => ({
  /** `true` when more results follow; go on with the `Next…` values of this page. */
  IsTruncated: element(boolean),
  /** Opaque place to go on from: `NextContinuationToken` of the previous page, unchanged. */
  ContinuationToken: element(string),
  /** Pass it as `ContinuationToken` to get the next page; absent on the last one. */
  NextContinuationToken: element(string),
  /** The configurations on this page; absent if there are none. */
  IntelligentTieringConfigurationList: element(
    flatList(IntelligentTieringConfiguration),
    'IntelligentTieringConfiguration',
  ),
})
/** What `listBucketIntelligentTieringConfigurations` returns. */
export interface ListBucketIntelligentTieringConfigurationsOutput
  extends
    Result,
    RequiredOf<typeof listBucketIntelligentTieringConfigurationsOutput>,
    OptionalOf<typeof listBucketIntelligentTieringConfigurationsOutput> {}

/** Lists the Intelligent-Tiering archive configurations of a bucket, page by page. */
export const listBucketIntelligentTieringConfigurations: Operation<
  ListBucketIntelligentTieringConfigurationsRequest,
  ListBucketIntelligentTieringConfigurationsOutput
> = {
  name: 'ListBucketIntelligentTieringConfigurations',
  method: 'GET',
  uri: '/{Bucket}?intelligent-tiering',
  input: listBucketIntelligentTieringConfigurationsRequest,
  output: listBucketIntelligentTieringConfigurationsOutput,
}
