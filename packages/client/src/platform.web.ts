/** What browsers, Workers and other runtimes with Web interfaces give us. */
import { webCrypto } from './crypto.web.js'
import { createFetchTransport } from './http/fetch.js'
import type { Platform } from './platform.js'

/** Web interfaces alone: `fetch`, hashes in JavaScript, no files. */
export const webPlatform: Platform = {
  crypto: webCrypto,
  os: 'other',
  language: 'js#ES2022',
  runtime: 'web',
  sendsDate: false,
  now: () => Date.now(),
  uuid,
  createTransport: (options) => createFetchTransport(options),
  openBody: () => undefined,
  saveTo: () =>
    Promise.reject(new Error('saveTo() writes files, which exist in Node only: use stream() or bytes() here.')),
  toNodeReadable() {
    throw new Error('Node streams exist in Node only: use stream() here.')
  },
}

/** `crypto.randomUUID` exists on secure pages only. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
