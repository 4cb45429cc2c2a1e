/** TLS settings of a transport as Node takes them. */
import { readFileSync } from 'node:fs'
import type { SecureContextOptions } from 'node:tls'
import { InvalidConfigError } from '../errors/settings.js'
import type { TransportOptions } from './types.js'

/** What `tls.connect` is told about certificates. */
export interface TlsSettings extends SecureContextOptions {
  rejectUnauthorized?: boolean
}

const pemMark = '-----BEGIN'

function isPem(value: string | Uint8Array): boolean {
  if (typeof value === 'string') return value.includes(pemMark)
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).includes(pemMark)
}

/** The bytes of a PEM: given as such, or as the path of a file. */
function readPem(value: string | Uint8Array, what: string): Buffer {
  if (typeof value !== 'string') {
    if (!isPem(value)) throw new InvalidConfigError(`Invalid ${what}: the bytes are not PEM.`)
    return Buffer.from(value)
  }
  if (isPem(value)) return Buffer.from(value)
  let content: Buffer
  try {
    content = readFileSync(value)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new InvalidConfigError(`Invalid ${what}: cannot read "${value}": ${reason}`, { cause })
  }
  if (!isPem(content)) throw new InvalidConfigError(`Invalid ${what}: "${value}" holds no PEM.`)
  return content
}

function addClientCertificate(
  settings: TlsSettings,
  clientCert: string | readonly [string, string],
  what: string,
): void {
  const [certificate, key] = typeof clientCert === 'string' ? [clientCert, clientCert] : clientCert
  settings.cert = readPem(certificate, what)
  settings.key = key === certificate ? settings.cert : readPem(key, what)
}

/**
 * The settings towards the endpoint. Files are read here, at the first secure connection.
 * @throws {InvalidConfigError} when a file cannot be read or holds no PEM.
 */
export function endpointTls(options: Pick<TransportOptions, 'verify' | 'clientCert'>): TlsSettings {
  const settings: TlsSettings = {}
  if (options.verify === false) settings.rejectUnauthorized = false
  else if (options.verify !== true && options.verify !== undefined) settings.ca = readPem(options.verify, 'CA bundle')
  if (options.clientCert !== undefined) addClientCertificate(settings, options.clientCert, 'client certificate')
  return settings
}

/**
 * The settings towards an https proxy.
 * @throws {InvalidConfigError} when a file cannot be read or holds no PEM.
 */
export function proxyTls(config: TransportOptions['proxiesConfig']): TlsSettings {
  const settings: TlsSettings = {}
  if (config.proxyCaBundle !== undefined) settings.ca = readPem(config.proxyCaBundle, 'proxy CA bundle')
  if (config.proxyClientCert !== undefined) {
    addClientCertificate(settings, config.proxyClientCert, 'proxy client certificate')
  }
  return settings
}
