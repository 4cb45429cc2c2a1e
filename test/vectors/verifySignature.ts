/** Checks a Signature Version 4 as a server does: from nothing but the request that arrived and the secret. */
import { createHash, createHmac } from 'node:crypto'
import { headerValue, type ReceivedRequest } from './scriptedServer.js'

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

const pattern =
  /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/

// What S3 wants to be signed beyond Amazon's minimum: everything that changes the meaning of the request.
const mustBeSigned = (name: string) =>
  name === 'host' || name === 'content-type' || name === 'content-md5' || name === 'range' || name.startsWith('x-amz-')

/** Names must ascend by their bytes, and so must the values of one name. */
function canonicalQuery(query: string): string {
  const pairs = query.split('&').filter((pair) => pair !== '')
  return pairs
    .map((pair) => (pair.includes('=') ? pair : `${pair}=`))
    .map((pair) => pair.split('=') as [string, string])
    .sort(
      ([a, x], [b, y]) =>
        Buffer.compare(Buffer.from(a), Buffer.from(b)) || Buffer.compare(Buffer.from(x), Buffer.from(y)),
    )
    .map((pair) => pair.join('='))
    .join('&')
}

/**
 * What is wrong with the signature of a request; empty when a server would accept it.
 * @see "Signature Calculations for the Authorization Header" of the Amazon S3 API reference
 */
export function signatureProblems(request: ReceivedRequest, secret: string): string[] {
  const authorization = headerValue(request, 'authorization') ?? ''
  const [, day = '', region = '', service = '', names = '', signature = ''] = pattern.exec(authorization) ?? []
  if (signature === '') return [`authorization: ${authorization}`]
  const problems: string[] = []
  const signed = names.split(';')
  if (signed.join() !== signed.toSorted().join()) problems.push(`names out of order: ${names}`)
  for (const [name] of request.headers) {
    if (mustBeSigned(name) && !signed.includes(name)) problems.push(`${name} is not signed`)
  }
  const hash = headerValue(request, 'x-amz-content-sha256') ?? ''
  if (/^[0-9a-f]{64}$/.test(hash) && hash !== sha256(request.body)) problems.push('the hash is of another body')
  const date = headerValue(request, 'x-amz-date') ?? ''
  if (!date.startsWith(`${day}T`)) problems.push(`${date} is not on ${day}`)
  const mark = request.target.indexOf('?')
  const canonical = [
    request.method,
    mark < 0 ? request.target : request.target.slice(0, mark),
    canonicalQuery(mark < 0 ? '' : request.target.slice(mark + 1)),
    ...signed.map((name) => `${name}:${(headerValue(request, name) ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    names,
    hash,
  ].join('\n')
  const scope = `${day}/${region}/${service}/aws4_request`
  const key = [region, service, 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, day))
  const expected = hmac(key, `AWS4-HMAC-SHA256\n${date}\n${scope}\n${sha256(canonical)}`).toString('hex')
  return expected === signature ? problems : [...problems, `signature of ${JSON.stringify(canonical)}`]
}
