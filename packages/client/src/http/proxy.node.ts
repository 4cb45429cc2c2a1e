/** Which proxy a request takes and how it speaks to it. */
import { InvalidConfigError } from '../errors/settings.js'
import type { TransportOptions } from './types.js'

/** A proxy, taken apart. */
export interface Proxy {
  /** For messages: without the password. */
  readonly shownUrl: string
  readonly hostname: string
  readonly port: number
  readonly secure: boolean
  /** Value of `Proxy-Authorization`; `undefined` when the URL names no user. */
  readonly authorization: string | undefined
  /** A `CONNECT` tunnel; otherwise requests go to the proxy with an absolute target (RFC 9112, 3.2.2). */
  readonly tunnel: boolean
}

/**
 * The proxy for an origin, or `undefined`. As in boto3, http goes through the proxy with an absolute target, https through
 * a tunnel unless `proxyUseForwardingForHttps` is set; a proxy URL without a scheme means http.
 * @throws {InvalidConfigError} when the proxy's URL cannot be understood.
 */
export function proxyFor(
  protocol: string,
  options: Pick<TransportOptions, 'proxies' | 'proxiesConfig'>,
): Proxy | undefined {
  const text = options.proxies?.[protocol.slice(0, -1)]
  if (text === undefined || text === '') return undefined
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text.replace(/^\/\//, '')}`)
  } catch {
    throw new InvalidConfigError(`Invalid proxy URL for ${protocol.slice(0, -1)}.`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InvalidConfigError(
      `Invalid proxy URL for ${protocol.slice(0, -1)}: only http and https proxies are known.`,
    )
  }
  const secure = url.protocol === 'https:'
  const hasUser = url.username !== '' || url.password !== ''
  return {
    shownUrl: `${url.protocol}//${hasUser ? '***:***@' : ''}${url.host}`,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secure,
    authorization: hasUser ? basicAuthorization(url) : undefined,
    tunnel: protocol === 'https:' && options.proxiesConfig.proxyUseForwardingForHttps !== true,
  }
}

function basicAuthorization(url: URL): string {
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
  return `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`
}
