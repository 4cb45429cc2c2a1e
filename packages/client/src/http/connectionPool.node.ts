/** The connections to one origin: who may use one, who waits, and which are kept. */
import type { Socket } from 'node:net'
import type { Client } from 'undici'
import { ClientClosedError } from '../errors/cancelled.js'
import { ActivityTimer } from './activityTimer.node.js'
import { Dial } from './dial.node.js'
import type { Route } from './dial.node.js'
import { dropInterimAnswers } from './interimAnswers.node.js'
import { Line } from './line.js'

const maxHeaderSize = 131_072
/** Idle connections are closed after this, unless the server announces a shorter time. */
const keepAliveTimeoutMs = 20_000
const keepAliveThresholdMs = 1_000

/** What uses a connection. */
export interface PooledExchange {
  /** No final head has arrived yet. */
  readonly awaitsHead: boolean
  /** Its turn has come. */
  runOn(connection: Connection): void
  /** The server has been silent for too long. */
  onSilence(): void
  /** Ends with an error. */
  end(error: Error): void
}

/** One undici client: at most one connection at a time, and one exchange on it. */
export class Connection {
  readonly client: Client
  readonly timer = new ActivityTimer(() => this.exchange?.onSilence())
  socket: Socket | undefined
  exchange: PooledExchange | undefined
  readonly #pool: ConnectionPool
  #dial: Dial | undefined

  constructor(pool: ConnectionPool, ClientClass: typeof Client) {
    this.#pool = pool
    this.client = new ClientClass(pool.url, {
      pipelining: 1,
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize,
      keepAliveTimeout: keepAliveTimeoutMs,
      keepAliveTimeoutThreshold: keepAliveThresholdMs,
      connect: (_options, callback) => {
        this.#dial = new Dial(pool.route, (failure, socket) => {
          this.#dial = undefined
          if (socket === null) {
            callback(failure!, null)
            return
          }
          this.socket = socket
          socket.once('close', () => {
            if (this.exchange === undefined && this.socket === socket) this.discard()
          })
          dropInterimAnswers(
            socket,
            () => this.exchange?.awaitsHead === true,
            () => this.timer.touch(),
          )
          callback(null, socket)
        })
      },
    })
  }

  /** Gives the connection up for good. undici may be in the middle of a callback, so it is told a little later. */
  discard(): void {
    this.exchange = undefined
    this.#pool.remove(this)
    this.timer.clear()
    this.#dial?.cancel()
    queueMicrotask(() => void this.client.destroy(null))
  }
}

/** Everything that belongs to one origin: its connections, and who waits for one. */
export class ConnectionPool {
  readonly #connections = new Set<Connection>()
  /** In order of use: the last one used is the least likely to be stale. */
  readonly #idle: Connection[] = []
  readonly #waiting = new Line<PooledExchange>()
  readonly #limit: number
  readonly #ClientClass: typeof Client
  #active = 0

  constructor(
    readonly url: string,
    readonly route: Route,
    limit: number,
    ClientClass: typeof Client,
  ) {
    this.#limit = limit
    this.#ClientClass = ClientClass
  }

  /** Nothing is connected, so nobody waits either. */
  get unused(): boolean {
    return this.#connections.size === 0
  }

  /** Runs an exchange when a permit is free. */
  start(exchange: PooledExchange): void {
    if (this.#active < this.#limit) this.#run(exchange)
    else this.#waiting.join(exchange)
  }

  /** Takes an exchange out of the queue. */
  forget(exchange: PooledExchange): void {
    this.#waiting.leave(exchange)
  }

  /** One exchange less counts against the limit. */
  releasePermit(): void {
    this.#active--
    const next = this.#waiting.next()
    if (next !== undefined) this.#run(next)
  }

  /**
   * The same a turn later, for an exchange that failed: when many calls run out of time together, those that wait shall
   * leave the queue before one of them is sent.
   */
  releasePermitSoon(): void {
    setImmediate(() => this.releasePermit())
  }

  /** Takes back a connection whose exchange has ended well. */
  reuse(connection: Connection): void {
    connection.exchange = undefined
    if (this.#idle.length < this.#limit) this.#idle.push(connection)
    else connection.discard()
  }

  /** Forgets a connection that is given up. */
  remove(connection: Connection): void {
    this.#connections.delete(connection)
    const at = this.#idle.indexOf(connection)
    if (at >= 0) this.#idle.splice(at, 1)
  }

  /** Ends every exchange and closes every connection. */
  async close(): Promise<void> {
    for (let next = this.#waiting.next(); next !== undefined; next = this.#waiting.next())
      next.end(new ClientClosedError())
    const connections = [...this.#connections]
    for (const connection of connections) connection.exchange?.end(new ClientClosedError())
    await Promise.all(connections.map((connection) => connection.client.destroy(null)))
    this.#idle.length = 0
    this.#connections.clear()
  }

  #run(exchange: PooledExchange): void {
    this.#active++
    let connection = this.#idle.pop()
    if (connection === undefined) {
      connection = new Connection(this, this.#ClientClass)
      this.#connections.add(connection)
    }
    connection.exchange = exchange
    exchange.runOn(connection)
  }
}
