import type { Credentials } from '../credentials/types.js'
import type { HeaderList, HttpRequest } from '../http/types.js'
import { httpDate } from './dates.js'

/** The moment of a request, in milliseconds since 1970. */
export interface PlainContext {
  readonly time: number
}

/**
 * The signature version `aws-plain`: the secret itself in the place of the signature, and `Date`, as gateways that treat
 * the key id as an API key document it (boto3 semantics 12.3, D-41). There is nothing secret in such a request to protect
 * but the key, so use it over https.
 */
export function signPlain(request: HttpRequest, credentials: Credentials, context: PlainContext): HttpRequest {
  const headers: HeaderList = []
  for (let i = 0; i < request.headers.length; i += 2) {
    const name = request.headers[i]!.toLowerCase()
    if (name === 'authorization' || name === 'content-length' || name === 'date') continue
    headers.push(request.headers[i]!, request.headers[i + 1]!)
  }
  headers.push(
    'Date',
    httpDate(context.time),
    'Authorization',
    `AWS ${credentials.accessKeyId}:${credentials.secretAccessKey}`,
  )
  return { ...request, headers }
}
