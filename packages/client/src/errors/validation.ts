/** Wrong parameters of a call (boto3 semantics 6.4). */
import { BotoCoreError } from './base.js'

/** Parameters that do not fit the operation; `problems` holds one line for each. Thrown before anything is sent. */
export class ParamValidationError extends BotoCoreError {
  static override readonly kind: string = 'ParamValidationError'
  readonly problems: readonly string[]
  constructor(problems: string | readonly string[]) {
    const lines = typeof problems === 'string' ? [problems] : problems
    super(`Parameter validation failed:\n${lines.join('\n')}`)
    this.problems = lines
  }
}

/** A value outside what an option allows. */
export class ValidationError extends BotoCoreError {
  static override readonly kind: string = 'ValidationError'
}

/** A region name that is not a host label. */
export class InvalidRegionError extends ValidationError {
  static override readonly kind: string = 'InvalidRegionError'
  constructor(regionName: string) {
    super(`Provided region_name '${regionName}' doesn't match a supported format.`)
  }
}
