/** The body of an answer as callers read it (boto3 semantics 5.7). */
import type { Readable } from 'node:stream'
import { toBase64 } from '../encoding/base64.js'
import { IncompleteReadError } from '../errors/body.js'
import { ResponseStreamingError } from '../errors/connection.js'
import type { Platform } from '../platform.js'
import { joinBytes, streamOf } from './byteStream.js'
import { LineSplitter } from './lines.js'
import type { BodyCheck, ByteStream } from './types.js'

/** What a body is checked against, and where it lives. */
export interface StreamingBodyOptions {
  /** `Content-Length` of the answer; `undefined` when it told none. */
  readonly contentLength: number | undefined
  /** Of the checksum that the server announced. */
  readonly check?: BodyCheck | undefined
  readonly platform: Pick<Platform, 'saveTo' | 'toNodeReadable'>
}

/** How lines are cut. */
export interface IterLinesOptions {
  /** Accepted for boto3's sake; lines do not depend on it. */
  readonly chunkSize?: number | undefined
  /** Lines keep their line break. */
  readonly keepends?: boolean | undefined
}

/**
 * A body that is read once, piece by piece or as a whole. Length and checksum are verified before the end is signalled:
 * whatever returns the whole rest (`read()`, `bytes()`, `text()`, `json()`, `readlines()`) never returns unverified data, and
 * reading in pieces ends with the error instead of the ordinary end (D-49). At its end the body is empty: reading again
 * gives nothing. Only one reader may be at work at a time.
 *
 * A body that is not wanted is given up with `close()`, or `await using`.
 * @throws {IncompleteReadError} the body is shorter or longer than announced.
 * @throws {FlexibleChecksumError} the bytes do not have the announced checksum.
 * @throws {ReadTimeoutError} the body stalls.
 * @throws {ResponseStreamingError} the connection breaks, or the body is closed, or somebody else is reading.
 */
export class StreamingBody implements AsyncIterable<Uint8Array>, AsyncDisposable {
  readonly #source: ByteStream
  /** The whole body when it is in memory, until it is read. */
  #whole: Uint8Array | undefined
  readonly #contentLength: number | undefined
  readonly #check: BodyCheck | undefined
  readonly #platform: StreamingBodyOptions['platform']
  /** Taken from the source, not yet given to the caller. */
  #rest: Uint8Array | undefined
  #received = 0
  #delivered = 0
  #ended = false
  #failure: { readonly error: unknown } | undefined
  #closed = false
  #busy = false

  constructor(source: Uint8Array | ByteStream, options: StreamingBodyOptions) {
    if (source instanceof Uint8Array) {
      this.#whole = source
      this.#source = streamOf([source])
    } else {
      this.#source = source
    }
    this.#contentLength = options.contentLength
    this.#check = options.check
    this.#platform = options.platform
  }

  /** At most `size` bytes, or all that is left; empty at the end. */
  async read(size?: number | null): Promise<Uint8Array> {
    if (size === undefined || size === null || size < 0) return this.bytes()
    return this.#exclusive(() => this.#readUpTo(size))
  }

  /** The next piece as it arrived. */
  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const piece = await this.#exclusive(() => this.#piece())
    return piece === undefined ? { done: true, value: undefined } : { done: false, value: piece }
  }

  /** The pieces as they arrive. A loop that is left early leaves the body open, as in Python. */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    return { next: () => this.next() }
  }

  /** Pieces of `size` bytes; only the last one may be shorter. */
  async *iterChunks(size = 1024): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const chunk = await this.read(size)
      if (chunk.length === 0) return
      yield chunk
    }
  }

  /** Lines as bytes, ended by LF, CR or CR LF; no empty line after the last line break. */
  async *iterLines(options: IterLinesOptions = {}): AsyncGenerator<Uint8Array, void, undefined> {
    yield* this.#lines(new LineSplitter(options.keepends === true, false))
  }

  /** All remaining lines with their line breaks; as of a Python file object, they end with LF only. */
  async readlines(): Promise<Uint8Array[]> {
    const splitter = new LineSplitter(true, true)
    const lines = splitter.push(await this.bytes())
    const last = splitter.end()
    return last === undefined ? lines : [...lines, last]
  }

  /** Fills an array as far as there are bytes, and returns how many there were; 0 at the end. */
  async readInto(target: Uint8Array): Promise<number> {
    const bytes = await this.read(target.length)
    target.set(bytes)
    return bytes.length
  }

  /** How many bytes were read so far. */
  tell(): number {
    return this.#delivered
  }

  /** Whether the body can be read: it was not closed. */
  get readable(): boolean {
    return !this.#closed
  }

  /** All that is left, verified. */
  bytes(): Promise<Uint8Array> {
    if (this.#isUntouched()) return this.#takeWhole()
    return this.#exclusive(async () => {
      const pieces: Uint8Array[] = []
      for (;;) {
        const piece = await this.#take()
        if (piece === undefined) break
        pieces.push(piece)
      }
      const whole = joinBytes(pieces)
      this.#delivered += whole.length
      return whole
    })
  }

  /** All that is left as text; `encoding` is any label that `TextDecoder` knows. */
  async text(encoding = 'utf-8'): Promise<string> {
    return new TextDecoder(encoding).decode(await this.bytes())
  }

  /** All that is left as JSON. */
  async json(): Promise<unknown> {
    const value: unknown = JSON.parse(await this.text())
    return value
  }

  /** The rest as a Web stream; cancelling it closes the body. */
  stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          const piece = await this.#exclusive(() => this.#piece())
          if (piece === undefined) controller.close()
          else controller.enqueue(piece)
        },
        cancel: () => this.close(),
      },
      { highWaterMark: 0 },
    )
  }

  /** The rest as a Node `Readable`; destroying it closes the body. Only in Node. */
  node(): Readable {
    return this.#platform.toNodeReadable(this.#asStream())
  }

  /** Writes the rest to a file and returns its size in bytes; the file is removed when the body fails. Only in Node. */
  saveTo(path: string): Promise<number> {
    return this.#platform.saveTo(path, this.#asStream())
  }

  /** Gives up what was not read; its connection is closed. Harmless at the end. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#rest = undefined
    if (!this.#ended) this.#source.cancel()
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.close()
    return Promise.resolve()
  }

  /** Replaces the read time-out for the rest of this body, in seconds. */
  setSocketTimeout(seconds: number): void {
    this.#source.setReadTimeout?.(seconds)
  }

  /** `bytes()` under the name that the AWS SDK gives it. */
  transformToByteArray(): Promise<Uint8Array> {
    return this.bytes()
  }

  /** All that is left as text, or in `base64` or `hex`. */
  async transformToString(encoding = 'utf-8'): Promise<string> {
    if (encoding === 'base64') return toBase64(await this.bytes())
    if (encoding === 'hex') return Array.from(await this.bytes(), (byte) => byte.toString(16).padStart(2, '0')).join('')
    return this.text(encoding)
  }

  /** `stream()` under the name that the AWS SDK gives it. */
  transformToWebStream(): ReadableStream<Uint8Array> {
    return this.stream()
  }

  /** `node()` under another name. */
  toReadable(): Readable {
    return this.node()
  }

  async *#lines(splitter: LineSplitter): AsyncGenerator<Uint8Array, void, undefined> {
    for (;;) {
      const piece = await this.#exclusive(() => this.#piece())
      if (piece === undefined) break
      yield* splitter.push(piece)
    }
    const last = splitter.end()
    if (last !== undefined) yield last
  }

  #asStream(): ByteStream {
    return {
      read: () => this.#exclusive(() => this.#piece()),
      cancel: () => this.close(),
      setReadTimeout: (seconds) => this.setSocketTimeout(seconds),
    }
  }

  /** Whether the body is in memory, complete, and nothing has happened to it. */
  #isUntouched(): boolean {
    if (this.#busy || this.#closed || this.#ended || this.#received > 0 || this.#failure !== undefined) return false
    return this.#whole !== undefined && this.#whole.length === (this.#contentLength ?? this.#whole.length)
  }

  /** All of a body that is untouched: without the promises of pieces, which take longer than a small body is worth. */
  async #takeWhole(): Promise<Uint8Array> {
    const whole = this.#whole!
    this.#whole = undefined
    this.#received = whole.length
    try {
      this.#check?.update(whole)
      this.#verify()
    } catch (error) {
      this.#failure = { error }
      throw error
    }
    this.#ended = true
    this.#delivered = whole.length
    return whole
  }

  async #exclusive<T>(act: () => Promise<T>): Promise<T> {
    if (this.#busy) throw new ResponseStreamingError('the body is being read by somebody else')
    this.#busy = true
    try {
      return await act()
    } finally {
      this.#busy = false
    }
  }

  async #piece(): Promise<Uint8Array | undefined> {
    const piece = await this.#take()
    if (piece !== undefined) this.#delivered += piece.length
    return piece
  }

  async #readUpTo(size: number): Promise<Uint8Array> {
    const fromStart = this.#delivered === 0
    const pieces: Uint8Array[] = []
    let missing = size
    while (missing > 0) {
      let piece: Uint8Array | undefined
      try {
        piece = await this.#take()
      } catch (error) {
        // What came before is delivered and the error comes with the next read, unless this were the whole body.
        if (fromStart || pieces.length === 0) throw error
        break
      }
      if (piece === undefined) break
      if (piece.length > missing) {
        this.#rest = piece.subarray(missing)
        piece = piece.subarray(0, missing)
      }
      missing -= piece.length
      pieces.push(piece)
    }
    const bytes = joinBytes(pieces)
    this.#delivered += bytes.length
    return bytes
  }

  /** What is left of the last piece, or the next one of the source, checked. */
  async #take(): Promise<Uint8Array | undefined> {
    if (this.#rest !== undefined) {
      const rest = this.#rest
      this.#rest = undefined
      return rest
    }
    if (this.#failure !== undefined) throw this.#failure.error
    if (this.#ended) return undefined
    if (this.#closed) throw new ResponseStreamingError('the body is closed')
    try {
      const piece = await this.#source.read()
      if (piece === undefined) {
        this.#verify()
        this.#ended = true
        return undefined
      }
      this.#received += piece.length
      if (this.#contentLength !== undefined && this.#received > this.#contentLength) {
        this.#source.cancel()
        throw new IncompleteReadError(this.#received, this.#contentLength)
      }
      this.#check?.update(piece)
      return piece
    } catch (error) {
      this.#failure = { error }
      throw error
    }
  }

  #verify(): void {
    if (this.#contentLength !== undefined && this.#received !== this.#contentLength) {
      throw new IncompleteReadError(this.#received, this.#contentLength)
    }
    this.#check?.verify()
  }
}
