/** What all calls of one client share about repeating (boto3 semantics 7). */
import type { Settings } from '../settings.js'
import { AdaptiveLimiter } from './adaptive.js'
import { retryDelay } from './backoff.js'
import type { RetryClock } from './clock.js'
import type { Failure } from './decide.js'
import { isRetryable, isThrottling, isTimeout } from './decide.js'
import { RetryQuota } from './quota.js'

/** What is to be done after a failure: wait and send again, or why not. */
export type Verdict = { readonly delayMs: number; readonly cost: number } | 'final' | 'maxAttempts' | 'quota'

/** The retry state of a client; make one for each client. */
export class RetryState {
  /** Absent in mode legacy. */
  readonly quota: RetryQuota | undefined
  /** Present in mode adaptive. */
  readonly limiter: AdaptiveLimiter | undefined

  constructor(
    readonly settings: Settings['retries'],
    readonly clock: RetryClock,
  ) {
    this.quota = settings.mode === 'legacy' ? undefined : new RetryQuota()
    this.limiter = settings.mode === 'adaptive' ? new AdaptiveLimiter(clock.now() / 1000) : undefined
  }

  /**
   * Decides about another attempt and draws its cost from the quota.
   * @param attempts - Attempts so far; region redirects do not count.
   */
  judge(failure: Failure, attempts: number): Verdict {
    const { mode, totalMaxAttempts, v2026 } = this.settings
    if (this.exhausts(attempts)) return 'maxAttempts'
    if (!isRetryable(failure, mode)) return 'final'
    if (attempts >= totalMaxAttempts) return 'maxAttempts'
    const cost = costOf(failure, v2026)
    if (this.quota?.acquire(cost) === false) return 'quota'
    return { delayMs: retryDelay(failure, attempts, v2026, this.clock.random(), this.clock.now()), cost }
  }

  /**
   * Whether the number of attempts alone means that there are no more. Outside mode `legacy` boto3 looks at it first and
   * says `MaxAttemptsReached` of whatever the last attempt came to, even of a success.
   */
  exhausts(attempts: number): boolean {
    return this.settings.mode !== 'legacy' && attempts >= this.settings.totalMaxAttempts
  }

  /** Learns from an attempt that is over; `failure` is `undefined` after a success. */
  attemptEnded(failure: Failure | undefined): void {
    this.limiter?.record(failure !== undefined && isThrottling(failure), this.clock.now() / 1000)
  }

  /** A call has succeeded; `cost` is what its last repetition took from the quota. */
  callSucceeded(cost: number | undefined): void {
    this.quota?.release(cost ?? 1)
  }
}

function costOf(failure: Failure, v2026: boolean): number {
  if (v2026) return isThrottling(failure) ? 5 : 14
  return isTimeout(failure) ? 10 : 5
}
