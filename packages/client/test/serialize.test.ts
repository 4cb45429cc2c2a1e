import { describe, expect, it, test } from 'vitest'
import { ParamValidationError } from '../src/errors/index.js'
import {
  completeMultipartUpload,
  copyObject,
  createBucket,
  deleteBucket,
  deleteObject,
  deleteObjects,
  getBucketAcl,
  getObject,
  getObjectAttributes,
  listBuckets,
  listObjectsV2,
  putBucketPolicy,
  putBucketTagging,
  putObject,
  putObjectRetention,
  selectObjectContent,
  writeGetObjectResponse,
} from '../src/operations/index.js'
import { serialize } from '../src/protocol/serialize.js'
import { flatList, label, query, string, type AnyOperation } from '../src/schema/index.js'

const object = { Bucket: 'b', Key: 'k' }

describe('path', () => {
  test.each([
    // The examples of boto3 semantics 3.2.
    ['a/b c+é?#%~*/./../x//y', '/a/b%20c%2B%C3%A9%3F%23%25~%2A/./../x//y'],
    ['/lead//x', '//lead//x'],
    ['..', '/..'],
    ['$&$1', '/%24%26%241'],
  ])('key %j', (Key, path) => {
    expect(serialize(getObject, { Bucket: 'b', Key }).path).toBe(path)
  })

  it('is empty for buckets and for the service', () => {
    expect(serialize(getBucketAcl, { Bucket: 'b' })).toEqual({
      path: '',
      query: 'acl',
      headers: [],
      body: undefined,
    })
    expect(serialize(listBuckets, {}).path).toBe('')
  })

  it('encodes slashes in labels other than keys', () => {
    const operation: AnyOperation = {
      name: 'GetPart',
      method: 'GET',
      uri: '/{Bucket}/parts/{Part}',
      input: () => ({ Bucket: label(string), Part: label(string) }),
    }
    expect(serialize(operation, { Bucket: 'b', Part: 'a/b c' }).path).toBe('/parts/a%2Fb%20c')
  })

  // Such a request would delete the bucket, or list all buckets.
  test.each<[AnyOperation, Record<string, unknown>, string]>([
    [deleteObject, { Bucket: 'b', Key: '' }, 'Invalid length for parameter Key, value: 0, valid min length: 1'],
    [deleteObject, { Bucket: 'b' }, 'Missing required parameter in input: "Key"'],
    [deleteObject, { Bucket: 'b', Key: null }, 'Missing required parameter in input: "Key"'],
    [deleteBucket, { Bucket: '' }, 'Invalid length for parameter Bucket, value: 0, valid min length: 1'],
    [deleteBucket, {}, 'Missing required parameter in input: "Bucket"'],
  ])('refuses labels that are empty, whether validated or not: %o', (operation, params, problem) => {
    expect(() => serialize(operation, params)).toThrow(new ParamValidationError(problem))
  })

  it('is fixed for the answers of object lambdas', () => {
    const { path, headers } = serialize(writeGetObjectResponse, {
      RequestRoute: 'io-route-1',
      RequestToken: 't',
    })
    expect(path).toBe('/WriteGetObjectResponse')
    expect(headers).toEqual(['x-amz-request-route', 'io-route-1', 'x-amz-request-token', 't'])
  })
})

describe('query', () => {
  test.each<[string, AnyOperation, Record<string, unknown>, string]>([
    ['fixed part first', listObjectsV2, { Bucket: 'b', Prefix: 'a/b c' }, 'list-type=2&prefix=a%2Fb%20c'],
    [
      'the order of the caller',
      listObjectsV2,
      { Prefix: 'p', MaxKeys: 0, Bucket: 'b', FetchOwner: true, Delimiter: '/', EncodingType: 'url' },
      'list-type=2&prefix=p&max-keys=0&fetch-owner=true&delimiter=%2F&encoding-type=url',
    ],
    ['empty text', listObjectsV2, { Bucket: 'b', Prefix: '', Delimiter: '' }, 'list-type=2&prefix=&delimiter='],
    ['undefined and null', listObjectsV2, { Bucket: 'b', Prefix: undefined, Delimiter: null }, 'list-type=2'],
    [
      'HTTP dates',
      getObject,
      { ...object, ResponseExpires: '2026-01-02T03:04:05.5Z' },
      'response-expires=Fri%2C%2002%20Jan%202026%2003%3A04%3A05%20GMT',
    ],
    ['numbers', getObject, { ...object, VersionId: 'v+/=', PartNumber: 7 }, 'versionId=v%2B%2F%3D&partNumber=7'],
    ['unknown members', getObject, { ...object, bogus: 1 }, ''],
  ])('%s', (_, operation, params, expected) => {
    expect(serialize(operation, params).query).toBe(expected)
  })

  it('repeats the name for lists', () => {
    const operation: AnyOperation = {
      name: 'GetMany',
      method: 'GET',
      uri: '/?many',
      input: () => ({ Ids: query('id', flatList(string)) }),
    }
    expect(serialize(operation, { Ids: ['a', 'b&c'] }).query).toBe('many&id=a&id=b%26c')
    expect(serialize(operation, { Ids: [] }).query).toBe('many')
  })
})

describe('headers', () => {
  test.each<[string, AnyOperation, Record<string, unknown>, string[]]>([
    [
      'text, numbers, booleans in the order of the caller',
      putObject,
      { ContentLength: 5, BucketKeyEnabled: false, ...object, ContentType: 'a/b' },
      ['Content-Length', '5', 'x-amz-server-side-encryption-bucket-key-enabled', 'false', 'Content-Type', 'a/b'],
    ],
    ['no content type of our own', putObject, { ...object, Body: 'x' }, []],
    ['empty text', putObject, { ...object, ContentType: '' }, ['Content-Type', '']],
    ['undefined and null', putObject, { ...object, ContentType: undefined, ACL: null }, []],
    ['other scripts', putObject, { ...object, ContentDisposition: 'ключ' }, ['Content-Disposition', 'ключ']],
    [
      'HTTP dates',
      getObject,
      { ...object, IfModifiedSince: new Date('2026-01-02T03:04:05.999Z') },
      ['If-Modified-Since', 'Fri, 02 Jan 2026 03:04:05 GMT'],
    ],
    [
      'seconds before 1970',
      getObject,
      { ...object, IfModifiedSince: -0.5 },
      ['If-Modified-Since', 'Wed, 31 Dec 1969 23:59:59 GMT'],
    ],
    [
      'ISO 8601 in whole seconds',
      putObject,
      { ...object, ObjectLockRetainUntilDate: '2026-01-02T03:04:05.123Z' },
      ['x-amz-object-lock-retain-until-date', '2026-01-02T03:04:05Z'],
    ],
    ['moments that validation let pass', putObject, { ...object, Expires: 'never' }, ['Expires', 'never']],
    [
      'lists',
      getObjectAttributes,
      { ...object, ObjectAttributes: ['ETag', 'Checksum'] },
      ['x-amz-object-attributes', 'ETag,Checksum'],
    ],
    [
      'list items with a comma or a quote',
      getObjectAttributes,
      { ...object, ObjectAttributes: ['a,b', 'c"d', 'e f'] },
      ['x-amz-object-attributes', '"a,b","c\\"d",e f'],
    ],
    ['empty lists', getObjectAttributes, { ...object, ObjectAttributes: [] }, []],
    [
      'metadata',
      putObject,
      { ...object, Metadata: { a: '1', 'b-c': '', d: undefined } },
      ['x-amz-meta-a', '1', 'x-amz-meta-b-c', ''],
    ],
    [
      'metadata in mixed case',
      copyObject,
      { ...object, CopySource: 'a/b', Metadata: { a: '1', b: '2', A: '3', B: '4', c: '5' } },
      ['x-amz-copy-source', 'a/b', 'x-amz-meta-A', '3', 'x-amz-meta-B', '4', 'x-amz-meta-c', '5'],
    ],
  ])('%s', (_, operation, params, headers) => {
    const serialized = serialize(operation, params)
    const lowered = (list: string[]) =>
      list.map((text, i) => (i % 2 === 0 && !/meta/.test(text) ? text.toLowerCase() : text))
    expect(lowered(serialized.headers)).toEqual(lowered(headers))
  })
})

describe('body', () => {
  const s3 = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

  it('is the structure that the operation names, under the name it has on the wire', () => {
    expect(serialize(deleteObjects, { Bucket: 'b', Delete: { Quiet: true, Objects: [{ Key: 'a\r\n&' }] } }).body).toBe(
      `<Delete ${s3}><Quiet>true</Quiet><Object><Key>a&#xD;&#xA;&amp;</Key></Object></Delete>`,
    )
    expect(
      serialize(completeMultipartUpload, {
        ...object,
        UploadId: 'u',
        MultipartUpload: { Parts: [{ PartNumber: 1, ETag: '"e"' }] },
      }).body,
    ).toBe(
      `<CompleteMultipartUpload ${s3}><Part><PartNumber>1</PartNumber><ETag>"e"</ETag></Part></CompleteMultipartUpload>`,
    )
    expect(serialize(putObjectRetention, { ...object, Retention: { RetainUntilDate: '2026-01-01' } }).body).toBe(
      `<Retention ${s3}><RetainUntilDate>2026-01-01T00:00:00Z</RetainUntilDate></Retention>`,
    )
  })

  it('is absent when its member is', () => {
    expect(serialize(createBucket, { Bucket: 'b' }).body).toBeUndefined()
    expect(serialize(createBucket, { Bucket: 'b', CreateBucketConfiguration: undefined }).body).toBeUndefined()
    expect(serialize(putObject, object).body).toBeUndefined()
  })

  it('is an empty document for an empty structure', () => {
    expect(serialize(createBucket, { Bucket: 'b', CreateBucketConfiguration: {} }).body).toBe(
      `<CreateBucketConfiguration ${s3} />`,
    )
  })

  it('has bare line breaks where boto3 has them, when its exact form is asked for', () => {
    const tagging = { Bucket: 'b', Tagging: { TagSet: [{ Key: 'a\r\nb', Value: '&#xD;' }] } }
    const wanted = (key: string) =>
      `<Tagging ${s3}><TagSet><Tag><Key>${key}</Key><Value>&amp;#xD;</Value></Tag></TagSet></Tagging>`
    expect(serialize(putBucketTagging, tagging).body).toBe(wanted('a&#xD;&#xA;b'))
    expect(serialize(putBucketTagging, tagging, true).body).toBe(wanted('a\r\nb'))
    expect(serialize(deleteObjects, { Bucket: 'b', Delete: { Objects: [{ Key: 'a\r\nb' }] } }, true).body).toBe(
      `<Delete ${s3}><Object><Key>a&#xD;&#xA;b</Key></Object></Delete>`,
    )
  })

  it('is the raw text of a policy and the untouched stream of an object', () => {
    const Policy = '{"Version":"2012-10-17"}\r\n<&>'
    expect(serialize(putBucketPolicy, { Bucket: 'b', Policy }).body).toBe(Policy)
    const Body = new Blob(['a']).stream()
    expect(serialize(putObject, { ...object, Body }).body).toBe(Body)
    expect(serialize(putObject, { ...object, Body: '' }).body).toBe('')
  })

  it('is made of the members of the request itself where there is no payload', () => {
    const serialized = serialize(selectObjectContent, {
      ...object,
      ExpressionType: 'SQL',
      Expression: 'select * from S3Object where a < 1',
      InputSerialization: { Parquet: {} },
      OutputSerialization: { JSON: { RecordDelimiter: '\n' } },
      ExpectedBucketOwner: '1',
    })
    expect(serialized).toEqual({
      path: '/k',
      query: 'select&select-type=2',
      headers: ['x-amz-expected-bucket-owner', '1'],
      body:
        `<SelectObjectContentRequest ${s3}><ExpressionType>SQL</ExpressionType>` +
        '<Expression>select * from S3Object where a &lt; 1</Expression>' +
        '<InputSerialization><Parquet /></InputSerialization>' +
        '<OutputSerialization><JSON><RecordDelimiter>&#xA;</RecordDelimiter></JSON></OutputSerialization>' +
        '</SelectObjectContentRequest>',
    })
  })
})
