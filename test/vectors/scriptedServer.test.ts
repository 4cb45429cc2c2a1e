/** The server records what is on the wire, and says what it is told to. */
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headerValue, ScriptedServer } from './scriptedServer.js'

let server: ScriptedServer
beforeAll(async () => {
  server = await ScriptedServer.start()
})
afterAll(() => server.stop())

/** Writes `sent` on one connection and resolves to all that comes back until `received` characters are there. */
async function exchange(sent: string, received: number): Promise<string> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1')
  socket.write(sent)
  let text = ''
  for await (const chunk of socket) {
    text += String(chunk)
    if (text.length >= received) break
  }
  socket.destroy()
  return text
}

const empty = 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'

test('raw targets and headers, two requests on one connection', async () => {
  const received = server.play()
  const answers = await exchange(
    'PUT /b/../a//%2e?x HTTP/1.1\r\nHost: h\r\nX-Amz-Meta-A:  a  b \r\nContent-Length: 3\r\n\r\nabc' +
      'GET /%C3%A9 HTTP/1.1\r\nHost: h\r\nX-Amz-Meta-B: é\r\n\r\n',
    2 * empty.length,
  )
  expect(answers).toBe(empty + empty)
  expect(received.map(({ method, target }) => `${method} ${target}`)).toEqual(['PUT /b/../a//%2e?x', 'GET /%C3%A9'])
  expect(received[0]?.headers).toEqual([
    ['host', 'h'],
    ['x-amz-meta-a', 'a  b'],
    ['content-length', '3'],
  ])
  expect(Buffer.from(received[0]?.body ?? []).toString()).toBe('abc')
  expect(received[1] && headerValue(received[1], 'x-amz-meta-b')).toBe('é')
})

test('chunked coding is taken off, aws-chunked framing is kept, 100 is sent when it is waited for', async () => {
  const received = server.play()
  const framed = '5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n'
  const [a, b] = [framed.slice(0, 7), framed.slice(7)]
  const chunks = [a, b].map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('')
  const interim = 'HTTP/1.1 100 Continue\r\n\r\n'
  const answer = await exchange(
    `PUT /b/k HTTP/1.1\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n${chunks}0\r\n\r\n`,
    interim.length + empty.length,
  )
  expect(answer).toBe(interim + empty)
  expect(Buffer.from(received[0]?.body ?? []).toString()).toBe(framed)
})

test('answers come as written, in turn, the last one again; HEAD has no body', async () => {
  server.play([
    { status: 404, headers: [['Content-Length', '2']], body: Buffer.from('no').toString('base64') },
    { status: 200, headers: [['content-length', '0']], body: '' },
  ])
  const missing = 'HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\n'
  const requests = ['HEAD', 'GET', 'GET'].map((method) => `${method} / HTTP/1.1\r\n\r\n`).join('')
  expect(await exchange(requests, missing.length + 2 * empty.length)).toBe(missing + empty + empty)
  server.play([{ status: 404, headers: [['Content-Length', '2']], body: Buffer.from('no').toString('base64') }])
  expect(await exchange('GET / HTTP/1.1\r\n\r\n', missing.length + 2)).toBe(`${missing}no`)
})
