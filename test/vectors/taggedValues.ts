/** Values that JSON has no notation for: `{"$b64"}`, `{"$date"}`, `{"$stream"}`, `{"$events"}`. */

/** The base64 of bytes. */
export function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

/** Parameters as a caller writes them: bytes and dates in place of their tags. */
export function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [first] = entries
  if (entries.length === 1 && first !== undefined && typeof first[1] === 'string') {
    if (first[0] === '$b64') return new Uint8Array(Buffer.from(first[1], 'base64'))
    if (first[0] === '$date') return new Date(first[1])
  }
  return Object.fromEntries(entries.map(([name, member]) => [name, untag(member)]))
}

interface ReadableBody {
  bytes(): Promise<Uint8Array>
}

const isReadableBody = (value: object): value is ReadableBody => 'bytes' in value && typeof value.bytes === 'function'

const isAsyncIterable = (value: object): value is AsyncIterable<unknown> => Symbol.asyncIterator in value

/** A result with tags in place of bytes, dates, bodies and event streams; bodies are read to their end. */
export async function tag(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return await Promise.all(value.map(tag))
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: value.toISOString() }
  if (value instanceof Uint8Array) return { $b64: toBase64(value) }
  if (isReadableBody(value)) return { $stream: toBase64(await value.bytes()) }
  if (isAsyncIterable(value)) {
    const events: unknown[] = []
    for await (const event of value) events.push(await tag(event))
    return { $events: events }
  }
  const tagged: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) tagged[name] = await tag(member)
  }
  return tagged
}
