/** The aws-chunked framing with a checksum behind the body (boto3 semantics 3.8). */
import { algorithms, checksumHeader, type ChecksumName } from '../checksum/algorithms.js'
import { toBase64 } from '../encoding/base64.js'
import type { Hasher } from '../checksum/hasher.js'
import { AwsChunkedWrapperError } from '../errors/body.js'
import { headerOf, removeHeader, setHeader } from '../http/headers.js'
import type { HeaderList, RequestBody } from '../http/types.js'
import type { Crypto } from '../platform.js'

/** Raw bytes of a chunk: as many as boto3 takes. Some stores refuse larger ones, Amazon's refuse small ones but the last. */
const chunkSize = 1024 * 1024

/** Bodies up to here are framed at once, so that they go out in one write. */
const smallBody = 64 * 1024

/** The checksum that follows the body. */
export interface Trailer {
  /** `x-amz-checksum-crc32` */
  readonly name: string
  /** Bytes of the checksum before base64. */
  readonly size: number
  /** Begins the checksum anew, for each time that the body is sent. */
  hasher(): Hasher
}

/** The trailer of a checksum algorithm. */
export function trailerOf(algorithm: ChecksumName, crypto: Crypto): Trailer {
  const { create, size } = algorithms[algorithm]
  return { name: checksumHeader(algorithm), size, hasher: () => create(crypto) }
}

/**
 * Wraps a body into chunks and a trailer. The checksum is computed while the bytes go out.
 * @param body - Absent counts as empty.
 * @param announceLength - `false` leaves the length open, so that the transport adds its own chunked coding as boto3 does;
 * otherwise the encoded length is exact when the length of the body is known (D-12).
 * @returns Replayable when the body is.
 * @throws {AwsChunkedWrapperError} from `chunks()`, when the body has not as many bytes as it announced.
 */
export function frame(body: RequestBody | undefined, trailer: Trailer, announceLength = true): RequestBody {
  const source = body === undefined ? new Uint8Array(0) : body.bytes
  const decoded = source === undefined ? body?.length : source.length
  const length = announceLength && decoded !== undefined ? encodedLength(decoded, trailer) : undefined
  if (source !== undefined && source.length <= smallBody) {
    const bytes = frameSmall(source, trailer)
    return {
      length,
      bytes: announceLength ? bytes : undefined,
      replayable: body?.replayable ?? true,
      async *chunks() {
        yield bytes
      },
    }
  }
  return {
    length,
    bytes: undefined,
    replayable: body!.replayable,
    chunks: () =>
      decoded === undefined
        ? frameUnknown(body!.chunks(), trailer)
        : frameKnown(source === undefined ? body!.chunks() : [source], decoded, trailer),
  }
}

/** The length of a framed body. */
export function encodedLength(decoded: number, trailer: Trailer): number {
  const rest = decoded % chunkSize
  const full = (decoded - rest) / chunkSize
  return (
    full * chunkLength(chunkSize) +
    (rest === 0 ? 0 : chunkLength(rest)) +
    // "0\r\n", then the trailer's line and an empty one
    3 +
    trailer.name.length +
    1 +
    Math.ceil(trailer.size / 3) * 4 +
    4
  )
}

function chunkLength(size: number): number {
  return size.toString(16).length + 2 + size + 2
}

/**
 * The headers of a framed body, from those of the bare one: `aws-chunked` joins the content encodings.
 * @param decoded - Length of the bare body, as far as it is known.
 */
export function chunkedHeaders(headers: HeaderList, trailer: Trailer, decoded: number | undefined): HeaderList {
  const framed = headers.slice()
  const encoding = headerOf(framed, 'content-encoding')
  setHeader(framed, 'Content-Encoding', encoding ? `${encoding},aws-chunked` : 'aws-chunked')
  setHeader(framed, 'X-Amz-Trailer', trailer.name)
  if (decoded !== undefined) setHeader(framed, 'X-Amz-Decoded-Content-Length', String(decoded))
  removeHeader(framed, 'content-length')
  return framed
}

const encoder = /*#__PURE__*/ new TextEncoder()

/** What follows the data of the last chunk. */
function ending(lead: string, trailer: Trailer, hasher: Hasher): Uint8Array {
  return encoder.encode(`${lead}0\r\n${trailer.name}:${toBase64(hasher.digest())}\r\n\r\n`)
}

function frameSmall(bytes: Uint8Array, trailer: Trailer): Uint8Array {
  const hasher = trailer.hasher()
  hasher.update(bytes)
  if (bytes.length === 0) return ending('', trailer, hasher)
  const head = encoder.encode(`${bytes.length.toString(16)}\r\n`)
  const end = ending('\r\n', trailer, hasher)
  const framed = new Uint8Array(head.length + bytes.length + end.length)
  framed.set(head)
  framed.set(bytes, head.length)
  framed.set(end, head.length + bytes.length)
  return framed
}

/** The size of every chunk is known beforehand, so pieces pass through as they come, without a copy. */
async function* frameKnown(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  length: number,
  trailer: Trailer,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hasher = trailer.hasher()
  let lead = ''
  let sent = 0
  let room = 0
  for await (const piece of source) {
    if (sent + piece.length > length) {
      throw new AwsChunkedWrapperError(`The body has more than the ${length} bytes that were announced.`)
    }
    for (let at = 0; at < piece.length;) {
      if (room === 0) {
        room = Math.min(chunkSize, length - sent)
        yield encoder.encode(`${lead}${room.toString(16)}\r\n`)
        lead = '\r\n'
      }
      const part = piece.subarray(at, at + room)
      hasher.update(part)
      yield part
      at += part.length
      sent += part.length
      room -= part.length
    }
  }
  if (sent !== length) {
    throw new AwsChunkedWrapperError(`The body ended after ${sent} of the ${length} bytes that were announced.`)
  }
  yield ending(lead, trailer, hasher)
}

/** Pieces are gathered into full chunks, by copying: the source may use its buffer again. */
async function* frameUnknown(
  source: AsyncIterable<Uint8Array>,
  trailer: Trailer,
): AsyncGenerator<Uint8Array, void, undefined> {
  const hasher = trailer.hasher()
  let lead = ''
  let buffer = new Uint8Array(0)
  let capacity = smallBody
  let filled = 0
  for await (const piece of source) {
    hasher.update(piece)
    for (let at = 0; at < piece.length;) {
      const part = piece.subarray(at, at + chunkSize - filled)
      if (filled + part.length > buffer.length) {
        buffer = enlarge(buffer, filled, Math.max(capacity, filled + part.length))
      }
      buffer.set(part, filled)
      at += part.length
      filled += part.length
      if (filled === chunkSize) {
        yield encoder.encode(`${lead}${filled.toString(16)}\r\n`)
        yield buffer
        lead = '\r\n'
        // The transport may still hold the chunk.
        buffer = new Uint8Array(0)
        capacity = chunkSize
        filled = 0
      }
    }
  }
  if (filled > 0) {
    yield encoder.encode(`${lead}${filled.toString(16)}\r\n`)
    yield buffer.subarray(0, filled)
    lead = '\r\n'
  }
  yield ending(lead, trailer, hasher)
}

function enlarge(buffer: Uint8Array, filled: number, needed: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(chunkSize, Math.max(needed, 2 * buffer.length)))
  larger.set(buffer.subarray(0, filled))
  return larger
}
