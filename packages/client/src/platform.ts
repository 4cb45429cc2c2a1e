/** Everything that differs between Node and the web, in one interface; the entries choose the value. */
import type { Readable } from 'node:stream'
import type { ByteStream, RequestBody, Transport, TransportOptions } from './http/types.js'

/** An incremental hash. */
export interface Hash {
  update(data: Uint8Array): void
  digest(): Uint8Array
}

/** Hash functions by their S3 names in lower case. */
export type HashName = 'md5' | 'sha1' | 'sha256' | 'sha512'

/** Cryptography as signing and checksums need it: synchronous. */
export interface Crypto {
  /** SHA-256 in lower-case hex; text is hashed as UTF-8. */
  sha256Hex(data: string | Uint8Array): string
  /** HMAC-SHA-256 of UTF-8 text. */
  hmacSha256(key: Uint8Array | string, data: string): Uint8Array
  /** The same in lower-case hex, for a key that is used many times. */
  hmacSha256Hex(key: Uint8Array, data: string): string
  /** HMAC-SHA-1 of UTF-8 text. */
  hmacSha1(key: Uint8Array | string, data: string): Uint8Array
  /** @throws {Error} when the hash has to be loaded and was not. */
  createHash(name: HashName): Hash
  /** Loads a hash; absent, or no promise, where it is there already. HMAC-SHA-1 needs `sha1`. */
  load?(name: HashName): Promise<void> | undefined
  /** CRC-32 as in zip, continuing from `previous`. */
  crc32(data: Uint8Array, previous: number): number
}

/** What a runtime gives us. */
export interface Platform {
  readonly crypto: Crypto
  /** For the user agent: system and release, such as `linux#6.1`. */
  readonly os: string
  /** For the user agent: the language and the edition of ECMAScript that this package is written in, `js#ES2022`. */
  readonly language: string
  /** For the user agent: the runtime and its version, such as `nodejs#20.20.2`. */
  readonly runtime: string
  /** Whether requests may have a `Date` header of ours; pages may not set it. */
  readonly sendsDate: boolean
  /** Milliseconds since 1970. */
  now(): number
  /** A random UUID, version 4. */
  uuid(): string
  /** Opens the pools of connections; nothing is connected before the first request. */
  createTransport(options: TransportOptions): Promise<Transport>
  /**
   * A request body from something that only this platform knows, such as a Node file stream that can be read again.
   * @returns `undefined` when it is nothing special.
   */
  openBody(input: object): RequestBody | undefined
  /** A call that was given this as its body has ended: what nobody else would let go of is let go of. */
  releaseBody?(input: object): void
  /** Writes a stream to a file and returns its size in bytes. */
  saveTo(path: string, source: ByteStream): Promise<number>
  /** A Node `Readable` over a stream. */
  toNodeReadable(source: ByteStream): Readable
}
