/** Which checksum of an answer is verified, and how (boto3 semantics 5.7). */
import { toBase64 } from '../encoding/base64.js'
import { FlexibleChecksumError } from '../errors/body.js'
import type { BodyCheck } from '../http/types.js'
import type { Crypto } from '../platform.js'
import { createHasher, type ChecksumName } from './algorithms.js'

/** A checksum that an answer announces for its body. */
export interface ExpectedChecksum {
  readonly algorithm: ChecksumName
  /** Base64, as the header has it. */
  readonly expected: string
}

/** Headers in boto3's order of preference, without the algorithms that are not supported here. */
const priority: readonly (readonly [header: string, algorithm: ChecksumName])[] = [
  ['x-amz-checksum-crc64nvme', 'crc64nvme'],
  ['x-amz-checksum-crc32c', 'crc32c'],
  ['x-amz-checksum-crc32', 'crc32'],
  ['x-amz-checksum-sha1', 'sha1'],
  ['x-amz-checksum-sha256', 'sha256'],
  ['x-amz-checksum-sha512', 'sha512'],
]

/**
 * The checksum to verify a body with, or `undefined` when the answer has none that can be used. A value with a hyphen is
 * made of the checksums of parts and says nothing about the bytes.
 * @param headers - By lower-case name.
 * @param status - On 206 the checksum belongs to the whole object, so it is used only when the range is the whole (D-21).
 */
export function responseChecksum(
  headers: Readonly<Record<string, string>>,
  status: number,
): ExpectedChecksum | undefined {
  if (status === 206 && !isWhole(headers['content-range'])) return undefined
  for (const [header, algorithm] of priority) {
    const expected = headers[header]
    if (expected !== undefined && !expected.includes('-')) return { algorithm, expected: expected.trim() }
  }
  return undefined
}

function isWhole(contentRange: string | undefined): boolean {
  const range = /^bytes 0-(\d+)\/(\d+)$/.exec(contentRange ?? '')
  return range !== null && Number(range[1]) + 1 === Number(range[2])
}

/** Computes the checksum of a body along the way and compares it at the end. */
export function bodyCheck({ algorithm, expected }: ExpectedChecksum, crypto: Crypto): BodyCheck {
  const hasher = createHasher(algorithm, crypto)
  return {
    update: (piece) => hasher.update(piece),
    verify() {
      const calculated = toBase64(hasher.digest())
      if (calculated === expected) return
      throw new FlexibleChecksumError(`Expected checksum ${expected} did not match calculated checksum: ${calculated}`)
    },
  }
}
