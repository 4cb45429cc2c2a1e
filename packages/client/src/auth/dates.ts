/** Moments as signatures have them. Requests come in bursts, so the last second's texts are kept. */
let cachedSecond = Number.NaN
let cachedAmzDate = ''
let cachedHttpDate = ''

function refresh(time: number): void {
  const second = Math.floor(time / 1000)
  if (second === cachedSecond) return
  const date = new Date(second * 1000)
  // 2015-08-30T12:36:00.000Z
  cachedAmzDate = date.toISOString().replace(/[-:]|\.000/g, '')
  cachedHttpDate = date.toUTCString()
  cachedSecond = second
}

/** `20150830T123600Z`, from milliseconds since 1970; fractions of a second are cut. */
export function amzDate(time: number): string {
  refresh(time)
  return cachedAmzDate
}

/** `Sun, 30 Aug 2015 12:36:00 GMT` (RFC 9110, 5.6.7), from milliseconds since 1970. */
export function httpDate(time: number): string {
  refresh(time)
  return cachedHttpDate
}
