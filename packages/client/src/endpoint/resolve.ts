/** Where a request goes and for which region it is signed (boto3 semantics 2.4, 2.5, 2.6). */
import { encodeLabel } from '../encoding/percent.js'
import {
  EndpointResolutionError,
  UnsupportedS3AccesspointConfigurationError,
  UnsupportedS3ConfigurationError,
} from '../errors/index.js'
import type { CustomEndpoint, Settings } from '../settings.js'
import { isArn, objectLambdaAccelerated, resolveArn } from './arn.js'
import { isVirtualHostable } from './hostLabel.js'
import { isAwsHost, partitionOf } from './partition.js'
import { normalizeBasePath } from './target.js'

/** What decides about the endpoint of one call. */
export interface EndpointRequest {
  /** The `Bucket` parameter: a name, an access point ARN, or `undefined` for operations without a bucket. */
  readonly bucket: string | undefined
  /** The operation's name, such as `GetBucketLocation`. */
  readonly operation: string
  /** What the operation puts before the host, filled in by `expandHostPrefix`; left out if `injectHostPrefix` is false. */
  readonly hostPrefix?: string | undefined
  /** The bucket's region as a redirect told it; the client's own region otherwise. */
  readonly regionOverride?: string | undefined
}

/** Where a request goes. The request target is `joinTarget(path, path of the operation without the bucket)`. */
export interface ResolvedEndpoint {
  /** Where to connect to: `https://s3.example.com:9000`. */
  readonly origin: string
  /** Value of the `Host` header: lower case, IPv6 in brackets, without a default port and user-info. */
  readonly host: string
  /** Base path and, in path style, the encoded bucket; empty when there is neither. */
  readonly path: string
  /** The bucket is a part of the host name. */
  readonly bucketInHost: boolean
  readonly signingRegion: string
  /** `s3`, or the service of an access point's kind. */
  readonly signingService: string
  /** The host is one of Amazon's. */
  readonly isAws: boolean
}

/**
 * Finds the endpoint of a call.
 * @throws {EndpointResolutionError} settings and bucket lead to no endpoint.
 * @throws {UnsupportedS3ConfigurationError} acceleration together with FIPS.
 * @throws {UnsupportedS3AccesspointConfigurationError} settings that do not go with an access point.
 * @throws {ParamValidationError} an ARN of something else.
 */
export function resolveEndpoint(settings: Settings, request: EndpointRequest): ResolvedEndpoint {
  const { bucket, operation, hostPrefix } = request
  const region = request.regionOverride ?? settings.regionName
  checkSettings(settings, region)
  if (operation === 'WriteGetObjectResponse') return objectLambda(settings, region, hostPrefix)
  if (bucket !== undefined && isArn(bucket)) return accessPoint(settings, region, bucket, operation)
  return settings.endpoint === undefined
    ? onAws(settings, region, bucket, operation)
    : onCustomEndpoint(settings.endpoint, settings, region, bucket, operation)
}

function checkSettings(settings: Settings, region: string): void {
  const accelerate = settings.s3.useAccelerateEndpoint
  if (settings.endpoint !== undefined) {
    if (accelerate) {
      throw new EndpointResolutionError('A custom endpoint cannot be combined with S3 Accelerate')
    }
  } else if (settings.useFipsEndpoint) {
    if (accelerate) {
      throw new UnsupportedS3ConfigurationError(
        'Unsupported configuration when using S3: Accelerate cannot be used with FIPS',
      )
    }
    if (partitionOf(region).name === 'aws-cn') throw new EndpointResolutionError('Partition does not support FIPS')
  }
}

function onCustomEndpoint(
  endpoint: CustomEndpoint,
  settings: Settings,
  region: string,
  bucket: string | undefined,
  operation: string,
): ResolvedEndpoint {
  const scope = { signingRegion: scopeRegion(region), signingService: 's3' }
  if (bucket === undefined) return onHost(endpoint, '', endpoint.path, scope)
  // Names of several labels only over plain http; an address has no names below it (D-05).
  const virtual =
    settings.s3.addressingStyle === 'virtual' &&
    operation !== 'GetBucketLocation' &&
    !endpoint.isIp &&
    isVirtualHostable(bucket, endpoint.protocol === 'http:')
  return virtual
    ? onHost(endpoint, `${bucket}.`, endpoint.path, scope, true)
    : onHost(endpoint, '', normalizeBasePath(endpoint.path) + encodeLabel(bucket), scope)
}

function onAws(settings: Settings, region: string, bucket: string | undefined, operation: string): ResolvedEndpoint {
  const scope = { signingRegion: scopeRegion(region), signingService: 's3' }
  const { suffix, name: partition } = partitionOf(region)
  const host = `${regionalHost(settings, region)}.${suffix}`
  if (operation === 'ListDirectoryBuckets') return directoryBuckets(settings, region)
  if (bucket === undefined) return onAwsHost(settings, host, '', scope)
  if (bucket.endsWith('--x-s3') || bucket.endsWith('--xa-s3') || bucket.endsWith('--op-s3')) {
    throw new EndpointResolutionError(`Directory buckets and Outposts aliases are not supported on AWS: ${bucket}`)
  }
  const forcePath = settings.s3.addressingStyle === 'path' && !settings.s3.useAccelerateEndpoint
  if (operation === 'GetBucketLocation' || forcePath || !isVirtualHostable(bucket, false)) {
    if (settings.s3.useAccelerateEndpoint) {
      throw new EndpointResolutionError('Path-style addressing cannot be used with S3 Accelerate')
    }
    return onAwsHost(settings, host, `/${encodeLabel(bucket)}`, scope)
  }
  if (!settings.s3.useAccelerateEndpoint) return onAwsHost(settings, `${bucket}.${host}`, '', scope, true)
  if (partition === 'aws-cn') throw new EndpointResolutionError('S3 Accelerate cannot be used in this region')
  const dualstack = settings.s3.useDualstackEndpoint ? '.dualstack' : ''
  return onAwsHost(settings, `${bucket}.s3-accelerate${dualstack}.${suffix}`, '', scope, true)
}

/** Directory buckets (S3 Express) are listed at a host of their own; the ordinary one would list the other buckets. */
function directoryBuckets(settings: Settings, region: string): ResolvedEndpoint {
  const variant = `${settings.useFipsEndpoint ? '-fips' : ''}${settings.s3.useDualstackEndpoint ? '.dualstack' : ''}`
  const host = `s3express-control${variant}.${region}.${partitionOf(region).suffix}`
  return onAwsHost(settings, host, '', { signingRegion: region, signingService: 's3express' })
}

/** Host name without the partition's domain: `s3.eu-west-1`, or `s3` for the global endpoint (boto3 semantics 1.5). */
function regionalHost(settings: Settings, region: string): string {
  const { useDualstackEndpoint: dualstack, usEast1RegionalEndpoint } = settings.s3
  const service = `s3${settings.useFipsEndpoint ? '-fips' : ''}${dualstack ? '.dualstack' : ''}`
  const global =
    region === 'aws-global' ||
    (region === 'us-east-1' && (usEast1RegionalEndpoint === 'legacy' || !settings.regionGiven))
  if (global && service === 's3') return service
  return `${service}.${scopeRegion(region)}`
}

function accessPoint(settings: Settings, region: string, bucket: string, operation: string): ResolvedEndpoint {
  const { prefix, awsHost, ...scope } = resolveArn(bucket, region, operation, settings)
  return settings.endpoint === undefined
    ? onAwsHost(settings, `${prefix}.${awsHost}`, '', scope, true)
    : onHost(settings.endpoint, `${prefix}.`, settings.endpoint.path, scope, true)
}

function objectLambda(settings: Settings, region: string, hostPrefix = ''): ResolvedEndpoint {
  const scope = { signingRegion: region, signingService: 's3-object-lambda' }
  if (settings.endpoint !== undefined) return onHost(settings.endpoint, hostPrefix, settings.endpoint.path, scope)
  if (settings.s3.useDualstackEndpoint) {
    throw new UnsupportedS3AccesspointConfigurationError('S3 Object Lambda does not support Dual-stack')
  }
  if (settings.s3.useAccelerateEndpoint) throw objectLambdaAccelerated()
  const fips = settings.useFipsEndpoint ? '-fips' : ''
  const host = `${hostPrefix}s3-object-lambda${fips}.${region}.${partitionOf(region).suffix}`
  return onAwsHost(settings, host, '', scope)
}

/** The pseudo region of the global endpoint is signed as its home region. */
function scopeRegion(region: string): string {
  return region === 'aws-global' ? 'us-east-1' : region
}

type Scope = Pick<ResolvedEndpoint, 'signingRegion' | 'signingService'>

function onHost(
  endpoint: CustomEndpoint,
  prefix: string,
  path: string,
  scope: Scope,
  bucketInHost = false,
): ResolvedEndpoint {
  const hostname = prefix.toLowerCase() + endpoint.hostname
  return {
    origin: `${endpoint.protocol}//${hostname}${endpoint.port === '' ? '' : `:${endpoint.port}`}`,
    host: prefix.toLowerCase() + endpoint.host,
    path,
    bucketInHost,
    signingRegion: scope.signingRegion,
    signingService: scope.signingService,
    isAws: isAwsHost(endpoint.hostname),
  }
}

function onAwsHost(
  settings: Settings,
  name: string,
  path: string,
  scope: Scope,
  bucketInHost = false,
): ResolvedEndpoint {
  const host = name.toLowerCase()
  return {
    origin: `${settings.useSsl ? 'https:' : 'http:'}//${host}`,
    host,
    path,
    bucketInHost,
    signingRegion: scope.signingRegion,
    signingService: scope.signingService,
    isAws: true,
  }
}
