import { describe, expect, it, test } from 'vitest'
import { CancelledError, ClientClosedError, ClientError } from '../src/errors/index.js'
import type { S3Client } from '../src/client.js'
import { headerOf } from '../src/http/headers.js'
import type { HttpRequest } from '../src/http/types.js'
import { failureOf, fakeClient, respond, type Answer } from './fakeClient.js'

const regionHeader = { 'x-amz-bucket-region': 'eu-west-1' }
const permanentRedirect = '<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>'
const object = { Bucket: 'bucket', Key: 'key' }

function scopeOf(request: HttpRequest | undefined): string | undefined {
  return /Credential=[^/]+\/\d+\/([^/]+)\//.exec(headerOf(request!.headers, 'authorization') ?? '')?.[1]
}

/** A bucket in eu-west-1, which names its region only to those who ask with HeadBucket. */
const elsewhere: Answer = (request) => {
  if (scopeOf(request) === 'eu-west-1') return respond(200)
  return request.method === 'HEAD' ? respond(301, regionHeader) : respond(301, {}, permanentRedirect)
}

describe('a bucket in another region (boto3 semantics 4.7)', () => {
  it('is asked for once, and remembered', async () => {
    const { client, sent } = fakeClient({}, elsewhere)
    await client.putObject({ ...object, Body: 'text' })
    await client.deleteObject(object)
    expect(sent.map(({ method, host }) => [method, host])).toEqual([
      ['PUT', 'bucket.s3.amazonaws.com'],
      ['HEAD', 'bucket.s3.amazonaws.com'],
      ['PUT', 'bucket.s3.eu-west-1.amazonaws.com'],
      ['DELETE', 'bucket.s3.eu-west-1.amazonaws.com'],
    ])
    expect(sent.map(scopeOf)).toEqual(['us-east-1', 'us-east-1', 'eu-west-1', 'eu-west-1'])
  })

  it('is asked for with the headers of every call', async () => {
    const { client, sent } = fakeClient({}, elsewhere)
    await client.putObject({ ...object, Body: 'text' })
    const ids = sent.map(({ headers }) => headerOf(headers, 'amz-sdk-invocation-id'))
    expect(ids[0]).toBe(ids[2])
    expect(ids[1]).toMatch(/^[\da-f]{8}-/)
    expect(ids[1]).not.toBe(ids[0])
    expect(headerOf(sent[1]!.headers, 'amz-sdk-request')).toBe('attempt=1')
    expect(sent[1]).toMatchObject({ path: '/', query: '', body: undefined })
  })

  test('the refusal that made us ask is what the caller gets when the question fails', async () => {
    const { client, sent } = fakeClient({}, ({ method }) => {
      if (method === 'HEAD') throw new Error('no connection')
      return respond(301, {}, permanentRedirect)
    })
    const error = await failureOf(client.getObject(object))
    expect(error).toBeInstanceOf(ClientError)
    expect(error).toMatchObject({ code: 'PermanentRedirect' })
    expect(sent).toHaveLength(2)
  })

  test('the end of the call ends the question', async () => {
    const controller = new AbortController()
    const asked: { client?: S3Client } = {}
    const ask =
      (end: () => unknown): Answer =>
      ({ method }) => {
        if (method !== 'HEAD') return respond(301, {}, permanentRedirect)
        end()
        throw new Error('the connection is gone')
      }
    const cancelled = fakeClient(
      {},
      ask(() => controller.abort()),
    ).client
    expect(await failureOf(cancelled.getObject(object, { signal: controller.signal }))).toBeInstanceOf(CancelledError)
    asked.client = fakeClient(
      {},
      ask(() => asked.client?.close()),
    ).client
    expect(await failureOf(asked.client.getObject(object))).toBeInstanceOf(ClientClosedError)
  })
})
