const digits = '0123456789abcdef'

/** Bytes in lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    text += digits[byte >> 4]! + digits[byte & 15]!
  }
  return text
}
