/** What ends a call from outside: the caller's signal, the time that it may take, the closing of its client. */
import { cancellation, OwnReason, RequestTimeoutError } from './errors/cancelled.js'
import type { BotoCoreError } from './errors/base.js'
import type { AbortObserver, AbortObservers } from './http/abortObservers.js'
import type { AbortSource } from './http/types.js'

/** A signal that we abort ourselves, such as that of a client's closing; far cheaper than an `AbortController`. */
export class OwnSignal implements AbortSource {
  readonly #listeners = new Set<() => void>()
  #reason: OwnReason | undefined

  get aborted(): boolean {
    return this.#reason !== undefined
  }

  get reason(): unknown {
    return this.#reason
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.delete(listener)
  }

  /** Ends whatever listens, each with an error of its own. */
  abort(error: () => BotoCoreError): void {
    if (this.#reason !== undefined) return
    this.#reason = new OwnReason(error)
    const listeners = [...this.#listeners]
    this.#listeners.clear()
    for (const listener of listeners) listener()
  }
}

/** The time that one call may take. */
export interface Deadline {
  /** Seconds for the whole call. */
  readonly timeout: number
  /** When they end, in milliseconds since 1970. */
  readonly at: number
}

/** Where the calls of one client end together, and how they follow the signals of their callers. */
export interface CallEnds {
  /** Aborted by `close()`. */
  readonly closing: OwnSignal
  /** One listener for each caller's signal. */
  readonly aborts: AbortObservers
}

/** What a call with a signal or a time-out is limited by. */
export interface CallLimits {
  readonly operationName: string
  readonly signal: AbortSignal | undefined
  /** Seconds. */
  readonly timeout: number | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * The signal of one call: aborted by its caller, by its time-out or by `close()`.
 *
 * It follows the other two only as long as somebody listens to it: while the call waits or its body arrives. A caller's
 * signal that outlives many calls therefore holds none of them (`AbortSignal.any` would, and is missing on older platforms).
 */
export class CallSignal implements AbortSource, AbortObserver {
  /** `undefined` when the time is not limited. */
  readonly deadline: Deadline | undefined
  readonly #ends: CallEnds
  readonly #caller: AbortSignal | undefined
  readonly #timer: ReturnType<typeof setTimeout> | undefined
  #timeUp: OwnReason | undefined
  readonly #listeners = new Set<() => void>()
  readonly #notify = (): void => {
    const listeners = [...this.#listeners]
    for (const listener of listeners) {
      this.removeEventListener('abort', listener)
      listener()
    }
  }

  constructor({ operationName, signal, timeout, now }: CallLimits, ends: CallEnds) {
    this.#ends = ends
    this.#caller = signal
    if (timeout === undefined) return
    this.deadline = { timeout, at: now + timeout * 1000 }
    const onTime = (): void => {
      if (this.aborted) return
      this.#timeUp = new OwnReason(() => new RequestTimeoutError(operationName, timeout))
      this.#notify()
    }
    // Longer delays than this would fire at once.
    this.#timer = setTimeout(onTime, Math.min(timeout * 1000, 2 ** 31 - 1))
  }

  get aborted(): boolean {
    return this.#timeUp !== undefined || this.#caller?.aborted === true || this.#ends.closing.aborted
  }

  get reason(): unknown {
    if (this.#timeUp !== undefined) return this.#timeUp
    return this.#caller?.aborted === true ? this.#caller.reason : this.#ends.closing.reason
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    if (this.#listeners.size === 0) {
      this.#ends.closing.addEventListener('abort', this.#notify)
      if (this.#caller !== undefined) this.#ends.aborts.add(this.#caller, this)
    }
    this.#listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return
    this.#ends.closing.removeEventListener('abort', this.#notify)
    if (this.#caller !== undefined) this.#ends.aborts.remove(this.#caller, this)
  }

  onAbort(): void {
    this.#notify()
  }

  /** Stops the clock: the head of the answer is here. Whoever reads the body still follows caller and client. */
  clear(): void {
    clearTimeout(this.#timer)
  }
}

/** @throws {CancelledError} or {RequestTimeoutError} or {ClientClosedError}, when the signal is aborted. */
export function throwIfAborted(signal: AbortSource | undefined): void {
  if (signal?.aborted === true) throw cancellation(signal.reason)
}

/** What the work gives, unless the signal is aborted first. The work goes on then, and nobody hears of its end. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSource): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      stop()
      reject(cancellation(signal.reason))
    }
    const stop = (): void => signal.removeEventListener('abort', onAbort)
    signal.addEventListener('abort', onAbort)
    work.then(resolve, reject)
    work.then(stop, stop)
    if (signal.aborted) onAbort()
  })
}
