import { BotoCoreError } from './base.js'

/** The caller's `signal` ended the call; `cause` is the signal's reason. `name` is `AbortError`, as the platform has it. */
export class CancelledError extends BotoCoreError {
  static override readonly kind: string = 'CancelledError'
  constructor(reason?: unknown) {
    super('The call was cancelled.', { cause: reason })
    Object.defineProperty(this, 'name', { value: 'AbortError', configurable: true, writable: true })
  }
}

/** The error for an aborted signal: its reason, where that is an error of ours already, such as a time-out. */
export function cancellation(reason: unknown): BotoCoreError {
  return reason instanceof BotoCoreError ? reason : new CancelledError(reason)
}

/** One call took longer than its `timeout`, all attempts together. */
export class RequestTimeoutError extends BotoCoreError {
  static override readonly kind: string = 'RequestTimeoutError'
  constructor(
    readonly operationName: string,
    readonly timeout: number,
  ) {
    super(`${operationName} took longer than its time-out of ${timeout} s.`)
  }
}

/** Whether the caller's signal or time-out ended a call. */
export function isCancellation(error: unknown): boolean {
  return error instanceof CancelledError || error instanceof RequestTimeoutError
}
