/** Buckets are made in the client's region when the client is told to (D-11). */
import { isRecord } from '../protocol/kinds.js'
import type { Params } from '../protocol/validate.js'
import type { AnyOperation } from '../schema/operation.js'
import type { Settings } from '../settings.js'

/**
 * Adds `LocationConstraint` to CreateBucket under `createBucketLocation: 'auto'`, on AWS hosts only. us-east-1 is the
 * region of buckets without one, and Amazon refuses it by name. Directory buckets have a `Location` instead.
 */
export function addLocationConstraint(
  operation: AnyOperation,
  params: Params,
  settings: Settings,
  isAwsHost: boolean,
): Params {
  if (settings.createBucketLocation !== 'auto' || !isAwsHost || operation.name !== 'CreateBucket') return params
  const region = settings.regionName
  if (region === 'us-east-1' || region === 'aws-global') return params
  const { CreateBucketConfiguration: given = {} } = params
  if (!isRecord(given) || given['LocationConstraint'] !== undefined || given['Location'] !== undefined) return params
  return { ...params, CreateBucketConfiguration: { ...given, LocationConstraint: region } }
}
