/** Names that an operation puts before the endpoint's host (boto3 semantics 2.1, `injectHostPrefix`). */
import { ParamValidationError } from '../errors/index.js'
import { isHostLabel } from './hostLabel.js'

/**
 * Fills in a host prefix: `{RequestRoute}.` becomes `io-route.`.
 * @throws {ParamValidationError} when a member is missing or would change the host beyond one label.
 */
export function expandHostPrefix(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_, member: string) => {
    const value = params[member]
    if (typeof value === 'string' && isHostLabel(value)) return value
    throw new ParamValidationError(
      value === undefined
        ? `Missing required parameter in input: "${member}"`
        : `Invalid value for parameter ${member}: it becomes a part of the host name and must be a valid host label`,
    )
  })
}
