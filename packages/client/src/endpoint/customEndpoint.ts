/** The endpoint that the caller gave, checked and taken apart once, at construction (boto3 semantics 2.3, D-04). */
import { EndpointResolutionError, ValidationError } from '../errors/index.js'
import type { CustomEndpoint } from '../settings.js'
import { isHostLabel, isIpv4 } from './hostLabel.js'

// RFC 3986, 3 without the WHATWG URL parser, which would collapse dot segments of the base path.
const pattern =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^:/?#]*)(?::([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#.*)?$/

const defaultPorts = { 'http:': '80', 'https:': '443' }

/**
 * Takes an endpoint URL apart.
 * @throws {ValidationError} `Invalid endpoint: X`: no scheme, no host, or a host that cannot exist.
 * @throws {EndpointResolutionError} a scheme other than http and https, a query, or a bad port.
 */
export function parseEndpoint(url: string): CustomEndpoint {
  const parts = hasForbidden(url) ? null : pattern.exec(url)
  const scheme = parts?.[1]?.toLowerCase()
  const hostname = parts?.[2]?.toLowerCase()
  if (!parts || scheme === undefined || hostname === undefined || !isHostname(hostname)) {
    throw new ValidationError(`Invalid endpoint: ${withoutSecrets(url)}`)
  }
  const protocol = `${scheme}:`
  const port = portNumber(parts[3])
  const path = encodeUnsafe(parts[4] ?? '')
  if (
    (protocol !== 'http:' && protocol !== 'https:') ||
    port === undefined ||
    path === undefined ||
    (parts[5] ?? '') !== ''
  ) {
    throw new EndpointResolutionError(`Custom endpoint \`${withoutSecrets(url)}\` was not a valid URI`)
  }
  const explicitPort = port === defaultPorts[protocol] ? '' : port
  return {
    url: url.replace(/#.*$/s, ''),
    protocol,
    host: explicitPort === '' ? hostname : `${hostname}:${explicitPort}`,
    hostname,
    port: explicitPort,
    path,
    isIp: hostname.startsWith('[') || isIpv4(hostname),
  }
}

/** Blanks, control characters, and the backslash, which URL parsers disagree about. */
function hasForbidden(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 0x20 || code === 0x7f || code === 0x5c) return true
  }
  return false
}

function isHostname(hostname: string): boolean {
  if (hostname.startsWith('[')) return isIpv6(hostname)
  const name = hostname.endsWith('.') ? hostname.slice(0, -1) : hostname
  return name !== '' && hostname.length <= 255 && name.split('.').every(isHostLabel)
}

function isIpv6(bracketed: string): boolean {
  try {
    return new URL(`http://${bracketed}/`).hostname.startsWith('[')
  } catch {
    return false
  }
}

/** The port as decimal digits without leading zeros, empty when there is none, `undefined` when it is no port. */
function portNumber(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return ''
  return /^\d+$/.test(text) && Number(text) <= 65535 ? String(Number(text)) : undefined
}

/** Percent-encodes what cannot travel in a request target; dot segments and escapes stay as given. */
function encodeUnsafe(path: string): string | undefined {
  try {
    return path.replace(/[^\x21-\x7e]+|["<>^`{|}]+/g, encodeURIComponent)
  } catch {
    return undefined
  }
}

/** User-info and query may hold secrets (a presigned URL given by mistake); messages never show them. */
function withoutSecrets(url: string): string {
  const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*:\/\/)?(.*)$/s.exec(url) ?? []
  const visible = rest.replace(/[?#].*$/s, '')
  // Nobody knows what is what when an @ follows a question mark: it may belong to the query or stand behind a password.
  if (rest.slice(visible.length).includes('@')) return `${scheme}***`
  return scheme + visible.replace(/^.*@/s, '***@') + (rest.includes('?') ? '?***' : '')
}
