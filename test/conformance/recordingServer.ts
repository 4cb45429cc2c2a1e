import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it arrived. */
export interface Recorded {
  method: string
  /** The raw request target: path and query. */
  target: string
  headers: IncomingHttpHeaders
  body: string
}

/** An HTTP server that answers every request with an empty 200 and remembers it. */
export interface RecordingServer {
  endpointUrl: string
  /** Every request so far, oldest first. */
  requests: Recorded[]
  close(): Promise<void>
}

/** Starts one on 127.0.0.1. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: Recorded[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { method = '', url: target = '', headers } = request
      requests.push({ method, target, headers, body: Buffer.concat(chunks).toString() })
      response.end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpointUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
