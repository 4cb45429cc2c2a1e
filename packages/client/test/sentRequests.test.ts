import { describe, expect, test } from 'vitest'
import type { S3Client } from '../src/client.js'
import type { ClientOptions } from '../src/config.js'
import { headerOf } from '../src/http/headers.js'
import type { HttpRequest } from '../src/http/types.js'
import { UNSIGNED } from '../src/settings.js'
import { fakeClient, respond } from './fakeClient.js'

/** The one request of a call, made by a client whose clock stands at the beginning of 2026. */
async function sentBy(options: ClientOptions, call: (client: S3Client) => Promise<unknown>): Promise<HttpRequest> {
  const { client, sent } = fakeClient(options, () => respond(), { now: () => Date.UTC(2026, 0, 1) })
  await call(client)
  await client.close()
  expect(sent).toHaveLength(1)
  return sent[0]!
}

describe("the resource of signature version 's3' without a bucket is the path as sent", () => {
  // Recorded from boto3 with a frozen clock; boto3 semantics 2.5: "bucket-less requests, where the SigV2 resource is the URL path".
  const response = { RequestRoute: 'route', RequestToken: 'token', StatusCode: 200 }
  const base = 'http://s3.example.com:9000/base/path'
  test.each([
    ['no base path', 'http://s3.example.com:9000', 'AsPgCzrfPSm0dx2a/fK8TKxWpmI='],
    ['a base path', base, 'O85aUtgidhXFgmDz4KAaw6Brs3U='],
    ['a base path over https', 'https://h.example:8443/base', '3ngMMhMHBpkSc4eupHHVoVCNV4M='],
  ])('WriteGetObjectResponse with %s', async (_, endpointUrl, signature) => {
    for (const compat of ['auto', 'strict'] as const) {
      const options = { endpointUrl, config: { signatureVersion: 's3', compat } } as const
      const request = await sentBy(options, (client) => client.writeGetObjectResponse(response))
      expect(headerOf(request.headers, 'authorization')).toBe(`AWS AKIDEXAMPLE:${signature}`)
    }
  })

  test('ListBuckets with a base path', async () => {
    const options = { endpointUrl: base, config: { signatureVersion: 's3' } } as const
    const request = await sentBy(options, (client) => client.listBuckets())
    expect(headerOf(request.headers, 'authorization')).toBe('AWS AKIDEXAMPLE:oT+Wzd/pbORRswSdeR7ceY9pa+I=')
  })
})

describe('X-Amz-Content-SHA256 of an anonymous upload', () => {
  // Recorded from boto3: nobody signs, but S3 has to be told that a body is framed.
  const announcement = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
  const body = { Bucket: 'bucket', Key: 'k', Body: 'hi' }
  test.each([
    ['checksum in a trailer', { config: { signatureVersion: UNSIGNED } }, announcement],
    [
      'checksum in a trailer on a custom endpoint',
      { endpointUrl: 'https://h.example', config: { signatureVersion: UNSIGNED, compat: 'strict' } },
      announcement,
    ],
    ['checksum in a header', { endpointUrl: 'http://h.example', config: { signatureVersion: UNSIGNED } }, undefined],
    ['no checksum', { config: { signatureVersion: UNSIGNED, requestChecksumCalculation: 'when_required' } }, undefined],
  ] as const)('%s', async (_, options, value) => {
    const { headers } = await sentBy(options, (client) => client.putObject(body))
    expect(headerOf(headers, 'x-amz-content-sha256')).toBe(value)
    expect(headerOf(headers, 'content-encoding')).toBe(value === undefined ? undefined : 'aws-chunked')
  })
})
