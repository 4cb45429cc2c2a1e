import type { Socket } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CancelledError } from '../src/errors/cancelled.js'
import { EndpointConnectionError, ReadTimeoutError, ResponseStreamingError } from '../src/errors/connection.js'
import { EndpointResolutionError } from '../src/errors/endpoint.js'
import { ParamValidationError } from '../src/errors/validation.js'
import { gatherStream } from '../src/http/byteStream.js'
import { createFetchTransport } from '../src/http/fetch.js'
import type { ByteStream, HttpResponse, SendOptions, Transport, TransportOptions } from '../src/http/types.js'
import { answerText, bytesBody, onRequests, rawServer, request, streamBody, transportOptions } from './loopback.js'
import type { Loopback, Received } from './loopback.js'

const whole: SendOptions = { stream: false, signal: undefined }
const streamed: SendOptions = { stream: true, signal: undefined }

const opened: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of opened.splice(0).reverse()) await one.close()
})

async function transport(more: Partial<TransportOptions> = {}): Promise<Transport> {
  const made = await createFetchTransport(transportOptions(more))
  opened.push(made)
  return made
}

async function serve(onSocket: (socket: Socket) => void): Promise<Loopback> {
  const server = await rawServer(onSocket)
  opened.push(server)
  return server
}

async function recording(answer: string | Buffer = answerText('200 OK', 'hello')) {
  const requests: Received[] = []
  const server = await serve((socket) =>
    onRequests(socket, (one) => {
      requests.push(one)
      socket.write(answer)
    }),
  )
  return Object.assign(server, { requests })
}

function text(response: HttpResponse): string {
  if (!(response.body instanceof Uint8Array)) throw new Error('the body was expected to be in memory')
  return new TextDecoder().decode(response.body)
}

function bodyStream(response: HttpResponse): ByteStream {
  if (response.body instanceof Uint8Array) throw new Error('the body was expected to be a stream')
  return response.body
}

async function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => Promise.reject(new Error('a failure was expected')),
    (error: Error) => error,
  )
}

describe('the request', () => {
  it('is sent without the fields that the platform sets, values as UTF-8', async () => {
    const server = await recording()
    const client = await transport()
    const headers = ['Host', 'evil', 'Content-Length', '99', 'Expect', '100-continue', 'x-amz-meta-a', 'grün']
    const path = "/b//a%20b%2Bc/x+y'()*"
    await client.send(
      request(server, { method: 'PUT', path, query: 'a=%2F&acl', headers, body: bytesBody(Buffer.from('hi')) }),
      whole,
    )
    const [received] = server.requests
    expect(received!.line).toBe(`PUT ${path}?a=%2F&acl HTTP/1.1`)
    expect(received!.headers).toContain(`x-amz-meta-a: ${Buffer.from('grün').toString('latin1')}`)
    expect(received!.headers.filter((one) => /^(host|content-length|expect):/i.test(one)).sort()).toEqual([
      'content-length: 2',
      `host: ${server.host}`,
    ])
    expect(String(received!.body)).toBe('hi')
  })

  it.each(['http://io-route.127.0.0.1:9000', 'http://io-route.[::1]'])('has nowhere to go at %s', async (origin) => {
    const server = await recording()
    const client = await transport()
    const error = await failure(client.send(request(server, { origin, query: 'token=secret' }), whole))
    expect(error).toBeInstanceOf(EndpointResolutionError)
    expect(error.message).toContain(`${origin}: no name can stand before an IP address`)
    expect(error.message).toContain('injectHostPrefix: false')
  })

  it.each(['x-amz-meta-a b', 'x-amz-meta-a\r\nb', 'x-amz-meta-é', ''])(
    'is refused with a header name such as %j',
    async (name) => {
      const server = await recording()
      const client = await transport()
      const error = await failure(client.send(request(server, { headers: [name, 'v'] }), whole))
      expect(error).toBeInstanceOf(ParamValidationError)
      expect(error.message).toContain(JSON.stringify(name))
      expect(server.requests).toHaveLength(0)
    },
  )

  it('brings no fields into a write that S3 would keep with the object', async () => {
    const server = await recording()
    const client = await transport()
    const headers = ['User-Agent', 'tucuxi', 'x-amz-acl', 'private']
    await client.send(request(server, { method: 'PUT', headers, body: bytesBody(Buffer.from('hi')) }), whole)
    const names = server.requests[0]!.headers.map((line) => line.slice(0, line.indexOf(':')).toLowerCase())
    expect(names).toContain('x-amz-acl')
    for (const name of ['cache-control', 'pragma', 'content-encoding', 'content-type'])
      expect(names).not.toContain(name)
    expect(server.requests[0]!.headers).not.toContain('user-agent: tucuxi')
  })

  it('uses no options that the runtime does not know', async () => {
    const server = await recording()
    const client = await transport()
    const options: RequestInit[] = []
    vi.stubGlobal('Request', class {})
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      options.push(init)
      return Promise.resolve(new Response('hello'))
    })
    try {
      await client.send(request(server), whole)
    } finally {
      vi.unstubAllGlobals()
    }
    expect(Object.keys(options[0]!).sort()).toEqual(['body', 'headers', 'method', 'redirect', 'signal'])
  })

  it('gathers streams', async () => {
    const server = await recording()
    const client = await transport()
    const pieces = async function* () {
      yield Buffer.from('hello ')
      yield Buffer.from('world')
    }
    await client.send(request(server, { method: 'PUT', body: streamBody(pieces) }), whole)
    expect(server.requests[0]!.headers).toContain('content-length: 11')
    expect(String(server.requests[0]!.body)).toBe('hello world')
  })

  it.each(['/b/../k', '/b/./k', '/b/%2e%2E/k', '/b/%2e'])(
    'is refused when the path %s would be changed',
    async (path) => {
      const server = await recording()
      const client = await transport()
      const error = await failure(client.send(request(server, { path }), whole))
      expect(error).toBeInstanceOf(ParamValidationError)
      expect(error.message).toContain(`"${path}"`)
      expect(server.requests).toEqual([])
    },
  )
})

describe('the answer', () => {
  it('is read whole where the runtime has no streams', async () => {
    const server = await recording()
    const client = await transport()
    vi.stubGlobal('fetch', async () => {
      const response = new Response('hello', { headers: { etag: '"e"' } })
      const { status, statusText, headers } = response
      return { status, statusText, headers, type: 'default', arrayBuffer: () => response.arrayBuffer() }
    })
    try {
      const response = await client.send(request(server), streamed)
      expect(text(response)).toBe('hello')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('gives status, reason, headers and a small body', async () => {
    const utf8 = Buffer.from('X-Amz-Meta-A: grün\r\n').toString('latin1')
    const server = await recording(Buffer.from(answerText('404 Not Found', 'gone', `${utf8}ETag: "e"\r\n`), 'latin1'))
    const client = await transport()
    const response = await client.send(request(server), streamed)
    expect([response.status, response.reason, text(response)]).toEqual([404, 'Not Found', 'gone'])
    expect(response.headers).toEqual({ 'content-length': '4', 'x-amz-meta-a': 'grün', etag: '"e"' })
  })

  it('does not follow redirects', async () => {
    const server = await recording(answerText('307 Temporary Redirect', 'there', 'Location: http://127.0.0.1:1/\r\n'))
    const client = await transport()
    const response = await client.send(request(server), whole)
    expect([response.status, response.headers.location]).toEqual([307, 'http://127.0.0.1:1/'])
  })

  it.each([
    ['HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n'],
    ['GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
    ['GET', 'HTTP/1.1 304 Not Modified\r\n\r\n'],
  ])('has no body for %s %j', async (method, answer) => {
    const server = await recording(answer)
    const client = await transport()
    expect(text(await client.send(request(server, { method }), streamed))).toBe('')
  })

  it('streams large bodies and gathers them when asked', async () => {
    const size = 3_000_000
    const server = await recording(answerText('200 OK', 'x'.repeat(size)))
    const client = await transport()
    expect(await gatherStream(bodyStream(await client.send(request(server), streamed)))).toHaveLength(size)
    expect(text(await client.send(request(server), whole))).toHaveLength(size)
  })
})

describe('a body that the platform decodes', () => {
  const zipped = gzipSync('hello '.repeat(20_000))
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ${zipped.length}\r\n\r\n`

  it('is marked, a stream however short it was on the way, and keeps its headers', async () => {
    const server = await recording(Buffer.concat([Buffer.from(head), zipped]))
    const client = await transport()
    const response = await client.send(request(server), streamed)
    expect(response.decoded).toBe(true)
    expect(response.headers).toEqual({ 'content-encoding': 'gzip', 'content-length': String(zipped.length) })
    expect(await gatherStream(bodyStream(response))).toHaveLength(120_000)
  })

  it.each<[string, ResponseType, Record<string, string>, HttpResponse['decoded']]>([
    ['an encoding that no platform knows', 'cors', { 'content-encoding': 'aws-chunked' }, undefined],
    ['a page that is told', 'cors', { 'content-encoding': 'br' }, true],
    ['a page that may not be told', 'cors', {}, 'perhaps'],
    ['no encoding', 'basic', {}, undefined],
    ['Workers', 'default', {}, undefined],
  ])('may be one: %s', async (_name, type, headers, expected) => {
    const answer = Object.defineProperty(new Response('hello', { headers }), 'type', { value: type })
    vi.stubGlobal('fetch', () => Promise.resolve(answer))
    try {
      const client = await transport()
      const response = await client.send(request({ origin: 'http://127.0.0.1:1', host: '127.0.0.1:1' }), whole)
      expect([text(response), response.decoded]).toEqual(['hello', expected])
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('connections', () => {
  it('are given up when their bodies were garbage collected unread', async () => {
    setFlagsFromString('--expose_gc')
    const gc = runInNewContext('gc') as () => void
    const closed: Promise<unknown>[] = []
    const server = await serve((socket) =>
      onRequests(socket, () => {
        closed.push(new Promise((end) => socket.on('close', end)))
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nabc')
      }),
    )
    const client = await transport()
    const forget = async () => {
      await Promise.all(Array.from({ length: 3 }, () => client.send(request(server), streamed)))
    }
    await forget()
    expect(closed).toHaveLength(3)
    const timer = setInterval(gc, 5)
    await Promise.all(closed)
    clearInterval(timer)
  })

  it('are used on platforms that cannot tell what was garbage collected', async () => {
    const server = await recording(answerText('200 OK', 'x'.repeat(200_000)))
    vi.stubGlobal('FinalizationRegistry', undefined)
    const opening = transport()
    vi.unstubAllGlobals()
    const client = await opening
    expect(await gatherStream(bodyStream(await client.send(request(server), streamed)))).toHaveLength(200_000)
  })

  it('are kept while somebody waits for their bodies, and given up after that', async () => {
    setFlagsFromString('--expose_gc')
    const gc = runInNewContext('gc') as () => void
    const server = await serve((socket) =>
      onRequests(socket, () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n')),
    )
    const client = await transport()
    const readOnly = async () => ({ piece: bodyStream(await client.send(request(server), streamed)).read() })
    const { piece } = await readOnly()
    for (let i = 0; i < 5; i++) {
      gc()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const socket = server.sockets[0]!
    const closed = new Promise((end) => socket.on('close', end))
    socket.write('abc')
    expect(String.fromCharCode(...(await piece)!)).toBe('abc')
    const timer = setInterval(gc, 5)
    await closed
    clearInterval(timer)
  })

  it('are given up when an endless answer reports a failure', async () => {
    const piece = Buffer.alloc(65_536, 'x')
    const closed: Promise<unknown>[] = []
    const server = await serve((socket) => {
      socket.once('data', () => {
        closed.push(new Promise((end) => socket.on('close', end)))
        socket.write('HTTP/1.1 500 Internal Server Error\r\nContent-Length: 1000000000\r\n\r\n')
        const push = () => {
          while (!socket.destroyed && socket.write(piece));
          if (!socket.destroyed) socket.once('drain', push)
        }
        push()
      })
    })
    const client = await transport()
    for (const options of [whole, streamed]) {
      const response = await client.send(request(server), options)
      expect(response.status).toBe(500)
      expect(text(response).length).toBeGreaterThan(1_048_576)
      expect(text(response).length).toBeLessThan(2_097_152)
    }
    expect(closed).toHaveLength(2)
    await Promise.all(closed)
  })
})

describe('the source of an upload', () => {
  it('that hangs is left when the signal is aborted, or the transport closed', async () => {
    const server = await recording()
    let left = 0
    const hanging = streamBody(() => ({
      [Symbol.asyncIterator]: () => ({
        next: () => new Promise<never>(() => undefined),
        return: () => {
          left += 1
          return Promise.resolve({ done: true as const, value: undefined })
        },
      }),
    }))
    const client = await transport()
    const stop = new AbortController()
    const upload = request(server, { method: 'PUT', body: hanging })
    const aborted = failure(client.send(upload, { stream: false, signal: stop.signal }))
    stop.abort('enough')
    expect(await aborted).toBeInstanceOf(CancelledError)
    const closed = failure(client.send(upload, whole))
    await client.close()
    expect((await closed).message).toMatch(/closed/)
    expect(left).toBe(2)
    expect(server.sockets).toHaveLength(0)
  })

  it('that never ends is left too, and one that fails is reported', async () => {
    const server = await recording()
    let running = true
    const endless = streamBody(async function* () {
      try {
        for (;;) {
          await new Promise((resolve) => setImmediate(resolve))
          yield new Uint8Array(1)
        }
      } finally {
        running = false
      }
    })
    const client = await transport()
    const stop = new AbortController()
    const aborted = failure(
      client.send(request(server, { method: 'PUT', body: endless }), { stream: false, signal: stop.signal }),
    )
    await new Promise((resolve) => setImmediate(resolve))
    stop.abort()
    expect(await aborted).toBeInstanceOf(CancelledError)
    await vi.waitUntil(() => !running)
    const failing = streamBody(async function* () {
      yield new Uint8Array(1)
      throw new Error('disk on fire')
    })
    const error = await failure(client.send(request(server, { method: 'PUT', body: failing }), whole))
    expect(error.message).toContain('disk on fire')
  })
})

describe('failures', () => {
  it('to connect', async () => {
    const server = await recording()
    await server.close()
    const client = await transport()
    const error = await failure(client.send(request(server, { query: 'X-Amz-Signature=s' }), whole))
    expect(error).toBeInstanceOf(EndpointConnectionError)
    expect(error.message).toBe(`Could not connect to the endpoint URL: "${server.origin}/bucket/key"`)
  })

  it('of a body that breaks off', async () => {
    const server = await serve((socket) =>
      onRequests(socket, () => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc')),
    )
    const client = await transport()
    const stream = bodyStream(await client.send(request(server), streamed))
    expect(await failure(gatherStream(stream))).toBeInstanceOf(ResponseStreamingError)
  })

  it('by time-out, before the answer and in its body', async () => {
    const server = await serve((socket) =>
      onRequests(socket, ({ line }) => {
        if (line.includes('body')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc')
      }),
    )
    const client = await transport({ connectTimeout: 0.05, readTimeout: 0.1 })
    expect(await failure(client.send(request(server, { path: '/silent' }), whole))).toBeInstanceOf(ReadTimeoutError)
    const stream = bodyStream(await client.send(request(server, { path: '/body' }), streamed))
    expect(String.fromCharCode(...(await stream.read())!)).toBe('abc')
    expect(await failure(stream.read())).toBeInstanceOf(ReadTimeoutError)
    expect(await failure(stream.read())).toBeInstanceOf(ReadTimeoutError)
  })

  it('by signal: before, while waiting, in the body', async () => {
    const server = await serve((socket) =>
      onRequests(socket, ({ line }) => {
        if (line.includes('body')) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc')
      }),
    )
    const client = await transport()
    const aborted = await failure(client.send(request(server), { stream: false, signal: AbortSignal.abort('early') }))
    expect(aborted).toBeInstanceOf(CancelledError)
    expect(aborted.cause).toBe('early')
    const waiting = new AbortController()
    const error = failure(client.send(request(server), { stream: false, signal: waiting.signal }))
    setTimeout(() => waiting.abort('enough'), 20)
    expect(await error).toBeInstanceOf(CancelledError)
    expect((await error).cause).toBe('enough')
    const reading = new AbortController()
    const options = { stream: true, signal: reading.signal }
    const stream = bodyStream(await client.send(request(server, { path: '/body' }), options))
    await stream.read()
    const broken = failure(stream.read())
    reading.abort('stop')
    expect(await broken).toBeInstanceOf(CancelledError)
  })

  it('by close, for calls in flight and later ones', async () => {
    const server = await serve((socket) => socket.resume())
    const client = await transport()
    const inFlight = failure(client.send(request(server), whole))
    await client.close()
    expect((await inFlight).message).toMatch(/closed/)
    expect((await failure(client.send(request(server), whole))).message).toMatch(/closed/)
  })
})
