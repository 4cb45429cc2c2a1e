/** The URLs of proxies, taken apart; looked at when a client is made, and again by the transport. */
import { InvalidConfigError } from '../errors/settings.js'

/** A proxy's URL with what it says about the user, decoded. */
export interface ProxyUrl {
  readonly url: URL
  /** User name and password as `Proxy-Authorization` joins them; `undefined` when the URL names no user. */
  readonly userAndPassword: string | undefined
}

/**
 * Takes the URL of a proxy apart; one without a scheme means http, as in boto3.
 * @param option - Its place among the options, for messages; the URL itself may hold a password.
 * @throws {InvalidConfigError} when it cannot be understood.
 */
export function parseProxyUrl(text: string, option: string): ProxyUrl {
  let url: URL
  try {
    url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text.replace(/^\/\//, '')}`)
  } catch {
    throw new InvalidConfigError(`Invalid proxy URL in ${option}.`)
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new InvalidConfigError(`Invalid proxy URL in ${option}: only http and https proxies are known.`)
  }
  // A slash, question mark or number sign in a password ends the host's part of a URL.
  if (`${url.pathname}${url.search}${url.hash}`.includes('@')) throw notEncoded(option)
  const { username, password } = url
  if (username === '' && password === '') return { url, userAndPassword: undefined }
  try {
    return { url, userAndPassword: `${decodeURIComponent(username)}:${decodeURIComponent(password)}` }
  } catch {
    throw notEncoded(option)
  }
}

function notEncoded(option: string): InvalidConfigError {
  return new InvalidConfigError(`Invalid proxy URL in ${option}: user name and password have to be percent-encoded.`)
}
