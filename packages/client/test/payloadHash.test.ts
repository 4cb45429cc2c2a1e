import { describe, expect, it } from 'vitest'
import { payloadHash, payloadHashValue, type PayloadFacts, type PayloadHash } from '../src/auth/payloadHash.js'
import { nodeCrypto } from '../src/crypto.node.js'
import type { RequestBody } from '../src/http/types.js'

// PutObject over https with a checksum in a header.
const put: PayloadFacts = {
  trailer: false,
  payloadSigningEnabled: undefined,
  https: true,
  contentMd5: false,
  computedChecksum: true,
  streamingInput: true,
}

describe('payloadHash', () => {
  it.each<[string, Partial<PayloadFacts>, PayloadHash]>([
    ['a trailer', { trailer: true }, 'trailer'],
    ['a trailer, though signing is asked for', { trailer: true, payloadSigningEnabled: true }, 'trailer'],
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
  const streamed: RequestBody = {
    length: 3,
    bytes: undefined,
    replayable: true,
    async *chunks() {
      yield utf8.encode('a')
      yield utf8.encode('bc')
    },
  }

  it('stands for what is not hashed', () => {
    expect(payloadHashValue('unsigned', streamed, nodeCrypto)).toBe('UNSIGNED-PAYLOAD')
    expect(payloadHashValue('trailer', streamed, nodeCrypto)).toBe('STREAMING-UNSIGNED-PAYLOAD-TRAILER')
  })

  it('hashes nothing, bytes and streams', async () => {
    expect(payloadHashValue('hash', undefined, nodeCrypto)).toBe(empty)
    expect(payloadHashValue('hash', { ...streamed, length: 0 }, nodeCrypto)).toBe(empty)
    expect(payloadHashValue('hash', { ...streamed, bytes: utf8.encode('abc') }, nodeCrypto)).toBe(abc)
    expect(await payloadHashValue('hash', streamed, nodeCrypto)).toBe(abc)
    expect(await payloadHashValue('hash', { ...streamed, length: undefined }, nodeCrypto)).toBe(abc)
  })
})
