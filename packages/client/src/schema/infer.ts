/** TypeScript types from the members of the model. */
import type { Carries, Members } from './shapes.js'

type TypeOf<M> = M extends Carries<infer T> ? T : never

type Present = { readonly required: true } | { readonly always: true }

/** The members that are always there: required ones of a request, certain ones of a result. */
export type RequiredOf<M extends Members> = {
  [K in keyof ReturnType<M> as ReturnType<M>[K] extends Present ? K : never]: TypeOf<ReturnType<M>[K]>
}

/** The members that may be left out; `undefined` means the same as leaving out. */
export type OptionalOf<M extends Members> = {
  [K in keyof ReturnType<M> as ReturnType<M>[K] extends Present ? never : K]?: TypeOf<ReturnType<M>[K]> | undefined
}

/** A moment as callers give it: a `Date`, ISO 8601 or HTTP date text, or seconds since 1970 (boto3 semantics 3.4). */
export type TimestampInput = Date | string | number

type Given<T> = [T] extends [Date] ? TimestampInput : T

/** `RequiredOf` for requests: moments may be given in any accepted form. */
export type RequiredInput<M extends Members> = {
  [K in keyof ReturnType<M> as ReturnType<M>[K] extends Present ? K : never]: Given<TypeOf<ReturnType<M>[K]>>
}

/** `OptionalOf` for requests: moments may be given in any accepted form. */
export type OptionalInput<M extends Members> = {
  [K in keyof ReturnType<M> as ReturnType<M>[K] extends Present ? never : K]?:
    Given<TypeOf<ReturnType<M>[K]>> | undefined
}
