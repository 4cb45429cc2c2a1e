/** Compares what a call came to: its result or error, and how often and where it asked. */
import { compareTargets, type SentRequest } from './compareRequest.js'
import { headerValue } from './scriptedServer.js'
import type { ExpectedError, ExpectedOutcome } from './rows.js'

/** A call that is over: either `result` (with tagged values) or `error`. */
export interface Outcome {
  readonly result?: unknown
  readonly error?: unknown
  readonly requests: readonly SentRequest[]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The milliseconds of a tagged date; `undefined` for anything else. */
function instantOf(value: Record<string, unknown>): number | undefined {
  return typeof value.$date === 'string' && Object.keys(value).length === 1 ? Date.parse(value.$date) : undefined
}

/** The places where two JSON values differ; `null` and dates may be missing or written in another way. */
export function compareValues(expected: unknown, actual: unknown, path = ''): string[] {
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return [`${path}: ${actual.length} items, not ${expected.length}`]
    return expected.flatMap((item, index) => compareValues(item, actual[index], `${path}[${index}]`))
  }
  if (isObject(expected) && isObject(actual)) {
    const [instant, other] = [instantOf(expected), instantOf(actual)]
    if (instant !== undefined && instant === other) return []
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)])
    return [...names].flatMap((name) => {
      if (expected[name] === null && actual[name] === undefined) return []
      return compareValues(expected[name], actual[name], path === '' ? name : `${path}.${name}`)
    })
  }
  return expected === actual ? [] : [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`]
}

/** A message in which wrong types are told by the parameter's path alone: the rest names Python's types. */
function withoutTypes(message: string): string {
  return message.replace(
    /^(Invalid type for parameter .*?), value: [^]*?, type: [^]*?, valid types: .*$/gm,
    (_line, beginning: string) => beginning,
  )
}

/** The differences of class, message and `response` of an error. */
export function compareErrors(expected: ExpectedError, actual: unknown): string[] {
  if (!(actual instanceof Error)) return [`no ${expected.type} but ${JSON.stringify(actual)}`]
  const differences: string[] = []
  if (actual.name !== expected.type) differences.push(`class ${actual.name}, not ${expected.type}`)
  if (withoutTypes(actual.message) !== withoutTypes(expected.message)) {
    differences.push(`message ${JSON.stringify(actual.message)}, not ${JSON.stringify(expected.message)}`)
  }
  if (expected.response !== undefined) {
    const response: unknown = 'response' in actual ? actual.response : undefined
    differences.push(...compareValues(expected.response, response, 'response'))
  }
  return differences
}

const signedRegions = (request: SentRequest) =>
  [...(headerValue(request, 'authorization') ?? '').matchAll(/Credential=[^/]*\/\d{8}\/([^/]*)\/s3\//g)].map(
    ([, region]) => region ?? '',
  )

/** Everything in which a call differs from the row's. */
export function compareOutcomes(expected: ExpectedOutcome, actual: Outcome): string[] {
  const { requests } = actual
  const differences: string[] = []
  if (requests.length !== expected.requests) {
    differences.push(`${requests.length} requests, not ${expected.requests}`)
  }
  expected.targets?.forEach((line, index) => {
    const [method = '', target = ''] = line.split(' ')
    const request = requests[index]
    if (request === undefined) return
    if (request.method !== method) differences.push(`request ${index}: ${request.method}, not ${method}`)
    differences.push(...compareTargets(target, request.target).map((text) => `request ${index}: ${text}`))
  })
  if (expected.auth_regions !== undefined) {
    differences.push(...compareValues(expected.auth_regions, requests.map(signedRegions), 'signed regions'))
  }
  if (expected.error !== undefined) {
    return [...differences, ...compareErrors(expected.error, actual.error ?? actual.result)]
  }
  if (actual.error !== undefined) return [...differences, `failed: ${String(actual.error)}`]
  return [...differences, ...compareValues(expected.result, actual.result)]
}

/** Everything in which a refused call differs from the row's; nothing may have been sent. */
export function compareRefusals(parameter: string | undefined, expected: ExpectedError, actual: Outcome): string[] {
  const differences = actual.requests.length > 0 ? [`${actual.requests.length} requests were sent`] : []
  if (expected.type === 'TypeError' && parameter !== undefined) {
    // Python's own TypeError, raised by code that met a value of the wrong type before the validator did.
    const message = actual.error instanceof Error ? `${actual.error.name}: ${actual.error.message}` : ''
    const isTypeError = message.startsWith('TypeError:') || /^ParamValidationError: [^]*Invalid type/.test(message)
    const isNamed = message.includes(`parameter ${parameter}, `)
    return isTypeError && isNamed ? differences : [...differences, `no wrong type of ${parameter} but ${message}`]
  }
  return [...differences, ...compareErrors(expected, actual.error ?? actual.result)]
}
