import { describe, expect, test } from 'vitest'
import type { ResponseMetadata } from '../src/errors/index.js'
import * as operations from '../src/operations/index.js'
import { noteWarnings } from '../src/rules/expires.js'
import { finishOutput } from '../src/rules/response.js'
import type { AnyOperation } from '../src/schema/index.js'

const added = { addedEncodingType: true }
const notAdded = { addedEncodingType: false }

describe('keys of listings (boto3 semantics 5.5)', () => {
  const listed = (encoding: object) => ({
    ...encoding,
    Prefix: 'p/my%20f+x',
    Delimiter: '%2F',
    Marker: 'm%2B',
    NextMarker: 'n+n',
    Contents: [{ Key: 'a%20b+c%25', ETag: '%20' }, { Key: '%E6%97%A5' }, {}],
    CommonPrefixes: [{ Prefix: 'x%2Fy/' }],
  })

  test('ListObjects decodes all but Prefix', () => {
    expect(finishOutput(operations.listObjects, added, listed({ EncodingType: 'url' }))).toEqual({
      EncodingType: 'url',
      Prefix: 'p/my%20f+x',
      Delimiter: '/',
      Marker: 'm+',
      NextMarker: 'n n',
      Contents: [{ Key: 'a b c%', ETag: '%20' }, { Key: '日' }, {}],
      CommonPrefixes: [{ Prefix: 'x/y/' }],
    })
  })

  test('ListObjectsV2 decodes Prefix and StartAfter as well, but no token', () => {
    const output = { EncodingType: 'url', Prefix: 'a%20', StartAfter: 's%2F', ContinuationToken: 't%20', Name: 'n%20' }
    expect(finishOutput(operations.listObjectsV2, added, output)).toEqual({
      EncodingType: 'url',
      Prefix: 'a ',
      StartAfter: 's/',
      ContinuationToken: 't%20',
      Name: 'n%20',
    })
  })

  test('ListObjectVersions decodes versions and delete markers', () => {
    const output = {
      EncodingType: 'url',
      KeyMarker: 'k%20',
      NextKeyMarker: 'n%20',
      Versions: [{ Key: 'v%20' }],
      DeleteMarkers: [{ Key: 'd%20' }],
    }
    expect(finishOutput(operations.listObjectVersions, added, output)).toEqual({
      EncodingType: 'url',
      KeyMarker: 'k ',
      NextKeyMarker: 'n ',
      Versions: [{ Key: 'v ' }],
      DeleteMarkers: [{ Key: 'd ' }],
    })
  })

  test.each<[string, AnyOperation, typeof added, object]>([
    ['the caller asked for the encoding', operations.listObjects, notAdded, { EncodingType: 'url' }],
    ['the store ignored the parameter', operations.listObjects, added, {}],
    ['the operation is ListMultipartUploads', operations.listMultipartUploads, added, { EncodingType: 'url' }],
  ])('nothing is decoded when %s', (_, operation, context, encoding) => {
    expect(finishOutput(operation, context, listed(encoding))).toEqual(listed(encoding))
  })
})

describe('the location of a bucket', () => {
  test.each([
    [{}, null],
    [{ LocationConstraint: '' }, null],
    [{ LocationConstraint: '\n' }, null],
    [{ LocationConstraint: 'EU' }, 'EU'],
    [{ LocationConstraint: 'us-west-2' }, 'us-west-2'],
  ])('%j is %j', (output, expected) => {
    expect(finishOutput(operations.getBucketLocation, notAdded, output)).toEqual({ LocationConstraint: expected })
  })

  test('other operations get none', () => {
    expect(finishOutput(operations.getBucketAcl, notAdded, {})).toEqual({})
  })
})

describe('aws-chunked in the encoding of an object', () => {
  test.each([
    ['aws-chunked', {}],
    ['gzip,aws-chunked', { ContentEncoding: 'gzip' }],
    ['aws-chunked, gzip, br', { ContentEncoding: 'gzip,br' }],
    ['gzip', { ContentEncoding: 'gzip' }],
    ['x-aws-chunked , gzip', { ContentEncoding: 'x-aws-chunked , gzip' }],
    ['', { ContentEncoding: '' }],
  ])('%j', (ContentEncoding, expected) => {
    expect(finishOutput(operations.getObject, notAdded, { ContentEncoding })).toEqual(expected)
  })
})

describe('warnings', () => {
  const metadata = (): ResponseMetadata => ({
    HTTPStatusCode: 200,
    HTTPHeaders: { expires: 'never', etag: '"e"' },
    RetryAttempts: 0,
  })
  const expires = 'Expires: "never" is not a timestamp'
  const size = 'Size: "big" is not an integer'

  test('an Expires that is no date leaves the metadata as in boto3, but can be read about', () => {
    const noted = metadata()
    noteWarnings({ ExpiresString: 'never' }, noted, [expires])
    expect(Object.entries(noted)).toEqual(Object.entries({ ...metadata(), HTTPHeaders: { etag: '"e"' } }))
    expect(noted.Warnings).toEqual([expires])
  })

  test('others are shown', () => {
    const noted = metadata()
    noteWarnings({}, noted, [size])
    expect({ ...noted }).toEqual({ ...metadata(), Warnings: [size] })
    noteWarnings({ ExpiresString: 'never' }, noted, [expires, size])
    expect({ ...noted }).toEqual({ ...metadata(), HTTPHeaders: { etag: '"e"' }, Warnings: [expires, size] })
  })
})
