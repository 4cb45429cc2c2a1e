import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalHeaders, canonicalQuery, canonicalRequest } from '../src/auth/canonicalRequest.js'
import { amzDate, httpDate } from '../src/auth/dates.js'
import { hex } from '../src/encoding/hex.js'
import { EMPTY_SHA256 } from '../src/auth/payloadHash.js'
import { signerOf } from '../src/auth/signer.js'
import { signingKey } from '../src/auth/signingKey.js'
import { signText, signV4, stringToSign, type SigV4Context } from '../src/auth/sigv4.js'
import { guardCredentials, type Credentials } from '../src/credentials/types.js'
import { nodeCrypto } from '../src/crypto.node.js'
import { webCrypto } from '../src/crypto.web.js'
import { headerOf } from '../src/http/headers.js'
import type { HeaderList, HttpRequest } from '../src/http/types.js'
import type { Crypto } from '../src/platform.js'
import { UNSIGNED } from '../src/settings.js'

interface SuiteRow {
  id: string
  request: string
  canonical: string
  string_to_sign: string
  authorization: string
  signed_request: string
  credentials: { akid: string; secret: string; region: string; service: string; epoch: number }
}

const suite = readFileSync(new URL('fixtures/aws4-testsuite.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): SuiteRow => JSON.parse(line))

// S3 signs the path as it is sent, and what is sent is encoded already. The suite speaks for other services: its rows with
// raw characters are encoded here first, and the rows that expect dot segments and double slashes to vanish are given the
// path that is left. All the others go in as they are.
const encodedHere = ['get-space', 'get-special-character', 'get-utf8', 'get-vanilla-utf8-query']
const normalisedHere: Readonly<Record<string, string>> = {
  'get-relative': '/',
  'get-relative-relative': '/',
  'get-slash': '/',
  'get-slash-dot-slash': '/',
  'get-slash-pointless-dot': '/example',
  'get-slashes': '/example/',
}

function encode(raw: string): string {
  return encodeURI(raw).replaceAll('$', '%24')
}

/** A request of the suite, taken apart; lines that begin with a blank go on with the header before them. */
function parse(row: SuiteRow): { method: string; path: string; query: string; headers: HeaderList; body: string } {
  const [head = '', body = ''] = row.request.split('\n\n')
  const [line = '', ...fields] = head.trimEnd().split('\n')
  const method = line.slice(0, line.indexOf(' '))
  const target = line.slice(method.length + 1, line.lastIndexOf(' '))
  const [rawPath = '', rawQuery = ''] = target.split('?')
  const encodes = encodedHere.includes(row.id)
  const headers: HeaderList = []
  for (const field of fields) {
    if (/^\s/.test(field)) headers.push(headers.pop()! + `\n${field}`)
    else headers.push(field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1))
  }
  return {
    method,
    path: normalisedHere[row.id] ?? (encodes ? encode(rawPath) : rawPath),
    query: encodes ? encode(rawQuery) : rawQuery,
    headers,
    body,
  }
}

describe("AWS's test suite", () => {
  it('is whole', () => {
    expect(suite).toHaveLength(34)
  })

  it.each(suite.map((row) => [row.id, row] as const))('%s', (id, row) => {
    const { method, path, query, headers, body } = parse(row)
    const { akid, secret, region, service, epoch } = row.credentials
    const host = headerOf(headers, 'host')!
    headers.splice(headers.indexOf('Host'), 2)
    // Here the token comes with the credentials, and is in the signed request only.
    const token = /^X-Amz-Security-Token: ?(.*)$/m.exec(row.signed_request)?.[1]
    if (id === 'get-vanilla-with-session-token') headers.push('X-Amz-Security-Token', token!)

    const timestamp = amzDate(epoch * 1000)
    expect(timestamp).toBe(headerOf(headers, 'x-amz-date'))
    for (const crypto of [nodeCrypto, webCrypto]) {
      const signed = canonicalHeaders(headers, host)
      const canonical = canonicalRequest(method, path, query, signed, crypto.sha256Hex(body))
      expect(canonical).toBe(row.canonical)
      const credentials = { accessKeyId: akid, secretAccessKey: secret }
      const { key, scope } = signingKey(credentials, timestamp.slice(0, 8), region, service, crypto)
      const text = stringToSign(timestamp, scope, canonical, crypto)
      expect(text).toBe(row.string_to_sign)
      const signature = row.authorization.slice(-64)
      expect(signText(key, text, crypto)).toBe(signature)
      expect(row.authorization).toBe(
        `AWS4-HMAC-SHA256 Credential=${akid}/${scope}, SignedHeaders=${signed.names}, Signature=${signature}`,
      )
    }
  })
})

describe('canonicalQuery', () => {
  it.each([
    ['', ''],
    ['delete', 'delete='],
    ['versionId=x%2F', 'versionId=x%2F'],
    ['uploads&prefix=a', 'prefix=a&uploads='],
    ['b=2&a=2&a=1&a', 'a=&a=1&a=2&b=2'],
    ['a-b=1&a=1', 'a=1&a-b=1'],
    ['b=x=y&a=', 'a=&b=x=y'],
  ])('%j', (query, expected) => {
    expect(canonicalQuery(query)).toBe(expected)
  })
})

describe('canonicalHeaders', () => {
  it('leaves out the fields of one hop and those that change', () => {
    const unsigned =
      'Connection Expect Keep-Alive Proxy-Authenticate Proxy-Authorization TE Trailer Transfer-Encoding Upgrade User-Agent X-Amzn-Trace-Id'
    const headers = unsigned.split(' ').flatMap((name) => [name, 'x'])
    expect(canonicalHeaders(headers, 'h')).toEqual({ names: 'host', lines: 'host:h\n' })
  })

  it.each([
    ['plain', 'plain'],
    ['  both  ', 'both'],
    ['a   b  c', 'a b c'],
    ['a\tb', 'a b'],
    ['one two', 'one two'],
    ['', ''],
    ['   ', ''],
    ['no\u00a0break\u00a0', 'no\u00a0break\u00a0'],
  ])('collapses white space of %j', (value, expected) => {
    expect(canonicalHeaders(['a', value], 'h').lines).toBe(`a:${expected}\nhost:h\n`)
  })
})

describe('dates', () => {
  it.each([
    [1440938160000, '20150830T123600Z', 'Sun, 30 Aug 2015 12:36:00 GMT'],
    [1440938160999, '20150830T123600Z', 'Sun, 30 Aug 2015 12:36:00 GMT'],
    [1440938161000, '20150830T123601Z', 'Sun, 30 Aug 2015 12:36:01 GMT'],
    [1735689599999, '20241231T235959Z', 'Tue, 31 Dec 2024 23:59:59 GMT'],
    [0, '19700101T000000Z', 'Thu, 01 Jan 1970 00:00:00 GMT'],
  ])('%i', (time, amz, http) => {
    expect(amzDate(time)).toBe(amz)
    expect(httpDate(time)).toBe(http)
  })
})

describe('signingKey', () => {
  // AWS General Reference, "Deriving the signing key".
  it('derives the published key', () => {
    const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
    const { key, scope } = signingKey(credentials, '20150830', 'us-east-1', 'iam', nodeCrypto)
    expect(hex(key)).toBe('c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9')
    expect(scope).toBe('20150830/us-east-1/iam/aws4_request')
  })

  it('is derived once for a day, region and service, and not kept for ever', () => {
    let derived = 0
    const counting: Crypto = {
      ...nodeCrypto,
      hmacSha256(key, data) {
        if (data === 'aws4_request') derived++
        return nodeCrypto.hmacSha256(key, data)
      },
    }
    const credentials = { accessKeyId: 'a', secretAccessKey: 's' }
    const first = signingKey(credentials, '20150830', 'r', 's3', counting)
    expect(signingKey(credentials, '20150830', 'r', 's3', counting)).toBe(first)
    expect(derived).toBe(1)
    signingKey(credentials, '20150831', 'r', 's3', counting)
    signingKey(credentials, '20150830', 'r2', 's3', counting)
    signingKey(credentials, '20150830', 'r', 's3-outposts', counting)
    signingKey({ ...credentials }, '20150830', 'r', 's3', counting)
    expect(derived).toBe(5)
    for (let i = 0; i < 100; i++) signingKey(credentials, '20150830', `region-${i}`, 's3', counting)
    expect(derived).toBe(105)
    expect(signingKey(credentials, '20150830', 'r', 's3', counting)).toEqual(first)
    expect(derived).toBe(106)
  })

  it('follows a secret that its owner changes', () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'one' }
    const before = signingKey(credentials, '20150830', 'r', 's3', nodeCrypto)
    credentials.secretAccessKey = 'two'
    const after = signingKey(credentials, '20150830', 'r', 's3', nodeCrypto)
    const fresh = signingKey({ accessKeyId: 'a', secretAccessKey: 'two' }, '20150830', 'r', 's3', nodeCrypto)
    expect(hex(after.key)).not.toBe(hex(before.key))
    expect(hex(after.key)).toBe(hex(fresh.key))
  })
})

const example: Credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const context: SigV4Context = {
  region: 'us-east-1',
  service: 's3',
  time: Date.UTC(2013, 4, 24),
  payloadHash: EMPTY_SHA256,
  crypto: nodeCrypto,
}
const get: HttpRequest = {
  method: 'GET',
  origin: 'https://examplebucket.s3.amazonaws.com',
  host: 'examplebucket.s3.amazonaws.com',
  path: '/',
  query: '',
  headers: [],
  body: undefined,
}
const authorizationOf = (request: HttpRequest): string | undefined => headerOf(request.headers, 'authorization')

describe('signV4', () => {
  // Amazon S3 API Reference, "Signature Calculations for the Authorization Header", examples.
  it.each<[string, Partial<HttpRequest>, string]>([
    [
      'GET Object',
      { path: '/test.txt', headers: ['Range', 'bytes=0-9'] },
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    ],
    [
      'GET Bucket Lifecycle',
      { query: 'lifecycle' },
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543',
    ],
    [
      'GET Bucket (List Objects)',
      { query: 'max-keys=2&prefix=J' },
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
    ],
  ])('%s', (_name, parts, signature) => {
    const signed = signV4({ ...get, ...parts }, example, context)
    const names = parts.headers ? 'host;range;x-amz-content-sha256;x-amz-date' : 'host;x-amz-content-sha256;x-amz-date'
    expect(authorizationOf(signed)).toBe(
      `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request, ` +
        `SignedHeaders=${names}, Signature=${signature}`,
    )
    expect(headerOf(signed.headers, 'x-amz-date')).toBe('20130524T000000Z')
    expect(headerOf(signed.headers, 'x-amz-content-sha256')).toBe(EMPTY_SHA256)
  })

  it('leaves the given request alone', () => {
    const headers = Object.freeze(['Range', 'bytes=0-9', 'Authorization', 'old'])
    const request: HttpRequest = Object.freeze({ ...get, headers: [...headers] })
    signV4(request, example, context)
    expect(request.headers).toEqual(headers)
  })

  it('replaces an earlier signature', () => {
    const once = signV4({ ...get, headers: ['x-amz-acl', 'private'] }, { ...example, sessionToken: 'old' }, context)
    const later = { ...context, time: context.time + 1000 }
    const twice = signV4(once, { ...example, sessionToken: 'new' }, later)
    const fresh = signV4({ ...get, headers: ['x-amz-acl', 'private'] }, { ...example, sessionToken: 'new' }, later)
    expect(twice).toEqual(fresh)
    expect(signV4(once, example, later).headers).not.toContain('old')
  })

  it('signs the session token', () => {
    const signed = signV4(get, { ...example, sessionToken: 'token' }, context)
    expect(headerOf(signed.headers, 'x-amz-security-token')).toBe('token')
    expect(authorizationOf(signed)).toContain(
      'SignedHeaders=host;x-amz-content-sha256;x-amz-date;x-amz-security-token,',
    )
  })

  it('brings a Date header up to date and uses it', () => {
    const signed = signV4({ ...get, headers: ['date', 'yesterday', 'X-Amz-Date', 'x'] }, example, context)
    expect(headerOf(signed.headers, 'date')).toBe('Fri, 24 May 2013 00:00:00 GMT')
    expect(headerOf(signed.headers, 'x-amz-date')).toBeUndefined()
    expect(authorizationOf(signed)).toContain('SignedHeaders=date;host;x-amz-content-sha256,')
  })

  it('signs a Content-Length that was given and leaves sending it to the body', () => {
    const signed = signV4({ ...get, method: 'PUT', headers: ['Content-Length', '5'] }, example, context)
    expect(headerOf(signed.headers, 'content-length')).toBeUndefined()
    expect(authorizationOf(signed)).toContain('SignedHeaders=content-length;host;')
  })

  it('takes dot segments, double slashes and an empty path as they are', () => {
    const signatures = ['', '/', '//', '/a/../b', '/b'].map((path) =>
      authorizationOf(signV4({ ...get, path }, example, context)),
    )
    expect(signatures[0]).toBe(signatures[1])
    expect(new Set(signatures).size).toBe(4)
  })

  const fields = fc.uniqueArray(
    fc.tuple(fc.stringMatching(/^x-amz-meta-[a-z0-9]{1,8}$/), fc.string({ unit: 'grapheme', maxLength: 20 })),
    { selector: ([name]) => name, maxLength: 12 },
  )

  it('does not depend on the order and case of header names, nor on the platform', () => {
    fc.assert(
      fc.property(
        fields.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
        ),
        ([list, shuffled]) => {
          const plain = { ...get, headers: list.flat() }
          const other = { ...get, headers: shuffled.flatMap(([name, value]) => [name.toUpperCase(), value]) }
          const expected = authorizationOf(signV4(plain, example, context))
          expect(authorizationOf(signV4(plain, example, context))).toBe(expected)
          expect(authorizationOf(signV4(other, { ...example }, { ...context, crypto: webCrypto }))).toBe(expected)
        },
      ),
    )
  })

  it('does not depend on the order of the query', () => {
    const pair = fc.stringMatching(/^[a-z%0-9-]{1,4}(=[a-z%0-9]{0,4})?$/)
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), (pairs) => {
        const forth = signV4({ ...get, query: pairs.join('&') }, example, context)
        const back = signV4({ ...get, query: pairs.toReversed().join('&') }, example, context)
        expect(authorizationOf(back)).toBe(authorizationOf(forth))
      }),
    )
  })

  it('depends on everything that is signed', () => {
    const base: [HttpRequest, Credentials, SigV4Context] = [get, example, context]
    const variants: [HttpRequest, Credentials, SigV4Context][] = [
      base,
      [{ ...get, method: 'HEAD' }, example, context],
      [{ ...get, host: 'other' }, example, context],
      [{ ...get, query: 'acl' }, example, context],
      [{ ...get, headers: ['x-amz-acl', 'private'] }, example, context],
      [get, { ...example, secretAccessKey: 'other' }, context],
      [get, example, { ...context, region: 'eu-west-1' }],
      [get, example, { ...context, service: 's3-object-lambda' }],
      [get, example, { ...context, time: context.time + 1000 }],
      [get, example, { ...context, payloadHash: 'UNSIGNED-PAYLOAD' }],
    ]
    const signatures = variants.map((variant) => authorizationOf(signV4(...variant))!.slice(-64))
    expect(new Set(signatures).size).toBe(variants.length)
  })
})

describe('signerOf', () => {
  it.each([
    ['s3v4', /^AWS4-HMAC-SHA256 /],
    ['s3', /^AWS AKIAIOSFODNN7EXAMPLE:[A-Za-z0-9+/]{27}=$/],
    ['aws-plain', /^AWS AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/],
  ] as const)('%s', async (version, expected) => {
    const facts = { operationPath: '/examplebucket', path: '/', virtualHost: true, strict: false }
    for (const crypto of [nodeCrypto, webCrypto]) {
      const sign = (await signerOf(version, crypto))!
      expect(authorizationOf(sign(get, example, { ...context, crypto, resource: () => facts }))).toMatch(expected)
    }
  })

  it('waits for nothing but the older signature, and for that once', async () => {
    expect(signerOf('s3v4', webCrypto)).toBe(signV4)
    await signerOf('s3', webCrypto)
    expect(signerOf('s3', webCrypto)).toBeTypeOf('function')
  })

  it('has none for unsigned requests', () => {
    expect(signerOf(UNSIGNED, nodeCrypto)).toBeUndefined()
  })
})

describe('guardCredentials', () => {
  const guarded = guardCredentials({ ...example, sessionToken: 'a-session-token' })

  it('signs like the plain object', () => {
    const plain = signV4(get, { ...example, sessionToken: 'a-session-token' }, context)
    expect(signV4(get, guarded, context)).toEqual(plain)
    expect(guardCredentials(guarded)).toBe(guarded)
  })

  it.each([
    ['JSON', JSON.stringify({ guarded })],
    ['inspect', inspect({ guarded }, { showHidden: true, depth: 5 })],
    ['spreading', JSON.stringify({ ...guarded })],
    ['keys', Object.keys(guarded).join()],
  ])('does not show its secrets: %s', (_name, shown) => {
    expect(shown).toContain('ccessKeyId')
    expect(shown).not.toContain('wJalrXUtnFEMI')
    expect(shown).not.toContain('a-session-token')
  })
})
