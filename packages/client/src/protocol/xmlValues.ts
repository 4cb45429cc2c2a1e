/** Members of a structure from the text and the attributes of elements (boto3 semantics 5.3, 5.4). */
import type { Layout, NamedMember } from '../schema/layout.js'
import type { AnyValue } from '../schema/shapes.js'
import { fromBase64 } from '../encoding/base64.js'
import { digits } from './digits.js'
import { parseTimestamp } from './timestamps.js'
import type { RawAttribute } from './xmlTags.js'

/**
 * The only member, when it is text: then it may be the text of the root itself. Answers of one value, such as
 * `<LocationConstraint>eu-west-1</…>`, have no element around it, and the name of the root plays no part (boto3
 * semantics 5.5).
 */
export function onlyText(layout: Layout): NamedMember | undefined {
  const only = layout.all.length === 1 ? layout.elements[0] : undefined
  return only?.value.kind === 'string' ? only : undefined
}

/** The list that is the member `key`, made when it is absent: items of a flattened list may lie apart. */
export function listOf(result: Record<string, unknown>, key: string): unknown[] {
  const present = result[key]
  if (Array.isArray(present)) return present
  const made: unknown[] = []
  result[key] = made
  return made
}

/** Sets a member from the attributes of its structure's element; the prefix may be any, as its namespace may be. */
export function setAttribute(
  result: Record<string, unknown>,
  member: NamedMember,
  attributes: readonly RawAttribute[],
): void {
  const wanted = member.name.slice(member.name.indexOf(':') + 1)
  for (const [name, raw] of attributes) {
    const colon = name.indexOf(':')
    if (name.slice(colon + 1) === wanted && name.slice(0, Math.max(colon, 0)) !== 'xmlns') {
      result[member.key] = decodeReferences(raw)
    }
  }
}

/**
 * A value from its text (boto3 semantics 5.3).
 * @param label - What the warning calls the value.
 * @returns `undefined` when the text is none; a warning tells so.
 */
export function convert(value: AnyValue, text: string, label: string, warnings: string[]): unknown {
  switch (value.kind) {
    case 'string':
      return text
    case 'integer':
      return warned(parseInteger(text), 'an integer', text, label, warnings)
    case 'boolean':
      return text === 'true'
    case 'timestamp':
      // No moment is that long, and the patterns for moments are not made for long texts.
      return warned(text.length > 100 ? undefined : parseTimestamp(text), 'a timestamp', text, label, warnings)
    case 'blob':
      return warned(fromBase64(text), 'base64', text, label, warnings)
    default:
      return undefined
  }
}

function parseInteger(text: string): number | undefined {
  const plain = text.length >= 1 && text.length <= 15 ? digits(text, 0, text.length) : NaN
  if (!Number.isNaN(plain)) return plain
  return /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : undefined
}

const mostWarnings = 20

function warned<T>(value: T | undefined, expected: string, text: string, label: string, warnings: string[]) {
  // Enough to see what a server gets wrong; a listing can have a million of them.
  if (value === undefined && warnings.length === mostWarnings) warnings.push('and more')
  else if (value === undefined && warnings.length < mostWarnings) {
    const shown = text.length > 100 ? `${text.slice(0, 100)}…` : text
    warnings.push(`${label}: ${JSON.stringify(shown)} is not ${expected}`)
  }
  return value
}

const hash = 0x23

/** The named entities by what follows the ampersand. */
const entities: readonly (readonly [rest: string, character: string])[] = [
  ['quot;', '"'],
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['apos;', "'"],
]

/**
 * Text with its references decoded. Every code point is allowed, because object keys may hold control characters that
 * XML 1.0 forbids; what is no reference stays as it is.
 */
export function decodeReferences(text: string): string {
  let at = text.indexOf('&')
  if (at === -1) return text
  if (at === 0 && isQuoted(text)) return `"${text.slice(quote.length, -quote.length)}"`
  let decoded = ''
  let done = 0
  for (; at !== -1; at = text.indexOf('&', Math.max(at + 1, done))) {
    const found = text.charCodeAt(at + 1) === hash ? numericReference(text, at) : namedReference(text, at)
    if (found === undefined) continue
    decoded += text.slice(done, at) + found.character
    done = found.end
  }
  return decoded + text.slice(done)
}

const quote = '&quot;'

/** Whether the only references are the two quotation marks of an ETag; a page of a listing has a thousand of these. */
function isQuoted(text: string): boolean {
  return text.startsWith(quote) && text.endsWith(quote) && text.indexOf('&', 1) === text.length - quote.length
}

function namedReference(text: string, at: number) {
  for (const [rest, character] of entities) {
    if (text.startsWith(rest, at + 1)) return { character, end: at + 1 + rest.length }
  }
  return undefined
}

function numericReference(text: string, at: number) {
  const pattern = /&#(?:(\d+)|x([\da-fA-F]+));/y
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (found === null) return undefined
  const code = found[1] === undefined ? Number.parseInt(found[2]!, 16) : Number(found[1])
  return code <= 0x10ffff ? { character: String.fromCodePoint(code), end: pattern.lastIndex } : undefined
}
