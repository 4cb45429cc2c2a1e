/** Failures of connections and transports (boto3 semantics 6.1, 6.5). */
import { BotoCoreError } from './base.js'

/** The connection could not be made. */
export class ConnectionError extends BotoCoreError {
  static override readonly kind: string = 'ConnectionError'
}

/** Refused, unreachable, or a host name that does not resolve. */
export class EndpointConnectionError extends ConnectionError {
  static override readonly kind: string = 'EndpointConnectionError'
  constructor(
    readonly endpointUrl: string,
    options?: { cause?: unknown },
  ) {
    super(`Could not connect to the endpoint URL: "${endpointUrl}"`, options)
  }
}

/** No connection within the connect time-out. */
export class ConnectTimeoutError extends ConnectionError {
  static override readonly kind: string = 'ConnectTimeoutError'
  constructor(
    readonly endpointUrl: string,
    options?: { cause?: unknown },
  ) {
    super(`Connect timeout on endpoint URL: "${endpointUrl}"`, options)
  }
}

/** The TLS handshake failed, in most cases because the certificate is not trusted. */
export class SSLError extends ConnectionError {
  static override readonly kind: string = 'SSLError'
  constructor(
    readonly endpointUrl: string,
    /** What TLS said. */
    readonly reason: string,
    options?: { cause?: unknown },
  ) {
    super(`SSL validation failed for ${endpointUrl} ${reason}`, options)
  }
}

/** A URL that may be shown: user name and password, all up to the last `@` before the path, masked. */
export function maskUserInfo(url: string): string {
  return url.replace(/^([A-Za-z][A-Za-z0-9+.-]*:\/\/|\/\/)?[^/?#]*@/, '$1***:***@')
}

/** The proxy cannot be reached or refuses. User name and password of its URL are masked. */
export class ProxyConnectionError extends ConnectionError {
  static override readonly kind: string = 'ProxyConnectionError'
  constructor(proxyUrl: string, options?: { cause?: unknown }) {
    super(`Failed to connect to proxy URL: "${maskUserInfo(proxyUrl)}"`, options)
  }
}

/** A failure of the HTTP exchange itself. */
export class HTTPClientError extends BotoCoreError {
  static override readonly kind: string = 'HTTPClientError'
}

/** Any failure of the transport that no other class names. */
export function unexpectedTransportError(cause: unknown): HTTPClientError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new HTTPClientError(`An HTTP Client raised an unhandled exception: ${reason}`, { cause })
}

/** The server closed or reset the connection before it had answered. */
export class ConnectionClosedError extends HTTPClientError {
  static override readonly kind: string = 'ConnectionClosedError'
  constructor(
    readonly endpointUrl: string,
    options?: { cause?: unknown },
  ) {
    super(`Connection was closed before we received a valid response from endpoint URL: "${endpointUrl}".`, options)
  }
}

/** Nothing arrived for as long as the read time-out. */
export class ReadTimeoutError extends HTTPClientError {
  static override readonly kind: string = 'ReadTimeoutError'
  constructor(
    readonly endpointUrl: string,
    options?: { cause?: unknown },
  ) {
    super(`Read timeout on endpoint URL: "${endpointUrl}"`, options)
  }
}

/** The connection broke in the middle of a body. */
export class ResponseStreamingError extends HTTPClientError {
  static override readonly kind: string = 'ResponseStreamingError'
  constructor(reason: string, options?: { cause?: unknown }) {
    super(`An error occurred while reading from response stream: ${reason}`, options)
  }
}
