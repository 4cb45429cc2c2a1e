import { describe, expect, test } from 'vitest'
import { ResponseParserError } from '../src/errors/index.js'
import * as operations from '../src/operations/index.js'
import { checkSuccessBody, parseOutput, payloadKind, successMetadata } from '../src/protocol/parse.js'
import type { AnyOperation } from '../src/schema/index.js'

const bytes = (text: string) => new TextEncoder().encode(text)

async function parse(operation: AnyOperation, text: string, headers: Record<string, string> = {}) {
  const warnings: string[] = []
  const output = await parseOutput(operation, { status: 200, headers }, bytes(text), warnings)
  return { output, warnings }
}

describe('payloadKind', () => {
  test.each<[AnyOperation, string]>([
    [operations.putBucketAcl, 'none'],
    [operations.putObject, 'none'],
    [operations.headObject, 'none'],
    [operations.listObjectsV2, 'xml'],
    [operations.copyObject, 'xml'],
    [operations.getBucketPolicy, 'text'],
    [operations.getObject, 'stream'],
    [operations.getObjectTorrent, 'stream'],
    [operations.selectObjectContent, 'events'],
  ])('$name', (operation, kind) => {
    expect(payloadKind(operation)).toBe(kind)
  })
})

describe('header members', () => {
  test('by type', async () => {
    const { output, warnings } = await parse(operations.headObject, '', {
      'content-length': '9',
      'last-modified': 'Mon, 28 Dec 2015 06:27:22 GMT',
      etag: 'no-quotes',
      'x-amz-delete-marker': 'true',
      'x-amz-server-side-encryption-bucket-key-enabled': 'True',
      'x-amz-object-lock-retain-until-date': '2030-01-02T03:04:05.678901234Z',
      'x-amz-version-id': '  as it is ',
      'x-rgw-object-type': 'Normal',
    })
    expect(output).toEqual({
      ContentLength: 9,
      LastModified: new Date('2015-12-28T06:27:22Z'),
      ETag: 'no-quotes',
      DeleteMarker: true,
      BucketKeyEnabled: false,
      ObjectLockRetainUntilDate: new Date('2030-01-02T03:04:05.678Z'),
      VersionId: '  as it is ',
      Metadata: {},
    })
    expect(warnings).toEqual([])
  })

  test('values that cannot be understood are absent and warned of', async () => {
    const { output, warnings } = await parse(operations.getObject, '', {
      'content-length': 'many',
      expires: 'next week',
    })
    expect(output).toEqual({ ExpiresString: 'next week', Metadata: {} })
    expect(warnings.sort()).toEqual([
      'ContentLength: "many" is not an integer',
      'Expires: "next week" is not a timestamp',
    ])
  })

  test('Expires of 0 is the beginning of 1970', async () => {
    const { output } = await parse(operations.getObject, '', { expires: '0' })
    expect(output).toMatchObject({ Expires: new Date(0), ExpiresString: '0' })
  })

  test('metadata without prefix, in lower case, whatever its name (D-20)', async () => {
    const { output } = await parse(operations.getObject, '', {
      'x-amz-meta-color': 'blue',
      'x-amz-meta-size': '',
      'x-amz-meta-__proto__': 'p',
      'x-amz-metadata': 'other',
    })
    const metadata = output['Metadata'] as Record<string, string>
    expect(Object.entries(metadata)).toEqual([
      ['color', 'blue'],
      ['size', ''],
      ['__proto__', 'p'],
    ])
    expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype)
  })
})

describe('bodies', () => {
  test('elements beside headers', async () => {
    const body = '<CompleteMultipartUploadResult><ETag></ETag><Key>k</Key></CompleteMultipartUploadResult>'
    const { output } = await parse(operations.completeMultipartUpload, body, { 'x-amz-version-id': 'v' })
    expect(output).toEqual({ VersionId: 'v', ETag: '', Key: 'k' })
  })

  test('a payload structure is the root', async () => {
    const body = '<CopyObjectResult><ETag>e</ETag></CopyObjectResult>'
    expect((await parse(operations.copyObject, body)).output).toEqual({ CopyObjectResult: { ETag: 'e' } })
  })

  test('an empty body gives header members only, and an empty payload structure', async () => {
    expect((await parse(operations.getBucketAcl, '')).output).toEqual({})
    expect((await parse(operations.getBucketEncryption, '')).output).toEqual({ ServerSideEncryptionConfiguration: {} })
  })

  test('text payloads are the body', async () => {
    expect((await parse(operations.getBucketPolicy, '{"a":"é"}')).output).toEqual({ Policy: '{"a":"é"}' })
    expect((await parse(operations.getBucketPolicy, '')).output).toEqual({ Policy: '' })
  })

  test('streams and events are left to the caller', async () => {
    expect((await parse(operations.getObject, '<Error/>')).output).toEqual({ Metadata: {} })
    expect((await parse(operations.selectObjectContent, 'frames')).output).toEqual({})
  })

  test('the root of GetBucketLocation is the value', async () => {
    const body = '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">EU</LocationConstraint>'
    expect((await parse(operations.getBucketLocation, body)).output).toEqual({ LocationConstraint: 'EU' })
  })

  test('grantees by attribute, lists present but empty', async () => {
    const body = `<AccessControlPolicy xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
      <Owner><ID>alice</ID></Owner>
      <AccessControlList>
        <Grant>
          <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>bob</ID></Grantee>
          <Permission>READ</Permission>
        </Grant>
      </AccessControlList>
    </AccessControlPolicy>`
    expect((await parse(operations.getBucketAcl, body)).output).toEqual({
      Owner: { ID: 'alice' },
      Grants: [{ Grantee: { Type: 'CanonicalUser', ID: 'bob' }, Permission: 'READ' }],
    })
    const empty = '<AccessControlPolicy><AccessControlList/></AccessControlPolicy>'
    expect((await parse(operations.getBucketAcl, empty)).output).toEqual({ Grants: [] })
  })

  test('a malformed count is absent and warned of (D-19)', async () => {
    const { output, warnings } = await parse(operations.listObjectsV2, '<L><KeyCount></KeyCount><Name>b</Name></L>')
    expect(output).toEqual({ Name: 'b' })
    expect(warnings).toEqual(['KeyCount: "" is not an integer'])
  })

  test('the library takes over, results and warnings are the same', async () => {
    const warnings: string[] = []
    const body = bytes('<L><KeyCount/><!-- --><Name><![CDATA[<b>]]></Name></L>')
    const output = parseOutput(operations.listObjectsV2, { status: 200, headers: {} }, body, warnings)
    expect(output).toBeInstanceOf(Promise)
    expect(await output).toEqual({ Name: '<b>' })
    expect(warnings).toEqual(['KeyCount: "" is not an integer'])
  })

  test.each([
    ['own reader', 'the bytes of an object'],
    ['library', '<!-- --><L>'],
  ])('what is no XML is named with operation and status, not shown (%s)', async (_, body) => {
    const failure = parse(operations.getObjectAttributes, body)
    await expect(failure).rejects.toThrow(ResponseParserError)
    await expect(failure).rejects.toThrow(/^The answer to GetObjectAttributes \(status 200\) cannot be read: /)
    await expect(failure).rejects.not.toThrow(/bytes of an object/)
  })

  test('an operation with header members only still needs XML in a body; one without output does not', async () => {
    await expect(parse(operations.putObject, 'not xml')).rejects.toThrow(ResponseParserError)
    expect((await parse(operations.putBucketAcl, 'OK')).output).toEqual({})
  })
})

describe('checkSuccessBody', () => {
  const error = '<Error><Code>SlowDown</Code></Error>'
  test.each<[string, string]>([
    [error, 'error'],
    ['<Error/>', 'error'],
    ['<Error', 'error'],
    [`<?xml version="1.0" encoding="UTF-8"?>\n\n  ${error}`, 'error'],
    [`\n\n ${error}`, 'error'],
    [`\ufeff${error}`, 'error'],
    [`<!-- <x> -->${error}`, 'error'],
    ['<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Code>InternalError</Code></Error>', 'error'],
    ['<s3:Error xmlns:s3="u"/>', 'error'],
    ['', 'ok'],
    ['   ', 'ok'],
    ['not xml at all', 'ok'],
    ['<Errors/>', 'ok'],
    ['<ErrorDocument/>', 'ok'],
    ['<DeleteResult><Error><Key>k</Key></Error></DeleteResult>', 'ok'],
    ['<?xml version="1.0"', 'ok'],
    ['<!-- <Error/>', 'ok'],
    [`<!--><R>-->${error}`, 'error'],
    [`<?a -->?><!-- ?> - - > -->${error}`, 'error'],
    ['<!--><Error/>', 'ok'],
  ])('%j is %s', (body, verdict) => {
    expect(checkSuccessBody(operations.copyObject, bytes(body))).toBe(verdict)
    expect(checkSuccessBody(operations.listObjectsV2, bytes(body))).toBe(verdict)
    // Operations without output are checked as well (D-19).
    expect(checkSuccessBody(operations.putBucketPolicy, bytes(body))).toBe(verdict)
  })

  test.each([false, true])('finds it in UTF-16, little-endian: %j', (little) => {
    const utf16 = (text: string) => {
      const view = new DataView(new ArrayBuffer(text.length * 2))
      for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), little)
      return new Uint8Array(view.buffer)
    }
    const declaration = '\ufeff<?xml version="1.0" encoding="UTF-16"?>'
    for (const operation of [operations.copyObject, operations.putBucketPolicy]) {
      expect(checkSuccessBody(operation, utf16(declaration + error))).toBe('error')
      expect(checkSuccessBody(operation, utf16(`\ufeff${error}`))).toBe('error')
      expect(checkSuccessBody(operation, utf16(`${declaration}<CopyObjectResult/>`))).toBe('ok')
    }
    expect(checkSuccessBody(operations.copyObject, utf16(`\ufeff<Error xmlns="u"/>`), true)).toBe('ok')
  })

  test('looks through megabytes of comments in one pass', () => {
    // With a text for each of its bytes, this takes many times as long as the test may.
    const long = `<!-- ${'>'.repeat(20_000_000)}-->`
    expect(checkSuccessBody(operations.copyObject, bytes(`${long}${error}`))).toBe('error')
    expect(checkSuccessBody(operations.copyObject, bytes('<!---->'.repeat(200_000) + error))).toBe('error')
  })

  test.each<[string, string, string]>([
    [error, 'error', 'ok'],
    [`<?xml version="1.0"?><!-- x --> <Error code="1"/>`, 'error', 'ok'],
    ['<Error xmlns:a="u" />', 'error', 'ok'],
    ['<Error xmlns="http://s3.amazonaws.com/doc/2006-03-01/"/>', 'ok', 'ok'],
    [`<Error a='1'\n xmlns = 'u'>`, 'ok', 'ok'],
    ['<s3:Error xmlns:s3="u"/>', 'ok', 'ok'],
    ['<R/>', 'ok', 'ok'],
  ])('%j is %s in strict mode, and %s without output', (body, verdict, withoutOutput) => {
    expect(checkSuccessBody(operations.copyObject, bytes(body), true)).toBe(verdict)
    expect(checkSuccessBody(operations.putBucketPolicy, bytes(body), true)).toBe(withoutOutput)
  })

  test.each<AnyOperation>([operations.getObject, operations.getBucketPolicy, operations.selectObjectContent])(
    'data of $name is never an error',
    (operation) => {
      expect(checkSuccessBody(operation, bytes(error))).toBe('ok')
    },
  )
})

describe('successMetadata', () => {
  test.each<[Record<string, string>, object]>([
    [{}, {}],
    [{ 'x-amz-id-2': 'h' }, {}],
    [
      { 'x-amz-request-id': 'r', 'x-amz-id-2': 'h' },
      { RequestId: 'r', HostId: 'h' },
    ],
    [{ 'x-amz-request-id': 'r' }, { RequestId: 'r', HostId: '' }],
    [{ 'x-amzn-requestid': 'n' }, { RequestId: 'n', HostId: '' }],
  ])('ids of %j', (headers, ids) => {
    expect(successMetadata({ status: 206, headers })).toEqual({
      ...ids,
      HTTPStatusCode: 206,
      HTTPHeaders: headers,
      RetryAttempts: 0,
    })
  })
})
