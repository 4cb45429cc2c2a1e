import { describe, expect, test } from 'vitest'
import { clientError } from '../src/errors/exceptions.js'
import * as operations from '../src/operations/index.js'
import { parseError } from '../src/protocol/errorBody.js'

const bytes = (text: string) => new TextEncoder().encode(text)
const ids = { 'x-amz-request-id': 'REQ', 'x-amz-id-2': 'HOST' }

async function parse(status: number, text: string, headers: Record<string, string> = ids, reason = '') {
  const response = await parseError(operations.getObject, { status, reason, headers }, bytes(text))
  const { HTTPStatusCode, HTTPHeaders, RetryAttempts, ...known } = response.ResponseMetadata
  expect({ HTTPStatusCode, HTTPHeaders, RetryAttempts }).toEqual({
    HTTPStatusCode: status,
    HTTPHeaders: headers,
    RetryAttempts: 0,
  })
  return { ...response, ResponseMetadata: known, message: clientError(response, 'GetObject').message }
}

const message = (code: string, text: string) =>
  `An error occurred (${code}) when calling the GetObject operation: ${text}`

describe('an Error element', () => {
  const children = '<Code>NoSuchKey</Code><Message>Some &lt;b> &amp; text</Message><Key>k</Key>'
  const inBody = '<RequestId>BODY</RequestId><HostId>body</HostId>'
  const expected = {
    Error: { Code: 'NoSuchKey', Message: 'Some <b> & text', Key: 'k' },
    ResponseMetadata: { RequestId: 'REQ', HostId: 'HOST' },
    message: message('NoSuchKey', 'Some <b> & text'),
  }

  test.each([
    ['plain', `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${children}${inBody}</Error>`],
    ['pretty', `<Error>\n  ${children}\n  ${inBody}\n</Error>\n`],
    ['with a namespace (D-22)', `<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${children}${inBody}</Error>`],
    ['with a prefix', `<s:Error xmlns:s="urn:x">${children.replace(/(<\/?)/g, '$1s:')}</s:Error>`],
    ['with a comment', `<!-- x --><Error>${children}</Error>`],
  ])('%s', async (_, body) => {
    expect(await parse(404, body)).toEqual(expected)
  })

  test('ids come from headers only', async () => {
    expect((await parse(404, `<Error>${children}${inBody}</Error>`, {})).ResponseMetadata).toEqual({})
  })

  test('CDATA', async () => {
    const { Error: details } = await parse(400, '<Error><Code>Bad</Code><Message><![CDATA[<x> & y]]></Message></Error>')
    expect(details).toEqual({ Code: 'Bad', Message: '<x> & y' })
  })

  test('an empty message stays empty, as Ceph sends it', async () => {
    for (const empty of ['<Message></Message>', '<Message/>']) {
      const response = await parse(403, `<Error><Code>AccessDenied</Code>${empty}</Error>`)
      expect(response.Error).toEqual({ Code: 'AccessDenied', Message: '' })
      expect(response.message).toBe(message('AccessDenied', ''))
    }
  })

  test('other children that are empty are absent', async () => {
    const body = '<Error><Code>Bad</Code><Message>m</Message><Resource></Resource><Region/><Detail> </Detail></Error>'
    expect((await parse(400, body)).Error).toEqual({ Code: 'Bad', Message: 'm', Detail: ' ' })
  })

  test('code and message that are missing read Unknown and are not shown', async () => {
    const nocode = await parse(400, '<Error><Message>only message</Message></Error>')
    expect(Object.entries(nocode.Error)).toEqual([['Message', 'only message']])
    expect(nocode.Error.Code).toBe('Unknown')
    expect(nocode.message).toBe(message('Unknown', 'only message'))
    const empty = await parse(400, '<Error/>')
    expect(JSON.stringify(empty.Error)).toBe('{}')
    expect(empty.message).toBe(message('Unknown', 'Unknown'))
  })

  test('members of InvalidObjectState stand beside it', async () => {
    const body = `<Error><Code>InvalidObjectState</Code><Message>cold</Message>
      <StorageClass>GLACIER</StorageClass><AccessTier>ARCHIVE_ACCESS</AccessTier></Error>`
    expect(await parse(403, body)).toMatchObject({
      Error: { Code: 'InvalidObjectState', StorageClass: 'GLACIER', AccessTier: 'ARCHIVE_ACCESS' },
      StorageClass: 'GLACIER',
      AccessTier: 'ARCHIVE_ACCESS',
    })
  })

  test('names that objects have by themselves', async () => {
    const body = '<Error><Code>toString</Code><__proto__>p</__proto__><constructor>c</constructor></Error>'
    const { Error: details } = await parse(400, body)
    expect(Object.entries(details)).toEqual([
      ['Code', 'toString'],
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ])
    expect(Object.getPrototypeOf(details)).toBe(Object.prototype)
  })

  test('a child with children of its own has its own text only', async () => {
    const { Error: details } = await parse(400, '<Error><Code>Bad</Code><Detail>d<A>1</A></Detail></Error>')
    expect(details).toEqual({ Code: 'Bad', Detail: 'd' })
  })
})

describe('an ErrorResponse', () => {
  const body = `<ErrorResponse xmlns="urn:x"><Error><Type>Sender</Type><Code>InvalidInput</Code><Message>m</Message>
    </Error><RequestId>rid</RequestId></ErrorResponse>`

  test('its inner error and its id', async () => {
    expect(await parse(400, body, {})).toEqual({
      Error: { Type: 'Sender', Code: 'InvalidInput', Message: 'm' },
      ResponseMetadata: { RequestId: 'rid' },
      message: message('InvalidInput', 'm'),
    })
  })
})

describe('described by the status', () => {
  const known = { RequestId: 'REQ', HostId: 'HOST' }
  const none = { RequestId: '', HostId: '' }
  test.each<[string, number, string, Record<string, string>, object, string]>([
    ['empty', 404, '', ids, known, 'Not Found'],
    ['empty without ids', 412, '', {}, none, 'Precondition Failed'],
    ['not modified', 304, '', ids, known, 'Not Modified'],
    ['range', 416, '', ids, known, 'Requested Range Not Satisfiable'],
    ['empty of a proxy', 503, '', ids, {}, 'Service Unavailable'],
    ['HTML of a proxy', 502, '<html><body>Bad</body></html>', ids, {}, 'Bad Gateway'],
    ['blanks of a proxy', 500, ' \r\n', ids, {}, 'Internal Server Error'],
    ['HTML of a proxy after blanks', 503, '\r\n <html><body>Bad</body></html>', ids, {}, 'Service Unavailable'],
    ['blanks', 400, ' \r\n', ids, known, 'Bad Request'],
    ['HTML with DOCTYPE', 503, '<!DOCTYPE html>\n<html><h1>503</h1></html>', {}, none, 'Service Unavailable'],
    ['XHTML', 404, '<html><body><h1>Not Found</h1></body></html>', ids, known, 'Not Found'],
    ['broken HTML', 403, '<html><body><p>unclosed', {}, none, 'Forbidden'],
    ['text', 504, 'Gateway Timeout', {}, none, 'Gateway Timeout'],
    ['JSON', 400, '{"error":"x"}', {}, none, 'Bad Request'],
    ['truncated', 404, '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Mess', ids, known, 'Not Found'],
    ['truncated for the library', 404, '<!-- --><Error><Code>NoSuchKey</Code>', ids, known, 'Not Found'],
    ['truncated with status 200', 500, '<CopyObjectResult><ETag>"x', ids, known, 'Internal Server Error'],
  ])('%s', async (_, status, body, headers, metadata, text) => {
    expect(await parse(status, body, headers)).toEqual({
      Error: { Code: String(status), Message: text },
      ResponseMetadata: metadata,
      message: message(String(status), text),
    })
  })

  test('a status without a phrase of its own takes that of the answer', async () => {
    expect((await parse(499, '', ids, 'Client Closed Request')).Error.Message).toBe('Client Closed Request')
    expect((await parse(404, '', ids, 'Nope')).Error.Message).toBe('Not Found')
  })

  test('bytes that are not UTF-8', async () => {
    const body = Uint8Array.from([...bytes('<Error><Code>'), 0xff, ...bytes('</Code></Error>')])
    const response = await parseError(operations.getObject, { status: 400, reason: '', headers: ids }, body)
    expect(response.Error).toEqual({ Code: '400', Message: 'Bad Request' })
  })

  test('HEAD has no body', async () => {
    const response = await parseError(
      operations.headObject,
      { status: 404, reason: '', headers: {} },
      bytes('<Error><Code>NoSuchKey</Code></Error>'),
    )
    expect(response.Error.Code).toBe('404')
  })
})
