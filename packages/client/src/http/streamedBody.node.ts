/** A body that its caller reads piece by piece: the queue, the reader, and what happens while nobody reads. */
import { ResponseStreamingError } from '../errors/connection.js'
import type { ActivityTimer } from './activityTimer.node.js'
import type { BodyExchange, UnreadStreams } from './exchangeStream.js'
import { milliseconds } from './limits.js'
import type { Parkable, Parking } from './parking.node.js'

/** More than this is not taken from the socket while nobody reads. */
const queueLimit = 65_536
/** The socket is read again when no more than this is left. */
const resumeLimit = 32_768

interface Reader {
  readonly resolve: (chunk: Uint8Array | undefined) => void
  readonly reject: (error: Error) => void
}

/** What a streamed body asks of its exchange. */
export interface BodySource {
  /** More is taken after `push` has returned `false`. */
  resume(): void
  /** Nobody reads: others may use the permit, and the process may end. */
  park(): void
  /** Somebody reads again, or the exchange ends. The permit stays where it is: who has begun to read need not queue. */
  unpark(): void
  /** Gives the exchange up; harmless when it has ended. */
  end(error: Error): void
}

/** The body of an exchange that goes on. It must not hold the stream that its caller has. */
export class StreamedBody implements BodyExchange, Parkable {
  readonly #source: BodySource
  readonly #timer: ActivityTimer
  readonly #parking: Parking
  readonly #unread: UnreadStreams | undefined
  #readTimeoutMs: number | undefined
  #chunks: Uint8Array[] = []
  #queued = 0
  #reader: Reader | undefined
  #paused = false
  #parked = false
  #wasRead = true
  #abandoned = false
  #ended = false
  #failure: Error | undefined

  constructor(
    source: BodySource,
    timer: ActivityTimer,
    readTimeoutMs: number | undefined,
    parking: Parking,
    unread: UnreadStreams | undefined,
  ) {
    this.#source = source
    this.#timer = timer
    this.#readTimeoutMs = readTimeoutMs
    this.#parking = parking
    this.#unread = unread
    // Silence counts while somebody waits for a piece.
    timer.stop()
    parking.watch(this)
  }

  // What the exchange calls.

  /** Takes a piece; `false`: no more for now. */
  push(piece: Uint8Array): boolean {
    if (this.#reader !== undefined) {
      this.#timer.stop()
      this.#takeReader()!.resolve(piece)
      if (this.#abandoned) queueMicrotask(() => this.abandon())
      return true
    }
    this.#chunks.push(piece)
    this.#queued += piece.length
    if (this.#queued <= queueLimit) return true
    this.#paused = true
    return false
  }

  /** The exchange ends: its connection goes back as it was. */
  release(): void {
    this.#ended = true
    this.#paused = false
    this.#parking.forget(this)
    this.#unread?.unregister(this)
    if (this.#parked) this.#source.unpark()
    this.#parked = false
  }

  /** Tells the reader that no more will come, after `release`. */
  settle(failure: Error | undefined): void {
    this.#failure = failure
    const reader = this.#takeReader()
    if (failure === undefined) reader?.resolve(undefined)
    else reader?.reject(failure)
  }

  /** Drops what is queued. */
  empty(): void {
    this.#chunks = []
    this.#queued = 0
  }

  // What the stream calls.

  read(): Promise<Uint8Array | undefined> {
    this.#wasRead = true
    const chunk = this.#chunks.shift()
    if (chunk !== undefined) {
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
      this.#unpark()
      this.#timer.awaitBytes(this.#readTimeoutMs)
    })
  }

  cancelBody(reason: unknown): void {
    this.empty()
    this.#source.end(new ResponseStreamingError('the body was closed', { cause: reason }))
  }

  setReadTimeout(seconds: number): void {
    this.#readTimeoutMs = milliseconds(seconds)
    if (this.#reader !== undefined) this.#timer.setLimit(this.#readTimeoutMs)
  }

  abandon(): void {
    if (this.#ended) return
    if (this.#reader === undefined) this.cancelBody(undefined)
    else this.#abandoned = true
  }

  // What the parking calls.

  wasRead(): boolean {
    const wasRead = this.#wasRead || this.#reader !== undefined
    this.#wasRead = false
    return wasRead
  }

  park(): void {
    if (this.#parked) return
    this.#parked = true
    this.#source.park()
  }

  #unpark(): void {
    if (this.#parked) {
      this.#parked = false
      this.#source.unpark()
      this.#parking.watch(this)
    }
    if (!this.#paused) return
    this.#paused = false
    this.#source.resume()
  }

  #takeReader(): Reader | undefined {
    const reader = this.#reader
    this.#reader = undefined
    return reader
  }
}
