import type { RequestBody } from '../http/types.js'
import type { Hasher } from './hasher.js'

/**
 * Feeds a whole body to several hashers in one pass, so that the checksum and the payload hash of an upload read it once.
 * @param body - Replayable, unless nobody needs it afterwards; absent counts as empty.
 * @returns A promise only when the body is not in memory.
 */
export function hashBody(body: RequestBody | undefined, hashers: readonly Hasher[]): Promise<void> | undefined {
  if (body === undefined) return undefined
  if (body.bytes === undefined) return hashChunks(body, hashers)
  for (const hasher of hashers) hasher.update(body.bytes)
  return undefined
}

async function hashChunks(body: RequestBody, hashers: readonly Hasher[]): Promise<void> {
  for await (const chunk of body.chunks()) {
    for (const hasher of hashers) hasher.update(chunk)
  }
}
