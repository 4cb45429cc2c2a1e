/** Moments as text on the wire. */
import { digits } from './digits.js'

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
const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i

/**
 * A moment from text: ISO 8601 (any fraction, any zone, date alone), an HTTP date in its three forms, or seconds since
 * 1970. Without a zone it is UTC (boto3 semantics 3.4). Fractions finer than a millisecond are cut.
 * @returns `undefined` when the text is none of them, or outside the years 1 to 9999.
 */
export function parseTimestamp(text: string): Date | undefined {
  return usualTimestamp(text) ?? anyTimestamp(text)
}

const weekday = /^[a-z]{3}, /i

// How S3 writes moments: 2026-01-02T03:04:05.000Z in XML, Fri, 02 Jan 2026 03:04:05 GMT in headers. A page of a listing has
// a thousand of them, and patterns take four times as long.
function usualTimestamp(text: string): Date | undefined {
  if (text.length === 24 && hasAt(text, 4, '-') && hasAt(text, 7, '-') && hasAt(text, 10, 'T')) {
    if (!hasAt(text, 19, '.') || !hasAt(text, 23, 'Z')) return undefined
    return usualMoment(text, digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2), 11, digits(text, 20, 3))
  }
  if (text.length === 29 && text.endsWith(' GMT') && weekday.test(text)) {
    if (!hasAt(text, 7, ' ') || !hasAt(text, 11, ' ') || !hasAt(text, 16, ' ')) return undefined
    return usualMoment(text, digits(text, 12, 4), monthNumber(text.slice(8, 11)), digits(text, 5, 2), 17, 0)
  }
  return undefined
}

function hasAt(text: string, at: number, character: string): boolean {
  return text.charCodeAt(at) === character.charCodeAt(0)
}

/** The time of day stands at `clock`, with colons. `undefined` when there is anything unusual. */
function usualMoment(
  text: string,
  year: number,
  month: number,
  day: number,
  clock: number,
  milliseconds: number,
): Date | undefined {
  const hour = digits(text, clock, 2)
  const minute = digits(text, clock + 3, 2)
  const second = digits(text, clock + 6, 2)
  if (!hasAt(text, clock + 2, ':') || !hasAt(text, clock + 5, ':')) return undefined
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined
  if (!(hour < 24 && minute < 60 && second < 60)) return undefined
  const seconds = (hour * 60 + minute) * 60 + second
  return new Date((daysSince1970(year, month, day) * 86_400 + seconds) * 1000 + milliseconds)
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** In the Gregorian calendar; of years that begin with March, so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const from = month < 3 ? year - 1 : year
  const leapDays = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400)
  const daysBefore = Math.floor((((month + 9) % 12) * 153 + 2) / 5)
  return from * 365 + leapDays + daysBefore + day - 719_469
}

function anyTimestamp(text: string): Date | undefined {
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
