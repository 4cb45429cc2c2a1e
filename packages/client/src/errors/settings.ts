/** Wrong settings of a client, found at construction (boto3 semantics 2.1, 6.1). */
import { BotoCoreError } from './base.js'

/** A setting that cannot be used. */
export class InvalidConfigError extends BotoCoreError {
  static override readonly kind: string = 'InvalidConfigError'
}

/** `config.s3.addressingStyle` is not one of its three values. */
export class InvalidS3AddressingStyleError extends BotoCoreError {
  static override readonly kind: string = 'InvalidS3AddressingStyleError'
}

/** `config.s3.usEast1RegionalEndpoint` is neither `legacy` nor `regional`. */
export class InvalidS3UsEast1RegionalEndpointConfigError extends BotoCoreError {
  static override readonly kind: string = 'InvalidS3UsEast1RegionalEndpointConfigError'
}

/** `config.retries` holds an unknown key. */
export class InvalidRetryConfigurationError extends BotoCoreError {
  static override readonly kind: string = 'InvalidRetryConfigurationError'
}

/** The number of attempts or retries is too small. */
export class InvalidMaxRetryAttemptsError extends InvalidRetryConfigurationError {
  static override readonly kind: string = 'InvalidMaxRetryAttemptsError'
}

/** `config.retries.mode` is not one of its three values. */
export class InvalidRetryModeError extends InvalidRetryConfigurationError {
  static override readonly kind: string = 'InvalidRetryModeError'
}

/** A checksum setting is neither `when_supported` nor `when_required`. */
export class InvalidChecksumConfigError extends BotoCoreError {
  static override readonly kind: string = 'InvalidChecksumConfigError'
}

/** `config.defaultsMode` is unknown. */
export class InvalidDefaultsMode extends BotoCoreError {
  static override readonly kind: string = 'InvalidDefaultsMode'
}

/** `config.proxiesConfig` holds an unknown key. */
export class InvalidProxiesConfigError extends BotoCoreError {
  static override readonly kind: string = 'InvalidProxiesConfigError'
}

/** A service that this project does not speak. */
export class UnknownServiceError extends BotoCoreError {
  static override readonly kind: string = 'UnknownServiceError'
}

/** `config.signatureVersion` names no signature. */
export class UnknownSignatureVersionError extends BotoCoreError {
  static override readonly kind: string = 'UnknownSignatureVersionError'
  constructor(signatureVersion: string) {
    super(`Unknown Signature Version: ${signatureVersion}.`)
  }
}

/** A signature that exists but that this client cannot make. */
export class UnsupportedSignatureVersionError extends BotoCoreError {
  static override readonly kind: string = 'UnsupportedSignatureVersionError'
  constructor(signatureVersion: string) {
    super(`Signature version is not supported: ${signatureVersion}`)
  }
}
