/** Where a transport connects to. */
import { EndpointResolutionError } from '../errors/endpoint.js'

/**
 * The URL of an origin, or of something at it.
 * @throws {EndpointResolutionError} when there can be no such host: the names of access points and the route of
 * `writeGetObjectResponse` go before that of the endpoint, also when the endpoint is an IP address, as in boto3.
 */
export function urlTo(origin: string, target = ''): URL {
  try {
    return new URL(origin + target)
  } catch {
    throw new EndpointResolutionError(
      `There is no host ${origin}: no name can stand before an IP address. Give the endpoint by name; for ` +
        'writeGetObjectResponse, injectHostPrefix: false leaves out the name.',
    )
  }
}
