export { BotoCoreError, BotoCoreError as TucuxiError } from './base.js'
export * from './body.js'
export { CancelledError, ClientClosedError, isCancellation, RequestTimeoutError } from './cancelled.js'
export * from './client.js'
export {
  ConnectionClosedError,
  ConnectionError,
  ConnectTimeoutError,
  EndpointConnectionError,
  HTTPClientError,
  ProxyConnectionError,
  ReadTimeoutError,
  ResponseStreamingError,
  SSLError,
} from './connection.js'
export * from './credentials.js'
export * from './endpoint.js'
export { exceptions } from './exceptions.js'
export * from './guards.js'
export * from './settings.js'
export * from './validation.js'
