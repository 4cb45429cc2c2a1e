/** A request body on its way to the socket. */
import { setImmediate as nextTurn } from 'node:timers/promises'

const turnBytes = 65_536

/**
 * The pieces of a body as undici pulls them. undici forgets an iterator whose connection goes away while it waits for
 * the socket to drain, so the exchange ends the source itself through `stop`.
 */
export class Upload implements AsyncIterable<Uint8Array>, AsyncIterator<Uint8Array, undefined> {
  /** The source has come to its end or has failed. */
  finished = false
  /** A piece is awaited from the source: silence is not the server's fault. */
  pulling = false
  /** What the source failed with. */
  failure: { readonly error: unknown } | undefined
  readonly #source: AsyncIterator<Uint8Array>
  #stopped = false
  #sinceTurn = 0

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (this.#stopped) return { done: true, value: undefined }
    this.pulling = true
    try {
      const piece = await this.#source.next()
      if (piece.done === true) {
        this.finished = true
        return { done: true, value: undefined }
      }
      this.#sinceTurn += piece.value.length
      if (this.#sinceTurn >= turnBytes) {
        // An answer that has arrived is read before more is written: writing to a reset connection would lose it.
        this.#sinceTurn = 0
        await nextTurn()
      }
      return this.#stopped ? { done: true, value: undefined } : { done: false, value: piece.value }
    } catch (error) {
      this.finished = true
      this.failure = { error }
      // undici takes only a truthy failure for one.
      throw error instanceof Error ? error : new Error(String(error))
    } finally {
      this.pulling = false
    }
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.stop()
    return Promise.resolve({ done: true, value: undefined })
  }

  /** No more is wanted; the source is told unless it has ended. */
  stop(): void {
    if (this.#stopped) return
    this.#stopped = true
    if (!this.finished) this.#source.return?.().then(undefined, () => undefined)
  }
}
