/** Event streams: binary frames with typed headers, a payload and checksums (boto3 semantics 5.8). */
import { ChecksumError, ResponseParserError } from '../errors/body.js'
import { EventStreamError, type ErrorResponse } from '../errors/client.js'
import type { ByteStream } from '../http/types.js'
import { layoutOf } from '../schema/layout.js'
import { element, string } from '../schema/shapes.js'
import type { EventStreamValue, Members } from '../schema/shapes.js'
import { readXml, setOwn } from './parse.js'

/** CRC-32 as in zip, continuing from `previous`. */
export type Crc32 = (data: Uint8Array, previous: number) => number

/** The events of an answer, one after another. They can be read once; a second loop goes on where the first stopped. */
export interface EventStream extends AsyncIterable<Record<string, unknown>> {
  /** Gives up the rest of the stream. Harmless at the end. */
  close(): void
}

// Lengths of the parts of a frame: two lengths and their checksum, and the checksum of the whole frame.
const preludeLength = 12
const checksumLength = 4
// The most that the format allows: 128 KiB of headers and 16 MiB of payload.
const maxHeadersLength = 128 * 1024
const maxFrameLength = preludeLength + maxHeadersLength + 16 * 1024 * 1024 + checksumLength

/** One frame, taken apart. */
interface Frame {
  /** The headers that hold text, by name. */
  readonly headers: Record<string, string>
  readonly payload: Uint8Array
}

/**
 * Turns frames into events: objects with one member, named after the event. Frames of unknown events are skipped.
 * Leaving a loop early, or `close()`, cancels the source.
 *
 * Reading throws {ChecksumError} when a frame was damaged, {ResponseParserError} when the bytes are no frames or end
 * inside one, and {EventStreamError} when the server reports an error.
 */
export function decodeEvents(
  source: ByteStream,
  eventStream: EventStreamValue,
  operationName: string,
  crc32: Crc32,
): EventStream {
  const events = readEvents(source, eventStream, operationName, crc32)
  let closed = false
  const close = () => {
    closed = true
    source.cancel()
  }
  const next = async (): Promise<IteratorResult<Record<string, unknown>>> => {
    if (closed) return { done: true, value: undefined }
    try {
      return await events.next()
    } catch (error) {
      // A pending read fails when the stream is closed; that is the end and no failure.
      if (closed) return { done: true, value: undefined }
      close()
      throw error
    }
  }
  const end = async (): Promise<IteratorResult<Record<string, unknown>>> => {
    close()
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next, return: end }), close }
}

async function* readEvents(
  source: ByteStream,
  eventStream: EventStreamValue,
  operationName: string,
  crc32: Crc32,
): AsyncGenerator<Record<string, unknown>, undefined> {
  const frames = new FrameReader(source, crc32)
  for (let frame = await frames.next(); frame !== undefined; frame = await frames.next()) {
    const event = await toEvent(frame, eventStream, operationName)
    if (event !== undefined) yield event
  }
  return undefined
}

class FrameReader {
  private chunks: Uint8Array[] = []
  private buffered = 0

  constructor(
    private readonly source: ByteStream,
    private readonly crc32: Crc32,
  ) {}

  /** The next frame; `undefined` at the end. */
  async next(): Promise<Frame | undefined> {
    if (!(await this.fill(preludeLength))) {
      if (this.buffered > 0) throw new ResponseParserError('The event stream ends inside a frame.')
      return undefined
    }
    const prelude = this.take(preludeLength)
    const view = viewOf(prelude)
    const length = view.getUint32(0)
    const headersLength = view.getUint32(4)
    const preludeSum = this.crc32(prelude.subarray(0, 8), 0)
    verify(preludeSum, view.getUint32(8))
    if (
      length > maxFrameLength ||
      headersLength > maxHeadersLength ||
      length < preludeLength + headersLength + checksumLength
    ) {
      throw new ResponseParserError(`A frame of the event stream has impossible lengths: ${length}, ${headersLength}.`)
    }
    if (!(await this.fill(length - preludeLength))) {
      throw new ResponseParserError('The event stream ends inside a frame.')
    }
    const rest = this.take(length - preludeLength)
    const content = rest.subarray(0, rest.length - checksumLength)
    const frameSum = this.crc32(content, this.crc32(prelude.subarray(8), preludeSum))
    verify(frameSum, viewOf(rest).getUint32(content.length))
    return { headers: readHeaders(content.subarray(0, headersLength)), payload: content.subarray(headersLength) }
  }

  /** Reads until `length` bytes are there; `false` when the source ends before. */
  private async fill(length: number): Promise<boolean> {
    while (this.buffered < length) {
      const chunk = await this.source.read()
      if (chunk === undefined) return false
      this.chunks.push(chunk)
      this.buffered += chunk.length
    }
    return true
  }

  /** Takes bytes that are there, as a copy: payloads outlive the chunks of the transport. */
  private take(length: number): Uint8Array {
    const taken = new Uint8Array(length)
    let at = 0
    let used = 0
    while (at < length) {
      const chunk = this.chunks[used]!
      const part = chunk.subarray(0, length - at)
      taken.set(part, at)
      at += part.length
      if (part.length === chunk.length) used += 1
      else this.chunks[used] = chunk.subarray(part.length)
    }
    this.chunks.splice(0, used)
    this.buffered -= length
    return taken
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function verify(calculated: number, expected: number): void {
  if (calculated >>> 0 === expected) return
  throw new ChecksumError(
    `Checksum crc32 failed, expected checksum ${hex(expected)} did not match calculated checksum ${hex(calculated)}.`,
  )
}

function hex(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0')
}

/** Lengths of header values by type; the types of bytes (6) and text (7) carry their length in two bytes. */
const valueLengths: readonly (number | undefined)[] = [0, 0, 1, 2, 4, 8, undefined, undefined, 8, 16]
const textType = 7

function readHeaders(bytes: Uint8Array): Record<string, string> {
  const headers: Record<string, string> = {}
  const view = viewOf(bytes)
  const decoder = new TextDecoder()
  let at = 0
  const advance = (length: number): number => {
    const from = at
    at += length
    if (at > bytes.length) throw new ResponseParserError('A header in the event stream does not end.')
    return from
  }
  while (at < bytes.length) {
    const nameLength = view.getUint8(advance(1))
    const nameAt = advance(nameLength)
    const name = decoder.decode(bytes.subarray(nameAt, at))
    const type = view.getUint8(advance(1))
    if (type >= valueLengths.length) throw new ResponseParserError(`A header in the event stream has type ${type}.`)
    const valueAt = advance(valueLengths[type] ?? view.getUint16(advance(2)))
    if (type === textType) setOwn(headers, name, decoder.decode(bytes.subarray(valueAt, at)))
  }
  return headers
}

async function toEvent(
  { headers, payload }: Frame,
  eventStream: EventStreamValue,
  operationName: string,
): Promise<Record<string, unknown> | undefined> {
  const messageType = headers[':message-type']
  if (messageType === 'error') {
    throw failure(headers[':error-code'], headers[':error-message'], headers, operationName)
  }
  if (messageType === 'exception') {
    throw failure(headers[':exception-type'], await exceptionMessage(payload), headers, operationName)
  }
  if (messageType !== 'event') {
    throw new ResponseParserError(`A message of the event stream is of an unknown type: ${messageType ?? 'none'}.`)
  }
  const name = headers[':event-type'] ?? ''
  const event = layoutOf(eventStream.events).byKey.get(name)
  if (event === undefined) return undefined
  return { [name]: event.value.kind === 'structure' ? await readEvent(event.value.members, payload) : {} }
}

async function readEvent(members: Members, payload: Uint8Array): Promise<Record<string, unknown>> {
  const member = layoutOf(members).all.find(({ place }) => place === 'event')
  if (member === undefined) return {}
  if (member.value.kind !== 'structure') return { [member.key]: payload }
  // Counts that cannot be read are absent; an event has no place for warnings.
  return { [member.key]: payload.length === 0 ? {} : await readXml(payload, member.value.members, []) }
}

const exceptionMembers = () => ({ Message: element(string), message: element(string) })

async function exceptionMessage(payload: Uint8Array): Promise<string> {
  try {
    const { Message, message } = await readXml(payload, exceptionMembers, [])
    return String(Message ?? message ?? '')
  } catch (error) {
    if (error instanceof ResponseParserError) return ''
    throw error
  }
}

// The answer itself began with 200; 400 is what boto3 gives these errors. Metadata belongs to the outer object only
// (boto3 semantics 5.2), so here it is not shown.
function failure(
  code: string | undefined,
  message: string | undefined,
  headers: Record<string, string>,
  operationName: string,
): EventStreamError {
  const response: ErrorResponse = {
    Error: { Code: code ?? 'Unknown', Message: message ?? 'Unknown' },
    ResponseMetadata: { HTTPStatusCode: 400, HTTPHeaders: headers, RetryAttempts: 0 },
  }
  Object.defineProperty(response, 'ResponseMetadata', { enumerable: false })
  return new EventStreamError(response, operationName)
}
