import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'

/** What a request gets: text is written as it is, byte for byte; a function does as it likes with the connection. */
export type Answer = string | ((socket: Socket) => void)

/** A server that speaks exactly what it is told to, HTTP or not. */
export interface ScriptedServer {
  endpointUrl: string
  port: number
  /** How many connections were made to it. */
  connections: number
  /** The head of every request so far. */
  requests: string[]
  close(): Promise<void>
}

/** An answer with the right `Content-Length`. */
export function http(status: string, body = '', ...headers: string[]): string {
  const lines = [`HTTP/1.1 ${status}`, `Content-Length: ${Buffer.byteLength(body)}`, ...headers]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/**
 * Starts one on 127.0.0.1.
 * @param answers - One for each request in turn; the last one for all that follow. Without any, nothing is answered.
 */
export async function startScriptedServer(...answers: Answer[]): Promise<ScriptedServer> {
  const sockets = new Set<Socket>()
  const requests: string[] = []
  const server: Server = createServer((socket) => {
    script.connections++
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A client that goes away in the middle is what some tests are about.
    socket.on('error', () => undefined)
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1')
      for (;;) {
        const end = received.indexOf('\r\n\r\n')
        if (end < 0) return
        const head = received.slice(0, end)
        const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0)
        if (received.length < end + 4 + length) return
        received = received.slice(end + 4 + length)
        const answer = answers[Math.min(requests.length, answers.length - 1)]
        requests.push(head)
        if (typeof answer === 'string') socket.write(answer)
        else answer?.(socket)
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const script: ScriptedServer = {
    endpointUrl: `http://127.0.0.1:${port}`,
    port,
    connections: 0,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
  return script
}

/** Starts a server that accepts connections and never reads from them. */
export async function startDeafServer(): Promise<Pick<ScriptedServer, 'endpointUrl' | 'close'>> {
  const sockets = new Set<Socket>()
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpointUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
