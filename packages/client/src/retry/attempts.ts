/**
 * The loop over the attempts of one call (boto3 semantics 7).
 *
 * `call.ts` gives a function that makes one attempt: sign, send, parse. It returns what the server said and throws when there
 * was no answer; it knows nothing of repetitions. The loop decides whether to go on, waits, keeps the books of
 * `ResponseMetadata`, and throws the final error.
 */
import type { ErrorResponse, ResponseMetadata } from '../errors/index.js'
import { throwIfAborted } from '../deadline.js'
import { RequestTimeoutError } from '../errors/cancelled.js'
import { UnseekableStreamError } from '../errors/body.js'
import { clientError } from '../errors/exceptions.js'
import type { AbortSource } from '../http/types.js'
import type { AdaptiveLimiter } from './adaptive.js'
import type { Failure } from './decide.js'
import { sdkRequestHeader } from './sdkRequest.js'
import type { RetryState } from './state.js'

/** What an attempt came to. `error` is any answer that `protocol/errorBody` made an error of, also those with status 200. */
export type Outcome<T> =
  | { readonly kind: 'success'; readonly value: T; readonly metadata: ResponseMetadata }
  | { readonly kind: 'error'; readonly response: ErrorResponse; readonly cause?: unknown }

/** What an attempt is told. */
export interface Attempt {
  /** From 1, redirects included. */
  readonly number: number
  /** Value of `amz-sdk-request`. */
  readonly sdkRequest: string
}

/** What the loop has to know of a call. */
export interface AttemptsContext {
  readonly operationName: string
  readonly state: RetryState
  /** Ends waits at once. The attempt passes it on to the transport by itself. */
  readonly signal: AbortSource | undefined
  /** Seconds for the whole call and when they end, in milliseconds of the clock. Limits waits; the attempt limits itself. */
  readonly deadline: { readonly timeout: number; readonly at: number } | undefined
  /** Whether the body can be sent again; asked before each repetition. */
  readonly replayable: () => boolean
  /** The operation streams its body. */
  readonly streamingInput: boolean
  /** Seconds, for `amz-sdk-request`. */
  readonly readTimeout: number
  /**
   * Asked about each error answer before the retry rules: `true` when the call has been changed, such as to another region
   * (`endpoint/redirect`), and should be sent again at once. That consumes no attempt but counts in `RetryAttempts`.
   * It must answer `true` a limited number of times for a call.
   */
  readonly repeatAtOnce?: (response: ErrorResponse) => boolean | Promise<boolean>
}

/**
 * Makes attempts until one succeeds or the retry rules say stop.
 * @returns The value of the attempt that succeeded; its metadata has got `RetryAttempts`.
 * @throws {ClientError} the last error answer; its metadata has got `RetryAttempts` and why there were no more attempts.
 * @throws Whatever the last attempt threw. If only the body, which cannot be sent twice, kept the call from being repeated,
 *   `cause` is an `UnseekableStreamError`, unless the error had a cause already (D-09).
 * @throws {CancelledError} or what else `cancellation` makes of the signal, aborted before or during a wait.
 * @throws {RequestTimeoutError} the wait would end after the deadline; `cause` is the last failure.
 */
export async function runAttempts<T>(
  context: AttemptsContext,
  attempt: (attempt: Attempt) => Promise<Outcome<T>>,
): Promise<T> {
  const { state, repeatAtOnce } = context
  let lastCost: number | undefined
  let previousDate: string | undefined
  let redirects = 0
  for (let number = 1; ; number++) {
    if (state.limiter !== undefined) await waitForLimiter(context, state.limiter)
    throwIfAborted(context.signal)
    let outcome: Outcome<T> | Failure
    try {
      outcome = await attempt({ number, sdkRequest: headerText(context, number, previousDate) })
    } catch (error) {
      outcome = { kind: 'exception', error }
    }
    state.attemptEnded(outcome.kind === 'success' ? undefined : outcome)
    if (outcome.kind === 'success') {
      state.callSucceeded(lastCost)
      outcome.metadata.RetryAttempts = number - 1
      if (state.exhausts(number - redirects)) outcome.metadata.MaxAttemptsReached = true
      return outcome.value
    }
    if (outcome.kind === 'error') {
      outcome.response.ResponseMetadata.RetryAttempts = number - 1
      previousDate = outcome.response.ResponseMetadata.HTTPHeaders.date
      if ((await repeatAtOnce?.(outcome.response)) === true) {
        if (!context.replayable()) throw cannotRepeat(context, outcome)
        redirects++
        continue
      }
    }
    const verdict = state.judge(outcome, number - redirects)
    if (typeof verdict === 'string') throw finalError(context, outcome, verdict)
    if (!context.replayable()) {
      state.quota?.release(verdict.cost)
      throw cannotRepeat(context, outcome)
    }
    lastCost = verdict.cost
    await wait(context, verdict.delayMs, outcome)
  }
}

function headerText(context: AttemptsContext, attempt: number, previousDate: string | undefined): string {
  const { totalMaxAttempts: max, v2026 } = context.state.settings
  const { streamingInput, readTimeout } = context
  return sdkRequestHeader({ attempt, max, v2026, previousDate, streamingInput, readTimeout })
}

async function waitForLimiter(context: AttemptsContext, limiter: AdaptiveLimiter): Promise<void> {
  const delay = limiter.reserve(context.state.clock.now() / 1000)
  try {
    await wait(context, delay * 1000, undefined)
  } catch (error) {
    limiter.cancel()
    throw error
  }
}

/** Waits, as long as the signal and the deadline allow it. */
async function wait(context: AttemptsContext, milliseconds: number, failure: Failure | undefined): Promise<void> {
  const { signal, deadline, operationName, state } = context
  throwIfAborted(signal)
  // Rounding a time-out up to the end of a wait that cannot help would only keep the caller waiting.
  if (deadline !== undefined && state.clock.now() + milliseconds >= deadline.at) {
    const { timeout } = deadline
    if (failure === undefined) throw new RequestTimeoutError(operationName, timeout, 'send')
    throw new RequestTimeoutError(operationName, timeout, 'repeat', { cause: errorOf(context, failure) })
  }
  if (milliseconds > 0) await state.clock.sleep(milliseconds, signal)
  throwIfAborted(signal)
}

function finalError(context: AttemptsContext, failure: Failure, why: 'final' | 'maxAttempts' | 'quota'): unknown {
  if (failure.kind === 'error') {
    const metadata = failure.response.ResponseMetadata
    if (why === 'maxAttempts') metadata.MaxAttemptsReached = true
    if (why === 'quota') metadata.RetryQuotaReached = true
  }
  return errorOf(context, failure)
}

function cannotRepeat(context: AttemptsContext, failure: Failure): unknown {
  const reason = new UnseekableStreamError(
    `The body of ${context.operationName} cannot be sent again, because it is a stream that can be read only once.`,
  )
  return withCause(errorOf(context, failure), reason)
}

function errorOf(context: AttemptsContext, failure: Failure): unknown {
  return failure.kind === 'exception'
    ? failure.error
    : clientError(failure.response, context.operationName, failure.cause)
}

function withCause(error: unknown, cause: unknown): unknown {
  if (error instanceof Error && error.cause === undefined) {
    Object.defineProperty(error, 'cause', { value: cause, configurable: true, writable: true })
  }
  return error
}
