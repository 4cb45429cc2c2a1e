import { UnknownServiceError, type ClientOptions } from '@tucuxi/client'

/** Client options that name their service themselves, as in `session.client(service_name='s3', …)`. */
export interface NamedServiceOptions extends ClientOptions {
  serviceName: 's3'
}

/**
 * The options of a client from either way of naming the service.
 * @throws {UnknownServiceError} when the service is not `s3`.
 */
export function serviceOptions(
  service: string | NamedServiceOptions,
  options: ClientOptions | undefined,
): ClientOptions {
  const { serviceName, ...rest } =
    typeof service === 'string' ? { ...options, serviceName: service } : { ...service, ...options }
  if (serviceName !== 's3') {
    throw new UnknownServiceError(`Unknown service: '${String(serviceName)}'. Valid service names are: s3`)
  }
  return rest
}
