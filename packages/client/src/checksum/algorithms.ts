import { FlexibleChecksumError } from '../errors/body.js'
import type { Crypto } from '../platform.js'
import { crc32c } from './crc32c.js'
import { crc64nvmeHasher } from './crc64nvme.js'
import { crc32Hasher, type Hasher } from './hasher.js'

/** One checksum of the S3 API. */
export interface Algorithm {
  /** Bytes of a checksum. */
  readonly size: number
  create(crypto: Crypto): Hasher
}

/** Checksums of the S3 API that this client can compute, by their names in lower case (boto3 semantics 3.8). */
export type ChecksumName = 'crc32' | 'crc32c' | 'crc64nvme' | 'sha1' | 'sha256' | 'sha512'

/** The one table of checksums. */
export const algorithms: Readonly<Record<ChecksumName, Algorithm>> = {
  crc32: { size: 4, create: (crypto) => crc32Hasher((data, previous) => crypto.crc32(data, previous)) },
  crc32c: { size: 4, create: () => crc32Hasher(crc32c) },
  crc64nvme: { size: 8, create: () => crc64nvmeHasher() },
  sha1: { size: 20, create: (crypto) => crypto.createHash('sha1') },
  sha256: { size: 32, create: (crypto) => crypto.createHash('sha256') },
  sha512: { size: 64, create: (crypto) => crypto.createHash('sha512') },
}

/**
 * A checksum's name as the table has it, from any case.
 * @throws {FlexibleChecksumError} for every other name, `MD5` and `XXHASH64` among them.
 */
export function checksumName(name: string): ChecksumName {
  const lower = name.toLowerCase()
  if (!isChecksumName(lower)) throw new FlexibleChecksumError(`Unsupported checksum algorithm: ${lower}`)
  return lower
}

function isChecksumName(name: string): name is ChecksumName {
  return Object.hasOwn(algorithms, name)
}

/** The header, or trailer, that carries a checksum. */
export function checksumHeader(name: ChecksumName): string {
  return `x-amz-checksum-${name}`
}

/**
 * Begins a checksum.
 * @param name - In any case.
 * @throws {FlexibleChecksumError} for algorithms that are not supported.
 */
export function createHasher(name: string, crypto: Crypto): Hasher {
  return algorithms[checksumName(name)].create(crypto)
}

/** Loads what a checksum of this name needs; no promise when it is there already, or the name is unknown. */
export function loadHash(name: string, crypto: Crypto): Promise<void> | undefined {
  if (crypto.load === undefined) return undefined
  const lower = name.toLowerCase()
  return lower === 'sha1' || lower === 'sha512' ? crypto.load(lower) : undefined
}
