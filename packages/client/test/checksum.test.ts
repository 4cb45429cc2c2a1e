import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  algorithms,
  checksumHeader,
  checksumName,
  createHasher,
  type ChecksumName,
} from '../src/checksum/algorithms.js'
import { toBase64 } from '../src/encoding/base64.js'
import { hashBody } from '../src/checksum/body.js'
import {
  chooseChecksum,
  hasChecksumHeader,
  placeChecksum,
  type ChecksumFacts,
  type PlacementFacts,
} from '../src/checksum/choose.js'
import { bodyCheck, responseChecksum } from '../src/checksum/validation.js'
import { nodeCrypto } from '../src/crypto.node.js'
import { webCrypto } from '../src/crypto.web.js'
import { FlexibleChecksumError } from '../src/errors/body.js'
import type { RequestBody } from '../src/http/types.js'
import { UNSIGNED } from '../src/settings.js'

const utf8 = new TextEncoder()
const names = Object.keys(algorithms) as ChecksumName[]

beforeAll(() => webCrypto.load?.('sha1'))

function digestOf(name: string, bytes: Uint8Array, crypto = nodeCrypto): Uint8Array {
  const hasher = createHasher(name, crypto)
  hasher.update(bytes)
  return hasher.digest()
}

function hexOf(name: string, bytes: Uint8Array, crypto = nodeCrypto): string {
  return Buffer.from(digestOf(name, bytes, crypto)).toString('hex')
}

describe('algorithms', () => {
  const ascending = Uint8Array.from({ length: 32 }, (_, i) => i)

  it.each<[string, string, Uint8Array, string]>([
    ['crc32', 'the check text', utf8.encode('123456789'), 'cbf43926'],
    ['crc32c', 'the check text', utf8.encode('123456789'), 'e3069283'],
    ['crc64nvme', 'the check text', utf8.encode('123456789'), 'ae8b14860a799888'],
    // RFC 3720, B.4
    ['crc32c', '32 zeros', new Uint8Array(32), '8a9136aa'],
    ['crc32c', '32 ones', new Uint8Array(32).fill(255), '62a8ab43'],
    ['crc32c', '0 to 31', ascending, '46dd794e'],
    ['crc32c', '31 to 0', ascending.toReversed(), '113fdb5c'],
    // NVM Express, NVM Command Set specification, 64b CRC test cases
    ['crc64nvme', '4096 zeros', new Uint8Array(4096), '6482d367eb22b64e'],
    ['crc64nvme', '4096 ones', new Uint8Array(4096).fill(255), 'c0ddba7302eca3ac'],
  ])('%s of %s', (name, _what, bytes, expected) => {
    expect(hexOf(name, bytes)).toBe(expected)
    expect(hexOf(name, bytes, webCrypto)).toBe(expected)
  })

  // What boto3 computes and what S3 answers for these bytes.
  it.each([
    ['CRC32', 'hello', 'NhCmhg=='],
    ['CRC32', '', 'AAAAAA=='],
    ['crc32', 'hello world', 'DUoRhQ=='],
    ['CRC32C', 'hello world', 'yZRlqg=='],
    ['CRC64NVME', '', 'AAAAAAAAAAA='],
    ['SHA1', 'hello world', 'Kq5sNclPz7QV2+lfQIuc6R7oRu0='],
    ['SHA256', 'hello world', 'uU0nuZNNPgilLlLX2n2r+sSE7+N6U4DukIj3rOLvzek='],
    ['SHA512', '', 'z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=='],
  ])('%s of %j in base64', (name, text, expected) => {
    expect(toBase64(digestOf(name, utf8.encode(text)))).toBe(expected)
  })

  it('knows the size of each checksum', () => {
    for (const name of names) expect(createHasher(name, nodeCrypto).digest()).toHaveLength(algorithms[name].size)
  })

  it.each(['MD5', 'XXHASH64', 'xxhash3', 'xxhash128', 'toString', ''])('refuses %j', (name) => {
    expect(() => createHasher(name, nodeCrypto)).toThrow(FlexibleChecksumError)
    expect(() => checksumName(name)).toThrow(`Unsupported checksum algorithm: ${name.toLowerCase()}`)
  })

  it('names the header', () => {
    expect(checksumHeader(checksumName('CRC64NVME'))).toBe('x-amz-checksum-crc64nvme')
  })

  it('gives the same checksum however the bytes are split', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.uint8Array({ maxLength: 40 })), (name, pieces) => {
        const hasher = createHasher(name, webCrypto)
        for (const piece of pieces) hasher.update(piece)
        expect(toBase64(hasher.digest())).toBe(toBase64(digestOf(name, Buffer.concat(pieces))))
      }),
    )
  })
})

describe('base64', () => {
  // RFC 4648, 10
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
  ])('%j', (text, expected) => {
    expect(toBase64(utf8.encode(text))).toBe(expected)
  })

  it('takes every byte', () => {
    expect(toBase64(Uint8Array.of(0xfb, 0xff, 0x00, 0x80))).toBe('+/8AgA==')
  })
})

describe('hashBody', () => {
  const streamed: RequestBody = {
    length: 9,
    bytes: undefined,
    replayable: false,
    async *chunks() {
      yield utf8.encode('1234')
      yield utf8.encode('56789')
    },
  }
  const held: RequestBody = { ...streamed, bytes: utf8.encode('123456789') }

  it.each([
    ['streamed', streamed],
    ['in memory', held],
  ])('feeds several hashers at once: %s', async (_name, body) => {
    const crc = createHasher('crc32', nodeCrypto)
    const sha = createHasher('sha1', nodeCrypto)
    await hashBody(body, [crc, sha])
    expect(Buffer.from(crc.digest()).toString('hex')).toBe('cbf43926')
    expect(Buffer.from(sha.digest()).toString('hex')).toBe('f7c3bc1d808e04732adf679965ccc34ca7ae3441')
  })

  it('is done at once for bytes in memory and for no body', () => {
    const crc = createHasher('crc32', nodeCrypto)
    expect(hashBody(held, [])).toBeUndefined()
    expect(hashBody(undefined, [crc])).toBeUndefined()
    expect(toBase64(crc.digest())).toBe('AAAAAA==')
  })
})

describe('chooseChecksum', () => {
  const supported: ChecksumFacts = {
    checksum: 'optional',
    algorithm: undefined,
    given: false,
    calculation: 'when_supported',
  }

  it.each<[string, Partial<ChecksumFacts>, ChecksumName | undefined]>([
    ['optional, when supported', {}, 'crc32'],
    ['optional, when required', { calculation: 'when_required' }, undefined],
    ['mandatory, when required', { checksum: 'required', calculation: 'when_required' }, 'crc32'],
    ['algorithm asked for', { algorithm: 'SHA256', calculation: 'when_required' }, 'sha256'],
    ['algorithm for a mandatory one', { checksum: 'required', algorithm: 'CRC64NVME' }, 'crc64nvme'],
    ['made by the caller', { given: true, algorithm: 'SHA256' }, undefined],
    ['made by the caller, mandatory', { given: true, checksum: 'required' }, undefined],
    ['an operation without', { checksum: undefined, algorithm: 'SHA256' }, undefined],
  ])('%s', (_name, facts, expected) => {
    expect(chooseChecksum({ ...supported, ...facts })).toBe(expected)
  })

  it('refuses algorithms that are not supported', () => {
    expect(() => chooseChecksum({ ...supported, algorithm: 'MD5' })).toThrow('Unsupported checksum algorithm: md5')
  })

  it('sees checksums of the caller', () => {
    expect(hasChecksumHeader(['X-Amz-Checksum-CRC32', 'AAAAAA=='])).toBe(true)
    expect(hasChecksumHeader(['x-amz-checksum-md5', 'x'])).toBe(true)
    expect(hasChecksumHeader(['x-amz-sdk-checksum-algorithm', 'CRC32', 'content-md5', 'x'])).toBe(false)
  })
})

describe('placeChecksum', () => {
  const custom: PlacementFacts = {
    streamingInput: true,
    https: true,
    signatureVersion: 's3v4',
    checksumPlacement: 'auto',
    compat: 'auto',
    isAwsHost: false,
    bodyReplayable: true,
    asked: false,
  }

  it.each<[string, Partial<PlacementFacts>, 'header' | 'trailer' | 'none']>([
    ['custom https, replayable', {}, 'header'],
    ['custom https, read once', { bodyReplayable: false }, 'none'],
    ['custom https, read once, algorithm named', { bodyReplayable: false, asked: true }, 'trailer'],
    ['AWS, read once', { isAwsHost: true, bodyReplayable: false }, 'trailer'],
    ['strict, read once', { compat: 'strict', bodyReplayable: false }, 'trailer'],
    ['AWS', { isAwsHost: true }, 'trailer'],
    ['AWS, unsigned', { isAwsHost: true, signatureVersion: UNSIGNED }, 'trailer'],
    ['strict', { compat: 'strict' }, 'trailer'],
    ['trailer asked for', { checksumPlacement: 'trailer' }, 'trailer'],
    ['header asked for on AWS', { isAwsHost: true, checksumPlacement: 'header' }, 'header'],
    ['not a stream', { isAwsHost: true, streamingInput: false }, 'header'],
    ['not https', { checksumPlacement: 'trailer', https: false }, 'header'],
    ['signature s3', { isAwsHost: true, compat: 'strict', signatureVersion: 's3' }, 'header'],
    ['signature aws-plain', { checksumPlacement: 'trailer', signatureVersion: 'aws-plain' }, 'header'],
  ])('%s', (_name, facts, expected) => {
    expect(placeChecksum({ ...custom, ...facts })).toBe(expected)
  })
})

describe('responseChecksum', () => {
  it.each<[string, Record<string, string>, number, unknown]>([
    ['none', { etag: '"x"' }, 200, undefined],
    ['one', { 'x-amz-checksum-crc32': 'DUoRhQ==' }, 200, { algorithm: 'crc32', expected: 'DUoRhQ==' }],
    [
      'the preferred of several',
      { 'x-amz-checksum-sha256': 'a', 'x-amz-checksum-crc32': 'b', 'x-amz-checksum-crc64nvme': 'c' },
      200,
      { algorithm: 'crc64nvme', expected: 'c' },
    ],
    [
      'crc32c before crc32',
      { 'x-amz-checksum-crc32': 'b', 'x-amz-checksum-crc32c': 'c' },
      200,
      { algorithm: 'crc32c', expected: 'c' },
    ],
    [
      'sha1 before sha256',
      { 'x-amz-checksum-sha256': 'b', 'x-amz-checksum-sha1': 'c' },
      200,
      { algorithm: 'sha1', expected: 'c' },
    ],
    ['not supported', { 'x-amz-checksum-xxhash64': 'a', 'x-amz-checksum-md5': 'b' }, 200, undefined],
    ['of parts', { 'x-amz-checksum-crc32c': 'yZRlqg==-2' }, 200, undefined],
    [
      'of parts, and a whole one after it',
      { 'x-amz-checksum-crc32c': 'yZRlqg==-2', 'x-amz-checksum-crc32': 'DUoRhQ==' },
      200,
      { algorithm: 'crc32', expected: 'DUoRhQ==' },
    ],
    ['a range', { 'x-amz-checksum-crc32': 'a', 'content-range': 'bytes 0-4/11' }, 206, undefined],
    ['the end of the object', { 'x-amz-checksum-crc32': 'a', 'content-range': 'bytes 5-10/11' }, 206, undefined],
    ['a range of unknown size', { 'x-amz-checksum-crc32': 'a', 'content-range': 'bytes 0-4/*' }, 206, undefined],
    ['no range told', { 'x-amz-checksum-crc32': 'a' }, 206, undefined],
    [
      'a range that is the whole object',
      { 'x-amz-checksum-crc32': 'a', 'content-range': 'bytes 0-10/11' },
      206,
      { algorithm: 'crc32', expected: 'a' },
    ],
  ])('%s', (_name, headers, status, expected) => {
    expect(responseChecksum(headers, status)).toEqual(expected)
  })

  it('compares at the end, and tells both values of a mismatch', () => {
    const check = (expected: string) => {
      const one = bodyCheck({ algorithm: 'crc32', expected }, nodeCrypto)
      one.update(utf8.encode('hello '))
      one.update(utf8.encode('world'))
      return () => one.verify()
    }
    expect(check('DUoRhQ==')).not.toThrow()
    expect(check('AQEBAQ==')).toThrow(FlexibleChecksumError)
    expect(check('AQEBAQ==')).toThrow(/^Expected checksum AQEBAQ== did not match calculated checksum: /)
  })
})
