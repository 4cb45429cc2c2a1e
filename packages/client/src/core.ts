import { call } from './call.js'
import type { CallOptions } from './callOptions.js'
import { explicitCredentials, resolveSettings, type ClientOptions } from './config.js'
import type { ClientContext } from './context.js'
import { CredentialSource } from './credentials/source.js'
import { OwnSignal, throwIfAborted } from './deadline.js'
import { EndpointCache } from './endpoint/cache.js'
import { partitionOf } from './endpoint/partition.js'
import { ClientClosedError } from './errors/cancelled.js'
import { AbortObservers } from './http/abortObservers.js'
import type { Transport } from './http/types.js'
import type { Platform } from './platform.js'
import { systemClock } from './retry/clock.js'
import { RetryState } from './retry/state.js'
import type { Operation } from './schema/index.js'
import type { Settings } from './settings.js'
import { shownSettings } from './shownSettings.js'
import type { Output } from './shapes/wire.js'
import { userAgentOf } from './userAgent.js'

/** What is known of a client, as `client.meta` of boto3. */
export interface ClientMeta {
  /** Where requests without a bucket go; user name and password are masked. */
  readonly endpointUrl: string
  /** The region of signatures. */
  readonly regionName: string
  /** `aws`, `aws-cn` and so on, by the region's name. */
  readonly partition: string
  /**
   * Every setting with its default filled in; users and passwords in URLs, and PEM, are masked. `meta.config.warnings` tells
   * what was accepted but should be written otherwise.
   */
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
      closing: new OwnSignal(),
      aborts: new AbortObservers(),
      transport: () => this.#open(),
    }
    const config = shownSettings(settings)
    this.meta = {
      endpointUrl: config.endpoint?.url ?? endpoints.resolve({ bucket: undefined, operation: 'ListBuckets' }).origin,
      regionName: settings.regionName,
      partition: partitionOf(settings.regionName).name,
      config,
    }
  }

  /** Runs one operation; `client.putObject(params)` is the same as `core.send(putObject, params)`. */
  send<I extends object, O>(operation: Operation<I, O>, params: I, options?: CallOptions): Promise<Output<O>> {
    return call(this.#context, operation, params, options)
  }

  /**
   * Closes all connections. Calls that have not ended fail at once with a `ClientClosedError`, whether they wait for an
   * answer, a retry, credentials or the caller's stream, and so does every later call and every body that is still being
   * read. None of them is retried. Can be called again.
   */
  async close(): Promise<void> {
    this.#context.closing.abort(() => new ClientClosedError())
    const transport = this.#transport
    this.#transport = undefined
    await (await transport)?.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  #open(): Transport | Promise<Transport> {
    throwIfAborted(this.#context.closing)
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
