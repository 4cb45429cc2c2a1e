/** What headers say about a body, computed here once more and in the plainest way. */
import { createHash } from 'node:crypto'

/** CRC of the reflected kind, bit by bit: initial value and final mask all ones. */
function crc(bytes: Uint8Array, width: 32 | 64, polynomial: bigint): string {
  const mask = (1n << BigInt(width)) - 1n
  let remainder = mask
  for (const byte of bytes) {
    remainder ^= BigInt(byte)
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1n ? (remainder >> 1n) ^ polynomial : remainder >> 1n
  }
  return Buffer.from((remainder ^ mask).toString(16).padStart(width / 4, '0'), 'hex').toString('base64')
}

const hash = (name: string, encoding: 'hex' | 'base64') => (bytes: Uint8Array) =>
  createHash(name).update(bytes).digest(encoding)

/** By header name: the value for a body. Polynomials as in zlib, RFC 3720 (CRC-32C) and the NVMe specification. */
export const bodyDigests: Readonly<Record<string, (body: Uint8Array) => string>> = {
  'content-length': (body) => String(body.length),
  'x-amz-content-sha256': hash('sha256', 'hex'),
  'x-amz-checksum-crc32': (body) => crc(body, 32, 0xedb88320n),
  'x-amz-checksum-crc32c': (body) => crc(body, 32, 0x82f63b78n),
  'x-amz-checksum-crc64nvme': (body) => crc(body, 64, 0x9a6c9329ac4bc9b5n),
  'x-amz-checksum-sha1': hash('sha1', 'base64'),
  'x-amz-checksum-sha256': hash('sha256', 'base64'),
  'x-amz-checksum-sha512': hash('sha512', 'base64'),
}
