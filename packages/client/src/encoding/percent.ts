/** Percent-encoding and form encoding. */

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
