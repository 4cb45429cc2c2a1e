import type { PreparedRequest } from './attempt.js'
import type { ClientContext } from './context.js'
import type { AbortSource } from './http/types.js'
import { expandHostPrefix } from './endpoint/hostPrefix.js'
import type { ResolvedEndpoint } from './endpoint/resolve.js'
import { preparePayload, type Payload } from './payload.js'
import { serialize } from './protocol/serialize.js'
import type { Params } from './protocol/validate.js'
import type { AnyOperation } from './schema/index.js'

/**
 * Makes a request of parameters in wire form: endpoint, serialisation, body and checksum. What happens once for a call,
 * however many attempts it takes. A promise only when the body is not in memory.
 */
export function prepare(
  client: ClientContext,
  operation: AnyOperation,
  params: Params,
  addedEncodingType: boolean,
  signal: AbortSource,
): PreparedRequest | Promise<PreparedRequest> {
  const { settings, platform } = client
  const endpoint = endpointOf(client, operation, params)
  const serialized = serialize(operation, params, settings.compat === 'strict')
  const { path, query } = serialized
  const invocationId = settings.sendSdkHeaders ? platform.uuid() : ''
  const payload = preparePayload(operation, params, serialized, { settings, platform, endpoint, signal })
  const withPayload = (ready: Payload): PreparedRequest => ({
    operation,
    params,
    addedEncodingType,
    endpoint,
    path,
    query,
    payload: ready,
    invocationId,
  })
  return payload instanceof Promise ? payload.then(withPayload) : withPayload(payload)
}

function endpointOf(client: ClientContext, operation: AnyOperation, params: Params): ResolvedEndpoint {
  const { hostPrefix, name } = operation
  const bucket = params['Bucket']
  return client.endpoints.resolve({
    bucket: typeof bucket === 'string' ? bucket : undefined,
    operation: name,
    hostPrefix:
      hostPrefix !== undefined && client.settings.injectHostPrefix ? expandHostPrefix(hostPrefix, params) : undefined,
  })
}
