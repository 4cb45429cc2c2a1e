import { afterEach, describe, expect, it, test, vi } from 'vitest'
import { S3Client } from '../src/client.js'
import { ClientClosedError } from '../src/errors/index.js'
import type { RetryMode } from '../src/settings.js'
import { nodePlatform } from '../src/platform.node.js'
import { deferred, exampleKeys, failureOf, fakeClient, respond, stalledBody } from './fakeClient.js'
import { rawServer, type Loopback } from './loopback.js'

const endpointUrl = 'http://s3.example.com:9000'
const object = { Bucket: 'bucket', Key: 'key' }
const modes: RetryMode[] = ['legacy', 'standard', 'adaptive']
const servers: Loopback[] = []

afterEach(async () => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

function expectClosed(error: unknown): void {
  expect(error).toBeInstanceOf(ClientClosedError)
  expect(error).toMatchObject({ name: 'ClientClosedError', message: 'This client is closed.' })
}

/** A client over real connections to a server that answers each one with the same text. */
async function connected(answer: string, mode: RetryMode = 'legacy') {
  const asked = deferred()
  const server = await rawServer((socket) => {
    socket.once('data', () => {
      socket.write(answer)
      asked.resolve()
    })
  })
  servers.push(server)
  const client = new S3Client(
    { endpointUrl: server.origin, ...exampleKeys, config: { retries: { mode } } },
    nodePlatform,
  )
  return { client, server, asked: asked.promise }
}

describe.each(modes)('close() in mode %s', (mode) => {
  const config = { retries: { mode } }

  it('ends a call that reads its stream', async () => {
    const { client, sent } = fakeClient({ endpointUrl, config })
    const { body, stalled } = stalledBody()
    const call = failureOf(client.putObject({ ...object, Body: body }))
    await stalled
    await client.close()
    expectClosed(await call)
    expect(sent).toHaveLength(0)
  })

  it('ends a call that waits for credentials', async () => {
    const asked = deferred()
    const credentials = () => {
      asked.resolve()
      return new Promise<never>(() => undefined)
    }
    const { client } = fakeClient({ endpointUrl, credentials, config })
    const call = failureOf(client.listBuckets())
    await asked.promise
    await client.close()
    expectClosed(await call)
  })

  it('ends calls that wait for a retry, and their timers', async () => {
    vi.useFakeTimers()
    vi.spyOn(Math, 'random').mockReturnValue(0.9)
    const { client, sent } = fakeClient({ endpointUrl, config }, () => respond(503))
    const calls = [{}, { timeout: 60 }, { signal: new AbortController().signal }].map((options) =>
      failureOf(client.listBuckets({}, options)),
    )
    // Each retry has its timer, and the time-out one of its own.
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(4))
    await client.close()
    for (const call of calls) expectClosed(await call)
    expect(sent).toHaveLength(3)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('ends calls in flight, which are not repeated', async () => {
    const { client, server, asked } = await connected('', mode)
    const calls = [{}, { timeout: 60 }, { signal: new AbortController().signal }].map((options) =>
      failureOf(client.listBuckets({}, options)),
    )
    await asked
    await client.close()
    for (const call of calls) expectClosed(await call)
    expect(server.sockets.length).toBeLessThanOrEqual(3)
  })
})

describe('close()', () => {
  it('ends a call that is opening the transport', async () => {
    const { client } = await connected('')
    const call = failureOf(client.listBuckets())
    await client.close()
    expectClosed(await call)
  })

  test.each([
    ['a body that is being read', {}],
    ['a body of a call with a time-out', { timeout: 60 }],
  ])('ends %s', async (_, options) => {
    const { client } = await connected('HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\nhello')
    const { Body } = await client.getObject(object, options)
    const reading = failureOf(Body.bytes())
    await client.close()
    expectClosed(await reading)
  })

  it('lets a small answer that has begun fail too', async () => {
    const { client, asked } = await connected('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello')
    const call = failureOf(client.getObject(object, { timeout: 60 }))
    await asked
    await client.close()
    expectClosed(await call)
  })

  it('refuses later calls before their bodies are touched, and can be called again', async () => {
    const { client, sent } = fakeClient({ endpointUrl })
    await client.close()
    await client.close()
    const { body, asked } = stalledBody()
    expectClosed(await failureOf(client.putObject({ ...object, Body: body })))
    expectClosed(await failureOf(client.putObject({ ...object, Body: body }, { timeout: 5 })))
    expect([asked(), sent.length]).toEqual([0, 0])
  })

  it('gives each call an error of its own', async () => {
    const { client } = fakeClient({ endpointUrl })
    await client.close()
    expect(await failureOf(client.listBuckets())).not.toBe(await failureOf(client.listBuckets()))
  })

  it('may end many waiting calls without a warning', async () => {
    const warnings: unknown[] = []
    const onWarning = (warning: unknown) => warnings.push(warning)
    process.on('warning', onWarning)
    const { signal } = new AbortController()
    const { client } = fakeClient({ endpointUrl, credentials: () => new Promise<never>(() => undefined) })
    const calls = Array.from({ length: 30 }, (_, i) => failureOf(client.listBuckets({}, i % 2 === 0 ? {} : { signal })))
    await new Promise((resolve) => setImmediate(resolve))
    await client.close()
    for (const call of calls) expectClosed(await call)
    process.off('warning', onWarning)
    expect(warnings).toEqual([])
  })
})

test('await using closes', async () => {
  const { client } = fakeClient({ endpointUrl })
  await client[Symbol.asyncDispose]()
  expectClosed(await failureOf(client.listBuckets()))
})
