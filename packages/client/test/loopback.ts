/** Real servers on the loopback interface, for the tests of the transports. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer } from 'node:tls'
import type { TlsOptions } from 'node:tls'
import type { HttpRequest, RequestBody, TransportOptions } from '../src/http/types.js'

/** A server that is given each connection. */
export interface Loopback {
  readonly origin: string
  readonly host: string
  readonly port: number
  /** Every connection that was accepted. */
  readonly sockets: Socket[]
  close(): Promise<void>
}

function listen(server: Server, protocol: string, sockets: Socket[]): Promise<Loopback> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      resolve({
        origin: `${protocol}://127.0.0.1:${port}`,
        host: `127.0.0.1:${port}`,
        port,
        sockets,
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy()
            server.close(() => closed())
          }),
      })
    })
  })
}

export function rawServer(
  onSocket: (socket: Socket, index: number) => void,
  pauseOnConnect = false,
): Promise<Loopback> {
  const sockets: Socket[] = []
  const server = createServer({ pauseOnConnect }, (socket) => {
    socket.on('error', () => undefined)
    sockets.push(socket)
    onSocket(socket, sockets.length - 1)
  })
  return listen(server, 'http', sockets)
}

export function tlsServer(options: TlsOptions, onSocket: (socket: Socket) => void): Promise<Loopback> {
  const sockets: Socket[] = []
  const server = createTlsServer(options, (socket) => {
    socket.on('error', () => undefined)
    onSocket(socket)
  })
  server.on('connection', (socket) => sockets.push(socket))
  server.on('tlsClientError', () => undefined)
  return listen(server, 'https', sockets)
}

/** What arrived of one request. */
export interface Received {
  readonly line: string
  readonly headers: string[]
  readonly body: Buffer
}

/** Calls back for every complete request on a connection; bodies by Content-Length or chunked, left undecoded. */
export function onRequests(socket: Socket, answer: (request: Received) => void): void {
  let buffer = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      const [line, ...headers] = buffer.toString('latin1', 0, end).split('\r\n')
      const length = headers.find((one) => /^content-length:/i.test(one))
      const chunked = headers.some((one) => /^transfer-encoding: chunked/i.test(one))
      const bodyStart = end + 4
      let bodyEnd = bodyStart + (length === undefined ? 0 : Number(length.split(':')[1]))
      if (chunked) {
        const last = buffer.indexOf('0\r\n\r\n', bodyStart)
        if (last < 0) return
        bodyEnd = last + 5
      }
      if (buffer.length < bodyEnd) return
      const body = buffer.subarray(bodyStart, bodyEnd)
      buffer = buffer.subarray(bodyEnd)
      answer({ line: line!, headers, body })
    }
  })
}

export function answerText(status: string, body: string, headers = ''): string {
  return `HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`
}

export function request(server: { origin: string; host: string }, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    origin: server.origin,
    host: server.host,
    path: '/bucket/key',
    query: '',
    headers: [],
    body: undefined,
    ...more,
  }
}

export function bytesBody(bytes: Uint8Array): RequestBody {
  return {
    length: bytes.length,
    bytes,
    replayable: true,
    async *chunks() {
      yield bytes
    },
  }
}

export function streamBody(source: () => AsyncIterable<Uint8Array>, length?: number): RequestBody {
  return { length, bytes: undefined, replayable: false, chunks: source }
}

export function transportOptions(more: Partial<TransportOptions> = {}): TransportOptions {
  return {
    connectTimeout: 5,
    readTimeout: 5,
    maxPoolConnections: 10,
    verify: undefined,
    clientCert: undefined,
    proxies: undefined,
    proxiesConfig: {},
    tcpKeepalive: false,
    ...more,
  }
}

/** Certificates made for one test run: an authority, a server for 127.0.0.1 and localhost, and a client. */
export interface Certificates {
  readonly directory: string
  readonly ca: string
  readonly serverCert: string
  readonly serverKey: string
  readonly clientCert: string
  readonly clientKey: string
}

export function makeCertificates(): Certificates {
  const directory = mkdtempSync(join(tmpdir(), 'tucuxi-tls-'))
  const file = (name: string) => join(directory, name)
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: directory, stdio: 'pipe' })
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=tucuxi test CA')
  for (const name of ['server', 'client']) {
    writeFileSync(file(`${name}.ext`), 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
    openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name}`)
    openssl(
      ...['x509', '-req', '-in', `${name}.csr`, '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
      ...['-out', `${name}.pem`, '-days', '2', '-extfile', `${name}.ext`],
    )
  }
  const read = (name: string) => readFileSync(file(name), 'utf8')
  return {
    directory,
    ca: read('ca.pem'),
    serverCert: read('server.pem'),
    serverKey: read('server.key'),
    clientCert: read('client.pem'),
    clientKey: read('client.key'),
  }
}
