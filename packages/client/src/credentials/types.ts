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

/**
 * Why a value is no credentials; `undefined` when it is. Providers are functions of others, so whatever they return is
 * possible. Values never stand in the text: they are secrets.
 */
export function problemOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return 'it has to be an object with accessKeyId and secretAccessKey'
  }
  const { accessKeyId, secretAccessKey, sessionToken, expiration }: Partial<Record<keyof Credentials, unknown>> = value
  return (
    problemOfDate(expiration) ??
    problemOfText('accessKeyId', accessKeyId) ??
    problemOfText('secretAccessKey', secretAccessKey) ??
    (sessionToken === undefined ? undefined : problemOfText('sessionToken', sessionToken))
  )
}

function problemOfDate(value: unknown): string | undefined {
  if (value === undefined) return undefined
  // Dates of another realm are none of our Date's instances.
  if (Object.prototype.toString.call(value) !== '[object Date]') {
    return `expiration must be a Date, not ${value === null ? 'null' : typeof value}`
  }
  return Number.isNaN((value as Date).getTime()) ? 'expiration is an invalid Date' : undefined
}

function problemOfText(name: keyof Credentials, value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return value === undefined
      ? `${name} is missing`
      : `${name} must be a string, not ${value === null ? 'null' : typeof value}`
  }
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i)
    // It goes into a header, or into a signature of which the server has the key without this character.
    if (code < 0x20 || code === 0x7f) return `${name} must not contain control characters such as line breaks`
  }
  return undefined
}
