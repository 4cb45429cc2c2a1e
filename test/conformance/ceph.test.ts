import { existsSync, readFileSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { request as httpRequest, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCeph, type Ceph, type CephConnection, type CephUser } from '../servers/ceph.js'
import { describeCeph } from '../servers/describeCeph.js'

interface Answer {
  statusCode: number | undefined
  body: string
}

async function call(url: string, options: RequestOptions & { ca?: string } = {}): Promise<Answer> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest
  return await new Promise((resolve, reject) => {
    const request = send(url, { agent: false, timeout: 5000, ...options }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ statusCode: response.statusCode, body: Buffer.concat(chunks).toString() }))
      response.on('error', reject)
    })
    request.on('timeout', () => request.destroy(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })))
    request.on('error', reject)
    request.end()
  })
}

/** ListBuckets, signed as in "Signing and authenticating REST requests" (signature version 2) of the S3 guide. */
async function listBuckets(endpoint: string, user: CephUser): Promise<Answer> {
  const date = new Date().toUTCString()
  const signature = createHmac('sha1', user.secretAccessKey).update(`GET\n\n\n${date}\n/`).digest('base64')
  return await call(`${endpoint}/`, { headers: { Date: date, Authorization: `AWS ${user.accessKeyId}:${signature}` } })
}

describeCeph('the Ceph of the test run', (ceph: CephConnection) => {
  test.each([0, 1])('gateway %i answers over http and, with the CA, over https', async (index) => {
    expect(ceph.endpointUrls).toHaveLength(2)
    const answers = await Promise.all([
      call(`${ceph.endpointUrls[index]}/`),
      call(`${ceph.tlsEndpointUrls[index]}/`, { ca: ceph.ca }),
    ])
    for (const { statusCode, body } of answers) {
      expect(statusCode).toBe(200)
      expect(body).toContain('<ListAllMyBucketsResult')
    }
  })

  test('the certificate is worth nothing without the CA', async () => {
    await expect(call(`${ceph.tlsEndpointUrl}/`)).rejects.toMatchObject({ code: 'SELF_SIGNED_CERT_IN_CHAIN' })
  })

  test.each([
    // The gateways' own name is s3.localhost; any other Host is taken for the name of a bucket.
    ['localhost', 404],
    ['s3.localhost', 200],
    ['bucket.s3.localhost', 404],
  ])('https://%s is covered by the certificate and answers %i', async (name, statusCode) => {
    const { port } = new URL(ceph.tlsEndpointUrl)
    const answer = await call(`https://${name}:${port}/`, {
      ca: ceph.ca,
      // Node resolves no names below localhost; this is what a client of virtual-hosted buckets has to do.
      lookup: (_host, _options, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]),
    })
    expect(answer.statusCode).toBe(statusCode)
  })

  test.each(['alice', 'bob'] as const)('%s can sign in', async (id) => {
    const { statusCode, body } = await listBuckets(ceph.endpointUrl, ceph.users[id])
    expect(statusCode).toBe(200)
    expect(body).toContain(`<Owner><ID>${id}</ID>`)
  })

  test('a wrong secret is refused', async () => {
    const { statusCode, body } = await listBuckets(ceph.endpointUrl, { ...ceph.users.bob, secretAccessKey: 'wrong' })
    expect(statusCode).toBe(403)
    expect(body).toContain('SignatureDoesNotMatch')
  })

  test('its directory says how to reach it', () => {
    const env = JSON.parse(readFileSync(`${ceph.directory}/env.json`, 'utf8')) as CephConnection
    expect(env).toMatchObject({ endpointUrls: ceph.endpointUrls, users: ceph.users })
    expect(readFileSync(ceph.caFile, 'utf8')).toBe(ceph.ca)
  })

  describe('a Ceph of its own', () => {
    let own: Ceph
    beforeAll(async () => {
      own = await startCeph({ gateways: 2, tls: false, users: ['carol'] })
    }, 120_000)
    afterAll(() => own.stop())

    test('has the users that were asked for', async () => {
      for (const user of [own.users['carol'], own.users.alice]) {
        expect(user && (await listBuckets(own.endpointUrl, user)).statusCode).toBe(200)
      }
      expect(own.tlsEndpointUrls).toEqual([])
    })

    test('a paused gateway accepts connections and does not answer until it is resumed', async () => {
      const [, second] = own.endpointUrls
      own.gateway(2).pause()
      await expect(call(`${second}/`, { timeout: 300 })).rejects.toMatchObject({ code: 'ETIMEDOUT' })
      expect((await call(`${own.endpointUrl}/`)).statusCode).toBe(200)
      own.gateway(2).resume()
      expect((await call(`${second}/`)).statusCode).toBe(200)
    })

    test('a killed gateway refuses connections until it is started again', async () => {
      const [, second] = own.endpointUrls
      const gateway = own.gateway(2)
      const { pid } = gateway
      expect(pid).toBeTypeOf('number')
      await gateway.kill()
      expect(gateway.pid).toBeUndefined()
      await expect(call(`${second}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
      expect(() => gateway.pause()).toThrow('Gateway 2 is not running')
      expect((await listBuckets(own.endpointUrl, own.users.bob)).statusCode).toBe(200)

      await gateway.start()
      expect(gateway.pid).not.toBe(pid)
      expect((await listBuckets(`${second}`, own.users.bob)).statusCode).toBe(200)
    })

    test('gateways are counted from 1', () => {
      expect(() => own.gateway(0)).toThrow(RangeError)
      expect(() => own.gateway(3)).toThrow(RangeError)
    })

    test('stop leaves nothing behind, also with a paused gateway', async () => {
      const { directory, endpointUrls } = own
      own.gateway(2).pause()
      await own.stop()
      expect(existsSync(directory)).toBe(false)
      for (const url of endpointUrls) {
        await expect(call(`${url}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
      }
    })
  })

  test.each([0, 5, 1.5])('%d gateways are refused', async (gateways) => {
    await expect(startCeph({ gateways })).rejects.toThrow(RangeError)
  })
})
