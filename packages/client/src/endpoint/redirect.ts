/** Buckets in another region than the client's (boto3 semantics 4.7, D-18). Decisions only; the calls are made elsewhere. */
import type { ErrorResponse } from '../errors/index.js'
import { isArn } from './arn.js'
import { isRegionName } from './hostLabel.js'

/** What is known when an answer was an error. */
export interface RedirectFacts {
  readonly operation: string
  /** The `Bucket` parameter. */
  readonly bucket: string | undefined
  readonly response: ErrorResponse
  /** The call was sent to another region before. */
  readonly redirected: boolean
  /** The caller named the endpoint. */
  readonly customEndpoint: boolean
  /** `compat: 'strict'`: looks for the region in every case in which boto3 does. */
  readonly strict: boolean
}

/** Send to this region, ask with HeadBucket for the region (`discover`), or leave the error as it is (`none`). */
export type RedirectDecision = 'none' | 'discover' | { readonly region: string }

/**
 * Tells whether an error means that the bucket is in another region. Locations are never followed.
 *
 * Without an announced region, custom endpoints and HeadBucket itself get no further request (D-18): a store that has no
 * regions would answer the same again.
 */
export function redirectRegion(facts: RedirectFacts): RedirectDecision {
  const { bucket, redirected, operation } = facts
  if (redirected || bucket === undefined || isArn(bucket) || !meansOtherRegion(facts)) return 'none'
  const region = announcedRegion(facts.response)
  if (region !== undefined) return { region }
  return facts.strict || (!facts.customEndpoint && operation !== 'HeadBucket') ? 'discover' : 'none'
}

/** The region that an error names: of the redirected call, or of the HeadBucket that was sent to learn it. */
export function announcedRegion({ ResponseMetadata: metadata, Error: details }: ErrorResponse): string | undefined {
  return regionOf(metadata.HTTPHeaders) ?? regionName(details.Region)
}

/** The region that the header fields of an answer name, such as those of a HeadBucket that succeeded. */
export function regionOf(headers: Readonly<Record<string, string>>): string | undefined {
  return regionName(headers['x-amz-bucket-region'])
}

/** The region becomes a part of host names: whatever else a server sends is not followed. */
function regionName(text: string | undefined): string | undefined {
  return text !== undefined && text !== '' && isRegionName(text) ? text : undefined
}

function meansOtherRegion({ operation, response }: RedirectFacts): boolean {
  const { HTTPStatusCode: status, HTTPHeaders: headers } = response.ResponseMetadata
  const { Code: code, Region: region } = response.Error
  if (status === 301 || status === 302 || status === 307 || code === 'PermanentRedirect') return true
  if (code === 'AuthorizationHeaderMalformed') return region !== undefined
  if (code === 'IllegalLocationConstraintException') return operation !== 'CreateBucket'
  // HEAD answers have no body; a wrong region shows as their status alone.
  if (code !== '400' && code !== '301') return false
  return operation === 'HeadObject' || (operation === 'HeadBucket' && headers['x-amz-bucket-region'] !== undefined)
}
