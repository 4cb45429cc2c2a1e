/** Notices when nobody reads a streamed body any more. */

/** Bodies are looked at this often: one is parked when a whole turn has passed in which nobody read. */
const lookMs = 50

/** A body that may be parked. */
export interface Parkable {
  /** Whether somebody waits for a piece, or has read one since this was asked last. */
  wasRead(): boolean
  /** Nobody reads: what the body holds may go to others. It is not looked at any more. */
  park(): void
}

/** The streamed bodies of a transport that are not parked. One timer serves them all, and runs only while there are any. */
export class Parking {
  readonly #watched = new Set<Parkable>()
  #timer: NodeJS.Timeout | undefined

  watch(body: Parkable): void {
    this.#watched.add(body)
    this.#setTimer()
  }

  forget(body: Parkable): void {
    this.#watched.delete(body)
  }

  /** The timer has ended. */
  look(): void {
    this.#timer = undefined
    for (const body of this.#watched) {
      if (body.wasRead()) continue
      this.#watched.delete(body)
      body.park()
    }
    if (this.#watched.size > 0) this.#setTimer()
  }

  #setTimer(): void {
    if (this.#timer === undefined) this.#timer = setTimeout(onTimer, lookMs, this).unref()
  }
}

function onTimer(parking: Parking): void {
  parking.look()
}
