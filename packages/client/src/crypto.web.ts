import { Sha256 } from '@aws-crypto/sha256-js'
import type * as Hashes from './hashes.web.js'
import { hex } from './encoding/hex.js'
import { slicingCrc32, slicingTables } from './checksum/slicing.js'
import type { Crypto, Hash } from './platform.js'

const encoder = /*#__PURE__*/ new TextEncoder()
let crc32Tables: Int32Array | undefined
let rare: typeof Hashes | undefined

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? encoder.encode(data) : data
}

function sha256(key?: Uint8Array): Hash {
  const hash = new Sha256(key)
  return {
    update(data) {
      hash.update(data)
    },
    digest: () => hash.digestSync(),
  }
}

function loaded(): typeof Hashes {
  if (rare === undefined) throw new Error('The hash was not loaded.')
  return rare
}

/** Cryptography in JavaScript alone: synchronous, and available on http pages, where `crypto.subtle` is not. */
export const webCrypto: Crypto = {
  sha256Hex(data) {
    const hash = sha256()
    hash.update(bytesOf(data))
    return hex(hash.digest())
  },
  hmacSha256(key, data) {
    const mac = sha256(bytesOf(key))
    mac.update(encoder.encode(data))
    return mac.digest()
  },
  hmacSha256Hex(key, data) {
    return hex(this.hmacSha256(key, data))
  },
  hmacSha1: (key, data) => loaded().hmacSha1(bytesOf(key), encoder.encode(data)),
  createHash(name) {
    if (name === 'sha256') return sha256()
    return loaded().hashes[name].create()
  },
  load(name) {
    if (name === 'sha256' || rare !== undefined) return undefined
    return import('./hashes.web.js').then((module) => {
      rare = module
    })
  },
  crc32(data, previous) {
    crc32Tables ??= slicingTables(0xedb88320)
    return slicingCrc32(crc32Tables, data, previous)
  },
}
