import { describe, expect, it, test } from 'vitest'
import {
  deleteBucketLifecycle,
  deleteObject,
  deleteObjects,
  getObject,
  getObjectAttributes,
  listBuckets,
  putBucketAcl,
  putBucketCors,
  putBucketNotificationConfiguration,
  putBucketVersioning,
  putObject,
  putObjectRetention,
  renameObject,
  selectObjectContent,
  updateObjectEncryption,
  uploadPart,
} from '../src/operations/index.js'
import { validate } from '../src/protocol/validate.js'
import { element, integer, required, string, type AnyOperation, type StructureValue } from '../src/schema/index.js'

const object = { Bucket: 'b', Key: 'k' }

describe('lines in boto3 words', () => {
  test.each<[string, AnyOperation, Record<string, unknown>, unknown[]]>([
    ['nothing wrong', getObject, object, []],
    [
      'missing',
      putBucketCors,
      {},
      ['Missing required parameter in input: "Bucket"', 'Missing required parameter in input: "CORSConfiguration"'],
    ],
    [
      'undefined is missing',
      getObject,
      { Bucket: 'b', Key: undefined },
      ['Missing required parameter in input: "Key"'],
    ],
    [
      'missing in a structure',
      putBucketCors,
      { Bucket: 'b', CORSConfiguration: {} },
      ['Missing required parameter in CORSConfiguration: "CORSRules"'],
    ],
    [
      'unknown',
      deleteBucketLifecycle,
      { Bucket: 'b', notAParameter: 1, bucket: 'x' },
      [
        'Unknown parameter in input: "notAParameter", must be one of: Bucket, ExpectedBucketOwner',
        'Unknown parameter in input: "bucket", must be one of: Bucket, ExpectedBucketOwner',
      ],
    ],
    [
      'unknown in a structure without members',
      putBucketNotificationConfiguration,
      { Bucket: 'b', NotificationConfiguration: { EventBridgeConfiguration: { Bogus: 'x' } } },
      ['Unknown parameter in NotificationConfiguration.EventBridgeConfiguration: "Bogus", must be one of: '],
    ],
    ['unknown but undefined', deleteBucketLifecycle, { Bucket: 'b', nothing: undefined }, []],
    [
      'below the least number',
      listBuckets,
      { MaxBuckets: -5 },
      ['Invalid value for parameter MaxBuckets, value: -5, valid min value: 1'],
    ],
    [
      'too short',
      getObject,
      { Bucket: 'b', Key: '' },
      ['Invalid length for parameter Key, value: 0, valid min length: 1'],
    ],
    [
      'union of nothing',
      updateObjectEncryption,
      { ...object, ObjectEncryption: {} },
      ['Must set one of the following keys for tagged unionstructure ObjectEncryption: SSEKMS.'],
    ],
    [
      'characters are counted, not their halves',
      updateObjectEncryption,
      { ...object, ObjectEncryption: { SSEKMS: { KMSKeyArn: '😀'.repeat(19) } } },
      ['Invalid length for parameter ObjectEncryption.SSEKMS.KMSKeyArn, value: 19, valid min length: 20'],
    ],
    [
      'paths of items',
      getObjectAttributes,
      { ...object, ObjectAttributes: ['ETag', 1] },
      ['Invalid type for parameter ObjectAttributes[1], value: 1, type: integer, valid types: string'],
    ],
    [
      'holes of lists',
      getObjectAttributes,
      { ...object, ObjectAttributes: Object.assign(new Array<string>(2), { 1: 'ETag' }) },
      ['Invalid type for parameter ObjectAttributes[0], value: undefined, type: undefined, valid types: string'],
    ],
    [
      'paths in depth',
      putBucketAcl,
      {
        Bucket: 'b',
        AccessControlPolicy: { Grants: [{ Grantee: { ID: 1, Type: 'CanonicalUser' } }, { Grantee: {} }] },
      },
      [
        'Invalid type for parameter AccessControlPolicy.Grants[0].Grantee.ID, value: 1, type: integer, valid types: string',
        'Missing required parameter in AccessControlPolicy.Grants[1].Grantee: "Type"',
      ],
    ],
    [
      'required, then unknown, then the rest',
      getObject,
      { PartNumber: '1', Bogus: 1, Bucket: 'b' },
      [
        'Missing required parameter in input: "Key"',
        expect.stringMatching(/^Unknown parameter in input: "Bogus", must be one of: Bucket, /),
        'Invalid type for parameter PartNumber, value: 1, type: string, valid types: integer',
      ],
    ],
  ])('%s', (_, operation, params, problems) => {
    expect(validate(operation, params)).toEqual(problems)
  })

  it('refuses unions with two members', () => {
    const union: StructureValue = {
      kind: 'structure',
      union: true,
      members: () => ({ One: element(string), Two: element(integer) }),
    }
    const operation: AnyOperation = {
      name: 'PutEither',
      method: 'PUT',
      uri: '/{Bucket}',
      input: () => ({ Either: required({ place: 'payload' as const, value: union }) }),
    }
    expect(validate(operation, { Either: { One: 'a', Two: 2 } })).toEqual([
      'Invalid number of parameters set for tagged union structure Either. Can only set one of the following keys: One, Two.',
    ])
    expect(validate(operation, { Either: { One: 'a', Two: undefined } })).toEqual([])
  })
})

describe('types', () => {
  class Custom {
    own = 1
  }
  function wrongBody() {
    return 'whose source is not shown'
  }
  const wrong = (name: string, value: unknown, operation: AnyOperation = putObject) =>
    validate(operation, { ...object, [name]: value })

  test.each([
    ['ContentType', 1, 'value: 1, type: integer, valid types: string'],
    ['ContentType', 1.5, 'value: 1.5, type: float, valid types: string'],
    ['ContentType', true, 'value: true, type: boolean, valid types: string'],
    ['ContentType', null, 'value: null, type: null, valid types: string'],
    ['ContentType', [], 'value: [], type: list, valid types: string'],
    ['ContentType', {}, 'value: {}, type: map, valid types: string'],
    ['ContentType', ['a'], 'value: […], type: list, valid types: string'],
    ['ContentType', new Custom(), 'value: {…}, type: Custom, valid types: string'],
    ['ContentType', new Uint8Array(5), 'value: 5 bytes, type: Uint8Array, valid types: string'],
    ['ContentType', 5n, 'value: 5, type: bigint, valid types: string'],
    ['ContentType', Object.create(Object.create(null)), 'value: {}, type: object, valid types: string'],
    ['ContentLength', '5', 'value: 5, type: string, valid types: integer'],
    ['ContentLength', true, 'value: true, type: boolean, valid types: integer'],
    ['ContentLength', NaN, 'value: NaN, type: float, valid types: integer'],
    ['ContentLength', 1.5, 'value: 1.5, type: float, valid types: integer'],
    ['ContentLength', 2 ** 60, 'value: 1152921504606847000, type: float, valid types: integer'],
    ['BucketKeyEnabled', 'true', 'value: true, type: string, valid types: boolean'],
    ['BucketKeyEnabled', 0, 'value: 0, type: integer, valid types: boolean'],
    ['Expires', 'nonsense', 'value: nonsense, type: string, valid types: Date, timestamp-string'],
    ['Expires', new Date(NaN), 'value: Invalid Date, type: Date, valid types: Date, timestamp-string'],
    ['Expires', [], 'value: [], type: list, valid types: Date, timestamp-string'],
    ['Metadata', 'a=b', 'value: a=b, type: string, valid types: map'],
    ['Metadata', new Map(), 'value: [object Map], type: Map, valid types: map'],
    ['Body', 1, 'value: 1, type: integer, valid types: string, Uint8Array, Blob, stream'],
    ['Body', null, 'value: null, type: null, valid types: string, Uint8Array, Blob, stream'],
    ['Body', {}, 'value: {}, type: map, valid types: string, Uint8Array, Blob, stream'],
    ['Body', [1], 'value: […], type: list, valid types: string, Uint8Array, Blob, stream'],
    ['Body', wrongBody, 'value: [Function], type: function, valid types: string, Uint8Array, Blob, stream'],
  ])('%s: %o', (name, value, rest) => {
    expect(wrong(name, value)).toEqual([`Invalid type for parameter ${name}, ${rest}`])
  })

  it('refuses lists that are text and structures that are lists', () => {
    expect(wrong('ObjectAttributes', 'ETag', getObjectAttributes)[0]).toMatch(/type: string, valid types: list$/)
    expect(validate(putBucketCors, { Bucket: 'b', CORSConfiguration: [] })[0]).toMatch(/type: list, valid types: map$/)
    expect(validate(getObject, 'text' as never)[0]).toBe(
      'Invalid type for parameter input, value: text, type: string, valid types: map',
    )
  })

  async function* pieces() {
    yield new Uint8Array()
  }
  test.each([
    ['text', ''],
    ['bytes', new Uint8Array()],
    ['a Buffer', Buffer.from('a')],
    ['a DataView', new DataView(new ArrayBuffer(1))],
    ['an ArrayBuffer', new ArrayBuffer(1)],
    ['a Blob', new Blob(['a'])],
    ['a ReadableStream', new Blob(['a']).stream()],
    ['an async iterable', pieces()],
    ['an object with read()', { read: () => new Uint8Array() }],
  ])('takes %s as a body', (_, Body) => {
    expect(validate(uploadPart, { ...object, PartNumber: 1, UploadId: 'u', Body })).toEqual([])
  })

  test.each([new Date(0), '2026-01-01', 'Fri, 02 Jan 2026 03:04:05 GMT', '0', 1767323045, 0.5])(
    'takes %o as a moment',
    (SourceIfModifiedSince) => {
      expect(validate(renameObject, { ...object, RenameSource: 'a/b', SourceIfModifiedSince })).toEqual([])
    },
  )

  it('neither checks enumerations nor maximums', () => {
    expect(validate(putObject, { ...object, ACL: 'mine', StorageClass: 'NEW', ContentType: '' })).toEqual([])
    expect(validate(listBuckets, { MaxBuckets: 1_000_000 })).toEqual([])
  })
})

describe('text that cannot be sent', () => {
  test.each(['a\r\nX-Evil: 1', 'a\nb', 'a\rb', 'a\0b', 'a\x1bb', 'a\x7fb', 'a\ud800b'])('header value %j', (value) => {
    const problem = `Invalid value for parameter ContentType, value: ${JSON.stringify(value)}, text has characters that a header cannot carry`
    expect(validate(putObject, { ...object, ContentType: value })).toEqual([problem])
    expect(validate(putObject, { ...object, Metadata: { k: value } })).toEqual([
      problem.replace('ContentType', 'Metadata.k'),
    ])
    expect(validate(getObjectAttributes, { ...object, ObjectAttributes: [value] })).toEqual([
      problem.replace('ContentType', 'ObjectAttributes[0]'),
    ])
  })

  it('lets tabs and any other Unicode pass in headers', () => {
    expect(validate(putObject, { ...object, ContentType: 'a\tb naïve ключ 日本語 😀' })).toEqual([])
  })

  it('lets control characters pass in keys and queries', () => {
    expect(validate(getObject, { Bucket: 'b', Key: 'a\r\n\0b', VersionId: '\r\n' })).toEqual([])
  })

  test.each(['Key', 'VersionId'])('half a surrogate pair in %s', (name) => {
    expect(validate(getObject, { ...object, [name]: 'a\udc00' })).toEqual([
      `Invalid value for parameter ${name}, value: "a\\udc00", text is not valid Unicode`,
    ])
  })

  test.each(['a\0', 'a\x0b', 'a\x1f', 'a\ufffe', 'a\uffff', 'a\ud83d'])('XML text %j', (value) => {
    const problems = validate(selectObjectContent, {
      ...object,
      Expression: value,
      ExpressionType: 'SQL',
      InputSerialization: { CSV: { Comments: value } },
      OutputSerialization: {},
    })
    const shown = JSON.stringify(value)
    expect(problems).toEqual([
      `Invalid value for parameter Expression, value: ${shown}, text has characters that XML 1.0 cannot carry`,
      `Invalid value for parameter InputSerialization.CSV.Comments, value: ${shown}, text has characters that XML 1.0 cannot carry`,
    ])
  })

  it('lets line breaks and the whole of Unicode pass in XML', () => {
    const Expression = 'a\t\r\n\ud7ff\ue000\ufffd😀\u{10ffff}'
    expect(
      validate(selectObjectContent, {
        ...object,
        Expression,
        ExpressionType: 'SQL',
        InputSerialization: {},
        OutputSerialization: {},
      }),
    ).toEqual([])
  })

  test.each(['', 'a b', 'a:b', 'a\r\nb', 'ключ', 'a\tb'])('metadata key %j', (key) => {
    expect(validate(putObject, { ...object, Metadata: { [key]: 'v' } })).toEqual([
      `Invalid value for parameter Metadata (key: ${key}), value: ${JSON.stringify(key)}, text cannot be part of a header name`,
    ])
  })

  it('takes metadata of text only, and entries that are undefined', () => {
    expect(validate(putObject, { ...object, Metadata: { n: 1, gone: undefined, 'under_score.-': '' } })).toEqual([
      'Invalid type for parameter Metadata.n, value: 1, type: integer, valid types: string',
    ])
  })
})

describe('secrets', () => {
  it('are not shown', () => {
    const secret = 'hunter2\n'
    const problems = [
      ...validate(putObject, { ...object, SSECustomerKey: secret, SSEKMSKeyId: [secret] }),
      ...validate(putObject, { ...object, SSECustomerKey: { secret } }),
    ]
    expect(problems).toEqual([
      'Invalid value for parameter SSECustomerKey, value: ***, text has characters that a header cannot carry',
      'Invalid type for parameter SSEKMSKeyId, value: ***, type: list, valid types: string',
      'Invalid type for parameter SSECustomerKey, value: ***, type: map, valid types: string',
    ])
  })

  it('are not shown by way of a wrong object, and long texts are cut', () => {
    const problems = validate(putObjectRetention, {
      ...object,
      RequestPayer: { password: 'hunter2' },
      VersionId: ['x'.repeat(1000)],
      ExpectedBucketOwner: `${'x'.repeat(1000)}\n`,
    })
    expect(problems.join('\n')).not.toContain('hunter2')
    for (const problem of problems) expect(problem.length).toBeLessThan(400)
    expect(problems).toHaveLength(3)
  })
})

describe('what messages show', () => {
  const long = 'x'.repeat(100_000)
  test.each([
    ['unknown names', { ...object, [long]: 1 }],
    ['metadata keys', { ...object, Metadata: { [`${long} `]: 'v' } }],
    ['metadata keys with a wrong value', { ...object, Metadata: { [long]: 1 } }],
    ['metadata values', { ...object, Metadata: { a: `${long}\n` } }],
    ['big numbers', { ...object, ContentType: 10n ** 5000n }],
  ])('long %s are cut', (_, params) => {
    const [problem, ...others] = validate(putObject, params)
    expect(others).toEqual([])
    expect(problem).toContain('…')
    expect(problem!.length).toBeLessThan(4000)
  })

  it('names of 1000 characters are shown in full', () => {
    const name = 'x'.repeat(1000)
    expect(validate(deleteBucketLifecycle, { Bucket: 'b', [name]: 1 })).toEqual([
      `Unknown parameter in input: "${name}", must be one of: Bucket, ExpectedBucketOwner`,
    ])
  })

  test.each([deleteObject, deleteObjects, putBucketVersioning])(
    'the code of an MFA device is not: $name',
    (operation) => {
      for (const MFA of ['arn:aws:iam::1:mfa/me 123456\n', ['123456'], 123456]) {
        const problem = validate(operation, { Bucket: 'b', MFA }).find((line) => line.includes('parameter MFA'))
        expect(problem).toContain('value: ***, ')
        expect(problem).not.toContain('123456')
      }
    },
  )
})
