/** `Config`, the options of a client, and how both become its settings (boto3 semantics 1.3, 1.5, 1.6, 2.1, 2.2). */
import {
  checkConfig,
  checkHeaderText,
  checkHeaderTexts,
  checkKeys,
  checkString,
  checkStrings,
  describe,
} from './configChecks.js'
import type { CredentialProvider, Credentials } from './credentials/types.js'
import { parseEndpoint } from './endpoint/customEndpoint.js'
import { isRegionName } from './endpoint/hostLabel.js'
import {
  InvalidConfigError,
  InvalidRegionError,
  PartialCredentialsError,
  UnknownSignatureVersionError,
  UnsupportedSignatureVersionError,
} from './errors/index.js'
import type { RetryMode, Settings, SignatureVersion } from './settings.js'
import { UNSIGNED } from './settings.js'

/** `config.s3`: options of S3 alone. */
export interface S3Options {
  /**
   * Where the bucket stands: in the path, or in the host name. Unset and `auto` mean the host name on AWS and the path on
   * custom endpoints.
   */
  readonly addressingStyle?: 'auto' | 'virtual' | 'path' | undefined
  /** `true`: the hash of every body is signed; `false`: never. Unset: bodies of uploads over https are not hashed. */
  readonly payloadSigningEnabled?: boolean | undefined
  /** Sends requests for buckets to `<bucket>.s3-accelerate.amazonaws.com`. AWS only; default `false`. */
  readonly useAccelerateEndpoint?: boolean | undefined
  /** Uses hosts with IPv4 and IPv6 addresses. AWS only; default `false`. */
  readonly useDualstackEndpoint?: boolean | undefined
  /** Whether `us-east-1` means the global host or a host of its own; default `legacy`, the global host. */
  readonly usEast1RegionalEndpoint?: 'legacy' | 'regional' | undefined
  /** Access points are reached in the region of their ARN, whatever the client's region; default `true`. */
  readonly useArnRegion?: boolean | undefined
  /** Refuses ARNs of multi-region access points; default `false`. */
  readonly s3DisableMultiregionAccessPoints?: boolean | undefined
}

/** `config.retries`: how failed attempts are repeated (boto3 semantics 7). */
export interface RetryOptions {
  /** `legacy` (default), `standard`, or `adaptive`, which also slows down when the server asks for it. */
  readonly mode?: RetryMode | undefined
  /** All attempts, the first included; at least 1. Wins over `maxAttempts`. Default 5 in `legacy`, else 3. */
  readonly totalMaxAttempts?: number | undefined
  /** Repetitions only, without the first attempt; at least 0. */
  readonly maxAttempts?: number | undefined
  /** boto3's opt-in delays and costs of 2026; makes `standard` the default mode. No effect in `legacy`. Default `false`. */
  readonly v2026?: boolean | undefined
}

/** `config.proxiesConfig`: TLS towards proxies. */
export interface ProxiesOptions {
  /** Path of the CA bundle that proxies are verified with. */
  readonly proxyCaBundle?: string | undefined
  /** Client certificate for proxies: path of a file with both, or paths of certificate and key. */
  readonly proxyClientCert?: string | readonly [string, string] | undefined
  /** Sends https requests through the proxy in the clear form, without a tunnel. */
  readonly proxyUseForwardingForHttps?: boolean | undefined
}

/** The options of `Config`: boto3's names in camelCase; durations are seconds. */
export interface ConfigOptions {
  /** Region for signing and for AWS hosts; the argument `regionName` of the client wins. */
  readonly regionName?: string | undefined
  /**
   * `s3v4` (default; also `v4`), `s3` (HMAC-SHA1), `aws-plain` (the secret in the place of the signature), in any case,
   * or `UNSIGNED` for anonymous requests.
   */
  readonly signatureVersion?: 's3v4' | 'v4' | 's3' | 'aws-plain' | (string & {}) | typeof UNSIGNED | undefined
  /** Replaces the generated user agent. */
  readonly userAgent?: string | undefined
  /** Appended to the user agent. */
  readonly userAgentExtra?: string | undefined
  /** Names the application in the user agent, `app/<id>`; at most 50 characters are recommended. */
  readonly userAgentAppid?: string | undefined
  /** Seconds to wait for a connection; default 60. */
  readonly connectTimeout?: number | undefined
  /** Seconds to wait for the next byte of an answer; default 60. */
  readonly readTimeout?: number | undefined
  /** `false` skips the checks of parameter types; default `true`. */
  readonly parameterValidation?: boolean | undefined
  /** Connections kept open for each host; default 10. */
  readonly maxPoolConnections?: number | undefined
  /** Proxy URL by scheme of the request: `{ https: 'http://proxy:3128' }`. */
  readonly proxies?: Readonly<Record<string, string>> | undefined
  /** TLS towards the proxies. */
  readonly proxiesConfig?: ProxiesOptions | undefined
  /** Options of S3 alone. */
  readonly s3?: S3Options | undefined
  /** How failed attempts are repeated. */
  readonly retries?: RetryOptions | undefined
  /** Client certificate: path of a file with both, or paths of certificate and key. */
  readonly clientCert?: string | readonly [string, string] | undefined
  /** `false` keeps operations from putting names before the host; only WriteGetObjectResponse does. Default `true`. */
  readonly injectHostPrefix?: boolean | undefined
  /** Same as `s3.useDualstackEndpoint`, which wins. */
  readonly useDualstackEndpoint?: boolean | undefined
  /** Uses hosts with FIPS 140 cryptography. AWS only; default `false`. */
  readonly useFipsEndpoint?: boolean | undefined
  /** Accepted; has no effect yet. */
  readonly ignoreConfiguredEndpointUrls?: boolean | undefined
  /**
   * A set of defaults; anything but `legacy` (default) means retry mode `standard`, a host of its own for `us-east-1` and a
   * connect time-out of 3.1 s (`in-region` 1.1 s, `mobile` 30 s). `auto` is `standard` here.
   */
  readonly defaultsMode?: 'legacy' | 'standard' | 'in-region' | 'cross-region' | 'mobile' | 'auto' | undefined
  /** Turns TCP keep-alive on; default `false`. */
  readonly tcpKeepalive?: boolean | undefined
  /** `accelerate`, `useArnRegion`, `disableMultiRegionAccessPoints`, `forcePathStyle`; same options of `s3` win. */
  readonly clientContextParams?: Readonly<Record<string, unknown>> | undefined
  /** Accepted; has no effect, as this client makes no s3v4a signatures. */
  readonly sigv4aSigningRegionSet?: string | undefined
  /** Accepted; has no effect on S3. */
  readonly authSchemePreference?: string | undefined
  /** Accepted; has no effect on S3. */
  readonly accountIdEndpointMode?: 'preferred' | 'disabled' | 'required' | undefined
  /** Accepted, 1 to 1048576; no S3 operation compresses its request. */
  readonly requestMinCompressionSizeBytes?: number | undefined
  /** Accepted; no S3 operation compresses its request. */
  readonly disableRequestCompression?: boolean | undefined
  /** Accepted; this client makes no S3 Express sessions. */
  readonly s3DisableExpressSessionAuth?: boolean | undefined
  /** Accepted; has no effect on S3. */
  readonly endpointDiscoveryEnabled?: boolean | 'auto' | undefined
  /** Whether uploads carry a checksum wherever S3 takes one (`when_supported`, default) or only where it must. */
  readonly requestChecksumCalculation?: 'when_supported' | 'when_required' | undefined
  /** Whether downloads are verified whenever a checksum comes with them (`when_supported`, default) or on request. */
  readonly responseChecksumValidation?: 'when_supported' | 'when_required' | undefined
  /** Where the checksum of a streamed upload travels; `auto` (default) chooses by host and body. */
  readonly checksumPlacement?: 'auto' | 'header' | 'trailer' | undefined
  /** `strict` gives boto3's exact wire form and switches the adaptations to older stores off; default `auto`. */
  readonly compat?: 'auto' | 'strict' | undefined
  /** `false` lets bucket names pass that boto3 refuses, such as Ceph's `tenant:bucket`; default `true`. */
  readonly validateBucketNames?: boolean | undefined
  /** `auto`: CreateBucket on AWS names the client's region by itself. Default: nothing is filled in. */
  readonly createBucketLocation?: 'auto' | undefined
  /** `false` drops the `amz-sdk-*` headers, for strict gateways; default `true`. */
  readonly sendSdkHeaders?: boolean | undefined
  /** Bytes of a body that cannot be read twice which may be held in memory; default 8 MiB. */
  readonly nonSeekableBufferLimit?: number | undefined
  /** Seconds for one call, all attempts together; default: no limit. */
  readonly requestTimeout?: number | undefined
}

export interface Config extends ConfigOptions {}

/**
 * Options of clients, checked. Holds a frozen copy of what was given and nothing else: defaults are added by the client,
 * so that they never win over anything.
 * @throws {TypeError} an unknown option, or a value of the wrong type.
 */
export class Config {
  constructor(options: ConfigOptions = {}) {
    Object.assign(this, checkConfig(options))
    signatureVersionOf(options.signatureVersion)
    if (options.regionName !== undefined) checkRegion(options.regionName)
    Object.freeze(this)
  }

  /** A new `Config` where the options that `other` gives win, each as a whole. */
  merge(other: ConfigOptions): Config {
    return new Config({ ...this, ...checkConfig(other) })
  }
}

/** What a client is made from. */
export interface ClientOptions {
  /** Region for signing and for AWS hosts: any host label. Default `us-east-1`. */
  readonly regionName?: string | undefined
  /** Version of the S3 API; there is `2006-03-01` only. */
  readonly apiVersion?: string | undefined
  /** `false`: plain http to AWS hosts. The scheme of `endpointUrl` wins; default `true`. */
  readonly useSsl?: boolean | undefined
  /** `false`: certificates are not checked. Text or bytes: PEM, or the path of a file of PEM, to check them with. */
  readonly verify?: boolean | string | Uint8Array | undefined
  /** Where the store is, with its scheme: `http://192.0.2.10:9000`, `https://host/s3p`. Default: AWS. */
  readonly endpointUrl?: string | undefined
  /** Id of the key to sign with; needs `awsSecretAccessKey`. */
  readonly awsAccessKeyId?: string | undefined
  /** The secret of that key. */
  readonly awsSecretAccessKey?: string | undefined
  /** Token of temporary keys. */
  readonly awsSessionToken?: string | undefined
  /** Accepted; has no effect on S3. */
  readonly awsAccountId?: string | undefined
  /** Keys as an object, or a function that fetches them; in the place of the three options above. */
  readonly credentials?: Credentials | CredentialProvider | undefined
  /** Everything else. */
  readonly config?: Config | ConfigOptions | undefined
}

const clientOptionNames = [
  'regionName',
  'apiVersion',
  'useSsl',
  'verify',
  'endpointUrl',
  'awsAccessKeyId',
  'awsSecretAccessKey',
  'awsSessionToken',
  'awsAccountId',
  'credentials',
  'config',
]

/**
 * Checks the options of a client and resolves every one of them: argument, then `config`, then default.
 * @throws {TypeError} an unknown option, or a value of the wrong type.
 * @throws {BotoCoreError} of the class that boto3 has for the wrong value.
 */
export function resolveSettings(options: ClientOptions): Settings {
  checkClientOptions(options)
  const config = new Config(options.config)
  explicitCredentials(options)
  const warnings: string[] = []
  const region = resolveRegion(options.regionName ?? config.regionName, warnings)
  const mode = defaultsOf(config.defaultsMode)
  const { endpointUrl } = options
  if (config.userAgentAppid !== undefined && config.userAgentAppid.length > 50) {
    warnings.push('userAgentAppid is longer than the recommended 50 characters')
  }
  return {
    regionName: region.name === '' ? 'us-east-1' : region.name,
    regionGiven: region.name !== '',
    useSsl: options.useSsl ?? true,
    endpoint: endpointUrl === undefined || endpointUrl === '' ? undefined : parseEndpoint(endpointUrl),
    signatureVersion: signatureVersionOf(config.signatureVersion),
    s3: resolveS3(config, mode.usEast1RegionalEndpoint),
    useFipsEndpoint: region.fips || (config.useFipsEndpoint ?? false),
    retries: resolveRetries(config.retries ?? {}, mode.retryMode),
    requestChecksumCalculation: checksumSetting(config.requestChecksumCalculation),
    responseChecksumValidation: checksumSetting(config.responseChecksumValidation),
    checksumPlacement: config.checksumPlacement ?? 'auto',
    compat: config.compat ?? 'auto',
    parameterValidation: config.parameterValidation ?? true,
    validateBucketNames: config.validateBucketNames ?? true,
    injectHostPrefix: config.injectHostPrefix ?? true,
    createBucketLocation: config.createBucketLocation,
    sendSdkHeaders: config.sendSdkHeaders ?? true,
    nonSeekableBufferLimit: config.nonSeekableBufferLimit ?? 8 * 1024 * 1024,
    requestTimeout: config.requestTimeout,
    userAgent: config.userAgent,
    userAgentExtra: config.userAgentExtra,
    userAgentAppid: config.userAgentAppid,
    transport: {
      connectTimeout: config.connectTimeout ?? mode.connectTimeout,
      readTimeout: config.readTimeout ?? 60,
      maxPoolConnections: config.maxPoolConnections ?? 10,
      verify: options.verify,
      clientCert: config.clientCert,
      proxies: config.proxies,
      proxiesConfig: config.proxiesConfig ?? {},
      tcpKeepalive: config.tcpKeepalive ?? false,
    },
    warnings,
  }
}

/**
 * The credentials that the options name; `undefined` when they name none. A session token alone is no credential.
 * @throws {PartialCredentialsError} one half of the key pair is missing.
 */
export function explicitCredentials(options: ClientOptions): Credentials | CredentialProvider | undefined {
  const { awsAccessKeyId: accessKeyId, awsSecretAccessKey: secretAccessKey, awsSessionToken: sessionToken } = options
  if (accessKeyId === undefined && secretAccessKey === undefined) return options.credentials
  if (accessKeyId === undefined) throw new PartialCredentialsError('explicit', 'aws_access_key_id')
  if (secretAccessKey === undefined) throw new PartialCredentialsError('explicit', 'aws_secret_access_key')
  if (options.credentials !== undefined) {
    throw new TypeError('Give either credentials, or awsAccessKeyId and awsSecretAccessKey, not both')
  }
  return { accessKeyId, secretAccessKey, sessionToken }
}

function checkClientOptions(options: ClientOptions): void {
  checkKeys(options, clientOptionNames)
  checkStrings(options, ['regionName', 'apiVersion', 'awsAccountId'])
  checkHeaderTexts(options, ['awsAccessKeyId', 'awsSecretAccessKey', 'awsSessionToken'])
  const { apiVersion, useSsl, verify, endpointUrl, credentials } = options
  if (apiVersion !== undefined && apiVersion !== '2006-03-01') {
    throw new InvalidConfigError(`Unknown API version: ${apiVersion}. S3 has 2006-03-01 only.`)
  }
  if (Array.isArray(endpointUrl))
    throw new TypeError('endpointUrl must be one URL: lists of URLs are not supported yet')
  if (endpointUrl !== undefined) checkString(endpointUrl, 'endpointUrl')
  if (useSsl !== undefined && typeof useSsl !== 'boolean') {
    throw new TypeError(`useSsl must be a boolean, not ${describe(useSsl)}`)
  }
  checkVerify(verify)
  if (credentials !== undefined && typeof credentials !== 'function') checkCredentials(credentials)
}

function checkVerify(verify: unknown): void {
  if (verify === undefined || typeof verify === 'boolean') return
  if (verify instanceof Uint8Array ? verify.length === 0 : typeof verify === 'string' && verify.trim() === '') {
    throw new InvalidConfigError('Invalid CA bundle: verify is blank. Give a path or PEM, or leave it out.')
  }
  if (typeof verify !== 'string' && !(verify instanceof Uint8Array)) {
    throw new TypeError(`verify must be a boolean, a string or a Uint8Array, not ${describe(verify)}`)
  }
}

function checkCredentials(credentials: unknown): void {
  if (typeof credentials !== 'object' || credentials === null) {
    throw new TypeError(`credentials must be an object or a function, not ${describe(credentials)}`)
  }
  const found = credentials as Partial<Record<keyof Credentials, unknown>>
  checkHeaderText(found.accessKeyId, 'credentials.accessKeyId')
  checkHeaderText(found.secretAccessKey, 'credentials.secretAccessKey')
  if (found.sessionToken !== undefined) checkHeaderText(found.sessionToken, 'credentials.sessionToken')
  if (found.expiration !== undefined && !(found.expiration instanceof Date)) {
    throw new TypeError(`credentials.expiration must be a Date, not ${describe(found.expiration)}`)
  }
}

/** Pseudo regions such as `fips-us-west-2` name a region and ask for its FIPS host (boto3 semantics 1.5). */
function resolveRegion(given: string | undefined, warnings: string[]): { name: string; fips: boolean } {
  if (given === undefined) return { name: '', fips: false }
  checkRegion(given)
  const name = given.replace('fips-', '').replace('-fips', '')
  if (name === given) return { name, fips: false }
  warnings.push(`The region ${given} is taken as ${name} with useFipsEndpoint; set these instead`)
  return { name, fips: true }
}

function checkRegion(regionName: string): void {
  if (!isRegionName(regionName)) throw new InvalidRegionError(regionName)
}

/** Any case is accepted (D-03). */
function signatureVersionOf(given: ConfigOptions['signatureVersion']): SignatureVersion {
  if (given === undefined) return 's3v4'
  if (typeof given === 'symbol') return UNSIGNED
  switch (given.toLowerCase()) {
    case 's3v4':
    case 'v4':
      return 's3v4'
    case 's3':
      return 's3'
    case 'aws-plain':
      return 'aws-plain'
    case 's3v4a':
    case 'v4a':
      throw new UnsupportedSignatureVersionError(given)
    default:
      throw new UnknownSignatureVersionError(given)
  }
}

interface Defaults {
  readonly retryMode: RetryMode
  readonly usEast1RegionalEndpoint: 'legacy' | 'regional'
  readonly connectTimeout: number
}

function defaultsOf(mode: string | undefined): Defaults {
  const name = mode?.toLowerCase() ?? 'legacy'
  if (name === 'legacy') return { retryMode: 'legacy', usEast1RegionalEndpoint: 'legacy', connectTimeout: 60 }
  const connectTimeout = name === 'in-region' ? 1.1 : name === 'mobile' ? 30 : 3.1
  return { retryMode: 'standard', usEast1RegionalEndpoint: 'regional', connectTimeout }
}

function resolveS3(config: ConfigOptions, usEast1RegionalEndpoint: 'legacy' | 'regional'): Settings['s3'] {
  const { s3 = {}, clientContextParams: context = {} } = config
  return {
    addressingStyle: s3.addressingStyle ?? (context.forcePathStyle === true ? 'path' : undefined),
    payloadSigningEnabled: s3.payloadSigningEnabled,
    useAccelerateEndpoint: s3.useAccelerateEndpoint ?? context.accelerate === true,
    useDualstackEndpoint: s3.useDualstackEndpoint ?? config.useDualstackEndpoint ?? false,
    usEast1RegionalEndpoint: s3.usEast1RegionalEndpoint ?? usEast1RegionalEndpoint,
    useArnRegion: s3.useArnRegion ?? context.useArnRegion !== false,
    s3DisableMultiregionAccessPoints:
      s3.s3DisableMultiregionAccessPoints ?? context.disableMultiRegionAccessPoints === true,
  }
}

function resolveRetries(retries: RetryOptions, defaultMode: RetryMode): Settings['retries'] {
  const v2026 = retries.v2026 ?? false
  const mode = retries.mode ?? (v2026 ? 'standard' : defaultMode)
  const fromRetries = retries.maxAttempts === undefined ? undefined : retries.maxAttempts + 1
  return {
    mode,
    totalMaxAttempts: retries.totalMaxAttempts ?? fromRetries ?? (mode === 'legacy' ? 5 : 3),
    v2026: v2026 && mode !== 'legacy',
  }
}

function checksumSetting(given: string | undefined): 'when_supported' | 'when_required' {
  return given?.toLowerCase() === 'when_required' ? 'when_required' : 'when_supported'
}
