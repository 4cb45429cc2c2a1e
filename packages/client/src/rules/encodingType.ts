/** Listings ask for encoded keys, because XML 1.0 cannot carry every character of a key (boto3 semantics 3.7). */
import type { Params } from '../protocol/validate.js'
import type { AnyOperation } from '../schema/operation.js'

const operations = /*#__PURE__*/ new Set(['ListObjects', 'ListObjectsV2', 'ListObjectVersions'])

/**
 * Whether `EncodingType=url` has to be added: the caller said nothing about it. The answer is then decoded; it is not
 * when the caller asked for the encoding (boto3 semantics 5.5).
 */
export function needsEncodingType(operation: AnyOperation, params: Params): boolean {
  return params['EncodingType'] === undefined && operations.has(operation.name)
}
