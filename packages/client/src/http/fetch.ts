/**
 * The transport of the web: `fetch` behind the same interface.
 *
 * What it cannot do: name hosts and lengths itself, choose certificates, proxies or pools (the platform does), send dot
 * segments in a path, tell when a connection was made or how an upload proceeds, leave bodies with a `Content-Encoding` as
 * they are.
 */
import { cancellation, ClientClosedError } from '../errors/cancelled.js'
import {
  EndpointConnectionError,
  HTTPClientError,
  ReadTimeoutError,
  ResponseStreamingError,
} from '../errors/connection.js'
import { ParamValidationError } from '../errors/validation.js'
import { AbortObservers } from './abortObservers.js'
import type { AbortObserver } from './abortObservers.js'
import { gatherStream, joinBytes } from './byteStream.js'
import { ExchangeStream, unreadStreams } from './exchangeStream.js'
import type { BodyExchange } from './exchangeStream.js'
import { addReceivedHeader, contentLengthOf, fromHeaderBytes, toHeaderBytes } from './headerBytes.js'
import { errorBodyLimit, gatherLimit, longestTimer, milliseconds } from './limits.js'
import type { HttpRequest, HttpResponse, SendOptions, Transport, TransportOptions } from './types.js'
import { urlTo } from './urlTo.js'

/** An upload's progress is not told, so its time-out is extended by what a slow line of this speed needs, in bytes a second. */
const slowestUpload = 16_384

/**
 * Fields that the platform sets itself (Fetch standard, "forbidden request-header"), those that follow from the body, and the
 * user agent: a page's is its browser's, and another one would have to be allowed by the CORS rules.
 */
const platformHeaders = /*#__PURE__*/ new Set([
  'accept-charset',
  'accept-encoding',
  'connection',
  'content-length',
  'cookie',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'via',
])

/**
 * The URL of a request, when it names the same resource as the raw target.
 * @throws {ParamValidationError} when URLs cannot express the target: another key would be read or written.
 */
function urlOf(request: HttpRequest): string {
  const { origin, path } = request
  const search = request.query === '' ? '' : `?${request.query}`
  const parsed = urlTo(origin, path + search)
  if (parsed.pathname !== path || parsed.search !== search) {
    throw new ParamValidationError(
      `This platform cannot send the request target "${path}": it would be changed to "${parsed.pathname}". ` +
        `Keys with dot segments ("." or "..") can be used in Node only.`,
    )
  }
  return origin + path + search
}

/**
 * Neither cookies nor the page's address are sent, and reads never come from the browser's cache. Writes leave the cache
 * alone: `no-store` would put `Cache-Control: no-cache` among the headers, which S3 keeps as a property of the object. What
 * a runtime does not know is left out, because Workers refuse it.
 */
function privacyOptions(method: string): RequestInit {
  const options: RequestInit = { credentials: 'omit', referrerPolicy: 'no-referrer' }
  if (method === 'GET' || method === 'HEAD') options.cache = 'no-store'
  const known = Object.entries(options).filter(([name]) => name in Request.prototype)
  return Object.fromEntries(known)
}

/** One request and its answer. */
class FetchExchange implements AbortObserver, BodyExchange {
  readonly #transport: FetchTransport
  readonly #request: HttpRequest
  readonly #options: SendOptions
  readonly #controller = new AbortController()
  /** Why we aborted the platform's request ourselves. */
  #failure: Error | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  #reading = false
  #abandoned = false
  /** Leaves the source of the request's body. */
  #stopUpload: ((error: Error) => void) | undefined
  #readTimeoutMs: number | undefined

  constructor(transport: FetchTransport, request: HttpRequest, options: SendOptions) {
    this.#transport = transport
    this.#request = request
    this.#options = options
    this.#readTimeoutMs = milliseconds(transport.options.readTimeout)
    transport.running.add(this)
    if (options.signal !== undefined) transport.aborts.add(options.signal, this)
  }

  get #url(): string {
    return this.#request.origin + this.#request.path
  }

  async run(): Promise<HttpResponse> {
    try {
      const response = await this.#fetch()
      if (this.#reader === undefined) {
        this.#finish()
        return response
      }
      const fails = response.status >= 300
      if (this.#options.stream && !fails && !isSmall(response)) {
        return { ...response, body: new ExchangeStream(this, this.#transport.unread) }
      }
      return { ...response, body: await this.#gather(fails ? errorBodyLimit : Infinity) }
    } catch (error) {
      this.#finish()
      throw this.#failure ?? error
    }
  }

  onAbort(reason: unknown): void {
    this.end(cancellation(reason))
  }

  /** Ends the exchange with an error. */
  end(error: Error): void {
    this.#failure ??= error
    this.#finish()
    this.#stopUpload?.(this.#failure)
    this.#controller.abort(error)
  }

  async read(): Promise<Uint8Array | undefined> {
    if (this.#failure !== undefined) throw this.#failure
    if (this.#reader === undefined) return undefined
    if (this.#reading) throw new ResponseStreamingError('the body is being read by somebody else')
    this.#reading = true
    this.#startTimer(this.#readTimeoutMs, () => new ReadTimeoutError(this.#url))
    try {
      for (;;) {
        const { done, value } = await this.#reader.read()
        if (done) {
          this.#reader = undefined
          this.#finish()
          return undefined
        }
        if (value.length > 0) return value
      }
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      this.#failure ??= new ResponseStreamingError(reason, { cause })
      this.#finish()
      throw this.#failure
    } finally {
      this.#reading = false
      clearTimeout(this.#timer)
      if (this.#abandoned) queueMicrotask(() => this.abandon())
    }
  }

  cancelBody(reason?: unknown): void {
    if (this.#reader === undefined) return
    this.end(new ResponseStreamingError('the body was closed', { cause: reason }))
  }

  abandon(): void {
    this.#abandoned = true
    if (!this.#reading) this.cancelBody()
  }

  setReadTimeout(seconds: number): void {
    this.#readTimeoutMs = milliseconds(seconds)
    if (this.#reading) this.#startTimer(this.#readTimeoutMs, () => new ReadTimeoutError(this.#url))
  }

  async #fetch(): Promise<HttpResponse> {
    const { method, body } = this.#request
    const url = urlOf(this.#request)
    const headers = this.#headers()
    const bytes = body?.bytes ?? (body === undefined ? undefined : await this.#gatherUpload(body.chunks()))
    if (this.#failure !== undefined) throw this.#failure
    this.#startHeadTimer(bytes?.length ?? 0)
    let response: Response
    try {
      response = await fetch(url, {
        method,
        headers,
        body: bytes === undefined || bytes.length === 0 ? null : (bytes as Uint8Array<ArrayBuffer>),
        ...privacyOptions(method),
        redirect: 'manual',
        signal: this.#controller.signal,
      })
    } catch (cause) {
      throw this.#failure ?? new EndpointConnectionError(this.#url, { cause })
    } finally {
      clearTimeout(this.#timer)
    }
    return await this.#head(response)
  }

  async #head(response: Response): Promise<HttpResponse> {
    if (response.type === 'opaqueredirect') {
      throw new HTTPClientError(
        `The endpoint ${this.#url} answered with a redirect, which this platform does not show.`,
      )
    }
    const headers: Record<string, string> = {}
    response.headers.forEach((value, name) => addReceivedHeader(headers, name, fromHeaderBytes(value)))
    const { status, statusText: reason, body } = response
    const hasBody = this.#request.method !== 'HEAD' && status !== 204 && status !== 304
    let whole = new Uint8Array(0)
    if (hasBody && body !== null) {
      // React Native's answers have no stream.
      if (body === undefined) whole = new Uint8Array(await response.arrayBuffer())
      else this.#reader = body.getReader()
    }
    return { status, reason, headers, body: whole, decoded: decodingOf(response, headers) }
  }

  #gather(limit: number): Promise<Uint8Array> {
    return gatherStream({ read: () => this.read(), cancel: () => this.cancelBody() }, limit)
  }

  /** Reads the request's body, as long as its source takes: until the exchange is ended, by the time-out of the call too. */
  async #gatherUpload(source: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
    const pieces: Uint8Array[] = []
    const iterator = source[Symbol.asyncIterator]()
    try {
      for (;;) {
        const next = await new Promise<IteratorResult<Uint8Array, unknown>>((resolve, reject) => {
          this.#stopUpload = reject
          if (this.#failure === undefined) iterator.next().then(resolve, reject)
          else reject(this.#failure)
        })
        if (next.done === true) return joinBytes(pieces)
        pieces.push(next.value.slice())
      }
    } finally {
      this.#stopUpload = undefined
      // A source that hangs does not answer to this either.
      if (this.#failure !== undefined) void iterator.return?.().catch(() => undefined)
    }
  }

  #headers(): Headers {
    const headers = new Headers()
    const { headers: list } = this.#request
    for (let i = 0; i + 1 < list.length; i += 2) {
      const name = list[i]!
      const lower = name.toLowerCase()
      if (platformHeaders.has(lower) || lower.startsWith('proxy-') || lower.startsWith('sec-')) continue
      headers.append(name, toHeaderBytes(name, list[i + 1]!))
    }
    return headers
  }

  #startHeadTimer(uploadLength: number): void {
    const { connectTimeout } = this.#transport.options
    const connectMs = milliseconds(connectTimeout)
    if (this.#readTimeoutMs === undefined || connectMs === undefined) return
    const uploadMs = (uploadLength / slowestUpload) * 1000
    const limit = Math.min(longestTimer, connectMs + this.#readTimeoutMs + uploadMs)
    this.#startTimer(limit, () => new ReadTimeoutError(this.#url))
  }

  #startTimer(limit: number | undefined, failure: () => Error): void {
    clearTimeout(this.#timer)
    if (limit !== undefined) this.#timer = setTimeout(() => this.end(failure()), limit)
  }

  #finish(): void {
    clearTimeout(this.#timer)
    this.#transport.running.delete(this)
    this.#transport.unread?.unregister(this)
    if (this.#options.signal !== undefined) this.#transport.aborts.remove(this.#options.signal, this)
  }
}

function isSmall({ headers, decoded }: HttpResponse): boolean {
  const length = contentLengthOf(headers)
  return decoded !== true && length !== undefined && length <= gatherLimit
}

/** What the platform did to the body (Fetch standard, "HTTP-network fetch"); pages of other origins may not be told. */
function decodingOf({ type }: Response, headers: HttpResponse['headers']): HttpResponse['decoded'] {
  const encoding = headers['content-encoding']
  if (encoding !== undefined) return /\b(gzip|deflate|br|zstd)\b/i.test(encoding) ? true : undefined
  return type === 'cors' ? 'perhaps' : undefined
}

class FetchTransport implements Transport {
  readonly aborts = new AbortObservers()
  readonly running = new Set<FetchExchange>()
  readonly unread = unreadStreams()
  #closed = false

  constructor(readonly options: TransportOptions) {}

  async send(request: HttpRequest, options: SendOptions): Promise<HttpResponse> {
    if (this.#closed) throw new ClientClosedError()
    if (options.signal?.aborted === true) throw cancellation(options.signal.reason)
    return new FetchExchange(this, request, options).run()
  }

  close(): Promise<void> {
    this.#closed = true
    for (const exchange of [...this.running]) exchange.end(new ClientClosedError())
    return Promise.resolve()
  }
}

/**
 * Opens a transport over `fetch`. Streams are gathered before they are sent, because browsers stream uploads over HTTP/2
 * only. A time-out before the answer covers connecting and waiting together.
 */
export function createFetchTransport(options: TransportOptions): Promise<Transport> {
  return Promise.resolve(new FetchTransport(options))
}
