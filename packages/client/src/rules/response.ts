/** What the model cannot say about answers: the rules that put an output right after parsing. */
import type { AnyOperation } from '../schema/operation.js'
import { emptyLocationIsNull } from './bucketLocation.js'
import { dropAwsChunked } from './contentEncoding.js'
import { decodeKeys } from './decodeKeys.js'

/** What the rules need to know about the call. */
export interface ResponseContext {
  /** `EncodingType=url` was added by us and not by the caller. */
  readonly addedEncodingType: boolean
}

/** Runs the rules for an operation over its output, which is changed in place and returned. */
export function finishOutput(
  operation: AnyOperation,
  context: ResponseContext,
  output: Record<string, unknown>,
): Record<string, unknown> {
  if (context.addedEncodingType) decodeKeys(operation.name, output)
  if (operation.name === 'GetBucketLocation') emptyLocationIsNull(output)
  if ('ContentEncoding' in output) dropAwsChunked(output)
  return output
}
