const brand: unique symbol = Symbol.for('tucuxi.error')

/**
 * The root of every error class of this project. Two copies of a package can meet in one process (ES module and CommonJS),
 * so `instanceof` compares the kinds that the classes declare, not the class objects.
 */
export abstract class NamedError extends Error {
  /** The class name, safe from minifiers. */
  static readonly kind: string = 'NamedError'

  /** Marks errors of any copy of this package. */
  get [brand](): true {
    return true
  }

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options?.cause === undefined ? undefined : { cause: options.cause })
    Object.defineProperty(this, 'name', { value: new.target.kind, configurable: true, writable: true })
  }

  static override [Symbol.hasInstance](this: { kind: string; prototype: object }, value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(brand in value)) return false
    // A user's subclass that declares no kind of its own is told apart in the ordinary way.
    if (!Object.hasOwn(this, 'kind')) return Object.prototype.isPrototypeOf.call(this.prototype, value)
    for (
      let prototype = Object.getPrototypeOf(value);
      prototype !== null;
      prototype = Object.getPrototypeOf(prototype)
    ) {
      if (prototype.constructor.kind === this.kind) return true
    }
    return false
  }
}

/** Everything that fails on our side of the wire, before, during or after a request (boto3 semantics 6.1). */
export class BotoCoreError extends NamedError {
  static override readonly kind: string = 'BotoCoreError'
}
