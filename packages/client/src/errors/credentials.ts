/** Missing or unusable credentials (boto3 semantics 1.7). */
import { BotoCoreError } from './base.js'

/** A request has to be signed and there is nothing to sign it with. */
export class NoCredentialsError extends BotoCoreError {
  static override readonly kind: string = 'NoCredentialsError'
  constructor() {
    super('Unable to locate credentials')
  }
}

/** One half of a key pair is missing. */
export class PartialCredentialsError extends BotoCoreError {
  static override readonly kind: string = 'PartialCredentialsError'
  constructor(
    readonly provider: string,
    readonly missing: string,
  ) {
    super(`Partial credentials found in ${provider}, missing: ${missing}`)
  }
}

/** A provider of credentials failed. */
export class CredentialRetrievalError extends BotoCoreError {
  static override readonly kind: string = 'CredentialRetrievalError'
  constructor(
    readonly provider: string,
    reason: string,
    options?: { cause?: unknown },
  ) {
    super(`Error when retrieving credentials from ${provider}: ${reason}`, options)
  }
}
