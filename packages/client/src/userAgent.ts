import type { Platform } from './platform.js'
import type { Settings } from './settings.js'
import { version } from './version.js'

/**
 * The `User-Agent` of a client: `tucuxi/1.2.3 ua/2.1 os/… lang/js#… md/… cfg/retry-mode#legacy [app/ID] [extra]`
 * (boto3 semantics 3.4). `userAgent` replaces the generated part; `userAgentExtra` is appended to either.
 */
export function userAgentOf(settings: Settings, platform: Platform): string {
  const { userAgent, userAgentExtra, userAgentAppid } = settings
  const parts = [userAgent ?? generated(settings, platform)]
  if (userAgent === undefined && userAgentAppid !== undefined) parts.push(`app/${token(userAgentAppid)}`)
  if (userAgentExtra !== undefined) parts.push(userAgentExtra)
  return parts.join(' ')
}

function generated(settings: Settings, platform: Platform): string {
  const { os, language, runtime } = platform
  return `tucuxi/${version} ua/2.1 os/${os} lang/${language} md/${runtime} cfg/retry-mode#${settings.retries.mode}`
}

/** Characters that may not stand in a product token (RFC 9110, 5.6.2) become `-`, as in boto3. */
function token(text: string): string {
  return text.replace(/[^A-Za-z0-9!#$%&'*+.^_`|~-]/g, '-')
}
