/** Access logs: the structures and value lists. */
import {
  element,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'
import { Grantee } from './shared.js'

/** Permissions that can be granted on delivered log objects. */
export const BucketLogsPermission = ['FULL_CONTROL', 'READ', 'WRITE'] as const
export type BucketLogsPermission = OneOf<typeof BucketLogsPermission>

/** `EventTime` files logs under the day of the requests; `DeliveryTime` under the time of delivery. */
export const PartitionDateSource = ['EventTime', 'DeliveryTime'] as const
export type PartitionDateSource = OneOf<typeof PartitionDateSource>

const bucketLoggingStatusMembers = () => ({
  /** Log destination; omit it to turn logging off. */
  LoggingEnabled: element(LoggingEnabled),
})
/** Access log state of a bucket; an empty object means logging is off. */
export interface BucketLoggingStatus
  extends RequiredOf<typeof bucketLoggingStatusMembers>, OptionalOf<typeof bucketLoggingStatusMembers> {}
export const BucketLoggingStatus: Structure<BucketLoggingStatus> = {
  kind: 'structure',
  members: bucketLoggingStatusMembers,
}

const loggingEnabledMembers = () => ({
  /** Bucket that receives the logs; must have the same owner and region as the logged bucket. */
  TargetBucket: required(element(string)),
  /** Grants put on each log object; not allowed if the target bucket uses `BucketOwnerEnforced`. */
  TargetGrants: element(list(TargetGrant, 'Grant')),
  /** Prefix for the keys of log objects, such as `logs/`; required but may be empty. */
  TargetPrefix: required(element(string)),
  /** Key scheme of log objects; `SimplePrefix` if omitted. */
  TargetObjectKeyFormat: element(TargetObjectKeyFormat),
})
/** Destination and naming of access logs; its presence is what turns logging on. */
export interface LoggingEnabled
  extends RequiredOf<typeof loggingEnabledMembers>, OptionalOf<typeof loggingEnabledMembers> {}
export const LoggingEnabled: Structure<LoggingEnabled> = { kind: 'structure', members: loggingEnabledMembers }

const partitionedPrefixMembers = () => ({
  /** Whether the date in the key is that of the logged events or that of log delivery. */
  PartitionDateSource: element(oneOf<PartitionDateSource>(PartitionDateSource)),
})
/** Selects log keys with path levels for account, region, bucket and date. */
export interface PartitionedPrefix
  extends RequiredOf<typeof partitionedPrefixMembers>, OptionalOf<typeof partitionedPrefixMembers> {}
export const PartitionedPrefix: Structure<PartitionedPrefix> = { kind: 'structure', members: partitionedPrefixMembers }

const simplePrefixMembers = () => ({})
/** Selects flat log keys, prefix then `YYYY-MM-DD-hh-mm-ss` and a unique string; pass an empty object. */
export interface SimplePrefix extends RequiredOf<typeof simplePrefixMembers>, OptionalOf<typeof simplePrefixMembers> {}
export const SimplePrefix: Structure<SimplePrefix> = { kind: 'structure', members: simplePrefixMembers }

const targetGrantMembers = () => ({
  /** Person or group that receives the permission. */
  Grantee: element(Grantee),
  /** What the grantee may do with the log objects. */
  Permission: element(oneOf<BucketLogsPermission>(BucketLogsPermission)),
})
/** A permission on the delivered log objects, given to one grantee. */
export interface TargetGrant extends RequiredOf<typeof targetGrantMembers>, OptionalOf<typeof targetGrantMembers> {}
export const TargetGrant: Structure<TargetGrant> = { kind: 'structure', members: targetGrantMembers }

const targetObjectKeyFormatMembers = () => ({
  /** Puts all logs directly under the prefix, named by date, time and a unique string. */
  SimplePrefix: element(SimplePrefix),
  /** Puts logs in a path by account, region, bucket, year, month and day. */
  PartitionedPrefix: element(PartitionedPrefix),
})
/** Key scheme for log objects; set only one of the two members. */
export interface TargetObjectKeyFormat
  extends RequiredOf<typeof targetObjectKeyFormatMembers>, OptionalOf<typeof targetObjectKeyFormatMembers> {}
export const TargetObjectKeyFormat: Structure<TargetObjectKeyFormat> = {
  kind: 'structure',
  members: targetObjectKeyFormatMembers,
}
