import { describe, expect, it } from 'vitest'
import { announcedRegion, redirectRegion, regionOf } from '../src/endpoint/redirect.js'
import type { RedirectFacts } from '../src/endpoint/redirect.js'
import type { ErrorResponse } from '../src/errors/index.js'

interface Answer {
  operation?: string
  status: number
  code?: string
  /** `Region` of the error body. */
  bodyRegion?: string
  /** `x-amz-bucket-region`. */
  header?: string
}

function response({ status, code, bodyRegion, header }: Answer): ErrorResponse {
  return {
    Error: { Code: code ?? String(status), Message: '', ...(bodyRegion === undefined ? {} : { Region: bodyRegion }) },
    ResponseMetadata: {
      HTTPStatusCode: status,
      HTTPHeaders: header === undefined ? {} : { 'x-amz-bucket-region': header },
      RetryAttempts: 0,
    },
  }
}

function decide(answer: Answer, facts: Partial<RedirectFacts> = {}) {
  return redirectRegion({
    operation: answer.operation ?? 'GetObject',
    bucket: 'bucket',
    response: response(answer),
    redirected: false,
    customEndpoint: false,
    strict: false,
    ...facts,
  })
}

const eu = { region: 'eu-west-1' }

describe('what means another region (boto3 semantics 4.7)', () => {
  const cases: [string, Answer, ReturnType<typeof redirectRegion>][] = [
    ['301 with a header', { status: 301, header: 'eu-west-1' }, eu],
    ['301 with a region in the body', { status: 301, bodyRegion: 'eu-west-1' }, eu],
    ['the header before the body', { status: 301, header: 'eu-west-1', bodyRegion: 'us-west-2' }, eu],
    ['301 without a region', { status: 301, code: 'PermanentRedirect' }, 'discover'],
    ['302', { status: 302, header: 'eu-west-1' }, eu],
    ['307', { status: 307, code: 'TemporaryRedirect' }, 'discover'],
    ['303', { status: 303, header: 'eu-west-1' }, 'none'],
    ['304', { status: 304, header: 'eu-west-1' }, 'none'],
    ['308', { status: 308, header: 'eu-west-1' }, 'none'],
    ['the code alone', { status: 400, code: 'PermanentRedirect' }, 'discover'],
    ['wrong scope', { status: 400, code: 'AuthorizationHeaderMalformed', bodyRegion: 'eu-west-1' }, eu],
    ['wrong scope, no region', { status: 400, code: 'AuthorizationHeaderMalformed', header: 'eu-west-1' }, 'none'],
    ['opt-in region', { status: 400, code: 'IllegalLocationConstraintException' }, 'discover'],
    [
      'a bucket to be made',
      { operation: 'CreateBucket', status: 400, code: 'IllegalLocationConstraintException', header: 'eu-west-1' },
      'none',
    ],
    ['HeadObject 400', { operation: 'HeadObject', status: 400, header: 'eu-west-1' }, eu],
    ['HeadObject 400 without a region', { operation: 'HeadObject', status: 400 }, 'discover'],
    ['HeadObject 403', { operation: 'HeadObject', status: 403, header: 'eu-west-1' }, 'none'],
    ['HeadBucket 400', { operation: 'HeadBucket', status: 400, header: 'eu-west-1' }, eu],
    ['HeadBucket 400 without a region', { operation: 'HeadBucket', status: 400 }, 'none'],
    ['another 400', { status: 400, header: 'eu-west-1' }, 'none'],
    ['NoSuchBucket', { status: 404, code: 'NoSuchBucket', header: 'eu-west-1' }, 'none'],
  ]
  it.each(cases)('%s', (_, answer, expected) => {
    expect(decide(answer)).toEqual(expected)
  })

  it('happens once for a call, to calls with a bucket that is no ARN', () => {
    const answer = { status: 301, header: 'eu-west-1' }
    expect(decide(answer, { redirected: true })).toBe('none')
    expect(decide(answer, { bucket: undefined })).toBe('none')
    expect(decide(answer, { bucket: 'arn:aws:s3:us-west-2:123456789012:accesspoint/a' })).toBe('none')
  })

  it('follows no region that is not a host label', () => {
    for (const header of ['evil.example/', 'a.b', '', '1', 'eu-west-1\r\n']) {
      expect(decide({ status: 301, header }, { customEndpoint: true })).toBe('none')
      expect(regionOf({ 'x-amz-bucket-region': header })).toBeUndefined()
    }
  })
})

describe('bounds (D-18)', () => {
  it('sends no HeadBucket for a HeadBucket', () => {
    expect(decide({ operation: 'HeadBucket', status: 301 })).toBe('none')
    expect(decide({ operation: 'HeadBucket', status: 301, header: 'eu-west-1' })).toEqual(eu)
  })

  it('sends none to custom endpoints', () => {
    const customEndpoint = true
    expect(decide({ status: 301 }, { customEndpoint })).toBe('none')
    expect(decide({ operation: 'HeadObject', status: 400 }, { customEndpoint })).toBe('none')
    expect(decide({ status: 301, header: 'eu-west-1' }, { customEndpoint })).toEqual(eu)
  })

  it("keeps boto3's requests with compat strict", () => {
    const strict = { strict: true, customEndpoint: true }
    expect(decide({ status: 301 }, strict)).toBe('discover')
    expect(decide({ operation: 'HeadObject', status: 400 }, strict)).toBe('discover')
    expect(decide({ operation: 'HeadBucket', status: 301 }, strict)).toBe('discover')
    expect(decide({ operation: 'HeadBucket', status: 400 }, strict)).toBe('none')
    expect(decide({ status: 301 }, { ...strict, redirected: true })).toBe('none')
  })
})

describe('announced regions', () => {
  it('are in the answer of a HeadBucket, whatever came of it', () => {
    expect(regionOf({ 'x-amz-bucket-region': 'eu-west-1' })).toBe('eu-west-1')
    expect(regionOf({})).toBeUndefined()
    expect(announcedRegion(response({ status: 403, header: 'eu-west-1' }))).toBe('eu-west-1')
    expect(announcedRegion(response({ status: 403 }))).toBeUndefined()
  })
})
