/** Names that an operation puts before the endpoint's host (boto3 semantics 2.1, `injectHostPrefix`). */
import { ParamValidationError } from '../errors/index.js'
import { missing, tooShort } from '../protocol/problems.js'
import { isHostLabel } from './hostLabel.js'

/**
 * Fills in a host prefix: `{RequestRoute}.` becomes `io-route.`.
 * @throws {ParamValidationError} when a member is missing or would change the host beyond one label.
 */
export function expandHostPrefix(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, member: string) => {
    const value = params[member]
    if (typeof value === 'string' && isHostLabel(value)) return value
    throw new ParamValidationError(whatIsWrong(member, value))
  })
}

// The first three are boto3's own words. It lets several labels pass, which no wildcard certificate covers.
function whatIsWrong(member: string, value: unknown): string {
  if (value === undefined) return missing('input', member)
  if (value === '') return tooShort(member, 0, 1)
  if (typeof value !== 'string' || !/^[A-Za-z0-9.-]+$/.test(value)) {
    return `Invalid value for parameter(s): ${member}. Must contain only alphanumeric characters, hyphen, or period.`
  }
  return `Invalid value for parameter ${member}: it becomes a part of the host name and must be a valid host label`
}
