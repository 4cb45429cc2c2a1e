/** Event notifications: the structures and value lists. */
import {
  element,
  flatList,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'

/** Bucket event types; a trailing `*`, as in `s3:ObjectCreated:*`, stands for the whole family. */
export const NotificationEvent = [
  's3:ReducedRedundancyLostObject',
  's3:ObjectCreated:*',
  's3:ObjectCreated:Put',
  's3:ObjectCreated:Post',
  's3:ObjectCreated:Copy',
  's3:ObjectCreated:CompleteMultipartUpload',
  's3:ObjectRemoved:*',
  's3:ObjectRemoved:Delete',
  's3:ObjectRemoved:DeleteMarkerCreated',
  's3:ObjectRestore:*',
  's3:ObjectRestore:Post',
  's3:ObjectRestore:Completed',
  's3:Replication:*',
  's3:Replication:OperationFailedReplication',
  's3:Replication:OperationNotTracked',
  's3:Replication:OperationMissedThreshold',
  's3:Replication:OperationReplicatedAfterThreshold',
  's3:ObjectRestore:Delete',
  's3:LifecycleTransition',
  's3:IntelligentTiering',
  's3:ObjectAcl:Put',
  's3:LifecycleExpiration:*',
  's3:LifecycleExpiration:Delete',
  's3:LifecycleExpiration:DeleteMarkerCreated',
  's3:ObjectTagging:*',
  's3:ObjectTagging:Put',
  's3:ObjectTagging:Delete',
  's3:ObjectAnnotation:*',
  's3:ObjectAnnotation:Put',
  's3:ObjectAnnotation:Delete',
] as const
export type NotificationEvent = OneOf<typeof NotificationEvent>

/** Which end of the key a filter rule compares. */
export const FilterRuleName = ['prefix', 'suffix'] as const
export type FilterRuleName = OneOf<typeof FilterRuleName>

const cloudFunctionConfigurationMembers = () => ({
  /** Unique name of this entry; generated if omitted. */
  Id: element(string),
  /**
   * Deprecated: use `Events`; a single event type that invokes the function.
   * @deprecated
   */
  Event: element(oneOf<NotificationEvent>(NotificationEvent)),
  /** Event types that invoke the function. */
  Events: element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event'),
  /** ARN of the Lambda function. */
  CloudFunction: element(string),
  /** ARN of the IAM role under which the function is invoked. */
  InvocationRole: element(string),
})
/** A Lambda function and the events that invoke it, in the old form. */
export interface CloudFunctionConfiguration
  extends RequiredOf<typeof cloudFunctionConfigurationMembers>, OptionalOf<typeof cloudFunctionConfigurationMembers> {}
export const CloudFunctionConfiguration: Structure<CloudFunctionConfiguration> = {
  kind: 'structure',
  members: cloudFunctionConfigurationMembers,
}

const eventBridgeConfigurationMembers = () => ({})
/** Empty marker whose presence sends all bucket events to Amazon EventBridge. */
export interface EventBridgeConfiguration
  extends RequiredOf<typeof eventBridgeConfigurationMembers>, OptionalOf<typeof eventBridgeConfigurationMembers> {}
export const EventBridgeConfiguration: Structure<EventBridgeConfiguration> = {
  kind: 'structure',
  members: eventBridgeConfigurationMembers,
}

const filterRuleMembers = () => ({
  /** Which end of the key is compared: `prefix` for the start, `suffix` for the end. */
  Name: element(oneOf<FilterRuleName>(FilterRuleName)),
  /** Literal text to compare with, at most 1,024 characters; wildcards and regular expressions are not supported. */
  Value: element(string),
})
/** One condition on the start or the end of an object key. */
export interface FilterRule extends RequiredOf<typeof filterRuleMembers>, OptionalOf<typeof filterRuleMembers> {}
export const FilterRule: Structure<FilterRule> = { kind: 'structure', members: filterRuleMembers }

const lambdaFunctionConfigurationMembers = () => ({
  /** Unique name of this entry, repeated in each event message; generated if omitted. */
  Id: element(string),
  /** ARN of the Lambda function, in the bucket's region; it must permit S3 to invoke it. */
  LambdaFunctionArn: required(element(string, 'CloudFunction')),
  /** Event types that invoke the function. */
  Events: required(element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event')),
  /** Restricts events to keys with a prefix or suffix; all keys match if omitted. */
  Filter: element(NotificationConfigurationFilter),
})
/** A Lambda function and the events that invoke it. */
export interface LambdaFunctionConfiguration
  extends
    RequiredOf<typeof lambdaFunctionConfigurationMembers>,
    OptionalOf<typeof lambdaFunctionConfigurationMembers> {}
export const LambdaFunctionConfiguration: Structure<LambdaFunctionConfiguration> = {
  kind: 'structure',
  members: lambdaFunctionConfigurationMembers,
}

/** The members of `NotificationConfiguration`, which is a result as well as a part of a request. */
export const notificationConfigurationMembers = () => ({
  /** SNS topics to notify, with the events and key filter for each. */
  TopicConfigurations: element(flatList(TopicConfiguration), 'TopicConfiguration'),
  /** SQS queues to notify, with the events and key filter for each. */
  QueueConfigurations: element(flatList(QueueConfiguration), 'QueueConfiguration'),
  /** Lambda functions to invoke, with the events and key filter for each. */
  LambdaFunctionConfigurations: element(flatList(LambdaFunctionConfiguration), 'CloudFunctionConfiguration'),
  /** If present, even empty, all bucket events also go to Amazon EventBridge. */
  EventBridgeConfiguration: element(EventBridgeConfiguration),
})
/** Which events of a bucket are sent where; an empty one sends nothing. */
export interface NotificationConfiguration
  extends RequiredOf<typeof notificationConfigurationMembers>, OptionalOf<typeof notificationConfigurationMembers> {}
export const NotificationConfiguration: Structure<NotificationConfiguration> = {
  kind: 'structure',
  members: notificationConfigurationMembers,
}

/** The members of `NotificationConfigurationDeprecated`, which is a result as well as a part of a request. */
export const notificationConfigurationDeprecatedMembers = () => ({
  /** The single SNS topic that receives events, in the old form. */
  TopicConfiguration: element(TopicConfigurationDeprecated),
  /** The single SQS queue that receives events, in the old form. */
  QueueConfiguration: element(QueueConfigurationDeprecated),
  /** The single Lambda function that receives events, in the old form. */
  CloudFunctionConfiguration: element(CloudFunctionConfiguration),
})
/** The older form of a notification configuration: one destination of each kind. */
export interface NotificationConfigurationDeprecated
  extends
    RequiredOf<typeof notificationConfigurationDeprecatedMembers>,
    OptionalOf<typeof notificationConfigurationDeprecatedMembers> {}
export const NotificationConfigurationDeprecated: Structure<NotificationConfigurationDeprecated> = {
  kind: 'structure',
  members: notificationConfigurationDeprecatedMembers,
}

const notificationConfigurationFilterMembers = () => ({
  /** Rules on the object key. */
  Key: element(S3KeyFilter, 'S3Key'),
})
/** Restricts which objects raise notifications. */
export interface NotificationConfigurationFilter
  extends
    RequiredOf<typeof notificationConfigurationFilterMembers>,
    OptionalOf<typeof notificationConfigurationFilterMembers> {}
export const NotificationConfigurationFilter: Structure<NotificationConfigurationFilter> = {
  kind: 'structure',
  members: notificationConfigurationFilterMembers,
}

const queueConfigurationMembers = () => ({
  /** Unique name of this entry, repeated in each event message; generated if omitted. */
  Id: element(string),
  /** ARN of the SQS queue, in the bucket's region; FIFO queues are not supported. */
  QueueArn: required(element(string, 'Queue')),
  /** Event types that are sent to the queue. */
  Events: required(element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event')),
  /** Restricts events to keys with a prefix or suffix; all keys match if omitted. */
  Filter: element(NotificationConfigurationFilter),
})
/** An SQS queue and the events sent to it. */
export interface QueueConfiguration
  extends RequiredOf<typeof queueConfigurationMembers>, OptionalOf<typeof queueConfigurationMembers> {}
export const QueueConfiguration: Structure<QueueConfiguration> = {
  kind: 'structure',
  members: queueConfigurationMembers,
}

const queueConfigurationDeprecatedMembers = () => ({
  /** Unique name of this entry; generated if omitted. */
  Id: element(string),
  /**
   * Deprecated: use `Events`; a single event type that is sent to the queue.
   * @deprecated
   */
  Event: element(oneOf<NotificationEvent>(NotificationEvent)),
  /** Event types that are sent to the queue. */
  Events: element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event'),
  /** ARN of the SQS queue. */
  Queue: element(string),
})
/** An SQS queue and the events sent to it, in the old form. */
export interface QueueConfigurationDeprecated
  extends
    RequiredOf<typeof queueConfigurationDeprecatedMembers>,
    OptionalOf<typeof queueConfigurationDeprecatedMembers> {}
export const QueueConfigurationDeprecated: Structure<QueueConfigurationDeprecated> = {
  kind: 'structure',
  members: queueConfigurationDeprecatedMembers,
}

const s3KeyFilterMembers = () => ({
  /** At most one `prefix` and one `suffix` rule; a key must satisfy both if both are given. */
  FilterRules: element(flatList(FilterRule), 'FilterRule'),
})
/** Set of rules an object key must meet. */
export interface S3KeyFilter extends RequiredOf<typeof s3KeyFilterMembers>, OptionalOf<typeof s3KeyFilterMembers> {}
export const S3KeyFilter: Structure<S3KeyFilter> = { kind: 'structure', members: s3KeyFilterMembers }

const topicConfigurationMembers = () => ({
  /** Unique name of this entry, repeated in each event message; generated if omitted. */
  Id: element(string),
  /** ARN of the SNS topic, in the bucket's region; FIFO topics are not supported. */
  TopicArn: required(element(string, 'Topic')),
  /** Event types that are sent to the topic. */
  Events: required(element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event')),
  /** Restricts events to keys with a prefix or suffix; all keys match if omitted. */
  Filter: element(NotificationConfigurationFilter),
})
/** An SNS topic and the events sent to it. */
export interface TopicConfiguration
  extends RequiredOf<typeof topicConfigurationMembers>, OptionalOf<typeof topicConfigurationMembers> {}
export const TopicConfiguration: Structure<TopicConfiguration> = {
  kind: 'structure',
  members: topicConfigurationMembers,
}

const topicConfigurationDeprecatedMembers = () => ({
  /** Unique name of this entry; generated if omitted. */
  Id: element(string),
  /** Event types that are sent to the topic. */
  Events: element(flatList(oneOf<NotificationEvent>(NotificationEvent)), 'Event'),
  /**
   * Deprecated: use `Events`; a single event type that is sent to the topic.
   * @deprecated
   */
  Event: element(oneOf<NotificationEvent>(NotificationEvent)),
  /** ARN of the SNS topic. */
  Topic: element(string),
})
/** An SNS topic and the events sent to it, in the old form. */
export interface TopicConfigurationDeprecated
  extends
    RequiredOf<typeof topicConfigurationDeprecatedMembers>,
    OptionalOf<typeof topicConfigurationDeprecatedMembers> {}
export const TopicConfigurationDeprecated: Structure<TopicConfigurationDeprecated> = {
  kind: 'structure',
  members: topicConfigurationDeprecatedMembers,
}
