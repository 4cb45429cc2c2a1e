import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { nodeCrypto } from '../src/crypto.node.js'
import { webCrypto } from '../src/crypto.web.js'
import type { Crypto, HashName } from '../src/platform.js'

const utf8 = new TextEncoder()
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function digest(crypto: Crypto, name: HashName, ...pieces: Uint8Array[]): string {
  const hash = crypto.createHash(name)
  for (const piece of pieces) hash.update(piece)
  return hex(hash.digest())
}

// RFC 1321, A.5 and FIPS 180-4's examples, for "abc".
const digestsOfAbc: [HashName, string][] = [
  ['md5', '900150983cd24fb0d6963f7d28e17f72'],
  ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'sha512',
    'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
  ],
]

beforeAll(() => webCrypto.load?.('md5'))

const longKeyText = 'Test Using Larger Than Block-Size Key - Hash Key First'

describe.each([
  ['node', nodeCrypto],
  ['web', webCrypto],
])('crypto of %s', (_name, crypto) => {
  it.each(digestsOfAbc)('%s of abc', (name, expected) => {
    expect(digest(crypto, name, utf8.encode('abc'))).toBe(expected)
    expect(digest(crypto, name, utf8.encode('a'), new Uint8Array(0), utf8.encode('bc'))).toBe(expected)
  })

  it('sha256Hex of nothing, text and bytes', () => {
    expect(crypto.sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(crypto.sha256Hex('abc')).toBe(digestsOfAbc[2]![1])
    expect(crypto.sha256Hex(utf8.encode('abc'))).toBe(digestsOfAbc[2]![1])
  })

  // RFC 4231, test cases 1, 2 and 6.
  it.each<[Uint8Array | string, string, string]>([
    [new Uint8Array(20).fill(0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
    ['Jefe', 'what do ya want for nothing?', '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'],
    [new Uint8Array(131).fill(0xaa), longKeyText, '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54'],
  ])('hmacSha256 %#', (key, data, expected) => {
    expect(hex(crypto.hmacSha256(key, data))).toBe(expected)
    const keyBytes = typeof key === 'string' ? utf8.encode(key) : key
    expect(crypto.hmacSha256Hex(keyBytes, data)).toBe(expected)
  })

  // RFC 2202, section 3, test cases 1, 2 and 6.
  it.each<[Uint8Array | string, string, string]>([
    [new Uint8Array(20).fill(0x0b), 'Hi There', 'b617318655057264e28bc0b6fb378c8ef146be00'],
    ['Jefe', 'what do ya want for nothing?', 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79'],
    [new Uint8Array(80).fill(0xaa), longKeyText, 'aa4ae5e15272d00e95705637ce8a3b55ed402112'],
  ])('hmacSha1 %#', (key, data, expected) => {
    expect(hex(crypto.hmacSha1(key, data))).toBe(expected)
  })

  it('crc32 of the check text, whole and continued', () => {
    expect(crypto.crc32(utf8.encode('123456789'), 0)).toBe(0xcbf43926)
    expect(crypto.crc32(utf8.encode('6789'), crypto.crc32(utf8.encode('12345'), 0))).toBe(0xcbf43926)
    expect(crypto.crc32(new Uint8Array(0), 0xcbf43926)).toBe(0xcbf43926)
  })
})

describe('hashes of the web that few need', () => {
  it('are loaded once, together; SHA-256 is there from the start', async () => {
    vi.resetModules()
    const { webCrypto: fresh } = await import('../src/crypto.web.js')
    expect(fresh.load!('sha256')).toBeUndefined()
    expect(digest(fresh, 'sha256', utf8.encode('abc'))).toBe(digestsOfAbc[2]![1])
    expect(() => fresh.createHash('md5')).toThrow('not loaded')
    expect(() => fresh.hmacSha1('key', 'data')).toThrow('not loaded')
    await fresh.load!('sha512')
    for (const [name, expected] of digestsOfAbc) {
      expect(fresh.load!(name)).toBeUndefined()
      expect(digest(fresh, name, utf8.encode('abc'))).toBe(expected)
    }
  })
})

describe('both platforms', () => {
  const bytes = fc.uint8Array({ maxLength: 300 })
  const names = fc.constantFrom<HashName>('md5', 'sha1', 'sha256', 'sha512')
  const text = fc.string({ unit: 'binary', maxLength: 100 })

  it('hash alike', () => {
    fc.assert(
      fc.property(names, fc.array(bytes, { maxLength: 4 }), (name, pieces) => {
        expect(digest(webCrypto, name, ...pieces)).toBe(digest(nodeCrypto, name, ...pieces))
      }),
    )
  })

  it('hash text alike', () => {
    fc.assert(
      fc.property(text, (data) => {
        expect(webCrypto.sha256Hex(data)).toBe(nodeCrypto.sha256Hex(data))
      }),
    )
  })

  it('authenticate alike', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, text), text, (key, data) => {
        expect(hex(webCrypto.hmacSha256(key, data))).toBe(hex(nodeCrypto.hmacSha256(key, data)))
        const keyBytes = typeof key === 'string' ? utf8.encode(key) : key
        expect(nodeCrypto.hmacSha256Hex(keyBytes, data)).toBe(hex(nodeCrypto.hmacSha256(key, data)))
        expect(webCrypto.hmacSha256Hex(keyBytes, data)).toBe(hex(nodeCrypto.hmacSha256(key, data)))
        expect(hex(webCrypto.hmacSha1(key, data))).toBe(hex(nodeCrypto.hmacSha1(key, data)))
      }),
    )
  })

  it('compute CRC-32 alike', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 0xffffffff }), (data, previous) => {
        expect(webCrypto.crc32(data, previous)).toBe(nodeCrypto.crc32(data, previous))
      }),
    )
  })
})
