/** What stands for the body in a Signature Version 4 (boto3 semantics 4.2). */
import type { Crypto } from '../platform.js'

/** `X-Amz-Content-SHA256` of a body that is not part of the signature. */
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD'

/** `X-Amz-Content-SHA256` of an aws-chunked body with a checksum behind it. */
export const STREAMING_UNSIGNED_PAYLOAD_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

/** SHA-256 of nothing. */
export const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** `hash`: the SHA-256 of the body; `unsigned`: none. */
export type PayloadHash = 'hash' | 'unsigned'

/** What decides how a body enters the signature, when no checksum follows it. */
export interface PayloadFacts {
  readonly payloadSigningEnabled: boolean | undefined
  readonly https: boolean
  /** There is a `Content-MD5` header. */
  readonly contentMd5: boolean
  /** A checksum was computed by the client and is in a header; one that the caller made does not count. */
  readonly computedChecksum: boolean
  /** The operation's body is a streaming member: PutObject, UploadPart and their like. */
  readonly streamingInput: boolean
}

/** The decision, first match first. */
export function payloadHash(facts: PayloadFacts): PayloadHash {
  if (facts.payloadSigningEnabled !== undefined) return facts.payloadSigningEnabled ? 'hash' : 'unsigned'
  if (!facts.https) return 'hash'
  if (!facts.contentMd5 && !facts.computedChecksum) return 'hash'
  return facts.streamingInput ? 'unsigned' : 'hash'
}

/** The value of `X-Amz-Content-SHA256` for a body in memory, or none. */
export function payloadHashValue(kind: PayloadHash, bytes: Uint8Array | undefined, crypto: Crypto): string {
  if (kind === 'unsigned') return UNSIGNED_PAYLOAD
  return bytes === undefined || bytes.length === 0 ? EMPTY_SHA256 : crypto.sha256Hex(bytes)
}
