import { describe, expect, it } from 'vitest'
import { payloadHash, payloadHashValue, type PayloadFacts, type PayloadHash } from '../src/auth/payloadHash.js'
import { nodeCrypto } from '../src/crypto.node.js'

// PutObject over https with a checksum in a header.
const put: PayloadFacts = {
  payloadSigningEnabled: undefined,
  https: true,
  contentMd5: false,
  computedChecksum: true,
  streamingInput: true,
}

describe('payloadHash', () => {
  it.each<[string, Partial<PayloadFacts>, PayloadHash]>([
    ['signing asked for', { payloadSigningEnabled: true }, 'hash'],
    ['signing refused', { payloadSigningEnabled: false, streamingInput: false }, 'unsigned'],
    ['signing refused over http', { payloadSigningEnabled: false, https: false }, 'unsigned'],
    ['http', { https: false }, 'hash'],
    ['https, nothing protects the body', { computedChecksum: false }, 'hash'],
    ['https, Content-MD5', { computedChecksum: false, contentMd5: true }, 'unsigned'],
    ['https, checksum', {}, 'unsigned'],
    ['https, checksum, not a stream', { streamingInput: false }, 'hash'],
    ['https, GET', { computedChecksum: false, streamingInput: false }, 'hash'],
  ])('%s', (_name, facts, expected) => {
    expect(payloadHash({ ...put, ...facts })).toBe(expected)
  })
})

describe('payloadHashValue', () => {
  const utf8 = new TextEncoder()
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

  it('stands for what is not hashed', () => {
    expect(payloadHashValue('unsigned', utf8.encode('abc'), nodeCrypto)).toBe('UNSIGNED-PAYLOAD')
  })

  it('hashes bytes, and nothing', () => {
    expect(payloadHashValue('hash', undefined, nodeCrypto)).toBe(empty)
    expect(payloadHashValue('hash', new Uint8Array(0), nodeCrypto)).toBe(empty)
    expect(payloadHashValue('hash', utf8.encode('abc'), nodeCrypto)).toBe(abc)
  })
})
