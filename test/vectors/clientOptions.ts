/** Settings of a client in boto3's spelling, and in ours. */
import { type ClientOptions } from '@tucuxi/client/config'
import { UNSIGNED } from '@tucuxi/client/settings'
import type { Row } from './rows.js'

/** What every row starts from; a row's `config` replaces these one by one. */
const defaults: Readonly<Record<string, unknown>> = {
  endpoint: 'http://127.0.0.1:9000',
  region: 'us-east-1',
  s3: { addressing_style: 'path' },
  request_checksum_calculation: 'when_required',
  response_checksum_validation: 'when_required',
}

/** `payload_signing_enabled` -> `payloadSigningEnabled` (boto3 semantics 0). */
function camel(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_underscore, letter: string) => letter.toUpperCase())
}

function camelKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [camel(name), camelKeys(member)]))
}

/**
 * The options for a row.
 * @param compat - `strict` asks for boto3's wire form where ours is another by default.
 */
export function clientOptions(row: Row, compat: 'strict' | undefined): ClientOptions {
  const { endpoint, region, token, signature_version, ...config } = { ...defaults, ...row.config }
  const signatureVersion = signature_version === 'UNSIGNED' ? UNSIGNED : signature_version
  const options = {
    endpointUrl: endpoint ?? undefined,
    regionName: region,
    awsAccessKeyId: 'AKIDEXAMPLE',
    awsSecretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
    awsSessionToken: token,
    config: { ...(camelKeys(config) as object), signatureVersion, compat },
  }
  return options as ClientOptions
}
