/** What kind of value a caller gave. */

/** Whether a value is an object with named members: what a structure or a map of the API is written as. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !isBytes(value) &&
    !(value instanceof Date) &&
    !(value instanceof Map) &&
    !(value instanceof Set)
  )
}

/** Whether a value is bytes in memory: an `ArrayBuffer` or a view of one. */
export function isBytes(value: unknown): value is ArrayBufferLike | ArrayBufferView {
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return true
  return typeof SharedArrayBuffer === 'function' && value instanceof SharedArrayBuffer
}
