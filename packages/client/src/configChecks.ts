/** The checks of `Config`, one for each option (boto3 semantics 0, 2.1, 2.2). Values never stand in a message of a wrong type. */
import type { ConfigOptions, ProxiesOptions, RetryOptions, S3Options } from './config.js'
import {
  InvalidChecksumConfigError,
  InvalidConfigError,
  InvalidDefaultsMode,
  InvalidMaxRetryAttemptsError,
  InvalidProxiesConfigError,
  InvalidRetryConfigurationError,
  InvalidRetryModeError,
  InvalidS3AddressingStyleError,
  InvalidS3UsEast1RegionalEndpointConfigError,
} from './errors/index.js'
import { controlCharacter } from './http/headerBytes.js'
import { parseProxyUrl } from './http/proxyUrl.js'
import { UNSIGNED } from './settings.js'

/** Throws when a value is not what the option wants. */
type Check = (value: unknown, name: string) => void

type Checks<T> = Readonly<Record<keyof T, Check>>

// Timers of every platform hold their milliseconds in 31 bits.
const longestSeconds = 2_147_483

const configChecks: Checks<ConfigOptions> = {
  regionName: checkString,
  signatureVersion: checkSignatureVersion,
  userAgent: checkHeaderText,
  userAgentExtra: checkHeaderText,
  userAgentAppid: checkString,
  connectTimeout: checkSeconds,
  readTimeout: checkSeconds,
  parameterValidation: checkBoolean,
  maxPoolConnections: checkCount,
  proxies: checkProxies,
  proxiesConfig: (value, name) => checkOptions(value, name, proxiesChecks, unknownProxiesOption),
  s3: (value, name) => checkOptions(value, name, s3Checks, unknownOption),
  retries: (value, name) => checkOptions(value, name, retryChecks, unknownRetryOption),
  clientCert: checkCertificate,
  injectHostPrefix: checkBoolean,
  useDualstackEndpoint: checkBoolean,
  useFipsEndpoint: checkBoolean,
  ignoreConfiguredEndpointUrls: checkBoolean,
  defaultsMode: checkDefaultsMode,
  tcpKeepalive: checkBoolean,
  clientContextParams: checkObject,
  sigv4aSigningRegionSet: checkString,
  authSchemePreference: checkString,
  accountIdEndpointMode: (value, name) => checkChoice(value, name, ['preferred', 'disabled', 'required']),
  requestMinCompressionSizeBytes: checkCompressionSize,
  disableRequestCompression: checkBoolean,
  s3DisableExpressSessionAuth: checkBoolean,
  endpointDiscoveryEnabled: (value, name) => value === 'auto' || checkBoolean(value, name),
  requestChecksumCalculation: checkChecksumSetting,
  responseChecksumValidation: checkChecksumSetting,
  checksumPlacement: (value, name) => checkChoice(value, name, ['auto', 'header', 'trailer']),
  compat: (value, name) => checkChoice(value, name, ['auto', 'strict']),
  validateBucketNames: checkBoolean,
  createBucketLocation: (value, name) => checkChoice(value, name, ['auto']),
  sendSdkHeaders: checkBoolean,
  nonSeekableBufferLimit: checkBytes,
  requestTimeout: checkSeconds,
}

const s3Checks: Checks<S3Options> = {
  addressingStyle: checkAddressingStyle,
  payloadSigningEnabled: checkBoolean,
  useAccelerateEndpoint: checkBoolean,
  useDualstackEndpoint: checkBoolean,
  usEast1RegionalEndpoint: checkUsEast1,
  useArnRegion: checkBoolean,
  s3DisableMultiregionAccessPoints: checkBoolean,
}

const retryChecks: Checks<RetryOptions> = {
  mode: checkRetryMode,
  totalMaxAttempts: (value, name) => checkAttempts(value, name, 1),
  maxAttempts: (value, name) => checkAttempts(value, name, 0),
  v2026: checkBoolean,
}

const proxiesChecks: Checks<ProxiesOptions> = {
  proxyCaBundle: checkString,
  proxyClientCert: checkCertificate,
  proxyUseForwardingForHttps: checkBoolean,
}

/** Checks every option and gives a frozen copy of those that were given. */
export function checkConfig(options: ConfigOptions): ConfigOptions {
  checkOptions(options, 'config', configChecks, unknownOption)
  return copy(options)
}

/** Throws boto3's `TypeError` for keys that are no options. */
export function checkKeys(options: object, known: readonly string[]): void {
  checkObject(options, 'options')
  for (const [key, value] of Object.entries(options)) {
    if (value !== undefined && !known.includes(key)) unknownOption(key, known)
  }
}

/** Throws unless the named members are strings or not given. */
export function checkStrings<T extends object>(options: T, names: readonly (keyof T & string)[]): void {
  for (const name of names) if (options[name] !== undefined) checkString(options[name], name)
}

/** Throws unless the value is a string. */
export function checkString(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') wrongType(value, name, 'a string')
}

/** Throws unless the named members are text that headers can carry, or not given. */
export function checkHeaderTexts<T extends object>(options: T, names: readonly (keyof T & string)[]): void {
  for (const name of names) if (options[name] !== undefined) checkHeaderText(options[name], name)
}

/** The type of a value, for messages. */
export function describe(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value
}

function checkOptions<T>(
  value: unknown,
  name: string,
  checks: Checks<T>,
  unknown: (key: string, known: readonly string[]) => never,
): void {
  checkObject(value, name)
  const byName: Readonly<Record<string, Check>> = checks
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue
    if (!Object.hasOwn(byName, key)) unknown(key, Object.keys(byName))
    byName[key]!(member, name === 'config' ? key : `${name}.${key}`)
  }
}

function unknownOption(key: string, known: readonly string[]): never {
  throw new TypeError(`Got unexpected keyword argument '${key}'. Known are: ${known.join(', ')}`)
}

function unknownRetryOption(key: string, known: readonly string[]): never {
  throw new InvalidRetryConfigurationError(
    `Cannot provide retry configuration for "${key}". Valid retry configuration options are: ${known.join(', ')}`,
  )
}

function unknownProxiesOption(): never {
  throw new InvalidProxiesConfigError('Invalid configuration value(s) provided for proxies_config.')
}

function wrongType(value: unknown, name: string, wanted: string): never {
  throw new TypeError(`${name} must be ${wanted}, not ${describe(value)}`)
}

function checkObject(value: unknown, name: string): asserts value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrongType(value, name, 'an object')
}

function checkBoolean(value: unknown, name: string): void {
  if (typeof value !== 'boolean') wrongType(value, name, 'a boolean')
}

function checkNumber(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number') wrongType(value, name, 'a number')
}

function checkSeconds(value: unknown, name: string): void {
  checkNumber(value, name)
  if (!(value > 0 && value <= longestSeconds)) {
    throw new InvalidConfigError(`${name} must be more than 0 and at most ${longestSeconds} seconds, not ${value}`)
  }
}

function checkCount(value: unknown, name: string): void {
  checkNumber(value, name)
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new InvalidConfigError(`${name} must be an integer of at least 1, not ${value}`)
  }
}

function checkBytes(value: unknown, name: string): void {
  checkNumber(value, name)
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new InvalidConfigError(`${name} must be a number of bytes, not ${value}`)
  }
}

function checkCompressionSize(value: unknown, name: string): void {
  checkNumber(value, name)
  if (!Number.isSafeInteger(value) || value < 1 || value > 1048576) {
    throw new InvalidConfigError(`${name} must be an integer from 1 to 1048576, not ${value}`)
  }
}

/** Throws unless the value is text that a header can carry: a line break would start another one. The value is not shown. */
export function checkHeaderText(value: unknown, name: string): void {
  checkString(value, name)
  if (controlCharacter.test(value)) {
    throw new InvalidConfigError(`${name} must not contain line breaks or other control characters`)
  }
}

function checkChoice(value: unknown, name: string, choices: readonly string[]): void {
  checkString(value, name)
  if (!choices.includes(value)) {
    throw new InvalidConfigError(
      `${name} must be ${choices.map((choice) => `'${choice}'`).join(' or ')}, not '${value}'`,
    )
  }
}

function checkSignatureVersion(value: unknown, name: string): void {
  if (value !== UNSIGNED && typeof value !== 'string') wrongType(value, name, 'a string or UNSIGNED')
}

function checkCertificate(value: unknown, name: string): void {
  if (Array.isArray(value) ? value.length !== 2 : typeof value !== 'string') {
    wrongType(value, name, 'a path, or an array of the paths of certificate and key')
  }
  for (const path of Array.isArray(value) ? value : [value]) {
    checkString(path, name)
    if (path.trim() === '') throw new InvalidConfigError(`${name} is blank. Give a path, or leave it out.`)
  }
}

function checkProxies(value: unknown, name: string): void {
  checkObject(value, name)
  for (const [scheme, url] of Object.entries(value)) {
    if (url === undefined) continue
    checkString(url, `${name}.${scheme}`)
    if (url !== '') parseProxyUrl(url, `${name}.${scheme}`)
  }
}

function checkDefaultsMode(value: unknown, name: string): void {
  checkString(value, name)
  const modes = ['legacy', 'standard', 'in-region', 'cross-region', 'mobile', 'auto']
  if (!modes.includes(value.toLowerCase())) {
    throw new InvalidDefaultsMode(
      `Client configured with invalid defaults mode: ${value}. Valid defaults modes include: ${modes.join(', ')}.`,
    )
  }
}

function checkChecksumSetting(value: unknown, name: string): void {
  checkString(value, name)
  if (!['when_supported', 'when_required'].includes(value.toLowerCase())) {
    throw new InvalidChecksumConfigError(
      `Unsupported configuration value for ${name}. Expected one of when_supported, when_required but got ${value}.`,
    )
  }
}

function checkAddressingStyle(value: unknown, name: string): void {
  checkString(value, name)
  if (!['auto', 'virtual', 'path'].includes(value)) {
    throw new InvalidS3AddressingStyleError(
      `S3 addressing style ${value} is invalid. Valid options are: 'auto', 'virtual', and 'path'`,
    )
  }
}

function checkUsEast1(value: unknown, name: string): void {
  checkString(value, name)
  if (value !== 'legacy' && value !== 'regional') {
    throw new InvalidS3UsEast1RegionalEndpointConfigError(
      `S3 us-east-1 regional endpoint option ${value} is invalid. Valid options are: "legacy", "regional"`,
    )
  }
}

function checkRetryMode(value: unknown, name: string): void {
  checkString(value, name)
  const modes = ['legacy', 'standard', 'adaptive']
  if (!modes.includes(value)) {
    throw new InvalidRetryModeError(`Invalid value provided to "mode": "${value}" must be one of: ${modes.join(', ')}`)
  }
}

function checkAttempts(value: unknown, name: string, least: number): void {
  checkNumber(value, name)
  if (!Number.isSafeInteger(value) || value < least) {
    const option = name.slice(name.indexOf('.') + 1)
    throw new InvalidMaxRetryAttemptsError(
      `Value provided to "${option}": ${value} must be an integer greater than or equal to ${least}.`,
    )
  }
}

/** A frozen copy without the members that are `undefined`; the caller may go on to change his objects. */
function copy<T extends object>(options: T): T {
  const given = Object.entries(options).filter(([, value]) => value !== undefined)
  const copied = given.map(([key, value]): [string, unknown] => [key, copyValue(value)])
  return Object.freeze(Object.fromEntries(copied)) as T
}

function copyValue(value: unknown): unknown {
  if (Array.isArray(value)) return Object.freeze([...value])
  return typeof value === 'object' && value !== null ? copy(value) : value
}
