/** How long to wait before another attempt (boto3 semantics 7). Times in milliseconds. */
import type { Failure } from './decide.js'
import { isThrottling } from './decide.js'

/** No computed delay is longer, in any mode (D-54). */
const maxDelayMs = 20_000

/** How much later than computed an attempt is made because the server asked for it (D-24). */
const maxRetryAfterMs = 5_000

/**
 * The delay before the next attempt.
 * @param attempts - Attempts so far, at least 1.
 * @param random - From 0 to 1.
 * @param now - Milliseconds since 1970, to understand a `Retry-After` that is a date.
 */
export function retryDelay(failure: Failure, attempts: number, v2026: boolean, random: number, now: number): number {
  const scaleMs = v2026 && !isThrottling(failure) ? 50 : 1000
  const computed = random * Math.min(scaleMs * 2 ** (attempts - 1), maxDelayMs)
  const asked = failure.kind === 'error' ? askedDelay(failure.response.ResponseMetadata.HTTPHeaders, now) : 0
  return Math.min(Math.max(computed, asked), computed + maxRetryAfterMs)
}

/** What the server asked for: `x-amz-retry-after` in milliseconds, else `Retry-After` (RFC 9110, 10.2.3). */
function askedDelay(headers: Readonly<Record<string, string>>, now: number): number {
  const milliseconds = headers['x-amz-retry-after']
  if (milliseconds !== undefined && /^\d+$/.test(milliseconds)) return Number(milliseconds)
  const retryAfter = headers['retry-after']
  if (retryAfter === undefined) return 0
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter) * 1000
  const date = Date.parse(retryAfter)
  return Number.isNaN(date) ? 0 : Math.max(0, date - now)
}
