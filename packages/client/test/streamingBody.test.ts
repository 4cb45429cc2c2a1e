import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bodyCheck } from '../src/checksum/validation.js'
import { FlexibleChecksumError, IncompleteReadError } from '../src/errors/body.js'
import { ResponseStreamingError } from '../src/errors/connection.js'
import { streamOf } from '../src/http/byteStream.js'
import { StreamingBody } from '../src/http/streamingBody.js'
import type { BodyCheck, ByteStream } from '../src/http/types.js'
import { nodePlatform } from '../src/platform.node.js'
import { webPlatform } from '../src/platform.web.js'
import { deferred } from './fakeClient.js'

const platform = nodePlatform
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const bytes = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'))

function body(pieces: string | string[], more: { contentLength?: number; check?: BodyCheck } = {}) {
  const source = typeof pieces === 'string' ? bytes(pieces) : streamOf(pieces.map(bytes))
  return new StreamingBody(source, { contentLength: more.contentLength, check: more.check, platform })
}

function sha256(expected: string): BodyCheck {
  return bodyCheck({ algorithm: 'sha256', expected }, platform.crypto)
}

/** SHA-256 of "abc" (FIPS 180-4, example), in base64. */
const abcHash = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex').toString(
  'base64',
)

async function collect(source: AsyncIterable<Uint8Array>): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of source) pieces.push(text(piece))
  return pieces
}

/** What Python's `bytes.splitlines` gives, by a regular expression. */
function splitlines(value: string, keepends: boolean): string[] {
  return (value.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? []).map((line) =>
    keepends ? line : line.replace(/[\r\n]+$/, ''),
  )
}

const splits = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n'), maxLength: 8 }), {
  maxLength: 12,
})

describe('reading', () => {
  it('gives everything at once, then nothing', async () => {
    for (const one of [body('hello', { contentLength: 5 }), body(['he', 'llo'], { contentLength: 5 })]) {
      expect(text(await one.read())).toBe('hello')
      expect(await one.read()).toHaveLength(0)
      expect(await one.read(3)).toHaveLength(0)
      expect(await one.text()).toBe('')
      expect(await one.next()).toEqual({ done: true, value: undefined })
      expect(one.tell()).toBe(5)
    }
  })

  it('gives exactly as much as asked for, until the end', async () => {
    const one = body(['he', 'llo w', 'orld'])
    expect([text(await one.read(3)), one.tell()]).toEqual(['hel', 3])
    expect(await one.read(0)).toHaveLength(0)
    expect(text(await one.read(6))).toBe('lo wor')
    expect(text(await one.read())).toBe('ld')
  })

  it('joins any reads to the whole, however the stream was cut', async () => {
    await fc.assert(
      fc.asyncProperty(splits, fc.array(fc.nat(7)), async (pieces, sizes) => {
        const all = pieces.join('')
        const one = body(pieces, { contentLength: all.length })
        let got = ''
        for (const size of sizes) {
          const piece = text(await one.read(size))
          expect(piece.length).toBe(Math.min(size, all.length - got.length))
          got += piece
          expect(one.tell()).toBe(got.length)
        }
        expect(got + text(await one.read(null))).toBe(all)
      }),
      { numRuns: 100 },
    )
  })

  it('gives chunks of one size, and pieces as they arrive', async () => {
    expect(await collect(body(['ab', 'cdefg']).iterChunks(3))).toEqual(['abc', 'def', 'g'])
    expect((await collect(body('x'.repeat(2500)).iterChunks())).map((chunk) => chunk.length)).toEqual([1024, 1024, 452])
    expect(await collect(body(['ab', '', 'cdefg']))).toEqual(['ab', 'cdefg'])
    const one = body(['ab', 'cd'])
    expect(text((await one.next()).value!)).toBe('ab')
    for await (const piece of one) {
      expect(text(piece)).toBe('cd')
      break
    }
    expect(one.readable).toBe(true)
  })

  it('fills arrays', async () => {
    const one = body(['ab', 'cde'])
    const target = new Uint8Array(4)
    expect([await one.readInto(target), text(target)]).toEqual([4, 'abcd'])
    expect([await one.readInto(target), text(target)]).toEqual([1, 'ebcd'])
    expect(await one.readInto(target)).toBe(0)
  })

  it('decodes text, JSON, base64 and hex', async () => {
    const utf8 = Buffer.from('{"a":"grün €"}').toString('latin1')
    expect(await body([...utf8]).text()).toBe('{"a":"grün €"}')
    expect(await body([...utf8]).json()).toEqual({ a: 'grün €' })
    expect(await body('caf\xe9').text('latin1')).toBe('café')
    expect(await body('abc').transformToString()).toBe('abc')
    expect(await body('abc').transformToString('base64')).toBe('YWJj')
    expect(await body('abc').transformToString('hex')).toBe('616263')
    expect(text(await body('abc').transformToByteArray())).toBe('abc')
  })
})

describe('lines', () => {
  it.each([
    ['a\nb\r\nc\rd', ['a', 'b', 'c', 'd']],
    ['a\n', ['a']],
    ['a\r', ['a']],
    ['\n\r\n\r', ['', '', '']],
    ['\r\r\n', ['', '']],
    ['', []],
    ['a', ['a']],
  ])('of %j', async (value, lines) => {
    expect(await collect(body(value).iterLines())).toEqual(lines)
    expect(await collect(body([...value]).iterLines({ chunkSize: 1 }))).toEqual(lines)
  })

  it('are the same however the stream was cut', async () => {
    await fc.assert(
      fc.asyncProperty(splits, fc.boolean(), async (pieces, keepends) => {
        const lines = await collect(body(pieces).iterLines({ keepends }))
        expect(lines).toEqual(splitlines(pieces.join(''), keepends))
      }),
      { numRuns: 200 },
    )
  })

  it('of a Python file object end with LF only', async () => {
    expect((await body(['a\nb', '\r', '\nc\rd']).readlines()).map(text)).toEqual(['a\n', 'b\r\n', 'c\rd'])
    expect(await body('').readlines()).toEqual([])
  })
})

describe('verification', () => {
  it('of the length comes before the end', async () => {
    const short = () => body(['he', 'llo'], { contentLength: 9 })
    for (const act of ['read', 'bytes', 'text', 'json', 'readlines'] as const) {
      await expect(short()[act]()).rejects.toThrow(new IncompleteReadError(5, 9).message)
    }
    const one = short()
    const pieces: string[] = []
    await expect(
      (async () => {
        for await (const piece of one) pieces.push(text(piece))
      })(),
    ).rejects.toBeInstanceOf(IncompleteReadError)
    expect(pieces).toEqual(['he', 'llo'])
    await expect(one.read()).rejects.toBeInstanceOf(IncompleteReadError)
    await expect(body('hello', { contentLength: 3 }).bytes()).rejects.toThrow(new IncompleteReadError(5, 3).message)
  })

  it('does not return a short whole, and returns what came when only a part was asked for', async () => {
    await expect(body(['hello'], { contentLength: 9 }).read(9)).rejects.toBeInstanceOf(IncompleteReadError)
    const one = body(['hello'], { contentLength: 9 })
    expect(text(await one.read(2))).toBe('he')
    expect(text(await one.read(7))).toBe('llo')
    await expect(one.read(7)).rejects.toBeInstanceOf(IncompleteReadError)
  })

  it('reading exactly the length does not ask for the end', async () => {
    const one = body(['abc'], { contentLength: 3, check: sha256(abcHash) })
    expect(text(await one.read(3))).toBe('abc')
  })

  it('of the checksum comes before the end', async () => {
    const right = { contentLength: 3, check: sha256(abcHash) }
    expect(await body(['a', 'bc'], right).text()).toBe('abc')
    const wrong = () => body(['a', 'bd'], { check: sha256(abcHash) })
    const calculated = createHash('sha256').update('abd').digest('base64')
    const message = `Expected checksum ${abcHash} did not match calculated checksum: ${calculated}`
    await expect(wrong().bytes()).rejects.toThrow(message)
    await expect(wrong().bytes()).rejects.toBeInstanceOf(FlexibleChecksumError)
    await expect(collect(wrong())).rejects.toBeInstanceOf(FlexibleChecksumError)
    await expect(collect(wrong().iterChunks(2))).rejects.toBeInstanceOf(FlexibleChecksumError)
    await expect(collect(wrong().iterLines())).rejects.toBeInstanceOf(FlexibleChecksumError)
    await expect(new Response(wrong().stream()).text()).rejects.toBeInstanceOf(FlexibleChecksumError)
    await expect(collect(wrong().node() as Readable)).rejects.toBeInstanceOf(FlexibleChecksumError)
  })
})

/** A source whose pieces arrive when the test says so. */
function controlled() {
  const waiting: ((piece: Uint8Array | undefined) => void)[] = []
  const seen: { cancelled: number; timeouts: number[] } = { cancelled: 0, timeouts: [] }
  const source: ByteStream = {
    read: () => new Promise((resolve) => waiting.push(resolve)),
    cancel: () => void seen.cancelled++,
    setReadTimeout: (seconds) => void seen.timeouts.push(seconds),
  }
  return {
    source,
    seen,
    give: (piece: string | undefined) => waiting.shift()!(piece === undefined ? undefined : bytes(piece)),
  }
}

describe('the body as a resource', () => {
  it('has one reader at a time', async () => {
    const { source, give } = controlled()
    const one = new StreamingBody(source, { contentLength: undefined, platform })
    const first = one.read(1)
    await expect(one.read(1)).rejects.toThrow(/read by somebody else/)
    give('ab')
    expect(text(await first)).toBe('a')
    expect(text(await one.read(1))).toBe('b')
  })

  it('is closed once, and not at its end', async () => {
    const { source, seen } = controlled()
    const one = new StreamingBody(source, { contentLength: undefined, platform })
    one.close()
    one.close()
    expect([seen.cancelled, one.readable]).toEqual([1, false])
    await expect(one.read()).rejects.toBeInstanceOf(ResponseStreamingError)
    const ended = controlled()
    const other = new StreamingBody(ended.source, { contentLength: undefined, platform })
    const rest = other.bytes()
    ended.give(undefined)
    await rest
    other.close()
    expect(ended.seen.cancelled).toBe(0)
    expect(await other.read()).toHaveLength(0)
  })

  it('is closed by its disposal', async () => {
    const { source, seen } = controlled()
    await new StreamingBody(source, { contentLength: undefined, platform })[Symbol.asyncDispose]()
    expect(seen.cancelled).toBe(1)
  })

  it('hands its time-out on', () => {
    const { source, seen } = controlled()
    new StreamingBody(source, { contentLength: undefined, platform }).setSocketTimeout(2.5)
    expect(seen.timeouts).toEqual([2.5])
  })

  it('becomes a Web stream; cancelling it closes', async () => {
    expect(await new Response(body(['ab', 'c']).transformToWebStream()).text()).toBe('abc')
    const { source, seen } = controlled()
    await new StreamingBody(source, { contentLength: undefined, platform }).stream().cancel()
    expect(seen.cancelled).toBe(1)
  })

  it('becomes a Node stream; destroying it closes', async () => {
    expect(await collect(body(['ab', 'c']).toReadable() as Readable)).toEqual(['ab', 'c'])
    const { source, seen } = controlled()
    const readable = new StreamingBody(source, { contentLength: undefined, platform }).node() as Readable
    await new Promise((resolve) => readable.on('close', resolve).destroy())
    expect(seen.cancelled).toBe(1)
  })

  it('says on the web that there are no files and Node streams', async () => {
    const one = new StreamingBody(bytes('a'), { contentLength: 1, platform: webPlatform })
    expect(() => one.node()).toThrow(/Node only/)
    await expect(one.saveTo('x')).rejects.toThrow(/Node only/)
    expect(await one.text()).toBe('a')
  })
})

/** A source that gives its pieces when the test says so; `give` waits until the piece was asked for. */
function gated() {
  let asked = deferred<(piece: Uint8Array | undefined) => void>()
  const source: ByteStream = {
    read() {
      const piece = deferred<Uint8Array | undefined>()
      asked.resolve(piece.resolve)
      return piece.promise
    },
    cancel: () => undefined,
  }
  const give = async (piece: string | undefined): Promise<void> => {
    const answer = await asked.promise
    asked = deferred()
    answer(piece === undefined ? undefined : bytes(piece))
  }
  return { source, give }
}

describe('saveTo', () => {
  let directory = ''
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'tucuxi-save-'))
  })
  afterAll(() => rmSync(directory, { recursive: true }))

  it('writes the rest to a file', async () => {
    const path = join(directory, 'a')
    writeFileSync(path, 'something longer than what comes')
    const one = body(['he', 'llo'], { contentLength: 5 })
    await one.read(1)
    expect(await one.saveTo(path)).toBe(4)
    expect(readFileSync(path, 'utf8')).toBe('ello')
  })

  it('replaces a file only by a whole one, and with its permissions', async () => {
    const place = mkdtempSync(join(directory, 'place-'))
    const path = join(place, 'precious')
    writeFileSync(path, 'precious', { mode: 0o600 })
    const broken = body(['hello'], { contentLength: 9 })
    await expect(broken.saveTo(path)).rejects.toBeInstanceOf(IncompleteReadError)
    expect(readdirSync(place)).toEqual(['precious'])
    expect(readFileSync(path, 'utf8')).toBe('precious')

    await body(['hello']).saveTo(path)
    expect(readdirSync(place)).toEqual(['precious'])
    expect(readFileSync(path, 'utf8')).toBe('hello')
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('takes another name beside the target until it is complete', async () => {
    const place = mkdtempSync(join(directory, 'place-'))
    // 255 bytes are the most that a name may have; characters count by their UTF-8 form.
    const name = 'é'.repeat(127)
    const { source, give } = gated()
    const saving = new StreamingBody(source, { contentLength: undefined, platform }).saveTo(join(place, name))
    await give('hello')
    const [during] = readdirSync(place)
    expect(during).toMatch(/^é{123}\.[0-9a-f]{8}$/)
    await give(undefined)
    expect(await saving).toBe(5)
    expect(readdirSync(place)).toEqual([name])
  })

  it('writes to a FIFO in place and never removes it', async () => {
    const path = join(directory, 'fifo')
    execFileSync('mkfifo', [path])
    const received = readFile(path, 'utf8')
    expect(await body(['hel', 'lo']).saveTo(path)).toBe(5)
    expect(await received).toBe('hello')

    const begun = readFile(path, 'utf8')
    await expect(body(['hello'], { contentLength: 9 }).saveTo(path)).rejects.toBeInstanceOf(IncompleteReadError)
    await begun
    expect(statSync(path).isFIFO()).toBe(true)
  })

  it.each(['', 'missing/', '.'])('refuses the path "%s", which is no file', async (name) => {
    const { source, seen } = controlled()
    const one = new StreamingBody(source, { contentLength: undefined, platform })
    await expect(one.saveTo(name === '' ? '' : join(directory, name))).rejects.toThrow(/ENOENT|EISDIR/)
    expect(seen.cancelled).toBe(1)
  })

  it('writes bodies larger than its buffer', async () => {
    const path = join(directory, 'large')
    const pieces = Array.from({ length: 45 }, (_, i) => String.fromCharCode(65 + (i % 26)).repeat(70_001))
    expect(await body(pieces).saveTo(path)).toBe(45 * 70_001)
    expect(readFileSync(path, 'latin1')).toBe(pieces.join(''))
  })

  it('leaves no file behind that is not verified', async () => {
    const path = join(directory, 'b')
    await expect(body(['hello'], { contentLength: 9 }).saveTo(path)).rejects.toBeInstanceOf(IncompleteReadError)
    expect(existsSync(path)).toBe(false)
  })

  it('closes the body when the file cannot be written', async () => {
    const { source, seen } = controlled()
    const one = new StreamingBody(source, { contentLength: undefined, platform })
    await expect(one.saveTo(join(directory, 'missing', 'c'))).rejects.toMatchObject({ code: 'ENOENT' })
    expect(seen.cancelled).toBe(1)
  })
})
