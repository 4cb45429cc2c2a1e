/**
 * Those who wait, in the order in which they came. A `Set` would do the same, but when it is as busy as this it often leaves
 * old tables behind, which keep what they hold through garbage collections. What that costs was not measured by itself.
 */
export class Line<T> {
  readonly #places: (T | undefined)[] = []
  #head = 0

  /** Stands at the end. */
  join(item: T): void {
    this.#places.push(item)
  }

  /** Takes the first one out. */
  next(): T | undefined {
    const item = this.#places[this.#head]
    if (item === undefined) return undefined
    this.#places[this.#head] = undefined
    this.#head += 1
    // Empty places are cut off when they are most of the line.
    if (this.#head >= 64 && this.#head * 2 >= this.#places.length) {
      this.#places.splice(0, this.#head)
      this.#head = 0
    }
    return item
  }

  /** Takes one out, wherever it stands. */
  leave(item: T): void {
    const at = this.#places.indexOf(item, this.#head)
    if (at >= 0) this.#places.splice(at, 1)
  }
}
