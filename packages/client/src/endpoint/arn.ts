/** Endpoints of access points, which stand in the place of a bucket as ARNs (boto3 semantics 2.4, 2.6). */
import {
  EndpointResolutionError,
  ParamValidationError,
  UnsupportedS3AccesspointConfigurationError,
  UnsupportedS3ConfigurationError,
} from '../errors/index.js'
import { shorten } from '../errors/shorten.js'
import type { Settings } from '../settings.js'
import { isHostLabel } from './hostLabel.js'
import { partitionOf } from './partition.js'

/** What an ARN leads to: a host name, before a custom endpoint's own if there is one, and the scope of the signature. */
export interface ArnHost {
  /** Labels that name the access point, such as `name-123456789012`. */
  readonly prefix: string
  /** Amazon's host behind the prefix. */
  readonly awsHost: string
  readonly signingRegion: string
  readonly signingService: string
}

interface Arn {
  readonly text: string
  readonly partition: string
  readonly service: string
  readonly region: string
  readonly account: string
  readonly resource: readonly string[]
}

/** Whether a bucket parameter is an ARN. */
export function isArn(bucket: string): boolean {
  return bucket.startsWith('arn:')
}

/**
 * Finds the host of an access point.
 * @param region - The client's own region.
 * @throws {ParamValidationError} the ARN is not one of an access point.
 * @throws {UnsupportedS3AccesspointConfigurationError} the client's settings do not go with it.
 * @throws {EndpointResolutionError} access points that this client cannot reach.
 */
export function resolveArn(bucket: string, region: string, operation: string, settings: Settings): ArnHost {
  const arn = parseArn(bucket)
  if (operation === 'GetBucketLocation') {
    throw new EndpointResolutionError('Path-style addressing cannot be used with ARN buckets')
  }
  const type = arn.resource[0] ?? ''
  if (type === '') invalid('No ARN type specified')
  if (arn.service === 's3-object-lambda') return objectLambda(arn, type, region, operation, settings)
  if (type === 'accesspoint') return accessPoint(arn, region, operation, settings)
  if (arn.service === 's3-outposts') return outpost(arn, region, settings)
  return invalid(`Unrecognized format: ${bucket} (type: ${type})`)
}

function accessPoint(arn: Arn, region: string, operation: string, settings: Settings): ArnHost {
  const { useAccelerateEndpoint } = settings.s3
  const [, name = ''] = arn.resource
  if (name === '') {
    invalid('Expected a resource of the format `accesspoint:<accesspoint name>` but no name was provided')
  }
  if (arn.region === '') return multiRegion(arn, name, region, settings)
  const suffix = regionalSuffix(arn, region, operation, settings)
  if (arn.service !== 's3') invalid(`The ARN was not for the S3 service, found: ${arn.service}`)
  checkLabel('account id', arn.account)
  checkLabel('access point name', name)
  if (useAccelerateEndpoint) {
    throw new UnsupportedS3AccesspointConfigurationError('Access Points do not support S3 Accelerate')
  }
  const variant = variantOf(settings)
  return {
    prefix: `${name}-${arn.account}`,
    awsHost: `s3-accesspoint${variant.fips ? '-fips' : ''}${variant.dualstack ? '.dualstack' : ''}.${arn.region}.${suffix}`,
    signingRegion: arn.region,
    signingService: 's3',
  }
}

function objectLambda(arn: Arn, type: string, region: string, operation: string, settings: Settings): ArnHost {
  const [, name = ''] = arn.resource
  if (type !== 'accesspoint')
    invalid(`Object Lambda ARNs only support \`accesspoint\` arn types, but found: \`${type}\``)
  if (name === '') {
    invalid('Expected a resource of the format `accesspoint:<accesspoint name>` but no name was provided')
  }
  refuse(variantOf(settings).dualstack, 'S3 Object Lambda does not support Dual-stack')
  if (settings.s3.useAccelerateEndpoint) throw objectLambdaAccelerated()
  if (arn.region === '') invalid('bucket ARN is missing a region')
  const suffix = regionalSuffix(arn, region, operation, settings)
  if (arn.account === '') invalid('Missing account id')
  checkLabel('account id', arn.account)
  checkLabel('access point name', name)
  return {
    prefix: `${name}-${arn.account}`,
    awsHost: `s3-object-lambda${variantOf(settings).fips ? '-fips' : ''}.${arn.region}.${suffix}`,
    signingRegion: arn.region,
    signingService: 's3-object-lambda',
  }
}

function outpost(arn: Arn, region: string, settings: Settings): ArnHost {
  const variant = variantOf(settings)
  refuse(variant.dualstack, 'S3 Outposts does not support Dual-stack')
  refuse(variant.fips, 'S3 Outposts does not support FIPS')
  refuse(settings.s3.useAccelerateEndpoint, 'S3 Outposts does not support S3 Accelerate')
  const [, outpostId = '', type, name] = arn.resource
  if (arn.resource.length > 4) invalid('Outpost Access Point ARN contains sub resources')
  if (outpostId === '') invalid('The Outpost Id was not set')
  if (!isHostLabel(outpostId)) {
    invalid(`The outpost Id may only contain a-z, A-Z, 0-9 and \`-\`. Found: \`${outpostId}\``)
  }
  const suffix = partitionSuffix(arn, region, settings)
  checkLabel('account id', arn.account)
  if (type === undefined) invalid('Expected a 4-component resource')
  if (name === undefined) invalid('expected an access point name')
  if (type !== 'accesspoint') {
    throw new EndpointResolutionError(`Expected an outpost type \`accesspoint\`, found ${type}`)
  }
  checkLabel('access point name', name)
  return {
    prefix: `${name}-${arn.account}.${outpostId}`,
    awsHost: `s3-outposts.${arn.region}.${suffix}`,
    signingRegion: arn.region,
    signingService: 's3-outposts',
  }
}

function multiRegion(arn: Arn, name: string, region: string, settings: Settings): never {
  const variant = variantOf(settings)
  if (!name.split('.').every(isHostLabel)) throw new EndpointResolutionError('Invalid Access Point Name')
  refuse(variant.dualstack, 'S3 MRAP does not support dual-stack')
  refuse(variant.fips, 'S3 MRAP does not support FIPS')
  refuse(settings.s3.useAccelerateEndpoint, 'S3 MRAP does not support S3 Accelerate')
  refuse(
    settings.s3.s3DisableMultiregionAccessPoints,
    'Invalid configuration: Multi-Region Access Point ARNs are disabled.',
  )
  const own = partitionOf(region).name
  refuse(
    own !== arn.partition,
    `Client was configured for partition \`${own}\` but bucket referred to partition \`${arn.partition}\``,
  )
  throw new EndpointResolutionError(
    `Multi-Region Access Points need the signature version s3v4a, which is not supported: ${arn.text}`,
  )
}

function regionalSuffix(arn: Arn, region: string, operation: string, settings: Settings): string {
  if (operation === 'CreateBucket') {
    throw new EndpointResolutionError('Access points are not supported for this operation')
  }
  if (arn.resource.length > 2) {
    invalid('The ARN may only contain a single resource component after `accesspoint`.')
  }
  return partitionSuffix(arn, region, settings)
}

function partitionSuffix(arn: Arn, region: string, settings: Settings): string {
  refuse(
    !settings.s3.useArnRegion && arn.region !== region,
    `Invalid configuration: region from ARN \`${arn.region}\` does not match client region \`${region}\` and UseArnRegion is \`false\``,
  )
  const { name, suffix } = partitionOf(arn.region)
  const own = partitionOf(region).name
  refuse(own !== name, `Client was configured for partition \`${own}\` but ARN (\`${arn.text}\`) has \`${name}\``)
  if (!arn.region.split('.').every(isHostLabel)) {
    throw new EndpointResolutionError(
      `Invalid host label to be bound to the hostname of the endpoint: "${arn.region}".`,
    )
  }
  return suffix
}

/** boto3 gives this case, unlike its neighbours, the general class. */
export function objectLambdaAccelerated(): UnsupportedS3ConfigurationError {
  return new UnsupportedS3ConfigurationError(
    'Unsupported configuration when using S3: S3 Object Lambda does not support S3 Accelerate',
  )
}

/** FIPS and dual-stack hosts are Amazon's own; with a custom endpoint the two settings mean nothing. */
function variantOf(settings: Settings): { fips: boolean; dualstack: boolean } {
  const custom = settings.endpoint !== undefined
  return {
    fips: settings.useFipsEndpoint && !custom,
    dualstack: settings.s3.useDualstackEndpoint && !custom,
  }
}

function parseArn(text: string): Arn {
  const [, partition = '', service = '', region = '', account = '', ...rest] = text.split(':')
  if (partition === '' || service === '' || rest.length === 0 || rest[0] === '') {
    invalid(`\`${text}\` was not a valid ARN`)
  }
  return { text, partition, service, region, account, resource: rest.join(':').split(/[:/]/) }
}

function checkLabel(what: string, value: string): void {
  if (!isHostLabel(value)) invalid(`The ${what} may only contain a-z, A-Z, 0-9 and \`-\`. Found: \`${value}\``)
}

function refuse(condition: boolean, reason: string): void {
  if (condition) throw new UnsupportedS3AccesspointConfigurationError(reason)
}

function invalid(reason: string): never {
  throw new ParamValidationError(`Invalid ARN: ${shorten(reason)}`)
}
