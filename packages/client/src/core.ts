import { call, type CallOptions } from './call.js'
import type { Output } from './client.js'
import { explicitCredentials, resolveSettings, type ClientOptions } from './config.js'
import { CredentialSource } from './credentials/source.js'
import { EndpointCache } from './endpoint/cache.js'
import { partitionOf } from './endpoint/partition.js'
import { BotoCoreError } from './errors/base.js'
import { maskUserInfo } from './errors/connection.js'
import type { Transport } from './http/types.js'
import type { Platform } from './platform.js'
import { systemClock } from './retry/clock.js'
import { RetryState } from './retry/state.js'
import type { Operation } from './schema/index.js'
import type { Settings } from './settings.js'
import { userAgentOf } from './userAgent.js'

/** What the steps of a call share: everything that a client owns. */
export interface ClientContext {
  readonly settings: Settings
  readonly platform: Platform
  readonly credentials: CredentialSource
  readonly endpoints: EndpointCache
  readonly retry: RetryState
  readonly userAgent: string
  /** The transport, opened by the first request. */
  transport(): Transport | Promise<Transport>
}

/** What is known of a client, as `client.meta` of boto3. */
export interface ClientMeta {
  /** Where requests without a bucket go. */
  readonly endpointUrl: string
  /** The region of signatures. */
  readonly regionName: string
  /** `aws`, `aws-cn` and so on, by the region's name. */
  readonly partition: string
  /** Every setting with its default filled in; passwords of proxies are masked. */
  readonly config: Settings
}

/**
 * A client without methods: `core.send(putObject, { Bucket, Key, Body })`. For pages that count bytes, together with single
 * operations from `@tucuxi/client/operations`. Creating one does no I/O.
 * @throws {TypeError} for unknown options; one of the `Invalid…` errors for wrong values; `PartialCredentialsError` for
 * half a key pair.
 */
export class S3Core {
  readonly meta: ClientMeta
  readonly #context: ClientContext
  #transport: Transport | Promise<Transport> | undefined
  #closed = false

  constructor(options: ClientOptions, platform: Platform) {
    const settings = resolveSettings(options)
    const endpoints = new EndpointCache(settings)
    this.#context = {
      settings,
      platform,
      endpoints,
      credentials: new CredentialSource(explicitCredentials(options), () => platform.now()),
      retry: new RetryState(
        settings.retries,
        systemClock(() => platform.now()),
      ),
      userAgent: userAgentOf(settings, platform),
      transport: () => this.#open(),
    }
    this.meta = {
      endpointUrl: settings.endpoint?.url ?? endpoints.resolve({ bucket: undefined, operation: 'ListBuckets' }).origin,
      regionName: settings.regionName,
      partition: partitionOf(settings.regionName).name,
      config: { ...settings, transport: { ...settings.transport, proxies: maskedProxies(settings.transport.proxies) } },
    }
  }

  /** Runs one operation; `client.putObject(params)` is the same as `core.send(putObject, params)`. */
  send<I extends object, O>(operation: Operation<I, O>, params: I, options?: CallOptions): Promise<Output<O>> {
    return call(this.#context, operation, params, options)
  }

  /** Closes all connections. Calls in flight fail, and so does every later one. */
  async close(): Promise<void> {
    this.#closed = true
    const transport = this.#transport
    this.#transport = undefined
    await (await transport)?.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #open(): Transport | Promise<Transport> {
    if (this.#closed) throw new BotoCoreError('This client is closed.')
    if (this.#transport === undefined) {
      const { settings, platform } = this.#context
      const opening = platform.createTransport(settings.transport)
      this.#transport = opening
      opening.then(
        (transport) => {
          if (this.#transport === opening) this.#transport = transport
        },
        () => (this.#transport = undefined),
      )
    }
    return this.#transport
  }
}

function maskedProxies(proxies: Settings['transport']['proxies']): Settings['transport']['proxies'] {
  if (proxies === undefined) return undefined
  return Object.fromEntries(Object.entries(proxies).map(([scheme, url]) => [scheme, maskUserInfo(url)]))
}
