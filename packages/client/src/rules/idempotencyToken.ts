/** Members that make repeats of one call recognisable (boto3 semantics 3.7). */
import type { Params } from '../protocol/validate.js'
import { layoutOf, type Layout } from '../schema/layout.js'
import type { AnyOperation } from '../schema/operation.js'

const tokens = /*#__PURE__*/ new WeakMap<Layout, string | false>()

/** Fills the operation's idempotency token with a random UUID when the caller gives none. */
export function addIdempotencyToken(operation: AnyOperation, params: Params, uuid: () => string): Params {
  const layout = layoutOf(operation.input)
  let token = tokens.get(layout)
  if (token === undefined) {
    token = layout.all.find((member) => member.idempotencyToken === true)?.key ?? false
    tokens.set(layout, token)
  }
  return token === false || params[token] !== undefined ? params : { ...params, [token]: uuid() }
}
