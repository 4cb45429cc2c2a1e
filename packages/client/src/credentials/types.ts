/** Keys to sign with. Plain objects of this form are accepted wherever credentials are. */
export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
  /** When the keys cease to be valid. */
  readonly expiration?: Date | undefined
}

/** A function that fetches credentials: the form that the providers of the AWS SDKs have. */
export type CredentialProvider = () => Credentials | Promise<Credentials>

/** Credentials that keep their secrets out of `console.log`, `JSON.stringify` and the enumeration of properties. */
class GuardedCredentials implements Credentials {
  readonly #secretAccessKey: string
  readonly #sessionToken: string | undefined
  readonly accessKeyId: string
  readonly expiration: Date | undefined

  constructor(source: Credentials) {
    this.accessKeyId = source.accessKeyId
    this.expiration = source.expiration
    this.#secretAccessKey = source.secretAccessKey
    this.#sessionToken = source.sessionToken
  }

  get secretAccessKey(): string {
    return this.#secretAccessKey
  }

  get sessionToken(): string | undefined {
    return this.#sessionToken
  }

  toJSON(): { accessKeyId: string; expiration: Date | undefined } {
    return { accessKeyId: this.accessKeyId, expiration: this.expiration }
  }

  // What Node prints for `console.log` and in messages of assertions.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const token = this.#sessionToken === undefined ? '' : `, sessionToken: '***'`
    return `Credentials { accessKeyId: '${this.accessKeyId}', secretAccessKey: '***'${token} }`
  }
}

/**
 * Copies credentials into an object that does not show its secrets. Signing keys are cached for each such object, so keep
 * it as long as the credentials are used.
 */
export function guardCredentials(source: Credentials): Credentials {
  return source instanceof GuardedCredentials ? source : new GuardedCredentials(source)
}
