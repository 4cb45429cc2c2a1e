/**
 * The transport of Node: undici's connections, driven through `dispatch` with a handler of our own.
 *
 * undici's own time-outs tick twice a second, stop under back-pressure and ignore an upload that stalls, and its pool opens
 * a second connection for calls that follow each other at once. So connections are counted, timed and chosen here; undici
 * writes and parses. A request goes from `send` to an exchange, which its pool runs on a connection when a permit is free.
 */
import type { Client } from 'undici'
import { cancellation, ClientClosedError } from '../errors/cancelled.js'
import { AbortObservers } from './abortObservers.js'
import { ConnectionPool } from './connectionPool.node.js'
import type { Route } from './dial.node.js'
import { Exchange } from './exchange.node.js'
import type { ExchangeSurroundings } from './exchange.node.js'
import { unreadStreams } from './exchangeStream.js'
import { milliseconds } from './limits.js'
import { Parking } from './parking.node.js'
import { proxyFor } from './proxy.node.js'
import { requestFields } from './requestHead.node.js'
import { endpointTls, proxyTls } from './tls.node.js'
import type { TlsSettings } from './tls.node.js'
import type { HttpRequest, HttpResponse, SendOptions, Transport, TransportOptions } from './types.js'
import { urlTo } from './urlTo.js'

/** As many pools are kept when nothing is connected any more: their TLS sessions save handshakes. */
const keptPools = 16

class UndiciTransport implements Transport, ExchangeSurroundings {
  readonly aborts = new AbortObservers()
  readonly unread = unreadStreams()
  readonly parking = new Parking()
  readonly readTimeoutMs: number | undefined
  closed = false
  readonly #options: TransportOptions
  readonly #pools = new Map<string, ConnectionPool>()
  #ClientClass: typeof Client | undefined
  #endpointTls: TlsSettings | undefined
  #proxyTls: TlsSettings | undefined

  constructor(options: TransportOptions) {
    this.#options = options
    this.readTimeoutMs = milliseconds(options.readTimeout)
  }

  send(request: HttpRequest, options: SendOptions): Promise<HttpResponse> {
    if (this.#ClientClass !== undefined) return this.#start(request, options, this.#ClientClass)
    // The whole of undici takes three times as long to load as the one class that is needed.
    return import('undici/lib/dispatcher/client.js').then(({ default: Client }) => {
      this.#ClientClass = Client
      return this.#start(request, options, Client)
    })
  }

  async close(): Promise<void> {
    this.closed = true
    const pools = [...this.#pools.values()]
    this.#pools.clear()
    await Promise.all(pools.map((pool) => pool.close()))
  }

  #start(request: HttpRequest, options: SendOptions, ClientClass: typeof Client): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      if (this.closed) throw new ClientClosedError()
      if (options.signal?.aborted === true) throw cancellation(options.signal.reason)
      const pool = this.#pools.get(request.origin) ?? this.#open(request.origin, ClientClass)
      const fields = requestFields(request, pool.route.proxy)
      pool.start(new Exchange(this, pool, request, options, fields, resolve, reject))
    })
  }

  #open(url: string, ClientClass: typeof Client): ConnectionPool {
    const route = this.#route(url)
    this.#dropUnused()
    const pool = new ConnectionPool(url, route, Math.max(1, this.#options.maxPoolConnections), ClientClass)
    this.#pools.set(url, pool)
    return pool
  }

  /** With virtual-hosted addressing every bucket is an origin of its own. */
  #dropUnused(): void {
    if (this.#pools.size < keptPools) return
    for (const [url, pool] of this.#pools) {
      if (pool.unused) this.#pools.delete(url)
    }
  }

  #route(url: string): Route {
    const { protocol, hostname, port } = urlTo(url)
    const secure = protocol === 'https:'
    return {
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port) || (secure ? 443 : 80),
      secure,
      proxy: proxyFor(protocol, this.#options),
      timeoutMs: milliseconds(this.#options.connectTimeout),
      tcpKeepalive: this.#options.tcpKeepalive,
      tls: () => (this.#endpointTls ??= endpointTls(this.#options)),
      proxyTls: () => (this.#proxyTls ??= proxyTls(this.#options.proxiesConfig)),
      session: undefined,
    }
  }
}

/**
 * Opens a transport over undici. Neither undici is loaded nor anything connected before the first request; certificate
 * files are read at the first secure connection.
 *
 * `maxPoolConnections` bounds the exchanges at work with one origin. A body that nobody has read for about a tenth of a
 * second does not count, so that unread bodies cannot block other calls, nor is its reader made to wait when it comes back.
 * More connections can be open then; no more than that many are kept.
 */
export function createUndiciTransport(options: TransportOptions): Promise<Transport> {
  return Promise.resolve(new UndiciTransport(options))
}
