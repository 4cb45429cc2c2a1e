/** Tags of object writes as a record (D-10). */
import { ParamValidationError } from '../errors/validation.js'
import { isRecord } from '../protocol/kinds.js'
import { wrongType } from '../protocol/problems.js'
import type { Params } from '../protocol/validate.js'
import { encodeLabel } from '../encoding/percent.js'
import { layoutOf } from '../schema/layout.js'
import type { AnyOperation } from '../schema/operation.js'

/**
 * Turns `Tagging: { team: 'blue' }` into the `team=blue` of the header; text is sent as the caller made it. Operations
 * whose `Tagging` is XML are left alone.
 * @throws {ParamValidationError} for a tag whose value is not text.
 */
export function encodeTagging(operation: AnyOperation, params: Params): Params {
  const tags = params['Tagging']
  if (!isRecord(tags) || layoutOf(operation.input).byKey.get('Tagging')?.place !== 'header') return params
  const pairs: string[] = []
  for (const key of Object.keys(tags)) {
    const value = tags[key]
    if (value === undefined) continue
    if (typeof value !== 'string') {
      throw new ParamValidationError(wrongType(`Tagging.${key}`, value, 'string', false))
    }
    pairs.push(`${encodeLabel(key)}=${encodeLabel(value)}`)
  }
  return { ...params, Tagging: pairs.join('&') }
}
