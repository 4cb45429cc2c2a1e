/** Single values as text on the wire: moments, base64, percent-encoding. */

const months = 'janfebmaraprmayjunjulaugsepoctnovdec'

/** A moment as HTTP writes it, in whole seconds: `Fri, 02 Jan 2026 03:04:05 GMT` (RFC 9110, 5.6.7). */
export function formatHttpDate(date: Date): string {
  return date.toUTCString()
}

/**
 * A moment in ISO 8601, in UTC: `2026-01-01T00:00:00Z`. A fraction of a second is written as microseconds and only when
 * there is one, as Python does (boto3 semantics 3.6).
 */
export function formatIso(date: Date): string {
  const text = date.toISOString()
  return text.endsWith('.000Z') ? text.slice(0, -5) + 'Z' : text.slice(0, -1) + '000Z'
}

const isoPattern =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)? ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i
// RFC 822 and its successors, and RFC 850 with its dashes: [Fri, ]02 Jan 2026 03:04[:05] [GMT].
const httpPattern =
  /^(?:[a-z]+,? *)?(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d\d) +(\d{1,2}):(\d\d)(?::(\d\d))?(?: *(GMT|UTC?|Z|[+-]\d\d:?\d\d))?$/i
// What C's asctime() prints: Fri Jan  2 03:04:05 2026.
const asctimePattern = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})$/i
const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * A moment from text: ISO 8601 (any fraction, any zone, date alone), an HTTP date in its three forms, or seconds since
 * 1970. Without a zone it is UTC (boto3 semantics 3.4). Fractions finer than a millisecond are cut.
 * @returns `undefined` when the text is none of them, or outside the years 1 to 9999.
 */
export function parseTimestamp(text: string): Date | undefined {
  const trimmed = text.trim()
  if (numberPattern.test(trimmed)) return fromSeconds(Number(trimmed))
  let found = isoPattern.exec(trimmed)
  if (found !== null) {
    const [, year, month, day, hour, minute, second, fraction, zone] = found
    const milliseconds = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
    return moment(Number(year), Number(month), day, hour, minute, second, milliseconds, zone)
  }
  found = httpPattern.exec(trimmed)
  if (found !== null) {
    const [, day, month, year, hour, minute, second, zone] = found
    return moment(fullYear(year!), monthNumber(month!), day, hour, minute, second, 0, zone)
  }
  found = asctimePattern.exec(trimmed)
  if (found !== null) {
    const [, month, day, hour, minute, second, year] = found
    return moment(Number(year), monthNumber(month!), day, hour, minute, second, 0, undefined)
  }
  return undefined
}

/** A moment as callers give it: a `Date`, text that `parseTimestamp` knows, or seconds since 1970. */
export function toDate(input: unknown): Date | undefined {
  if (input instanceof Date) return inRange(input)
  if (typeof input === 'string') return parseTimestamp(input)
  if (typeof input === 'number') return fromSeconds(input)
  return undefined
}

function fromSeconds(seconds: number): Date | undefined {
  return inRange(new Date(seconds * 1000))
}

// The years that have four digits; milliseconds taken for seconds fall outside.
function inRange(date: Date): Date | undefined {
  const year = date.getUTCFullYear()
  return year >= 1 && year <= 9999 ? date : undefined
}

// Two digits as RFC 5322, 4.3 reads them.
function fullYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 4) return year
  return year < 50 ? 2000 + year : 1900 + year
}

function monthNumber(name: string): number {
  const at = months.indexOf(name.toLowerCase())
  return at % 3 === 0 ? at / 3 + 1 : 0
}

function moment(
  year: number,
  month: number,
  dayText: string | undefined,
  hourText = '0',
  minuteText = '0',
  secondText = '0',
  milliseconds: number,
  zone: string | undefined,
): Date | undefined {
  const day = Number(dayText)
  const hour = Number(hourText)
  const minute = Number(minuteText)
  const second = Number(secondText)
  // 60 is a leap second.
  if (hour > 23 || minute > 59 || second > 60) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  date.setUTCHours(hour, minute - offsetMinutes(zone), second, milliseconds)
  return inRange(date)
}

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || /^[a-z]/i.test(zone)) return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''))
  return zone[0] === '-' ? -minutes : minutes
}

/** Bytes as base64 with padding (RFC 4648, 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  // In pieces, because a call takes a limited number of arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return btoa(binary)
}

/** Bytes from base64; blanks and line breaks are skipped. `undefined` when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    return undefined
  }
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i)
  return bytes
}

const plainLabel = /^[\w.~-]*$/
const plainKey = /^[\w.~/-]*$/

/** Percent-encoding that keeps letters, digits and `- . _ ~`: labels of the path, names and values of the query. */
export function encodeLabel(text: string): string {
  return plainLabel.test(text) ? text : percentEncode(text)
}

/** Percent-encoding that keeps the slashes as well: keys in the path, sources of copies. */
export function encodeKey(text: string): string {
  return plainKey.test(text) ? text : percentEncode(text).replaceAll('%2F', '/')
}

function percentEncode(text: string): string {
  // Half a surrogate pair has no UTF-8 form; without this encodeURIComponent() throws.
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (character) => '%' + character.charCodeAt(0).toString(16).toUpperCase(),
  )
}

/**
 * Decodes text in form encoding, where `+` is a blank: keys of listings with `EncodingType=url` (boto3 semantics 5.5).
 * A percent sign that begins no code stays; bytes that are not UTF-8 become U+FFFD.
 */
export function decodeForm(text: string): string {
  const blanks = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!blanks.includes('%')) return blanks
  try {
    return decodeURIComponent(blanks)
  } catch {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return blanks.replace(/(?:%[\da-f]{2})+/gi, (codes) => decoder.decode(bytesOfCodes(codes)))
  }
}

function bytesOfCodes(codes: string): Uint8Array {
  const bytes = new Uint8Array(codes.length / 3)
  for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(codes.slice(i * 3 + 1, i * 3 + 3), 16)
  return bytes
}
