/** The canonical form of a request that Signature Version 4 signs (boto3 semantics 4.2). */
import type { HeaderList } from '../http/types.js'

/** Fields that belong to one hop or change on the way; `user-agent` and the trace id because boto3 leaves them out too. */
const unsignedHeaders = /*#__PURE__*/ new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
])

/** Header fields as they are signed. */
export interface CanonicalHeaders {
  /** Names, sorted, with semicolons between them. */
  readonly names: string
  /** `name:value` lines, each with its line feed. */
  readonly lines: string
}

/**
 * Lower-cases, sorts and joins the header fields that are signed, and `host`. Fields of one name become one, joined by
 * commas in the order in which they were given.
 */
export function canonicalHeaders(headers: HeaderList, host: string): CanonicalHeaders {
  const names = ['host']
  const values = [host]
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!.toLowerCase()
    if (unsignedHeaders.has(name)) continue
    const value = collapse(headers[i + 1]!)
    // Few fields, mostly in order already: an insertion sort that looks from the end.
    let at = names.length
    while (at > 0 && names[at - 1]! > name) at--
    if (at > 0 && names[at - 1] === name) {
      values[at - 1] += `,${value}`
    } else {
      names.push(name)
      values.push(value)
      for (let i = names.length - 1; i > at; i--) {
        names[i] = names[i - 1]!
        values[i] = values[i - 1]!
      }
      names[at] = name
      values[at] = value
    }
  }
  let lines = ''
  for (let i = 0; i < names.length; i++) lines += `${names[i]}:${values[i]}\n`
  return { names: names.join(';'), lines }
}

/** Trims, and makes one space of every run of white space. */
function collapse(value: string): string {
  if (!/^ | {2}| $|[\t-\r]/.test(value)) return value
  return value.replace(/[\t-\r ]+/g, ' ').replace(/^ | $/g, '')
}

/** The query sorted by name, then by value; a flag without a value gets its `=`. The text is encoded already and stays so. */
export function canonicalQuery(query: string): string {
  if (query === '') return ''
  if (!query.includes('&')) return query.includes('=') ? query : `${query}=`
  // A line feed sorts before every character of an encoded query, so comparing texts compares names first.
  return query
    .split('&')
    .map((pair) => (pair.includes('=') ? pair.replace('=', '\n') : `${pair}\n`))
    .sort()
    .join('&')
    .replaceAll('\n', '=')
}

/**
 * The canonical request.
 * @param path - Encoded, exactly as it is sent: S3 does neither normalise nor encode it again.
 * @param query - Encoded, without the question mark, in any order.
 */
export function canonicalRequest(
  method: string,
  path: string,
  query: string,
  headers: CanonicalHeaders,
  payloadHash: string,
): string {
  return `${method}\n${path || '/'}\n${canonicalQuery(query)}\n${headers.lines}\n${headers.names}\n${payloadHash}`
}
