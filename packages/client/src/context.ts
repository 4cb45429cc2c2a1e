import type { CredentialSource } from './credentials/source.js'
import type { CallEnds } from './deadline.js'
import type { EndpointCache } from './endpoint/cache.js'
import type { Transport } from './http/types.js'
import type { Platform } from './platform.js'
import type { RetryState } from './retry/state.js'
import type { Settings } from './settings.js'

/** What the steps of a call share: everything that a client owns. */
export interface ClientContext extends CallEnds {
  readonly settings: Settings
  readonly platform: Platform
  readonly credentials: CredentialSource
  readonly endpoints: EndpointCache
  readonly retry: RetryState
  readonly userAgent: string
  /** The transport, opened by the first request. */
  transport(): Transport | Promise<Transport>
}
