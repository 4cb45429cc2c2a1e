/** Intelligent tiering: the structures and value lists. */
import {
  element,
  flatList,
  integer,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  string,
  type Structure,
} from '../schema/index.js'
import { Tag } from './shared.js'

/** Opt-in archive tiers: `ARCHIVE_ACCESS` restores within hours, `DEEP_ARCHIVE_ACCESS` within about half a day. */
export const IntelligentTieringAccessTier = ['ARCHIVE_ACCESS', 'DEEP_ARCHIVE_ACCESS'] as const
export type IntelligentTieringAccessTier = OneOf<typeof IntelligentTieringAccessTier>

/** Whether an archive configuration takes effect (`Enabled`) or is merely kept (`Disabled`). */
export const IntelligentTieringStatus = ['Enabled', 'Disabled'] as const
export type IntelligentTieringStatus = OneOf<typeof IntelligentTieringStatus>

const intelligentTieringAndOperatorMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry every one of these tags; their keys must differ. */
  Tags: element(flatList(Tag), 'Tag'),
})
/** Conditions joined by a logical AND; at least two. */
export interface IntelligentTieringAndOperator
  extends
    RequiredOf<typeof intelligentTieringAndOperatorMembers>,
    OptionalOf<typeof intelligentTieringAndOperatorMembers> {}
export const IntelligentTieringAndOperator: Structure<IntelligentTieringAndOperator> = {
  kind: 'structure',
  members: intelligentTieringAndOperatorMembers,
}

const intelligentTieringConfigurationMembers = () => ({
  /** Name of the configuration, unique within the bucket; must equal the `Id` of the request. */
  Id: required(element(string)),
  /** Limits the configuration to some objects; if absent, it covers the whole bucket. */
  Filter: element(IntelligentTieringFilter),
  /** `Enabled` archives unused objects; `Disabled` keeps the configuration without effect. */
  Status: required(element(oneOf<IntelligentTieringStatus>(IntelligentTieringStatus))),
  /** One or two archive tiers, each with its waiting time in days. */
  Tierings: required(element(flatList(Tiering), 'Tiering')),
})
/** Moves unused objects of the `INTELLIGENT_TIERING` class on to its opt-in archive tiers. */
export interface IntelligentTieringConfiguration
  extends
    RequiredOf<typeof intelligentTieringConfigurationMembers>,
    OptionalOf<typeof intelligentTieringConfigurationMembers> {}
export const IntelligentTieringConfiguration: Structure<IntelligentTieringConfiguration> = {
  kind: 'structure',
  members: intelligentTieringConfigurationMembers,
}

const intelligentTieringFilterMembers = () => ({
  /** Keys must start with this text. */
  Prefix: element(string),
  /** Objects must carry this tag, key and value alike. */
  Tag: element(Tag),
  /** Two or more conditions that must all hold. */
  And: element(IntelligentTieringAndOperator),
})
/** Selects objects by exactly one of `Prefix`, `Tag` or `And`. */
export interface IntelligentTieringFilter
  extends RequiredOf<typeof intelligentTieringFilterMembers>, OptionalOf<typeof intelligentTieringFilterMembers> {}
export const IntelligentTieringFilter: Structure<IntelligentTieringFilter> = {
  kind: 'structure',
  members: intelligentTieringFilterMembers,
}

const tieringMembers = () => ({
  /** Days without access: at least 90 for `ARCHIVE_ACCESS`, at least 180 for `DEEP_ARCHIVE_ACCESS`, at most 730. */
  Days: required(element(integer)),
  /** Archive tier to move to; its objects need `RestoreObject` before they can be read again. */
  AccessTier: required(element(oneOf<IntelligentTieringAccessTier>(IntelligentTieringAccessTier))),
})
/** An archive tier and the days without access after which objects enter it. */
export interface Tiering extends RequiredOf<typeof tieringMembers>, OptionalOf<typeof tieringMembers> {}
export const Tiering: Structure<Tiering> = { kind: 'structure', members: tieringMembers }
