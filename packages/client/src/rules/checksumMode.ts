/** Downloads ask for the checksum of what they get (boto3 semantics 3.7). */
import type { Params } from '../protocol/validate.js'
import type { AnyOperation } from '../schema/operation.js'
import type { Settings } from '../settings.js'

/** Whether `ChecksumMode=ENABLED` has to be added: the body can be verified, and the caller said nothing about it. */
export function needsChecksumMode(operation: AnyOperation, params: Params, settings: Settings): boolean {
  return (
    operation.verifiable === true &&
    settings.responseChecksumValidation === 'when_supported' &&
    params['ChecksumMode'] === undefined
  )
}
