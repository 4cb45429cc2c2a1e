import { afterEach, describe, expect, it, test, vi } from 'vitest'
import type { CallOptions } from '../src/callOptions.js'
import { CancelledError, ConnectionClosedError, RequestTimeoutError } from '../src/errors/index.js'
import { deferred, failureOf, fakeClient, respond, stalledBody } from './fakeClient.js'

const endpointUrl = 'http://s3.example.com:9000'
const object = { Bucket: 'bucket', Key: 'key' }

afterEach(() => {
  vi.useRealTimers()
})

/** Options that the types refuse. */
function wrong(options: unknown): CallOptions {
  return options as CallOptions
}

describe('the options of a call', () => {
  test.each([
    ['null', null],
    ['an array', []],
    ['a number', 5],
    ['an unknown name', { timeOut: 5 }],
    ['a signal that is none', { signal: {} }],
    ['a signal of null', { signal: null }],
    ['a controller in the place of its signal', { signal: new AbortController() }],
    ['a time-out of null', { timeout: null }],
    ['a time-out in text', { timeout: '5' }],
    ['a time-out of 0', { timeout: 0 }],
    ['a negative time-out', { timeout: -1 }],
    ['a time-out that is no number', { timeout: NaN }],
  ])('%s is a TypeError before the body is touched', async (_, options) => {
    const { client, sent } = fakeClient({ endpointUrl })
    const { body, asked } = stalledBody()
    const error = await failureOf(client.putObject({ ...object, Body: body }, wrong(options)))
    expect(error).toBeInstanceOf(TypeError)
    expect(asked()).toBe(0)
    expect(sent).toHaveLength(0)
  })

  test('undefined means not given', async () => {
    const { client, sent } = fakeClient({ endpointUrl })
    await client.headBucket({ Bucket: 'bucket' }, { signal: undefined, timeout: undefined })
    expect(sent).toHaveLength(1)
  })

  test('a signal of another realm or of a polyfill will do', async () => {
    const { client } = fakeClient({ endpointUrl })
    const listeners: (() => void)[] = []
    const signal = {
      aborted: true,
      reason: 'elsewhere',
      addEventListener: (_: string, listener: () => void) => listeners.push(listener),
      removeEventListener: () => undefined,
    }
    const error = await failureOf(client.headBucket({ Bucket: 'bucket' }, wrong({ signal })))
    expect(error).toMatchObject({ name: 'AbortError', cause: 'elsewhere' })
  })

  test.each([
    [{ timeout: Infinity }, 0],
    [{}, 1],
    [{ timeout: 2 }, 1],
  ])('%o over a requestTimeout of 5 s starts %i timer', async (options, timers) => {
    vi.useFakeTimers()
    const answer = deferred<ReturnType<typeof respond>>()
    const { client, sent } = fakeClient({ endpointUrl, config: { requestTimeout: 5 } }, () => answer.promise)
    const call = client.headBucket({ Bucket: 'bucket' }, options)
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(vi.getTimerCount()).toBe(timers)
    answer.resolve(respond())
    await call
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a signal that is aborted already', () => {
  it('touches neither body nor credentials', async () => {
    const credentials = vi.fn(() => ({ accessKeyId: 'a', secretAccessKey: 'b' }))
    const { client, sent } = fakeClient({ endpointUrl, credentials })
    const { body, asked } = stalledBody()
    const signal = AbortSignal.abort('no')
    const error = await failureOf(client.putObject({ ...object, Body: body }, { signal }))
    expect(error).toBeInstanceOf(CancelledError)
    expect(error.cause).toBe('no')
    expect([asked(), sent.length, credentials.mock.calls.length]).toEqual([0, 0, 0])
  })
})

describe('a stream that stalls while it is read before the request', () => {
  it('is left when the signal is aborted, and told at its next piece', async () => {
    const { client, sent } = fakeClient({ endpointUrl })
    const { body, piece, stalled, returned } = stalledBody()
    const controller = new AbortController()
    const call = failureOf(client.putObject({ ...object, Body: body }, { signal: controller.signal }))
    await stalled
    controller.abort('enough')
    expect(await call).toMatchObject({ name: 'AbortError', cause: 'enough' })
    piece.resolve({ done: false, value: new Uint8Array(10) })
    await returned
    expect(sent).toHaveLength(0)
  })

  it('may fail afterwards, and nobody minds', async () => {
    const { client } = fakeClient({ endpointUrl })
    const { body, piece, stalled } = stalledBody()
    const controller = new AbortController()
    const call = failureOf(client.putObject({ ...object, Body: body }, { signal: controller.signal }))
    await stalled
    controller.abort()
    expect(await call).toBeInstanceOf(CancelledError)
    // An unhandled rejection would fail the run.
    piece.reject(new Error('the disk is gone'))
    await new Promise((resolve) => setImmediate(resolve))
  })

  it('is counted by the time-out', async () => {
    vi.useFakeTimers()
    const { client } = fakeClient({ endpointUrl })
    const { body, stalled } = stalledBody()
    const call = failureOf(client.putObject({ ...object, Body: body }, { timeout: 3 }))
    await stalled
    await vi.advanceTimersByTimeAsync(3000)
    const error = await call
    expect(error).toBeInstanceOf(RequestTimeoutError)
    expect(error.message).toBe('PutObject took longer than its time-out of 3 s.')
  })
})

describe('credentials that do not come', () => {
  const hanging = () => {
    const keys = deferred<{ accessKeyId: string; secretAccessKey: string }>()
    const asked = deferred()
    const credentials = () => {
      asked.resolve()
      return keys.promise
    }
    return { keys, asked: asked.promise, ...fakeClient({ endpointUrl, credentials }) }
  }

  it('do not hold a call that is cancelled, and others still get them', async () => {
    const { client, keys, asked, sent } = hanging()
    const controller = new AbortController()
    const cancelled = failureOf(client.headBucket({ Bucket: 'bucket' }, { signal: controller.signal }))
    const other = client.headBucket({ Bucket: 'bucket' })
    await asked
    controller.abort('enough')
    expect(await cancelled).toMatchObject({ name: 'AbortError', cause: 'enough' })
    keys.resolve({ accessKeyId: 'a', secretAccessKey: 'b' })
    await other
    expect(sent).toHaveLength(1)
  })

  it('are counted by the time-out', async () => {
    vi.useFakeTimers()
    const { client, asked } = hanging()
    const call = failureOf(client.headBucket({ Bucket: 'bucket' }, { timeout: 3 }))
    await asked
    await vi.advanceTimersByTimeAsync(3000)
    expect(await call).toBeInstanceOf(RequestTimeoutError)
  })
})

test('a reason that is an error of ours is a reason like others', async () => {
  const reason = new ConnectionClosedError('http://sibling.example.com')
  const controller = new AbortController()
  const { client } = fakeClient({ endpointUrl }, (_, { signal }) => {
    controller.abort(reason)
    expect(signal?.aborted).toBe(true)
    return respond(503)
  })
  const error = await failureOf(client.listBuckets({}, { signal: controller.signal }))
  expect(error).toBeInstanceOf(CancelledError)
  expect(error.cause).toBe(reason)
})

test('a wait that would outlast the time-out is not begun, and the error says so', async () => {
  const { client, sent } = fakeClient({ endpointUrl }, () => respond(503, { 'retry-after': '4' }))
  const error = await failureOf(client.listBuckets({}, { timeout: 3 }))
  expect(error).toBeInstanceOf(RequestTimeoutError)
  expect(error.message).toBe('ListBuckets could not be repeated within its time-out of 3 s.')
  expect(error.cause).toMatchObject({ statusCode: 503 })
  expect(sent).toHaveLength(1)
})

describe("createBucketLocation: 'auto' (D-11)", () => {
  const constraint = /<LocationConstraint>eu-west-1<\/LocationConstraint>/
  test.each([
    [undefined, true],
    ['https://s3.eu-west-1.amazonaws.com', true],
    ['https://s3.example.com', false],
  ])('at %s', async (url, filledIn) => {
    const { client, sent } = fakeClient({
      ...(url === undefined ? {} : { endpointUrl: url }),
      regionName: 'eu-west-1',
      config: { createBucketLocation: 'auto' },
    })
    await client.createBucket({ Bucket: 'bucket' })
    expect(constraint.test(new TextDecoder().decode(sent[0]?.body?.bytes))).toBe(filledIn)
  })
})

describe('amz-sdk-request of a repetition', () => {
  // boto3 semantics 3.4: "ttl=... first when the previous response carried a Date and the operation has no streaming input".
  const date = 'Fri, 02 Jan 2026 03:04:05 GMT'
  test.each([
    ['PutObject', false],
    ['PutBucketTagging', true],
  ])('%s', async (operation, ttl) => {
    vi.spyOn(Math, 'random').mockReturnValue(0)
    const { client, sent } = fakeClient({ endpointUrl }, () => (sent.length === 1 ? respond(503, { date }) : respond()))
    if (operation === 'PutObject') await client.putObject({ ...object, Body: 'text' })
    else await client.putBucketTagging({ Bucket: 'bucket', Tagging: { TagSet: [] } })
    vi.restoreAllMocks()
    const { headers } = sent[1]!
    expect(headers[headers.indexOf('amz-sdk-request') + 1]?.startsWith('ttl=')).toBe(ttl)
  })
})
