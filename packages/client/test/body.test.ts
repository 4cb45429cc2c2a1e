import { createReadStream, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IncompleteReadError, UnseekableStreamError } from '../src/errors/body.js'
import { ConnectionClosedError } from '../src/errors/connection.js'
import { ParamValidationError } from '../src/errors/validation.js'
import { bufferBody, toRequestBody } from '../src/http/body.js'
import type { RequestBody } from '../src/http/types.js'
import { nodePlatform } from '../src/platform.node.js'
import { isRetryable } from '../src/retry/decide.js'
import { deferred, fakeClient, respond } from './fakeClient.js'
import type { Deferred } from './fakeClient.js'

const platform = nodePlatform

async function opened(input: unknown, contentLength?: number): Promise<RequestBody> {
  return toRequestBody(input, { platform, contentLength })
}

async function bytesOf(body: RequestBody): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of body.chunks()) pieces.push(Uint8Array.from(piece))
  return Buffer.concat(pieces)
}

async function textOf(body: RequestBody): Promise<string> {
  return (await bytesOf(body)).toString()
}

async function* pieces(...list: (string | Uint8Array)[]) {
  yield* list
}

/** A source over text, as Python's BytesIO: it stands where it was left. */
function seekable(text: string, position: number, size?: number) {
  const bytes = Buffer.from(text)
  return {
    position,
    closed: false,
    read(count = bytes.length) {
      const piece = bytes.subarray(this.position, this.position + Math.min(count, 4))
      this.position += piece.length
      return piece
    },
    seek(offset: number) {
      this.position = offset
    },
    tell() {
      return this.position
    },
    ...(size === undefined ? {} : { size }),
    close() {
      this.closed = true
    },
  }
}

describe('bodies that can be sent again', () => {
  const backing = new Uint8Array([0, 104, 105, 0])
  const cases: [string, () => unknown, string, boolean][] = [
    ['text as UTF-8', () => 'grün €', 'grün €', true],
    ['the empty text', () => '', '', true],
    ['Uint8Array', () => Buffer.from('hi'), 'hi', true],
    ['a view', () => backing.subarray(1, 3), 'hi', true],
    ['DataView', () => new DataView(backing.buffer, 1, 2), 'hi', true],
    ['ArrayBuffer', () => Uint8Array.from([104, 105]).buffer, 'hi', true],
    ['Blob', () => new Blob(['h', 'i']), 'hi', false],
    ['File', () => new File(['hi'], 'a.txt'), 'hi', false],
    ['a seekable source with a size', () => seekable('hello world', 6, 11), 'world', false],
  ]
  it.each(cases)('%s', async (_, make, text, inMemory) => {
    const body = await opened(make())
    expect(body.replayable).toBe(true)
    expect(body.length).toBe(Buffer.byteLength(text))
    expect(body.bytes !== undefined).toBe(inMemory)
    expect(await textOf(body)).toBe(text)
    expect(await textOf(body)).toBe(text)
  })

  it('cuts large blobs into pieces', async () => {
    const bytes = Uint8Array.from({ length: 600_000 }, (_, i) => i % 251)
    const body = await opened(new Blob([bytes]))
    expect(Buffer.compare(await bytesOf(body), bytes)).toBe(0)
  })

  it('a seekable source is sent from where it stands, and again from there, and stays open', async () => {
    const source = seekable('hello world', 6)
    const body = await opened(source, 5)
    expect([body.length, body.replayable]).toEqual([5, true])
    source.position = 2
    expect(await textOf(body)).toBe('world')
    expect(await textOf(body)).toBe('world')
    expect(source.closed).toBe(false)
  })

  it('a seekable source may answer with promises and know its size as a function', async () => {
    const source = {
      at: 0,
      read(): Promise<string | null> {
        return Promise.resolve(this.at++ === 0 ? 'abc' : null)
      },
      seek(offset: number) {
        this.at = offset
        return Promise.resolve()
      },
      size: () => Promise.resolve(3),
    }
    const body = await opened(source)
    expect(body.length).toBe(3)
    expect([await textOf(body), await textOf(body)]).toEqual(['abc', 'abc'])
  })
})

describe('a seekable source whose reading takes time', () => {
  /** A source of four bytes a piece, each of which comes when the test says so. */
  function slow(text: string) {
    const bytes = Buffer.from(text)
    const gates: Deferred<void>[] = []
    let at = 0
    return {
      gates,
      size: bytes.length,
      seek(offset: number) {
        at = offset
      },
      async read() {
        const gate = deferred()
        gates.push(gate)
        await gate.promise
        const piece = bytes.subarray(at, at + 4)
        at += piece.length
        return piece
      },
    }
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve))

  it.each<[string, (gate: Deferred<void>) => void]>([
    ['comes late', (gate) => gate.resolve()],
    ['fails late', (gate) => gate.reject(new Error('too late'))],
  ])('is read again only after the piece that an earlier attempt waits for, which %s', async (_, settle) => {
    const source = slow('hello world')
    const body = await opened(source)
    const first = body.chunks()[Symbol.asyncIterator]()
    const pending = first.next().catch(() => undefined)
    await turn()
    void first.return?.()

    const second = textOf(body)
    await turn()
    // Nothing has been asked of the source since.
    expect(source.gates).toHaveLength(1)
    settle(source.gates[0]!)
    for (let i = 1; i <= 4; i++) {
      await turn()
      source.gates[i]?.resolve()
    }
    expect(await second).toBe('hello world')
    await pending
  })
})

describe('streams that have nothing, or not all, to give any more', () => {
  const once = () => Readable.from([Buffer.from('hello '), Buffer.from('world')])
  const drained = async () => {
    const stream = once()
    await stream.toArray()
    return stream
  }
  const cases: [string, () => unknown, RegExp][] = [
    ['a Readable that was read to its end', drained, /the stream was read before, to its end/],
    ['a Readable that was destroyed', () => once().destroy(), /the stream was destroyed before/],
    [
      'a Readable that somebody else reads',
      async () => {
        const stream = new Readable({ read: () => undefined })
        stream.on('data', () => undefined)
        stream.push('hello')
        await new Promise((resolve) => stream.once('data', resolve))
        return stream
      },
      /somebody else goes on reading it/,
    ],
    [
      'a ReadableStream that is locked',
      () => {
        const stream = new Blob(['hello']).stream()
        stream.getReader()
        return stream
      },
      /the stream is locked/,
    ],
  ]
  it.each(cases)('%s', async (_, make, message) => {
    const input = await make()
    await expect(opened(input)).rejects.toBeInstanceOf(UnseekableStreamError)
    await expect(opened(input)).rejects.toThrow(message)
  })

  it.each<[string, () => object]>([
    ['Readable', once],
    ['ReadableStream', () => new Blob(['hello']).stream()],
    ['generator', () => pieces('hello ', 'world')],
  ])('a %s that was the body of an earlier call, whatever became of it', async (_, make) => {
    for (const whole of [true, false]) {
      const input = make()
      for await (const _ of (await opened(input)).chunks()) if (!whole) break
      await expect(opened(input)).rejects.toBeInstanceOf(UnseekableStreamError)
    }
  })

  it('but an iterable that begins anew, and a Readable that was begun, are sent', async () => {
    const iterable = { [Symbol.asyncIterator]: () => pieces('hello') }
    expect(await textOf(await opened(iterable))).toBe('hello')
    expect(await textOf(await opened(iterable))).toBe('hello')
    const begun = once()
    await begun.iterator({ destroyOnReturn: false }).next()
    expect(await textOf(await opened(begun))).toBe('world')
  })
})

describe('what a source fails with is its own, and not retried', () => {
  // The body may be what another call, to another server, gives.
  const broken = new ConnectionClosedError('http://another.example')
  const rejecting = () => Promise.reject(broken)
  it.each<[string, object]>([
    ['ReadableStream', new ReadableStream({ pull: (controller) => controller.error(broken) })],
    ['iterator', { [Symbol.asyncIterator]: () => ({ next: rejecting }) }],
    ['reader', { read: rejecting }],
    ['seekable source that cannot seek', { read: () => null, seek: rejecting }],
    ['seekable source that cannot read', { read: rejecting, seek: () => undefined }],
    [
      'iterable without an iterator',
      {
        [Symbol.asyncIterator]() {
          throw broken
        },
      },
    ],
  ])('%s', async (_, input) => {
    const body = await opened(input)
    const error: unknown = await textOf(body).catch((reason: unknown) => reason)
    expect(error).toBe(broken)
    for (const mode of ['legacy', 'standard', 'adaptive'] as const) {
      expect(isRetryable({ kind: 'exception', error }, mode)).toBe(false)
    }
    const other = new ConnectionClosedError('http://another.example')
    expect(isRetryable({ kind: 'exception', error: other }, 'legacy')).toBe(true)
  })
})

describe('files of Node', () => {
  let directory = ''
  let path = ''
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tucuxi-body-'))
    path = join(directory, 'file')
    writeFileSync(path, 'hello world')
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  it.each([
    [{}, 'hello world'],
    [{ start: 6 }, 'world'],
    [{ start: 2, end: 4 }, 'llo'],
    [{ end: 100 }, 'hello world'],
  ])('a file stream with %j is read by its path', async (range, text) => {
    const stream = createReadStream(path, range)
    const body = await opened(stream)
    expect([body.length, body.replayable]).toEqual([text.length, true])
    expect([await textOf(body), await textOf(body)]).toEqual([text, text])
    // A pass may be for a hash only; the descriptor is let go of when the call has ended.
    expect(stream.destroyed).toBe(false)
    platform.releaseBody!(stream)
    expect(stream.destroyed).toBe(true)
  })

  it.each([200, 403])(
    'a file stream is open while the call lasts and destroyed after it, with status %d',
    async (status) => {
      const stream = createReadStream(path)
      const seen: [boolean, string][] = []
      const { client } = fakeClient({ endpointUrl: 'http://host' }, async ({ body }) => {
        seen.push([stream.destroyed, await textOf(body!)])
        return respond(status)
      })
      await client.putObject({ Bucket: 'bucket', Key: 'key', Body: stream }).catch(() => undefined)
      expect(seen).toEqual([[false, 'hello world']])
      expect(stream.destroyed).toBe(true)
    },
  )

  it.each<[string, object, (stream: ReadStream) => unknown]>([
    ['is to stay open', { autoClose: false }, () => undefined],
    ['was begun', {}, async (stream) => await stream.iterator({ destroyOnReturn: false }).next()],
    ['somebody waits for', {}, (stream) => stream.on('readable', () => undefined)],
  ])('a file stream that %s stays open after the call', async (_, options, use) => {
    const stream = createReadStream(path, { ...options, highWaterMark: 4 })
    await use(stream)
    platform.releaseBody!(stream)
    expect(stream.destroyed).toBe(false)
    stream.destroy()
  })

  it('a file stream over a descriptor of another file is read from that descriptor', async () => {
    const other = join(directory, 'other')
    writeFileSync(other, 'another file')
    const body = await opened(createReadStream(path, { fd: openSync(other, 'r') }))
    expect(body.replayable).toBe(false)
    expect(await textOf(body)).toBe('another file')
  })

  it('a file stream that was begun is an ordinary stream', async () => {
    const stream = createReadStream(path, { highWaterMark: 6 })
    await new Promise<void>((resolve) => stream.once('readable', () => resolve()))
    expect(String(stream.read(6))).toBe('hello ')
    const body = await opened(stream)
    expect([body.length, body.replayable]).toEqual([undefined, false])
    expect(await textOf(body)).toBe('world')
  })

  it('a file handle is read from its start and stays open', async () => {
    const handle = await open(path)
    const scratch = Buffer.alloc(6)
    await handle.read(scratch, 0, 6)
    const body = await opened(handle)
    expect([body.length, body.replayable]).toEqual([11, true])
    expect([await textOf(body), await textOf(body)]).toEqual(['hello world', 'hello world'])
    expect(String((await handle.read(scratch, 0, 5)).buffer.subarray(0, 5))).toBe('world')
    await handle.close()
  })
})

describe('bodies that can be sent once', () => {
  const webStream = () =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(Buffer.from('hello '))
        controller.enqueue(Buffer.from('world'))
        controller.close()
      },
    })
  const cases: [string, () => object, string][] = [
    ['ReadableStream', webStream, 'ReadableStream'],
    ['Readable', () => Readable.from([Buffer.from('hello '), Buffer.from('world')]), 'Readable'],
    ['AsyncGenerator', () => pieces('hello ', new Uint8Array(0), Buffer.from('world')), 'AsyncGenerator'],
    [
      'reader',
      () => {
        const list = ['hello ', 'world']
        return { read: () => list.shift() }
      },
      'Object',
    ],
  ]
  it.each(cases)('%s', async (_, make, name) => {
    const unknown = await opened(make())
    expect([unknown.length, unknown.replayable, unknown.bytes]).toEqual([undefined, false, undefined])
    expect(await textOf(unknown)).toBe('hello world')
    const known = await opened(make(), 11)
    expect(known.length).toBe(11)
    expect(await textOf(known)).toBe('hello world')
    const error = await textOf(known).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnseekableStreamError)
    expect((error as Error).message).toBe(`Need to rewind the stream ${name}, but stream is not seekable.`)
  })

  it('keeps streams of the caller open when it stops early, and tells generators', async () => {
    const readable = Readable.from([Buffer.from('a'), Buffer.from('b'), Buffer.from('c')])
    for await (const piece of (await opened(readable)).chunks()) {
      expect(String(piece)).toBe('a')
      break
    }
    expect(readable.destroyed).toBe(false)

    let cancelled = false
    const web = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(Buffer.from('a')),
      cancel: () => void (cancelled = true),
    })
    for await (const _ of (await opened(web)).chunks()) break
    expect([cancelled, web.locked]).toEqual([false, false])

    let returned = false
    const generator = async function* () {
      try {
        for (;;) yield 'a'
      } finally {
        returned = true
      }
    }
    for await (const _ of (await opened(generator())).chunks()) break
    expect(returned).toBe(true)
  })

  it('passes on what the source fails with', async () => {
    const broken = new Error('broken')
    const readable = new Readable({
      read() {
        this.destroy(broken)
      },
    })
    await expect(textOf(await opened(readable))).rejects.toBe(broken)
  })
})

describe('lengths', () => {
  it.each([
    ['text', 'hello'],
    ['Blob', new Blob(['hello'])],
    ['seekable source', seekable('hello', 0, 5)],
  ])('of a %s have to be those announced', async (_, input) => {
    expect((await opened(input, 5)).length).toBe(5)
    await expect(opened(input, 6).then(textOf)).rejects.toThrow('5 read, but total bytes expected is 6.')
    await expect(opened(input, 4).then(textOf)).rejects.toBeInstanceOf(IncompleteReadError)
  })

  it.each([
    [4, '5 read, but total bytes expected is 4.'],
    [9, '5 read, but total bytes expected is 9.'],
  ])('of a stream announced as %d fail while it is read', async (length, message) => {
    await expect(textOf(await opened(pieces('he', 'llo'), length))).rejects.toThrow(message)
    await expect(textOf(await opened(seekable('hello', 0), length))).rejects.toBeInstanceOf(IncompleteReadError)
  })
})

describe('anything else', () => {
  it.each([undefined, null, 1, true, {}, [], Symbol('a'), () => 'a'])('is refused: %s', async (input) => {
    await expect(opened(input)).rejects.toBeInstanceOf(ParamValidationError)
  })

  it('is refused in the pieces of a stream', async () => {
    const numbers = (async function* () {
      yield 1
    })()
    await expect(opened(numbers).then(textOf)).rejects.toBeInstanceOf(ParamValidationError)
  })
})

describe('bufferBody', () => {
  it('leaves a body that can be sent again as it is', async () => {
    for (const input of ['text', new Blob(['text'])]) {
      const body = await opened(input)
      expect(await bufferBody(body, 1)).toBe(body)
    }
  })

  it('holds any stream up to the limit, cut in any way', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 20 })), fc.nat(3), async (list, slack) => {
        const all = Buffer.concat(list)
        const limit = Math.max(0, all.length - 1 + slack)
        const body = await opened(pieces(...list))
        if (limit < all.length) {
          await expect(bufferBody(body, limit)).rejects.toBeInstanceOf(UnseekableStreamError)
          return
        }
        const held = await bufferBody(body, limit)
        expect([held.length, held.replayable]).toEqual([all.length, true])
        expect(Buffer.compare(held.bytes!, all)).toBe(0)
      }),
      { numRuns: 50 },
    )
  })

  it('copies pieces whose buffer the source uses again', async () => {
    const shared = new Uint8Array(1)
    const source = async function* () {
      for (const byte of [1, 2, 3]) {
        shared[0] = byte
        yield shared
      }
    }
    expect([...(await bufferBody(await opened(source()), 3)).bytes!]).toEqual([1, 2, 3])
  })

  it('tells what to do with larger ones, without reading those of a known length', async () => {
    const unread = pieces('hello')
    const error: unknown = await bufferBody(await opened(unread, 5), 4).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UnseekableStreamError)
    expect(String(error)).toMatch(/ContentLength.*uploadFileobj/)
    expect((await unread.next()).value).toBe('hello')
  })
})
