/** The comparison itself: it accepts what was recorded and finds every single change. */
import { describe, expect, test } from 'vitest'
import { compareErrors, compareOutcomes, compareRefusals, compareValues } from './compareOutcome.js'
import { compareRequest, compareTargets, type SentRequest } from './compareRequest.js'
import { departures } from './departures.js'
import { type ExpectedRequest, type OutcomeRow, readRows, type RequestRow, type RowFile } from './rows.js'
import { compareXml, readXml } from './xmlStructure.js'

const requestFiles: RowFile[] = ['requests', 'requests-checksums', 'requests-endpoints', 'signatures']

/** The request that a row expects, as if it had been received. */
function asReceived({ method, scheme, host, target, headers, body }: ExpectedRequest): SentRequest {
  const fields = Object.entries(headers).filter(([name]) => name !== 'expect')
  return {
    ...{ method, scheme, target, body: Buffer.from(body, 'base64') },
    headers: [...fields, ['host', host.replace(/:80$/, '')], ['user-agent', 'x'], ['accept-encoding', 'identity']],
  }
}

/** One request with one thing changed, for each thing there is. */
function* changes(request: SentRequest): Generator<[string, SentRequest]> {
  yield ['method', { ...request, method: 'PATCH' }]
  yield ['scheme', { ...request, scheme: 'ftp' }]
  const mark = request.target.indexOf('?')
  yield ['query', { ...request, target: `${request.target}${mark < 0 ? '?' : '&'}x=1` }]
  if (mark >= 0) yield ['no query', { ...request, target: request.target.slice(0, mark) }]
  yield ['path', { ...request, target: `/x${request.target}` }]
  yield ['body', { ...request, body: Buffer.concat([request.body, Buffer.from('x')]) }]
  for (const [index, [name, value]] of request.headers.entries()) {
    if (name === 'user-agent' || name === 'accept-encoding') continue
    yield [`without ${name}`, { ...request, headers: request.headers.toSpliced(index, 1) }]
    yield [`other ${name}`, { ...request, headers: request.headers.toSpliced(index, 1, [name, `${value}x`]) }]
    yield [`${name} twice`, { ...request, headers: [...request.headers, [name, value]] }]
  }
  yield ['invented content-type', { ...request, headers: [...request.headers, ['content-type', 'text/plain']] }]
  yield ['invented header', { ...request, headers: [...request.headers, ['x-amz-acl-x', 'x']] }]
}

/** Every value inside a value, with a copy of the whole in which it is another one. */
function* changedLeaves(value: unknown): Generator<unknown> {
  if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      for (const other of changedLeaves(member)) {
        yield Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other }
      }
    }
    yield Array.isArray(value) ? [...value, 'x'] : { ...value, Invented: 'x' }
  } else if (value !== null) {
    yield typeof value === 'string' && /^\d{4}-/.test(value) ? '1999-12-31T00:00:00.000Z' : `${String(value)}x`
  }
}

describe.each(requestFiles)('requests of %s', (file) => {
  const rows = readRows<RequestRow>(file).flatMap((row) => (row.expect ? [{ row, expected: row.expect }] : []))

  test('are equal to themselves', () => {
    for (const { row, expected } of rows) {
      expect(compareRequest(row, expected, asReceived(expected)), row.id).toEqual([])
    }
  })

  test('are told from requests with one change', () => {
    for (const { row, expected } of rows) {
      for (const [change, request] of changes(asReceived(expected))) {
        expect(compareRequest(row, expected, request), `${row.id}: ${change}`).not.toEqual([])
      }
    }
  })
})

describe.each(['responses', 'responses-checksums', 'errors'] satisfies RowFile[])('outcomes of %s', (file) => {
  const rows = readRows<OutcomeRow>(file)
  const requestsOf = ({ expect: { requests, targets, auth_regions } }: OutcomeRow): SentRequest[] =>
    Array.from({ length: requests }, (_none, index) => {
      const [method = 'GET', target = '/'] = targets?.[index]?.split(' ') ?? []
      const regions = auth_regions?.[index] ?? []
      const headers = regions.map((region): [string, string] => [
        'authorization',
        `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/${region}/s3/aws4_request, SignedHeaders=host, Signature=0`,
      ])
      return { method, target, scheme: 'http', headers, body: Buffer.alloc(0) }
    })
  const raised = (row: OutcomeRow, response: unknown = row.expect.error?.response) =>
    Object.assign(new Error(row.expect.error?.message), { name: row.expect.error?.type, response })

  test('are equal to themselves', () => {
    for (const row of rows) {
      const ending = row.expect.error === undefined ? { result: row.expect.result } : { error: raised(row) }
      expect(compareOutcomes(row.expect, { ...ending, requests: requestsOf(row) }), row.id).toEqual([])
    }
  })

  test('are told from others', () => {
    for (const row of rows) {
      const requests = requestsOf(row)
      const { result, error } = row.expect
      const ending = error === undefined ? { result } : { error: raised(row) }
      const others =
        error === undefined
          ? [...changedLeaves(result)].map((other) => ({ result: other, requests }))
          : [...changedLeaves(error.response ?? {})].map((other) => ({ error: raised(row, other), requests }))
      if (error !== undefined && error.response === undefined) others.length = 0
      const wrong = [
        ...others,
        { ...ending, requests: requests.slice(1) },
        { ...ending, requests: [...requests, ...requests] },
        error === undefined ? { error: new Error('x'), requests } : { result: {}, requests },
        { error: Object.assign(raised(row), { name: 'OtherError' }), requests },
        { error: Object.assign(raised(row), { message: 'Another message' }), requests },
      ]
      for (const outcome of wrong) {
        expect(compareOutcomes(row.expect, outcome), `${row.id}: ${JSON.stringify(outcome)}`).not.toEqual([])
      }
      requests.forEach((request, index) => {
        const moved = requests.with(index, { ...request, target: `${request.target}/x`, headers: [] })
        const isKnown = row.expect.targets !== undefined || row.expect.auth_regions !== undefined
        if (isKnown) expect(compareOutcomes(row.expect, { ...ending, requests: moved }), row.id).not.toEqual([])
      })
    }
  })
})

describe('targets', () => {
  test.each([
    ['/b/a%20b', '/b/a%20b'],
    ['/b/~', '/b/%7E'],
    ['/b?list-type=2&prefix=a%2Fb', '/b?prefix=a/b&list-type=2'],
  ])('%s equals %s', (a, b) => expect(compareTargets(a, b)).toEqual([]))

  test.each([
    ['/b/a%2Fb', '/b/a/b'],
    ['/b//a', '/b/a'],
    ['/b/../a', '/a'],
    ['/b?acl', '/b?acl='],
    ['/b?x=1&x=2', '/b?x=1'],
    ['/b?x=a%2Bb', '/b?x=a%20b'],
  ])('%s differs from %s', (a, b) => expect(compareTargets(a, b)).not.toEqual([]))
})

describe('XML', () => {
  const compare = (a: string, b: string, how = { anyOrder: false, looseLineEnds: true }) =>
    compareXml(readXml(a), readXml(b), how)
  const exact = { anyOrder: false, looseLineEnds: false }

  test.each([
    ['<A><B/></A>', '<A><B></B></A>'],
    ['<A>&quot;&#x41;&gt;</A>', '<A>"A></A>'],
    ['<A>a\rb</A>', '<A>a&#xD;b</A>'],
    ['<A>a\r\nb</A>', '<A>a&#13;&#xA;b</A>'],
    ['<A xmlns="u" b="c"/>', '<A b="c" xmlns="u"></A>'],
  ])('%s equals %s', (a, b) => expect(compare(a, b)).toEqual([]))

  test.each([
    ['<A><B/><C/></A>', '<A><C/><B/></A>'],
    ['<A>a b</A>', '<A>a  b</A>'],
    ['<A xmlns="u"/>', '<A/>'],
    ['<A><B/></A>', '<A/>'],
    ['<A><B>1</B><B>2</B></A>', '<A><B>2</B><B>1</B></A>'],
    ['<A>a</A>', '<B>a</B>'],
  ])('%s differs from %s', (a, b) => expect(compare(a, b)).not.toEqual([]))

  test('a carriage return that must survive has to be a reference', () => {
    expect(compare('<A>a&#xD;b</A>', '<A>a\rb</A>', exact)).not.toEqual([])
    expect(compare('<A>a&#xD;b</A>', '<A>a&#13;b</A>', exact)).toEqual([])
  })

  test('in any order a list keeps its own', () => {
    const anyOrder = { anyOrder: true, looseLineEnds: true }
    expect(compare('<A><B>1</B><C/><B>2</B></A>', '<A><C/><B>1</B><B>2</B></A>', anyOrder)).toEqual([])
    expect(compare('<A><B>1</B><C/><B>2</B></A>', '<A><C/><B>2</B><B>1</B></A>', anyOrder)).not.toEqual([])
  })

  test.each(['<A>', '<A></B>', '<A/><B/>', 'text', '</A>', '<A>&nbsp;</A>'])('%s is refused', (source) => {
    expect(() => readXml(source)).toThrow()
  })
})

describe('bodies of one structure', () => {
  const [source] = readRows<RequestRow>('requests').filter(({ op }) => op === 'PutBucketTagging')
  const document = '<Tagging><TagSet><Tag><Key>a\rb</Key></Tag></TagSet></Tagging>'
  const digestOf = { 'content-length': String(document.length) }
  const other = document.replace('\r', '&#xD;')

  test('have lengths of their own', () => {
    if (source?.expect === undefined) throw new Error('no row')
    const expected = { ...source.expect, headers: digestOf, body: Buffer.from(document).toString('base64') }
    const base = { ...asReceived(expected), body: Buffer.from(other) }
    const lengths = (length: string): SentRequest => ({
      ...base,
      headers: base.headers.map(([name, value]) => [name, name === 'content-length' ? length : value]),
    })
    const differences = (request: SentRequest) =>
      compareRequest(source, expected, request).filter((text) => text.includes('content-length'))
    expect(differences(lengths(String(other.length)))).toEqual([])
    expect(differences(lengths(String(document.length)))).not.toEqual([])
  })
})

describe('values', () => {
  test('null may be missing, nothing else', () => {
    expect(compareValues({ a: null }, {})).toEqual([])
    expect(compareValues({ a: null }, { a: 'x' })).not.toEqual([])
    expect(compareValues({}, { a: null })).not.toEqual([])
  })

  test('dates are instants', () => {
    expect(compareValues({ $date: '2026-01-01T00:00:00Z' }, { $date: '2026-01-01T00:00:00.000Z' })).toEqual([])
    expect(compareValues({ $date: '2026-01-01T00:00:00Z' }, { $date: '2026-01-01T00:00:01.000Z' })).not.toEqual([])
  })
})

describe('wrong types', () => {
  const message = (line: string) => `Parameter validation failed:\n${line}`
  const raised = (name: string, text: string) => Object.assign(new Error(text), { name })
  const python = {
    type: 'ParamValidationError',
    message: message(
      "Invalid type for parameter A.B, value: {'x': 1}, type: <class 'dict'>, valid types: <class 'str'>",
    ),
  }

  test('are compared by the path of the parameter', () => {
    const ours = (path: string) =>
      raised(
        python.type,
        message(`Invalid type for parameter ${path}, value: [object], type: object, valid types: string`),
      )
    expect(compareErrors(python, ours('A.B'))).toEqual([])
    expect(compareErrors(python, ours('A.C'))).not.toEqual([])
    expect(compareErrors(python, raised(python.type, message('Missing required parameter in input: "A"')))).not.toEqual(
      [],
    )
  })

  test('that Python meets by accident need the name of the parameter', () => {
    const expected = { type: 'TypeError', message: "expected string or bytes-like object, got 'int'" }
    const ours = raised(
      'ParamValidationError',
      message('Invalid type for parameter Bucket, value: 1, type: integer, valid types: string'),
    )
    expect(compareRefusals('Bucket', expected, { error: ours, requests: [] })).toEqual([])
    expect(compareRefusals('Key', expected, { error: ours, requests: [] })).not.toEqual([])
    expect(compareRefusals('Bucket', expected, { result: {}, requests: [] })).not.toEqual([])
    const sent: SentRequest = { method: 'GET', scheme: 'http', target: '/', headers: [], body: Buffer.alloc(0) }
    expect(compareRefusals('Bucket', expected, { error: ours, requests: [sent] })).not.toEqual([])
  })
})

describe('departures', () => {
  test('name rows that exist and are required, once', () => {
    const places = departures.map(({ file, id }) => `${file} ${id}`)
    expect(new Set(places).size).toBe(places.length)
    for (const { file, id } of departures) {
      const row = readRows(file).find((candidate) => candidate.id === id)
      expect(row, `${file} ${id}`).toBeDefined()
      expect(row?.soft === true, `${file} ${id} is soft`).toBe(false)
    }
  })
})

test.each([
  'errors',
  'requests',
  'requests-checksums',
  'requests-endpoints',
  'responses',
  'signatures',
  'validation',
] satisfies RowFile[])('each id of %s is unique', (file) => {
  const ids = readRows(file).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
