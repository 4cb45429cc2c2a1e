/** The lines of a `ParamValidationError` (boto3 semantics 6.4). */
import { isBytes, isRecord } from './kinds.js'
import { shorten } from '../errors/shorten.js'

/** The line for a value of the wrong type. A secret value is not shown. */
export function wrongType(path: string, value: unknown, validTypes: string, sensitive: boolean): string {
  const shown = sensitive ? '***' : preview(value)
  return `Invalid type for parameter ${shorten(path)}, value: ${shown}, type: ${typeName(value)}, valid types: ${validTypes}`
}

/** The line for text that cannot be sent in its place. A secret value is not shown. */
export function unsendable(path: string, value: string, reason: string, sensitive: boolean): string {
  const shown = sensitive ? '***' : shorten(JSON.stringify(value), valueLength)
  return `Invalid value for parameter ${shorten(path)}, value: ${shown}, ${reason}`
}

/** The line for a required member that is not there. */
export function missing(path: string, name: string): string {
  return `Missing required parameter in ${path}: "${name}"`
}

/** The line for text or a list that is too short. */
export function tooShort(path: string, length: number, min: number): string {
  return `Invalid length for parameter ${path}, value: ${length}, valid min length: ${min}`
}

function typeName(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'number') return Number.isSafeInteger(value) ? 'integer' : 'float'
  if (typeof value !== 'object') return typeof value
  if (Array.isArray(value)) return 'list'
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return 'map'
  return typeof value.constructor === 'function' ? value.constructor.name : 'object'
}

// Values are shown to be recognised, not to be read in full.
const valueLength = 200

function preview(value: unknown): string {
  // As text, a function is its source.
  if (typeof value === 'function') return '[Function]'
  if (typeof value !== 'object' || value === null) return shorten(String(value), valueLength)
  if (isBytes(value)) return `${value.byteLength} bytes`
  if (!Array.isArray(value) && !isRecord(value)) return shorten(String(value), valueLength)
  return Object.keys(value).length === 0 ? JSON.stringify(value) : Array.isArray(value) ? '[…]' : '{…}'
}
