import type { AbortSource } from '../http/types.js'

/** Time and chance, injected so that tests need not wait. */
export interface RetryClock {
  /** Milliseconds since 1970. */
  now(): number
  /** A number from 0 to 1. */
  random(): number
  /** Resolves after a time, or as soon as the signal is aborted, whichever comes first; never rejects. */
  sleep(milliseconds: number, signal: AbortSource | undefined): Promise<void>
}

/** The clock of the platform. */
export function systemClock(now: () => number): RetryClock {
  return { now, random: Math.random, sleep }
}

function sleep(milliseconds: number, signal: AbortSource | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve()
    const wake = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', wake)
      resolve()
    }
    const timer = setTimeout(wake, milliseconds)
    signal?.addEventListener('abort', wake)
  })
}
