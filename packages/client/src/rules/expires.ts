import type { ResponseMetadata } from '../errors/client.js'

/**
 * Puts the warnings into the metadata of a result.
 *
 * An `Expires` that is no date is common and no failure in boto3 either: `ExpiresString` has its text, the field is taken
 * out of `HTTPHeaders`, and the log tells of it, not the result (boto3 semantics 5.5). So a warning about nothing else can
 * be read but is not shown when the result is printed, compared or copied.
 */
export function noteWarnings(
  output: Readonly<Record<string, unknown>>,
  metadata: ResponseMetadata,
  warnings: readonly string[],
): void {
  const isExpires = (warning: string) => warning.startsWith('Expires: ')
  const value = [...warnings]
  Object.defineProperty(metadata, 'Warnings', {
    value,
    configurable: true,
    enumerable: !value.every(isExpires),
    writable: true,
  })
  if (typeof output['ExpiresString'] !== 'string' || !value.some(isExpires)) return
  metadata.HTTPHeaders = Object.fromEntries(Object.entries(metadata.HTTPHeaders).filter(([name]) => name !== 'expires'))
}
