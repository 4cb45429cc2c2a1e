/** What happens to the parameters of a call before they are validated, in boto3's order (boto3 semantics 3.1). */
import type { Crypto } from '../platform.js'
import type { Params } from '../protocol/validate.js'
import type { AnyOperation } from '../schema/operation.js'
import type { Settings } from '../settings.js'
import { checkBucketName } from './bucketName.js'
import { needsChecksumMode } from './checksumMode.js'
import { encodeCopySource } from './copySource.js'
import { needsEncodingType } from './encodingType.js'
import { addIdempotencyToken } from './idempotencyToken.js'
import { addLocationConstraint } from './locationConstraint.js'
import { checkMetadata } from './metadata.js'
import { encodeSseCustomerKeys } from './sseCustomerKey.js'
import { encodeTagging } from './tagging.js'

/** What the rules have to know besides the call itself. */
export interface RewriteContext {
  readonly settings: Settings
  readonly crypto: Crypto
  /** A random UUID, version 4. */
  uuid(): string
  /** The request goes to one of Amazon's hosts, whether the caller named it or not. */
  readonly isAwsHost: boolean
}

/** Parameters ready for validation, and what the answer's reader has to know about them. */
export interface Rewritten {
  readonly params: Params
  /** `EncodingType=url` is ours and not the caller's, so the answer has to be decoded. */
  readonly addedEncodingType: boolean
}

/**
 * Rewrites the parameters of a call. The caller's objects are never changed; parameters that are added come last.
 * @throws {ParamValidationError} for a bucket name, metadata, tags, a copy source or a customer key that cannot be used.
 */
export function rewriteRequest(operation: AnyOperation, params: Params, context: RewriteContext): Rewritten {
  const { settings } = context
  checkBucketName(params, settings.validateBucketNames)
  checkMetadata(operation, params)
  let rewritten = params
  if (params['CopySource'] !== undefined) rewritten = encodeCopySource(rewritten)
  rewritten = encodeSseCustomerKeys(operation, rewritten, context.crypto)
  if (params['Tagging'] !== undefined) rewritten = encodeTagging(operation, rewritten)
  rewritten = addLocationConstraint(operation, rewritten, settings, context.isAwsHost)
  rewritten = addIdempotencyToken(operation, rewritten, () => context.uuid())
  const addedEncodingType = needsEncodingType(operation, rewritten)
  if (addedEncodingType) rewritten = { ...rewritten, EncodingType: 'url' }
  if (needsChecksumMode(operation, rewritten, settings)) rewritten = { ...rewritten, ChecksumMode: 'ENABLED' }
  return { params: rewritten, addedEncodingType }
}
