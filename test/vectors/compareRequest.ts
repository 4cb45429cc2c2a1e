/** Compares a request with the one that boto3 sent; the differences are told in words. */
import { bodyDigests } from './bodyDigests.js'
import type { ExpectedRequest, RequestRow } from './rows.js'
import type { ReceivedRequest } from './scriptedServer.js'
import { compareXml, readXml } from './xmlStructure.js'

/** A request that was received, with the scheme that the client meant: the loopback connection itself is plain HTTP. */
export interface SentRequest extends ReceivedRequest {
  readonly scheme: string
}

/** Path by decoded segments, query as a sorted list of decoded pairs; a flag has `null` for its value. */
function takeApart(target: string): { path: string[]; query: string[] } {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const query = mark < 0 ? '' : target.slice(mark + 1)
  const pairs = query.split('&').filter((pair) => pair !== '')
  return {
    path: path.split('/').map(decodeURIComponent),
    query: pairs
      .map((pair) => {
        const equals = pair.indexOf('=')
        const name = equals < 0 ? pair : pair.slice(0, equals)
        return JSON.stringify([
          decodeURIComponent(name),
          equals < 0 ? null : decodeURIComponent(pair.slice(equals + 1)),
        ])
      })
      .sort(),
  }
}

/** The differences between two request targets. */
export function compareTargets(expected: string, actual: string): string[] {
  const asked = takeApart(expected)
  const sent = takeApart(actual)
  const differences: string[] = []
  if (JSON.stringify(asked.path) !== JSON.stringify(sent.path)) differences.push(`path of ${actual}, not ${expected}`)
  if (JSON.stringify(asked.query) !== JSON.stringify(sent.query)) {
    differences.push(`query [${sent.query.join(' ')}], not [${asked.query.join(' ')}]`)
  }
  return differences
}

const isXml = (body: string) => body.startsWith('<')

// A line end must survive in the names that these two carry: a carriage return has to be written as a reference.
const exactLineEnds = ['DeleteObjects', 'PutBucketLifecycleConfiguration']

/** Bodies equal byte for byte, or documents equal by structure. */
function compareBodies(row: RequestRow, expected: Buffer, actual: Buffer): string[] {
  if (expected.equals(actual)) return []
  const [asked, sent] = [expected.toString('utf8'), actual.toString('utf8')]
  if (!isXml(asked) || !isXml(sent)) return [`body ${JSON.stringify(sent)}, not ${JSON.stringify(asked)}`]
  try {
    return compareXml(readXml(asked), readXml(sent), {
      anyOrder: row.order === 'any',
      looseLineEnds: !exactLineEnds.includes(row.op),
    })
  } catch (error) {
    return [`body ${JSON.stringify(sent)}: ${String(error)}`]
  }
}

/** Fields that no row asks for, or that are compared elsewhere (`host`). */
const ignored = (name: string) =>
  name === 'host' ||
  name === 'connection' ||
  name === 'expect' ||
  name === 'user-agent' ||
  name.startsWith('amz-sdk-') ||
  name.startsWith('accept')

// Signatures are comparable only where the clock stood still.
const signing = ['authorization', 'date', 'x-amz-date', 'x-amz-security-token']

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const trim = (value: string) => value.replace(/^[ \t]+|[ \t]+$/g, '')

function compareHeaders(row: RequestRow, expected: ExpectedRequest, actual: SentRequest): string[] {
  const sent = new Map<string, string[]>()
  for (const [name, value] of actual.headers) {
    if (!ignored(name)) sent.set(name, [...(sent.get(name) ?? []), value])
  }
  if (row.epoch === undefined) signing.forEach((name) => sent.delete(name))
  const bodies = [Buffer.from(expected.body, 'base64'), Buffer.from(actual.body)] as const
  const type = sent.get('content-type')
  if (
    expected.headers['content-type'] === undefined &&
    type !== undefined &&
    /^(application|text)\/xml\b/.test(type[0] ?? '') &&
    isXml(bodies[1].toString('latin1'))
  ) {
    sent.delete('content-type')
  }
  const differences: string[] = []
  for (const [name, recorded] of Object.entries(expected.headers)) {
    if (ignored(name)) continue
    const values = sent.get(name)
    sent.delete(name)
    const digest = bodyDigests[name]
    const value =
      // The same document in other characters (line ends, order) has its own length and checksum.
      digest !== undefined && !bodies[0].equals(bodies[1]) && digest(bodies[0]) === recorded
        ? digest(bodies[1])
        : trim(recorded)
    if (values === undefined) differences.push(`header ${name} is missing: ${value}`)
    else if (name === 'x-amz-client-token' && row.params.ClientToken === undefined) {
      if (!uuid.test(values.join())) differences.push(`header ${name}: ${values.join()} is no UUID`)
    } else if (values.length !== 1 || values[0] !== value) {
      differences.push(`header ${name}: ${values.join(' | ')}, not ${value}`)
    }
  }
  for (const [name, values] of sent) differences.push(`header ${name} was not asked for: ${values.join(' | ')}`)
  return differences
}

/** The host as it is signed and sent: recorded are URLs, in which a default port may stand (boto3 semantics 2.5). */
function withoutDefaultPort({ scheme, host }: ExpectedRequest): string {
  return host.replace(scheme === 'https' ? /:443$/ : /:80$/, '')
}

/** Everything in which a request differs from the row's. */
export function compareRequest(row: RequestRow, expected: ExpectedRequest, actual: SentRequest): string[] {
  const differences: string[] = []
  if (actual.method !== expected.method) differences.push(`method ${actual.method}, not ${expected.method}`)
  if (actual.scheme !== expected.scheme) differences.push(`scheme ${actual.scheme}, not ${expected.scheme}`)
  const host = actual.headers.filter(([name]) => name === 'host').map(([, value]) => value)
  const wanted = withoutDefaultPort(expected)
  if (host.join() !== wanted) differences.push(`host ${host.join()}, not ${wanted}`)
  return [
    ...differences,
    ...compareTargets(expected.target, actual.target),
    ...compareHeaders(row, expected, actual),
    ...compareBodies(row, Buffer.from(expected.body, 'base64'), Buffer.from(actual.body)),
  ]
}
