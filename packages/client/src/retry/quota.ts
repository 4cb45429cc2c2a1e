/** How many repetitions a client may still make (boto3 semantics 7, modes standard and adaptive). */

const capacity = 500

/** Shared by all calls of a client, so that a failing server is not flooded with repetitions. */
export class RetryQuota {
  #available = capacity

  get available(): number {
    return this.#available
  }

  /** Takes an amount, if that much is left. */
  acquire(amount: number): boolean {
    if (amount > this.#available) return false
    this.#available -= amount
    return true
  }

  /** Gives back what the last repetition of a call took, or 1 for a call that needed none. */
  release(amount: number): void {
    this.#available = Math.min(this.#available + amount, capacity)
  }
}
