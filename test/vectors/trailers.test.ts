/**
 * Uploads with their checksum behind the body, in the exact form of boto3 and in ours. The sample of recorded rows has none;
 * the expected wire form is that of boto3 semantics 3.8 and 15.4.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareRequest } from './compareRequest.js'
import { replay } from './replay.js'
import type { ExpectedRequest, RequestRow } from './rows.js'
import { ScriptedServer } from './scriptedServer.js'

let server: ScriptedServer
beforeAll(async () => {
  server = await ScriptedServer.start()
})
afterAll(() => server.stop())

const mebibyte = 1024 * 1024
const letters = (length: number) => Buffer.alloc(length, 'a')

/** Lengths, and the CRC-32 of so many letters `a` in base64, as computed with Python's zlib. */
const uploads = [
  [0, 'AAAAAA=='],
  [5, '7qyTuQ=='],
  [mebibyte, '181Wcg=='],
  [mebibyte + 1, 'VmtjBQ=='],
] as const

/** Chunks of at most 1 MiB, the empty one, the trailer. */
function framed(length: number, checksum: string): string {
  let text = ''
  for (let rest = length; rest > 0; rest -= mebibyte) {
    const size = Math.min(rest, mebibyte)
    text += `${size.toString(16)}\r\n${letters(size).toString()}\r\n`
  }
  return `${text}0\r\nx-amz-checksum-crc32:${checksum}\r\n\r\n`
}

interface UploadRow extends RequestRow {
  readonly expect: ExpectedRequest
}

/** PutObject of some letters to Amazon over https. */
function upload(length: number, checksum: string, more: { ContentEncoding?: string } = {}): UploadRow {
  return {
    id: `${length} bytes`,
    op: 'PutObject',
    params: { Bucket: 'bucket', Key: 'k', Body: { $b64: letters(length).toString('base64') }, ...more },
    config: { endpoint: null, region: 'eu-west-1', s3: {}, request_checksum_calculation: 'when_supported' },
    expect: {
      method: 'PUT',
      scheme: 'https',
      host: 'bucket.s3.eu-west-1.amazonaws.com',
      target: '/k',
      headers: {
        'content-encoding': more.ContentEncoding === undefined ? 'aws-chunked' : `${more.ContentEncoding},aws-chunked`,
        'transfer-encoding': 'chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': String(length),
        'x-amz-sdk-checksum-algorithm': 'CRC32',
        'x-amz-trailer': 'x-amz-checksum-crc32',
      },
      body: Buffer.from(framed(length, checksum)).toString('base64'),
    },
  }
}

async function differences(row: UploadRow, compat?: 'strict'): Promise<string[]> {
  const { requests, error } = await replay(row, server, compat)
  const [request] = requests
  return request === undefined ? [String(error)] : compareRequest(row, row.expect, request)
}

describe('checksums in trailers', () => {
  test.each(uploads)("%i bytes in boto3's form", async (length, checksum) => {
    expect(await differences(upload(length, checksum), 'strict')).toEqual([])
  })

  test.each(uploads)('%i bytes with a length that is known (D-12)', async (length, checksum) => {
    const row = upload(length, checksum)
    const { 'transfer-encoding': _chunked, ...others } = row.expect.headers
    const headers = { ...others, 'content-length': String(framed(length, checksum).length) }
    expect(await differences({ ...row, expect: { ...row.expect, headers } })).toEqual([])
  })

  test("the caller's encoding comes first", async () => {
    expect(await differences(upload(...uploads[1], { ContentEncoding: 'gzip' }), 'strict')).toEqual([])
  })

  test('custom endpoints get the checksum in a header (D-42), in a trailer when boto3 is asked for', async () => {
    const custom = upload(...uploads[1])
    const config = { ...custom.config, endpoint: 'https://s3.example.com' }
    const expected = { ...custom.expect, host: 's3.example.com', target: '/bucket/k' }
    const row = { ...custom, config, expect: expected }
    expect(await differences(row, 'strict')).toEqual([])
    const headers = {
      'content-length': '5',
      'x-amz-checksum-crc32': uploads[1][1],
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
      'x-amz-sdk-checksum-algorithm': 'CRC32',
    }
    const body = letters(5).toString('base64')
    expect(await differences({ ...row, expect: { ...expected, headers, body } })).toEqual([])
  })
})
