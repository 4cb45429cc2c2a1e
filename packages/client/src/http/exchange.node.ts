/** One request and its answer: what undici calls, and the one end that every call comes to. */
import type { Dispatcher } from 'undici'
import { cancellation, isCancellation } from '../errors/cancelled.js'
import { ReadTimeoutError, ResponseStreamingError } from '../errors/connection.js'
import type { AbortObserver, AbortObservers } from './abortObservers.js'
import { joinBytes, streamOf } from './byteStream.js'
import type { Connection, ConnectionPool, PooledExchange } from './connectionPool.node.js'
import { ExchangeStream } from './exchangeStream.js'
import type { UnreadStreams } from './exchangeStream.js'
import { addReceivedHeader, contentLengthOf, fromHeaderBytes } from './headerBytes.js'
import { errorBodyLimit, gatherLimit } from './limits.js'
import type { Parking } from './parking.node.js'
import { addContentLengthZero, dispatchOptions, lacksContentLength } from './requestHead.node.js'
import { StreamedBody } from './streamedBody.node.js'
import type { BodySource } from './streamedBody.node.js'
import { transportFailure } from './transportFailure.node.js'
import type { ByteStream, HttpRequest, HttpResponse, SendOptions } from './types.js'
import { Upload } from './upload.node.js'

/** What the exchanges of a transport share. */
export interface ExchangeSurroundings {
  readonly aborts: AbortObservers
  readonly unread: UnreadStreams | undefined
  readonly parking: Parking
  readonly readTimeoutMs: number | undefined
  readonly closed: boolean
}

function receivedHeaders(raw: readonly Buffer[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i]!.toString('latin1').toLowerCase()
    addReceivedHeader(headers, name, fromHeaderBytes(raw[i + 1]!.toString('latin1')))
  }
  return headers
}

/** undici's handler for one request. It is run by its pool, and ends exactly once. */
export class Exchange implements Dispatcher.DispatchHandler, AbortObserver, PooledExchange, BodySource {
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
  /** The whole body while it is gathered. */
  #chunks: Uint8Array[] = []
  /** The body that is streamed instead. */
  #body: StreamedBody | undefined

  constructor(
    private readonly surroundings: ExchangeSurroundings,
    private readonly pool: ConnectionPool,
    private readonly request: HttpRequest,
    private readonly options: SendOptions,
    private readonly fields: string[],
    resolve: (response: HttpResponse) => void,
    reject: (error: Error) => void,
  ) {
    this.#resolve = resolve
    this.#reject = reject
    if (options.signal !== undefined) surroundings.aborts.add(options.signal, this)
  }

  // What the pool and its connection call.

  runOn(connection: Connection): void {
    this.#connection = connection
    const { request } = this
    const { body } = request
    let payload: Uint8Array | Upload | undefined = body?.bytes
    if (payload === undefined && body !== undefined && body.length !== 0) {
      try {
        payload = this.#upload = new Upload(body.chunks())
      } catch (error) {
        this.end(error as Error)
        return
      }
    }
    connection.client.dispatch(dispatchOptions(request, this.fields, payload, this.pool.route.proxy), this)
  }

  onSilence(): void {
    this.end(new ReadTimeoutError(this.#url))
  }

  // What undici calls.

  onConnect(abort: (error?: Error) => void): void {
    if (this.#ended) {
      abort(this.#failure)
      return
    }
    this.#abort = abort
    const { timer, socket } = this.#connection!
    if (lacksContentLength(this.request)) addContentLengthZero(socket!)
    timer.awaitHead(this.surroundings.readTimeoutMs, socket!, this.request.body?.length ?? 0, this.#upload)
  }

  onHeaders(status: number, raw: Buffer[], resume: () => void, reason: string): boolean {
    if (this.#ended) return true
    const { timer } = this.#connection!
    timer.touch()
    if (status < 200) return true
    timer.headArrived()
    this.awaitsHead = false
    this.#resume = resume
    this.#status = status
    this.#reason = reason
    const headers = (this.#headers = receivedHeaders(raw))
    if (this.request.method === 'HEAD' || status === 204 || status === 304) {
      // Nothing follows, whatever Content-Length says (RFC 9112, 6.3); undici would wait for it after a 304.
      this.#respond(new Uint8Array(0))
      return true
    }
    this.#announced = contentLengthOf(headers)
    const small = this.#announced !== undefined && this.#announced <= gatherLimit
    if (this.options.stream && !small && status < 300) {
      const { parking, unread, readTimeoutMs } = this.surroundings
      this.#body = new StreamedBody(this, timer, readTimeoutMs, parking, unread)
      this.#respond(new ExchangeStream(this.#body, unread))
    }
    return true
  }

  onData(chunk: Buffer): boolean {
    if (this.#ended) return true
    this.#connection!.timer.touch()
    this.#received += chunk.length
    const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (this.#body !== undefined) return this.#body.push(bytes)
    this.#chunks.push(bytes)
    if (this.#status >= 300 && this.#received > errorBodyLimit) this.#cutShort()
    return true
  }

  onComplete(): void {
    if (this.#ended) return
    this.#ended = true
    const connection = this.#connection!
    // An answer that came before the whole body was sent leaves a connection on which nobody knows what follows.
    const unfinished = this.#upload !== undefined && !this.#upload.finished
    const doubtful = unfinished || connection.socket!.writableLength > 0
    this.#cleanUp()
    if (doubtful) connection.discard()
    else this.pool.reuse(connection)
    this.#releasePermit()
    if (this.#body !== undefined) {
      this.#body.settle(undefined)
    } else {
      this.#respond(joinBytes(this.#chunks))
      this.#chunks = []
    }
  }

  onError(error: Error): void {
    if (this.#ended) return
    const failed = this.#upload?.failure
    // What the caller's own source failed with is told as it is, whatever it threw: the server had no part in it.
    this.end(failed !== undefined ? (failed.error as Error) : this.#translate(error))
  }

  // What the caller's signal calls.

  onAbort(reason: unknown): void {
    this.#chunks = []
    this.#body?.empty()
    this.end(cancellation(reason))
  }

  // What the streamed body calls; `end` is called by everybody.

  resume(): void {
    this.#resume!()
  }

  park(): void {
    this.#connection!.socket?.unref()
    this.#releasePermit()
  }

  unpark(): void {
    this.#connection!.socket?.ref()
  }

  /** Ends the exchange with an error, whatever it is doing, and gives its connection up. */
  end(error: Error): void {
    if (this.#ended) return
    this.#ended = true
    this.#failure = error
    const connection = this.#connection
    this.#cleanUp()
    if (connection === undefined) {
      this.pool.forget(this)
    } else {
      this.#abort?.(error)
      connection.discard()
      if (this.#holdsPermit) this.pool.releasePermitSoon()
      this.#holdsPermit = false
    }
    if (this.#body !== undefined) {
      this.#body.settle(error)
    } else if (this.#deliversPartially() && !isCancellation(error) && !this.surroundings.closed) {
      this.#respond(streamOf(this.#chunks, error))
    } else {
      const reject = this.#reject
      this.#resolve = this.#reject = undefined
      reject?.(error)
    }
  }

  get #url(): string {
    return this.request.origin + this.request.path
  }

  #translate(error: Error): Error {
    return transportFailure(error, {
      url: this.#url,
      shownProxyUrl: this.pool.route.proxy?.shownUrl,
      inBody: this.#body !== undefined || this.#deliversPartially(),
      received: this.#received,
      announced: this.#announced,
    })
  }

  /** A small body that breaks off was asked for as a stream: what came is delivered, then the error, as in boto3. */
  #deliversPartially(): boolean {
    return this.options.stream && this.#status >= 200 && this.#status < 300
  }

  /** The answer is a failure, and enough of it was read; undici is in the middle of a callback, so it is told later. */
  #cutShort(): void {
    this.#respond(joinBytes(this.#chunks))
    this.#chunks = []
    queueMicrotask(() => this.end(new ResponseStreamingError('the rest of the body is not wanted')))
  }

  #respond(body: Uint8Array | ByteStream): void {
    const resolve = this.#resolve
    // The promise holds the response and with it the stream: kept here, the stream could never be garbage collected.
    this.#resolve = this.#reject = undefined
    resolve?.({ status: this.#status, reason: this.#reason, headers: this.#headers, body })
  }

  #cleanUp(): void {
    this.#upload?.stop()
    this.#connection?.timer.stop()
    this.#body?.release()
    const { signal } = this.options
    if (signal !== undefined) this.surroundings.aborts.remove(signal, this)
  }

  #releasePermit(): void {
    if (!this.#holdsPermit) return
    this.#holdsPermit = false
    this.pool.releasePermit()
  }
}
