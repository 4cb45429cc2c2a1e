/** Bytes as base64 with padding (RFC 4648, 4); meant for digests, not for bodies. */
export function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i++) binary += String.fromCharCode(bytes[i]!)
  return btoa(binary)
}
