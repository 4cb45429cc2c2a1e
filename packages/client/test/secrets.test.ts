/** What `console.log` and `JSON.stringify` tell of a client and of its errors. */
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { ClientOptions } from '../src/config.js'
import { maskUserInfo } from '../src/errors/connection.js'
import { ParamValidationError } from '../src/errors/validation.js'
import { toHeaderBytes } from '../src/http/headerBytes.js'
import { failureOf, fakeClient } from './fakeClient.js'

const shown = (value: unknown) => inspect(value, { depth: 9, showHidden: true }) + JSON.stringify(value)
const pem = (text: string) => `-----BEGIN PRIVATE KEY-----\n${text}\n-----END PRIVATE KEY-----\n`

const keys = { awsAccessKeyId: 'AK', awsSecretAccessKey: 'secret-key', awsSessionToken: 'secret-token' }

describe('a client shows no secrets', () => {
  const cases: [string, ClientOptions, string][] = [
    ['keys', {}, "accessKeyId: 'AK'|endpointUrl"],
    [
      'an endpoint with a user',
      { endpointUrl: 'https://secret-user:secret-word@host/p' },
      'https://\\*\\*\\*:\\*\\*\\*@host/p',
    ],
    [
      'proxies',
      {
        config: {
          proxies: {
            http: 'secret-user:secret-word@proxy:3128',
            https: 'http://secret-user:secret-word@secret-rest@proxy:3128',
          },
        },
      },
      'http://\\*\\*\\*:\\*\\*\\*@proxy:3128',
    ],
    ['a certificate as PEM', { config: { clientCert: pem('secret-certificate') } }, "clientCert: '\\*\\*\\*'"],
    ['a pair of PEM', { config: { clientCert: ['path.pem', pem('secret-certificate')] } }, "'path.pem', '\\*\\*\\*'"],
    ['PEM for proxies', { config: { proxiesConfig: { proxyClientCert: pem('secret-pem') } } }, 'proxyClientCert'],
    ['a bundle as text', { verify: pem('secret-pem') }, "verify: '\\*\\*\\*'"],
    ['a bundle as bytes', { verify: new TextEncoder().encode(pem('secret-pem')) }, "verify: '\\*\\*\\*'"],
    [
      'credentials',
      { credentials: { accessKeyId: 'AK', secretAccessKey: 'secret-key', sessionToken: 'secret-token' } },
      'endpointUrl',
    ],
  ]
  it.each(cases)('%s', async (_, options, visible) => {
    const { client } = fakeClient(options.credentials === undefined ? { ...keys, ...options } : options)
    await client.listBuckets()
    expect(shown(client)).toMatch(new RegExp(visible))
    expect(shown(client)).not.toMatch(/secret-/)
    // Bytes would be shown as numbers.
    expect(shown(client)).not.toContain('45, 45, 45, 45, 45')
  })

  it('what it shows cannot be changed', () => {
    const { client } = fakeClient({ config: { proxies: { http: 'http://proxy:1' }, clientCert: ['a', 'b'] } })
    const { config } = client.meta
    for (const part of [
      config,
      config.s3,
      config.retries,
      config.transport,
      config.transport.proxies,
      config.warnings,
    ]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })
})

describe('errors show no secrets', () => {
  const key = 'secret-sse-key-of-32-bytes-------'
  const object = { Bucket: 'bucket', Key: 'key' }
  const untyped = <T>(value: unknown): T => value as T
  it.each<[string, object]>([
    ['a key of the wrong type', { SSECustomerKey: [key] }],
    ['a key beside its MD5, of the wrong type', { SSECustomerKey: { key }, SSECustomerKeyMD5: 'x' }],
    ['a key that no header can carry', { SSECustomerKey: `${key}\n`, SSECustomerKeyMD5: 'x' }],
    ['another parameter', { SSECustomerKey: key, ContentLength: 'x' }],
  ])('%s', async (_, more) => {
    const { client, sent } = fakeClient(keys)
    const error = await failureOf(client.putObject(untyped({ ...object, Body: 'x', ...more })))
    expect(error).toBeInstanceOf(ParamValidationError)
    expect(shown(error)).not.toMatch(/secret-/)
    expect(sent).toHaveLength(0)
  })

  it.each(['\0', '\x01', '\n', '\r', '\x1f', '\x7f'])('a header value with %j', (character) => {
    const make = () => toHeaderBytes('x-amz-a', `secret-${character}`)
    expect(make).toThrow(ParamValidationError)
    expect(make).toThrow('Invalid value of header x-amz-a: it holds line breaks or other control characters.')
  })
})

describe('maskUserInfo', () => {
  it.each([
    ['http://proxy:3128', 'http://proxy:3128'],
    ['http://us:pw@proxy:3128/', 'http://***:***@proxy:3128/'],
    ['us:pw@proxy:3128', '***:***@proxy:3128'],
    ['//us:pw@proxy:3128', '//***:***@proxy:3128'],
    ['us@proxy', '***:***@proxy'],
    ['http://u:p@w@proxy/a@b', 'http://***:***@proxy/a@b'],
    ['http://proxy/a@b', 'http://proxy/a@b'],
  ])('%s', (url, masked) => {
    expect(maskUserInfo(url)).toBe(masked)
  })
})
