/** What stands for the body in a Signature Version 4 (boto3 semantics 4.2). */
import { hashBody } from '../checksum/body.js'
import type { RequestBody } from '../http/types.js'
import type { Crypto } from '../platform.js'
import { hex } from '../encoding/hex.js'

/** `X-Amz-Content-SHA256` of a body that is not part of the signature. */
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD'

/** `X-Amz-Content-SHA256` of an aws-chunked body with a checksum behind it. */
export const STREAMING_UNSIGNED_PAYLOAD_TRAILER = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'

/** SHA-256 of nothing. */
export const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

/** `hash`: the SHA-256 of the body; `unsigned`: none; `trailer`: a checksum follows the body. */
export type PayloadHash = 'hash' | 'unsigned' | 'trailer'

/** What decides how a body enters the signature. */
export interface PayloadFacts {
  /** The checksum travels behind the body. */
  readonly trailer: boolean
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
  if (facts.trailer) return 'trailer'
  if (facts.payloadSigningEnabled !== undefined) return facts.payloadSigningEnabled ? 'hash' : 'unsigned'
  if (!facts.https) return 'hash'
  if (!facts.contentMd5 && !facts.computedChecksum) return 'hash'
  return facts.streamingInput ? 'unsigned' : 'hash'
}

/**
 * The value of `X-Amz-Content-SHA256`.
 * @param body - Replayable when it has to be hashed and is not in memory.
 * @returns A promise only when a body that is not in memory has to be hashed.
 */
export function payloadHashValue(
  kind: PayloadHash,
  body: RequestBody | undefined,
  crypto: Crypto,
): string | Promise<string> {
  if (kind === 'trailer') return STREAMING_UNSIGNED_PAYLOAD_TRAILER
  if (kind === 'unsigned') return UNSIGNED_PAYLOAD
  if (body === undefined || body.length === 0) return EMPTY_SHA256
  if (body.bytes !== undefined) return crypto.sha256Hex(body.bytes)
  return hashStream(body, crypto)
}

async function hashStream(body: RequestBody, crypto: Crypto): Promise<string> {
  const hash = crypto.createHash('sha256')
  await hashBody(body, [hash])
  return hex(hash.digest())
}
