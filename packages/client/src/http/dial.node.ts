/** Opens one connection: TCP, a proxy's tunnel, TLS, within one time-out. */
import { connect as connectTcp, isIP } from 'node:net'
import type { Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import type { Proxy } from './proxy.node.js'
import type { TlsSettings } from './tls.node.js'

/** What kind of failure ended an attempt to connect. */
export type DialFailureKind = 'timeout' | 'unreachable' | 'tls' | 'closed' | 'proxy' | 'settings'

/** A connection that could not be made. */
export class DialFailure extends Error {
  constructor(
    readonly kind: DialFailureKind,
    cause: unknown,
  ) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Where to connect to, and how. */
export interface Route {
  readonly hostname: string
  readonly port: number
  readonly secure: boolean
  readonly proxy: Proxy | undefined
  /** Milliseconds for everything together; `undefined`: no limit. */
  readonly timeoutMs: number | undefined
  readonly tcpKeepalive: boolean
  /** Read when first needed, because files stand behind them. */
  readonly tls: () => TlsSettings
  readonly proxyTls: () => TlsSettings
  /** The last TLS session with this endpoint: a handshake that resumes it is much cheaper. */
  session: Buffer | undefined
}

const keepaliveDelayMs = 60_000

/** One attempt to connect. `done` is called exactly once, unless `cancel` was called before. */
export class Dial {
  readonly #route: Route
  readonly #done: (failure: DialFailure | null, socket: Socket | null) => void
  readonly #timer: NodeJS.Timeout | undefined
  #socket: Socket | undefined
  #phase: 'tcp' | 'proxy-tls' | 'tunnel' | 'tls' = 'tcp'
  #settled = false

  constructor(route: Route, done: (failure: DialFailure | null, socket: Socket | null) => void) {
    this.#route = route
    this.#done = done
    if (route.timeoutMs !== undefined) {
      this.#timer = setTimeout(() => {
        // Socket errors of the same turn of the loop go first: they say more.
        setImmediate(() => this.#fail('timeout', new Error('connect timed out')))
      }, route.timeoutMs)
    }
    try {
      this.#start()
    } catch (error) {
      queueMicrotask(() => this.#fail('settings', error))
    }
  }

  /** Gives the attempt up; `done` is not called any more. */
  cancel(): void {
    this.#settle()
    this.#socket?.destroy()
  }

  #settle(): void {
    this.#settled = true
    clearTimeout(this.#timer)
  }

  #fail(kind: DialFailureKind, error: unknown): void {
    if (this.#settled) return
    this.#settle()
    this.#socket?.on('error', ignore).destroy()
    const towardsProxy = this.#route.proxy !== undefined && this.#phase !== 'tls'
    this.#done(new DialFailure(towardsProxy && kind !== 'settings' ? 'proxy' : kind, error), null)
  }

  #start(): void {
    const { proxy, secure, hostname, port } = this.#route
    if (proxy !== undefined) {
      if (proxy.secure) this.#tls(proxy.hostname, proxy.port, undefined, 'proxy-tls', () => this.#afterProxy())
      else this.#tcp(proxy.hostname, proxy.port, () => this.#afterProxy())
    } else if (secure) {
      this.#tls(hostname, port, undefined, 'tls', () => this.#succeed())
    } else {
      this.#tcp(hostname, port, () => this.#succeed())
    }
  }

  #tcp(host: string, port: number, connected: () => void): void {
    const options = { host, port, highWaterMark: 65_536, ...this.#socketOptions() }
    const socket = connectTcp(options)
    this.#adopt(socket)
    socket.once('connect', connected)
  }

  #tls(
    host: string,
    port: number,
    through: Socket | undefined,
    phase: 'proxy-tls' | 'tls',
    connected: () => void,
  ): void {
    const route = this.#route
    const settings = phase === 'tls' ? route.tls() : route.proxyTls()
    const socket: TLSSocket = connectTls({
      ...settings,
      ALPNProtocols: ['http/1.1'],
      host,
      port,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(through === undefined ? this.#socketOptions() : { socket: through }),
      ...(phase === 'tls' && route.session !== undefined ? { session: route.session } : {}),
    })
    if (through === undefined) socket.once('connect', () => (this.#phase = phase))
    else this.#phase = phase
    if (phase === 'tls') socket.on('session', (session: Buffer) => (route.session = session))
    this.#adopt(socket)
    socket.once('secureConnect', connected)
  }

  #socketOptions(): { noDelay: true; keepAlive?: true; keepAliveInitialDelay?: number } {
    if (!this.#route.tcpKeepalive) return { noDelay: true }
    return { noDelay: true, keepAlive: true, keepAliveInitialDelay: keepaliveDelayMs }
  }

  #adopt(socket: Socket): void {
    this.#socket = socket
    socket.once('error', this.#onError)
    socket.once('close', this.#onClose)
  }

  readonly #onError = (error: Error & { code?: string }): void => {
    if (this.#phase === 'tls' || this.#phase === 'proxy-tls') {
      this.#fail(error.code === 'ECONNRESET' || error.code === 'EPIPE' ? 'closed' : 'tls', error)
    } else {
      this.#fail(error.code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', error)
    }
  }

  readonly #onClose = (): void => this.#fail('closed', new Error('the connection was closed while it was set up'))

  #succeed(): void {
    if (this.#settled) return
    this.#settle()
    const socket = this.#socket!
    socket.off('error', this.#onError)
    socket.off('close', this.#onClose)
    this.#done(null, socket)
  }

  #afterProxy(): void {
    const { proxy, hostname, port } = this.#route
    if (this.#settled) return
    if (!proxy!.tunnel) {
      this.#succeed()
      return
    }
    this.#phase = 'tunnel'
    const socket = this.#socket!
    const authority = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${port}`
    const authorization = proxy!.authorization === undefined ? '' : `Proxy-Authorization: ${proxy!.authorization}\r\n`
    socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${authorization}\r\n`)
    let head = Buffer.alloc(0)
    const onEnd = () => this.#fail('proxy', new Error('the proxy closed the connection'))
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) {
        if (head.length > 65_536) this.#fail('proxy', new Error("the proxy's answer does not end"))
        return
      }
      socket.off('data', onData)
      socket.off('end', onEnd)
      const status = /^HTTP\/1\.[01] (\d{3})([^\r\n]*)/.exec(head.toString('latin1'))
      if (status === null || !status[1]!.startsWith('2')) {
        this.#fail(
          'proxy',
          new Error(`Tunnel connection failed: ${status === null ? 'no HTTP' : status[1]! + status[2]!}`),
        )
        return
      }
      socket.pause()
      if (head.length > end + 4) socket.unshift(head.subarray(end + 4))
      socket.off('error', this.#onError)
      socket.off('close', this.#onClose)
      socket.on('error', ignore)
      try {
        this.#tls(hostname, port, socket, 'tls', () => this.#succeed())
      } catch (error) {
        this.#fail('settings', error)
      }
    }
    socket.on('data', onData)
    socket.on('end', onEnd)
  }
}

function ignore(): void {}
