/** Which checksum a request carries, and where (boto3 semantics 3.8, D-42). */
import type { HeaderList } from '../http/types.js'
import type { Settings, SignatureVersion } from '../settings.js'
import { checksumName, type ChecksumName } from './algorithms.js'

/** What decides which checksum is computed. */
export interface ChecksumFacts {
  /** `checksum` of the operation; absent: the operation has no automatic checksum. */
  readonly checksum: 'required' | 'optional' | undefined
  /** The parameter `ChecksumAlgorithm`. */
  readonly algorithm: string | undefined
  /** The caller gave a checksum himself; see {@link hasChecksumHeader}. */
  readonly given: boolean
  readonly calculation: Settings['requestChecksumCalculation']
}

/**
 * The checksum to compute, or `undefined`.
 * @throws {FlexibleChecksumError} when the caller asks for an algorithm that is not supported.
 */
export function chooseChecksum(facts: ChecksumFacts): ChecksumName | undefined {
  if (facts.given || facts.checksum === undefined) return undefined
  if (facts.algorithm !== undefined) return checksumName(facts.algorithm)
  if (facts.checksum === 'required' || facts.calculation === 'when_supported') return 'crc32'
  return undefined
}

/** Whether a checksum made by the caller is among the headers: any `x-amz-checksum-` followed by one word. */
export function hasChecksumHeader(headers: HeaderList): boolean {
  for (let i = 0; i < headers.length; i += 2) {
    if (/^x-amz-checksum-[a-z0-9]*$/i.test(headers[i]!)) return true
  }
  return false
}

/** What decides where a computed checksum travels. */
export interface PlacementFacts {
  /** The operation's body is a streaming member: PutObject, UploadPart and their like. */
  readonly streamingInput: boolean
  readonly https: boolean
  readonly signatureVersion: SignatureVersion
  readonly checksumPlacement: Settings['checksumPlacement']
  readonly compat: Settings['compat']
  /** The endpoint is one of Amazon's own. */
  readonly isAwsHost: boolean
  readonly bodyReplayable: boolean
  /** The caller named the algorithm. */
  readonly asked: boolean
}

/**
 * Header, trailer, or no checksum. Trailers need a streaming operation, https, because they go with an unsigned payload, and a signature
 * that knows them. Where boto3 would use one, `auto` still prefers the header on endpoints that are not Amazon's, for many
 * stores refuse aws-chunked uploads or store the framing (D-42). A body that cannot be read twice is sent there without the
 * checksum, unless the caller asked for one.
 */
export function placeChecksum(facts: PlacementFacts): 'header' | 'trailer' | 'none' {
  if (!facts.streamingInput || !facts.https) return 'header'
  if (facts.signatureVersion === 's3' || facts.signatureVersion === 'aws-plain') return 'header'
  if (facts.checksumPlacement !== 'auto') return facts.checksumPlacement
  if (facts.compat === 'strict' || facts.isAwsHost) return 'trailer'
  if (facts.bodyReplayable) return 'header'
  return facts.asked ? 'trailer' : 'none'
}
