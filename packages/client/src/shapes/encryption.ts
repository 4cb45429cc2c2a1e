/** Encryption at rest: the structures and value lists. */
import {
  atLeast,
  boolean,
  element,
  flatList,
  oneOf,
  type OneOf,
  type OptionalOf,
  required,
  type RequiredOf,
  secret,
  type Structure,
} from '../schema/index.js'
import { ServerSideEncryption } from './shared.js'

/** Encryption type to block: `SSE-C`, or `NONE` to block nothing. */
export const EncryptionType = ['NONE', 'SSE-C'] as const
export type EncryptionType = OneOf<typeof EncryptionType>

const blockedEncryptionTypesMembers = () => ({
  /** `SSE-C` refuses writes with customer-provided keys; `NONE` lifts the block. */
  EncryptionType: element(flatList(oneOf<EncryptionType>(EncryptionType))),
})
/** Encryption types that writes to the bucket may not use. */
export interface BlockedEncryptionTypes
  extends RequiredOf<typeof blockedEncryptionTypesMembers>, OptionalOf<typeof blockedEncryptionTypesMembers> {}
export const BlockedEncryptionTypes: Structure<BlockedEncryptionTypes> = {
  kind: 'structure',
  members: blockedEncryptionTypesMembers,
}

const objectEncryptionMembers = () => ({
  /** Selects SSE-KMS with the given key, the only kind available; the XML element is named `SSE-KMS`. */
  SSEKMS: element(SSEKMSEncryption, 'SSE-KMS'),
})
/** New encryption for a stored object. */
export interface ObjectEncryption
  extends RequiredOf<typeof objectEncryptionMembers>, OptionalOf<typeof objectEncryptionMembers> {}
export const ObjectEncryption: Structure<ObjectEncryption> = {
  kind: 'structure',
  members: objectEncryptionMembers,
  union: true,
}

const sSEKMSEncryptionMembers = () => ({
  /** Full ARN of the KMS key; a key id or an alias is refused. */
  KMSKeyArn: required(element(atLeast(20, secret))),
  /** `true` uses a bucket-level key to save KMS calls; `false` by default. */
  BucketKeyEnabled: element(boolean),
})
/** KMS key, and use of a bucket key, for a stored object. */
export interface SSEKMSEncryption
  extends RequiredOf<typeof sSEKMSEncryptionMembers>, OptionalOf<typeof sSEKMSEncryptionMembers> {}
export const SSEKMSEncryption: Structure<SSEKMSEncryption> = { kind: 'structure', members: sSEKMSEncryptionMembers }

const serverSideEncryptionByDefaultMembers = () => ({
  /** `AES256` for SSE-S3, `aws:kms` for SSE-KMS, `aws:kms:dsse` for two layers under KMS. */
  SSEAlgorithm: required(element(oneOf<ServerSideEncryption>(ServerSideEncryption))),
  /**
   * Key id, key ARN or alias, only with a KMS algorithm; by default the AWS managed key `aws/s3`; the full ARN is the safest form.
   */
  KMSMasterKeyID: element(secret),
})
/** Algorithm, and for KMS the key, of a bucket's default encryption. */
export interface ServerSideEncryptionByDefault
  extends
    RequiredOf<typeof serverSideEncryptionByDefaultMembers>,
    OptionalOf<typeof serverSideEncryptionByDefaultMembers> {}
export const ServerSideEncryptionByDefault: Structure<ServerSideEncryptionByDefault> = {
  kind: 'structure',
  members: serverSideEncryptionByDefaultMembers,
}

const serverSideEncryptionConfigurationMembers = () => ({
  /** The encryption rules; in practice exactly one. */
  Rules: required(element(flatList(ServerSideEncryptionRule), 'Rule')),
})
/** Default encryption of a bucket. */
export interface ServerSideEncryptionConfiguration
  extends
    RequiredOf<typeof serverSideEncryptionConfigurationMembers>,
    OptionalOf<typeof serverSideEncryptionConfigurationMembers> {}
export const ServerSideEncryptionConfiguration: Structure<ServerSideEncryptionConfiguration> = {
  kind: 'structure',
  members: serverSideEncryptionConfigurationMembers,
}

const serverSideEncryptionRuleMembers = () => ({
  /** Algorithm and key used when a write names no encryption of its own. */
  ApplyServerSideEncryptionByDefault: element(ServerSideEncryptionByDefault),
  /**
   * `true` uses a bucket-level key under SSE-KMS, which cuts the number of KMS calls; off by default, and only for new objects.
   */
  BucketKeyEnabled: element(boolean),
  /** Encryption types refused for new objects; objects that already use them stay readable. */
  BlockedEncryptionTypes: element(BlockedEncryptionTypes),
})
/** Encryption for writes that ask for none, and the encryption types that are refused. */
export interface ServerSideEncryptionRule
  extends RequiredOf<typeof serverSideEncryptionRuleMembers>, OptionalOf<typeof serverSideEncryptionRuleMembers> {}
export const ServerSideEncryptionRule: Structure<ServerSideEncryptionRule> = {
  kind: 'structure',
  members: serverSideEncryptionRuleMembers,
}
