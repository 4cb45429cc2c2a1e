/** Single values of the model as text on the wire. */
import type { AnyValue } from '../schema/shapes.js'
import { isBytes } from './kinds.js'
import { formatHttpDate, formatIso, toDate } from './timestamps.js'
import { toBase64 } from '../encoding/base64.js'

/** Where a value is written; moments look different in headers (boto3 semantics 3.4). */
export type ScalarPlace = 'header' | 'query' | 'xml'

/**
 * A value as text: booleans as `true` and `false`, numbers in decimal, moments by place and format, bytes in base64.
 * A moment that cannot be understood is sent as given; validation has refused it unless it was switched off.
 */
export function scalarText(value: unknown, model: AnyValue, place: ScalarPlace): string {
  if (model.kind === 'timestamp') {
    const date = toDate(value)
    if (date === undefined) return String(value)
    const format = model.format ?? (place === 'header' ? 'rfc822' : 'iso8601')
    if (format === 'rfc822') return formatHttpDate(date)
    return formatIso(place === 'header' ? new Date(Math.floor(date.getTime() / 1000) * 1000) : date)
  }
  if (model.kind === 'blob') return toBase64(bytesOf(value))
  return String(value)
}

/** Bytes of a `blob` value: a view's own bytes, text as UTF-8. */
export function bytesOf(value: unknown): Uint8Array {
  if (!isBytes(value)) return new TextEncoder().encode(String(value))
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return new Uint8Array(value)
}
