/** The text of the `amz-sdk-request` header (boto3 semantics 3.4). */

/** What the header tells about an attempt. */
export interface SdkRequestFacts {
  /** Number of the attempt, from 1, redirects included. */
  readonly attempt: number
  /** All attempts that are allowed. */
  readonly max: number
  /** boto3's opt-in of 2026 tells `max` from the first attempt. */
  readonly v2026: boolean
  /** `Date` of the answer before; gives the time by the server's clock. */
  readonly previousDate: string | undefined
  /** The operation streams its body, so that no time of arrival can be promised. */
  readonly streamingInput: boolean
  /** Seconds. */
  readonly readTimeout: number
}

/** Such as `attempt=1`, or `ttl=20260102T030505Z; attempt=2; max=5`. */
export function sdkRequestHeader(facts: SdkRequestFacts): string {
  const { attempt, max, previousDate, streamingInput, readTimeout } = facts
  const serverTime = previousDate === undefined || streamingInput ? NaN : Date.parse(previousDate)
  const ttl = Number.isNaN(serverTime) ? '' : `ttl=${compactDate(serverTime + readTimeout * 1000)}; `
  return `${ttl}attempt=${attempt}${attempt > 1 || facts.v2026 ? `; max=${max}` : ''}`
}

function compactDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, '')
}
