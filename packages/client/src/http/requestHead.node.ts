/** The head of a request as undici takes it, and what undici leaves out of it. */
import type { Socket } from 'node:net'
import type { Dispatcher } from 'undici'
import { toHeaderBytes } from './headerBytes.js'
import type { Proxy } from './proxy.node.js'
import type { HttpRequest } from './types.js'
import type { Upload } from './upload.node.js'

/** undici takes every iterable, which its types do not say. */
type DispatchBody = Dispatcher.DispatchOptions['body'] & object

const sendsContentLength = /*#__PURE__*/ new Set(['PUT', 'POST', 'PATCH'])
const neverSendsContentLength = /*#__PURE__*/ new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
const ownHeaders = /*#__PURE__*/ new Set(['host', 'content-length', 'transfer-encoding', 'connection'])

/** A request as undici takes it. */
export function dispatchOptions(
  request: HttpRequest,
  headers: string[],
  body: Uint8Array | Upload | undefined,
  proxy: Proxy | undefined,
): Dispatcher.DispatchOptions {
  const { method } = request
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`
  // A proxy that forwards is told the whole URL (RFC 9112, 3.2.2).
  const path = proxy === undefined || proxy.tunnel ? target : request.origin + target
  const options: Dispatcher.DispatchOptions = { method, path, headers, body: (body ?? null) as DispatchBody }
  // undici closes the connection after a HEAD unless it is told not to.
  if (method === 'HEAD') options.reset = false
  return options
}

/**
 * The header fields: flat, one character a byte.
 * @throws {ParamValidationError} for a name or a value that cannot stand in a head.
 */
export function requestFields(request: HttpRequest, proxy: Proxy | undefined): string[] {
  const fields = ['host', toHeaderBytes('host', request.host)]
  const { headers, body } = request
  let acceptsEncoding = false
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = headers[i]!
    const lower = name.toLowerCase()
    if (ownHeaders.has(lower)) continue
    if (lower === 'accept-encoding') acceptsEncoding = true
    fields.push(name, toHeaderBytes(name, headers[i + 1]!))
  }
  // Bodies are stored bytes and must not be compressed on the way (boto3 semantics 3.4).
  if (!acceptsEncoding) fields.push('Accept-Encoding', 'identity')
  if (body?.length !== undefined && body.length > 0) fields.push('content-length', String(body.length))
  if (proxy?.authorization !== undefined && !proxy.tunnel) fields.push('Proxy-Authorization', proxy.authorization)
  return fields
}

/** Whether undici leaves out `Content-Length: 0`: every method but GET, HEAD and OPTIONS has one (boto3 semantics 3.3). */
export function lacksContentLength({ method, body }: HttpRequest): boolean {
  const empty = body === undefined || body.length === 0
  return empty && !sendsContentLength.has(method) && !neverSendsContentLength.has(method)
}

/** Adds the missing field to the head that is written next. */
export function addContentLengthZero(socket: Socket): void {
  const write = socket.write
  const own = Object.hasOwn(socket, 'write')
  socket.write = (head: Uint8Array | string) => {
    if (own) socket.write = write
    else Reflect.deleteProperty(socket, 'write')
    return socket.write(`${String(head).slice(0, -2)}content-length: 0\r\n\r\n`, 'latin1')
  }
}
