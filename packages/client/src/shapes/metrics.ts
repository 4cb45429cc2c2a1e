/** Request metrics: the structures and value lists. */
import {
  element,
  flatList,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'
import { Tag } from './shared.js'

const metricsAndOperatorMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry every one of these tags. */
  Tags: element(flatList(Tag), 'Tag'),
  /** Requests must come through the access point with this ARN. */
  AccessPointArn: element(string),
})
/** Conditions joined by a logical AND; at least two. */
export interface MetricsAndOperator
  extends RequiredOf<typeof metricsAndOperatorMembers>, OptionalOf<typeof metricsAndOperatorMembers> {}
export const MetricsAndOperator: Structure<MetricsAndOperator> = {
  kind: 'structure',
  members: metricsAndOperatorMembers,
}

const metricsConfigurationMembers = () => ({
  /** Name of the definition, at most 64 letters, digits, `.`, `-` and `_`; shown as `FilterId` in CloudWatch. */
  Id: required(element(string)),
  /** Limits the metrics to some requests; if absent, the whole bucket is measured. */
  Filter: element(MetricsFilter),
})
/** A named set of objects whose requests are counted in CloudWatch; daily storage metrics do not depend on it. */
export interface MetricsConfiguration
  extends RequiredOf<typeof metricsConfigurationMembers>, OptionalOf<typeof metricsConfigurationMembers> {}
export const MetricsConfiguration: Structure<MetricsConfiguration> = {
  kind: 'structure',
  members: metricsConfigurationMembers,
}

const metricsFilterMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry this tag, key and value alike. */
  Tag: element(Tag),
  /** Only requests made through the access point with this ARN count. */
  AccessPointArn: element(string),
  /** Two or more conditions that must all hold. */
  And: element(MetricsAndOperator),
})
/** Selects requests by exactly one of `Prefix`, `Tag`, `AccessPointArn` or `And`. */
export interface MetricsFilter
  extends RequiredOf<typeof metricsFilterMembers>, OptionalOf<typeof metricsFilterMembers> {}
export const MetricsFilter: Structure<MetricsFilter> = { kind: 'structure', members: metricsFilterMembers }
