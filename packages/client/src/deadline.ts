import type { CallOptions } from './call.js'
import { RequestTimeoutError } from './errors/cancelled.js'
import type { Platform } from './platform.js'
import type { Settings } from './settings.js'

/** The end of the time that one call may take. */
export interface Deadline {
  /** Seconds for the whole call. */
  readonly timeout: number
  /** When they end, in milliseconds since 1970. */
  readonly at: number
  /** Aborted by the caller's signal, or by the deadline with a `RequestTimeoutError` as reason. */
  readonly signal: AbortSignal
  /** Stops the clock; the caller's signal is still followed, for a body that is being read. */
  clear(): void
}

/** Starts the clock of a call; `undefined` when neither the call nor the client limits its time (D-45). */
export function deadlineOf(
  operationName: string,
  { signal, timeout: given }: CallOptions,
  settings: Settings,
  platform: Platform,
): Deadline | undefined {
  const timeout = given ?? settings.requestTimeout
  if (timeout === undefined) return undefined
  if (typeof timeout !== 'number' || !(timeout > 0)) {
    throw new TypeError(`timeout must be a number of seconds greater than 0, not ${String(timeout)}`)
  }
  const controller = new AbortController()
  const timer = setTimeout(
    () => controller.abort(new RequestTimeoutError(operationName, timeout)),
    // Longer delays than this would fire at once.
    Math.min(timeout * 1000, 2 ** 31 - 1),
  )
  return {
    timeout,
    at: platform.now() + timeout * 1000,
    signal: signal === undefined ? controller.signal : AbortSignal.any([signal, controller.signal]),
    clear: () => clearTimeout(timer),
  }
}
