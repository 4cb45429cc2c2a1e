/** Which names a bucket may have (boto3 semantics 3.2). */
import { ParamValidationError } from '../errors/validation.js'
import { shorten } from '../errors/shorten.js'
import { wrongType } from '../protocol/problems.js'
import type { Params } from '../protocol/validate.js'

const bucketPattern = /^[a-zA-Z0-9.\-_]{1,255}$/
// In text, because messages carry boto3's spelling of it.
const arnText =
  '^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\\-.]{1,63}$|' +
  '^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$'
const arnPattern = /*#__PURE__*/ new RegExp(arnText)

/** Whether text is the ARN of an access point, of an object Lambda access point or of one on Outposts. */
export function isAccessPointArn(text: string): boolean {
  return arnPattern.test(text)
}

/**
 * Checks the `Bucket` parameter; it may be absent here.
 * @param validateNames - `false` lets any name pass that is not empty, such as Ceph's `tenant:bucket`.
 * @throws {ParamValidationError} for anything but a bucket name or the ARN of an access point.
 */
export function checkBucketName(params: Params, validateNames: boolean): void {
  const name = params['Bucket']
  if (name === undefined) return
  if (typeof name !== 'string') throw new ParamValidationError(wrongType('Bucket', name, 'string', false))
  if (validateNames ? bucketPattern.test(name) || isAccessPointArn(name) : name !== '') return
  throw new ParamValidationError(
    `Invalid bucket name "${shorten(name)}": Bucket name must match the regex "${bucketPattern.source}" ` +
      `or be an ARN matching the regex "${arnText}"`,
  )
}
