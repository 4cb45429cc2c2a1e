/** From what callers give as a body to what transports send. */
import { IncompleteReadError, UnseekableStreamError } from '../errors/body.js'
import { ParamValidationError } from '../errors/validation.js'
import type { Platform } from '../platform.js'
import type { SeekableSource, SourcePiece } from './bodyInput.js'
import { joinBytes } from './byteStream.js'
import { fromSource } from './sourceFailure.js'
import type { RequestBody } from './types.js'

/** What is known about a body besides the body. */
export interface BodyOptions {
  readonly platform: Pick<Platform, 'openBody'>
  /** `ContentLength` of the call; the body has to have exactly this many bytes. */
  readonly contentLength?: number | undefined
}

/** How much is asked of blobs and seekable sources at once. */
const pieceSize = 262_144

/** A body that is in memory. */
export function bytesBody(bytes: Uint8Array): RequestBody {
  return {
    length: bytes.length,
    bytes,
    replayable: true,
    async *chunks() {
      if (bytes.length > 0) yield bytes
    },
  }
}

/**
 * The body to be sent. Text becomes UTF-8; blobs, files and seekable sources can be sent again; Web streams, Node streams and
 * async iterables only once, and their length is unknown unless `contentLength` tells it.
 *
 * Sources stay the caller's: Web and Node streams are neither cancelled nor destroyed (D-34), but for one case: a Node file
 * stream that nobody has begun to read is sent by its path, and destroyed when the call has ended, as it would otherwise hold
 * its descriptor open for good (see `Platform.releaseBody`). An async iterable that is not read to its end is told through
 * `return()`, as any loop that is left early tells it. What a source fails with reaches the caller as it is.
 * @throws {ParamValidationError} when the input is no body.
 * @throws {UnseekableStreamError} when the input is a stream that was read to its end, was destroyed, is being read by
 * somebody else, or was the body of an earlier call. One that was only begun is sent from where it stands, as in boto3.
 * @throws {IncompleteReadError} when a known length differs from `contentLength`; sources that turn out shorter or longer
 * fail with it while they are read.
 */
export function toRequestBody(input: unknown, options: BodyOptions): RequestBody | Promise<RequestBody> {
  const { contentLength } = options
  if (typeof input === 'string') return checked(bytesBody(new TextEncoder().encode(input)), contentLength)
  if (typeof input === 'object' && input !== null) {
    const bytes = bytesOf(input)
    if (bytes !== undefined) return checked(bytesBody(bytes), contentLength)
    if (typeof Blob !== 'undefined' && input instanceof Blob) return checked(blobBody(input), contentLength)
    refuseUsed(input)
    const special = options.platform.openBody(input)
    if (special !== undefined) return checked(special, contentLength)
    if (isWebStream(input))
      return checked(
        onceBody(input, () => readWebStream(input)),
        contentLength,
      )
    if (isSeekable(input)) return seekableBody(input, contentLength)
    const iterator = iteratorOf(input)
    if (iterator !== undefined)
      return checked(
        onceBody(input, () => readIterator(iterator)),
        contentLength,
      )
    if (isReadable(input))
      return checked(
        onceBody(input, () => readPieces(input)),
        contentLength,
      )
  }
  throw new ParamValidationError(
    'Invalid type for parameter Body: expected text, bytes, a Blob, a stream, an async iterable or a seekable source',
  )
}

/**
 * A body that can be sent again and whose length is known: the same one when it is so already, otherwise one in memory.
 * @param limit - The most bytes held in memory (`nonSeekableBufferLimit`).
 * @throws {UnseekableStreamError} when the body is larger (D-07).
 */
export async function bufferBody(body: RequestBody, limit: number): Promise<RequestBody> {
  if (body.replayable && body.length !== undefined) return body
  if (body.length !== undefined && body.length > limit) throw tooLargeToBuffer(limit)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of body.chunks()) {
    size += piece.length
    if (size > limit) throw tooLargeToBuffer(limit)
    // Producers may use their buffer again for the next piece.
    pieces.push(piece.slice())
  }
  return bytesBody(joinBytes(pieces))
}

function tooLargeToBuffer(limit: number): UnseekableStreamError {
  return new UnseekableStreamError(
    `The body is a stream that cannot be read twice, or its length is unknown, and it is larger than ` +
      `nonSeekableBufferLimit (${limit} bytes): give ContentLength and a seekable body, or use uploadFileobj.`,
  )
}

/** Holds a body to its length, or to the one that the call announced. */
function checked(body: RequestBody, contentLength: number | undefined): RequestBody {
  if (body.length !== undefined && contentLength !== undefined && body.length !== contentLength) {
    throw new IncompleteReadError(body.length, contentLength)
  }
  const length = body.length ?? contentLength
  if (length === undefined || body.bytes !== undefined) return body
  return { length, bytes: undefined, replayable: body.replayable, chunks: () => exactly(body.chunks(), length) }
}

async function* exactly(
  source: AsyncIterable<Uint8Array>,
  length: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let seen = 0
  for await (const piece of source) {
    seen += piece.length
    if (seen > length) throw new IncompleteReadError(seen, length)
    yield piece
  }
  if (seen !== length) throw new IncompleteReadError(seen, length)
}

function bytesOf(input: object): Uint8Array | undefined {
  if (input instanceof Uint8Array) return input
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
  // Buffers of another realm are none of our ArrayBuffer's instances.
  if (Object.prototype.toString.call(input) === '[object ArrayBuffer]') return new Uint8Array(input as ArrayBuffer)
  return undefined
}

function toBytes(piece: unknown): Uint8Array {
  if (typeof piece === 'string') return new TextEncoder().encode(piece)
  const bytes = typeof piece === 'object' && piece !== null ? bytesOf(piece) : undefined
  if (bytes === undefined)
    throw new ParamValidationError('Invalid body: a stream gave a piece that is neither bytes nor text')
  return bytes
}

function blobBody(blob: Blob): RequestBody {
  return {
    length: blob.size,
    bytes: undefined,
    replayable: true,
    async *chunks() {
      for (let offset = 0; offset < blob.size; offset += pieceSize) {
        yield new Uint8Array(await blob.slice(offset, offset + pieceSize).arrayBuffer())
      }
    },
  }
}

/** Streams and generators that were the body of a call: what is left of them is not what the caller means to send. */
const used = /*#__PURE__*/ new WeakSet<object>()

/** What streams of the Web and of Node tell about themselves. */
interface StreamState {
  readonly locked?: unknown
  readonly destroyed?: unknown
  readonly readableDidRead?: unknown
  readonly readableEnded?: unknown
  readonly readableFlowing?: unknown
}

function refuseUsed(input: object): void {
  const problem = problemOf(input)
  if (problem !== undefined) {
    throw new UnseekableStreamError(`The body ${nameOf(input)} cannot be sent: the stream ${problem}.`)
  }
}

function problemOf(input: object): string | undefined {
  if (used.has(input)) return 'was read before, by an earlier call'
  const stream: StreamState = input
  if (isWebStream(input)) return stream.locked === true ? 'is locked: somebody else reads it' : undefined
  if (!('pipe' in input)) return undefined
  if (stream.readableEnded === true) return 'was read before, to its end'
  if (stream.destroyed === true) return 'was destroyed before'
  // Its pieces go to somebody else's listeners. A stream that was begun and stopped is sent from where it stands.
  const flows = stream.readableDidRead === true && stream.readableFlowing === true
  return flows ? 'was read before, and somebody else goes on reading it' : undefined
}

function nameOf(source: object): string {
  return source.constructor?.name || Object.prototype.toString.call(source).slice(8, -1)
}

function onceBody(source: object, open: () => AsyncIterable<Uint8Array>): RequestBody {
  let opened = false
  return {
    length: undefined,
    bytes: undefined,
    replayable: false,
    chunks() {
      if (opened) {
        throw new UnseekableStreamError(`Need to rewind the stream ${nameOf(source)}, but stream is not seekable.`)
      }
      opened = true
      return open()
    },
  }
}

function isWebStream(input: object): input is ReadableStream<unknown> {
  return 'getReader' in input && typeof input.getReader === 'function'
}

async function* readWebStream(stream: ReadableStream<unknown>): AsyncGenerator<Uint8Array, void, undefined> {
  const reader = stream.getReader()
  used.add(stream)
  try {
    for (;;) {
      const { done, value } = await ofSource(() => reader.read())
      if (done) return
      yield toBytes(value)
    }
  } finally {
    reader.releaseLock()
  }
}

type Iterate = () => AsyncIterator<unknown>

function iteratorOf(input: object): Iterate | undefined {
  if (!(Symbol.asyncIterator in input) || typeof input[Symbol.asyncIterator] !== 'function') return undefined
  const iterable = input as AsyncIterable<unknown> & {
    iterator?: (options: { destroyOnReturn: boolean }) => AsyncIterator<unknown>
  }
  // A Node stream's ordinary iterator destroys the stream when it is left early; the stream is the caller's.
  if ('pipe' in input && typeof iterable.iterator === 'function') {
    return () => {
      used.add(input)
      return iterable.iterator!({ destroyOnReturn: false })
    }
  }
  return () => {
    const iterator = iterable[Symbol.asyncIterator]()
    // A generator runs once; other iterables may begin anew for each loop.
    if (Object.is(iterator, input)) used.add(input)
    return iterator
  }
}

async function* readIterator(open: Iterate): AsyncGenerator<Uint8Array, void, undefined> {
  const iterator = await ofSource(open)
  let ended = false
  try {
    for (;;) {
      const { done, value } = await ofSource(
        () => iterator.next(),
        () => (ended = true),
      )
      if (done === true) {
        ended = true
        return
      }
      const bytes = toBytes(value)
      if (bytes.length > 0) yield bytes
    }
  } finally {
    if (!ended) await iterator.return?.()
  }
}

/** What the caller's source gives; its failures are marked as its own. */
async function ofSource<T>(ask: () => T | Promise<T>, failed?: () => void): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    failed?.()
    throw fromSource(error)
  }
}

interface ReadableSource {
  read(size?: number): SourcePiece | Promise<SourcePiece>
}

function isReadable(input: object): input is ReadableSource {
  return 'read' in input && typeof input.read === 'function'
}

function isSeekable(input: object): input is SeekableSource {
  return isReadable(input) && 'seek' in input && typeof input.seek === 'function'
}

async function* readPieces(source: ReadableSource): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = await ofSource(() => source.read(pieceSize))
    if (piece === null || piece === undefined) return
    const bytes = toBytes(piece)
    if (bytes.length === 0) return
    yield bytes
  }
}

async function seekableBody(source: SeekableSource, contentLength: number | undefined): Promise<RequestBody> {
  const start = (await source.tell?.()) ?? 0
  const size = typeof source.size === 'function' ? await source.size() : source.size
  // An attempt that failed may still wait for a piece, and reading moves the position that all attempts share: whatever is
  // asked of the source waits for what was asked before.
  let asked: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(ask: () => T | Promise<T>): Promise<T> => {
    const answer = asked.then(ask)
    asked = answer.catch(() => undefined)
    return answer
  }
  const reader: ReadableSource = { read: (count) => inTurn(() => source.read(count)) }
  const body: RequestBody = {
    length: size === undefined ? undefined : Math.max(0, size - start),
    bytes: undefined,
    replayable: true,
    async *chunks() {
      await ofSource(() => inTurn(() => source.seek(start)))
      yield* readPieces(reader)
    },
  }
  return checked(body, contentLength)
}
