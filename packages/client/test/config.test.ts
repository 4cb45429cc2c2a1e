import { describe, expect, it } from 'vitest'
import type { ClientOptions, ConfigOptions } from '../src/config.js'
import { Config, explicitCredentials, resolveSettings } from '../src/config.js'
import * as errors from '../src/errors/index.js'
import type { SignatureVersion } from '../src/settings.js'
import { UNSIGNED } from '../src/settings.js'

/** For what the types forbid: callers in plain JavaScript get an error as well. */
function untyped<T>(value: unknown): T {
  return value as T
}

function settingsOf(config: ConfigOptions, options: ClientOptions = {}) {
  return resolveSettings({ ...options, config })
}

describe('defaults (boto3 semantics 2.1, 2.2)', () => {
  it('resolves every option', () => {
    expect(resolveSettings({})).toEqual({
      regionName: 'us-east-1',
      regionGiven: false,
      useSsl: true,
      endpoint: undefined,
      signatureVersion: 's3v4',
      s3: {
        addressingStyle: undefined,
        payloadSigningEnabled: undefined,
        useAccelerateEndpoint: false,
        useDualstackEndpoint: false,
        usEast1RegionalEndpoint: 'legacy',
        useArnRegion: true,
        s3DisableMultiregionAccessPoints: false,
      },
      useFipsEndpoint: false,
      retries: { mode: 'legacy', totalMaxAttempts: 5, v2026: false },
      requestChecksumCalculation: 'when_supported',
      responseChecksumValidation: 'when_supported',
      checksumPlacement: 'auto',
      compat: 'auto',
      parameterValidation: true,
      validateBucketNames: true,
      injectHostPrefix: true,
      createBucketLocation: undefined,
      sendSdkHeaders: true,
      nonSeekableBufferLimit: 8388608,
      requestTimeout: undefined,
      userAgent: undefined,
      userAgentExtra: undefined,
      userAgentAppid: undefined,
      transport: {
        connectTimeout: 60,
        readTimeout: 60,
        maxPoolConnections: 10,
        verify: undefined,
        clientCert: undefined,
        proxies: undefined,
        proxiesConfig: {},
        tcpKeepalive: false,
      },
      warnings: [],
    })
  })

  it('takes every option of Config', () => {
    const s3 = {
      addressingStyle: 'path',
      payloadSigningEnabled: false,
      useAccelerateEndpoint: true,
      useDualstackEndpoint: true,
      usEast1RegionalEndpoint: 'regional',
      useArnRegion: false,
      s3DisableMultiregionAccessPoints: true,
    } as const
    const plain = {
      checksumPlacement: 'header',
      compat: 'strict',
      parameterValidation: false,
      validateBucketNames: false,
      injectHostPrefix: false,
      createBucketLocation: 'auto',
      sendSdkHeaders: false,
      nonSeekableBufferLimit: 0,
      requestTimeout: 0.5,
      userAgent: 'a',
      userAgentExtra: 'b',
      userAgentAppid: 'c',
      useFipsEndpoint: true,
    } as const
    const transport = {
      connectTimeout: 0.5,
      readTimeout: 7,
      maxPoolConnections: 3,
      clientCert: ['cert.pem', 'key.pem'],
      proxies: { https: 'http://proxy:3128' },
      proxiesConfig: { proxyCaBundle: 'ca.pem', proxyClientCert: 'c.pem', proxyUseForwardingForHttps: true },
      tcpKeepalive: true,
    } as const
    const accepted = {
      ignoreConfiguredEndpointUrls: true,
      clientContextParams: {},
      sigv4aSigningRegionSet: '*',
      authSchemePreference: 'sigv4',
      accountIdEndpointMode: 'preferred',
      requestMinCompressionSizeBytes: 1,
      disableRequestCompression: true,
      s3DisableExpressSessionAuth: true,
      endpointDiscoveryEnabled: 'auto',
    } as const
    const settings = settingsOf({ s3, ...plain, ...transport, ...accepted })
    expect(settings).toMatchObject({ s3, ...plain })
    expect(settings.transport).toEqual({ ...transport, verify: undefined })
  })

  it.each([
    ['legacy', 'legacy', 'legacy', 60, 5],
    ['standard', 'standard', 'regional', 3.1, 3],
    ['cross-region', 'standard', 'regional', 3.1, 3],
    ['auto', 'standard', 'regional', 3.1, 3],
    ['in-region', 'standard', 'regional', 1.1, 3],
    ['mobile', 'standard', 'regional', 30, 3],
  ] as const)('defaultsMode %s', (defaultsMode, mode, usEast1RegionalEndpoint, connectTimeout, totalMaxAttempts) => {
    const settings = settingsOf({ defaultsMode })
    expect(settings.retries).toMatchObject({ mode, totalMaxAttempts })
    expect(settings.s3.usEast1RegionalEndpoint).toBe(usEast1RegionalEndpoint)
    expect(settings.transport.connectTimeout).toBe(connectTimeout)
    const explicit = settingsOf({
      defaultsMode,
      connectTimeout: 9,
      retries: { mode: 'adaptive' },
      s3: { usEast1RegionalEndpoint: 'legacy' },
    })
    expect(explicit.retries.mode).toBe('adaptive')
    expect(explicit.s3.usEast1RegionalEndpoint).toBe('legacy')
    expect(explicit.transport.connectTimeout).toBe(9)
  })

  it.each([
    [{}, { mode: 'legacy', totalMaxAttempts: 5, v2026: false }],
    [{ mode: 'standard' }, { mode: 'standard', totalMaxAttempts: 3, v2026: false }],
    [{ mode: 'adaptive' }, { mode: 'adaptive', totalMaxAttempts: 3, v2026: false }],
    [{ maxAttempts: 0 }, { mode: 'legacy', totalMaxAttempts: 1, v2026: false }],
    [{ maxAttempts: 7 }, { mode: 'legacy', totalMaxAttempts: 8, v2026: false }],
    [{ totalMaxAttempts: 1 }, { mode: 'legacy', totalMaxAttempts: 1, v2026: false }],
    [
      { totalMaxAttempts: 2, maxAttempts: 9 },
      { mode: 'legacy', totalMaxAttempts: 2, v2026: false },
    ],
    [{ v2026: true }, { mode: 'standard', totalMaxAttempts: 3, v2026: true }],
    [
      { v2026: true, mode: 'legacy' },
      { mode: 'legacy', totalMaxAttempts: 5, v2026: false },
    ],
  ] as const)('retries %j', (retries, expected) => {
    expect(settingsOf({ retries }).retries).toEqual(expected)
  })

  it('lets the options of s3 win over clientContextParams and the top level', () => {
    const clientContextParams = {
      accelerate: true,
      useArnRegion: false,
      disableMultiRegionAccessPoints: true,
      forcePathStyle: true,
    }
    expect(settingsOf({ clientContextParams, useDualstackEndpoint: true }).s3).toMatchObject({
      addressingStyle: 'path',
      useAccelerateEndpoint: true,
      useArnRegion: false,
      s3DisableMultiregionAccessPoints: true,
      useDualstackEndpoint: true,
    })
    const s3 = {
      addressingStyle: 'virtual',
      useAccelerateEndpoint: false,
      useArnRegion: true,
      s3DisableMultiregionAccessPoints: false,
      useDualstackEndpoint: false,
    } as const
    expect(settingsOf({ clientContextParams, useDualstackEndpoint: true, s3 }).s3).toMatchObject(s3)
  })
})

describe('region (boto3 semantics 1.5)', () => {
  it.each(['vast', 'VAST', 'us-east-1', 'a', 'x'.repeat(63), 'zz-fake-1'])('%s passes', (regionName) => {
    expect(resolveSettings({ regionName })).toMatchObject({ regionName, regionGiven: true })
  })

  it.each(['us_east', 'my region', 'a.b', '123', '-x', 'x-', 'x'.repeat(64), 'ä', 'a\nb'])('%j fails', (regionName) => {
    const message = `Provided region_name '${regionName}' doesn't match a supported format.`
    expect(() => resolveSettings({ regionName })).toThrow(errors.InvalidRegionError)
    expect(() => resolveSettings({ regionName })).toThrow(message)
    expect(() => new Config({ regionName })).toThrow(errors.InvalidRegionError)
  })

  it('prefers the argument and needs none', () => {
    expect(settingsOf({ regionName: 'b' }, { regionName: 'a' }).regionName).toBe('a')
    expect(settingsOf({ regionName: 'b' }).regionName).toBe('b')
    expect(resolveSettings({ regionName: '' })).toMatchObject({ regionName: 'us-east-1', regionGiven: false })
  })

  it.each([
    ['fips-us-west-2', 'us-west-2'],
    ['us-west-2-fips', 'us-west-2'],
  ])('%s asks for FIPS', (given, regionName) => {
    const settings = resolveSettings({ regionName: given })
    expect(settings).toMatchObject({ regionName, useFipsEndpoint: true })
    expect(settings.warnings).toEqual([expect.stringContaining(given)])
  })
})

describe('signature versions (D-03)', () => {
  it.each<[ConfigOptions['signatureVersion'], SignatureVersion]>([
    ['s3v4', 's3v4'],
    ['S3v4', 's3v4'],
    ['v4', 's3v4'],
    ['s3', 's3'],
    ['S3', 's3'],
    ['AWS-Plain', 'aws-plain'],
    [UNSIGNED, UNSIGNED],
  ])('%o', (signatureVersion, expected) => {
    expect(settingsOf({ signatureVersion }).signatureVersion).toBe(expected)
  })

  it('refuses the rest at construction', () => {
    expect(() => new Config({ signatureVersion: 'zz' })).toThrow(errors.UnknownSignatureVersionError)
    expect(() => settingsOf({ signatureVersion: 'zz' })).toThrow('Unknown Signature Version: zz.')
    expect(() => settingsOf({ signatureVersion: 's3v4a' })).toThrow(errors.UnsupportedSignatureVersionError)
    expect(() => settingsOf({ signatureVersion: 's3v4a' })).toThrow('Signature version is not supported: s3v4a')
  })
})

describe('wrong options', () => {
  const cases: [string, unknown, new (...args: never[]) => Error, string][] = [
    ['unknown', { zz: 1 }, TypeError, "Got unexpected keyword argument 'zz'. Known are: regionName,"],
    ['unknown s3', { s3: { zz: 1 } }, TypeError, "Got unexpected keyword argument 'zz'. Known are: addressingStyle,"],
    ['prototype name', { constructor: 1 }, TypeError, "Got unexpected keyword argument 'constructor'"],
    ['null', { connectTimeout: null }, TypeError, 'connectTimeout must be a number, not null'],
    ['text for number', { readTimeout: '5' }, TypeError, 'readTimeout must be a number, not string'],
    ['zero seconds', { readTimeout: 0 }, errors.InvalidConfigError, 'readTimeout must be more than 0'],
    ['NaN', { connectTimeout: NaN }, errors.InvalidConfigError, 'not NaN'],
    ['for ever', { requestTimeout: Infinity }, errors.InvalidConfigError, 'not Infinity'],
    ['pool', { maxPoolConnections: 0 }, errors.InvalidConfigError, 'integer of at least 1'],
    ['buffer', { nonSeekableBufferLimit: 1.5 }, errors.InvalidConfigError, 'a number of bytes'],
    ['boolean', { tcpKeepalive: 1 }, TypeError, 'tcpKeepalive must be a boolean, not number'],
    ['list for object', { s3: [] }, TypeError, 's3 must be an object, not an array'],
    [
      'style',
      { s3: { addressingStyle: 'zz' } },
      errors.InvalidS3AddressingStyleError,
      "S3 addressing style zz is invalid. Valid options are: 'auto', 'virtual', and 'path'",
    ],
    [
      'us-east-1',
      { s3: { usEast1RegionalEndpoint: 'zz' } },
      errors.InvalidS3UsEast1RegionalEndpointConfigError,
      'S3 us-east-1 regional endpoint option zz is invalid. Valid options are: "legacy", "regional"',
    ],
    [
      'retries key',
      { retries: { zz: 1 } },
      errors.InvalidRetryConfigurationError,
      'Cannot provide retry configuration for "zz". Valid retry configuration options are: ',
    ],
    [
      'maxAttempts',
      { retries: { maxAttempts: -1 } },
      errors.InvalidMaxRetryAttemptsError,
      'Value provided to "maxAttempts": -1 must be an integer greater than or equal to 0.',
    ],
    [
      'totalMaxAttempts',
      { retries: { totalMaxAttempts: 0 } },
      errors.InvalidMaxRetryAttemptsError,
      'Value provided to "totalMaxAttempts": 0 must be an integer greater than or equal to 1.',
    ],
    ['half an attempt', { retries: { maxAttempts: 1.5 } }, errors.InvalidMaxRetryAttemptsError, ': 1.5 must be'],
    [
      'mode',
      { retries: { mode: 'Standard' } },
      errors.InvalidRetryModeError,
      'Invalid value provided to "mode": "Standard" must be one of: legacy, standard, adaptive',
    ],
    [
      'request checksums',
      { requestChecksumCalculation: 'zz' },
      errors.InvalidChecksumConfigError,
      'Unsupported configuration value for requestChecksumCalculation. Expected one of when_supported, when_required but got zz.',
    ],
    ['response checksums', { responseChecksumValidation: 'zz' }, errors.InvalidChecksumConfigError, 'but got zz.'],
    [
      'defaults mode',
      { defaultsMode: 'zz' },
      errors.InvalidDefaultsMode,
      'Client configured with invalid defaults mode: zz. Valid defaults modes include: ',
    ],
    [
      'proxiesConfig',
      { proxiesConfig: { zz: 1 } },
      errors.InvalidProxiesConfigError,
      'Invalid configuration value(s) provided for proxies_config.',
    ],
    ['proxies', { proxies: { http: 1 } }, TypeError, 'proxies.http must be a string, not number'],
    [
      'scheme of a proxy',
      { proxies: { https: 'socks5://proxy:1080' } },
      errors.InvalidConfigError,
      'Invalid proxy URL in proxies.https: only http and https proxies are known.',
    ],
    [
      'URL of a proxy',
      { proxies: { http: 'http://' } },
      errors.InvalidConfigError,
      'Invalid proxy URL in proxies.http.',
    ],
    [
      'user of a proxy',
      { proxies: { http: 'http://us:50%@proxy' } },
      errors.InvalidConfigError,
      'Invalid proxy URL in proxies.http: user name and password have to be percent-encoded.',
    ],
    [
      'password of a proxy',
      { proxies: { http: 'us:80/50@proxy:3128' } },
      errors.InvalidConfigError,
      'Invalid proxy URL in proxies.http: user name and password have to be percent-encoded.',
    ],
    ['compat', { compat: 'zz' }, errors.InvalidConfigError, "compat must be 'auto' or 'strict', not 'zz'"],
    ['placement', { checksumPlacement: 'zz' }, errors.InvalidConfigError, 'checksumPlacement must be'],
    ['location', { createBucketLocation: 'zz' }, errors.InvalidConfigError, 'createBucketLocation must be'],
    ['certificate', { clientCert: ['a'] }, TypeError, 'clientCert must be a path, or an array'],
    ['blank certificate', { clientCert: ' ' }, errors.InvalidConfigError, 'clientCert is blank'],
    [
      'agent',
      { userAgentExtra: 'a\r\nx: y' },
      errors.InvalidConfigError,
      'userAgentExtra must not contain line breaks',
    ],
    ['control character', { userAgent: 'a\x01b' }, errors.InvalidConfigError, 'or other control characters'],
    ['delete', { userAgent: 'a\x7fb' }, errors.InvalidConfigError, 'userAgent must not contain'],
    ['compression', { requestMinCompressionSizeBytes: 1048577 }, errors.InvalidConfigError, 'from 1 to 1048576'],
  ]
  it.each(cases)('config: %s', (_, options, type, message) => {
    const make = () => new Config(untyped<ConfigOptions>(options))
    expect(make).toThrow(type)
    expect(make).toThrow(message)
    expect(() => resolveSettings({ config: untyped<ConfigOptions>(options) })).toThrow(message)
  })

  const argumentCases: [string, unknown, new (...args: never[]) => Error, string][] = [
    ['unknown', { zz: 1 }, TypeError, "Got unexpected keyword argument 'zz'. Known are: regionName, apiVersion,"],
    ['key', { awsAccessKeyId: 'a\n', awsSecretAccessKey: 'b' }, errors.InvalidConfigError, 'awsAccessKeyId must not'],
    [
      'secret',
      { awsAccessKeyId: 'a', awsSecretAccessKey: 'b\n' },
      errors.InvalidConfigError,
      'awsSecretAccessKey must',
    ],
    [
      'token',
      { awsSessionToken: 'to\x01ken' },
      errors.InvalidConfigError,
      'awsSessionToken must not contain line breaks',
    ],
    [
      'token of credentials',
      { credentials: { accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c\x7f' } },
      errors.InvalidConfigError,
      'credentials.sessionToken must not contain line breaks',
    ],
    ['nothing', null, TypeError, 'options must be an object, not null'],
    ['api', { apiVersion: '2005-01-01' }, errors.InvalidConfigError, 'Unknown API version: 2005-01-01'],
    ['useSsl', { useSsl: 'no' }, TypeError, 'useSsl must be a boolean, not string'],
    ['verify', { verify: 1 }, TypeError, 'verify must be a boolean, a string or a Uint8Array, not number'],
    ['blank verify', { verify: ' ' }, errors.InvalidConfigError, 'Invalid CA bundle: '],
    ['empty verify', { verify: new Uint8Array() }, errors.InvalidConfigError, 'Invalid CA bundle: '],
    ['endpoints', { endpointUrl: ['http://a'] }, TypeError, 'endpointUrl must be one URL'],
    ['endpoint', { endpointUrl: null }, TypeError, 'endpointUrl must be a string, not null'],
    ['key', { awsAccessKeyId: 5 }, TypeError, 'awsAccessKeyId must be a string, not number'],
    ['credentials', { credentials: 'x' }, TypeError, 'credentials must be an object or a function, not string'],
    ['no secret', { credentials: { accessKeyId: 'a' } }, TypeError, 'credentials.secretAccessKey must be a string'],
    ['config', { config: null }, TypeError, 'config must be an object, not null'],
  ]
  it.each(argumentCases)('argument: %s', (_, options, type, message) => {
    const make = () => resolveSettings(untyped<ClientOptions>(options))
    expect(make).toThrow(type)
    expect(make).toThrow(message)
  })

  it('takes undefined for not given', () => {
    const undefinedOptions = {
      connectTimeout: undefined,
      s3: { addressingStyle: undefined },
      retries: { mode: undefined },
    }
    expect(settingsOf(undefinedOptions)).toEqual(resolveSettings({}))
    expect(resolveSettings({ config: undefined, endpointUrl: undefined, verify: undefined })).toEqual(
      resolveSettings({}),
    )
  })
})

describe('Config', () => {
  it('keeps only what was given, frozen, and apart from the objects of the caller', () => {
    const retries = { maxAttempts: 2 }
    const options = { retries, connectTimeout: 5, readTimeout: undefined }
    const config = new Config(options)
    expect({ ...config }).toEqual({ retries: { maxAttempts: 2 }, connectTimeout: 5 })
    expect(Object.keys(config)).not.toContain('readTimeout')
    retries.maxAttempts = 9
    expect(config.retries).toEqual({ maxAttempts: 2 })
    expect(Object.isFrozen(config) && Object.isFrozen(config.retries)).toBe(true)
    resolveSettings({ config: options })
    expect(options).toEqual({ retries: { maxAttempts: 9 }, connectTimeout: 5, readTimeout: undefined })
  })

  it('merges: what the other gives wins, as a whole; defaults never do', () => {
    const base = new Config({ connectTimeout: 5, s3: { addressingStyle: 'path', useArnRegion: false } })
    const merged = base.merge(new Config({ readTimeout: 7, s3: { addressingStyle: 'virtual' } }))
    expect({ ...merged }).toEqual({ connectTimeout: 5, readTimeout: 7, s3: { addressingStyle: 'virtual' } })
    expect({ ...base.merge({ connectTimeout: undefined }) }).toEqual({ ...base })
    expect(base.connectTimeout).toBe(5)
    expect(merged).toBeInstanceOf(Config)
  })
})

describe('credentials', () => {
  const awsAccessKeyId = 'AKIDEXAMPLE'
  const awsSecretAccessKey = 'wJalrXUtnFEMI'

  it('come from the pair, the object or the function', async () => {
    const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
    const provider = () => Promise.resolve(credentials)
    expect(explicitCredentials({ awsAccessKeyId, awsSecretAccessKey, awsSessionToken: 't' })).toEqual({
      accessKeyId: awsAccessKeyId,
      secretAccessKey: awsSecretAccessKey,
      sessionToken: 't',
    })
    expect(explicitCredentials({ credentials })).toBe(credentials)
    expect(explicitCredentials({ credentials: provider })).toBe(provider)
    expect(explicitCredentials({ awsSessionToken: 't' })).toBeUndefined()
  })

  it('need both halves', () => {
    const noSecret = () => resolveSettings({ awsAccessKeyId })
    const noId = () => resolveSettings({ awsSecretAccessKey })
    expect(noSecret).toThrow(errors.PartialCredentialsError)
    expect(noSecret).toThrow('Partial credentials found in explicit, missing: aws_secret_access_key')
    expect(noId).toThrow('Partial credentials found in explicit, missing: aws_access_key_id')
    expect(() => resolveSettings({ awsAccessKeyId, awsSecretAccessKey, credentials: () => Promise.reject() })).toThrow(
      TypeError,
    )
  })

  it('never show in messages', () => {
    const wrong: unknown[] = [
      { awsSecretAccessKey },
      { awsAccessKeyId, awsSecretAccessKey: [awsSecretAccessKey] },
      { credentials: { accessKeyId: 1, secretAccessKey: awsSecretAccessKey } },
      { endpointUrl: `http://user:${awsSecretAccessKey}@a_b` },
      { endpointUrl: `http://h?X-Amz-Signature=${awsSecretAccessKey}` },
      { endpointUrl: `user:${awsSecretAccessKey}@host` },
      { config: { proxies: { http: [`http://user:${awsSecretAccessKey}@proxy`] } } },
    ]
    for (const options of wrong) {
      let message = ''
      try {
        resolveSettings(untyped<ClientOptions>(options))
      } catch (error) {
        message = String(error)
      }
      expect(message).not.toBe('')
      expect(message).not.toContain(awsSecretAccessKey)
    }
  })
})
