/** Settings as they may be printed: `console.log(client)` must not tell secrets. */
import { maskUserInfo } from './errors/connection.js'
import type { Settings } from './settings.js'

const mask = '***'

/** A frozen copy of the settings; user names and passwords of URLs, and certificates given as PEM, are masked. */
export function shownSettings(settings: Settings): Settings {
  const { endpoint, transport } = settings
  const { verify, clientCert, proxies, proxiesConfig } = transport
  return Object.freeze({
    ...settings,
    endpoint: endpoint && Object.freeze({ ...endpoint, url: maskUserInfo(endpoint.url) }),
    s3: Object.freeze({ ...settings.s3 }),
    retries: Object.freeze({ ...settings.retries }),
    transport: Object.freeze({
      ...transport,
      // Bytes are always PEM, and PEM may hold a private key.
      verify: typeof verify === 'object' ? mask : typeof verify === 'string' ? shownFile(verify) : verify,
      clientCert: shownFiles(clientCert),
      proxies: proxies && mapped(proxies, maskUserInfo),
      proxiesConfig: Object.freeze({
        ...proxiesConfig,
        proxyCaBundle: proxiesConfig.proxyCaBundle && shownFile(proxiesConfig.proxyCaBundle),
        proxyClientCert: shownFiles(proxiesConfig.proxyClientCert),
      }),
    }),
    warnings: Object.freeze([...settings.warnings]),
  })
}

function shownFiles(
  files: string | readonly [string, string] | undefined,
): string | readonly [string, string] | undefined {
  if (files === undefined || typeof files === 'string') return files && shownFile(files)
  return Object.freeze([shownFile(files[0]), shownFile(files[1])] as const)
}

/** A path is shown; PEM, of which any part that is not a path may come, has lines. */
function shownFile(file: string): string {
  return file.includes('-----') || /[\r\n]/.test(file) ? mask : file
}

function mapped(record: Readonly<Record<string, string>>, change: (text: string) => string) {
  return Object.freeze(Object.fromEntries(Object.entries(record).map(([key, text]) => [key, change(text)])))
}
