/** The older HMAC-SHA1 signature of S3, signature version `s3` (boto3 semantics 4.3). */
import { toBase64 } from '../encoding/base64.js'
import type { Credentials } from '../credentials/types.js'
import type { HeaderList, HttpRequest } from '../http/types.js'
import type { Crypto } from '../platform.js'
import { httpDate } from './dates.js'

/** Sub-resources and overrides that are part of the signed resource. */
const signedQuery = /*#__PURE__*/ new Set([
  'accelerate',
  'acl',
  'analytics',
  'cors',
  'defaultObjectAcl',
  'delete',
  'inventory',
  'lifecycle',
  'location',
  'logging',
  'metrics',
  'notification',
  'object-lock',
  'partNumber',
  'policy',
  'replication',
  'requestPayment',
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
  'restore',
  'select',
  'select-type',
  'storageClass',
  'tagging',
  'torrent',
  'uploadId',
  'uploads',
  'versionId',
  'versioning',
  'versions',
  'website',
])

/** What a signature depends on besides the request and the credentials. */
export interface SigV2Context {
  /** From {@link resourcePath}. */
  readonly resourcePath: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly crypto: Crypto
  /** Tells the time in `x-amz-date` instead of `Date`, which pages may not set. */
  readonly useAmzDate?: boolean | undefined
}

/** Signs a request: a copy with new `Date`, `x-amz-security-token` and `Authorization`. */
export function signV2(request: HttpRequest, credentials: Credentials, context: SigV2Context): HttpRequest {
  const headers: HeaderList = []
  for (let i = 0; i < request.headers.length; i += 2) {
    switch (request.headers[i]!.toLowerCase()) {
      case 'authorization':
      case 'content-length':
      case 'date':
      case 'x-amz-date':
      case 'x-amz-security-token':
        break
      default:
        headers.push(request.headers[i]!, request.headers[i + 1]!)
    }
  }
  const date = httpDate(context.time)
  if (credentials.sessionToken) headers.push('x-amz-security-token', credentials.sessionToken)
  headers.push(context.useAmzDate ? 'x-amz-date' : 'Date', date)
  // With `x-amz-date` among the headers the line of the date stays empty.
  const text = stringToSignV2(
    request.method,
    headers,
    context.useAmzDate ? '' : date,
    canonicalResource(context.resourcePath, request.query),
  )
  headers.push(
    'Authorization',
    `AWS ${credentials.accessKeyId}:${toBase64(context.crypto.hmacSha1(credentials.secretAccessKey, text))}`,
  )
  return { ...request, headers }
}

/**
 * The text that is signed.
 * @param date - Value of `Date`; of a presigned URL the moment of its expiry, in seconds since 1970.
 * @param resource - From {@link canonicalResource}.
 */
export function stringToSignV2(method: string, headers: HeaderList, date: string, resource: string): string {
  let md5 = ''
  let type = ''
  const amazon = new Map<string, string>()
  for (let i = 0; i < headers.length; i += 2) {
    const name = headers[i]!.toLowerCase()
    const value = headers[i + 1]!.trim()
    if (name === 'content-md5') md5 = value
    else if (name === 'content-type') type = value
    else if (name.startsWith('x-amz-')) {
      const before = amazon.get(name)
      amazon.set(name, before === undefined ? value : `${before},${value}`)
    }
  }
  let lines = ''
  for (const name of [...amazon.keys()].sort()) lines += `${name}:${amazon.get(name)}\n`
  return `${method}\n${md5}\n${type}\n${date}\n${lines}${resource}`
}

/** The path and those pairs of the query that belong to the resource, sorted by name, their values decoded. */
export function canonicalResource(path: string, query: string): string {
  if (query === '') return path
  const pairs: [name: string, text: string][] = []
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=')
    const name = equals < 0 ? pair : pair.slice(0, equals)
    if (signedQuery.has(name)) pairs.push([name, equals < 0 ? name : `${name}=${decode(pair.slice(equals + 1))}`])
  }
  if (pairs.length === 0) return path
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return `${path}?${pairs.map(([, text]) => text).join('&')}`
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

/** Where a request goes, as far as the signed resource depends on it. */
export interface ResourceFacts {
  /** Bucket and key as encoded for the path, `/bucket` or `/bucket/key`, whatever the addressing; `/` without a bucket. */
  readonly operationPath: string
  /** Path that is sent. */
  readonly path: string
  /** The bucket is part of the host name. */
  readonly virtualHost: boolean
  /** Makes boto3's text even where servers refuse it. */
  readonly strict: boolean
}

/**
 * The path that is signed: bucket and key without the endpoint's base path, for the sake of proxies that strip it;
 * the path as sent when there is no bucket (boto3 semantics 2.5, 4.3).
 *
 * For a bucket alone servers build `/bucket/` when the bucket is in the host name, and take the path as it is otherwise.
 * boto3 signs `/bucket/` there too while it sends `/bucket`, which Ceph RGW and OpenStack Swift refuse; we sign what is sent.
 */
export function resourcePath(facts: ResourceFacts): string {
  const { operationPath } = facts
  if (operationPath.length < 2) return facts.path || '/'
  const bucketOnly = !operationPath.includes('/', 1)
  return bucketOnly && (facts.virtualHost || facts.strict) ? `${operationPath}/` : operationPath
}
