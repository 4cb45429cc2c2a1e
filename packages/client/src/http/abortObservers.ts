/** Who has to be told when a caller's signal is aborted. */
import type { AbortSource } from './types.js'

/** Something that ends when a signal is aborted. */
export interface AbortObserver {
  onAbort(reason: unknown): void
}

interface Watch {
  readonly observers: Set<AbortObserver>
  readonly listener: () => void
}

/**
 * One listener for each signal, however many calls share it: Node warns of a leak at the eleventh listener. The listener
 * is removed when the last call that uses the signal has ended.
 */
export class AbortObservers {
  readonly #watches = new WeakMap<AbortSource, Watch>()

  add(signal: AbortSource, observer: AbortObserver): void {
    let watch = this.#watches.get(signal)
    if (watch === undefined) {
      const observers = new Set<AbortObserver>()
      const listener = () => {
        this.#watches.delete(signal)
        signal.removeEventListener('abort', listener)
        for (const one of [...observers]) one.onAbort(signal.reason)
      }
      watch = { observers, listener }
      this.#watches.set(signal, watch)
      signal.addEventListener('abort', listener)
    }
    watch.observers.add(observer)
  }

  remove(signal: AbortSource, observer: AbortObserver): void {
    const watch = this.#watches.get(signal)
    if (watch === undefined || !watch.observers.delete(observer) || watch.observers.size > 0) return
    this.#watches.delete(signal)
    signal.removeEventListener('abort', watch.listener)
  }
}
