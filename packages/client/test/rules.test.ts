import { describe, expect, it, test } from 'vitest'
import { nodeCrypto } from '../src/crypto.node.js'
import { ParamValidationError } from '../src/errors/index.js'
import {
  completeMultipartUpload,
  copyObject,
  createBucket,
  createMultipartUpload,
  getObject,
  headObject,
  listBuckets,
  listMultipartUploads,
  listObjects,
  listObjectsV2,
  listObjectVersions,
  listParts,
  putObject,
  putObjectTagging,
  renameObject,
  uploadPart,
  uploadPartCopy,
  writeGetObjectResponse,
} from '../src/operations/index.js'
import { rewriteRequest, type RewriteContext } from '../src/rules/request.js'
import type { AnyOperation } from '../src/schema/index.js'
import type { Settings } from '../src/settings.js'

const settings: Settings = {
  regionName: 'eu-central-1',
  regionGiven: true,
  useSsl: true,
  endpoint: undefined,
  signatureVersion: 's3v4',
  s3: {
    addressingStyle: undefined,
    payloadSigningEnabled: undefined,
    useAccelerateEndpoint: false,
    useDualstackEndpoint: false,
    usEast1RegionalEndpoint: 'regional',
    useArnRegion: true,
    s3DisableMultiregionAccessPoints: false,
  },
  useFipsEndpoint: false,
  retries: { mode: 'legacy', totalMaxAttempts: 5, v2026: false },
  requestChecksumCalculation: 'when_required',
  responseChecksumValidation: 'when_required',
  checksumPlacement: 'auto',
  compat: 'auto',
  parameterValidation: true,
  validateBucketNames: true,
  injectHostPrefix: true,
  createBucketLocation: undefined,
  sendSdkHeaders: true,
  nonSeekableBufferLimit: 8 * 1024 * 1024,
  requestTimeout: undefined,
  warnings: [],
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
}

const uuid = '0b0b4a5e-3f4a-4b6e-9c58-1d1f2f3a4b5c'

function rewrite(
  operation: AnyOperation,
  params: Record<string, unknown>,
  changes: Partial<Settings> = {},
  more: Partial<RewriteContext> = {},
) {
  return rewriteRequest(operation, params, {
    settings: { ...settings, ...changes },
    crypto: nodeCrypto,
    uuid: () => uuid,
    isAwsHost: false,
    ...more,
  })
}

function problemOf(operation: AnyOperation, params: Record<string, unknown>, changes: Partial<Settings> = {}): string {
  try {
    rewrite(operation, params, changes)
  } catch (error) {
    if (error instanceof ParamValidationError) return error.problems.join('\n')
    throw error
  }
  return 'none'
}

const object = { Bucket: 'b', Key: 'k' }

describe('bucket names', () => {
  test.each([
    'b',
    'my.dotted-bucket_1',
    'UPPER',
    'a'.repeat(255),
    'arn:aws:s3:us-west-2:123456789012:accesspoint/my-point',
    'arn:aws:s3:us-west-2:123456789012:accesspoint:my-point',
    'arn:aws-cn:s3-object-lambda:cn-north-1:123456789012:accesspoint/x',
    'arn:aws:s3::123456789012:accesspoint:alias.mrap',
    'arn:aws:s3-outposts:us-west-2:123456789012:outpost/op-1/accesspoint/my-point',
  ])('%s passes', (Bucket) => {
    expect(problemOf(getObject, { ...object, Bucket })).toBe('none')
  })

  const regexes =
    'Bucket name must match the regex "^[a-zA-Z0-9.\\-_]{1,255}$" or be an ARN matching the regex ' +
    '"^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:][a-zA-Z0-9\\-.]{1,63}$|' +
    '^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:][a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$"'
  test.each(['', 'a/b', 'a%20b', 'bucket/', 'a b', 'bücket', 'b\n', 'a'.repeat(256), 'tenant:bucket'])(
    '%j does not',
    (Bucket) => {
      expect(problemOf(getObject, { ...object, Bucket })).toBe(`Invalid bucket name "${Bucket}": ${regexes}`)
    },
  )

  it('are not shown in full when they are beyond all measure', () => {
    expect(problemOf(getObject, { ...object, Bucket: 'a'.repeat(100_000) })).toBe(
      `Invalid bucket name "${'a'.repeat(1000)}…": ${regexes}`,
    )
  })

  it('are text, and absent ones are left to validation', () => {
    expect(problemOf(getObject, { Bucket: 1, Key: 'k' })).toBe(
      'Invalid type for parameter Bucket, value: 1, type: integer, valid types: string',
    )
    expect(problemOf(getObject, { Bucket: null })).toMatch(/^Invalid type for parameter Bucket, value: null/)
    expect(problemOf(getObject, {})).toBe('none')
    expect(problemOf(listBuckets, {})).toBe('none')
  })

  it('are free but not empty with validateBucketNames: false', () => {
    expect(problemOf(getObject, { ...object, Bucket: 'tenant:bucket' }, { validateBucketNames: false })).toBe('none')
    expect(problemOf(getObject, { ...object, Bucket: '' }, { validateBucketNames: false })).toMatch(
      /^Invalid bucket name "":/,
    )
  })
})

describe('metadata', () => {
  const line = (key: string, value: string) =>
    `Non ascii characters found in S3 metadata for key "${key}", value: "${value}".  \n` +
    'S3 metadata can only contain ASCII characters. '

  test.each([putObject, createMultipartUpload])('is ASCII: $name', (operation) => {
    expect(problemOf(operation, { ...object, Metadata: { ok: 'v', a: '日' } })).toBe(line('a', '日'))
    expect(problemOf(operation, { ...object, Metadata: { ключ: 'v' } })).toBe(line('ключ', 'v'))
    expect(problemOf(operation, { ...object, Metadata: { a: 'v\x7f' } })).toBe('none')
  })

  it('is not shown in full when it is beyond all measure', () => {
    const long = 'a'.repeat(100_000)
    const cut = `${'a'.repeat(1000)}…`
    expect(problemOf(putObject, { ...object, Metadata: { [long]: `${long}é` } })).toBe(line(cut, cut))
  })

  it('is checked for copies as well, and nowhere else', () => {
    expect(problemOf(copyObject, { ...object, CopySource: 'a/b', Metadata: { a: 'é' } })).toBe(line('a', 'é'))
    expect(problemOf(writeGetObjectResponse, { Metadata: { a: 'é' } })).toBe('none')
  })

  it('of other types is left to validation', () => {
    for (const Metadata of [null, 'é', { a: 1 }, { a: undefined }, ['é']]) {
      expect(problemOf(putObject, { ...object, Metadata })).toBe('none')
    }
  })
})

describe('copy sources', () => {
  test.each<[unknown, string]>([
    ['bucket1/file1', 'bucket1/file1'],
    ['/lead/key', '/lead/key'],
    ['b/a key+é', 'b/a%20key%2B%C3%A9'],
    // Encoded before: encoded twice.
    ['b/a%20b', 'b/a%2520b'],
    ['b/a?b', 'b/a%3Fb'],
    ['b/k?versionId=v1.id_', 'b/k?versionId=v1.id_'],
    ['b/k k?versionId=a+/=', 'b/k%20k?versionId=a+/='],
    ['b/k?versionId=with blank', 'b/k%3FversionId%3Dwith%20blank'],
    ['b/k?versionId=', 'b/k%3FversionId%3D'],
    ['b/k?versionId=1?versionId=2', 'b/k?versionId=1?versionId=2'],
    ['b/a?versionId=1 b?versionId=2', 'b/a%3FversionId%3D1%20b?versionId=2'],
    ['b/k?versionId=1\n', 'b/k%3FversionId%3D1%0A'],
    [{ Bucket: 'b', Key: 'k' }, 'b/k'],
    [{ Bucket: 'b', Key: 'a b?c/~' }, 'b/a%20b%3Fc/~'],
    [{ Key: 'k', Bucket: 'b', VersionId: 'v/1=' }, 'b/k?versionId=v/1='],
    [{ Bucket: 'b', Key: 'k', VersionId: undefined }, 'b/k'],
    [{ Bucket: 'b', Key: 'k', VersionId: null }, 'b/k'],
    [
      { Bucket: 'arn:aws:s3:us-west-2:123456789012:accesspoint/p', Key: 'k' },
      'arn%3Aaws%3As3%3Aus-west-2%3A123456789012%3Aaccesspoint/p/object/k',
    ],
  ])('%j', (CopySource, header) => {
    expect(rewrite(copyObject, { ...object, CopySource }).params).toEqual({ ...object, CopySource: header })
    expect(rewrite(uploadPartCopy, { ...object, CopySource }).params['CopySource']).toBe(header)
  })

  test.each([
    [{ Bucket: 'b' }, "Missing required parameter: 'Key'"],
    [{ Key: 'k' }, "Missing required parameter: 'Bucket'"],
    [
      { Bucket: 'b', Key: 1 },
      'Invalid type for parameter CopySource.Key, value: 1, type: integer, valid types: string',
    ],
    [
      { Bucket: 'b', Key: 'k', VersionId: 1 },
      'Invalid type for parameter CopySource.VersionId, value: 1, type: integer, valid types: string',
    ],
  ])('%j is refused', (CopySource, problem) => {
    expect(problemOf(copyObject, { ...object, CopySource })).toBe(problem)
  })

  it('of a megabyte are read in one pass', () => {
    // In quadratic time it takes minutes, and the test its time limit.
    const marks = '?versionId='.repeat(100_000)
    expect(rewrite(copyObject, { ...object, CopySource: `${marks} ` }).params['CopySource']).toMatch(/%20$/)
    expect(rewrite(copyObject, { ...object, CopySource: marks }).params['CopySource']).toBe(marks)
  })

  it('of other types is left to validation', () => {
    expect(rewrite(copyObject, { ...object, CopySource: 1 }).params['CopySource']).toBe(1)
  })
})

describe('customer keys', () => {
  const key = '0123456789abcdef0123456789abcdef'
  const base64 = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY='
  // As recorded from boto3.
  const md5 = 'hRasmdxgYDKV3nvbahU1MA=='

  test.each([
    headObject,
    getObject,
    putObject,
    copyObject,
    createMultipartUpload,
    uploadPart,
    uploadPartCopy,
    completeMultipartUpload,
  ])('are encoded beside their MD5: $name', (operation) => {
    const expected = { ...object, SSECustomerKey: base64, SSECustomerKeyMD5: md5 }
    expect(rewrite(operation, { ...object, SSECustomerKey: key }).params).toEqual(expected)
    expect(rewrite(operation, { ...object, SSECustomerKey: new TextEncoder().encode(key) }).params).toEqual(expected)
    expect(
      rewrite(operation, { ...object, SSECustomerKey: Buffer.from(key), SSECustomerKeyMD5: undefined }).params,
    ).toEqual(expected)
  })

  it('are UTF-8 when they are text', () => {
    expect(rewrite(putObject, { ...object, SSECustomerKey: 'ключ-ключ-ключ-1' }).params).toMatchObject({
      SSECustomerKey: '0LrQu9GO0Yct0LrQu9GO0Yct0LrQu9GO0YctMQ==',
      SSECustomerKeyMD5: 'hm/qUUhH9GqoPgDm0rDFwg==',
    })
  })

  it('are sent as given when the caller gives the MD5, and by other operations', () => {
    const given = { ...object, SSECustomerKey: key, SSECustomerKeyMD5: 'mine' }
    expect(rewrite(putObject, given).params).toBe(given)
    const other = { ...object, UploadId: 'u', SSECustomerKey: key }
    expect(rewrite(listParts, other).params).toBe(other)
  })

  it('of the source are encoded for copies only', () => {
    const params = { ...object, CopySource: 'a/b', CopySourceSSECustomerKey: 'short' }
    for (const operation of [copyObject, uploadPartCopy]) {
      expect(rewrite(operation, params).params).toEqual({
        ...params,
        CopySourceSSECustomerKey: 'c2hvcnQ=',
        CopySourceSSECustomerKeyMD5: 'TwnaqdlbyxZqMCQHoOC6vg==',
      })
    }
    const other = { ...object, CopySourceSSECustomerKey: 'short' }
    expect(rewrite(getObject, other).params).toBe(other)
  })

  test.each([[1], [null], [['hunter2']], [{}], [true]])('%j is refused and not shown', (value) => {
    expect(problemOf(getObject, { ...object, SSECustomerKey: value })).toMatch(
      /^Invalid type for parameter SSECustomerKey, value: \*\*\*, type: \w+, valid types: string, Uint8Array$/,
    )
    expect(problemOf(copyObject, { ...object, CopySource: 'a/b', CopySourceSSECustomerKey: value })).toMatch(
      /^Invalid type for parameter CopySourceSSECustomerKey, value: \*\*\*/,
    )
  })
})

describe('tags', () => {
  const taggingOf = (Tagging: unknown) => rewrite(putObject, { ...object, Tagging }).params['Tagging']

  it('are sent as the caller made them', () => {
    expect(taggingOf('a=b&c=d e')).toBe('a=b&c=d e')
  })

  it('are made from a record', () => {
    expect(taggingOf({ team: 'blue', 'a b': 'c&d=é/+', empty: '', gone: undefined })).toBe(
      'team=blue&a%20b=c%26d%3D%C3%A9%2F%2B&empty=',
    )
    expect(taggingOf({})).toBe('')
    expect(rewrite(copyObject, { ...object, CopySource: 'a/b', Tagging: { a: 'b' } }).params['Tagging']).toBe('a=b')
    expect(rewrite(createMultipartUpload, { ...object, Tagging: { a: 'b' } }).params['Tagging']).toBe('a=b')
  })

  it('have values of text', () => {
    expect(problemOf(putObject, { ...object, Tagging: { n: 1 } })).toBe(
      'Invalid type for parameter Tagging.n, value: 1, type: integer, valid types: string',
    )
  })

  it('in XML are left alone', () => {
    const params = { ...object, Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } }
    expect(rewrite(putObjectTagging, params).params).toBe(params)
  })
})

describe('encoding of listings', () => {
  test.each([listObjects, listObjectsV2, listObjectVersions])('is asked for last: $name', (operation) => {
    const { params, addedEncodingType } = rewrite(operation, { Bucket: 'b', Prefix: 'p', EncodingType: undefined })
    expect(params).toEqual({ Bucket: 'b', Prefix: 'p', EncodingType: 'url' })
    expect(addedEncodingType).toBe(true)
    expect(Object.keys(rewrite(operation, { Bucket: 'b', Prefix: 'p' }).params)).toEqual([
      'Bucket',
      'Prefix',
      'EncodingType',
    ])
  })

  it('is left to the caller who gives it, and not asked for elsewhere', () => {
    const given = { Bucket: 'b', EncodingType: 'url' }
    expect(rewrite(listObjectsV2, given)).toEqual({ params: given, addedEncodingType: false })
    for (const operation of [listMultipartUploads, listParts]) {
      expect(rewrite(operation, object)).toEqual({ params: object, addedEncodingType: false })
    }
  })
})

describe('checksums of answers', () => {
  const supported: Partial<Settings> = { responseChecksumValidation: 'when_supported' }

  it('are asked for by GetObject when the settings say so', () => {
    expect(rewrite(getObject, object, supported).params).toEqual({ ...object, ChecksumMode: 'ENABLED' })
    expect(rewrite(getObject, object).params).toBe(object)
  })

  it('are not asked for by HeadObject, or against the caller', () => {
    expect(rewrite(headObject, object, supported).params).toBe(object)
    const given = { ...object, ChecksumMode: 'DISABLED' }
    expect(rewrite(getObject, given, supported).params).toBe(given)
  })
})

describe('location constraints', () => {
  const auto: Partial<Settings> = { createBucketLocation: 'auto' }
  const aws = { isAwsHost: true }
  const constraint = { LocationConstraint: 'eu-central-1' }

  it('are not invented', () => {
    const params = { Bucket: 'b' }
    expect(rewrite(createBucket, params, {}, aws).params).toBe(params)
    expect(rewrite(createBucket, params, auto, { isAwsHost: false }).params).toBe(params)
    expect(rewrite(createBucket, params, { ...auto, regionName: 'us-east-1' }, aws).params).toBe(params)
    expect(rewrite(createBucket, params, { ...auto, regionName: 'aws-global' }, aws).params).toBe(params)
    expect(rewrite(getObject, object, auto, aws).params).toBe(object)
  })

  it('follow the region under createBucketLocation: auto', () => {
    expect(rewrite(createBucket, { Bucket: 'b' }, auto, aws).params).toEqual({
      Bucket: 'b',
      CreateBucketConfiguration: constraint,
    })
    const Tags = [{ Key: 'a', Value: 'b' }]
    expect(rewrite(createBucket, { Bucket: 'b', CreateBucketConfiguration: { Tags } }, auto, aws).params).toEqual({
      Bucket: 'b',
      CreateBucketConfiguration: { Tags, ...constraint },
    })
  })

  test.each([
    [{ LocationConstraint: 'eu-west-1' }],
    [{ Location: { Type: 'AvailabilityZone', Name: 'use1-az4' } }],
    ['wrong'],
    [null],
  ])('leave %j to the caller', (CreateBucketConfiguration) => {
    const params = { Bucket: 'b', CreateBucketConfiguration }
    expect(rewrite(createBucket, params, auto, aws).params).toBe(params)
  })
})

describe('idempotency tokens', () => {
  it('are a UUID unless given', () => {
    const params = { ...object, RenameSource: 'a/b' }
    expect(rewrite(renameObject, params).params).toEqual({ ...params, ClientToken: uuid })
    expect(rewrite(renameObject, { ...params, ClientToken: 'mine' }).params['ClientToken']).toBe('mine')
  })
})

it('never changes what the caller gave', () => {
  const copy = Object.freeze({
    ...object,
    CopySource: Object.freeze({ Bucket: 'b', Key: 'k' }),
    Tagging: Object.freeze({ a: 'b' }),
    SSECustomerKey: 'k',
    CopySourceSSECustomerKey: 'k',
  })
  expect(rewrite(copyObject, copy).params).not.toBe(copy)
  const create = Object.freeze({ Bucket: 'b', CreateBucketConfiguration: Object.freeze({}) })
  expect(rewrite(createBucket, create, { createBucketLocation: 'auto' }, { isAwsHost: true }).params).not.toBe(create)
})
