/** Buckets and sessions: the structures and value lists. */
import {
  atLeast,
  element,
  list,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  secret,
  string,
  type Structure,
  timestamp,
} from '../schema/index.js'
import { Tag } from './shared.js'

/** Region codes allowed as a location; `EU` is the old name of `eu-west-1`, and `us-east-1` is written by absence. */
export const BucketLocationConstraint = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'cn-north-1',
  'cn-northwest-1',
  'EU',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-east-2',
  'us-gov-east-1',
  'us-gov-west-1',
  'us-west-1',
  'us-west-2',
] as const
export type BucketLocationConstraint = OneOf<typeof BucketLocationConstraint>

/** Who shares the namespace of the bucket's name: all accounts, or your account in one Region. */
export const BucketNamespace = ['account-regional', 'global'] as const
export type BucketNamespace = OneOf<typeof BucketNamespace>

/** Kinds of bucket that must be asked for; general purpose buckets have no value here. */
export const BucketType = ['Directory'] as const
export type BucketType = OneOf<typeof BucketType>

/** How widely a directory bucket's data is spread; either way it is one zone. */
export const DataRedundancy = ['SingleAvailabilityZone', 'SingleLocalZone'] as const
export type DataRedundancy = OneOf<typeof DataRedundancy>

/** Kinds of zone for directory buckets. */
export const LocationType = ['AvailabilityZone', 'LocalZone'] as const
export type LocationType = OneOf<typeof LocationType>

/** What a directory bucket session may do. */
export const SessionMode = ['ReadOnly', 'ReadWrite'] as const
export type SessionMode = OneOf<typeof SessionMode>

const bucketMembers = () => ({
  /** The bucket's name, unique within its namespace. */
  Name: element(string),
  /** When the bucket was created; on Amazon, a change of the bucket such as a new policy may move it. */
  CreationDate: element(timestamp),
  /** Region of the bucket; Amazon sends it only for paged or filtered lists. */
  BucketRegion: element(string),
  /** ARN of the bucket; Amazon sends it for directory buckets only. */
  BucketArn: element(atLeast(1, string)),
})
/** One bucket of a list. */
export interface Bucket extends RequiredOf<typeof bucketMembers>, OptionalOf<typeof bucketMembers> {}
export const Bucket: Structure<Bucket> = { kind: 'structure', members: bucketMembers }

const bucketInfoMembers = () => ({
  /** Number and kind of zones that hold the data; must fit `LocationInfo.Type`. */
  DataRedundancy: element(oneOf<DataRedundancy>(DataRedundancy)),
  /** Always `Directory`. */
  Type: element(oneOf<BucketType>(BucketType)),
})
/** Kind and redundancy of a directory bucket. */
export interface BucketInfo extends RequiredOf<typeof bucketInfoMembers>, OptionalOf<typeof bucketInfoMembers> {}
export const BucketInfo: Structure<BucketInfo> = { kind: 'structure', members: bucketInfoMembers }

const createBucketConfigurationMembers = () => ({
  /** Region of the bucket, equal to that of the endpoint; must be absent for `us-east-1`. */
  LocationConstraint: element(oneOf<BucketLocationConstraint>(BucketLocationConstraint)),
  /** Zone of a directory bucket; absent for other buckets. */
  Location: element(LocationInfo),
  /** Kind and redundancy of a directory bucket; absent for other buckets. */
  Bucket: element(BucketInfo),
  /** Tags that the bucket has from the start; needs the permission `s3:TagResource`. */
  Tags: element(list(Tag, 'Tag')),
})
/** Where the bucket is created and what kind it is. */
export interface CreateBucketConfiguration
  extends RequiredOf<typeof createBucketConfigurationMembers>, OptionalOf<typeof createBucketConfigurationMembers> {}
export const CreateBucketConfiguration: Structure<CreateBucketConfiguration> = {
  kind: 'structure',
  members: createBucketConfigurationMembers,
}

const locationInfoMembers = () => ({
  /** Availability Zone or Local Zone. */
  Type: element(oneOf<LocationType>(LocationType)),
  /** Zone id, e.g. `usw2-az1`; it is part of the bucket's name as well. */
  Name: element(string),
})
/** The zone of a directory bucket. */
export interface LocationInfo extends RequiredOf<typeof locationInfoMembers>, OptionalOf<typeof locationInfoMembers> {}
export const LocationInfo: Structure<LocationInfo> = { kind: 'structure', members: locationInfoMembers }

const sessionCredentialsMembers = () => ({
  /** Public half of the key pair. */
  AccessKeyId: required(element(string)),
  /** Secret half of the key pair; never log it. */
  SecretAccessKey: required(element(secret)),
  /** Token that goes with each request of the session; secret as well. */
  SessionToken: required(element(secret)),
  /** From this time on the credentials are refused. */
  Expiration: required(element(timestamp)),
})
/** Temporary credentials of a directory bucket session. */
export interface SessionCredentials
  extends RequiredOf<typeof sessionCredentialsMembers>, OptionalOf<typeof sessionCredentialsMembers> {}
export const SessionCredentials: Structure<SessionCredentials> = {
  kind: 'structure',
  members: sessionCredentialsMembers,
}
