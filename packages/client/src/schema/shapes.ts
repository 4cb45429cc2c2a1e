/**
 * The words in which S3's operations and shapes are written down: values (`string`, `list(Grant)`) and the places where
 * they travel (`header('x-amz-acl', …)`, `element(…)`). Everything here is plain data; types are inferred from it
 * (`infer.ts`), and serialising, parsing and validation walk it.
 */

declare const carried: unique symbol

/** Carries a TypeScript type along with a value of the model; there is nothing of it at run time. */
export interface Carries<T> {
  readonly [carried]?: readonly [T]
}

/** Text; `values` lists the known ones, `min` is the least length in characters. */
export interface StringValue {
  readonly kind: 'string'
  readonly values?: readonly string[]
  readonly min?: number
  /** The value is a secret: it never appears in messages, logs or inspect output. */
  readonly sensitive?: true
}

/** A whole number; `min` is the least one allowed. */
export interface IntegerValue {
  readonly kind: 'integer'
  readonly min?: number
}

/** `true` or `false`, written so on the wire. */
export interface BooleanValue {
  readonly kind: 'boolean'
}

/** A moment; without `format`, headers carry RFC 822 and everything else ISO 8601. */
export interface TimestampValue {
  readonly kind: 'timestamp'
  readonly format?: 'iso8601' | 'rfc822'
}

/** Bytes held in memory, base64 inside XML. */
export interface BlobValue {
  readonly kind: 'blob'
}

/** A body of any length that is streamed. */
export interface StreamValue {
  readonly kind: 'stream'
}

/** A map from text to text: the metadata of an object. */
export interface MapValue {
  readonly kind: 'map'
}

/** Several values of one kind: each in an element of its own (`flat`), or inside one wrapping element. */
export interface ListValue {
  readonly kind: 'list'
  readonly item: AnyValue
  /** Name of the elements inside the wrapper; unused when `flat`. */
  readonly itemName: string
  readonly flat: boolean
}

/** Named members. */
export interface StructureValue {
  readonly kind: 'structure'
  readonly members: Members
  /** Namespace that the element itself declares. */
  readonly namespace?: { readonly prefix: string; readonly uri: string }
  /** Exactly one member has to be set. */
  readonly union?: true
}

/** A sequence of binary frames, each an event of one of the named kinds. */
export interface EventStreamValue {
  readonly kind: 'events'
  readonly events: Members
}

/** Any value of the model; `kind` tells which. */
export type AnyValue =
  | StringValue
  | IntegerValue
  | BooleanValue
  | TimestampValue
  | BlobValue
  | StreamValue
  | MapValue
  | ListValue
  | StructureValue
  | EventStreamValue

/** A value of the model that stands for the TypeScript type `T`. */
export type Value<T> = AnyValue & Carries<T>

/** Where a member travels. `element` is the XML body, `body` the raw one; `payload` makes one structure the XML body. */
export type Place = 'label' | 'query' | 'header' | 'headers' | 'payload' | 'body' | 'element' | 'attribute' | 'event'

/** A member of a structure: its value, its place and its name on the wire. */
export interface Member<T> extends Carries<T> {
  readonly place: Place
  readonly value: AnyValue
  /** Name on the wire; absent when it is the member's own name. */
  readonly name?: string
  /** The caller has to give it. */
  readonly required?: boolean
  /** It is present in every result. */
  readonly always?: boolean
  /** A random UUID is sent when the caller gives none. */
  readonly idempotencyToken?: boolean
}

/** The members of a structure by their API names, in a thunk: nothing is built before somebody asks. */
export type Members = () => { readonly [name: string]: Member<unknown> }

/** What the thunk of an interface `T` has to return: a member for each of its properties. */
export type MembersOf<T> = { readonly [K in Exclude<keyof T, 'ResponseMetadata'>]-?: Member<T[K]> }

/** A structure of the API whose TypeScript type is the interface `T`. */
export interface Structure<T> extends StructureValue, Carries<T> {
  readonly members: () => MembersOf<T>
}

/** One of a list of known texts; other texts pass, because stores and Amazon add values. */
export type OneOf<V extends readonly string[]> = V[number] | (string & {})

export const string: StringValue & Carries<string> = { kind: 'string' }
export const integer: IntegerValue & Carries<number> = { kind: 'integer' }
export const boolean: Value<boolean> = { kind: 'boolean' }
export const timestamp: Value<Date> = { kind: 'timestamp' }
/** A moment that travels in ISO 8601 wherever it stands. */
export const isoTimestamp: Value<Date> = { kind: 'timestamp', format: 'iso8601' }
/** A moment that travels as an HTTP date wherever it stands. */
export const httpTimestamp: Value<Date> = { kind: 'timestamp', format: 'rfc822' }
export const blob: Value<Uint8Array> = { kind: 'blob' }
export const stringMap: Value<Record<string, string>> = { kind: 'map' }
/** A text that must not be shown to anybody. */
export const secret: StringValue & Carries<string> = { kind: 'string', sensitive: true }

/**
 * Text out of an open list of known values. The list's type is given by name, `oneOf<StorageClass>(StorageClass)`, so that
 * editors and compilers speak of it by that name instead of spelling out the list.
 */
export function oneOf<T extends string = never>(values: readonly NoInfer<T>[]): Value<T> {
  return { kind: 'string', values }
}

/** The same value with a least length (text) or a least value (number). */
export function atLeast<V extends StringValue | IntegerValue>(min: number, value: V): V {
  return { ...value, min }
}

/** A list inside a wrapping element, its items in elements called `itemName`. */
export function list<T>(item: Value<T>, itemName = 'member'): Value<T[]> {
  return { kind: 'list', item, itemName, flat: false }
}

/** A list whose items stand side by side, each in an element with the member's wire name. */
export function flatList<T>(item: Value<T>): Value<T[]> {
  return { kind: 'list', item, itemName: '', flat: true }
}

/** Binary frames, each an event named by a member of the structure. */
export function eventStream<T>(events: Structure<T>): Value<AsyncIterable<T>> {
  return { kind: 'events', events: events.members }
}

/** A part of the path; its name is the member's own. */
export function label<T>(value: Value<T>): Member<T> {
  return { place: 'label', value }
}

/** A parameter of the query string. */
export function query<T>(name: string, value: Value<T>): Member<T> {
  return { place: 'query', name, value }
}

/** A header field. */
export function header<T>(name: string, value: Value<T>): Member<T> {
  return { place: 'header', name, value }
}

/** Header fields whose names begin with `prefix`, one for each entry of a map. */
export function prefixHeaders<T>(prefix: string, value: Value<T>): Member<T> {
  return { place: 'headers', name: prefix, value }
}

/** The structure that is the whole XML body; `root` names its root element when it is not the member's own name. */
export function payload<T>(value: Value<T>, root?: string): Member<T> {
  return root === undefined ? { place: 'payload', value } : { place: 'payload', name: root, value }
}

/** The raw body: text, bytes, a stream or events. */
export function body<T>(value: Value<T>): Member<T> {
  return { place: 'body', value }
}

/** An element of the XML body; `name` is given when it is not the member's own name. */
export function element<T>(value: Value<T>, name?: string): Member<T> {
  return name === undefined ? { place: 'element', value } : { place: 'element', name, value }
}

/** An attribute of the structure's own element. */
export function attribute<T>(name: string, value: Value<T>): Member<T> {
  return { place: 'attribute', name, value }
}

/** The payload of an event: bytes as they are, or a structure in XML. */
export function event<T>(value: Value<T>): Member<T> {
  return { place: 'event', value }
}

/** A member that the caller has to give. */
export function required<T>(member: Member<T>): Member<T> & { readonly required: true } {
  return { ...member, required: true }
}

/** A member of a result that is never absent. */
export function always<T>(member: Member<T>): Member<T> & { readonly always: true } {
  return { ...member, always: true }
}

/** A member that makes repeats of one call recognisable; filled with a random UUID when absent. */
export function idempotencyToken<T>(member: Member<T>): Member<T> {
  return { ...member, idempotencyToken: true }
}
