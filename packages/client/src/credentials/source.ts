import { InvalidConfigError } from '../errors/settings.js'
import { CredentialRetrievalError, NoCredentialsError } from '../errors/credentials.js'
import { guardCredentials, problemOf, type CredentialProvider, type Credentials } from './types.js'

/** Less than this before they expire, credentials are fetched anew, but do well until then (boto3 semantics 1.7). */
const advisoryWindowMs = 15 * 60 * 1000
/** Less than this before they expire, nobody signs with them any more unless nothing newer can be had. */
const mandatoryWindowMs = 10 * 60 * 1000
/** A provider that gives nothing better is left alone for this time. */
const pauseMs = 60 * 1000

const providerName = 'the given function'

/** Where a client's credentials come from: given once, or fetched by the caller's function when first needed. */
export class CredentialSource {
  readonly #given: Credentials | CredentialProvider | undefined
  readonly #now: () => number
  #current: Credentials | undefined
  /** In milliseconds since 1970. */
  #expires = Infinity
  #pausedUntil = 0
  #pending: Promise<Credentials> | undefined

  /** @throws {InvalidConfigError} when the given credentials cannot stand in a header. */
  constructor(given: Credentials | CredentialProvider | undefined, now: () => number) {
    this.#given = given
    this.#now = now
    if (typeof given !== 'object') return
    const problem = problemOf(given)
    if (problem !== undefined) throw new InvalidConfigError(`Invalid credentials: ${problem}`)
    this.#current = guardCredentials(given)
  }

  /**
   * The credentials to sign with now. Within 15 minutes before they expire, the first caller fetches new ones; the others,
   * and that one too if the fetch fails, go on with those that are there. Within 10 minutes everybody waits for the one
   * fetch, and its failure is everybody's. A provider is not asked again within a minute after it gave credentials that
   * were in a window already, or failed in the first one, as long as those that are there have not expired.
   * @throws {NoCredentialsError} when there are none.
   * @throws {CredentialRetrievalError} when the caller's function fails or returns something else.
   */
  get(): Credentials | Promise<Credentials> {
    const current = this.#current
    if (typeof this.#given !== 'function') {
      if (current === undefined) throw new NoCredentialsError()
      return current
    }
    if (current === undefined) return this.#fetch(this.#given)
    if (this.#expires === Infinity) return current
    const now = this.#now()
    const left = this.#expires - now
    if (left >= advisoryWindowMs || (left > 0 && now < this.#pausedUntil)) return current
    if (left < mandatoryWindowMs) return this.#fetch(this.#given)
    if (this.#pending !== undefined) return current
    return this.#fetch(this.#given).catch(() => {
      this.#pausedUntil = this.#now() + pauseMs
      return current
    })
  }

  /** One fetch at a time, shared by those who come while it is under way. */
  #fetch(provider: CredentialProvider): Promise<Credentials> {
    this.#pending ??= this.#ask(provider).finally(() => (this.#pending = undefined))
    return this.#pending
  }

  async #ask(provider: CredentialProvider): Promise<Credentials> {
    let fetched: Credentials
    try {
      fetched = await provider()
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'it failed'
      throw new CredentialRetrievalError(providerName, reason, { cause: error })
    }
    const problem = problemOf(fetched)
    if (problem !== undefined) throw new CredentialRetrievalError(providerName, problem)
    const now = this.#now()
    const expires = fetched.expiration?.getTime() ?? Infinity
    if (expires <= now) throw new CredentialRetrievalError(providerName, 'the credentials it returned have expired')
    this.#current = guardCredentials(fetched)
    this.#expires = expires
    this.#pausedUntil = now + pauseMs
    return this.#current
  }
}
