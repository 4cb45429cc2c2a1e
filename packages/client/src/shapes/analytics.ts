/** Storage class analysis: the structures and value lists. */
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
import { Tag } from './shared.js'

/** File formats of exported analysis results; only `CSV` exists. */
export const AnalyticsS3ExportFileFormat = ['CSV'] as const
export type AnalyticsS3ExportFileFormat = OneOf<typeof AnalyticsS3ExportFileFormat>

/** Layout versions of exported analysis results; only `V_1` exists. */
export const StorageClassAnalysisSchemaVersion = ['V_1'] as const
export type StorageClassAnalysisSchemaVersion = OneOf<typeof StorageClassAnalysisSchemaVersion>

const analyticsAndOperatorMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry every one of these tags. */
  Tags: element(flatList(Tag), 'Tag'),
})
/** Conditions joined by a logical AND; at least two. */
export interface AnalyticsAndOperator
  extends RequiredOf<typeof analyticsAndOperatorMembers>, OptionalOf<typeof analyticsAndOperatorMembers> {}
export const AnalyticsAndOperator: Structure<AnalyticsAndOperator> = {
  kind: 'structure',
  members: analyticsAndOperatorMembers,
}

const analyticsConfigurationMembers = () => ({
  /** Name of the analysis, unique within the bucket; must equal the `Id` of the request. */
  Id: required(element(string)),
  /** Limits the analysis to some objects; if absent, the whole bucket is analysed. */
  Filter: element(AnalyticsFilter),
  /** What is analysed and where the daily results go. */
  StorageClassAnalysis: required(element(StorageClassAnalysis)),
})
/** A named analysis of how a set of objects is accessed, to judge which storage class fits. */
export interface AnalyticsConfiguration
  extends RequiredOf<typeof analyticsConfigurationMembers>, OptionalOf<typeof analyticsConfigurationMembers> {}
export const AnalyticsConfiguration: Structure<AnalyticsConfiguration> = {
  kind: 'structure',
  members: analyticsConfigurationMembers,
}

const analyticsExportDestinationMembers = () => ({
  /** The bucket that receives the file, the only kind of target. */
  S3BucketDestination: required(element(AnalyticsS3BucketDestination)),
})
/** Target of exported analysis results. */
export interface AnalyticsExportDestination
  extends RequiredOf<typeof analyticsExportDestinationMembers>, OptionalOf<typeof analyticsExportDestinationMembers> {}
export const AnalyticsExportDestination: Structure<AnalyticsExportDestination> = {
  kind: 'structure',
  members: analyticsExportDestinationMembers,
}

const analyticsFilterMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry this tag, key and value alike. */
  Tag: element(Tag),
  /** Two or more conditions that must all hold. */
  And: element(AnalyticsAndOperator),
})
/** Selects objects by exactly one of `Prefix`, `Tag` or `And`. */
export interface AnalyticsFilter
  extends RequiredOf<typeof analyticsFilterMembers>, OptionalOf<typeof analyticsFilterMembers> {}
export const AnalyticsFilter: Structure<AnalyticsFilter> = { kind: 'structure', members: analyticsFilterMembers }

const analyticsS3BucketDestinationMembers = () => ({
  /** File format; always `CSV`. */
  Format: required(element(oneOf<AnalyticsS3ExportFileFormat>(AnalyticsS3ExportFileFormat))),
  /** Account id (12 digits) expected to own the target bucket; if absent, the owner is not checked before export. */
  BucketAccountId: element(string),
  /** ARN of the target bucket, such as `arn:aws:s3:::name`; its policy must let S3 write there. */
  Bucket: required(element(string)),
  /** Put in front of the key of each exported file. */
  Prefix: element(string),
})
/** Bucket, prefix and format for exported analysis results. */
export interface AnalyticsS3BucketDestination
  extends
    RequiredOf<typeof analyticsS3BucketDestinationMembers>,
    OptionalOf<typeof analyticsS3BucketDestinationMembers> {}
export const AnalyticsS3BucketDestination: Structure<AnalyticsS3BucketDestination> = {
  kind: 'structure',
  members: analyticsS3BucketDestinationMembers,
}

const storageClassAnalysisMembers = () => ({
  /** Exports the results once a day; if absent, they appear in the console only. */
  DataExport: element(StorageClassAnalysisDataExport),
})
/** Settings of a storage class analysis; when empty, results are not exported. */
export interface StorageClassAnalysis
  extends RequiredOf<typeof storageClassAnalysisMembers>, OptionalOf<typeof storageClassAnalysisMembers> {}
export const StorageClassAnalysis: Structure<StorageClassAnalysis> = {
  kind: 'structure',
  members: storageClassAnalysisMembers,
}

const storageClassAnalysisDataExportMembers = () => ({
  /** Layout of the exported file; always `V_1`. */
  OutputSchemaVersion: required(element(oneOf<StorageClassAnalysisSchemaVersion>(StorageClassAnalysisSchemaVersion))),
  /** Where the exported file is written. */
  Destination: required(element(AnalyticsExportDestination)),
})
/** Format version and target of the exported results. */
export interface StorageClassAnalysisDataExport
  extends
    RequiredOf<typeof storageClassAnalysisDataExportMembers>,
    OptionalOf<typeof storageClassAnalysisDataExportMembers> {}
export const StorageClassAnalysisDataExport: Structure<StorageClassAnalysisDataExport> = {
  kind: 'structure',
  members: storageClassAnalysisDataExportMembers,
}
