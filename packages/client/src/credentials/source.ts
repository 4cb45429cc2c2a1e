import { CredentialRetrievalError, NoCredentialsError } from '../errors/credentials.js'
import { guardCredentials, type CredentialProvider, type Credentials } from './types.js'

/** Credentials are fetched anew when they expire within this time: the mandatory window of boto3 semantics 1.7. */
const REFRESH_WINDOW_MS = 10 * 60 * 1000

/** Where a client's credentials come from: given once, or fetched by the caller's function when first needed. */
export class CredentialSource {
  readonly #given: Credentials | CredentialProvider | undefined
  readonly #now: () => number
  #current: Credentials | undefined
  #pending: Promise<Credentials> | undefined

  constructor(given: Credentials | CredentialProvider | undefined, now: () => number) {
    this.#given = given
    this.#now = now
    if (typeof given === 'object') this.#current = guardCredentials(given)
  }

  /**
   * The credentials to sign with now. Callers that come while a fetch is under way share it.
   * @throws {NoCredentialsError} when there are none.
   * @throws {CredentialRetrievalError} when the caller's function fails or returns something else.
   */
  get(): Credentials | Promise<Credentials> {
    if (this.#current !== undefined && !this.#expiresSoon(this.#current)) return this.#current
    if (typeof this.#given !== 'function') {
      if (this.#current === undefined) throw new NoCredentialsError()
      return this.#current
    }
    this.#pending ??= this.#fetch(this.#given).finally(() => (this.#pending = undefined))
    return this.#pending
  }

  async #fetch(provider: CredentialProvider): Promise<Credentials> {
    let fetched: Credentials
    try {
      fetched = await provider()
    } catch (error) {
      throw new CredentialRetrievalError('the given function', error instanceof Error ? error.message : 'it failed', {
        cause: error,
      })
    }
    if (typeof fetched?.accessKeyId !== 'string' || typeof fetched.secretAccessKey !== 'string') {
      throw new CredentialRetrievalError('the given function', 'it returned no accessKeyId and secretAccessKey')
    }
    this.#current = guardCredentials(fetched)
    return this.#current
  }

  #expiresSoon({ expiration }: Credentials): boolean {
    return expiration !== undefined && expiration.getTime() - this.#now() < REFRESH_WINDOW_MS
  }
}
