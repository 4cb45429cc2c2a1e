/** Bad input, bad networks and bad servers: each ends in one class of error, with boto3's words, in time. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  BotoCoreError,
  CancelledError,
  client,
  ClientClosedError,
  ClientError,
  ConnectionClosedError,
  ConnectTimeoutError,
  EndpointConnectionError,
  FlexibleChecksumError,
  IncompleteReadError,
  InvalidRetryModeError,
  InvalidS3AddressingStyleError,
  NoCredentialsError,
  ParamValidationError,
  PartialCredentialsError,
  ProxyConnectionError,
  ReadTimeoutError,
  RequestTimeoutError,
  ResponseStreamingError,
  SSLError,
  UnknownSignatureVersionError,
  UnseekableStreamError,
  type ClientOptions,
  type S3Client,
} from 'tucuxi'
import { makeCertificates } from '../servers/certificates.js'
import { startRecordingServer } from './recordingServer.js'
import { http, startDeafServer, startScriptedServer, type Answer, type ScriptedServer } from './scriptedServer.js'

const object = { Bucket: 'bucket', Key: 'key' }

/** What a test opened; closed after it in the opposite order. */
const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).toReversed()) await close()
})

async function scripted(...answers: Answer[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(...answers)
  opened.push(() => server.close())
  return server
}

/** A client that tries once, unless told otherwise. */
function connect(endpointUrl: string, config: ClientOptions['config'] = {}, more: ClientOptions = {}): S3Client {
  const s3 = client('s3', {
    endpointUrl,
    awsAccessKeyId: 'AK',
    awsSecretAccessKey: 'the secret',
    regionName: 'us-east-1',
    config: { retries: { totalMaxAttempts: 1 }, readTimeout: 5, ...config },
    ...more,
  })
  opened.push(() => s3.close())
  return s3
}

/** What a call rejects with; a call that resolves fails the test. */
async function failure(call: Promise<unknown>): Promise<unknown> {
  return await call.then(
    () => expect.unreachable('the call had to fail'),
    (reason: unknown) => reason,
  )
}

/** The same, and that it took no longer than `seconds`. */
async function failureWithin(seconds: number, call: () => Promise<unknown>): Promise<unknown> {
  const started = performance.now()
  const error = await failure(call())
  expect(performance.now() - started).toBeLessThan(seconds * 1000)
  return error
}

/** A port that nothing listens on. */
async function closedPort(): Promise<number> {
  const server = await startScriptedServer()
  await server.close()
  return server.port
}

describe('wrong parameters send nothing', () => {
  // What plain JavaScript may pass; the compiler would refuse most of it.
  const cases: [string, (s3: S3Client) => Promise<unknown>, string[]][] = [
    ['none at all', (s3) => s3.getObject(undefined as never), ['Missing required parameter in input: "Bucket"']],
    [
      'a missing one',
      (s3) => s3.getObject({ Bucket: 'bucket' } as never),
      ['Missing required parameter in input: "Key"'],
    ],
    [
      'an unknown one',
      (s3) => s3.headBucket({ Bucket: 'bucket', bucket: 'b' } as never),
      ['Unknown parameter in input: "bucket", must be one of: Bucket, ExpectedBucketOwner'],
    ],
    [
      'a number for text',
      (s3) => s3.getObject({ Bucket: 'bucket', Key: 5 } as never),
      ['Invalid type for parameter Key, value: 5, type: integer, valid types: string'],
    ],
    [
      'text for a number',
      (s3) => s3.listObjectsV2({ Bucket: 'bucket', MaxKeys: '5' } as never),
      ['Invalid type for parameter MaxKeys, value: 5, type: string, valid types: integer'],
    ],
    [
      'an empty key',
      (s3) => s3.getObject({ Bucket: 'bucket', Key: '' }),
      ['Invalid length for parameter Key, value: 0, valid min length: 1'],
    ],
    [
      'wrong nested ones, all reported at once',
      (s3) =>
        s3.deleteObjects({
          Bucket: 'bucket',
          Delete: { Objects: [{ Key: 'a' }, { key: 'b' }], Quiet: 'yes' },
        } as never),
      [
        'Missing required parameter in Delete.Objects[1]: "Key"',
        'Unknown parameter in Delete.Objects[1]: "key", must be one of: ',
        'Invalid type for parameter Delete.Quiet, value: yes, type: string, valid types: boolean',
      ],
    ],
    [
      'a bucket name',
      (s3) => s3.headBucket({ Bucket: 'no blanks' }),
      ['Invalid bucket name "no blanks": Bucket name must match the regex "^[a-zA-Z0-9.\\-_]{1,255}$"'],
    ],
    [
      'metadata that is not ASCII',
      (s3) => s3.putObject({ ...object, Metadata: { k: 'é' } }),
      ['Non ascii characters found in S3 metadata for key "k", value: "é".'],
    ],
    [
      'metadata with a line break',
      (s3) => s3.putObject({ ...object, Metadata: { k: 'a\r\nx-amz-acl: public-read' } }),
      ['Metadata'],
    ],
    [
      'a key that XML cannot hold',
      (s3) => s3.deleteObjects({ Bucket: 'bucket', Delete: { Objects: [{ Key: 'a\u0001' }] } }),
      ['Delete.Objects[0].Key'],
    ],
    [
      'half a copy source',
      (s3) => s3.copyObject({ ...object, CopySource: { Bucket: 'b' } } as never),
      ["Missing required parameter: 'Key'"],
    ],
    [
      'a body of no known kind',
      (s3) => s3.putObject({ ...object, Body: 5 } as never),
      ['Invalid type for parameter Body, value: 5, type: integer'],
    ],
  ]

  test.each(cases)('%s', async (_, call, lines) => {
    const server = await scripted(http('200 OK'))
    const error = await failure(call(connect(server.endpointUrl)))
    expect(error).toBeInstanceOf(ParamValidationError)
    expect(error).toBeInstanceOf(BotoCoreError)
    const { message } = error as ParamValidationError
    expect(message).toMatch(/^Parameter validation failed:\n/)
    for (const line of lines) expect(message).toContain(line)
    expect(server.connections).toBe(0)
  })

  test('parameters that are no object', async () => {
    const server = await scripted(http('200 OK'))
    expect(await failure(connect(server.endpointUrl).listBuckets('bucket' as never))).toBeInstanceOf(TypeError)
    expect(server.connections).toBe(0)
  })

  test('a secret is not repeated', async () => {
    const server = await scripted(http('200 OK'))
    const SSECustomerKey = ['top secret']
    const error = await failure(connect(server.endpointUrl).putObject({ ...object, SSECustomerKey } as never))
    expect(error).toMatchObject({ message: expect.stringContaining('SSECustomerKey') })
    expect(String(error)).not.toContain('top secret')
  })
})

describe('wrong options fail at construction', () => {
  const cases: [string, ClientOptions, abstract new (...args: never) => Error][] = [
    ['an endpoint without a scheme', { endpointUrl: '198.51.100.1' }, BotoCoreError],
    ['an endpoint of another scheme', { endpointUrl: 'ftp://198.51.100.1' }, BotoCoreError],
    ['an underscore in the host', { endpointUrl: 'http://a_b.example' }, BotoCoreError],
    ['half a key pair', { awsAccessKeyId: 'AK' }, PartialCredentialsError],
    ['an unknown option', { endpoint: 'http://198.51.100.1' } as never, TypeError],
    ['an unknown setting', { config: { timeout: 5 } as never }, TypeError],
    ['an addressing style', { config: { s3: { addressingStyle: 'host' as never } } }, InvalidS3AddressingStyleError],
    ['a retry mode', { config: { retries: { mode: 'often' as never } } }, InvalidRetryModeError],
    ['a signature', { config: { signatureVersion: 'zz' } }, UnknownSignatureVersionError],
    ['a region', { regionName: 'not a region' }, BotoCoreError],
  ]
  test.each(cases)('%s', (_, options, expected) => {
    expect(() => client('s3', options)).toThrow(expected)
  })

  test('the message names what is wrong', () => {
    expect(() => client('s3', { endpointUrl: '198.51.100.1' })).toThrow('Invalid endpoint: 198.51.100.1')
    expect(() => client('s3', { awsAccessKeyId: 'AK' })).toThrow(
      'Partial credentials found in explicit, missing: aws_secret_access_key',
    )
  })

  test('a file of certificates that is not there fails by name', async () => {
    const s3 = connect('https://127.0.0.1:1', {}, { verify: '/nowhere/ca.pem' })
    const error = await failure(s3.listBuckets())
    expect(error).toBeInstanceOf(BotoCoreError)
    expect(error).toMatchObject({ message: expect.stringContaining('/nowhere/ca.pem') })
    expect(error).not.toBeInstanceOf(EndpointConnectionError)
  })
})

describe('credentials', () => {
  test('none', async () => {
    for (const name of Object.keys(process.env).filter((name) => name.startsWith('AWS_'))) vi.stubEnv(name, undefined)
    opened.push(async () => vi.unstubAllEnvs())
    const server = await scripted(http('200 OK'))
    const s3 = client('s3', { endpointUrl: server.endpointUrl, regionName: 'us-east-1' })
    opened.push(() => s3.close())
    const error = await failure(s3.getObject(object))
    expect(error).toBeInstanceOf(NoCredentialsError)
    expect(error).toMatchObject({ message: 'Unable to locate credentials' })
    expect(server.connections).toBe(0)
  })

  test('a refused signature', async () => {
    const body = '<Error><Code>SignatureDoesNotMatch</Code><Message></Message><BucketName>bucket</BucketName></Error>'
    const server = await scripted(
      http('403 Forbidden', body, 'x-amz-request-id: tx1', `Date: ${new Date().toUTCString()}`),
    )
    const error = await failure(connect(server.endpointUrl, { retries: {} }).getObject(object))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      message: 'An error occurred (SignatureDoesNotMatch) when calling the GetObject operation: ',
      code: 'SignatureDoesNotMatch',
      statusCode: 403,
      requestId: 'tx1',
      operationName: 'GetObject',
      response: { Error: { BucketName: 'bucket' } },
    })
    expect(server.requests).toHaveLength(1)
    expect(JSON.stringify(error)).not.toContain('the secret')
  })
})

describe('no connection', () => {
  test('no such host', async () => {
    const s3 = connect('http://no-such-host.invalid', { retries: { totalMaxAttempts: 1 } })
    const error = await failureWithin(20, () => s3.listBuckets())
    expect(error).toBeInstanceOf(EndpointConnectionError)
    expect(error).toMatchObject({
      message: 'Could not connect to the endpoint URL: "http://no-such-host.invalid/"',
      cause: expect.objectContaining({ code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) }),
    })
  })

  test('nothing listens', async () => {
    const endpointUrl = `http://127.0.0.1:${await closedPort()}`
    const error = await failureWithin(5, () => connect(endpointUrl).getObject(object))
    expect(error).toBeInstanceOf(EndpointConnectionError)
    expect(error).toMatchObject({
      message: `Could not connect to the endpoint URL: "${endpointUrl}/bucket/key"`,
      cause: expect.objectContaining({ code: 'ECONNREFUSED' }),
    })
  })

  test('is tried again as often as allowed', async () => {
    const endpointUrl = `http://127.0.0.1:${await closedPort()}`
    const s3 = connect(endpointUrl, { retries: { totalMaxAttempts: 2 } })
    expect(await failureWithin(7, () => s3.listBuckets())).toBeInstanceOf(EndpointConnectionError)
  })

  test('nothing listens where the proxy should be', async () => {
    const port = await closedPort()
    const s3 = connect('http://s3.example.test', { proxies: { http: `http://me:secret@127.0.0.1:${port}` } })
    const error = await failureWithin(5, () => s3.getObject(object))
    expect(error).toBeInstanceOf(ProxyConnectionError)
    expect(error).toMatchObject({ message: `Failed to connect to proxy URL: "http://***:***@127.0.0.1:${port}"` })
  })
})

describe('a server that does not go on', () => {
  const quick = { readTimeout: 0.5 }

  test('accepts and never answers', async () => {
    const server = await scripted()
    const s3 = connect(server.endpointUrl, quick)
    const error = await failureWithin(5, () => s3.getObject(object))
    expect(error).toBeInstanceOf(ReadTimeoutError)
    expect(error).toMatchObject({ message: `Read timeout on endpoint URL: "${server.endpointUrl}/bucket/key"` })
    expect(server.requests).toHaveLength(1)
  })

  test('is tried again as often as allowed', async () => {
    const server = await scripted()
    const s3 = connect(server.endpointUrl, { ...quick, retries: { totalMaxAttempts: 2 } })
    expect(await failureWithin(7, () => s3.getObject(object))).toBeInstanceOf(ReadTimeoutError)
    expect(server.requests).toHaveLength(2)
  })

  test('answers at the second try', async () => {
    const server = await scripted(() => undefined, http('200 OK', 'late but good'))
    const s3 = connect(server.endpointUrl, { ...quick, retries: { totalMaxAttempts: 2 } })
    const { Body, ResponseMetadata } = await s3.getObject(object)
    expect(await Body.text()).toBe('late but good')
    expect(ResponseMetadata.RetryAttempts).toBe(1)
  })

  test('stops in the head', async () => {
    const server = await scripted('HTTP/1.1 200 OK\r\nContent-Le')
    const s3 = connect(server.endpointUrl, quick)
    expect(await failureWithin(5, () => s3.getObject(object))).toBeInstanceOf(ReadTimeoutError)
  })

  test('stops in the body', async () => {
    const server = await scripted('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nhello')
    const { Body } = await connect(server.endpointUrl, quick).getObject(object)
    expect(await failureWithin(5, () => Body.bytes())).toBeInstanceOf(ReadTimeoutError)
  })

  test('stops in a listing', async () => {
    const server = await scripted('HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n<ListBucketResult>')
    const s3 = connect(server.endpointUrl, quick)
    expect(await failureWithin(5, () => s3.listObjectsV2({ Bucket: 'bucket' }))).toBeInstanceOf(ReadTimeoutError)
  })

  test('does not take the upload', async () => {
    const server = await startDeafServer()
    opened.push(server.close)
    const s3 = connect(server.endpointUrl, quick)
    const Body = new Uint8Array(32 * 1024 * 1024)
    expect(await failureWithin(7, () => s3.putObject({ ...object, Body }))).toBeInstanceOf(ReadTimeoutError)
  })

  test('the time-out of one call counts all its attempts', async () => {
    const server = await scripted()
    const s3 = connect(server.endpointUrl, { retries: {}, readTimeout: 0.2 })
    const error = await failureWithin(6, () => s3.getObject(object, { timeout: 0.5 }))
    expect(error).toBeInstanceOf(RequestTimeoutError)
    expect(error).toMatchObject({ operationName: 'GetObject', timeout: 0.5 })
  })
})

describe('certificates', () => {
  const tlsServer = async (names: string[]): Promise<{ port: number; caFile: string; connections: () => number }> => {
    const directory = await mkdtemp(join(tmpdir(), 'tucuxi-failures-'))
    const { caFile, chainFile, keyFile } = await makeCertificates(directory, names)
    const server: TlsServer = createTlsServer(
      { cert: await readFile(chainFile), key: await readFile(keyFile) },
      (_, response) => response.end(),
    )
    let connections = 0
    server.on('connection', () => connections++)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    opened.push(async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(directory, { recursive: true })
    })
    return { port: (server.address() as AddressInfo).port, caFile, connections: () => connections }
  }

  test('of an unknown authority: refused at the first try', async () => {
    const { port, connections } = await tlsServer(['IP:127.0.0.1'])
    const s3 = connect(`https://127.0.0.1:${port}`, { retries: {} })
    const error = await failureWithin(5, () => s3.getObject(object))
    expect(error).toBeInstanceOf(SSLError)
    expect(error).toMatchObject({
      message: expect.stringMatching(
        new RegExp(`^SSL validation failed for https://127\\.0\\.0\\.1:${port}/bucket/key .*self.signed certificate`),
      ),
    })
    expect(connections()).toBe(1)
  })

  test('for another name: refused', async () => {
    const { port, caFile, connections } = await tlsServer(['DNS:other.example.test'])
    const s3 = connect(`https://127.0.0.1:${port}`, { retries: {} }, { verify: caFile })
    const error = await failureWithin(5, () => s3.getObject(object))
    expect(error).toBeInstanceOf(SSLError)
    expect(error).toMatchObject({ message: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') })
    expect(connections()).toBe(1)
  })

  test.each([
    ['its authority', (caFile: string) => caFile],
    ['no verification', () => false],
  ])('with %s: accepted', async (_, verify) => {
    const { port, caFile } = await tlsServer(['IP:127.0.0.1'])
    const s3 = connect(`https://127.0.0.1:${port}`, {}, { verify: verify(caFile) })
    expect((await s3.headObject(object)).ResponseMetadata.HTTPStatusCode).toBe(200)
  })

  test('https to a server that speaks http', async () => {
    const server = await startRecordingServer()
    opened.push(() => server.close())
    const s3 = connect(server.endpointUrl.replace('http:', 'https:'))
    expect(await failureWithin(5, () => s3.getObject(object))).toBeInstanceOf(SSLError)
  })

  test('https to a server that says nothing', async () => {
    const { port } = await scripted()
    const s3 = connect(`https://127.0.0.1:${port}`, { connectTimeout: 0.5 })
    const error = await failureWithin(5, () => s3.getObject(object))
    expect(error).toBeInstanceOf(ConnectTimeoutError)
    expect(error).toMatchObject({ message: `Connect timeout on endpoint URL: "https://127.0.0.1:${port}/bucket/key"` })
  })
})

describe('broken answers', () => {
  const closing =
    (text: string): Answer =>
    (socket) =>
      void socket.end(text)
  const resetting =
    (text: string): Answer =>
    (socket) => {
      if (text === '') socket.resetAndDestroy()
      else socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 50))
    }

  test.each([
    ['closes without an answer', closing('')],
    ['resets the connection', resetting('')],
    ['closes in the head', closing('HTTP/1.1 200 OK\r\nContent-Le')],
    ['does not speak HTTP', closing('220 mail.example.test ESMTP\r\n')],
  ])('a server that %s', async (_, answer) => {
    const server = await scripted(answer)
    const error = await failureWithin(5, () => connect(server.endpointUrl).getObject(object))
    expect(error).toBeInstanceOf(ConnectionClosedError)
    expect(error).toMatchObject({
      message: `Connection was closed before we received a valid response from endpoint URL: "${server.endpointUrl}/bucket/key".`,
    })
  })

  test('a closed connection is tried again', async () => {
    const server = await scripted(closing(''), http('200 OK', 'second'))
    const { Body } = await connect(server.endpointUrl, { retries: { totalMaxAttempts: 2 } }).getObject(object)
    expect(await Body.text()).toBe('second')
  })

  test('a keep-alive connection that the server closed meanwhile', async () => {
    const server = await scripted(
      (socket) => {
        socket.write(http('200 OK', 'first'))
        setTimeout(() => socket.end(), 20)
      },
      http('200 OK', 'second'),
    )
    const s3 = connect(server.endpointUrl)
    expect(await (await s3.getObject(object)).Body.text()).toBe('first')
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await (await s3.getObject(object)).Body.text()).toBe('second')
    expect(server.connections).toBe(2)
  })

  test('a body that ends early', async () => {
    const server = await scripted(closing('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nhello'))
    const { Body } = await connect(server.endpointUrl).getObject(object)
    const error = await failureWithin(5, () => Body.bytes())
    expect(error).toBeInstanceOf(IncompleteReadError)
    expect(error).toMatchObject({ message: '5 read, but total bytes expected is 200000.' })
  })

  test('a small body that ends early', async () => {
    const server = await scripted(closing('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello'))
    const error = await failureWithin(5, async () => (await connect(server.endpointUrl).getObject(object)).Body.bytes())
    expect(error).toBeInstanceOf(IncompleteReadError)
    expect(error).toMatchObject({ message: '5 read, but total bytes expected is 9.' })
  })

  test('a body cut by a reset', async () => {
    const server = await scripted(resetting('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nhello'))
    const { Body } = await connect(server.endpointUrl).getObject(object)
    const error = await failureWithin(5, () => Body.bytes())
    expect(error).toBeInstanceOf(ResponseStreamingError)
    expect(error).toMatchObject({
      message: expect.stringMatching(/^An error occurred while reading from response stream: /),
    })
  })

  test('chunks that end early', async () => {
    const server = await scripted(closing('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n'))
    const { Body } = await connect(server.endpointUrl).getObject(object)
    expect(await failureWithin(5, () => Body.bytes())).toBeInstanceOf(ResponseStreamingError)
  })

  test('a body that is not what its checksum says', async () => {
    const server = await scripted(http('200 OK', 'hello', 'x-amz-checksum-crc32: AAAAAA=='))
    const { Body } = await connect(server.endpointUrl).getObject(object)
    const error = await failureWithin(5, () => Body.bytes())
    expect(error).toBeInstanceOf(FlexibleChecksumError)
    expect(error).toMatchObject({
      message: 'Expected checksum AAAAAA== did not match calculated checksum: NhCmhg==',
    })
  })

  test('a listing that ends early', async () => {
    const server = await scripted(closing('HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n<ListBucketResult>'))
    const error = await failureWithin(5, () => connect(server.endpointUrl).listObjectsV2({ Bucket: 'bucket' }))
    expect(error).toBeInstanceOf(ConnectionClosedError)
  })

  const doctype =
    '<!DOCTYPE x [<!ENTITY e "boom">]><ListBucketResult><Name>&e;</Name><KeyCount>1</KeyCount></ListBucketResult>'
  test.each([
    ['XML that stops', '<ListBucketResult><Name>bucket</Name><Contents>'],
    ['XML that does not match', '<ListBucketResult><Name>bucket</Contents></ListBucketResult>'],
    ['no XML', 'hello, this is the body of an object'],
    ['a DOCTYPE', doctype],
    ['an error', '<Error><Code>InternalError</Code><Message>later</Message></Error>'],
  ])('a listing with status 200 that is %s', async (_, body) => {
    const server = await scripted(http('200 OK', body))
    const error = await failureWithin(5, () => connect(server.endpointUrl).listObjectsV2({ Bucket: 'bucket' }))
    expect(error).toBeInstanceOf(ClientError)
    // boto3 semantics 5.6: such an answer counts as a failure of the server.
    expect(error).toMatchObject({ statusCode: 500, operationName: 'ListObjectsV2' })
    expect((error as ClientError).code).toBe(body.startsWith('<Error>') ? 'InternalError' : '500')
    expect(String(error)).not.toContain('boom')
  })

  test('a copy that fails after its 200 is tried again', async () => {
    const failed = http('200 OK', '<?xml version="1.0"?>\n  <Error><Code>InternalError</Code></Error>')
    const done = http('200 OK', '<CopyObjectResult><ETag>"e"</ETag></CopyObjectResult>')
    const server = await scripted(failed, done)
    const s3 = connect(server.endpointUrl, { retries: { totalMaxAttempts: 2 } })
    expect((await s3.copyObject({ ...object, CopySource: 'bucket/other' })).CopyObjectResult?.ETag).toBe('"e"')
  })

  test.each([
    ['502 Bad Gateway', '<html><body>nginx</body></html>', '502', 'Bad Gateway'],
    [
      '503 Slow Down',
      '<Error><Code>SlowDown</Code><Message>Please wait.</Message></Error>',
      'SlowDown',
      'Please wait.',
    ],
    ['401 Unauthorized', '{"error":"bad key"}', '401', 'Unauthorized'],
    ['404 Not Found', '', '404', 'Not Found'],
    [
      '403 Forbidden',
      '<Error xmlns="http://s3.example/"><Code>AccessDenied</Code><Message>No.</Message></Error>',
      'AccessDenied',
      'No.',
    ],
  ])('%s: %s', async (status, body, code, message) => {
    const server = await scripted(http(status, body))
    const error = await failure(connect(server.endpointUrl).getObject(object))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({
      code,
      statusCode: Number.parseInt(status),
      message: expect.stringMatching(
        new RegExp(`^An error occurred \\(${code}\\) when calling the GetObject operation.*: ${message}$`),
      ),
    })
  })

  test('failures of the server are tried again, and say how often', async () => {
    const busy = http('503 Slow Down', '<Error><Code>SlowDown</Code><Message>Wait.</Message></Error>')
    const server = await scripted(busy)
    const error = await failure(connect(server.endpointUrl, { retries: { totalMaxAttempts: 2 } }).getObject(object))
    expect(error).toMatchObject({
      message: 'An error occurred (SlowDown) when calling the GetObject operation (reached max retries: 1): Wait.',
      retryAttempts: 1,
      retryable: true,
    })
    expect(server.requests.map((head) => /amz-sdk-request: (.*)/i.exec(head)?.[1])).toEqual([
      'attempt=1',
      'attempt=2; max=2',
    ])
  })

  test('a redirect without a region is an error, not a loop', async () => {
    const server = await scripted(http('307 Temporary Redirect', '', 'Location: http://127.0.0.2:1/bucket/key'))
    const error = await failureWithin(5, () => connect(server.endpointUrl).getObject(object))
    expect(error).toMatchObject({ statusCode: 307 })
    expect(server.requests.length).toBeLessThan(4)
  })
})

describe('uploads whose source is not what it said', () => {
  const pieces = async function* (count: number, failure?: Error) {
    for (let index = 0; index < count; index++) yield new Uint8Array(10)
    if (failure) throw failure
  }
  const modes: [string, ClientOptions['config']][] = [
    ['held in memory', {}],
    [
      'passed on as it comes',
      {
        nonSeekableBufferLimit: 5,
        requestChecksumCalculation: 'when_required',
        s3: { payloadSigningEnabled: false },
      },
    ],
  ]

  describe.each(modes)('%s', (_, config) => {
    test.each([
      ['too little', 1, '10 read, but total bytes expected is 20.'],
      ['too much', 3, '30 read, but total bytes expected is 20.'],
    ])('%s', async (_, count, message) => {
      const server = await scripted(http('200 OK'))
      const s3 = connect(server.endpointUrl, config)
      const call = () => s3.putObject({ ...object, Body: pieces(count), ContentLength: 20 })
      const error = await failureWithin(5, call)
      expect(error).toBeInstanceOf(IncompleteReadError)
      expect(error).toMatchObject({ message })
      expect(server.requests).toHaveLength(0)
    })

    test.each([undefined, 'EIO', 'ECONNRESET'])('a source that fails, with code %s', async (code) => {
      const broken = Object.assign(new Error('the disk is gone'), { code })
      const server = await scripted(http('200 OK'))
      const s3 = connect(server.endpointUrl, { ...config, retries: {} })
      const call = () => s3.putObject({ ...object, Body: pieces(1, broken), ContentLength: 20 })
      expect(await failureWithin(5, call)).toBe(broken)
      expect(broken.cause).toBeUndefined()
      expect(server.requests).toHaveLength(0)
    })
  })

  test.each(['legacy', 'standard'] as const)(
    'a source that could be read again and fails, in mode %s',
    async (mode) => {
      let reads = 0
      const broken = Object.assign(new Error('the other server is gone'), { code: 'ECONNRESET' })
      const read = () => {
        reads++
        throw broken
      }
      const server = await scripted(http('200 OK'))
      const s3 = connect(server.endpointUrl, { ...modes[1]?.[1], retries: { mode } })
      const Body = { size: 20, seek: () => undefined, read }
      expect(await failureWithin(5, () => s3.putObject({ ...object, Body }))).toBe(broken)
      expect(reads).toBe(1)
      expect(server.requests).toHaveLength(0)
    },
  )

  test('a body that cannot be read twice is not sent twice', async () => {
    const server = await scripted(http('503 Slow Down'), http('200 OK'))
    const s3 = connect(server.endpointUrl, { ...modes[1]?.[1], retries: { totalMaxAttempts: 2 } })
    const error = await failureWithin(5, () => s3.putObject({ ...object, Body: pieces(2), ContentLength: 20 }))
    // The original failure comes first (D-09).
    expect(error).toMatchObject({ statusCode: 503, cause: expect.any(UnseekableStreamError) })
    expect(server.requests).toHaveLength(1)
  })
})

describe('cancelling', () => {
  const check = (error: unknown, reason: unknown): void => {
    expect(error).toBeInstanceOf(CancelledError)
    expect(error).toMatchObject({ name: 'AbortError', cause: reason })
  }

  test('before the call', async () => {
    const server = await scripted(http('200 OK'))
    const reason = new Error('changed my mind')
    check(await failure(connect(server.endpointUrl).getObject(object, { signal: AbortSignal.abort(reason) })), reason)
    expect(server.requests).toHaveLength(0)
  })

  test('while the server is silent', async () => {
    const controller = new AbortController()
    const reason = new Error('changed my mind')
    const server = await scripted(() => controller.abort(reason))
    const s3 = connect(server.endpointUrl, { retries: {} })
    check(await failureWithin(5, () => s3.getObject(object, { signal: controller.signal })), reason)
    expect(server.requests).toHaveLength(1)
  })

  test('while waiting for the next try', async () => {
    const controller = new AbortController()
    const server = await scripted((socket) => {
      socket.write(http('503 Slow Down', '', 'Retry-After: 60'))
      setTimeout(() => controller.abort(), 100)
    })
    const s3 = connect(server.endpointUrl, { retries: {} })
    const error = await failureWithin(6, () => s3.getObject(object, { signal: controller.signal }))
    check(error, controller.signal.reason)
  })

  test('in the middle of a body', async () => {
    const controller = new AbortController()
    const server = await scripted('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nhello')
    const { Body } = await connect(server.endpointUrl).getObject(object, { signal: controller.signal })
    setTimeout(() => controller.abort(), 50)
    check(await failureWithin(5, () => Body.bytes()), controller.signal.reason)
  })

  test('in the middle of an upload', async () => {
    const server = await startDeafServer()
    opened.push(server.close)
    const controller = new AbortController()
    const s3 = connect(server.endpointUrl)
    setTimeout(() => controller.abort(), 100)
    const put = () => s3.putObject({ ...object, Body: new Uint8Array(32 * 1024 * 1024) }, { signal: controller.signal })
    check(await failureWithin(7, put), controller.signal.reason)
  })

  test('one call does not disturb another', async () => {
    const controller = new AbortController()
    const server = await scripted(() => controller.abort(), http('200 OK', 'still here'))
    const s3 = connect(server.endpointUrl)
    check(await failure(s3.getObject(object, { signal: controller.signal })), controller.signal.reason)
    expect(await (await s3.getObject(object)).Body.text()).toBe('still here')
  })
})

describe('a closed client', () => {
  test('refuses new calls', async () => {
    const server = await scripted(http('200 OK', 'x'))
    const s3 = connect(server.endpointUrl)
    await (await s3.getObject(object)).Body.text()
    await s3.close()
    await s3.close()
    const error = await failure(s3.getObject(object))
    expect(error).toBeInstanceOf(ClientClosedError)
    expect(error).toMatchObject({ message: 'This client is closed.' })
    expect(server.requests).toHaveLength(1)
  })

  test('ends the calls that are under way', async () => {
    let arrived: (() => void) | undefined
    const received = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const server = await scripted(() => arrived?.())
    const s3 = connect(server.endpointUrl)
    const call = failureWithin(5, () => s3.getObject(object))
    await received
    await s3.close()
    const error = await call
    expect(error).toBeInstanceOf(ClientClosedError)
    expect(error).toMatchObject({ message: 'This client is closed.' })
  })
})
