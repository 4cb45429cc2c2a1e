import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as errors from '../src/errors/index.js'
import type { ErrorResponse, ResponseMetadata } from '../src/errors/index.js'
import { AdaptiveLimiter } from '../src/retry/adaptive.js'
import type { Attempt, AttemptsContext, Outcome } from '../src/retry/attempts.js'
import { runAttempts } from '../src/retry/attempts.js'
import { retryDelay } from '../src/retry/backoff.js'
import type { RetryClock } from '../src/retry/clock.js'
import { systemClock } from '../src/retry/clock.js'
import type { Failure } from '../src/retry/decide.js'
import { isRetryable, isThrottling, isTimeout } from '../src/retry/decide.js'
import { RetryQuota } from '../src/retry/quota.js'
import { sdkRequestHeader } from '../src/retry/sdkRequest.js'
import { RetryState } from '../src/retry/state.js'
import type { RetryMode, Settings } from '../src/settings.js'

const modes = ['legacy', 'standard', 'adaptive'] as const

function metadata(status: number, headers: Record<string, string> = {}): ResponseMetadata {
  return { HTTPStatusCode: status, HTTPHeaders: headers, RetryAttempts: 0 }
}

function answer(status: number, code = String(status), headers: Record<string, string> = {}) {
  const response: ErrorResponse = { Error: { Code: code, Message: 'no' }, ResponseMetadata: metadata(status, headers) }
  return { kind: 'error' as const, response }
}

function exception(error: unknown): Failure {
  return { kind: 'exception', error }
}

function retriedIn(failure: Failure): RetryMode[] {
  return modes.filter((mode) => isRetryable(failure, mode))
}

describe('what is repeated (the table of boto3 semantics 7)', () => {
  const all = [...modes]
  const newer = ['standard', 'adaptive'] as RetryMode[]

  it.each([
    [300, []],
    [301, []],
    [304, []],
    [400, []],
    [401, []],
    [403, []],
    [404, []],
    [408, []],
    [409, []],
    [411, []],
    [412, []],
    [416, []],
    [417, []],
    [429, ['legacy']],
    [500, all],
    [501, []],
    [502, all],
    [503, all],
    [504, all],
    [505, []],
    [509, ['legacy']],
  ])('status %i', (status, expected) => {
    expect(retriedIn(answer(status))).toEqual(expected)
  })

  // Columns: with status 400, and with another status that is not repeated by itself.
  it.each<[string, RetryMode[], RetryMode[]]>([
    ['Throttling', all, newer],
    ['ThrottlingException', all, newer],
    ['ThrottledException', all, newer],
    ['RequestThrottledException', all, newer],
    ['ProvisionedThroughputExceededException', all, newer],
    ['RequestTimeout', all, newer],
    ['BadDigest', ['legacy'], []],
    ['RequestTimeoutException', newer, newer],
    ['PriorRequestNotComplete', newer, newer],
    ['TooManyRequestsException', newer, newer],
    ['TransactionInProgressException', newer, newer],
    ['RequestLimitExceeded', newer, newer],
    ['BandwidthLimitExceeded', newer, newer],
    ['LimitExceededException', newer, newer],
    ['RequestThrottled', newer, newer],
    ['SlowDown', newer, newer],
    ['EC2ThrottledException', newer, newer],
    ['RequestTimeTooSkewed', [], []],
    ['AccessDenied', [], []],
    ['NoSuchKey', [], []],
    ['InternalError', [], []],
    ['TooManyRequests', [], []],
    ['ExpiredToken', [], []],
    ['toString', [], []],
  ])('code %s', (code, with400, with403) => {
    expect(retriedIn(answer(400, code))).toEqual(with400)
    expect(retriedIn(answer(403, code))).toEqual(with403)
  })

  it('repeats a 429 in the newer modes for its code only', () => {
    expect(retriedIn(answer(429, 'SlowDown'))).toEqual(all)
    expect(retriedIn(answer(429, 'TooManyRequests'))).toEqual(['legacy'])
  })

  const url = 'https://host/'
  function tls(code: string) {
    return new errors.SSLError(url, 'failed', { cause: Object.assign(new Error('tls'), { code }) })
  }
  it.each<[string, unknown, RetryMode[]]>([
    ['ConnectionError', new errors.ConnectionError('x'), all],
    ['EndpointConnectionError', new errors.EndpointConnectionError(url), all],
    ['ConnectTimeoutError', new errors.ConnectTimeoutError(url), all],
    ['ProxyConnectionError', new errors.ProxyConnectionError(url), all],
    ['SSLError, handshake', tls('ECONNRESET'), all],
    ['SSLError, self-signed (D-23)', tls('DEPTH_ZERO_SELF_SIGNED_CERT'), []],
    ['SSLError, unknown issuer (D-23)', tls('UNABLE_TO_GET_ISSUER_CERT_LOCALLY'), []],
    ['SSLError, unknown leaf (D-23)', tls('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), []],
    ['SSLError, expired (D-23)', tls('CERT_HAS_EXPIRED'), []],
    ['SSLError, other name (D-23)', tls('ERR_TLS_CERT_ALTNAME_INVALID'), []],
    ['SSLError, by its text (D-23)', new errors.SSLError(url, 'certificate verify failed'), []],
    [
      'SSLError, by the text of its cause (D-23)',
      new errors.SSLError(url, 'failed', { cause: new Error('alert bad certificate') }),
      [],
    ],
    [
      'SSLError, handshake, for a key that is called so',
      new errors.SSLError('https://host/bucket/certificate.pem', 'write EPROTO', {
        cause: Object.assign(new Error('write EPROTO'), { code: 'EPROTO' }),
      }),
      all,
    ],
    ['ConnectionClosedError', new errors.ConnectionClosedError(url), all],
    ['ReadTimeoutError', new errors.ReadTimeoutError(url), all],
    ['ResponseStreamingError', new errors.ResponseStreamingError('x'), newer],
    ['HTTPClientError', new errors.HTTPClientError('x'), newer],
    ['IncompleteReadError', new errors.IncompleteReadError(1, 2), []],
    ['ResponseParserError', new errors.ResponseParserError('x'), []],
    ['NoCredentialsError', new errors.NoCredentialsError(), []],
    ['CancelledError', new errors.CancelledError(), []],
    ['RequestTimeoutError', new errors.RequestTimeoutError('GetObject', 1), []],
    ['TypeError', new TypeError('x'), []],
    ['a thrown string', 'x', []],
  ])('%s', (_, error, expected) => {
    expect(retriedIn(exception(error))).toEqual(expected)
  })

  it('tells throttling and time-outs apart', () => {
    expect(isThrottling(answer(503, 'SlowDown'))).toBe(true)
    expect(isThrottling(answer(503))).toBe(false)
    expect(isThrottling(exception(new errors.ReadTimeoutError(url)))).toBe(false)
    expect(isTimeout(exception(new errors.ReadTimeoutError(url)))).toBe(true)
    expect(isTimeout(exception(new errors.ConnectTimeoutError(url)))).toBe(true)
    expect(isTimeout(exception(new errors.EndpointConnectionError(url)))).toBe(false)
    expect(isTimeout(answer(400, 'RequestTimeout'))).toBe(false)
  })
})

describe('delays', () => {
  it.each([
    [1, 1000],
    [2, 2000],
    [3, 4000],
    [4, 8000],
    [5, 16000],
    [6, 20000],
    [40, 20000],
  ])('after attempt %i at most %i ms', (attempts, most) => {
    expect(retryDelay(answer(500), attempts, false, 1, 0)).toBe(most)
    expect(retryDelay(answer(500), attempts, false, 0.25, 0)).toBe(most / 4)
    expect(retryDelay(answer(500), attempts, false, 0, 0)).toBe(0)
  })

  it.each([
    ['other', answer(500), 1, 50],
    ['other', answer(500), 3, 200],
    ['throttling', answer(503, 'SlowDown'), 1, 1000],
    ['throttling', answer(503, 'SlowDown'), 3, 4000],
    ['throttling', answer(503, 'SlowDown'), 9, 20000],
  ])('of 2026, %s', (_, failure, attempts, most) => {
    expect(retryDelay(failure, attempts, true, 1, 0)).toBe(most)
  })

  // Computed without the header: 500 ms.
  it.each([
    [{ 'retry-after': '2' }, 2000],
    [{ 'retry-after': '0' }, 500],
    [{ 'retry-after': '3600' }, 5500],
    [{ 'retry-after': 'soon' }, 500],
    [{ 'retry-after': '-1' }, 500],
    [{ 'retry-after': 'Thu, 01 Jan 2026 00:00:03 GMT' }, 3000],
    [{ 'retry-after': 'Thu, 01 Jan 1998 00:00:03 GMT' }, 500],
    [{ 'x-amz-retry-after': '1500' }, 1500],
    [{ 'x-amz-retry-after': '99999' }, 5500],
    [{ 'x-amz-retry-after': '1500', 'retry-after': '4' }, 1500],
    [{ 'x-amz-retry-after': 'x', 'retry-after': '4' }, 4000],
  ])('the server asks: %j (D-24)', (headers, expected) => {
    const now = Date.UTC(2026, 0, 1)
    expect(retryDelay(answer(503, 'SlowDown', headers), 1, false, 0.5, now)).toBe(expected)
  })

  it('stay within their bounds', () => {
    const anyFailure = fc.oneof(
      fc
        .record({ after: fc.option(fc.nat()), code: fc.constantFrom('SlowDown', 'InternalError') })
        .map(({ after, code }) => answer(503, code, after === null ? {} : { 'retry-after': String(after) })),
      fc.constant(exception(new errors.ReadTimeoutError('https://host/'))),
    )
    fc.assert(
      fc.property(
        anyFailure,
        fc.integer({ min: 1, max: 2000 }),
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failure, attempts, v2026, random) => {
          const delay = retryDelay(failure, attempts, v2026, random, 0)
          const asked = failure.kind === 'error' && 'retry-after' in failure.response.ResponseMetadata.HTTPHeaders
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThanOrEqual(asked ? 25_000 : 20_000)
        },
      ),
    )
  })
})

describe('quota', () => {
  it('never leaves 0 to 500', () => {
    const step = fc.record({ take: fc.boolean(), amount: fc.constantFrom(1, 5, 10, 14) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const quota = new RetryQuota()
        for (const { take, amount } of steps) {
          const before = quota.available
          if (take) expect(quota.acquire(amount)).toBe(amount <= before)
          else quota.release(amount)
          expect(quota.available).toBeGreaterThanOrEqual(0)
          expect(quota.available).toBeLessThanOrEqual(500)
        }
      }),
    )
  })

  it.each([
    [false, answer(503, 'SlowDown'), 5],
    [false, answer(500), 5],
    [false, exception(new errors.ReadTimeoutError('u')), 10],
    [false, exception(new errors.ConnectTimeoutError('u')), 10],
    [false, exception(new errors.EndpointConnectionError('u')), 5],
    [true, answer(503, 'SlowDown'), 5],
    [true, answer(500), 14],
    [true, exception(new errors.ReadTimeoutError('u')), 14],
  ])('cost with v2026 %s', (v2026, failure, cost) => {
    const state = new RetryState({ mode: 'standard', totalMaxAttempts: 3, v2026 }, fakeClock())
    expect(state.judge(failure, 1)).toMatchObject({ cost })
    expect(state.quota?.available).toBe(500 - cost)
  })
})

/** A clock that only moves when somebody sleeps. */
function fakeClock(random = 1): RetryClock & { slept: number[]; time: number } {
  const clock = {
    time: 0,
    slept: [] as number[],
    now: () => clock.time,
    random: () => random,
    sleep: (milliseconds: number) => {
      clock.slept.push(milliseconds)
      clock.time += milliseconds
      return Promise.resolve()
    },
  }
  return clock
}

type Step = Outcome<string> | Error

function success(): Outcome<string> & { kind: 'success' } {
  return { kind: 'success', value: 'done', metadata: metadata(200) }
}

function scripted(
  steps: Step[],
  retries: Partial<Settings['retries']> = {},
  more: Partial<AttemptsContext> = {},
  clock = fakeClock(),
) {
  const mode = retries.mode ?? 'legacy'
  const settings = { mode, totalMaxAttempts: mode === 'legacy' ? 5 : 3, v2026: false, ...retries }
  const state = more.state ?? new RetryState(settings, clock)
  const attempts: Attempt[] = []
  const context: AttemptsContext = {
    operationName: 'GetObject',
    state,
    signal: undefined,
    deadline: undefined,
    replayable: () => true,
    streamingInput: false,
    readTimeout: 60,
    ...more,
  }
  const result = runAttempts(context, (attempt) => {
    attempts.push(attempt)
    const step = steps[Math.min(attempt.number, steps.length) - 1]!
    return step instanceof Error ? Promise.reject(step) : Promise.resolve(step)
  })
  return { result, attempts, clock, state }
}

async function failureOf(result: Promise<unknown>): Promise<unknown> {
  try {
    await result
  } catch (error) {
    return error
  }
  throw new Error('expected a failure')
}

async function clientErrorOf(result: Promise<unknown>): Promise<errors.ClientError> {
  const error = await failureOf(result)
  if (!(error instanceof errors.ClientError)) throw error
  return error
}

describe('the loop', () => {
  it('returns the first success', async () => {
    const done = success()
    const run = scripted([done])
    expect(await run.result).toBe('done')
    expect(done.metadata.RetryAttempts).toBe(0)
    expect(run.clock.slept).toEqual([])
  })

  it.each([
    ['legacy', [1000, 2000, 4000, 8000]],
    ['standard', [1000, 2000]],
    ['adaptive', [1000, 2000]],
  ] as const)('gives up after the attempts of mode %s', async (mode, delays) => {
    const run = scripted([answer(500, 'InternalError')], { mode })
    const error = await clientErrorOf(run.result)
    const retries = delays.length
    expect(error.message).toBe(
      `An error occurred (InternalError) when calling the GetObject operation (reached max retries: ${retries}): no`,
    )
    expect(error.response.ResponseMetadata).toMatchObject({ RetryAttempts: retries, MaxAttemptsReached: true })
    expect(run.clock.slept).toEqual(delays)
  })

  it('marks a single attempt that was worth another', async () => {
    const error = await clientErrorOf(scripted([answer(503, 'SlowDown')], { totalMaxAttempts: 1 }).result)
    expect(error.message).toContain('(reached max retries: 0)')
  })

  it('leaves an error alone that is not worth another attempt', async () => {
    const run = scripted([answer(404, 'NoSuchKey')])
    const error = await clientErrorOf(run.result)
    expect(error).toBeInstanceOf(errors.NoSuchKey)
    expect(error.response.ResponseMetadata).toEqual({ ...metadata(404), RetryAttempts: 0 })
    expect(run.attempts).toHaveLength(1)
  })

  it('counts the retries of a success', async () => {
    const done = success()
    const reset = new errors.ConnectionClosedError('u')
    expect(await scripted([answer(503), reset, done]).result).toBe('done')
    expect(done.metadata.RetryAttempts).toBe(2)
    expect(done.metadata).not.toHaveProperty('MaxAttemptsReached')
  })

  describe.each(['standard', 'adaptive'] as const)('the last attempt of mode %s', (mode) => {
    it('is marked whatever the error is', async () => {
      const error = await clientErrorOf(scripted([answer(503), answer(503), answer(404, 'NoSuchKey')], { mode }).result)
      expect(error.message).toContain('(reached max retries: 2)')
      expect(error.response.ResponseMetadata.MaxAttemptsReached).toBe(true)
    })

    it('is marked when it succeeds, and the one before is not', async () => {
      const [last, before] = [success(), success()]
      await scripted([answer(503), answer(503), last], { mode }).result
      expect(last.metadata.MaxAttemptsReached).toBe(true)
      await scripted([answer(503), before], { mode }).result
      expect(before.metadata).not.toHaveProperty('MaxAttemptsReached')
    })
  })

  it('throws the exception itself in the end', async () => {
    const reset = new errors.ConnectionClosedError('u')
    const run = scripted([reset])
    expect(await failureOf(run.result)).toBe(reset)
    expect(run.attempts).toHaveLength(5)
  })

  describe('at once', () => {
    const redirect = () => answer(301, 'PermanentRedirect')
    const once = () => {
      let asked = 0
      return (response: ErrorResponse) => response.ResponseMetadata.HTTPStatusCode === 301 && ++asked === 1
    }

    it('repeats without an attempt of the budget, but counts it', async () => {
      const done = success()
      const run = scripted([redirect(), done], { totalMaxAttempts: 1 }, { repeatAtOnce: once() })
      await run.result
      expect(done.metadata.RetryAttempts).toBe(1)
      expect(run.clock.slept).toEqual([])
    })

    it('leaves all attempts to the rules', async () => {
      const run = scripted([redirect(), answer(500)], { totalMaxAttempts: 2 }, { repeatAtOnce: once() })
      const error = await clientErrorOf(run.result)
      expect(run.attempts).toHaveLength(3)
      expect(run.clock.slept).toEqual([1000])
      expect(error.response.ResponseMetadata).toMatchObject({ RetryAttempts: 2, MaxAttemptsReached: true })
    })

    it('surfaces the error when it comes again', async () => {
      const error = await clientErrorOf(scripted([redirect()], {}, { repeatAtOnce: once() }).result)
      expect(error.message).toBe('An error occurred (PermanentRedirect) when calling the GetObject operation: no')
      expect(error.retryAttempts).toBe(1)
    })

    it('waits for an answer that takes time', async () => {
      const repeatAtOnce = (response: ErrorResponse) => Promise.resolve(response.Error.Code === 'PermanentRedirect')
      expect(await scripted([redirect(), success()], {}, { repeatAtOnce }).result).toBe('done')
    })
  })

  describe('a body that cannot be sent twice (D-09)', () => {
    const replayable = () => false

    it('keeps the error answer, with the reason as its cause', async () => {
      const run = scripted([answer(503, 'SlowDown')], { mode: 'standard' }, { replayable })
      const error = await clientErrorOf(run.result)
      expect(error.code).toBe('SlowDown')
      expect(error.cause).toBeInstanceOf(errors.UnseekableStreamError)
      expect(run.attempts).toHaveLength(1)
      expect(run.state.quota?.available).toBe(500)
    })

    it('keeps the exception, and the cause that it has', async () => {
      const bare = new errors.ConnectionClosedError('u')
      expect(await failureOf(scripted([bare], {}, { replayable }).result)).toBe(bare)
      expect(bare.cause).toBeInstanceOf(errors.UnseekableStreamError)
      const reset = new Error('ECONNRESET')
      const caused = new errors.ConnectionClosedError('u', { cause: reset })
      expect(await failureOf(scripted([caused], {}, { replayable }).result)).toBe(caused)
      expect(caused.cause).toBe(reset)
    })

    it('does not matter for failures that are final', async () => {
      const error = await clientErrorOf(scripted([answer(404)], {}, { replayable }).result)
      expect(error.cause).toBeUndefined()
    })

    it('keeps a call from being redirected', async () => {
      const error = await clientErrorOf(scripted([answer(301)], {}, { replayable, repeatAtOnce: () => true }).result)
      expect(error.statusCode).toBe(301)
      expect(error.cause).toBeInstanceOf(errors.UnseekableStreamError)
    })
  })

  describe('the quota of the client', () => {
    it('is shared, drawn from and given back', async () => {
      const { state, result } = scripted([answer(500), success()], { mode: 'standard' })
      await result
      expect(state.quota?.available).toBe(500)
      await failureOf(scripted([answer(500)], {}, { state }).result)
      expect(state.quota?.available).toBe(490)
      await scripted([success()], {}, { state }).result
      expect(state.quota?.available).toBe(491)
      await scripted([answer(500), answer(500), success()], {}, { state }).result
      expect(state.quota?.available).toBe(486)
    })

    it('ends the retries when it is empty', async () => {
      const { state } = scripted([success()], { mode: 'standard' })
      while (state.quota?.acquire(5) === true);
      const run = scripted([answer(500)], {}, { state })
      const error = await clientErrorOf(run.result)
      expect(run.attempts).toHaveLength(1)
      expect(error.response.ResponseMetadata).toMatchObject({ RetryQuotaReached: true, RetryAttempts: 0 })
      expect(error.message).not.toContain('max retries')
    })

    it('does not exist in mode legacy', () => {
      expect(scripted([success()]).state.quota).toBeUndefined()
    })
  })

  describe('the end from outside', () => {
    it('does nothing when the signal is aborted already', async () => {
      const run = scripted([success()], {}, { signal: AbortSignal.abort('why') })
      const error = await failureOf(run.result)
      expect(error).toBeInstanceOf(errors.CancelledError)
      expect(error).toMatchObject({ name: 'AbortError', cause: 'why' })
      expect(run.attempts).toHaveLength(0)
    })

    it('ends a wait', async () => {
      const controller = new AbortController()
      const clock = fakeClock()
      clock.sleep = (_, signal) => {
        controller.abort('enough')
        expect(signal?.aborted).toBe(true)
        return Promise.resolve()
      }
      const run = scripted([answer(500)], {}, { signal: controller.signal }, clock)
      expect(await failureOf(run.result)).toBeInstanceOf(errors.CancelledError)
      expect(run.attempts).toHaveLength(1)
    })

    it("is the caller's doing, whatever the reason", async () => {
      const reason = new errors.RequestTimeoutError('ListBuckets', 1)
      const run = scripted([success()], {}, { signal: AbortSignal.abort(reason) })
      const error = await failureOf(run.result)
      expect(error).toBeInstanceOf(errors.CancelledError)
      expect(error).toMatchObject({ cause: reason })
    })

    it('does not wait beyond the deadline', async () => {
      const run = scripted([answer(500, 'InternalError')], {}, { deadline: { timeout: 2.5, at: 2500 } })
      const error = await failureOf(run.result)
      expect(error).toBeInstanceOf(errors.RequestTimeoutError)
      expect(error).toMatchObject({
        message: 'GetObject could not be repeated within its time-out of 2.5 s.',
        timeout: 2.5,
        operationName: 'GetObject',
        cause: { code: 'InternalError' },
      })
      expect(run.clock.slept).toEqual([1000])
      expect(run.attempts).toHaveLength(2)
    })
  })

  it('slows down in mode adaptive after throttling, and not before', async () => {
    const clock = fakeClock(0)
    const { state, result } = scripted([success()], { mode: 'adaptive' }, {}, clock)
    await result
    expect(clock.slept).toEqual([])
    await scripted([answer(503, 'SlowDown'), success()], {}, { state }).result
    expect(clock.slept.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(0)
    const before = state.limiter?.reserve(clock.time / 1000) ?? 0
    state.limiter?.cancel()
    const signal = AbortSignal.abort()
    await failureOf(scripted([success()], {}, { state, signal }).result)
    expect(state.limiter?.reserve(clock.time / 1000)).toBeCloseTo(before)
  })
})

describe('amz-sdk-request (boto3 semantics 3.4)', () => {
  const facts = { max: 5, v2026: false, previousDate: undefined, streamingInput: false, readTimeout: 60 }
  const previousDate = 'Fri, 02 Jan 2026 03:04:05 GMT'

  it('grows with the attempts', () => {
    expect(sdkRequestHeader({ ...facts, attempt: 1 })).toBe('attempt=1')
    expect(sdkRequestHeader({ ...facts, attempt: 2 })).toBe('attempt=2; max=5')
    expect(sdkRequestHeader({ ...facts, attempt: 1, v2026: true })).toBe('attempt=1; max=5')
    expect(sdkRequestHeader({ ...facts, attempt: 2, previousDate })).toBe('ttl=20260102T030505Z; attempt=2; max=5')
    expect(sdkRequestHeader({ ...facts, attempt: 2, previousDate, streamingInput: true })).toBe('attempt=2; max=5')
    expect(sdkRequestHeader({ ...facts, attempt: 2, previousDate: 'zz' })).toBe('attempt=2; max=5')
  })

  it('is told to each attempt', async () => {
    const { result, attempts } = scripted([answer(503, '503', { date: previousDate }), answer(503), success()])
    await result
    expect(attempts.map((attempt) => attempt.sdkRequest)).toEqual([
      'attempt=1',
      'ttl=20260102T030505Z; attempt=2; max=5',
      'attempt=3; max=5',
    ])
  })
})

describe('adaptive limiter', () => {
  it('is idle until the first throttling', () => {
    const limiter = new AdaptiveLimiter(0)
    for (let i = 0; i < 100; i++) {
      expect(limiter.reserve(i / 100)).toBe(0)
      limiter.record(false, i / 100)
    }
    expect(limiter.rate).toBeUndefined()
  })

  it('cuts the rate by 0.7 and grows back along the cubic curve', () => {
    // One answer each half second is a rate of 2, smoothed as 0.8 * new + 0.2 * old: 1.6, 1.92, 1.984, 1.9968.
    const limiter = new AdaptiveLimiter(0)
    limiter.record(false, 0.5)
    limiter.record(true, 1)
    expect(limiter.rate).toBeCloseTo(0.7 * 1.92, 9)
    const grown = 0.4 * (0.5 - Math.cbrt((1.92 * 0.3) / 0.4)) ** 3 + 1.92
    limiter.record(false, 1.5)
    expect(limiter.rate).toBeCloseTo(grown, 9)
    limiter.record(true, 2)
    expect(limiter.rate).toBeCloseTo(0.7 * grown, 9)
  })

  it('is never faster than twice the measured rate', () => {
    const limiter = new AdaptiveLimiter(0)
    limiter.record(false, 0.5)
    limiter.record(true, 1)
    // The curve is far above by now; one answer in 99 s is a rate of 1/99.
    limiter.record(false, 100)
    expect(limiter.rate).toBeCloseTo(2 * (0.8 / 99 + 0.2 * 1.92), 9)
  })

  it('never goes below half a request a second, and lets waiting requests through in turn', () => {
    const limiter = new AdaptiveLimiter(0)
    for (let i = 0; i < 20; i++) limiter.record(true, 0)
    expect(limiter.rate).toBe(0.5)
    expect([limiter.reserve(0), limiter.reserve(0), limiter.reserve(0)]).toEqual([2, 4, 6])
    limiter.cancel()
    expect(limiter.reserve(0)).toBe(6)
    expect(limiter.reserve(100)).toBe(0)
  })

  it('keeps its rate between the minimum and twice what it measures', () => {
    const step = fc.record({ throttled: fc.boolean(), seconds: fc.double({ min: 0, max: 5, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 100 }), (steps) => {
        const limiter = new AdaptiveLimiter(0)
        let now = 0
        for (const { throttled, seconds } of steps) {
          now += seconds
          const wait = limiter.reserve(now)
          expect(wait).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(wait)).toBe(true)
          limiter.record(throttled, now)
          // At most all answers fall into one half second, a measured rate of 2 * steps.
          if (limiter.rate !== undefined) {
            expect(limiter.rate).toBeGreaterThanOrEqual(0.5)
            expect(limiter.rate).toBeLessThanOrEqual(Math.max(0.5, 4 * steps.length))
          }
        }
      }),
    )
  })
})

describe('the clock of the platform', () => {
  it('sleeps no longer than the signal allows', async () => {
    const clock = systemClock(() => 5)
    const controller = new AbortController()
    const slept = clock.sleep(60_000, controller.signal)
    controller.abort()
    await slept
    await clock.sleep(60_000, controller.signal)
    await clock.sleep(0, undefined)
    expect(clock.now()).toBe(5)
    expect(clock.random()).toBeLessThan(1)
  })
})
