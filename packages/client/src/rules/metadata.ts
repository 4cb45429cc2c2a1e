/** Metadata of objects is ASCII (boto3 semantics 3.4). */
import { ParamValidationError } from '../errors/validation.js'
import { isRecord } from '../protocol/kinds.js'
import { shorten } from '../errors/shorten.js'
import type { Params } from '../protocol/validate.js'
import type { AnyOperation } from '../schema/operation.js'

const operations = /*#__PURE__*/ new Set(['PutObject', 'CopyObject', 'CreateMultipartUpload'])
const nonAscii = /[^\0-\x7f]/

/**
 * Checks keys and values of `Metadata`. Values that are not text are left to validation (D-06).
 * @throws {ParamValidationError} for the first entry that is not ASCII.
 */
export function checkMetadata(operation: AnyOperation, params: Params): void {
  const metadata = params['Metadata']
  if (!isRecord(metadata) || !operations.has(operation.name)) return
  for (const key of Object.keys(metadata)) {
    const value = metadata[key]
    if (value === undefined) continue
    if (nonAscii.test(key) || (typeof value === 'string' && nonAscii.test(value))) {
      throw new ParamValidationError(
        `Non ascii characters found in S3 metadata for key "${shorten(key)}", value: "${shorten(String(value))}".  \n` +
          'S3 metadata can only contain ASCII characters. ',
      )
    }
  }
}
