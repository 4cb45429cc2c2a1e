/** Small things over `ByteStream`. */
import type { ByteStream } from './types.js'

/** All pieces in one array; no copy when there is only one. */
export function joinBytes(chunks: readonly Uint8Array[]): Uint8Array {
  if (chunks.length === 1) return chunks[0]!
  let size = 0
  for (const chunk of chunks) size += chunk.length
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}

/** Reads a stream to its end, or until there are more bytes than `limit`: then the rest is given up. */
export async function gatherStream(source: ByteStream, limit = Infinity): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const chunk = await source.read()
    if (chunk === undefined) return joinBytes(chunks)
    chunks.push(chunk)
    size += chunk.length
    if (size <= limit) continue
    source.cancel()
    return joinBytes(chunks)
  }
}

/** A stream of bytes that are in memory, with an error in the place of the end when one is given. */
export function streamOf(chunks: readonly Uint8Array[], failure?: Error): ByteStream {
  let index = 0
  return {
    read() {
      while (index < chunks.length) {
        const chunk = chunks[index++]!
        if (chunk.length > 0) return Promise.resolve(chunk)
      }
      return failure === undefined ? Promise.resolve(undefined) : Promise.reject(failure)
    },
    cancel() {
      index = chunks.length
    },
  }
}
