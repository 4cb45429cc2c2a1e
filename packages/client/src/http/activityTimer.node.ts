/** Measures how long a server has been silent while somebody waits for it: the read time-out. */
import type { Socket } from 'node:net'
import type { Upload } from './upload.node.js'

/** Sending more than this may take longer than the time-out, so progress is looked at. */
const watchedLength = 65_536

/** What Node's sockets know about bytes that the kernel has not taken yet; a TLS handle has the TCP one as its parent. */
interface SocketHandle {
  readonly writeQueueSize?: number
  readonly _parent?: SocketHandle | null
}

/** Changes while an upload makes progress, even within one large write, of which sockets tell nothing in public. */
function bytesTaken(socket: Socket & { _handle?: SocketHandle | null }): number {
  const handle = socket._handle
  const queued = handle?._parent?.writeQueueSize ?? handle?.writeQueueSize ?? socket.writableLength
  return socket.bytesWritten - queued
}

/**
 * The timer of one connection, for the exchanges that follow each other on it. What counts as activity: bytes that arrive,
 * bytes of the request that the kernel takes, and a source of the request's body that has not brought its next piece yet.
 */
export class ActivityTimer {
  readonly #onSilence: () => void
  #timer: NodeJS.Timeout | undefined
  #timerEnds = 0
  #waiting = false
  #limit: number | undefined
  #lastActivity = 0
  /** Where a large body is being sent. */
  #socket: Socket | undefined
  #upload: Upload | undefined
  #taken = -1

  /** `onSilence` is called when a limit has passed. */
  constructor(onSilence: () => void) {
    this.#onSilence = onSilence
  }

  /** A request is on its way: silence counts from its last byte that went out. No limit: `undefined`, in milliseconds. */
  awaitHead(limit: number | undefined, socket: Socket, length: number, upload: Upload | undefined): void {
    this.#socket = upload !== undefined || length > watchedLength ? socket : undefined
    this.#upload = upload
    this.#taken = -1
    this.awaitBytes(limit)
  }

  /** The head has arrived: what is still sent does not matter any more. */
  headArrived(): void {
    this.#socket = undefined
    this.#upload = undefined
  }

  /** Somebody waits for bytes from now on. */
  awaitBytes(limit: number | undefined): void {
    this.#limit = limit
    this.#waiting = true
    this.#lastActivity = performance.now()
    this.#setTimer(this.#lastActivity)
  }

  /** Changes the limit for whoever waits. */
  setLimit(limit: number | undefined): void {
    this.#limit = limit
    this.#setTimer(performance.now())
  }

  /** Bytes have arrived. */
  touch(): void {
    this.#lastActivity = performance.now()
  }

  /** Nobody waits. */
  stop(): void {
    this.#waiting = false
    this.headArrived()
  }

  /** The connection is given up. */
  clear(): void {
    this.stop()
    clearTimeout(this.#timer)
  }

  /** The timer has ended. */
  check(): void {
    this.#timer = undefined
    const limit = this.#limit
    if (!this.#waiting || limit === undefined) return
    const now = performance.now()
    const socket = this.#socket
    if (socket !== undefined) {
      const taken = bytesTaken(socket)
      const sourceIsSlow = this.#upload?.pulling === true && socket.writableLength === 0
      if (taken !== this.#taken || sourceIsSlow) this.#lastActivity = now
      this.#taken = taken
    }
    if (now - this.#lastActivity < limit - 1) this.#setTimer(now)
    else this.#onSilence()
  }

  /**
   * The timer is left running for the waits that follow, which all are about as long: a busy connection seldom sets one.
   * It is the socket that keeps the process alive.
   */
  #setTimer(now: number): void {
    const limit = this.#limit
    if (limit === undefined) return
    let delay = Math.max(1, limit - (now - this.#lastActivity))
    if (this.#socket !== undefined) delay = Math.min(delay, Math.max(20, Math.min(limit / 8, 5_000)))
    const ends = now + delay
    if (this.#timer !== undefined && this.#timerEnds <= ends) return
    clearTimeout(this.#timer)
    this.#timerEnds = ends
    this.#timer = setTimeout(onTimer, delay, this).unref()
  }
}

function onTimer(timer: ActivityTimer): void {
  timer.check()
}
