/** The caller's side of a streamed body. */
import type { ByteStream } from './types.js'

/** What brings a body, on the transport's side. It must not hold the stream, which could never be collected then. */
export interface BodyExchange {
  read(): Promise<Uint8Array | undefined>
  /** Gives up a body that is not wanted any more. */
  cancelBody(reason: unknown): void
  setReadTimeout(seconds: number): void
  /** The stream was garbage collected before its end. A reader that still waits is served first. */
  abandon(): void
}

/** Watches for streams that are garbage collected unread. */
export type UnreadStreams = FinalizationRegistry<BodyExchange>

/** Some runtimes without Node have no such registry: bodies that nobody closes stay open there until the client is closed. */
export function unreadStreams(): UnreadStreams | undefined {
  return typeof FinalizationRegistry === 'function'
    ? new FinalizationRegistry<BodyExchange>((exchange) => exchange.abandon())
    : undefined
}

/** What keeps an exchange alive while its body is wanted, and whose collection ends it. The exchange itself unregisters. */
export class ExchangeStream implements ByteStream {
  readonly #exchange: BodyExchange

  constructor(exchange: BodyExchange, unread: UnreadStreams | undefined) {
    this.#exchange = exchange
    unread?.register(this, exchange, exchange)
  }

  read(): Promise<Uint8Array | undefined> {
    return this.#exchange.read()
  }

  cancel(reason?: unknown): void {
    this.#exchange.cancelBody(reason)
  }

  setReadTimeout(seconds: number): void {
    this.#exchange.setReadTimeout(seconds)
  }
}
