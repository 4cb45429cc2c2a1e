/** The rate limiter of mode adaptive (boto3 semantics 7). Times in seconds. */

const beta = 0.7
const cubicScale = 0.4
const minRate = 0.5
const bucketsPerSecond = 2
const smoothing = 0.8

/** Slows a client down once the server has asked for it, and speeds up again along a cubic curve. Starts out idle. */
export class AdaptiveLimiter {
  readonly #measured: MeasuredRate
  #enabled = false
  /** Requests per second that are let through. */
  #rate = minRate
  #tokens = 0
  #filledAt: number
  /** The rate at which the server last complained, and when that was. */
  #maxRate = 0
  #throttledAt: number

  /** @param now - Seconds, from any origin, never going back. */
  constructor(now: number) {
    this.#filledAt = now
    this.#throttledAt = now
    this.#measured = new MeasuredRate(now)
  }

  /** Requests per second that are let through; `undefined` while there is no limit. */
  get rate(): number | undefined {
    return this.#enabled ? this.#rate : undefined
  }

  /**
   * Takes the token of one request, in advance if there is none.
   * @returns Seconds to wait before the request may be sent.
   */
  reserve(now: number): number {
    if (!this.#enabled) return 0
    this.#fill(now)
    this.#tokens -= 1
    return this.#tokens >= 0 ? 0 : -this.#tokens / this.#rate
  }

  /** Gives the token of a request back that was not sent after all. */
  cancel(): void {
    if (this.#enabled) this.#tokens = Math.min(this.#tokens + 1, this.#capacity())
  }

  /** Learns from an attempt that is over. */
  record(throttled: boolean, now: number): void {
    const measured = this.#measured.count(now)
    let rate: number
    if (throttled) {
      this.#maxRate = this.#enabled ? Math.min(measured, this.#rate) : measured
      this.#throttledAt = now
      if (!this.#enabled) this.#filledAt = now
      this.#enabled = true
      rate = this.#maxRate * beta
    } else {
      const zero = Math.cbrt((this.#maxRate * (1 - beta)) / cubicScale)
      rate = cubicScale * (now - this.#throttledAt - zero) ** 3 + this.#maxRate
    }
    this.#fill(now)
    this.#rate = Math.max(Math.min(rate, 2 * measured), minRate)
    this.#tokens = Math.min(this.#tokens, this.#capacity())
  }

  #capacity(): number {
    return Math.max(this.#rate, 1)
  }

  #fill(now: number): void {
    const seconds = Math.max(0, now - this.#filledAt)
    this.#tokens = Math.min(this.#tokens + seconds * this.#rate, this.#capacity())
    this.#filledAt = Math.max(now, this.#filledAt)
  }
}

/** Requests per second, counted by half seconds and smoothed. */
class MeasuredRate {
  #rate = 0
  #count = 0
  #bucket: number

  constructor(now: number) {
    this.#bucket = bucketOf(now)
  }

  count(now: number): number {
    const bucket = bucketOf(now)
    this.#count += 1
    if (bucket > this.#bucket) {
      const current = this.#count / (bucket - this.#bucket)
      this.#rate = current * smoothing + this.#rate * (1 - smoothing)
      this.#count = 0
      this.#bucket = bucket
    }
    return this.#rate
  }
}

function bucketOf(now: number): number {
  return Math.floor(now * bucketsPerSecond) / bucketsPerSecond
}
