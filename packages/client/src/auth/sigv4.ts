/** Signature Version 4 in the `Authorization` header (boto3 semantics 4.2). */
import type { Credentials } from '../credentials/types.js'
import { removeHeader } from '../http/headers.js'
import type { HeaderList, HttpRequest } from '../http/types.js'
import type { Crypto } from '../platform.js'
import { canonicalHeaders, canonicalRequest } from './canonicalRequest.js'
import { amzDate, httpDate } from './dates.js'
import { signingKey } from './signingKey.js'

/** What a signature depends on besides the request and the credentials. */
export interface SigV4Context {
  readonly region: string
  /** `s3`, unless the endpoint says otherwise. */
  readonly service: string
  /** Milliseconds since 1970. */
  readonly time: number
  /** Value of `X-Amz-Content-SHA256`: the hash of the body, or what stands for it. */
  readonly payloadHash: string
  readonly crypto: Crypto
}

/**
 * Signs a request: a copy with new `X-Amz-Date`, `X-Amz-Content-SHA256`, `X-Amz-Security-Token` and `Authorization`.
 * A `Date` header of the caller's is brought up to date and stands in for `X-Amz-Date`.
 *
 * Every other header is signed, `Content-Length` included: boto3 has one at this point only when the caller gave
 * `ContentLength`. It is left out of the result, where the length follows from the body.
 */
export function signV4(request: HttpRequest, credentials: Credentials, context: SigV4Context): HttpRequest {
  const { crypto, payloadHash, region, service, time } = context
  const timestamp = amzDate(time)
  const headers = datedHeaders(request.headers, timestamp, time)
  if (credentials.sessionToken) headers.push('X-Amz-Security-Token', credentials.sessionToken)
  headers.push('X-Amz-Content-SHA256', payloadHash)

  const signed = canonicalHeaders(headers, request.host)
  const canonical = canonicalRequest(request.method, request.path, request.query, signed, payloadHash)
  const { key, scope } = signingKey(credentials, timestamp.slice(0, 8), region, service, crypto)
  const signature = signText(key, stringToSign(timestamp, scope, canonical, crypto), crypto)
  removeHeader(headers, 'content-length')
  headers.push(
    'Authorization',
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${signed.names}, Signature=${signature}`,
  )
  return { ...request, headers }
}

/** The caller's headers without those of an earlier signature, and the date. */
function datedHeaders(given: HeaderList, timestamp: string, time: number): HeaderList {
  const headers: HeaderList = []
  let dated = false
  for (let i = 0; i < given.length; i += 2) {
    switch (given[i]!.toLowerCase()) {
      case 'authorization':
      case 'x-amz-content-sha256':
      case 'x-amz-date':
      case 'x-amz-security-token':
        break
      case 'date':
        dated = true
        break
      default:
        headers.push(given[i]!, given[i + 1]!)
    }
  }
  if (dated) headers.push('Date', httpDate(time))
  else headers.push('X-Amz-Date', timestamp)
  return headers
}

/** The text that is signed, from a canonical request. */
export function stringToSign(timestamp: string, scope: string, canonical: string, crypto: Crypto): string {
  return `AWS4-HMAC-SHA256\n${timestamp}\n${scope}\n${crypto.sha256Hex(canonical)}`
}

/** The signature of a text, in hexadecimal. */
export function signText(key: Uint8Array, text: string, crypto: Crypto): string {
  return crypto.hmacSha256Hex(key, text)
}
