import { createHash, createHmac, hash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Crypto } from './platform.js'

/** Bytes in a block of SHA-256. */
const blockSize = 64
const padded = /*#__PURE__*/ new WeakMap<Uint8Array, PaddedKey>()

/** A key as HMAC mixes it into the inner and the outer hash (RFC 2104, 2). */
interface PaddedKey {
  readonly inner: Buffer
  /** With room for the inner hash. */
  readonly outer: Buffer
}

function paddedKey(key: Uint8Array): PaddedKey {
  const short = key.length > blockSize ? createHash('sha256').update(key).digest() : key
  const pad = (size: number, value: number) => {
    const bytes = Buffer.alloc(size)
    for (let i = 0; i < blockSize; i += 1) bytes[i] = (short[i] ?? 0) ^ value
    return bytes
  }
  return { inner: pad(blockSize, 0x36), outer: pad(blockSize + 32, 0x5c) }
}

/** HMAC out of two one-shot hashes: two thirds of the time of `createHmac`, which is a tenth of a small request. */
function hmacSha256Hex(key: Uint8Array, data: string): string {
  let pads = padded.get(key)
  if (pads === undefined) padded.set(key, (pads = paddedKey(key)))
  const { inner, outer } = pads
  outer.write(hash('sha256', Buffer.concat([inner, Buffer.from(data)]), 'hex'), blockSize, 'hex')
  return hash('sha256', outer, 'hex')
}

/** Cryptography of Node. The one-shot `hash()` takes half the time of `createHash` on texts as short as a canonical request. */
export const nodeCrypto: Crypto = {
  sha256Hex: (data) => hash('sha256', data, 'hex'),
  hmacSha256: (key, data) => createHmac('sha256', key).update(data).digest(),
  hmacSha256Hex,
  hmacSha1: (key, data) => createHmac('sha1', key).update(data).digest(),
  createHash(name) {
    const native = createHash(name)
    return {
      update(data) {
        native.update(data)
      },
      digest: () => native.digest(),
    }
  },
  crc32: (data, previous) => crc32(data, previous),
}
