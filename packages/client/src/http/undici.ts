/**
 * The transport of Node: undici's connections, driven through `dispatch` with a handler of our own.
 *
 * undici's own time-outs tick twice a second, stop under back-pressure and ignore an upload that stalls, and its pool opens
 * a second connection for calls that follow each other at once. So connections are counted, timed and chosen here; undici
 * writes and parses.
 */
import type { Socket } from 'node:net'
import type { Client, Dispatcher } from 'undici'
import { cancellation, ClientClosedError, isCancellation } from '../errors/cancelled.js'
import { ReadTimeoutError, ResponseStreamingError } from '../errors/connection.js'
import { AbortObservers } from './abortObservers.js'
import type { AbortObserver } from './abortObservers.js'
import { joinBytes, streamOf } from './byteStream.js'
import { Dial } from './dial.node.js'
import type { Route } from './dial.node.js'
import { ExchangeStream, unreadStreams } from './exchangeStream.js'
import type { BodyExchange } from './exchangeStream.js'
import { addReceivedHeader, contentLengthOf, fromHeaderBytes, toHeaderBytes } from './headerBytes.js'
import { dropInterimAnswers } from './interimAnswers.node.js'
import { errorBodyLimit, gatherLimit, milliseconds } from './limits.js'
import { Line } from './line.js'
import { proxyFor } from './proxy.node.js'
import { endpointTls, proxyTls } from './tls.node.js'
import type { TlsSettings } from './tls.node.js'
import { transportFailure } from './transportFailure.node.js'
import type { ByteStream, HttpRequest, HttpResponse, SendOptions, Transport, TransportOptions } from './types.js'
import { Upload } from './upload.node.js'
import { urlTo } from './urlTo.js'

/** More than this is not taken from the socket while nobody reads. */
const queueLimit = 65_536
/** The socket is read again when no more than this is left. */
const resumeLimit = 32_768
const maxHeaderSize = 131_072
/** Idle connections are closed after this, unless the server announces a shorter time. */
const keepAliveTimeoutMs = 20_000
const keepAliveThresholdMs = 1_000

/** What Node's sockets know about bytes that the kernel has not taken yet; a TLS handle has the TCP one as its parent. */
interface SocketHandle {
  readonly writeQueueSize?: number
  readonly _parent?: SocketHandle | null
}

/** Changes while an upload makes progress, even within one large write, of which sockets tell nothing in public. */
function bytesTaken(socket: Socket & { _handle?: SocketHandle | null }): number {
  const handle = socket._handle
  const queued = handle?._parent?.writeQueueSize ?? handle?.writeQueueSize ?? socket.writableLength
  return socket.bytesWritten - queued
}

/** Adds the field that undici leaves out: every method but GET, HEAD and OPTIONS has one (boto3 semantics 3.3). */
function addContentLengthZero(socket: Socket): void {
  const write = socket.write
  const own = Object.hasOwn(socket, 'write')
  socket.write = (head: Uint8Array | string) => {
    if (own) socket.write = write
    else Reflect.deleteProperty(socket, 'write')
    return socket.write(`${String(head).slice(0, -2)}content-length: 0\r\n\r\n`, 'latin1')
  }
}

const sendsContentLength = /*#__PURE__*/ new Set(['PUT', 'POST', 'PATCH'])
const neverSendsContentLength = /*#__PURE__*/ new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE'])
const ownHeaders = /*#__PURE__*/ new Set(['host', 'content-length', 'transfer-encoding', 'connection'])

/** One undici client: at most one connection at a time, and one exchange on it. */
class Connection {
  readonly client: Client
  socket: Socket | undefined
  exchange: Exchange | undefined
  #dial: Dial | undefined
  #timer: NodeJS.Timeout | undefined
  #timerEnds = 0

  constructor(
    readonly origin: Origin,
    ClientClass: typeof Client,
  ) {
    this.client = new ClientClass(origin.url, {
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize,
      keepAliveTimeout: keepAliveTimeoutMs,
      keepAliveTimeoutThreshold: keepAliveThresholdMs,
      connect: (_options, callback) => {
        this.#dial = new Dial(origin.route, (failure, socket) => {
          this.#dial = undefined
          if (socket === null) {
            callback(failure!, null)
            return
          }
          this.socket = socket
          dropInterimAnswers(socket, () => this.exchange?.awaitsHead === true)
          callback(null, socket)
        })
      },
    })
    origin.connections.add(this)
  }

  /**
   * Has the exchange look at its time after `delay` milliseconds, or earlier. The timer is left running for the exchanges
   * that follow, which all wait about as long: a busy connection seldom sets one. The socket keeps the process alive.
   */
  setTimer(now: number, delay: number): void {
    const ends = now + delay
    if (this.#timer !== undefined && this.#timerEnds <= ends) return
    clearTimeout(this.#timer)
    this.#timerEnds = ends
    this.#timer = setTimeout(onTimer, delay, this).unref()
  }

  timerEnded(): void {
    this.#timer = undefined
    this.exchange?.checkTime()
  }

  /** Gives the connection up for good. undici may be in the middle of a callback, so it is told a little later. */
  discard(): void {
    this.exchange = undefined
    this.origin.connections.delete(this)
    clearTimeout(this.#timer)
    this.#dial?.cancel()
    queueMicrotask(() => void this.client.destroy(null))
  }
}

/** Everything that belongs to one origin: its connections, and who waits for one. */
class Origin {
  readonly connections = new Set<Connection>()
  /** In order of use: the last one used is the least likely to be stale. */
  readonly #idle: Connection[] = []
  readonly #waiting = new Line<Exchange>()
  #active = 0

  constructor(
    readonly url: string,
    readonly route: Route,
    readonly limit: number,
    readonly ClientClass: typeof Client,
  ) {}

  start(exchange: Exchange): void {
    if (this.#active < this.limit) this.#run(exchange)
    else this.#waiting.join(exchange)
  }

  /** Takes an exchange out of the queue. */
  forget(exchange: Exchange): void {
    this.#waiting.leave(exchange)
  }

  /** One exchange less counts against the limit. */
  releasePermit(): void {
    this.#active--
    const next = this.#waiting.next()
    if (next !== undefined) this.#run(next)
  }

  /** Takes back a connection whose exchange has ended well. */
  reuse(connection: Connection): void {
    connection.exchange = undefined
    if (this.#idle.length < this.limit) this.#idle.push(connection)
    else connection.discard()
  }

  async close(): Promise<void> {
    for (let next = this.#waiting.next(); next !== undefined; next = this.#waiting.next())
      next.end(new ClientClosedError())
    const connections = [...this.connections]
    for (const connection of connections) connection.exchange?.end(new ClientClosedError())
    await Promise.all(connections.map((connection) => connection.client.destroy(null)))
    this.#idle.length = 0
    this.connections.clear()
  }

  #run(exchange: Exchange): void {
    this.#active++
    const connection = this.#idle.pop() ?? new Connection(this, this.ClientClass)
    connection.exchange = exchange
    exchange.dispatchOn(connection)
  }
}

interface Reader {
  readonly resolve: (chunk: Uint8Array | undefined) => void
  readonly reject: (error: Error) => void
}

/** One request and its answer: undici's handler, the timer, the queue of a streamed body. */
class Exchange implements Dispatcher.DispatchHandler, AbortObserver, BodyExchange {
  /** No final head has arrived yet. */
  awaitsHead = true
  #connection: Connection | undefined
  #upload: Upload | undefined
  #abort: ((error?: Error) => void) | undefined
  #resume: (() => void) | undefined
  #resolve: ((response: HttpResponse) => void) | undefined
  #reject: ((error: Error) => void) | undefined
  #holdsPermit = true
  #ended = false
  #failure: Error | undefined

  #status = 0
  #reason = ''
  #headers: Record<string, string> = {}
  #announced: number | undefined
  #received = 0
  /** The whole body while it is gathered, the queue while it is streamed. */
  #chunks: Uint8Array[] = []
  #queued = 0
  #paused = false
  #streaming = false
  #idleSocket = false
  #reader: Reader | undefined
  #abandoned = false

  #readTimeoutMs: number | undefined
  #lastActivity = 0
  #taken = -1

  constructor(
    private readonly transport: UndiciTransport,
    private readonly origin: Origin,
    private readonly request: HttpRequest,
    private readonly options: SendOptions,
    private readonly fields: string[],
    resolve: (response: HttpResponse) => void,
    reject: (error: Error) => void,
  ) {
    this.#resolve = resolve
    this.#reject = reject
    this.#readTimeoutMs = transport.readTimeoutMs
    if (options.signal !== undefined) transport.aborts.add(options.signal, this)
  }

  get url(): string {
    return this.request.origin + this.request.path
  }

  dispatchOn(connection: Connection): void {
    this.#connection = connection
    const { request } = this
    const { body } = request
    let payload: Dispatcher.DispatchOptions['body'] | Upload = null
    if (body?.bytes !== undefined) payload = body.bytes
    else if (body !== undefined && body.length !== 0) {
      try {
        payload = this.#upload = new Upload(body.chunks())
      } catch (error) {
        this.end(error as Error)
        return
      }
    }
    const target = request.query === '' ? request.path : `${request.path}?${request.query}`
    const { proxy } = this.origin.route
    const options: Dispatcher.DispatchOptions = {
      method: request.method,
      path: proxy === undefined || proxy.tunnel ? target : request.origin + target,
      headers: this.fields,
      body: payload as Dispatcher.DispatchOptions['body'] & object,
    }
    // undici closes the connection after a HEAD unless it is told not to.
    if (request.method === 'HEAD') options.reset = false
    connection.client.dispatch(options, this)
  }

  // What undici calls.

  onConnect(abort: (error?: Error) => void): void {
    if (this.#ended) {
      abort(this.#failure)
      return
    }
    this.#abort = abort
    const { method, body } = this.request
    const socket = this.#connection!.socket!
    const empty = body === undefined || body.length === 0
    if (empty && !sendsContentLength.has(method) && !neverSendsContentLength.has(method)) addContentLengthZero(socket)
    this.#lastActivity = performance.now()
    this.#startTimer()
  }

  onHeaders(status: number, raw: Buffer[], resume: () => void, reason: string): boolean {
    this.#lastActivity = performance.now()
    if (status < 200 || this.#ended) return true
    this.awaitsHead = false
    this.#resume = resume
    this.#status = status
    this.#reason = reason
    const headers: Record<string, string> = {}
    for (let i = 0; i + 1 < raw.length; i += 2) {
      addReceivedHeader(
        headers,
        raw[i]!.toString('latin1').toLowerCase(),
        fromHeaderBytes(raw[i + 1]!.toString('latin1')),
      )
    }
    this.#headers = headers
    if (this.request.method === 'HEAD' || status === 204 || status === 304) {
      // Nothing follows, whatever Content-Length says (RFC 9112, 6.3); undici would wait for it after a 304.
      this.#respond(new Uint8Array(0))
      return true
    }
    this.#announced = contentLengthOf(headers)
    const small = this.#announced !== undefined && this.#announced <= gatherLimit
    if (this.options.stream && !small && status < 300) {
      this.#streaming = true
      this.#respond(new ExchangeStream(this, this.transport.unread))
    }
    return true
  }

  onData(chunk: Buffer): boolean {
    this.#lastActivity = performance.now()
    if (this.#ended) return true
    this.#received += chunk.length
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (!this.#streaming) {
      this.#chunks.push(bytes)
      if (this.#status >= 300 && this.#received > errorBodyLimit) this.#cutShort()
      return true
    }
    if (this.#reader !== undefined) {
      this.#serve(bytes)
      return true
    }
    this.#chunks.push(bytes)
    this.#queued += bytes.length
    if (this.#queued <= queueLimit) return true
    this.#paused = true
    this.#park()
    return false
  }

  /** The answer is a failure, and enough of it was read; undici is in the middle of a callback, so it is told later. */
  #cutShort(): void {
    this.#respond(joinBytes(this.#chunks))
    this.#chunks = []
    queueMicrotask(() => this.cancelBody(undefined))
  }

  onComplete(): void {
    if (this.#ended) return
    this.#ended = true
    const connection = this.#connection!
    const socket = connection.socket!
    // An answer that came before the whole body was sent leaves a connection on which nobody knows what follows.
    const doubtful = (this.#upload !== undefined && !this.#upload.finished) || socket.writableLength > 0
    this.#cleanUp()
    if (doubtful) connection.discard()
    else this.origin.reuse(connection)
    this.#releasePermit()
    if (this.#streaming) {
      const reader = this.#takeReader()
      reader?.resolve(undefined)
    } else {
      this.#respond(joinBytes(this.#chunks))
      this.#chunks = []
    }
  }

  onError(error: Error): void {
    if (this.#ended) return
    const failed = this.#upload?.failure
    // What the caller's own source failed with is told as it is, whatever it threw: the server had no part in it.
    if (failed !== undefined) this.end(failed.error as Error)
    else this.end(transportFailure(error, this.#failureContext(this.#streaming || this.#deliversPartially())))
  }

  onAbort(reason: unknown): void {
    this.#chunks = []
    this.end(cancellation(reason))
  }

  /** Ends the exchange with an error, whatever it is doing, and gives its connection up. */
  end(error: Error): void {
    if (this.#ended) return
    this.#ended = true
    this.#failure = error
    const connection = this.#connection
    this.#cleanUp()
    if (connection === undefined) {
      this.origin.forget(this)
    } else {
      this.#abort?.(error)
      connection.discard()
      this.#releasePermit()
    }
    if (this.#streaming) {
      const reader = this.#takeReader()
      reader?.reject(error)
    } else if (this.#deliversPartially() && !isCancellation(error) && !this.transport.closed) {
      this.#respond(streamOf(this.#chunks, error))
    } else {
      const reject = this.#reject
      this.#resolve = this.#reject = undefined
      reject?.(error)
    }
  }

  // What the stream of the body calls.

  read(): Promise<Uint8Array | undefined> {
    if (this.#chunks.length > 0) {
      const chunk = this.#chunks.shift()!
      this.#queued -= chunk.length
      if (this.#paused && this.#queued <= resumeLimit) this.#unpark()
      return Promise.resolve(chunk)
    }
    if (this.#failure !== undefined) return Promise.reject(this.#failure)
    if (this.#ended) return Promise.resolve(undefined)
    if (this.#reader !== undefined) {
      return Promise.reject(new ResponseStreamingError('the body is being read by somebody else'))
    }
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject }
      this.#lastActivity = performance.now()
      this.#unpark()
      this.#startTimer()
    })
  }

  /** Gives up a body that is not wanted any more. */
  cancelBody(reason: unknown): void {
    this.#chunks = []
    this.#queued = 0
    this.end(new ResponseStreamingError('the body was closed', { cause: reason }))
  }

  setReadTimeout(seconds: number): void {
    this.#readTimeoutMs = milliseconds(seconds)
    if (this.#reader !== undefined) this.#startTimer()
  }

  /** The stream was garbage collected before its end. A reader that still waits is served first. */
  abandon(): void {
    if (this.#ended) return
    if (this.#reader !== undefined) {
      this.#abandoned = true
      return
    }
    this.cancelBody(undefined)
  }

  #failureContext(inBody: boolean) {
    return {
      url: this.url,
      shownProxyUrl: this.origin.route.proxy?.shownUrl,
      inBody,
      received: this.#received,
      announced: this.#announced,
    }
  }

  /** A small body that breaks off was asked for as a stream: what came is delivered, then the error, as in boto3. */
  #deliversPartially(): boolean {
    return this.options.stream && this.#status >= 200 && this.#status < 300
  }

  #respond(body: Uint8Array | ByteStream): void {
    const resolve = this.#resolve
    // The promise holds the response and with it the stream: kept here, the stream could never be garbage collected.
    this.#resolve = this.#reject = undefined
    resolve?.({ status: this.#status, reason: this.#reason, headers: this.#headers, body })
  }

  #cleanUp(): void {
    this.#upload?.stop()
    this.#refSocket()
    if (this.options.signal !== undefined) this.transport.aborts.remove(this.options.signal, this)
    if (this.#streaming) this.transport.unread?.unregister(this)
  }

  #releasePermit(): void {
    if (!this.#holdsPermit) return
    this.#holdsPermit = false
    this.origin.releasePermit()
  }

  #takeReader(): Reader | undefined {
    const reader = this.#reader
    this.#reader = undefined
    return reader
  }

  #serve(chunk: Uint8Array): void {
    this.#takeReader()!.resolve(chunk)
    if (this.#abandoned) queueMicrotask(() => this.abandon())
  }

  /** Nobody reads: others may use the permit, and the process may end. */
  #park(): void {
    if (!this.#idleSocket) {
      this.#idleSocket = true
      this.#connection?.socket?.unref()
    }
    this.#releasePermit()
  }

  #unpark(): void {
    this.#refSocket()
    if (!this.#paused) return
    this.#paused = false
    this.#resume!()
  }

  #refSocket(): void {
    if (!this.#idleSocket) return
    this.#idleSocket = false
    this.#connection?.socket?.ref()
  }

  #startTimer(): void {
    const limit = this.#readTimeoutMs
    if (limit === undefined) return
    const now = performance.now()
    const left = Math.max(1, limit - (now - this.#lastActivity))
    const look = Math.max(20, Math.min(limit / 8, 5_000))
    this.#connection?.setTimer(now, this.#watchesUpload() ? Math.min(left, look) : left)
  }

  /** While a large body is sent, progress is looked at often: the time counts from the last byte that went out. */
  #watchesUpload(): boolean {
    return this.awaitsHead && (this.#upload !== undefined || (this.request.body?.length ?? 0) > queueLimit)
  }

  checkTime(): void {
    const limit = this.#readTimeoutMs
    if (this.#ended || limit === undefined) return
    const now = performance.now()
    if (this.#watchesUpload()) {
      const socket = this.#connection!.socket!
      const taken = bytesTaken(socket)
      const sourceIsSlow = this.#upload?.pulling === true && socket.writableLength === 0
      if (taken !== this.#taken || sourceIsSlow) this.#lastActivity = now
      this.#taken = taken
    }
    if (now - this.#lastActivity < limit - 1) this.#startTimer()
    else if (this.#streaming && this.#reader === undefined) this.#park()
    else this.end(new ReadTimeoutError(this.url))
  }
}

function onTimer(connection: Connection): void {
  connection.timerEnded()
}

class UndiciTransport implements Transport {
  readonly aborts = new AbortObservers()
  readonly unread = unreadStreams()
  readonly readTimeoutMs: number | undefined
  closed = false
  readonly #options: TransportOptions
  readonly #origins = new Map<string, Origin>()
  #ClientClass: typeof Client | undefined
  #endpointTls: TlsSettings | undefined
  #proxyTls: TlsSettings | undefined

  constructor(options: TransportOptions) {
    this.#options = options
    this.readTimeoutMs = milliseconds(options.readTimeout)
  }

  send(request: HttpRequest, options: SendOptions): Promise<HttpResponse> {
    if (this.#ClientClass !== undefined) return this.#start(request, options, this.#ClientClass)
    // The whole of undici takes three times as long to load as the one class that is needed.
    return import('undici/lib/dispatcher/client.js').then(({ default: Client }) => {
      this.#ClientClass = Client
      return this.#start(request, options, Client)
    })
  }

  async close(): Promise<void> {
    this.closed = true
    const origins = [...this.#origins.values()]
    this.#origins.clear()
    await Promise.all(origins.map((origin) => origin.close()))
  }

  #start(request: HttpRequest, options: SendOptions, ClientClass: typeof Client): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new ClientClosedError()
      if (options.signal?.aborted === true) throw cancellation(options.signal.reason)
      const origin = this.#origins.get(request.origin) ?? this.#open(request.origin, ClientClass)
      const fields = this.#fields(request, origin)
      origin.start(new Exchange(this, origin, request, options, fields, resolve, reject))
    })
  }

  #open(url: string, ClientClass: typeof Client): Origin {
    const { protocol, hostname, port } = urlTo(url)
    const secure = protocol === 'https:'
    const route: Route = {
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 443 : 80),
      secure,
      proxy: proxyFor(protocol, this.#options),
      timeoutMs: milliseconds(this.#options.connectTimeout),
      tcpKeepalive: this.#options.tcpKeepalive,
      tls: () => (this.#endpointTls ??= endpointTls(this.#options)),
      proxyTls: () => (this.#proxyTls ??= proxyTls(this.#options.proxiesConfig)),
      session: undefined,
    }
    const origin = new Origin(url, route, Math.max(1, this.#options.maxPoolConnections), ClientClass)
    this.#origins.set(url, origin)
    return origin
  }

  /** The header fields as undici takes them: flat, one character a byte. */
  #fields(request: HttpRequest, origin: Origin): string[] {
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
    const { proxy } = origin.route
    if (proxy?.authorization !== undefined && !proxy.tunnel) fields.push('Proxy-Authorization', proxy.authorization)
    return fields
  }
}

/**
 * Opens a transport over undici. Neither undici is loaded nor anything connected before the first request; certificate
 * files are read at the first secure connection.
 *
 * `maxPoolConnections` bounds the exchanges at work with one origin; a body that nobody reads does not count, so that
 * unread bodies cannot block other calls. More connections can be open then; no more than that many are kept.
 */
export function createUndiciTransport(options: TransportOptions): Promise<Transport> {
  return Promise.resolve(new UndiciTransport(options))
}
