/** Objects: their headers, conditions, encryption, bodies of every kind, and checksums. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client, UnseekableStreamError, type PutObjectRequest } from 'tucuxi'
import { startRecordingServer } from './recordingServer.js'
import { http, startScriptedServer } from './scriptedServer.js'
import { describeServer } from './server.js'
import { connect, newBucket, refusal, removeBucket, someBytes } from './support.js'

const MiB = 1024 * 1024

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The check value of the published CRC catalogues, and its known sums in base64. */
const checkValue = '123456789'
const knownSums = [
  ['CRC32', 'y/Q5Jg=='],
  ['CRC32C', '4waSgw=='],
  ['CRC64NVME', 'rosUhgp5mIg='],
  ['SHA1', '98O8HYCOBHMq32eZZczDTKeuNEE='],
  ['SHA256', 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU='],
] as const

describeServer('objects', (server) => {
  const { traits } = server
  const s3 = connect(server, server.alice)
  const overTls = connect(server, server.alice, { endpointUrl: server.tls.endpointUrl, verify: server.tls.caFile })
  let Bucket: string
  let directory: string
  beforeAll(async () => {
    Bucket = await newBucket(s3, 'objects')
    directory = await mkdtemp(join(tmpdir(), 'tucuxi-objects-'))
  })
  afterAll(async () => {
    await removeBucket(s3, Bucket)
    await Promise.all([s3.close(), overTls.close(), rm(directory, { recursive: true })])
  })

  const bytesOf = async (Key: string): Promise<Uint8Array> => (await s3.getObject({ Bucket, Key })).Body.bytes()

  describe('headers', () => {
    test('metadata keys are lower case, values as given', async () => {
      const Metadata = { Checksum: '1234567890', 'two-words': 'a "quoted", value; with = signs', empty: '' }
      await s3.putObject({ Bucket, Key: 'metadata', Body: 'x', Metadata })
      const expected = { checksum: '1234567890', 'two-words': 'a "quoted", value; with = signs', empty: '' }
      const head = await s3.headObject({ Bucket, Key: 'metadata' })
      // A server may drop a header without a value.
      expect({ empty: '', ...head.Metadata }).toEqual(expected)
      expect((await s3.getObject({ Bucket, Key: 'metadata' })).Metadata).toEqual(head.Metadata)
    })

    test('content headers come back', async () => {
      const headers = {
        ContentType: 'text/plain; charset=utf-8',
        ContentLanguage: 'de, en',
        ContentDisposition: 'attachment; filename="a b.txt"',
        ContentEncoding: 'gzip',
        CacheControl: 'max-age=60, no-transform',
      }
      const Expires = new Date('2040-02-03T04:05:06Z')
      await s3.putObject({ Bucket, Key: 'headers', Body: 'not really gzip', ...headers, Expires })
      const got = await s3.getObject({ Bucket, Key: 'headers' })
      expect(got).toMatchObject({ ...headers, Expires, ExpiresString: 'Fri, 03 Feb 2040 04:05:06 GMT' })
      // Bodies are never decoded (boto3 semantics 5.1).
      expect(await got.Body.text()).toBe('not really gzip')
      expect(await s3.headObject({ Bucket, Key: 'headers' })).toMatchObject({ ...headers, Expires })
    })

    test('no content type is made up', async () => {
      const { ResponseMetadata } = await s3.putObject({ Bucket, Key: 'untyped.html', Body: '<p>' })
      expect(ResponseMetadata.HTTPStatusCode).toBe(200)
      expect((await s3.headObject({ Bucket, Key: 'untyped.html' })).ContentType).not.toBe('text/html')
    })

    test('response headers can be chosen by the reader', async () => {
      await s3.putObject({ Bucket, Key: 'chosen', Body: 'x' })
      const got = await s3.getObject({
        Bucket,
        Key: 'chosen',
        ResponseContentType: 'text/x-e',
        ResponseContentDisposition: 'attachment; filename="x & y.txt"',
        ResponseCacheControl: 'no-store',
      })
      expect(got).toMatchObject({
        ContentType: 'text/x-e',
        ContentDisposition: 'attachment; filename="x & y.txt"',
        CacheControl: 'no-store',
      })
    })

    test('tags', async () => {
      await s3.putObject({ Bucket, Key: 'tags', Body: 'x', Tagging: 'a=1&b%20c=2%263' })
      const { TagSet } = await s3.getObjectTagging({ Bucket, Key: 'tags' })
      expect(TagSet.toSorted((a, b) => (a.Key < b.Key ? -1 : 1))).toEqual([
        { Key: 'a', Value: '1' },
        { Key: 'b c', Value: '2&3' },
      ])
      expect((await s3.getObject({ Bucket, Key: 'tags' })).TagCount).toBe(2)
    })
  })

  describe('conditions', () => {
    const Key = 'conditions'
    const past = new Date('2001-02-03T04:05:06Z')
    let ETag: string
    let LastModified: Date
    beforeAll(async () => {
      await s3.putObject({ Bucket, Key, Body: 'x' })
      const head = await s3.headObject({ Bucket, Key })
      ETag = head.ETag ?? ''
      LastModified = head.LastModified ?? new Date()
    })

    test.each([
      ['IfNoneMatch with the ETag', () => ({ IfNoneMatch: ETag }), 304],
      ['IfModifiedSince the last change', () => ({ IfModifiedSince: LastModified }), 304],
      ['IfMatch with another ETag', () => ({ IfMatch: '"0123"' }), 412],
      ['IfUnmodifiedSince long ago', () => ({ IfUnmodifiedSince: past }), 412],
    ])('%s', async (_, conditions, statusCode) => {
      const onGet = await refusal(s3.getObject({ Bucket, Key, ...conditions() }), { statusCode })
      const onHead = await refusal(s3.headObject({ Bucket, Key, ...conditions() }), {
        statusCode,
        code: String(statusCode),
      })
      if (statusCode === 304) {
        expect(onGet.message).toBe('An error occurred (304) when calling the GetObject operation: Not Modified')
      } else {
        expect(onGet.code).toBe('PreconditionFailed')
      }
      expect(onHead.operationName).toBe('HeadObject')
    })

    test.each([
      ['IfMatch', () => ({ IfMatch: ETag })],
      ['IfNoneMatch', () => ({ IfNoneMatch: '"0123"' })],
      ['IfModifiedSince', () => ({ IfModifiedSince: past })],
      ['IfUnmodifiedSince', () => ({ IfUnmodifiedSince: LastModified })],
    ])('%s that holds', async (_, conditions) => {
      expect(await (await s3.getObject({ Bucket, Key, ...conditions() })).Body.text()).toBe('x')
    })

    test('a PUT that must not replace anything', async () => {
      await s3.putObject({ Bucket, Key: 'once', Body: 'first', IfNoneMatch: '*' })
      await refusal(s3.putObject({ Bucket, Key: 'once', Body: 'second', IfNoneMatch: '*' }), {
        statusCode: 412,
        code: 'PreconditionFailed',
      })
      expect(Buffer.from(await bytesOf('once')).toString()).toBe('first')
    })

    test('a PUT that must replace one state', async () => {
      const { ETag } = await s3.putObject({ Bucket, Key: 'state', Body: 'first' })
      await refusal(s3.putObject({ Bucket, Key: 'state', Body: 'x', IfMatch: '"0123"' }), { statusCode: 412 })
      const replaced = s3.putObject({ Bucket, Key: 'state', Body: 'second', IfMatch: ETag })
      if (traits.putIfMatchWorks) await replaced
      else await refusal(replaced, { statusCode: 412 })
    })

    test('a copy of one state', async () => {
      const copy = s3.copyObject({
        Bucket,
        Key: 'copied state',
        CopySource: { Bucket, Key },
        CopySourceIfMatch: '"0123"',
      })
      if (traits.copyConditions) await refusal(copy, { statusCode: 412, code: 'PreconditionFailed' })
      else expect((await copy).ResponseMetadata.HTTPStatusCode).toBe(200)
    })

    test.each([
      ['bytes=0-0', 'a', 'bytes 0-0/10'],
      ['bytes=7-', 'hij', 'bytes 7-9/10'],
      ['bytes=-4', 'ghij', 'bytes 6-9/10'],
      ['bytes=5-99', 'fghij', 'bytes 5-9/10'],
    ])('Range %s', async (Range, text, ContentRange) => {
      await s3.putObject({ Bucket, Key: 'range', Body: 'abcdefghij' })
      const got = await s3.getObject({ Bucket, Key: 'range', Range })
      expect(got.ResponseMetadata.HTTPStatusCode).toBe(206)
      expect(got).toMatchObject({ ContentRange, ContentLength: text.length })
      expect(await got.Body.text()).toBe(text)
    })

    test('a range past the end', async () => {
      await s3.putObject({ Bucket, Key: 'range', Body: 'abcdefghij' })
      await refusal(s3.getObject({ Bucket, Key: 'range', Range: 'bytes=10-' }), {
        statusCode: 416,
        code: 'InvalidRange',
      })
    })
  })

  describe('encryption with the caller’s key', () => {
    const key = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: someBytes(32) }
    const other = { SSECustomerAlgorithm: 'AES256', SSECustomerKey: 'k'.repeat(32) }
    const Key = 'sse-c'

    test.each([
      ['bytes', key],
      ['text', other],
    ])('a key of %s', async (_, sse) => {
      const SSECustomerKeyMD5 = createHash('md5').update(sse.SSECustomerKey).digest('base64')
      const put = await s3.putObject({ Bucket, Key, Body: 'secret', ...sse })
      expect(put).toMatchObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5 })
      const got = await s3.getObject({ Bucket, Key, ...sse })
      expect(got).toMatchObject({ SSECustomerAlgorithm: 'AES256', SSECustomerKeyMD5 })
      expect(await got.Body.text()).toBe('secret')
      expect(await s3.headObject({ Bucket, Key, ...sse })).toMatchObject({ ContentLength: 6, SSECustomerKeyMD5 })
      await refusal(s3.headObject({ Bucket, Key }), { statusCode: 400, code: '400' })
      await refusal(s3.getObject({ Bucket, Key }), { statusCode: 400 })
    })

    test('another key opens nothing', async () => {
      await s3.putObject({ Bucket, Key, Body: 'secret', ...key })
      const error = await refusal(s3.getObject({ Bucket, Key, ...other }))
      expect([400, 403]).toContain(error.statusCode)
    })

    test('of parts, read across their seam', async () => {
      const { UploadId = '' } = await s3.createMultipartUpload({ Bucket, Key, ...key })
      const bodies = [someBytes(5 * MiB, 1), someBytes(100, 2)]
      const Parts = []
      for (const [index, Body] of bodies.entries()) {
        const PartNumber = index + 1
        const { ETag } = await s3.uploadPart({ Bucket, Key, UploadId, PartNumber, Body, ...key })
        Parts.push({ PartNumber, ETag })
      }
      await s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload: { Parts }, ...key })
      const Range = `bytes=${5 * MiB - 10}-${5 * MiB + 9}`
      const { Body } = await s3.getObject({ Bucket, Key, Range, ...key })
      expect(Buffer.from(await Body.bytes())).toEqual(Buffer.concat(bodies).subarray(5 * MiB - 10, 5 * MiB + 10))
    })
  })

  describe('bodies', () => {
    const bytes = someBytes(100_000)
    const pieces = async function* () {
      for (let start = 0; start < bytes.length; start += 30_000) yield bytes.subarray(start, start + 30_000)
    }
    let file: string
    beforeAll(async () => {
      file = join(directory, 'body.bin')
      await writeFile(file, bytes)
    })

    const kinds: [string, () => PutObjectRequest['Body'], Uint8Array][] = [
      ['text', () => 'häßlich 🎉', Buffer.from('häßlich 🎉')],
      ['an empty text', () => '', new Uint8Array(0)],
      ['a Uint8Array', () => bytes, bytes],
      ['a view into a larger buffer', () => bytes.subarray(10, 20), bytes.subarray(10, 20)],
      ['a Buffer', () => Buffer.from(bytes), bytes],
      ['an ArrayBuffer', () => new Uint8Array(bytes).buffer, bytes],
      ['no byte', () => new Uint8Array(0), new Uint8Array(0)],
      ['a Blob', () => new Blob([new Uint8Array(bytes)]), bytes],
      ['a file stream', () => createReadStream(file), bytes],
      ['a part of a file', () => createReadStream(file, { start: 5, end: 99 }), bytes.subarray(5, 100)],
      ['a Readable of unknown length', () => Readable.from(pieces()), bytes],
      ['a web stream of unknown length', () => Readable.toWeb(Readable.from(pieces())) as ReadableStream, bytes],
      ['an async iterable of unknown length', () => pieces(), bytes],
      ['an async iterable of nothing', async function* () {}, new Uint8Array(0)],
      ['nothing', () => undefined, new Uint8Array(0)],
    ]

    test.each(kinds)('%s', async (kind, body, expected) => {
      const Key = `body: ${kind}`
      const { ETag } = await s3.putObject({ Bucket, Key, Body: body() })
      expect(ETag).toBe(`"${createHash('md5').update(expected).digest('hex')}"`)
      expect(sha256(await bytesOf(Key))).toBe(sha256(expected))
    })

    test.each(kinds)('%s, over https', async (kind, body, expected) => {
      const Key = `body over TLS: ${kind}`
      const { ETag } = await overTls.putObject({ Bucket, Key, Body: body() })
      expect(ETag).toBe(`"${createHash('md5').update(expected).digest('hex')}"`)
    })

    test('a stream of unknown length beyond the limit', async () => {
      const small = connect(server, server.alice, { config: { nonSeekableBufferLimit: 50_000 } })
      const error = await small.putObject({ Bucket, Key: 'too long', Body: pieces() }).catch((e: unknown) => e)
      expect(error).toBeInstanceOf(UnseekableStreamError)
      expect(error).toMatchObject({ message: expect.stringContaining('ContentLength') })
      await refusal(s3.headObject({ Bucket, Key: 'too long' }), { statusCode: 404 })
      await small.close()
    })

    test('a stream with ContentLength beyond the limit, neither signed nor summed', async () => {
      const small = connect(server, server.alice, {
        config: {
          nonSeekableBufferLimit: 50_000,
          requestChecksumCalculation: 'when_required',
          s3: { payloadSigningEnabled: false },
        },
      })
      await small.putObject({ Bucket, Key: 'known length', Body: pieces(), ContentLength: bytes.length })
      expect(sha256(await bytesOf('known length'))).toBe(sha256(bytes))
      await small.close()
    })

    test('over https, a stream with ContentLength beyond the limit goes out unsigned, without trailer', async () => {
      const small = connect(server, server.alice, {
        endpointUrl: server.tls.endpointUrl,
        verify: server.tls.caFile,
        config: { nonSeekableBufferLimit: 50_000 },
      })
      await small.putObject({ Bucket, Key: 'known length, https', Body: pieces(), ContentLength: bytes.length })
      expect(sha256(await bytesOf('known length, https'))).toBe(sha256(bytes))
      await small.close()
    })

    test('20 MiB from a file and back, piece by piece', async () => {
      const large = Buffer.concat([someBytes(10 * MiB, 5), someBytes(10 * MiB, 6)])
      const path = join(directory, 'large.bin')
      await writeFile(path, large)
      await s3.putObject({ Bucket, Key: 'large', Body: createReadStream(path) })
      const { Body, ContentLength } = await s3.getObject({ Bucket, Key: 'large' })
      expect(ContentLength).toBe(20 * MiB)
      const hash = createHash('sha256')
      let longest = 0
      for await (const chunk of Body) {
        longest = Math.max(longest, chunk.length)
        hash.update(chunk)
      }
      expect(hash.digest('hex')).toBe(sha256(large))
      expect(longest).toBeLessThanOrEqual(MiB)
    })

    test('a refused upload leaves the connection in order', async () => {
      const started = performance.now()
      const refused = { Bucket, Key: 'refused', Body: someBytes(MiB), ContentMD5: 'AAAAAAAAAAAAAAAAAAAAAA==' }
      const once = connect(server, server.alice, { config: { retries: { totalMaxAttempts: 1 } } })
      await refusal(once.putObject(refused), { statusCode: 400, code: 'BadDigest' })
      await once.putObject({ Bucket, Key: 'accepted', Body: 'x', IfNoneMatch: '*' })
      expect(performance.now() - started).toBeLessThan(5000)
      await once.close()
    })
  })

  describe('StreamingBody', () => {
    const bytes = someBytes(3 * MiB + 17)
    const Key = 'three mebibytes'
    const body = async () => (await s3.getObject({ Bucket, Key })).Body
    beforeAll(async () => {
      await s3.putObject({ Bucket, Key, Body: bytes })
    })
    const concat = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
      const all: Uint8Array[] = []
      for await (const chunk of chunks) all.push(chunk)
      return Buffer.concat(all)
    }

    test('read() and bytes() give everything', async () => {
      expect(sha256(await (await body()).read())).toBe(sha256(bytes))
      expect(sha256(await (await body()).bytes())).toBe(sha256(bytes))
    })

    test('read(n) gives n bytes at a time and nothing at the end', async () => {
      const stream = await body()
      expect(await stream.read(10)).toEqual(bytes.subarray(0, 10))
      expect(sha256(await stream.read(2 * MiB))).toBe(sha256(bytes.subarray(10, 2 * MiB + 10)))
      expect(stream.tell()).toBe(2 * MiB + 10)
      expect(sha256(await stream.read())).toBe(sha256(bytes.subarray(2 * MiB + 10)))
      expect(await stream.read(1)).toHaveLength(0)
      expect(await stream.read()).toHaveLength(0)
    })

    test('iterChunks(size) gives pieces of that size and a rest', async () => {
      const sizes: number[] = []
      const hash = createHash('sha256')
      for await (const chunk of (await body()).iterChunks(MiB)) {
        sizes.push(chunk.length)
        hash.update(chunk)
      }
      expect(sizes).toEqual([MiB, MiB, MiB, 17])
      expect(hash.digest('hex')).toBe(sha256(bytes))
    })

    test('async iteration, stream(), node()', async () => {
      expect(sha256(await concat(await body()))).toBe(sha256(bytes))
      expect(sha256(new Uint8Array(await new Response((await body()).stream()).arrayBuffer()))).toBe(sha256(bytes))
      const readable = (await body()).node()
      expect(readable).toBeInstanceOf(Readable)
      expect(sha256(await concat(readable as Readable))).toBe(sha256(bytes))
    })

    test('saveTo(path) writes the file', async () => {
      const path = join(directory, 'saved.bin')
      await (await body()).saveTo(path)
      expect(sha256(await readFile(path))).toBe(sha256(bytes))
    })

    test('text(), json(), iterLines()', async () => {
      await s3.putObject({ Bucket, Key: 'json', Body: '{"ü":[1,2]}' })
      expect(await (await s3.getObject({ Bucket, Key: 'json' })).Body.json()).toEqual({ ü: [1, 2] })
      const Body = 'one\r\ntwo\n\nfour é\nlast'
      await s3.putObject({ Bucket, Key: 'lines', Body })
      expect(await (await s3.getObject({ Bucket, Key: 'lines' })).Body.text()).toBe(Body)
      const lines: string[] = []
      for await (const line of (await s3.getObject({ Bucket, Key: 'lines' })).Body.iterLines()) {
        lines.push(Buffer.from(line).toString())
      }
      expect(lines).toEqual(['one', 'two', '', 'four é', 'last'])
    })

    test('close() gives up the rest', async () => {
      const stream = await body()
      await stream.read(10)
      await stream.close()
      expect((await s3.headObject({ Bucket, Key })).ContentLength).toBe(bytes.length)
    })

    test('leaving a loop gives up the rest', async () => {
      for await (const chunk of await body()) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
      expect((await s3.headObject({ Bucket, Key })).ContentLength).toBe(bytes.length)
    })

    test('50 bodies that nobody reads do not stop the next call', async () => {
      const unread = []
      for (let index = 0; index < 50; index++) unread.push(await s3.getObject({ Bucket, Key }))
      const started = performance.now()
      expect((await s3.headObject({ Bucket, Key })).ContentLength).toBe(bytes.length)
      expect(performance.now() - started).toBeLessThan(5000)
      for (const { Body } of unread) await Body.close()
    })
  })

  describe('integrity', () => {
    test.each(knownSums)('%s goes along', async (ChecksumAlgorithm, sum) => {
      const Key = `sum ${ChecksumAlgorithm}`
      const put = await s3.putObject({ Bucket, Key, Body: checkValue, ChecksumAlgorithm })
      expect(await (await s3.getObject({ Bucket, Key })).Body.text()).toBe(checkValue)
      await overTls.putObject({ Bucket, Key, Body: checkValue, ChecksumAlgorithm })
      const head = await s3.headObject({ Bucket, Key, ChecksumMode: 'ENABLED' })
      const member = `Checksum${ChecksumAlgorithm}`
      if (traits.keepsChecksums) {
        expect(put).toHaveProperty(member, sum)
        expect(head).toHaveProperty(member, sum)
      } else {
        expect(head).not.toHaveProperty(member)
      }
    })

    test('ContentMD5', async () => {
      const right = createHash('md5').update(checkValue).digest('base64')
      await s3.putObject({ Bucket, Key: 'md5', Body: checkValue, ContentMD5: right })
      const once = connect(server, server.alice, { config: { retries: { totalMaxAttempts: 1 } } })
      await refusal(once.putObject({ Bucket, Key: 'md5', Body: 'something else', ContentMD5: right }), {
        statusCode: 400,
        code: 'BadDigest',
      })
      await once.close()
      expect(Buffer.from(await bytesOf('md5')).toString()).toBe(checkValue)
    })
  })
})

describe('checksums on the wire', () => {
  test.each(knownSums)('%s', async (ChecksumAlgorithm, sum) => {
    const server = await startRecordingServer()
    const s3 = client('s3', { endpointUrl: server.endpointUrl, awsAccessKeyId: 'AK', awsSecretAccessKey: 'SK' })
    await s3.putObject({ Bucket: 'bucket', Key: 'key', Body: checkValue, ChecksumAlgorithm })
    expect(server.requests[0]?.headers).toMatchObject({
      [`x-amz-checksum-${ChecksumAlgorithm.toLowerCase()}`]: sum,
      'x-amz-sdk-checksum-algorithm': ChecksumAlgorithm,
    })
    expect(server.requests[0]?.body).toBe(checkValue)
    await s3.close()
    await server.close()
  })
})

test('calls that follow each other share one connection', async () => {
  const server = await startScriptedServer(http('200 OK'))
  const s3 = client('s3', { endpointUrl: server.endpointUrl, awsAccessKeyId: 'AK', awsSecretAccessKey: 'SK' })
  const object = { Bucket: 'bucket', Key: 'key' }
  for (let round = 0; round < 3; round++) {
    await s3.headObject(object)
    await s3.putObject({ ...object, Body: 'x' })
    await (await s3.getObject(object)).Body.bytes()
    await s3.putObject(object)
    await s3.deleteObject(object)
  }
  expect(server.requests).toHaveLength(15)
  expect(server.connections).toBe(1)
  await s3.close()
  await server.close()
})
