/** Checks parameters against the model, as boto3 does: required members, unknown names, types and minimums. */
import type { AnyOperation } from '../schema/operation.js'
import type { AnyValue, Members, Place, StringValue } from '../schema/shapes.js'
import { layoutOf } from '../schema/layout.js'
import { isBytes, isRecord } from './kinds.js'
import { shorten } from '../errors/shorten.js'
import { missing, tooShort, unsendable, wrongType } from './problems.js'
import { toDate } from './timestamps.js'

/** Parameters of an operation as the caller gives them. */
export type Params = Readonly<Record<string, unknown>>

/**
 * Checks the parameters of a call.
 * @returns One line for each problem in boto3's order, for a `ParamValidationError`; empty when all is well
 * (boto3 semantics 6.4).
 */
export function validate(operation: AnyOperation, params: Params): string[] {
  const problems: string[] = []
  if (isRecord(params)) checkMembers(params, operation.input, '', problems)
  else problems.push(wrongType('input', params, 'map', false))
  return problems
}

function checkMembers(value: Params, members: Members, path: string, problems: string[]): void {
  const layout = layoutOf(members)
  for (const { key } of layout.required) {
    if (value[key] === undefined) problems.push(missing(path || 'input', key))
  }
  const keys = Object.keys(value)
  for (const key of keys) {
    if (value[key] === undefined || layout.byKey.has(key)) continue
    const names = layout.all.map((member) => member.key).join(', ')
    problems.push(`Unknown parameter in ${path || 'input'}: "${shorten(key)}", must be one of: ${names}`)
  }
  for (const key of keys) {
    const given = value[key]
    if (given === undefined) continue
    const member = layout.byKey.get(key)
    if (member === undefined) continue
    checkValue(given, member.value, member.place, path === '' ? key : `${path}.${key}`, problems)
  }
}

function checkValue(value: unknown, model: AnyValue, place: Place, path: string, problems: string[]): void {
  switch (model.kind) {
    case 'string':
      if (typeof value === 'string') checkText(value, model, place, path, problems)
      else problems.push(wrongType(path, value, 'string', model.sensitive === true))
      return
    case 'integer':
      // Numbers beyond 2^53 have lost digits before they arrive here.
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        problems.push(wrongType(path, value, 'integer', false))
      } else if (model.min !== undefined && value < model.min) {
        problems.push(`Invalid value for parameter ${path}, value: ${value}, valid min value: ${model.min}`)
      }
      return
    case 'boolean':
      if (typeof value !== 'boolean') problems.push(wrongType(path, value, 'boolean', false))
      return
    case 'timestamp':
      if (toDate(value) === undefined) problems.push(wrongType(path, value, 'Date, timestamp-string', false))
      return
    case 'blob':
      if (typeof value !== 'string' && !isBytes(value)) {
        problems.push(wrongType(path, value, 'string, Uint8Array', false))
      }
      return
    case 'stream':
      if (!isStreamable(value)) problems.push(wrongType(path, value, 'string, Uint8Array, Blob, stream', false))
      return
    case 'map':
      if (isRecord(value)) checkMap(value, path, problems)
      else problems.push(wrongType(path, value, 'map', false))
      return
    case 'list':
      if (Array.isArray(value)) {
        // A hole is an item as well: forEach() would pass over it, and it would be sent as an empty element.
        for (let i = 0; i < value.length; i += 1) checkValue(value[i], model.item, place, `${path}[${i}]`, problems)
      } else problems.push(wrongType(path, value, 'list', false))
      return
    case 'structure':
      if (!isRecord(value)) {
        problems.push(wrongType(path, value, 'map', false))
        return
      }
      if (model.union === true) checkUnion(value, model.members, path, problems)
      checkMembers(value, model.members, path, problems)
  }
}

function checkUnion(value: Params, members: Members, path: string, problems: string[]): void {
  const given = Object.keys(value).filter((key) => value[key] !== undefined).length
  if (given === 1) return
  const names = Object.keys(members()).join(', ')
  problems.push(
    given === 0
      ? // boto3's own words, the missing blank included.
        `Must set one of the following keys for tagged unionstructure ${path}: ${names}.`
      : `Invalid number of parameters set for tagged union structure ${path}. Can only set one of the following keys: ${names}.`,
  )
}

// Everything that would end or break a header field (RFC 9110, 5.5), and half surrogate pairs, which have no UTF-8 form.
const unfitForHeader = /[^\t -~\u0080-\ud7ff\ue000-\u{10ffff}]/u
const unfitForUrl = /\p{Surrogate}/u
// All but the production Char of XML 1.0, 2.2.
const unfitForXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const token = /^[\w!#$%&'*+.^`|~-]+$/

function checkText(value: string, model: StringValue, place: Place, path: string, problems: string[]): void {
  const { min = 0, sensitive = false } = model
  if (value.length < min * 2) {
    // Characters are counted, not the halves of surrogate pairs.
    const length = [...value].length
    if (length < min) problems.push(tooShort(path, length, min))
  }
  switch (place) {
    case 'header':
      checkHeader(value, path, sensitive, problems)
      return
    case 'label':
    case 'query':
      if (unfitForUrl.test(value)) problems.push(unsendable(path, value, 'text is not valid Unicode', sensitive))
      return
    case 'element':
    case 'attribute':
      if (unfitForXml.test(value)) {
        problems.push(unsendable(path, value, 'text has characters that XML 1.0 cannot carry', sensitive))
      }
  }
}

function checkMap(value: Params, path: string, problems: string[]): void {
  for (const key of Object.keys(value)) {
    const entry = value[key]
    if (entry === undefined) continue
    if (!token.test(key)) {
      // The key ends up in the name of a header field, which is a token (RFC 9110, 5.1).
      problems.push(unsendable(`${path} (key: ${key})`, key, 'text cannot be part of a header name', false))
    }
    if (typeof entry === 'string') checkHeader(entry, `${path}.${key}`, false, problems)
    else problems.push(wrongType(`${path}.${key}`, entry, 'string', false))
  }
}

function checkHeader(value: string, path: string, sensitive: boolean, problems: string[]): void {
  if (unfitForHeader.test(value)) {
    problems.push(unsendable(path, value, 'text has characters that a header cannot carry', sensitive))
  }
}

// What boto3 semantics 3.5 lists; how each is read is decided where the body is opened.
function isStreamable(value: unknown): boolean {
  if (typeof value === 'string' || isBytes(value)) return true
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Blob || Symbol.asyncIterator in value) return true
  return hasMethod(value, 'getReader') || hasMethod(value, 'read')
}

function hasMethod(value: object, name: string): boolean {
  return typeof Reflect.get(value, name) === 'function'
}
