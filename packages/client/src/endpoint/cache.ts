import type { Settings } from '../settings.js'
import { isAwsHost } from './partition.js'
import type { EndpointRequest, ResolvedEndpoint } from './resolve.js'
import { resolveEndpoint } from './resolve.js'

const limit = 1000

// These operations have rules of their own.
const special = /*#__PURE__*/ new Set([
  'CreateBucket',
  'GetBucketLocation',
  'ListDirectoryBuckets',
  'WriteGetObjectResponse',
])

/** The endpoints that a client has resolved, by bucket: most calls go to few buckets. */
export class EndpointCache {
  readonly #settings: Settings
  readonly #resolved = new Map<string, ResolvedEndpoint>()
  readonly #regions = new Map<string, string>()

  /** Whether requests go to Amazon; the same for all of them (`ResolvedEndpoint.isAws`). */
  readonly isAws: boolean

  constructor(settings: Settings) {
    this.#settings = settings
    this.isAws = settings.endpoint === undefined || isAwsHost(settings.endpoint.hostname)
  }

  /** Same as `resolveEndpoint` with what is known of the bucket's region, remembering the answers. */
  resolve({ bucket, operation, hostPrefix }: Omit<EndpointRequest, 'regionOverride'>): ResolvedEndpoint {
    const regionOverride = bucket === undefined ? undefined : this.#regions.get(bucket)
    const request = { bucket, operation, hostPrefix, regionOverride }
    if (special.has(operation) || hostPrefix !== undefined) return resolveEndpoint(this.#settings, request)
    const key = bucket ?? ''
    let endpoint = this.#resolved.get(key)
    if (endpoint === undefined) {
      endpoint = resolveEndpoint(this.#settings, request)
      if (this.#resolved.size >= limit) this.#resolved.clear()
      this.#resolved.set(key, endpoint)
    }
    return endpoint
  }

  /** Remembers that a bucket is in another region than the client's (boto3 semantics 4.7). */
  learnRegion(bucket: string, region: string): void {
    if (this.#regions.size >= limit) this.#regions.clear()
    this.#regions.set(bucket, region)
    this.#resolved.delete(bucket)
  }
}
