import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { decodeForm, encodeKey, encodeLabel } from '../src/encoding/percent.js'
import { formatHttpDate, formatIso, parseTimestamp, toDate } from '../src/protocol/timestamps.js'
import { fromBase64, toBase64 } from '../src/encoding/base64.js'

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('moments as text', () => {
  it('writes HTTP dates in whole seconds', () => {
    expect(formatHttpDate(new Date('2026-01-02T03:04:05.999Z'))).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
    expect(formatHttpDate(new Date('1994-11-06T08:49:37Z'))).toBe('Sun, 06 Nov 1994 08:49:37 GMT')
  })

  it('writes ISO 8601 with microseconds only where there is a fraction', () => {
    expect(formatIso(new Date('2026-01-01T00:00:00Z'))).toBe('2026-01-01T00:00:00Z')
    expect(formatIso(new Date('2026-01-01T00:00:00.123Z'))).toBe('2026-01-01T00:00:00.123000Z')
  })

  const utc = '1994-11-06T08:49:37.000Z'
  test.each([
    // The three forms of RFC 9110, 5.6.7.
    ['Sun, 06 Nov 1994 08:49:37 GMT', utc],
    ['Sunday, 06-Nov-94 08:49:37 GMT', utc],
    ['Sun Nov  6 08:49:37 1994', utc],
    // RFC 5322: day of one digit, no weekday, no seconds, numeric zone.
    ['6 Nov 1994 08:49:37 +0000', utc],
    ['Sun, 06 Nov 1994 09:49:37 +0100', utc],
    ['06 Nov 94 08:49 GMT', '1994-11-06T08:49:00.000Z'],
    ['Fri, 21 Nov 1997 09:55:06 -0600', '1997-11-21T15:55:06.000Z'],
    // ISO 8601.
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02 03:04:05', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02', '2026-01-02T00:00:00.000Z'],
    ['2026-01-02T03:04', '2026-01-02T03:04:00.000Z'],
    ['2026-01-02T03:04:05.1Z', '2026-01-02T03:04:05.100Z'],
    ['2026-01-02T03:04:05.123456789Z', '2026-01-02T03:04:05.123Z'],
    ['2026-01-02T03:04:05+05:30', '2026-01-01T21:34:05.000Z'],
    ['2026-01-02T03:04:05-0800', '2026-01-02T11:04:05.000Z'],
    ['2026-01-02T03:04:05.5+01', '2026-01-02T02:04:05.500Z'],
    ['20260102T030405Z', '2026-01-02T03:04:05.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['  2026-01-02T03:04:05Z\n', '2026-01-02T03:04:05.000Z'],
    // Seconds since 1970.
    ['0', '1970-01-01T00:00:00.000Z'],
    ['1767323045', '2026-01-02T03:04:05.000Z'],
    ['1767323045.25', '2026-01-02T03:04:05.250Z'],
    ['-1', '1969-12-31T23:59:59.000Z'],
    ['1.5e9', '2017-07-14T02:40:00.000Z'],
  ])('reads %j', (text, iso) => {
    expect(parseTimestamp(text)?.toISOString()).toBe(iso)
  })

  test.each([
    '',
    'nonsense',
    'Never',
    '2026-13-01',
    '2026-02-29',
    '2026-01-02T24:01:00Z',
    '2026-01-02T03:60:00Z',
    'Fri, 31 Feb 2026 00:00:00 GMT',
    'Fri, 02 Foo 2026 00:00:00 GMT',
    '2026-01-02T03:04:05 somewhere',
    // Milliseconds, taken for seconds: the year 57973.
    '1767323045000',
    'Infinity',
    'NaN',
  ])('refuses %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })

  it.each(['1', '1.', '2026-01-02T03:04:05.1', 'Jan', 'Fri ', '1 Jan ', ' '])(
    'reads a megabyte of %j in one pass',
    (piece) => {
      // In quadratic time it takes minutes, and the test its time limit.
      expect(parseTimestamp(piece.repeat(1_000_000 / piece.length) + 'x')).toBeUndefined()
      expect(parseTimestamp(`2026-01-02T03:04:05.${piece.repeat(1_000_000 / piece.length)}x`)).toBeUndefined()
    },
  )

  it('takes moments in every form that callers may give', () => {
    const date = new Date('2026-01-02T03:04:05Z')
    expect(toDate(date)).toEqual(date)
    expect(toDate('2026-01-02T03:04:05Z')).toEqual(date)
    expect(toDate(1767323045)).toEqual(date)
    for (const wrong of [new Date(NaN), NaN, Infinity, Date.now() * 1000, true, null, undefined, {}, [], 10n]) {
      expect(toDate(wrong)).toBeUndefined()
    }
  })

  const moments = fc.date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  })
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(moments, (date) => {
        expect(parseTimestamp(formatIso(date))?.getTime()).toBe(date.getTime())
        const seconds = Math.floor(date.getTime() / 1000)
        expect(parseTimestamp(formatHttpDate(date))?.getTime()).toBe(seconds * 1000)
        expect(parseTimestamp(String(seconds))?.getTime()).toBe(seconds * 1000)
      }),
    )
  })
})

describe('base64', () => {
  // RFC 4648, 10.
  test.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, encoded) => {
    expect(toBase64(utf8(text))).toBe(encoded)
    expect(fromBase64(encoded)).toEqual(utf8(text))
  })

  it('skips line breaks and refuses what is not base64', () => {
    expect(fromBase64('Zm9v\nYmFy')).toEqual(utf8('foobar'))
    expect(fromBase64('a*b')).toBeUndefined()
  })

  it('reads back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20000 }), (bytes) => {
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(toBase64(bytes))).toEqual(bytes)
      }),
      { numRuns: 30 },
    )
  })
})

describe('percent-encoding', () => {
  test.each([
    // The example of boto3 semantics 3.2.
    ['a/b c+é?#%~*/./../x//y', 'a/b%20c%2B%C3%A9%3F%23%25~%2A/./../x//y'],
    ['/lead//x', '/lead//x'],
    ["quote'()!*", 'quote%27%28%29%21%2A'],
    ['AZaz09-._~', 'AZaz09-._~'],
    ['%2F', '%252F'],
    ['😀\0\n', '%F0%9F%98%80%00%0A'],
    ['', ''],
  ])('key %j', (key, encoded) => {
    expect(encodeKey(key)).toBe(encoded)
  })

  it('encodes slashes everywhere but in keys', () => {
    expect(encodeLabel('a/b c')).toBe('a%2Fb%20c')
    expect(encodeLabel('AZaz09-._~')).toBe('AZaz09-._~')
  })

  it('writes half a surrogate pair as U+FFFD', () => {
    expect(encodeKey('a\ud800b')).toBe('a%EF%BF%BDb')
  })

  it('is undone by decoding, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(encodeLabel(text)).toMatch(/^(?:[A-Za-z0-9._~-]|%[0-9A-F]{2})*$/)
        expect(encodeKey(text)).toMatch(/^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})*$/)
        expect(decodeURIComponent(encodeLabel(text))).toBe(text)
        expect(decodeURIComponent(encodeKey(text))).toBe(text)
        expect(decodeForm(encodeLabel(text))).toBe(text)
      }),
    )
  })
})

describe('form decoding', () => {
  test.each([
    ['plain', 'plain'],
    ['p/my%20f+x', 'p/my f x'],
    ['a%2Bb', 'a+b'],
    ['%c3%A9', 'é'],
    ['100%', '100%'],
    ['pct%zz%', 'pct%zz%'],
    ['%zz%C3%A9+', '%zzé '],
    // Not UTF-8: Python's unquote_plus() replaces it.
    ['a%FFb', 'a\ufffdb'],
    ['%EF%BB%BFa', '\ufeffa'],
  ])('%j', (text, decoded) => {
    expect(decodeForm(text)).toBe(decoded)
  })
})
