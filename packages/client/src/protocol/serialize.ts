/** Parameters become the parts of a request (boto3 semantics 3.2 to 3.6). */
import type { AnyOperation } from '../schema/operation.js'
import type { NamedMember } from '../schema/layout.js'
import { layoutOf } from '../schema/layout.js'
import type { Members } from '../schema/shapes.js'
import { ParamValidationError } from '../errors/validation.js'
import { setHeader } from '../http/headers.js'
import type { HeaderList } from '../http/types.js'
import { isRecord } from './kinds.js'
import { missing, tooShort } from './problems.js'
import { scalarText } from './scalar.js'
import type { Params } from './validate.js'
import { encodeKey, encodeLabel } from '../encoding/percent.js'
import { withBareLineBreaks, writeDocument } from './xmlWriter.js'

/** What the parameters of a call say about its request, before endpoint, checksum and signature. */
export interface Serialized {
  /** Percent-encoded path below the bucket: `/key`; empty when the bucket or the service itself is meant. */
  path: string
  /** Without the question mark; empty when there is none. */
  query: string
  /** A `ContentLength` parameter is among them as `Content-Length`. */
  headers: HeaderList
  /** Text, or whatever the caller gave for a streaming member; `undefined` when there is no body. */
  body: unknown
}

/**
 * Sorts the parameters of a call into path, query, headers and body. Parameters keep the caller's order in each of them;
 * those that are `undefined`, `null` or unknown are left out.
 * @throws {ParamValidationError} also when validation is off: for an absent or empty label, because without its key a
 * request would reach the bucket, and for a host prefix that is no host label.
 * @param strict - XML in boto3's exact form, which escapes line breaks in two operations only.
 */
export function serialize(operation: AnyOperation, params: Params, strict = false): Serialized {
  const { byKey, payload } = layoutOf(operation.input)
  const { uri, root } = operation
  const mark = uri.indexOf('?')
  const headers: HeaderList = []
  let query = mark === -1 ? '' : uri.slice(mark + 1)
  let body: unknown
  let hasElements = false
  for (const key of Object.keys(params)) {
    const value = params[key]
    if (value === undefined || value === null) continue
    const member = byKey.get(key)
    switch (member?.place) {
      case 'header':
        addHeader(headers, member, value)
        break
      case 'query':
        query = addQuery(query, member, value)
        break
      case 'headers':
        if (isRecord(value)) addMap(headers, member.name, value)
        break
      case 'element':
        hasElements = true
        break
    }
  }
  if (root !== undefined) {
    if (hasElements) body = documentOf(operation, root, params, operation.input, strict)
  } else if (payload !== undefined) {
    body = bodyOf(operation, payload, params[payload.key], strict)
  }
  return {
    path: pathOf(mark === -1 ? uri : uri.slice(0, mark), params),
    query,
    headers,
    body,
  }
}

function bodyOf(operation: AnyOperation, member: NamedMember, value: unknown, strict: boolean): unknown {
  if (value === undefined || value === null) return undefined
  if (member.value.kind !== 'structure') return value
  return documentOf(operation, member.name, isRecord(value) ? value : {}, member.value.members, strict)
}

// boto3 keeps the line breaks of names in these alone; every document of ours keeps them (boto3 semantics 3.6).
const escapedByBoto3 = ['DeleteObjects', 'PutBucketLifecycleConfiguration']

function documentOf(operation: AnyOperation, root: string, value: Params, members: Members, strict: boolean): string {
  const document = writeDocument(root, value, members)
  return strict && !escapedByBoto3.includes(operation.name) ? withBareLineBreaks(document) : document
}

const bucketLabel = '/{Bucket}'

function pathOf(template: string, params: Params): string {
  let below = template
  if (template.startsWith(bucketLabel)) {
    labelOf('Bucket', params)
    below = template.slice(bucketLabel.length)
  }
  if (below === '' || below === '/') return ''
  if (below === '/{Key+}') return '/' + encodeKey(labelOf('Key', params))
  return below.replace(/\{(\w+)(\+?)\}/g, (_, name: string, greedy: string) => {
    const text = labelOf(name, params)
    return greedy === '' ? encodeLabel(text) : encodeKey(text)
  })
}

function labelOf(name: string, params: Params): string {
  const value = params[name]
  if (value === undefined || value === null) throw new ParamValidationError(missing('input', name))
  const text = String(value)
  if (text === '') throw new ParamValidationError(tooShort(name, 0, 1))
  return text
}

function addQuery(query: string, member: NamedMember, value: unknown): string {
  const { name, value: model } = member
  if (model.kind === 'list') {
    let all = query
    for (const item of Array.isArray(value) ? value : [])
      all = addPair(all, name, scalarText(item, model.item, 'query'))
    return all
  }
  return addPair(query, name, scalarText(value, model, 'query'))
}

function addPair(query: string, name: string, value: string): string {
  const pair = encodeLabel(name) + '=' + encodeLabel(value)
  return query === '' ? pair : query + '&' + pair
}

function addHeader(headers: HeaderList, member: NamedMember, value: unknown): void {
  const { name, value: model } = member
  if (model.kind !== 'list') {
    headers.push(name, scalarText(value, model, 'header'))
  } else if (Array.isArray(value) && value.length > 0) {
    headers.push(name, value.map((item) => listItem(scalarText(item, model.item, 'header'))).join(','))
  }
}

// A comma inside an item would be taken for the next one: quoted-string of RFC 9110, 5.6.4.
function listItem(text: string): string {
  return /[",]/.test(text) ? '"' + text.replaceAll('"', '\\"') + '"' : text
}

function addMap(headers: HeaderList, prefix: string, map: Params): void {
  let mixedCase = false
  for (const key of Object.keys(map)) {
    const value = map[key]
    if (value === undefined || value === null) continue
    mixedCase ||= /[A-Z]/.test(key)
    // Of keys that differ in case only, the last one counts: they are one header field.
    if (mixedCase) setHeader(headers, prefix + key, String(value))
    else headers.push(prefix + key, String(value))
  }
}
