/** Header values between text and the bytes on the wire. */
import { ParamValidationError } from '../errors/validation.js'
import { shorten } from '../errors/shorten.js'

// What the name of a field is made of (RFC 9110, 5.1).
const token = /^[\w!#$%&'*+.^`|~-]+$/
const plain = /^[\t\x20-\x7e]*$/
const beyondAscii = /[\x80-\xff]/

/** What no header value can carry (RFC 9110, 5.5): CR and LF would end it, and HTTP libraries refuse the others. */
export const controlCharacter = /[^\t\x20-\x7e\u0080-\uffff]/

/**
 * A header value as a transport takes it: one character for each byte of its UTF-8 form (boto3 semantics 3.4).
 * @throws {ParamValidationError} when the name is none, such as that of a metadata key with a blank, or the value holds
 * control characters, of which CR and LF could smuggle in another header. The message names the header only: values may be
 * secret.
 */
export function toHeaderBytes(name: string, value: string): string {
  if (!token.test(name)) {
    throw new ParamValidationError(`Invalid name of a header: ${shorten(JSON.stringify(name))} (RFC 9110, 5.1).`)
  }
  if (plain.test(value)) return value
  if (controlCharacter.test(value)) {
    throw new ParamValidationError(`Invalid value of header ${name}: it holds line breaks or other control characters.`)
  }
  const bytes = new TextEncoder().encode(value)
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}

/** The text of a header value that was received as one character for each byte: UTF-8 where it is valid, else Latin-1. */
export function fromHeaderBytes(value: string): string {
  if (!beyondAscii.test(value)) return value
  const bytes = Uint8Array.from(value, (character) => character.charCodeAt(0))
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return value
  }
}

/** Adds a received header field; fields of one name are joined in order (RFC 9110, 5.3). `name` in lower case. */
export function addReceivedHeader(headers: Record<string, string>, name: string, value: string): void {
  const before = Object.hasOwn(headers, name) ? headers[name] : undefined
  const joined = before === undefined ? value : `${before}, ${value}`
  if (name === '__proto__') {
    Object.defineProperty(headers, name, { value: joined, enumerable: true, configurable: true, writable: true })
  } else {
    headers[name] = joined
  }
}

/** `Content-Length` as a number; `undefined` when it is absent or not a number. */
export function contentLengthOf(headers: Readonly<Record<string, string>>): number | undefined {
  const text = headers['content-length']
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}
