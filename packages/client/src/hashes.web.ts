/** Hashes that few requests need: loaded by the first that does. */
import { hmac } from '@noble/hashes/hmac.js'
import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha512 } from '@noble/hashes/sha2.js'
import type { Hash, HashName } from './platform.js'

/** By their S3 names. */
export const hashes: Readonly<Record<Exclude<HashName, 'sha256'>, { create(): Hash }>> = { md5, sha1, sha512 }

/** HMAC-SHA-1 (RFC 2104). */
export function hmacSha1(key: Uint8Array, data: Uint8Array): Uint8Array {
  return hmac(sha1, key, data)
}
