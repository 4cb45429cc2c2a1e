/** Sends a call on to the region where its bucket is (boto3 semantics 4.7). */
import { attemptOf, type PreparedRequest } from './attempt.js'
import type { ClientContext } from './context.js'
import { throwIfAborted, type CallSignal } from './deadline.js'
import { announcedRegion, redirectRegion, regionOf } from './endpoint/redirect.js'
import type { ErrorResponse } from './errors/client.js'
import { headBucket } from './operations/buckets.js'
import { prepare } from './prepare.js'

/**
 * The question that the loop over the attempts asks about each error answer: has the call been changed to go to another
 * region? It answers `true` at most once for a call, and the client remembers the bucket's region.
 */
export function redirector(
  client: ClientContext,
  request: PreparedRequest,
  signal: CallSignal | undefined,
): (response: ErrorResponse) => boolean | Promise<boolean> {
  const { operation, params } = request
  const bucket = typeof params['Bucket'] === 'string' ? params['Bucket'] : undefined
  let redirected = false
  const redirectTo = (region: string | undefined): boolean => {
    if (region === undefined || bucket === undefined) return false
    redirected = true
    client.endpoints.learnRegion(bucket, region)
    request.endpoint = client.endpoints.resolve({ bucket, operation: operation.name })
    return true
  }
  return (response) => {
    const decision = redirectRegion({
      operation: operation.name,
      bucket,
      response,
      redirected,
      customEndpoint: client.settings.endpoint !== undefined,
      strict: client.settings.compat === 'strict',
    })
    if (decision === 'none' || bucket === undefined) return false
    if (decision !== 'discover') return redirectTo(decision.region)
    return discoverRegion(client, bucket, signal).then(redirectTo, () => {
      throwIfAborted(signal ?? client.closing)
      // The refusal that made us ask is what the caller has to know.
      return false
    })
  }
}

/** Asks once with HeadBucket; a success or a refusal may name the region in its headers. */
async function discoverRegion(
  client: ClientContext,
  bucket: string,
  signal: CallSignal | undefined,
): Promise<string | undefined> {
  const request = await prepare(client, headBucket, { Bucket: bucket }, false, signal ?? client.closing)
  const attempt = attemptOf(client, request, signal)
  const outcome = await attempt({ number: 1, sdkRequest: 'attempt=1' })
  return outcome.kind === 'success' ? regionOf(outcome.metadata.HTTPHeaders) : announcedRegion(outcome.response)
}
