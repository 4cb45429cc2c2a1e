/** Answers of success: from headers and body to the output of an operation (boto3 semantics 5). */
import { ResponseParserError } from '../errors/body.js'
import type { ResponseMetadata } from '../errors/client.js'
import { layoutOf } from '../schema/layout.js'
import type { Layout, NamedMember } from '../schema/layout.js'
import type { AnyOperation } from '../schema/operation.js'
import type { AnyValue, Members } from '../schema/shapes.js'
import { readStructure } from './xml.js'
import { utf8Text } from './xmlTags.js'
import { convert } from './xmlValues.js'

/** The head of an answer, as far as parsing needs it. */
export interface ResponseHead {
  readonly status: number
  /** By lower-case name. */
  readonly headers: Record<string, string>
}

/** What the body of an operation's successful answer is. */
export type PayloadKind = 'none' | 'xml' | 'text' | 'stream' | 'events'

interface HeaderMember {
  /** Place in the order of the model. */
  readonly index: number
  readonly key: string
  readonly value: AnyValue
}

/** How an operation's answer is read; made once for each operation. */
interface OutputPlan {
  readonly kind: PayloadKind
  readonly layout: Layout
  /** The members of the root element of an XML body. */
  readonly members: Members
  /** Header members by lower-case name. */
  readonly headers: ReadonlyMap<string, readonly HeaderMember[]>
  /** The map of headers with a prefix. */
  readonly prefixed: { readonly prefix: string; readonly key: string } | undefined
}

const plans = /*#__PURE__*/ new WeakMap<AnyOperation, OutputPlan>()

const nothing = () => ({})
const noMembers: readonly HeaderMember[] = []

/**
 * What the body is: nothing to be read, XML, text, or a stream or events that the caller puts into the output himself.
 */
export function payloadKind(operation: AnyOperation): PayloadKind {
  return planOf(operation).kind
}

function planOf(operation: AnyOperation): OutputPlan {
  let plan = plans.get(operation)
  if (plan === undefined) {
    plan = makePlan(operation.output ?? nothing)
    plans.set(operation, plan)
  }
  return plan
}

function makePlan(output: Members): OutputPlan {
  const layout = layoutOf(output)
  const { payload, headers } = layout
  return {
    kind: kindOf(layout),
    layout,
    members: payload?.value.kind === 'structure' ? payload.value.members : output,
    headers: byField(layout.header),
    prefixed: headers && { prefix: headers.name.toLowerCase(), key: headers.key },
  }
}

function byField(members: readonly NamedMember[]): Map<string, HeaderMember[]> {
  const fields = new Map<string, HeaderMember[]>()
  for (const [index, { name, key, value }] of members.entries()) {
    const field = name.toLowerCase()
    fields.set(field, [...(fields.get(field) ?? []), { index, key, value }])
  }
  return fields
}

function kindOf({ payload, elements }: Layout): PayloadKind {
  if (payload === undefined) return elements.length > 0 ? 'xml' : 'none'
  if (payload.value.kind === 'structure') return 'xml'
  if (payload.value.kind === 'stream' || payload.value.kind === 'blob') return 'stream'
  return payload.value.kind === 'events' ? 'events' : 'text'
}

/**
 * Makes the output of an operation from a successful answer, without `ResponseMetadata`. Members that are streams or
 * events are left to the caller; their `body` is not looked at. The result is a promise only when the XML needs the
 * library.
 * @param warnings - Receives a line for each value that could not be understood and was left out (boto3 semantics 5.3).
 * @throws {ResponseParserError} when the body is not the XML that it should be. The caller treats that answer as if its
 * status were 500 (boto3 semantics 5.6).
 */
export function parseOutput(
  operation: AnyOperation,
  response: ResponseHead,
  body: Uint8Array,
  warnings: string[],
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const plan = planOf(operation)
  const output: Record<string, unknown> = {}
  readHeaders(output, plan, response.headers, warnings)
  const { payload } = plan.layout
  if (plan.kind === 'text' && payload !== undefined) {
    output[payload.key] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  }
  // The body of an answer that should have none says nothing; `checkSuccessBody` looked for an error in it.
  if (operation.output === undefined || (plan.kind !== 'xml' && plan.kind !== 'none')) return output
  if (body.length === 0) {
    if (payload !== undefined) output[payload.key] = {}
    return output
  }
  try {
    const found = readXml(body, plan.members, warnings)
    if (!(found instanceof Promise)) return merge(output, payload, found)
    return found.then(
      (members) => merge(output, payload, members),
      (error: unknown) => unreadable(operation, response, error),
    )
  } catch (error) {
    return unreadable(operation, response, error)
  }
}

/** Reads an XML body by the members of its root element; a promise only when the library is needed. */
export function readXml(
  body: Uint8Array,
  members: Members,
  warnings: string[],
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const text = utf8Text(body)
  const found = text === undefined ? undefined : readStructure(text, members, warnings)
  return (
    found ??
    import('./xmlLibrary.js').then(({ readStructureWithLibrary }) => readStructureWithLibrary(body, members, warnings))
  )
}

function merge(
  output: Record<string, unknown>,
  payload: NamedMember | undefined,
  members: Record<string, unknown>,
): Record<string, unknown> {
  if (payload === undefined) return Object.assign(output, members)
  output[payload.key] = members
  return output
}

function unreadable(operation: AnyOperation, response: ResponseHead, error: unknown): never {
  if (!(error instanceof ResponseParserError)) throw error
  throw new ResponseParserError(
    `The answer to ${operation.name} (status ${response.status}) cannot be read: ${error.message}.`,
    { cause: error },
  )
}

function readHeaders(
  output: Record<string, unknown>,
  plan: OutputPlan,
  headers: Record<string, string>,
  warnings: string[],
): void {
  // An answer has few of the many fields that it could have.
  const present: { readonly member: HeaderMember; readonly text: string }[] = []
  for (const field in headers) {
    for (const member of plan.headers.get(field) ?? noMembers) {
      let at = present.length
      while (at > 0 && present[at - 1]!.member.index > member.index) at -= 1
      present.splice(at, 0, { member, text: headers[field]! })
    }
  }
  for (const { member, text } of present) {
    const { key, value } = member
    const found =
      value.kind === 'list' ? splitList(value.item, text, key, warnings) : convert(value, text, key, warnings)
    if (found !== undefined) output[key] = found
  }
  if (plan.prefixed === undefined) return
  const { prefix, key } = plan.prefixed
  const map: Record<string, string> = {}
  for (const name in headers) {
    if (name.startsWith(prefix)) setOwn(map, name.slice(prefix.length).toLowerCase(), headers[name]!)
  }
  output[key] = map
}

function splitList(item: AnyValue, text: string, key: string, warnings: string[]): unknown[] {
  return text
    .split(',')
    .map((part) => convert(item, part.trim(), key, warnings))
    .filter((part) => part !== undefined)
}

/** Sets a property whose name the server chose; a plain assignment of `__proto__` would change the object's nature. */
export function setOwn(target: Record<string, string | undefined>, key: string, value: string): void {
  if (key in target || key === '__proto__') {
    Object.defineProperty(target, key, { value, configurable: true, enumerable: true, writable: true })
  } else target[key] = value
}

/**
 * Whether the body of a status 200 is an error after all (boto3 semantics 5.6, D-19): its root element is `Error`, with
 * or without a namespace. Looks at the first bytes only, so it costs nothing on a listing.
 *
 * The caller combines it with `parseOutput`: for a status below 300 it calls `checkSuccessBody` first. On `'error'`, or
 * when `parseOutput` throws a `ResponseParserError`, it goes on as if the status were 500: `parseError` is given the same
 * headers and body with status 500, and the outcome is retried like any 500. Bodies of streams, text and events are data
 * and always `'ok'`; operations without output are checked as well, but other bodies of theirs are overlooked.
 * @param strict - `compat: 'strict'`: as in boto3, only of operations with output, and only an `Error` without namespace.
 */
export function checkSuccessBody(operation: AnyOperation, body: Uint8Array, strict = false): 'ok' | 'error' {
  const { kind } = planOf(operation)
  if (body.length === 0 || (kind !== 'xml' && kind !== 'none')) return 'ok'
  const { name, isQualified } = rootOf(isUtf16(body) ? fromUtf16(body) : body)
  if (name !== 'Error') return 'ok'
  return strict && (isQualified || operation.output === undefined) ? 'ok' : 'error'
}

const less = 0x3c
const greater = 0x3e
const instructionEnd: readonly number[] = [0x3f, greater]
const commentEnd: readonly number[] = [0x2d, 0x2d, greater]

/**
 * Name of the root element without prefix, from the bytes; empty when the body does not begin as XML. And whether the
 * element is in a namespace.
 */
function rootOf(body: Uint8Array): { name: string; isQualified: boolean } {
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0
  for (;;) {
    while (body[at]! <= 0x20) at += 1
    if (body[at] !== less) return { name: '', isQualified: false }
    if (body[at + 1] === instructionEnd[0]) at = indexAfter(body, instructionEnd, at + 2)
    else if (isComment(body, at)) at = indexAfter(body, commentEnd, at + 4)
    else break
  }
  let name = ''
  let isQualified = false
  for (at += 1; at < body.length && /[^\s/><]/.test(String.fromCharCode(body[at]!)); at += 1) {
    const character = String.fromCharCode(body[at]!)
    isQualified ||= character === ':'
    name = character === ':' ? '' : name + character
    // No element name of interest is longer.
    if (name.length > 64) break
  }
  const close = body.indexOf(greater, at)
  const attributes = String.fromCharCode(...body.subarray(at, close === -1 ? at : Math.min(close, at + 1000)))
  return { name, isQualified: isQualified || /\sxmlns\s*=/.test(attributes) }
}

/** Whether a body begins with the byte order mark of UTF-16, in either order. */
function isUtf16(body: Uint8Array): boolean {
  return (body[0] === 0xfe && body[1] === 0xff) || (body[0] === 0xff && body[1] === 0xfe)
}

function fromUtf16(body: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder(body[0] === 0xfe ? 'utf-16be' : 'utf-16le').decode(body))
}

function isComment(body: Uint8Array, at: number): boolean {
  return body[at + 1] === 0x21 && body[at + 2] === 0x2d && body[at + 3] === 0x2d
}

function indexAfter(body: Uint8Array, mark: readonly number[], from: number): number {
  for (let start = from; start + mark.length <= body.length; start += 1) {
    let same = 0
    while (same < mark.length && body[start + same] === mark[same]) same += 1
    if (same === mark.length) return start + same
  }
  return body.length
}

/** `ResponseMetadata` of a successful answer (boto3 semantics 5.2); the caller counts the attempts. */
export function successMetadata(response: ResponseHead): ResponseMetadata {
  const { headers } = response
  const id = headers['x-amz-request-id'] ?? headers['x-amzn-requestid']
  if (id === undefined) return { HTTPStatusCode: response.status, HTTPHeaders: headers, RetryAttempts: 0 }
  return {
    RequestId: id,
    HostId: headers['x-amz-id-2'] ?? '',
    HTTPStatusCode: response.status,
    HTTPHeaders: headers,
    RetryAttempts: 0,
  }
}
