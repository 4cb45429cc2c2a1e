/** A server on the loopback interface that records requests as they come off the wire and answers from a script. */
import { STATUS_CODES } from 'node:http'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { Answer } from './rows.js'

/** One request as it was received, before any URL parser or header normaliser could touch it. */
export interface ReceivedRequest {
  readonly method: string
  /** The raw request target. */
  readonly target: string
  /** Names in lower case, values decoded from UTF-8, in the order of arrival. */
  readonly headers: readonly (readonly [string, string])[]
  /** Without HTTP's chunked coding; aws-chunked framing is kept. */
  readonly body: Uint8Array
}

/** All values of a header field, joined as HTTP allows it; `undefined` when it is absent. */
export function headerValue(request: ReceivedRequest, name: string): string | undefined {
  const values = request.headers.filter(([field]) => field === name).map(([, value]) => value)
  return values.length === 0 ? undefined : values.join(', ')
}

/** Plain 200 without a body. */
const emptyAnswer: Answer = { status: 200, headers: [['content-length', '0']], body: '' }

/** Takes bytes from the front of what a socket has received. */
class Incoming {
  #received: Buffer = Buffer.alloc(0)
  readonly #source: AsyncIterator<Buffer>

  constructor(socket: Socket) {
    this.#source = socket[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next()
    if (done === true) return false
    this.#received = Buffer.concat([this.#received, value])
    return true
  }

  /** Everything before the next `end`, which is dropped; `undefined` when the connection ends first. */
  async until(end: string): Promise<Buffer | undefined> {
    let index: number
    while ((index = this.#received.indexOf(end)) < 0) if (!(await this.#more())) return undefined
    const taken = this.#received.subarray(0, index)
    this.#received = this.#received.subarray(index + end.length)
    return taken
  }

  async take(length: number): Promise<Buffer> {
    while (this.#received.length < length) {
      if (!(await this.#more())) throw new Error(`The body ended after ${this.#received.length} of ${length} bytes.`)
    }
    const taken = this.#received.subarray(0, length)
    this.#received = this.#received.subarray(length)
    return taken
  }
}

/** Body in chunked transfer coding (RFC 9112, 7.1). */
async function readChunks(incoming: Incoming): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (;;) {
    const line = await incoming.until('\r\n')
    if (line === undefined) throw new Error('The body ended between two chunks.')
    const size = Number.parseInt(line.toString('latin1'), 16)
    if (size === 0) {
      while ((await incoming.until('\r\n'))?.length !== 0);
      return Buffer.concat(chunks)
    }
    chunks.push(await incoming.take(size))
    await incoming.until('\r\n')
  }
}

/** Reads one request; `undefined` when the connection was closed in place of one. */
async function readRequest(socket: Socket, incoming: Incoming): Promise<ReceivedRequest | undefined> {
  const head = await incoming.until('\r\n\r\n')
  if (head === undefined) return undefined
  const [requestLine = '', ...lines] = head.toString('utf8').split('\r\n')
  const [method = '', target = ''] = requestLine.split(' ')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]
  })
  const field = (name: string) => headers.find(([other]) => other === name)?.[1]
  if (field('expect') !== undefined) socket.write('HTTP/1.1 100 Continue\r\n\r\n')
  const body =
    field('transfer-encoding') === 'chunked'
      ? await readChunks(incoming)
      : await incoming.take(Number(field('content-length') ?? 0))
  return { method, target, headers, body }
}

/** Head and body of an answer, exactly as scripted: no field is added. */
function writeAnswer(socket: Socket, method: string, answer: Answer): void {
  const fields = answer.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n${fields}\r\n`)
  const hasBody = method !== 'HEAD' && answer.status !== 204 && answer.status !== 304
  if (hasBody && answer.body !== '') socket.write(Buffer.from(answer.body, 'base64'))
  const isFramed = answer.headers.some(([name]) => name.toLowerCase() === 'content-length')
  if (hasBody && !isFramed) socket.end()
}

/** The server; one script at a time. */
export class ScriptedServer {
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #answers: readonly Answer[] = [emptyAnswer]
  #received: ReceivedRequest[] = []

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      socket.on('error', () => socket.destroy())
      this.#serve(socket).catch(() => socket.destroy())
    })
  }

  static async start(): Promise<ScriptedServer> {
    const scripted = new ScriptedServer()
    await new Promise<void>((resolve) => scripted.#server.listen(0, '127.0.0.1', resolve))
    return scripted
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Begins a new script, of which the last answer repeats, and returns the list that requests will be added to. */
  play(answers: readonly Answer[] = [emptyAnswer]): readonly ReceivedRequest[] {
    this.#answers = answers
    this.#received = []
    return this.#received
  }

  async #serve(socket: Socket): Promise<void> {
    socket.setNoDelay(true)
    const incoming = new Incoming(socket)
    for (;;) {
      const request = await readRequest(socket, incoming)
      if (request === undefined) return
      const answer = this.#answers[Math.min(this.#received.length, this.#answers.length - 1)] ?? emptyAnswer
      this.#received.push(request)
      writeAnswer(socket, request.method, answer)
    }
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }
}
