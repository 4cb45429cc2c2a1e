import undici from 'undici'
import { afterEach, expect, test } from 'vitest'
import type { Connection, PooledExchange } from '../src/http/connectionPool.node.js'
import { ConnectionPool } from '../src/http/connectionPool.node.js'
import type { Route } from '../src/http/dial.node.js'
import { answerText, onRequests, rawServer } from './loopback.js'
import type { Loopback } from './loopback.js'

let server: Loopback
let pool: ConnectionPool
afterEach(async () => {
  await pool.close()
  await server.close()
})

async function open(limit: number): Promise<void> {
  server = await rawServer((socket) => onRequests(socket, () => socket.write(answerText('200 OK', 'hello'))))
  const route: Route = {
    hostname: '127.0.0.1',
    port: server.port,
    secure: false,
    proxy: undefined,
    timeoutMs: undefined,
    tcpKeepalive: false,
    tls: () => ({}),
    proxyTls: () => ({}),
    session: undefined,
  }
  pool = new ConnectionPool(server.origin, route, limit, undici.Client)
}

/** Sends a request and gives its connection back at the end. */
function exchange(): Promise<Connection> {
  return new Promise((resolve, reject) => {
    const one: PooledExchange = {
      awaitsHead: true,
      onSilence: () => undefined,
      end: reject,
      runOn(connection) {
        connection.client.dispatch(
          { method: 'GET', path: '/' },
          {
            onConnect: () => undefined,
            onHeaders: () => true,
            onData: () => true,
            onError: reject,
            onComplete() {
              pool.reuse(connection)
              pool.releasePermit()
              resolve(connection)
            },
          },
        )
      },
    }
    pool.start(one)
  })
}

test('keeps nothing of connections that were closed while they were idle', async () => {
  await open(3)
  expect(pool.unused).toBe(true)
  const connections = await Promise.all([exchange(), exchange(), exchange()])
  expect(pool.unused).toBe(false)
  const closed = connections.map(({ socket }) => new Promise((resolve) => socket!.once('close', resolve)))
  for (const socket of server.sockets) socket.end()
  await Promise.all(closed)
  expect(pool.unused).toBe(true)
  // It can be used again.
  const fresh = await exchange()
  expect(connections).not.toContain(fresh)
  expect(pool.unused).toBe(false)
})

test('takes the connection that was used last', async () => {
  await open(3)
  const connections = await Promise.all([exchange(), exchange(), exchange()])
  const last = await exchange()
  expect(connections).toContain(last)
  for (let i = 0; i < 5; i++) expect(await exchange()).toBe(last)
  expect(server.sockets).toHaveLength(3)
})
