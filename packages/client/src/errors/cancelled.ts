/** The ends of calls that come from outside: the caller's signal, a time-out, the closing of the client. */
import { BotoCoreError } from './base.js'

/** The caller's `signal` ended the call; `cause` is the signal's reason. `name` is `AbortError`, as the platform has it. */
export class CancelledError extends BotoCoreError {
  static override readonly kind: string = 'CancelledError'
  constructor(reason?: unknown) {
    super('The call was cancelled.', { cause: reason })
    Object.defineProperty(this, 'name', { value: 'AbortError', configurable: true, writable: true })
  }
}

/** `close()` ended the call, or came before it. Never retried. */
export class ClientClosedError extends BotoCoreError {
  static override readonly kind: string = 'ClientClosedError'
  constructor() {
    super('This client is closed.')
  }
}

/** What could not be done within the time-out of a call. */
const missed = {
  answer: 'took longer than',
  send: 'could not be sent within',
  repeat: 'could not be repeated within',
}

/** One call took longer than its `timeout`, all attempts together, or would have if it had gone on. */
export class RequestTimeoutError extends BotoCoreError {
  static override readonly kind: string = 'RequestTimeoutError'
  /**
   * @param missing - The time is over before the `answer`, or a wait, before the call can be sent (`send`) or sent again
   * (`repeat`), would outlast it.
   */
  constructor(
    readonly operationName: string,
    readonly timeout: number,
    missing: keyof typeof missed = 'answer',
    options?: { cause?: unknown },
  ) {
    super(`${operationName} ${missed[missing]} its time-out of ${timeout} s.`, options)
  }
}

/** The reason of the signals that we abort ourselves: which error they end calls with. Callers' reasons are never one. */
export class OwnReason {
  /** @param error - Makes the error, one for each call. */
  constructor(readonly error: () => BotoCoreError) {}
}

/** The error for an aborted signal: our own where we aborted it, otherwise a `CancelledError` around the caller's reason. */
export function cancellation(reason: unknown): BotoCoreError {
  return reason instanceof OwnReason ? reason.error() : new CancelledError(reason)
}

/** Whether a call was ended from outside: by the caller's signal, its time-out, or `close()`. */
export function isCancellation(error: unknown): boolean {
  return error instanceof CancelledError || error instanceof RequestTimeoutError || error instanceof ClientClosedError
}
