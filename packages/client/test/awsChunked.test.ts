import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chunkedHeaders, encodedLength, frame, trailerOf } from '../src/auth/awsChunked.js'
import { createHasher, type ChecksumName } from '../src/checksum/algorithms.js'
import { nodeCrypto } from '../src/crypto.node.js'
import { toBase64 } from '../src/encoding/base64.js'
import { AwsChunkedWrapperError } from '../src/errors/body.js'
import type { RequestBody } from '../src/http/types.js'

const mebibyte = 1024 * 1024
const utf8 = new TextEncoder()
const crc32 = trailerOf('crc32', nodeCrypto)

function checksumOf(name: string, bytes: Uint8Array): string {
  const hasher = createHasher(name, nodeCrypto)
  hasher.update(bytes)
  return toBase64(hasher.digest())
}

/** A body that comes in the given pieces, all through one buffer, as a reader of files would give them. */
function streamed(pieces: readonly Uint8Array[], length: number | undefined, replayable = true): RequestBody {
  return {
    length,
    bytes: undefined,
    replayable,
    async *chunks() {
      const buffer = new Uint8Array(Math.max(1, ...pieces.map((piece) => piece.length)))
      for (const piece of pieces) {
        buffer.set(piece)
        yield buffer.subarray(0, piece.length)
      }
    },
  }
}

function held(bytes: Uint8Array): RequestBody {
  return { ...streamed([bytes], bytes.length), bytes }
}

/** What goes out. Each piece is copied when it comes, as a socket would take it. */
async function sent(body: RequestBody): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of body.chunks()) pieces.push(piece.slice())
  return Buffer.concat(pieces)
}

/** Undoes the framing: the sizes of the chunks, the raw bytes and the trailer's line. */
function unframe(framed: Buffer): { sizes: number[]; raw: Buffer; trailer: string } {
  const sizes: number[] = []
  const raw: Buffer[] = []
  let at = 0
  for (;;) {
    const end = framed.indexOf('\r\n', at)
    const line = framed.toString('latin1', at, end)
    expect(line).toMatch(/^[0-9a-f]+$/)
    const size = Number.parseInt(line, 16)
    at = end + 2
    if (size === 0) break
    sizes.push(size)
    raw.push(framed.subarray(at, at + size))
    expect(framed.toString('latin1', at + size, at + size + 2)).toBe('\r\n')
    at += size + 2
  }
  const rest = framed.toString('latin1', at)
  expect(rest.endsWith('\r\n\r\n')).toBe(true)
  return { sizes, raw: Buffer.concat(raw), trailer: rest.slice(0, -4) }
}

const hello = '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n'
const nothing = '0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n'

describe('frame', () => {
  it.each<[string, RequestBody | undefined, string]>([
    ['bytes', held(utf8.encode('hello')), hello],
    ['a stream of known length', streamed([utf8.encode('he'), utf8.encode('llo')], 5), hello],
    ['a stream of unknown length', streamed([utf8.encode('he'), utf8.encode('llo')], undefined), hello],
    ['no body', undefined, nothing],
    ['no bytes', held(new Uint8Array(0)), nothing],
    ['an empty stream', streamed([], 0), nothing],
    ['an empty stream of unknown length', streamed([new Uint8Array(0)], undefined), nothing],
  ])('frames %s', async (_name, body, expected) => {
    const framed = frame(body, crc32)
    const bytes = await sent(framed)
    expect(bytes.toString('latin1')).toBe(expected)
    if (framed.length !== undefined) expect(framed.length).toBe(bytes.length)
    if (framed.bytes !== undefined) expect(Buffer.from(framed.bytes).toString('latin1')).toBe(expected)
  })

  it('knows its length exactly when the body does', () => {
    expect(frame(held(utf8.encode('hello')), crc32).length).toBe(hello.length)
    expect(frame(streamed([], 5), crc32).length).toBe(hello.length)
    expect(frame(undefined, crc32).length).toBe(nothing.length)
    expect(frame(streamed([], undefined), crc32).length).toBeUndefined()
    expect(frame(held(utf8.encode('hello')), crc32, false).length).toBeUndefined()
    expect(frame(held(utf8.encode('hello')), crc32, false).bytes).toBeUndefined()
  })

  it('can be sent again when the body can', async () => {
    const body = streamed([utf8.encode('hello')], 5)
    const framed = frame(body, crc32)
    expect(framed.replayable).toBe(true)
    expect((await sent(framed)).toString('latin1')).toBe(hello)
    expect((await sent(framed)).toString('latin1')).toBe(hello)
    expect(frame(streamed([], 5, false), crc32).replayable).toBe(false)
    expect(frame(streamed([], undefined, false), crc32).replayable).toBe(false)
  })

  it.each([
    [mebibyte - 1, [mebibyte - 1]],
    [mebibyte, [mebibyte]],
    [mebibyte + 1, [mebibyte, 1]],
    [2 * mebibyte + 300_000, [mebibyte, mebibyte, 300_000]],
  ])('cuts %i bytes into chunks of a mebibyte', async (size, sizes) => {
    const bytes = new Uint8Array(size)
    for (let i = 0; i < size; i++) bytes[i] = (i * 31 + (i >> 8)) & 255
    const pieces: Uint8Array[] = []
    for (let at = 0; at < size; at += 99_991) pieces.push(bytes.subarray(at, at + 99_991))
    const checksum = checksumOf('crc32', bytes)
    for (const body of [held(bytes), streamed(pieces, size), streamed(pieces, undefined)]) {
      const framed = await sent(frame(body, crc32))
      expect(framed.length).toBe(encodedLength(size, crc32))
      const decoded = unframe(framed)
      expect(decoded.sizes).toEqual(sizes)
      expect(decoded.raw.equals(bytes)).toBe(true)
      expect(decoded.trailer).toBe(`x-amz-checksum-crc32:${checksum}`)
    }
  })

  it('frames every split of a body alike', async () => {
    const names = fc.constantFrom<ChecksumName[]>('crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256', 'sha512')
    await fc.assert(
      fc.asyncProperty(names, fc.array(fc.uint8Array({ maxLength: 50 })), async (name, pieces) => {
        const whole = Buffer.concat(pieces)
        const trailer = trailerOf(name, nodeCrypto)
        const known = await sent(frame(streamed(pieces, whole.length), trailer))
        const unknown = await sent(frame(streamed(pieces, undefined), trailer))
        const memory = await sent(frame(held(whole), trailer))
        expect(known.equals(unknown)).toBe(true)
        expect(known.equals(memory)).toBe(true)
        expect(known.length).toBe(encodedLength(whole.length, trailer))
        const decoded = unframe(known)
        expect(decoded.raw.equals(whole)).toBe(true)
        expect(decoded.trailer).toBe(`x-amz-checksum-${name}:${checksumOf(name, whole)}`)
      }),
    )
  })

  it.each<[string, number, string]>([
    ['too short', 6, 'The body ended after 5 of the 6 bytes that were announced.'],
    ['too long', 4, 'The body has more than the 4 bytes that were announced.'],
  ])('refuses a body that is %s', async (_name, announced, message) => {
    const framed = frame(streamed([utf8.encode('he'), utf8.encode('llo')], announced), crc32)
    const failure = await sent(framed).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(failure).toBeInstanceOf(AwsChunkedWrapperError)
    expect(failure).toHaveProperty('message', message)
  })

  it('lets go of its source when the sending is given up', async () => {
    let closed = 0
    const body: RequestBody = {
      ...streamed([], undefined),
      length: 3 * mebibyte,
      async *chunks() {
        try {
          for (;;) yield new Uint8Array(mebibyte)
        } finally {
          closed++
        }
      },
    }
    for await (const piece of frame(body, crc32).chunks()) if (piece.length > 100) break
    for await (const piece of frame({ ...body, length: undefined }, crc32).chunks()) if (piece.length > 100) break
    expect(closed).toBe(2)
  })
})

describe('chunkedHeaders', () => {
  it('announces the framing', () => {
    expect(chunkedHeaders(['x-amz-acl', 'private'], crc32, 5)).toEqual([
      'x-amz-acl',
      'private',
      'Content-Encoding',
      'aws-chunked',
      'X-Amz-Trailer',
      'x-amz-checksum-crc32',
      'X-Amz-Decoded-Content-Length',
      '5',
    ])
  })

  it('keeps the encoding of the user and leaves an unknown length out', () => {
    const given = ['content-encoding', 'gzip', 'Content-Length', '7']
    expect(chunkedHeaders(given, crc32, undefined)).toEqual([
      'Content-Encoding',
      'gzip,aws-chunked',
      'X-Amz-Trailer',
      'x-amz-checksum-crc32',
    ])
    expect(given).toEqual(['content-encoding', 'gzip', 'Content-Length', '7'])
  })
})
