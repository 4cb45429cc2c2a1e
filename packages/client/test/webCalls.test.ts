/** Whole calls of the client for the web, against servers on the loopback interface. */
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { FlexibleChecksumError } from '../src/errors/body.js'
import { ClientError } from '../src/errors/client.js'
import { S3Client } from '../src/index.web.js'
import { S3Client as NodeClient } from '../src/index.js'
import type { ClientOptions } from '../src/config.js'
import { onRequests, rawServer } from './loopback.js'
import type { Received } from './loopback.js'

const opened: { close(): unknown }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function clientOf(answer: string | Buffer, options: ClientOptions = {}, Client = S3Client) {
  const requests: Received[] = []
  const server = await rawServer((socket) =>
    onRequests(socket, (request) => {
      requests.push(request)
      socket.write(answer)
    }),
  )
  const s3 = new Client({
    endpointUrl: server.origin,
    awsAccessKeyId: 'AKIAIOSFODNN7EXAMPLE',
    awsSecretAccessKey: 'secret',
    ...options,
    config: { retries: { totalMaxAttempts: 1 }, ...options.config },
  })
  opened.push(server, s3)
  return { s3, requests }
}

function ok(headers: Record<string, string>, body: string | Buffer): Buffer {
  const bytes = Buffer.from(body as string)
  const lines = Object.entries({ ...headers, 'content-length': String(bytes.length) })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  return Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${lines}\r\n`), bytes])
}

const object = { Bucket: 'bucket', Key: 'key' }
const headersOf = ({ headers }: Received) =>
  Object.fromEntries(headers.map((line) => line.split(/: (.*)/s)).map(([name, value]) => [name!.toLowerCase(), value]))

describe('an object stored with gzip', () => {
  it('comes unpacked, without the checksum and length of the packed bytes', async () => {
    const packed = gzipSync('hello world')
    // The CRC-32 of other bytes: no checksum of the stored bytes can be verified here.
    const headers = { 'content-encoding': 'gzip', 'x-amz-checksum-crc32': 'DUoRhQ==' }
    const { s3 } = await clientOf(ok(headers, packed))
    const { Body, ContentLength, ChecksumCRC32, ResponseMetadata } = await s3.getObject(object)
    expect(await Body.text()).toBe('hello world')
    expect([ContentLength, ChecksumCRC32]).toEqual([packed.length, 'DUoRhQ=='])
    expect(ResponseMetadata.HTTPHeaders['content-length']).toBe(String(packed.length))
    expect(ResponseMetadata.ChecksumAlgorithm).toBeUndefined()
  })

  it('is not known to be one where the encoding is hidden: then a checksum is verified, and the length left to the browser', async () => {
    const cors = (headers: Record<string, string>) =>
      Object.defineProperty(new Response('hello world', { headers }), 'type', { value: 'cors' })
    const { s3 } = await clientOf('')
    try {
      vi.stubGlobal('fetch', () =>
        Promise.resolve(cors({ 'content-length': '31', 'x-amz-checksum-crc32': 'DUoRhQ==' })),
      )
      expect(await (await s3.getObject(object)).Body.text()).toBe('hello world')
      vi.stubGlobal('fetch', () =>
        Promise.resolve(cors({ 'content-length': '31', 'x-amz-checksum-crc32': 'AQEBAQ==' })),
      )
      await expect((await s3.getObject(object)).Body.text()).rejects.toBeInstanceOf(FlexibleChecksumError)
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('is not the reason to leave out the checksum of others', async () => {
    const { s3 } = await clientOf(ok({ 'x-amz-checksum-crc32': 'DUoRhQ==' }, 'hello there'))
    const { Body, ResponseMetadata } = await s3.getObject(object)
    expect(ResponseMetadata.ChecksumAlgorithm).toBe('crc32')
    await expect(Body.bytes()).rejects.toBeInstanceOf(FlexibleChecksumError)
  })
})

describe('what is loaded when it is needed', () => {
  // FIPS 180-4's example, for "abc".
  const sha512 = Buffer.from(
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    'hex',
  ).toString('base64')

  it('SHA-512 of an answer', async () => {
    const right = await clientOf(ok({ 'x-amz-checksum-sha512': sha512 }, 'abc'))
    expect(await (await right.s3.getObject(object)).Body.text()).toBe('abc')
    const wrong = await clientOf(ok({ 'x-amz-checksum-sha512': sha512 }, 'abd'))
    await expect((await wrong.s3.getObject(object)).Body.text()).rejects.toBeInstanceOf(FlexibleChecksumError)
  })

  it('the checksum that the caller names, and the MD5 of a key', async () => {
    const { s3, requests } = await clientOf(ok({}, ''))
    await s3.putObject({ ...object, Body: 'abc', ChecksumAlgorithm: 'SHA512', SSECustomerKey: 'abc' })
    expect(headersOf(requests[0]!)).toMatchObject({
      'x-amz-checksum-sha512': sha512,
      // RFC 1321, A.5
      'x-amz-server-side-encryption-customer-key-md5': Buffer.from('900150983cd24fb0d6963f7d28e17f72', 'hex').toString(
        'base64',
      ),
    })
  })

  it('the older signature', async () => {
    const { s3, requests } = await clientOf(ok({}, ''), { config: { signatureVersion: 's3' } })
    await s3.headObject(object)
    expect(headersOf(requests[0]!)['authorization']).toMatch(/^AWS AKIAIOSFODNN7EXAMPLE:[A-Za-z0-9+/]{27}=$/)
  })
})

describe('an error answer without an end', () => {
  const answer = (start: string) => Buffer.concat([Buffer.from(start), Buffer.alloc(3_000_000, 'x')])
  const head = 'HTTP/1.1 500 Internal Server Error\r\nContent-Length: 1000000000\r\n\r\n'

  it.each([
    ['web', S3Client],
    ['Node', NodeClient],
  ])('is an error by its status: %s', async (_name, Client) => {
    for (const start of [head, `${head}<Error><Code>SlowDown</Code><Message>`]) {
      const { s3 } = await clientOf(answer(start), {}, Client)
      const error = await s3.getObject(object).catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(ClientError)
      expect((error as ClientError).response.Error).toEqual({ Code: '500', Message: 'Internal Server Error' })
    }
  })
})
