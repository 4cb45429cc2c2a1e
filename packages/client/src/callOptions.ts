/** What a call takes besides its parameters, and what is wrong with it. */
import { describe } from './configChecks.js'

/** What a call takes besides its parameters. */
export interface CallOptions {
  /** Ends the call, wherever it is, with a `CancelledError`; also the reading of its body. */
  readonly signal?: AbortSignal | undefined
  /**
   * Seconds for the call with all its attempts, from the reading of the caller's stream to the head of the answer;
   * `RequestTimeoutError` after that. `Infinity`: no limit, whatever the client's `requestTimeout`.
   */
  readonly timeout?: number | undefined
}

/** @throws {TypeError} for unknown options and values of a wrong type. */
export function checkOptions(options: CallOptions): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`The options of a call are an object with signal and timeout, not ${describe(options)}`)
  }
  for (const name of Object.keys(options)) {
    if (name !== 'signal' && name !== 'timeout') {
      throw new TypeError(`Got unexpected keyword argument '${name}'; the options of a call are signal and timeout`)
    }
  }
  const { signal, timeout }: { signal?: unknown; timeout?: unknown } = options
  if (signal !== undefined && !isSignal(signal)) {
    throw new TypeError(`signal must be an AbortSignal, not ${describe(signal)}`)
  }
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0)) {
    const shown = typeof timeout === 'number' ? timeout : describe(timeout)
    throw new TypeError(`timeout must be a number of seconds greater than 0, not ${shown}`)
  }
}

/** Signals of other realms and of polyfills are no instances of our `AbortSignal`. */
function isSignal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'aborted' in value && 'addEventListener' in value && typeof value.addEventListener === 'function'
}
