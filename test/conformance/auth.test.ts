/** Who is calling: signatures of every kind, refused ones, anonymous calls, and buckets in the host name. */
import { createServer, request, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { client, ClientError, UNSIGNED, type ClientOptions, type S3Client } from 'tucuxi'
import { startRecordingServer } from './recordingServer.js'
import { describeServer } from './server.js'
import { connect, newBucket, refusal, removeBucket } from './support.js'

describeServer('authentication', (server) => {
  const { alice, bob } = server
  const s3 = connect(server, alice)
  const Key = 'a b+ü/../c'
  let Bucket: string
  beforeAll(async () => {
    Bucket = await newBucket(s3, 'auth')
    await s3.putObject({ Bucket, Key, Body: 'object data', ACL: 'public-read' })
  })
  afterAll(async () => {
    await removeBucket(s3, Bucket)
    await s3.close()
  })

  /** Runs with a client of other settings and closes it. */
  const using = async (more: ClientOptions, run: (s3: S3Client) => Promise<void>): Promise<void> => {
    const other = connect(server, alice, more)
    await run(other)
    await other.close()
  }

  describe('refused', () => {
    test.each(['s3v4', 's3'])('a wrong secret (%s)', (signatureVersion) =>
      using({ awsSecretAccessKey: 'not the secret', config: { signatureVersion } }, async (wrong) => {
        const error = await refusal(wrong.getObject({ Bucket, Key }), {
          statusCode: 403,
          code: 'SignatureDoesNotMatch',
        })
        expect(error).toBeInstanceOf(ClientError)
        expect(error.message).toMatch(
          /^An error occurred \(SignatureDoesNotMatch\) when calling the GetObject operation: /,
        )
        expect(error.retryAttempts).toBe(0)
        expect(JSON.stringify(error.response)).not.toContain('not the secret')
      }),
    )

    test('a key that nobody has', () =>
      using({ awsAccessKeyId: 'NOBODYSKEY0123456789' }, async (unknown) => {
        await refusal(unknown.listBuckets(), { statusCode: 403, code: 'InvalidAccessKeyId' })
      }))

    test('another user', async () => {
      const bobs = connect(server, bob)
      const error = await refusal(bobs.listObjectsV2({ Bucket }), { statusCode: 403, code: 'AccessDenied' })
      expect(error).toBeInstanceOf(bobs.exceptions.AccessDenied)
      await bobs.close()
    })
  })

  test.each(server.endpointUrls)('every address signs for itself: %s', (endpointUrl) =>
    using({ endpointUrl }, async (other) => {
      expect(await (await other.getObject({ Bucket, Key })).Body.text()).toBe('object data')
    }),
  )

  test('anonymous calls read what is public and nothing else', () =>
    using({ config: { signatureVersion: UNSIGNED } }, async (anonymous) => {
      expect(await (await anonymous.getObject({ Bucket, Key })).Body.text()).toBe('object data')
      await refusal(anonymous.putObject({ Bucket, Key: 'x', Body: 'x' }), { statusCode: 403, code: 'AccessDenied' })
      await refusal(anonymous.listObjectsV2({ Bucket }), { statusCode: 403, code: 'AccessDenied' })
    }))

  // With 's3', boto3 signs '/bucket/' and sends '/bucket', which is refused.
  describe.each(['s3', 's3v4'])('signature version %s', (signatureVersion) => {
    const signed = connect(server, alice, { config: { signatureVersion, s3: { addressingStyle: 'path' } } })
    afterAll(() => signed.close())

    test('objects', async () => {
      const odd = "k e+y%20//é'(1)*?&=#"
      await signed.putObject({ Bucket, Key: odd, Body: 'x', Metadata: { one: '1 2' }, ContentType: 'text/x-test' })
      expect(await (await signed.getObject({ Bucket, Key: odd, Range: 'bytes=0-0' })).Body.text()).toBe('x')
      const { ContentType, Metadata } = await signed.headObject({ Bucket, Key: odd })
      expect({ ContentType, Metadata }).toEqual({ ContentType: 'text/x-test', Metadata: { one: '1 2' } })
      await signed.copyObject({ Bucket, Key: 'copy', CopySource: { Bucket, Key: odd } })
      const got = await signed.getObject({ Bucket, Key: odd, ResponseContentType: 'text/a b' })
      expect(got.ContentType).toBe('text/a b')
      await got.Body.close()
      await signed.deleteObjects({ Bucket, Delete: { Objects: [{ Key: odd }, { Key: 'copy' }] } })
    })

    test('buckets', async () => {
      expect((await signed.listBuckets()).Buckets).toContainEqual(expect.objectContaining({ Name: Bucket }))
      expect((await signed.headBucket({ Bucket })).ResponseMetadata.HTTPStatusCode).toBe(200)
      expect((await signed.listObjects({ Bucket, Prefix: 'a b' })).Contents).toHaveLength(1)
      expect((await signed.listObjectsV2({ Bucket, Prefix: 'a', Delimiter: '/' })).KeyCount).toBe(1)
      const own = await newBucket(signed, 'signed')
      expect((await signed.getBucketAcl({ Bucket: own })).Owner?.ID).toBe(alice.id)
      await signed.putBucketVersioning({ Bucket: own, VersioningConfiguration: { Status: 'Enabled' } })
      expect((await signed.getBucketVersioning({ Bucket: own })).Status).toBe('Enabled')
      await signed.putBucketTagging({ Bucket: own, Tagging: { TagSet: [{ Key: 'k', Value: 'v' }] } })
      expect((await signed.getBucketTagging({ Bucket: own })).TagSet).toEqual([{ Key: 'k', Value: 'v' }])
      await removeBucket(signed, own)
    })

    test('parts', async () => {
      const { UploadId = '' } = await signed.createMultipartUpload({ Bucket, Key: 'parts' })
      const upload = { Bucket, Key: 'parts', UploadId }
      const { ETag } = await signed.uploadPart({ ...upload, PartNumber: 1, Body: 'part' })
      expect((await signed.listParts(upload)).Parts).toHaveLength(1)
      await signed.completeMultipartUpload({ ...upload, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } })
      expect((await signed.headObject({ Bucket, Key: 'parts' })).ContentLength).toBe(4)
    })
  })

  test.each([
    ['http', true],
    ['http', false],
    ['https', true],
    ['https', false],
    ['https', undefined],
  ] as const)('over %s, payloadSigningEnabled %s', async (scheme, payloadSigningEnabled) => {
    const endpoint = scheme === 'https' ? { endpointUrl: server.tls.endpointUrl, verify: server.tls.caFile } : {}
    await using({ ...endpoint, config: { s3: { payloadSigningEnabled } } }, async (other) => {
      await other.putObject({ Bucket, Key: 'payload', Body: 'signed or not' })
      expect(await (await other.getObject({ Bucket, Key: 'payload' })).Body.text()).toBe('signed or not')
      const { Errors } = await other.deleteObjects({ Bucket, Delete: { Objects: [{ Key: 'payload' }] } })
      expect(Errors).toBeUndefined()
    })
  })

  test('a function that provides the credentials', async () => {
    let asked = 0
    const provided = client('s3', {
      endpointUrl: server.endpointUrl,
      regionName: 'us-east-1',
      credentials: () => {
        asked++
        return Promise.resolve({ accessKeyId: alice.accessKeyId, secretAccessKey: alice.secretAccessKey })
      },
    })
    await provided.headBucket({ Bucket })
    await provided.headBucket({ Bucket })
    expect(asked).toBe(1)
    await provided.close()
  })

  describe('buckets in the host name', () => {
    // No resolver knows names below localhost, but a proxy takes them as they are.
    let proxy: HttpServer
    const targets: string[] = []
    beforeAll(async () => {
      const { hostname, port } = new URL(server.endpointUrl)
      proxy = createServer((incoming, outgoing) => {
        const url = incoming.url ?? ''
        targets.push(`${incoming.method} ${url}`)
        const path = url.replace(/^http:\/\/[^/]*/, '')
        const forwarded = request(
          { hostname, port, path, method: incoming.method, headers: incoming.headers },
          (answer) => {
            outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
            answer.pipe(outgoing)
          },
        )
        incoming.pipe(forwarded)
      })
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    })
    afterAll(() => {
      proxy.closeAllConnections()
      proxy.close()
    })

    test.each(['s3v4', 's3'])('with %s', async (signatureVersion) => {
      const { port } = new URL(server.endpointUrl)
      await using(
        {
          endpointUrl: `http://s3.localhost:${port}`,
          config: {
            signatureVersion,
            s3: { addressingStyle: 'virtual' },
            proxies: { http: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
          },
        },
        async (virtual) => {
          targets.length = 0
          await virtual.putObject({ Bucket, Key: 'in the host', Body: 'x' })
          expect(targets).toEqual([`PUT http://${Bucket}.s3.localhost:${port}/in%20the%20host`])
          expect(await (await virtual.getObject({ Bucket, Key: 'in the host' })).Body.text()).toBe('x')
          expect((await virtual.listObjectsV2({ Bucket, Prefix: 'in the' })).KeyCount).toBe(1)
          expect((await virtual.getBucketAcl({ Bucket })).Owner?.ID).toBe(alice.id)
          expect((await virtual.listBuckets()).Owner?.ID).toBe(alice.id)
        },
      )
    })
  })
})

test('aws-plain sends the secret in the place of the signature', async () => {
  const server = await startRecordingServer()
  const s3 = client('s3', {
    endpointUrl: `${server.endpointUrl}/s3p`,
    awsAccessKeyId: 'APIKEY',
    awsSecretAccessKey: 'immuta',
    config: { signatureVersion: 'aws-plain' },
  })
  await s3.listObjects({ Bucket: 'immuta', Delimiter: '/', Prefix: 'my_data_source/path/to/file' })
  expect(server.requests[0]).toMatchObject({
    method: 'GET',
    target: '/s3p/immuta?delimiter=%2F&prefix=my_data_source%2Fpath%2Fto%2Ffile&encoding-type=url',
    headers: { authorization: 'AWS APIKEY:immuta' },
  })
  await s3.close()
  await server.close()
})
