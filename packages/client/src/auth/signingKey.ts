import type { Credentials } from '../credentials/types.js'
import type { Crypto } from '../platform.js'

/** A key of Signature Version 4 and the scope that it is good for. */
export interface SigningKey {
  /** `20150830/us-east-1/s3/aws4_request` */
  readonly scope: string
  readonly key: Uint8Array
}

interface CachedKey extends SigningKey {
  readonly day: string
  readonly region: string
  readonly service: string
}

interface CredentialsKeys {
  readonly secret: string
  readonly keys: CachedKey[]
}

/** More regions than one set of credentials meets in a day; the oldest key gives way. */
const maxKeys = 16

/** Deriving a key costs several signatures. Keys live as long as the credentials object, and no secret is part of a name. */
const cache = /*#__PURE__*/ new WeakMap<Credentials, CredentialsKeys>()

/**
 * The key for a day (`20150830`), region and service: derived at the first use, then from a bounded cache.
 * @see AWS General Reference, "Create a signed AWS API request", step 3
 */
export function signingKey(
  credentials: Credentials,
  day: string,
  region: string,
  service: string,
  crypto: Crypto,
): SigningKey {
  const secret = credentials.secretAccessKey
  let held = cache.get(credentials)
  // A plain object may be given other keys by its owner.
  if (held?.secret !== secret) {
    held = { secret, keys: [] }
    cache.set(credentials, held)
  }
  for (const known of held.keys) {
    if (known.day === day && known.region === region && known.service === service) return known
  }
  const dayKey = crypto.hmacSha256(`AWS4${secret}`, day)
  const serviceKey = crypto.hmacSha256(crypto.hmacSha256(dayKey, region), service)
  const made: CachedKey = {
    day,
    region,
    service,
    scope: `${day}/${region}/${service}/aws4_request`,
    key: crypto.hmacSha256(serviceKey, 'aws4_request'),
  }
  if (held.keys.length === maxKeys) held.keys.shift()
  held.keys.push(made)
  return made
}
