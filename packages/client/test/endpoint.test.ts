import { describe, expect, it } from 'vitest'
import type { S3Options } from '../src/config.js'
import { resolveSettings } from '../src/config.js'
import { EndpointCache } from '../src/endpoint/cache.js'
import { parseEndpoint } from '../src/endpoint/customEndpoint.js'
import { isVirtualHostable } from '../src/endpoint/hostLabel.js'
import { expandHostPrefix } from '../src/endpoint/hostPrefix.js'
import { isAwsHost, partitionOf } from '../src/endpoint/partition.js'
import { resolveEndpoint } from '../src/endpoint/resolve.js'
import { joinTarget, normalizeBasePath } from '../src/endpoint/target.js'
import {
  EndpointResolutionError,
  ParamValidationError,
  UnsupportedS3AccesspointConfigurationError,
  UnsupportedS3ConfigurationError,
  ValidationError,
} from '../src/errors/index.js'

interface Case {
  endpointUrl?: string
  regionName?: string
  s3?: S3Options | undefined
  useFipsEndpoint?: boolean
  useSsl?: boolean
}

function settingsFor({ endpointUrl, regionName, s3, useFipsEndpoint, useSsl }: Case) {
  return resolveSettings({ endpointUrl, regionName, useSsl, config: { s3, useFipsEndpoint } })
}

function resolve(options: Case, bucket?: string, operation = 'HeadBucket', hostPrefix?: string) {
  return resolveEndpoint(settingsFor(options), { bucket, operation, hostPrefix })
}

/** The URL that a call is sent to; `path` is the operation's path without the bucket. */
function urlOf(options: Case, bucket?: string, operation?: string, path = '/') {
  const endpoint = resolve(options, bucket, operation)
  expect(endpoint.host).toBe(endpoint.origin.replace(/^https?:\/\//, ''))
  return endpoint.origin + joinTarget(endpoint.path, path)
}

describe('endpoint URLs (boto3 semantics 2.3, D-04)', () => {
  it.each([
    ['http://198.51.100.10', 'http:', '198.51.100.10', '', '', true],
    ['http://198.51.100.10:80', 'http:', '198.51.100.10', '', '', true],
    ['http://198.51.100.10:9000/', 'http:', '198.51.100.10', '9000', '/', true],
    ['https://demo.immuta.com:443/s3p', 'https:', 'demo.immuta.com', '', '/s3p', false],
    ['https://demo.immuta.com:0443', 'https:', 'demo.immuta.com', '', '', false],
    ['http://h:443', 'http:', 'h', '443', '', false],
    ['HTTP://S3.Example.COM', 'http:', 's3.example.com', '', '', false],
    ['http://[::1]:9000', 'http:', '[::1]', '9000', '', true],
    ['http://[2001:DB8::1]', 'http:', '[2001:db8::1]', '', '', true],
    ['http://s3.example.com./a//b/../c', 'http:', 's3.example.com.', '', '/a//b/../c', false],
    ['http://user:secret@host:81', 'http:', 'host', '81', '', false],
    ['http://h/p?', 'http:', 'h', '', '/p', false],
    ['http://h/%7Ea/é', 'http:', 'h', '', '/%7Ea/%C3%A9', false],
    ['http://1.2.3.256', 'http:', '1.2.3.256', '', '', false],
  ])('%s', (url, protocol, hostname, port, path, isIp) => {
    const host = port === '' ? hostname : `${hostname}:${port}`
    expect(parseEndpoint(url)).toEqual({ url, protocol, hostname, host, port, path, isIp })
  })

  it('drops the fragment', () => {
    expect(parseEndpoint('http://h/p#frag')).toMatchObject({ url: 'http://h/p', path: '/p' })
  })

  it.each([
    '198.51.100.1',
    'http://a_b.c',
    'http://',
    'http:///b',
    'http://-a',
    'http://a-',
    'http://a..b',
    'http://.',
    `http://${'a'.repeat(64)}`,
    `http://${'a.'.repeat(128)}a`,
    'http://[::1',
    'http://[::zz]',
    'http://host\\@evil.example',
    'http://a b',
    'http://h/a\r\nHost: x',
    '//host',
    'localhost:9000',
  ])('%j is invalid', (url) => {
    expect(() => parseEndpoint(url)).toThrow(ValidationError)
    expect(() => parseEndpoint(url)).toThrow(`Invalid endpoint: ${url.replace(/.*@/, 'http://***@')}`)
  })

  it.each(['ftp://host', 'http://host:zz', 'http://host:65536', 'http://host:-1', 's3://bucket'])(
    '%s is no URI',
    (url) => {
      expect(() => parseEndpoint(url)).toThrow(EndpointResolutionError)
      expect(() => parseEndpoint(url)).toThrow(`Custom endpoint \`${url}\` was not a valid URI`)
    },
  )

  it.each([
    ['http://us:p@ss@wo@rd@host', 'http://***@host'],
    ['http://us:pass?word@host', 'http://***'],
    ['http://us:pass#word@host', 'http://***'],
    ['http://us:pass/word@host', 'http://***@host'],
    ['us:password@host', '***@host'],
    ['http://h?X-Amz-Credential=a@b&X-Amz-Signature=password', 'http://***'],
  ])('shows no secret of %s', (url, shown) => {
    expect(() => parseEndpoint(url)).toThrow(shown)
    expect(() => parseEndpoint(url)).not.toThrow(/pass|wo|rd/)
  })

  it('refuses a query without showing it', () => {
    expect(() => parseEndpoint('http://host/?a=secret')).toThrow(
      'Custom endpoint `http://host/?***` was not a valid URI',
    )
  })
})

describe('addressing matrix (boto3 semantics 2.4), byte for byte', () => {
  const usWest2 = { regionName: 'us-west-2' }
  const immuta = 'https://demo.immuta.com/s3p'
  const styles = {
    unset: undefined,
    auto: { addressingStyle: 'auto' },
    path: { addressingStyle: 'path' },
    virtual: { addressingStyle: 'virtual' },
  } as const

  // Columns: options, styles, immuta, my.bucket, and the URL before the names that are always in the path.
  const rows: [Case, (keyof typeof styles)[], string, string, string][] = [
    [
      usWest2,
      ['unset', 'auto', 'virtual'],
      'https://immuta.s3.us-west-2.amazonaws.com/',
      'https://s3.us-west-2.amazonaws.com/my.bucket',
      'https://s3.us-west-2.amazonaws.com',
    ],
    [
      usWest2,
      ['path'],
      'https://s3.us-west-2.amazonaws.com/immuta',
      'https://s3.us-west-2.amazonaws.com/my.bucket',
      'https://s3.us-west-2.amazonaws.com',
    ],
    ...[{}, { regionName: 'us-east-1' }].map((options): [Case, (keyof typeof styles)[], string, string, string] => [
      options,
      ['unset'],
      'https://immuta.s3.amazonaws.com/',
      'https://s3.amazonaws.com/my.bucket',
      'https://s3.amazonaws.com',
    ]),
    ...['http://198.51.100.255', 'http://198.51.100.255:9000', 'http://[::1]:9000'].map(
      (url): [Case, (keyof typeof styles)[], string, string, string] => [
        { endpointUrl: url },
        ['unset', 'auto', 'path', 'virtual'],
        `${url}/immuta`,
        `${url}/my.bucket`,
        url,
      ],
    ),
    [
      { endpointUrl: 'https://s3.example.com' },
      ['virtual'],
      'https://immuta.s3.example.com/',
      'https://s3.example.com/my.bucket',
      'https://s3.example.com',
    ],
    [
      { endpointUrl: 'http://s3.example.com' },
      ['virtual'],
      'http://immuta.s3.example.com/',
      'http://my.bucket.s3.example.com/',
      'http://s3.example.com',
    ],
    [
      { endpointUrl: 'https://demo.immuta.com:443/s3p' },
      ['unset', 'auto', 'path'],
      `${immuta}/immuta`,
      `${immuta}/my.bucket`,
      immuta,
    ],
    [
      { endpointUrl: 'https://demo.immuta.com:443/s3p' },
      ['virtual'],
      'https://immuta.demo.immuta.com/s3p',
      `${immuta}/my.bucket`,
      immuta,
    ],
  ]
  const cases = rows.flatMap(([options, names, plain, dotted, path]) =>
    names.map(
      (name) => [options.endpointUrl ?? options.regionName ?? 'AWS', name, options, plain, dotted, path] as const,
    ),
  )
  it.each(cases)('%s, %s', (_, name, options, plain, dotted, path) => {
    const full = { ...options, s3: styles[name] }
    expect(urlOf(full, 'immuta')).toBe(plain)
    expect(urlOf(full, 'my.bucket')).toBe(dotted)
    expect(urlOf(full, 'My_Bucket')).toBe(`${path}/My_Bucket`)
    expect(urlOf(full, 'ab')).toBe(`${path}/ab`)
    expect(urlOf(full, 'immuta', 'GetBucketLocation')).toBe(`${path}/immuta`)
    expect(resolve(full, 'immuta').bucketInHost).toBe(plain.includes('//immuta.'))
  })

  it.each([
    ['immuta', true, true],
    ['abc', true, true],
    ['ab', false, false],
    ['a.b', false, true],
    ['my.bucket', false, true],
    ['my..bucket', false, false],
    ['.my', false, false],
    ['Immuta', false, false],
    ['my_bucket', false, false],
    ['-abc', false, false],
    ['abc-', false, false],
    ['1.2.3.4', false, false],
    ['1.2.3', false, true],
    ['a'.repeat(63), true, true],
    ['a'.repeat(64), false, false],
  ])('%s can be a host label: %s, labels: %s', (bucket, one, several) => {
    expect(isVirtualHostable(bucket, false)).toBe(one)
    expect(isVirtualHostable(bucket, true)).toBe(several)
  })
})

describe('base paths (boto3 semantics 2.5)', () => {
  it.each([
    ['', '/'],
    ['/', '/'],
    ['/s3p', '/s3p/'],
    ['/s3p/', '/s3p/'],
    ['/a//b/../c', '/a/c/'],
    ['/../a/./', '/a/'],
  ])('%j is normalised to %s', (path, expected) => {
    expect(normalizeBasePath(path)).toBe(expected)
  })

  it.each([
    ['', '/', '/'],
    ['', '/k', '/k'],
    ['/s3p', '/', '/s3p'],
    ['/s3p/', '/', '/s3p/'],
    ['/s3p', '/k', '/s3p/k'],
    ['/s3p/', '/k', '/s3p/k'],
    ['/b', '//lead//x', '/b//lead//x'],
    ['/', '/k', '/k'],
  ])('%j and %j are joined to %s', (base, path, expected) => {
    expect(joinTarget(base, path)).toBe(expected)
  })

  it.each([
    ['https://host:444/s3p', undefined, '/', 'https://host:444/s3p'],
    ['https://host/s3p/', undefined, '/', 'https://host/s3p/'],
    ['https://host', undefined, '/', 'https://host/'],
    ['https://host/s3p/', 'immuta', '/k', 'https://host/s3p/immuta/k'],
    ['https://host/a//b/../c', 'immuta', '/', 'https://host/a/c/immuta'],
    ['https://host/a//b/../c', undefined, '/', 'https://host/a//b/../c'],
  ])('%s, bucket %s', (endpointUrl, bucket, path, expected) => {
    expect(urlOf({ endpointUrl }, bucket, bucket === undefined ? 'ListBuckets' : 'GetObject', path)).toBe(expected)
  })

  it('takes the base path verbatim in virtual style', () => {
    const s3 = { addressingStyle: 'virtual' } as const
    expect(urlOf({ endpointUrl: 'https://host/a//b/', s3 }, 'immuta', 'GetObject', '/k')).toBe(
      'https://immuta.host/a//b/k',
    )
  })
})

describe('AWS hosts (boto3 semantics 1.5, 2.6)', () => {
  const dualstack = { useDualstackEndpoint: true }
  const accelerate = { useAccelerateEndpoint: true }
  const cases: [Case, string, string][] = [
    [{ regionName: 'eu-west-1' }, 'b00.s3.eu-west-1.amazonaws.com', 'eu-west-1'],
    [{ regionName: 'zz-fake-1' }, 'b00.s3.zz-fake-1.amazonaws.com', 'zz-fake-1'],
    [{ regionName: 'aws-global' }, 'b00.s3.amazonaws.com', 'us-east-1'],
    [{ regionName: 'cn-north-1' }, 'b00.s3.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    [{ regionName: 'us-gov-west-1' }, 'b00.s3.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    [{ regionName: 'us-iso-east-1' }, 'b00.s3.us-iso-east-1.c2s.ic.gov', 'us-iso-east-1'],
    [{ regionName: 'us-isob-east-1' }, 'b00.s3.us-isob-east-1.sc2s.sgov.gov', 'us-isob-east-1'],
    [
      { regionName: 'us-east-1', s3: { usEast1RegionalEndpoint: 'regional' } },
      'b00.s3.us-east-1.amazonaws.com',
      'us-east-1',
    ],
    [{ s3: { usEast1RegionalEndpoint: 'regional' } }, 'b00.s3.amazonaws.com', 'us-east-1'],
    [{ regionName: 'eu-west-1', s3: dualstack }, 'b00.s3.dualstack.eu-west-1.amazonaws.com', 'eu-west-1'],
    [{ s3: dualstack }, 'b00.s3.dualstack.us-east-1.amazonaws.com', 'us-east-1'],
    [{ regionName: 'us-west-2', useFipsEndpoint: true }, 'b00.s3-fips.us-west-2.amazonaws.com', 'us-west-2'],
    [{ useFipsEndpoint: true }, 'b00.s3-fips.us-east-1.amazonaws.com', 'us-east-1'],
    [
      { regionName: 'us-west-2', useFipsEndpoint: true, s3: dualstack },
      'b00.s3-fips.dualstack.us-west-2.amazonaws.com',
      'us-west-2',
    ],
    [{ regionName: 'eu-west-1', s3: accelerate }, 'b00.s3-accelerate.amazonaws.com', 'eu-west-1'],
    [
      { regionName: 'eu-west-1', s3: { ...accelerate, addressingStyle: 'path' } },
      'b00.s3-accelerate.amazonaws.com',
      'eu-west-1',
    ],
    [
      { regionName: 'eu-west-1', s3: { ...accelerate, ...dualstack } },
      'b00.s3-accelerate.dualstack.amazonaws.com',
      'eu-west-1',
    ],
  ]
  it.each(cases)('%j', (options, host, signingRegion) => {
    expect(resolve(options, 'b00')).toEqual({
      origin: `https://${host}`,
      host,
      path: '',
      bucketInHost: true,
      signingRegion,
      signingService: 's3',
      isAws: true,
    })
  })

  it('picks the scheme by useSsl for generated hosts only', () => {
    expect(resolve({ useSsl: false }, 'b00').origin).toBe('http://b00.s3.amazonaws.com')
    expect(resolve({ useSsl: false, endpointUrl: 'https://host' }, 'b00').origin).toBe('https://host')
    expect(resolve({ useSsl: true, endpointUrl: 'http://host' }, 'b00').origin).toBe('http://host')
  })

  it('uses the ordinary host without a bucket, also when accelerated', () => {
    expect(urlOf({ regionName: 'eu-west-1', s3: accelerate }, undefined, 'ListBuckets')).toBe(
      'https://s3.eu-west-1.amazonaws.com/',
    )
  })

  it('ignores FIPS and dual-stack with a custom endpoint', () => {
    const options = { endpointUrl: 'http://host', useFipsEndpoint: true, s3: dualstack }
    expect(urlOf(options, 'b00')).toBe('http://host/b00')
  })

  it('goes to the region of a redirect', () => {
    const request = { bucket: 'b00', operation: 'HeadObject', regionOverride: 'eu-west-1' }
    expect(resolveEndpoint(settingsFor({}), request)).toMatchObject({
      host: 'b00.s3.eu-west-1.amazonaws.com',
      signingRegion: 'eu-west-1',
    })
    expect(resolveEndpoint(settingsFor({ endpointUrl: 'http://host' }), request)).toMatchObject({
      host: 'host',
      signingRegion: 'eu-west-1',
    })
    expect(
      resolveEndpoint(settingsFor({ regionName: 'eu-west-1' }), { ...request, regionOverride: 'us-east-1' }),
    ).toEqual(expect.objectContaining({ host: 'b00.s3.amazonaws.com', signingRegion: 'us-east-1' }))
  })

  const refused: [Case, string | undefined, new (...args: never[]) => Error, string][] = [
    [
      { s3: accelerate, endpointUrl: 'http://h' },
      'b00',
      EndpointResolutionError,
      'A custom endpoint cannot be combined with S3 Accelerate',
    ],
    [
      { s3: accelerate, useFipsEndpoint: true },
      'b00',
      UnsupportedS3ConfigurationError,
      'Unsupported configuration when using S3: Accelerate cannot be used with FIPS',
    ],
    [
      { s3: accelerate },
      'my.bucket',
      EndpointResolutionError,
      'Path-style addressing cannot be used with S3 Accelerate',
    ],
    [
      { s3: accelerate, regionName: 'cn-north-1' },
      'b00',
      EndpointResolutionError,
      'S3 Accelerate cannot be used in this region',
    ],
    [
      { useFipsEndpoint: true, regionName: 'cn-north-1' },
      undefined,
      EndpointResolutionError,
      'Partition does not support FIPS',
    ],
    [{}, 'b--usw2-az1--x-s3', EndpointResolutionError, 'Directory buckets and Outposts aliases are not supported'],
  ]
  it.each(refused)('refuses %j with bucket %s', (options, bucket, type, message) => {
    expect(() => resolve(options, bucket)).toThrow(type)
    expect(() => resolve(options, bucket)).toThrow(message)
  })

  it('treats the names of directory buckets as ordinary ones elsewhere', () => {
    expect(urlOf({ endpointUrl: 'http://host' }, 'b--x-s3')).toBe('http://host/b--x-s3')
  })

  it('knows Amazon by its hosts', () => {
    expect(partitionOf('us-gov-east-1').name).toBe('aws-us-gov')
    expect(partitionOf('cn-fake').name).toBe('aws')
    expect(resolve({ endpointUrl: 'https://s3.us-west-2.amazonaws.com' }, 'b00').isAws).toBe(true)
    expect(resolve({ endpointUrl: 'https://amazonaws.com.example' }, 'b00').isAws).toBe(false)
    expect(isAwsHost('s3.cn-north-1.amazonaws.com.cn.')).toBe(true)
    expect(isAwsHost('notamazonaws.com')).toBe(false)
  })
})

describe('access points', () => {
  const arn = 'arn:aws:s3:us-west-2:123456789012:accesspoint/myap'
  const lambda = 'arn:aws:s3-object-lambda:us-west-2:123456789012:accesspoint/olap'
  const outpost = 'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-01234567890123456/accesspoint/myap'
  const mrap = 'arn:aws:s3::123456789012:accesspoint/mfzwi23gnjvgw.mrap'

  const cases: [Case, string, string, string][] = [
    [{ regionName: 'eu-west-1' }, arn, 'myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com', 's3'],
    [{}, arn.replace('/', ':'), 'myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com', 's3'],
    [{ s3: { addressingStyle: 'path' } }, arn, 'myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com', 's3'],
    [
      { s3: { useDualstackEndpoint: true } },
      arn,
      'myap-123456789012.s3-accesspoint.dualstack.us-west-2.amazonaws.com',
      's3',
    ],
    [{ useFipsEndpoint: true }, arn, 'myap-123456789012.s3-accesspoint-fips.us-west-2.amazonaws.com', 's3'],
    [{ endpointUrl: 'http://s3.example.com:9000' }, arn, 'myap-123456789012.s3.example.com:9000', 's3'],
    [
      { regionName: 'us-west-2', s3: { useArnRegion: false } },
      arn,
      'myap-123456789012.s3-accesspoint.us-west-2.amazonaws.com',
      's3',
    ],
    [{}, lambda, 'olap-123456789012.s3-object-lambda.us-west-2.amazonaws.com', 's3-object-lambda'],
    [
      { useFipsEndpoint: true },
      lambda,
      'olap-123456789012.s3-object-lambda-fips.us-west-2.amazonaws.com',
      's3-object-lambda',
    ],
    [{}, outpost, 'myap-123456789012.op-01234567890123456.s3-outposts.us-west-2.amazonaws.com', 's3-outposts'],
  ]
  it.each(cases)('%j %s', (options, bucket, host, signingService) => {
    expect(resolve(options, bucket)).toMatchObject({
      host,
      path: '',
      bucketInHost: true,
      signingRegion: 'us-west-2',
      signingService,
    })
  })

  const prefix = 'Unsupported configuration when using S3 access-points: '
  const settings = UnsupportedS3AccesspointConfigurationError
  const refused: [Case, string, new (...args: never[]) => Error, string][] = [
    [
      { regionName: 'cn-north-1' },
      arn,
      settings,
      `${prefix}Client was configured for partition \`aws-cn\` but ARN (\`${arn}\`) has \`aws\``,
    ],
    [{ s3: { useAccelerateEndpoint: true } }, arn, settings, `${prefix}Access Points do not support S3 Accelerate`],
    [
      { regionName: 'eu-west-1', s3: { useArnRegion: false } },
      arn,
      settings,
      `${prefix}Invalid configuration: region from ARN \`us-west-2\` does not match client region \`eu-west-1\` and UseArnRegion is \`false\``,
    ],
    [{ s3: { useDualstackEndpoint: true } }, lambda, settings, `${prefix}S3 Object Lambda does not support Dual-stack`],
    [
      { s3: { useAccelerateEndpoint: true } },
      lambda,
      UnsupportedS3ConfigurationError,
      'Unsupported configuration when using S3: S3 Object Lambda does not support S3 Accelerate',
    ],
    [{ useFipsEndpoint: true }, outpost, settings, `${prefix}S3 Outposts does not support FIPS`],
    [{}, mrap, EndpointResolutionError, 's3v4a, which is not supported'],
    [
      { s3: { s3DisableMultiregionAccessPoints: true } },
      mrap,
      settings,
      `${prefix}Invalid configuration: Multi-Region Access Point ARNs are disabled.`,
    ],
    [
      {},
      'arn:aws:s3:us-west-2:123456789012:accesspoint/my.ap',
      ParamValidationError,
      'Invalid ARN: The access point name may only contain a-z, A-Z, 0-9 and `-`. Found: `my.ap`',
    ],
    [
      {},
      'arn:aws:s3:us-west-2:123456789012:accesspoint/a/b',
      ParamValidationError,
      'Invalid ARN: The ARN may only contain a single resource component after `accesspoint`.',
    ],
    [{}, 'arn:aws:s3:us-west-2', ParamValidationError, 'Invalid ARN: `arn:aws:s3:us-west-2` was not a valid ARN'],
    [{}, 'arn:aws:sqs:us-west-2:123456789012:queue', ParamValidationError, 'Invalid ARN: Unrecognized format: '],
    [
      {},
      'arn:aws:s3:us-west-2/evil.example:123456789012:accesspoint/a',
      EndpointResolutionError,
      'Invalid host label to be bound to the hostname of the endpoint: "us-west-2/evil.example".',
    ],
  ]
  it.each(refused)('refuses %j %s', (options, bucket, type, message) => {
    expect(() => resolve(options, bucket)).toThrow(type)
    expect(() => resolve(options, bucket)).toThrow(message)
  })

  it('are not for every operation', () => {
    expect(() => resolve({}, arn, 'CreateBucket')).toThrow('Access points are not supported for this operation')
    expect(() => resolve({}, arn, 'GetBucketLocation')).toThrow('Path-style addressing cannot be used with ARN buckets')
  })
})

describe('WriteGetObjectResponse', () => {
  const operation = 'WriteGetObjectResponse'
  it.each([
    [{ regionName: 'us-west-2' }, 'https://io-route.s3-object-lambda.us-west-2.amazonaws.com'],
    [{}, 'https://io-route.s3-object-lambda.us-east-1.amazonaws.com'],
    [
      { regionName: 'us-west-2', useFipsEndpoint: true },
      'https://io-route.s3-object-lambda-fips.us-west-2.amazonaws.com',
    ],
    [{ endpointUrl: 'http://localhost:9000' }, 'http://io-route.localhost:9000'],
  ])('%j', (options, origin) => {
    const hostPrefix = expandHostPrefix('{RequestRoute}.', { RequestRoute: 'io-route' })
    const endpoint = resolve(options, undefined, operation, hostPrefix)
    expect(endpoint).toMatchObject({ origin, path: '', bucketInHost: false, signingService: 's3-object-lambda' })
  })

  // The texts that boto3 has are its own, as recorded.
  const unfit =
    'Invalid value for parameter(s): RequestRoute. Must contain only alphanumeric characters, hyphen, or period.'
  it.each([
    ['evil.example/', unfit],
    ['a_b', unfit],
    ['é', unfit],
    [5, unfit],
    ['', 'Invalid length for parameter RequestRoute, value: 0, valid min length: 1'],
    [undefined, 'Missing required parameter in input: "RequestRoute"'],
    [
      'a.b',
      'Invalid value for parameter RequestRoute: it becomes a part of the host name and must be a valid host label',
    ],
  ])('lets nothing but one label into the host, and not %j', (RequestRoute, problem) => {
    expect(() => expandHostPrefix('{RequestRoute}.', { RequestRoute })).toThrow(new ParamValidationError(problem))
  })
})

describe('ListDirectoryBuckets', () => {
  // Recorded from boto3.
  it.each([
    [{}, 'https://s3express-control.us-east-1.amazonaws.com', 'us-east-1'],
    [{ regionName: 'us-west-2' }, 'https://s3express-control.us-west-2.amazonaws.com', 'us-west-2'],
    [
      { regionName: 'us-west-2', useFipsEndpoint: true },
      'https://s3express-control-fips.us-west-2.amazonaws.com',
      'us-west-2',
    ],
    [
      { regionName: 'eu-west-1', s3: { useDualstackEndpoint: true } },
      'https://s3express-control.dualstack.eu-west-1.amazonaws.com',
      'eu-west-1',
    ],
    [{ regionName: 'cn-north-1' }, 'https://s3express-control.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
  ])('%j', (options, origin, signingRegion) => {
    const endpoint = resolve(options, undefined, 'ListDirectoryBuckets')
    expect(endpoint).toMatchObject({ origin, path: '', signingRegion, signingService: 's3express' })
  })

  it('stays on a custom endpoint', () => {
    const endpoint = resolve({ endpointUrl: 'http://localhost:9000' }, undefined, 'ListDirectoryBuckets')
    expect(endpoint.origin).toBe('http://localhost:9000')
  })
})

describe('EndpointCache', () => {
  it('answers as resolveEndpoint does, and remembers', () => {
    const settings = settingsFor({ regionName: 'eu-west-1' })
    const cache = new EndpointCache(settings)
    const requests = [
      { bucket: 'b00', operation: 'HeadBucket' },
      { bucket: 'b00', operation: 'GetBucketLocation' },
      { bucket: undefined, operation: 'ListBuckets' },
      { bucket: undefined, operation: 'ListDirectoryBuckets' },
      { bucket: undefined, operation: 'WriteGetObjectResponse' },
      { bucket: undefined, operation: 'WriteGetObjectResponse', hostPrefix: 'r.' },
    ]
    for (const request of [...requests, ...requests]) {
      expect(cache.resolve(request)).toEqual(resolveEndpoint(settings, request))
    }
    expect(cache.resolve(requests[0]!)).toBe(cache.resolve({ bucket: 'b00', operation: 'PutObject' }))
  })

  it('goes straight to a region that it has learned', () => {
    const settings = settingsFor({ regionName: 'eu-west-1' })
    const cache = new EndpointCache(settings)
    const other = cache.resolve({ bucket: 'b01', operation: 'HeadBucket' })
    cache.resolve({ bucket: 'b00', operation: 'HeadBucket' })
    cache.learnRegion('b00', 'us-west-2')
    for (const operation of ['HeadBucket', 'GetBucketLocation']) {
      const request = { bucket: 'b00', operation }
      expect(cache.resolve(request)).toEqual(resolveEndpoint(settings, { ...request, regionOverride: 'us-west-2' }))
    }
    expect(cache.resolve({ bucket: 'b01', operation: 'HeadBucket' })).toBe(other)
  })

  it('stays bounded', () => {
    const cache = new EndpointCache(settingsFor({}))
    const first = cache.resolve({ bucket: 'bucket-0', operation: 'HeadBucket' })
    for (let i = 1; i <= 1000; i++) cache.resolve({ bucket: `bucket-${i}`, operation: 'HeadBucket' })
    const again = cache.resolve({ bucket: 'bucket-0', operation: 'HeadBucket' })
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })
})
