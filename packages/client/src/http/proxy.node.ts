/** Which proxy a request takes and how it speaks to it. */
import { parseProxyUrl } from './proxyUrl.js'
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
  const scheme = protocol.slice(0, -1)
  const text = options.proxies?.[scheme]
  if (text === undefined || text === '') return undefined
  const { url, userAndPassword } = parseProxyUrl(text, `proxies.${scheme}`)
  const secure = url.protocol === 'https:'
  return {
    shownUrl: `${url.protocol}//${userAndPassword === undefined ? '' : '***:***@'}${url.host}`,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 443 : 80),
    secure,
    authorization: userAndPassword === undefined ? undefined : basicAuthorization(userAndPassword),
    tunnel: protocol === 'https:' && options.proxiesConfig.proxyUseForwardingForHttps !== true,
  }
}

function basicAuthorization(userAndPassword: string): string {
  return `Basic ${Buffer.from(userAndPassword, 'utf8').toString('base64')}`
}
