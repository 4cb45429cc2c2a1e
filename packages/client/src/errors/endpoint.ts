/** Endpoints that cannot be made out (boto3 semantics 2, 6.1). */
import { BotoCoreError } from './base.js'

/** Root of the failures to find an endpoint. */
export class BaseEndpointResolverError extends BotoCoreError {
  static override readonly kind: string = 'BaseEndpointResolverError'
}

/** A signature needs a region and there is none. */
export class NoRegionError extends BaseEndpointResolverError {
  static override readonly kind: string = 'NoRegionError'
  constructor() {
    super('You must specify a region.')
  }
}

/** Root of the failures of the endpoint rules. */
export class EndpointProviderError extends BotoCoreError {
  static override readonly kind: string = 'EndpointProviderError'
}

/** The settings and parameters together lead to no endpoint. */
export class EndpointResolutionError extends EndpointProviderError {
  static override readonly kind: string = 'EndpointResolutionError'
}

/** A combination of S3 settings that cannot work, such as acceleration with a custom endpoint. */
export class UnsupportedS3ConfigurationError extends BotoCoreError {
  static override readonly kind: string = 'UnsupportedS3ConfigurationError'
}

/** A combination of settings that cannot work with the access point that was named. */
export class UnsupportedS3AccesspointConfigurationError extends BotoCoreError {
  static override readonly kind: string = 'UnsupportedS3AccesspointConfigurationError'
  constructor(reason: string) {
    super(`Unsupported configuration when using S3 access-points: ${reason}`)
  }
}
