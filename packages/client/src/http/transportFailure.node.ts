/** The one place where failures of undici, Node's sockets and TLS become our error classes (boto3 semantics 6.5). */
import { BotoCoreError } from '../errors/base.js'
import { IncompleteReadError } from '../errors/body.js'
import {
  ConnectionClosedError,
  ConnectTimeoutError,
  EndpointConnectionError,
  ProxyConnectionError,
  ReadTimeoutError,
  ResponseStreamingError,
  SSLError,
  unexpectedTransportError,
} from '../errors/connection.js'
import { DialFailure } from './dial.node.js'

/** How far the exchange had come. */
export interface FailureContext {
  /** Origin and path, without the query: it may hold a signature. */
  readonly url: string
  readonly shownProxyUrl: string | undefined
  /** The head of the answer had arrived and its body is read by the caller. */
  readonly inBody: boolean
  readonly received: number
  readonly announced: number | undefined
}

const closedCodes = /*#__PURE__*/ new Set([
  'ECONNRESET',
  'EPIPE',
  'ECONNABORTED',
  'ENOTCONN',
  'UND_ERR_SOCKET',
  'UND_ERR_INFO',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
])

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

function withCode(error: unknown): string {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : String(error)
  return code === '' || message.includes(code) ? message : `${message} (${code})`
}

function fromDial(failure: DialFailure, context: FailureContext): Error {
  const { cause } = failure
  const { url } = context
  switch (failure.kind) {
    case 'settings':
      return cause instanceof BotoCoreError ? cause : unexpectedTransportError(cause)
    case 'proxy':
      return new ProxyConnectionError(context.shownProxyUrl ?? '', { cause })
    case 'timeout':
      return new ConnectTimeoutError(url, { cause })
    case 'tls':
      return new SSLError(url, withCode(cause), { cause })
    case 'closed':
      return new ConnectionClosedError(url, { cause })
    case 'unreachable':
      return new EndpointConnectionError(url, { cause })
  }
}

/** The error that a caller sees for a failure of the transport; our own errors pass unchanged. */
export function transportFailure(error: unknown, context: FailureContext): Error {
  if (error instanceof BotoCoreError) return error
  if (error instanceof DialFailure) return fromDial(error, context)
  const code = codeOf(error)
  if (code === 'ETIMEDOUT') return new ReadTimeoutError(context.url, { cause: error })
  const endedQuietly = code === 'UND_ERR_SOCKET' || code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH'
  if (context.inBody) {
    return endedQuietly && context.announced !== undefined && context.received < context.announced
      ? new IncompleteReadError(context.received, context.announced)
      : new ResponseStreamingError(withCode(error), { cause: error })
  }
  // An answer that is not HTTP counts as a connection that closed without one, as in boto3.
  const isNotHttp = error instanceof Error && error.name === 'HTTPParserError'
  if (closedCodes.has(code) || isNotHttp) return new ConnectionClosedError(context.url, { cause: error })
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code === 'EPROTO') {
    return new SSLError(context.url, withCode(error), { cause: error })
  }
  return unexpectedTransportError(error)
}
