/** Event notifications: the operations. */
import {
  boolean,
  header,
  label,
  oneOf,
  type Operation,
  type OptionalInput,
  payload,
  required,
  type RequiredInput,
  string,
} from '../schema/index.js'
import {
  NotificationConfiguration,
  NotificationConfigurationDeprecated,
  notificationConfigurationDeprecatedMembers,
  notificationConfigurationMembers,
} from '../shapes/notification.js'
import { ChecksumAlgorithm } from '../shapes/shared.js'

const getBucketNotificationConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `getBucketNotification` and `getBucketNotificationConfiguration`. */
export interface GetBucketNotificationConfigurationRequest
  extends
    RequiredInput<typeof getBucketNotificationConfigurationRequest>,
    OptionalInput<typeof getBucketNotificationConfigurationRequest> {}

/**
 * Deprecated: use `GetBucketNotificationConfiguration`; returns at most one destination of each kind.
 * @deprecated
 */
export const getBucketNotification: Operation<
  GetBucketNotificationConfigurationRequest,
  NotificationConfigurationDeprecated
> = {
  name: 'GetBucketNotification',
  method: 'GET',
  uri: '/{Bucket}?notification',
  input: getBucketNotificationConfigurationRequest,
  output: notificationConfigurationDeprecatedMembers,
}

const putBucketNotificationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Base64 MD5 of the request body, never computed for you; the server answers `BadDigest` when it does not match. */
  ContentMD5: header('Content-MD5', string),
  /**
   * Algorithm of the checksum computed for the request body: CRC32, CRC32C, CRC64NVME, SHA1, SHA256 or SHA512; the others
   * have to be given as values. Ignored when a value is given.
   */
  ChecksumAlgorithm: header('x-amz-sdk-checksum-algorithm', oneOf<ChecksumAlgorithm>(ChecksumAlgorithm)),
  /** Which events go where; replaces the whole configuration, an empty one switches notifications off. */
  NotificationConfiguration: required(payload(NotificationConfigurationDeprecated)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
})
/** Parameters of `putBucketNotification`. */
export interface PutBucketNotificationRequest
  extends RequiredInput<typeof putBucketNotificationRequest>, OptionalInput<typeof putBucketNotificationRequest> {}

/**
 * Deprecated: use `PutBucketNotificationConfiguration`; replaces all notification settings with the old form.
 * @deprecated
 */
export const putBucketNotification: Operation<PutBucketNotificationRequest, void> = {
  name: 'PutBucketNotification',
  method: 'PUT',
  uri: '/{Bucket}?notification',
  checksum: 'required',
  input: putBucketNotificationRequest,
}

/** Returns the event destinations of the bucket; empty when none are configured. */
export const getBucketNotificationConfiguration: Operation<
  GetBucketNotificationConfigurationRequest,
  NotificationConfiguration
> = {
  name: 'GetBucketNotificationConfiguration',
  method: 'GET',
  uri: '/{Bucket}?notification',
  input: getBucketNotificationConfigurationRequest,
  output: notificationConfigurationMembers,
}

const putBucketNotificationConfigurationRequest = () => ({
  /** Name of the bucket; where the operation allows it, an access point ARN or alias may stand here instead. */
  Bucket: required(label(string)),
  /** Which events go where; replaces the whole configuration, an empty one switches notifications off. */
  NotificationConfiguration: required(payload(NotificationConfiguration)),
  /** 12-digit account id; the request fails with 403 when the bucket belongs to another account. */
  ExpectedBucketOwner: header('x-amz-expected-bucket-owner', string),
  /** If true, stores the settings without checking that S3 can reach the destinations. */
  SkipDestinationValidation: header('x-amz-skip-destination-validation', boolean),
})
/** Parameters of `putBucketNotificationConfiguration`. */
export interface PutBucketNotificationConfigurationRequest
  extends
    RequiredInput<typeof putBucketNotificationConfigurationRequest>,
    OptionalInput<typeof putBucketNotificationConfigurationRequest> {}

/** Replaces all event destinations of the bucket; an empty configuration turns notifications off. */
export const putBucketNotificationConfiguration: Operation<PutBucketNotificationConfigurationRequest, void> = {
  name: 'PutBucketNotificationConfiguration',
  method: 'PUT',
  uri: '/{Bucket}?notification',
  input: putBucketNotificationConfigurationRequest,
}
