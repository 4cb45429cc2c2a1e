import { beforeAll, describe, expect, it } from 'vitest'
import { signPlain } from '../src/auth/plain.js'
import { canonicalResource, resourcePath, signV2, stringToSignV2, type ResourceFacts } from '../src/auth/sigv2.js'
import { toBase64 } from '../src/encoding/base64.js'
import type { Credentials } from '../src/credentials/types.js'
import { nodeCrypto } from '../src/crypto.node.js'
import { webCrypto } from '../src/crypto.web.js'
import { headerOf } from '../src/http/headers.js'
import type { HeaderList, HttpRequest } from '../src/http/types.js'

beforeAll(() => webCrypto.load?.('sha1'))

// Amazon S3 Developer Guide, "Signing and Authenticating REST Requests", examples.
const exampleSecret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

describe('the examples of the S3 documentation', () => {
  it.each<[string, string, HeaderList, string, string, string, string]>([
    [
      'object GET',
      'GET',
      [],
      'Tue, 27 Mar 2007 19:36:42 +0000',
      '/johnsmith/photos/puppy.jpg',
      '',
      'bWq2s1WEIj+Ydj0vQ697zp+IXMU=',
    ],
    [
      'object PUT',
      'PUT',
      ['Content-Type', 'image/jpeg', 'Content-Length', '94328'],
      'Tue, 27 Mar 2007 21:15:45 +0000',
      '/johnsmith/photos/puppy.jpg',
      '',
      'MyyxeRY7whkBe+bq8fHCL/2kKUg=',
    ],
    [
      'list',
      'GET',
      ['User-Agent', 'Mozilla/5.0'],
      'Tue, 27 Mar 2007 19:42:41 +0000',
      '/johnsmith/',
      'prefix=photos&max-keys=50&marker=puppy',
      'htDYFYduRNen8P9ZfE/s9SuKy0U=',
    ],
    ['fetch', 'GET', [], 'Tue, 27 Mar 2007 19:44:46 +0000', '/johnsmith/', 'acl', 'c2WLPFtWHVgbEmeEG93a4cG37dM='],
    [
      'upload',
      'PUT',
      [
        'x-amz-acl',
        'public-read',
        'content-type',
        'application/x-download',
        'Content-MD5',
        '4gJE4saaMU4BqNR0kLY+lw==',
        'X-Amz-Meta-ReviewedBy',
        'joe@johnsmith.net',
        'X-Amz-Meta-ReviewedBy',
        'jane@johnsmith.net',
        'X-Amz-Meta-FileChecksum',
        '0x02661779',
        'X-Amz-Meta-ChecksumAlgorithm',
        'crc32',
        'Content-Encoding',
        'gzip',
      ],
      'Tue, 27 Mar 2007 21:06:08 +0000',
      '/static.johnsmith.net/db-backup.dat.gz',
      '',
      'ilyl83RwaSoYIEdixDQcA4OnAnc=',
    ],
    ['list all my buckets', 'GET', [], 'Wed, 28 Mar 2007 01:29:59 +0000', '/', '', 'qGdzdERIC03wnaRNKh6OqZehG9s='],
    [
      'Unicode keys',
      'GET',
      [],
      'Wed, 28 Mar 2007 01:49:49 +0000',
      '/dictionary/fran%C3%A7ais/pr%c3%a9f%c3%a8re',
      '',
      'DNEZGsoieTZ92F3bUfSPQcbGmlM=',
    ],
  ])('%s', (_name, method, headers, date, path, query, signature) => {
    const text = stringToSignV2(method, headers, date, canonicalResource(path, query))
    expect(toBase64(nodeCrypto.hmacSha1(exampleSecret, text))).toBe(signature)
    expect(toBase64(webCrypto.hmacSha1(exampleSecret, text))).toBe(signature)
  })
})

describe('canonicalResource', () => {
  it.each([
    ['', '/b/k'],
    ['prefix=a&max-keys=3', '/b/k'],
    ['uploadId=x&partNumber=7', '/b/k?partNumber=7&uploadId=x'],
    ['versionId=a%2Fb&response-content-type=text%2Fplain', '/b/k?response-content-type=text/plain&versionId=a/b'],
    [
      'response-content-language=%C3%A9&response-cache-control=%20x+y%20',
      '/b/k?response-cache-control= x+y &response-content-language=é',
    ],
    ['versionId=', '/b/k?versionId='],
    ['versionId=100%', '/b/k?versionId=100%'],
    ['retention&legal-hold&encryption&attributes', '/b/k'],
  ])('%j', (query, expected) => {
    expect(canonicalResource('/b/k', query)).toBe(expected)
  })
})

describe('resourcePath', () => {
  it.each<[string, Partial<ResourceFacts>, string]>([
    ['an object', { operationPath: '/b/k', path: '/b/k' }, '/b/k'],
    ['an object behind a base path', { operationPath: '/b/k', path: '/s3p/b/k' }, '/b/k'],
    ['an object in a virtual host', { operationPath: '/b/k', path: '/k', virtualHost: true }, '/b/k'],
    ['an object whose key begins with a slash', { operationPath: '/b//k', path: '/b//k' }, '/b//k'],
    ['a bucket as it is sent', { operationPath: '/b', path: '/b' }, '/b'],
    ['a bucket behind a base path', { operationPath: '/b', path: '/s3p/b' }, '/b'],
    ['a bucket in a virtual host', { operationPath: '/b', path: '/', virtualHost: true }, '/b/'],
    ['a bucket as boto3 signs it', { operationPath: '/b', path: '/b', strict: true }, '/b/'],
    ['the service', { operationPath: '/', path: '/' }, '/'],
    ['the service, empty', { operationPath: '', path: '' }, '/'],
    ['the service behind a base path', { operationPath: '/', path: '/s3p' }, '/s3p'],
  ])('%s', (_name, facts, expected) => {
    expect(resourcePath({ operationPath: '', path: '', virtualHost: false, strict: false, ...facts })).toBe(expected)
  })
})

const credentials: Credentials = {
  accessKeyId: 'AKIDEXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
}
const get: HttpRequest = {
  method: 'GET',
  origin: 'http://s3.example.com:9000',
  host: 's3.example.com:9000',
  path: '/bucket/a/../b',
  query: '',
  headers: [],
  body: undefined,
}
const newYear = Date.UTC(2026, 0, 1)

describe('signV2', () => {
  // Recorded from boto3 (botocore 1.43.67) with a frozen clock.
  it.each<[string, Partial<HttpRequest>, number, string | undefined, string, string]>([
    ['an object', {}, newYear, undefined, '/bucket/a/../b', '4Q3StnT9ThZIPT68dToatpyscGc='],
    [
      'Content-MD5 and Content-Type',
      {
        method: 'PUT',
        path: '/bucket/k',
        headers: ['Content-Type', 'text/plain', 'Content-MD5', 'XUFAKrxLKna5cZ2REBfFkg==', 'Content-Length', '1000'],
      },
      Date.UTC(2024, 11, 31, 23, 59, 59),
      undefined,
      '/bucket/k',
      'Z4052WNpa5GZglNRWL6P3f9Ss88=',
    ],
    [
      'a session token',
      { path: '/bucket/a' },
      Date.UTC(2015, 7, 30, 12, 36),
      'FwoGZXIvYXdzEXAMPLE//session+token==/abc+def%2F',
      '/bucket/a',
      'i+mKGjfzHIUXHiOr7dmq9uT+V08=',
    ],
    [
      'sub-resources and x-amz- headers',
      {
        path: '/examplebucket/a/../b',
        query: 'response-cache-control=example&response-content-disposition=%09&partNumber=7',
        headers: [
          'x-amz-server-side-encryption-customer-key',
          'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=',
          'x-amz-request-payer',
          'requester',
          'x-amz-server-side-encryption-customer-key-MD5',
          'hRasmdxgYDKV3nvbahU1MA==',
        ],
      },
      Date.UTC(2015, 7, 30, 12, 36),
      undefined,
      '/examplebucket/a/../b',
      'LtFNWL1Xv4QvxEthIYAaNQVYdiw=',
    ],
    [
      'a bucket in a virtual host',
      {
        method: 'PUT',
        path: '/',
        headers: [
          'x-amz-acl',
          'public-read-write',
          'x-amz-grant-read-acp',
          'a, b; c="d"',
          'x-amz-grant-write',
          'a, b; c="d"',
          'x-amz-bucket-object-lock-enabled',
          'true',
          'x-amz-object-ownership',
          'BucketOwnerEnforced',
        ],
      },
      Date.UTC(2024, 11, 31, 23, 59, 59),
      undefined,
      '/123-numbers/',
      'h/DEFLZXo5f+jBQ5zrWVPmskltA=',
    ],
  ])('%s', (_name, parts, time, sessionToken, path, signature) => {
    for (const crypto of [nodeCrypto, webCrypto]) {
      const signed = signV2(
        { ...get, ...parts },
        { ...credentials, sessionToken },
        { resourcePath: path, time, crypto },
      )
      expect(headerOf(signed.headers, 'authorization')).toBe(`AWS AKIDEXAMPLE:${signature}`)
      expect(headerOf(signed.headers, 'x-amz-security-token')).toBe(sessionToken)
      expect(headerOf(signed.headers, 'content-length')).toBeUndefined()
    }
  })

  const context = { resourcePath: '/bucket/a/../b', time: newYear, crypto: nodeCrypto }

  it('makes the date anew and replaces an earlier signature', () => {
    const given = ['date', 'yesterday', 'authorization', 'old', 'X-Amz-Security-Token', 'old']
    const signed = signV2({ ...get, headers: given }, credentials, context)
    expect(signed.headers).toEqual([
      'Date',
      'Thu, 01 Jan 2026 00:00:00 GMT',
      'Authorization',
      'AWS AKIDEXAMPLE:4Q3StnT9ThZIPT68dToatpyscGc=',
    ])
    expect(given).toHaveLength(6)
  })

  it('can tell the time in x-amz-date, which then stands among the headers and not in the line of the date', () => {
    const signed = signV2(get, credentials, { ...context, useAmzDate: true })
    const text = 'GET\n\n\n\nx-amz-date:Thu, 01 Jan 2026 00:00:00 GMT\n/bucket/a/../b'
    expect(headerOf(signed.headers, 'date')).toBeUndefined()
    expect(headerOf(signed.headers, 'x-amz-date')).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
    expect(headerOf(signed.headers, 'authorization')).toBe(
      `AWS AKIDEXAMPLE:${toBase64(nodeCrypto.hmacSha1(credentials.secretAccessKey, text))}`,
    )
  })
})

describe('signPlain', () => {
  it('sends the secret in the place of a signature, and the date', () => {
    const request = { ...get, headers: ['Range', 'bytes=0-1', 'Date', 'x', 'authorization', 'old'] }
    const signed = signPlain(request, { accessKeyId: 'key', secretAccessKey: 'immuta' }, { time: newYear })
    expect(signed.headers).toEqual([
      'Range',
      'bytes=0-1',
      'Date',
      'Thu, 01 Jan 2026 00:00:00 GMT',
      'Authorization',
      'AWS key:immuta',
    ])
    expect(request.headers).toHaveLength(6)
  })
})
