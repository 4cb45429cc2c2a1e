import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as operations from '../src/operations/index.js'
import type { AnyValue, Member, Members } from '../src/schema/index.js'
import * as shapes from '../src/shapes/index.js'

/**
 * The facts of the S3 API, a line for each operation, list of values and member: place, wire name, type, required.
 * The model has to say the same, no more and no less.
 */
const facts = readFileSync(new URL('./fixtures/s3-api.txt', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')

/** Our names for shapes whose API names would hide JavaScript's own (`Object`, `Error`, `Event`) or say nothing (`Type`). */
const apiNames: Record<string, string> = {
  ObjectEntry: 'Object',
  DeleteError: 'Error',
  NotificationEvent: 'Event',
  GranteeType: 'Type',
}

/** Members that we add to the API's: the raw text of a header that is often no date (boto3 semantics 5.5). */
const added = new Set(['GetObjectOutput.ExpiresString', 'HeadObjectOutput.ExpiresString'])

/** Members that messages must not show, plain text in the facts: what they hold is the current code of an MFA device. */
const secretInTheModel = ['DeleteObjectRequest.MFA', 'DeleteObjectsRequest.MFA', 'PutBucketVersioningRequest.MFA']

/** Members whose presence in every result the parser guarantees. */
const alwaysThere = [
  'GetBucketLocationOutput.LocationConstraint',
  'GetObjectAnnotationOutput.AnnotationPayload',
  'GetObjectOutput.Body',
  'GetObjectOutput.Metadata',
  'GetObjectTorrentOutput.Body',
  'HeadObjectOutput.Metadata',
  'SelectObjectContentOutput.Payload',
]

interface OperationLike {
  name: string
  method: string
  uri: string
  status?: number
  checksum?: string
  verifiable?: boolean
  root?: string
  hostPrefix?: string
  unsignedPayload?: boolean
  input: Members
  output?: Members
}

const isOperation = (value: unknown): value is OperationLike =>
  typeof value === 'object' && value !== null && 'uri' in value && 'input' in value
const all = Object.values<unknown>(operations).filter(isOperation)

const listNames = new Map<unknown, string>()
const structureNames = new Map<unknown, string>()
for (const [name, value] of Object.entries<unknown>(shapes)) {
  if (Array.isArray(value)) listNames.set(value, apiNames[name] ?? name)
  else if (typeof value === 'object' && value !== null && 'members' in value) {
    structureNames.set(value.members, apiNames[name] ?? name)
  }
}

function typeText(value: AnyValue): string {
  switch (value.kind) {
    case 'string':
      if (value.values !== undefined) return `oneOf ${listNames.get(value.values)}`
      return 'string' + (value.min === undefined ? '' : `>=${value.min}`) + (value.sensitive ? '/secret' : '')
    case 'integer':
      return 'integer' + (value.min === undefined ? '' : `>=${value.min}`)
    case 'timestamp':
      return 'timestamp' + (value.format === undefined ? '' : `/${value.format}`)
    case 'list':
      return value.flat ? `flat(${typeText(value.item)})` : `list(${value.itemName}:${typeText(value.item)})`
    case 'structure':
      return structureNames.get(value.members) ?? 'unknown structure'
    case 'events':
      return `events ${structureNames.get(value.events)}`
    default:
      return value.kind
  }
}

function memberLines(structure: string, members: Members): string[] {
  return Object.entries(members())
    .filter(([key]) => !added.has(`${structure}.${key}`))
    .map(([key, member]) => {
      const type = structure === 'GetBucketLocationOutput' ? 'oneOf BucketLocationConstraint' : typeText(member.value)
      return (
        `  ${key} ${member.place} ${member.name ?? key} ${type}` +
        (member.required ? ' required' : '') +
        (member.idempotencyToken ? ' token' : '')
      )
    })
}

/** The model in the form of the facts; the names of requests and results come from the facts' operation lines. */
function modelLines(): string[] {
  const topNames = new Map<string, [string, string]>()
  for (const line of facts) {
    const words = line.split(' ')
    if (words[0] === 'operation') topNames.set(words[1]!, [words[6]!, words[7]!])
  }
  const structures = new Map<string, { members: Members; suffix: string }>()
  const lines: string[] = []
  for (const operation of [...all].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [input, output] = topNames.get(operation.name) ?? ['?', '?']
    structures.set(input, { members: operation.input, suffix: '' })
    if (operation.output !== undefined) structures.set(output, { members: operation.output, suffix: '' })
    const checksum = operation.verifiable ? 'verifiable' : (operation.checksum ?? '-')
    lines.push(
      `operation ${operation.name} ${operation.method} ${operation.uri} ${operation.status ?? 200} ` +
        `checksum=${checksum} ${input} ${operation.output === undefined ? '-' : output}` +
        (operation.root === undefined ? '' : ` root=${operation.root}`) +
        (operation.hostPrefix === undefined ? '' : ` host=${operation.hostPrefix}`) +
        (operation.unsignedPayload ? ' unsigned-payload' : ''),
    )
  }
  const valueLines = new Map<string, string>()
  for (const [name, value] of Object.entries<unknown>(shapes)) {
    const apiName = apiNames[name] ?? name
    if (Array.isArray(value)) valueLines.set(apiName, `values ${apiName} ${value.join(' ')}`)
    else if (typeof value === 'object' && value !== null && 'members' in value && typeof value.members === 'function') {
      const union = 'union' in value ? ' union' : ''
      const namespace = 'namespace' in value ? ' xmlns:xsi' : ''
      structures.set(apiName, { members: value.members as Members, suffix: union + namespace })
    }
  }
  for (const name of [...valueLines.keys(), ...structures.keys()].sort()) {
    const values = valueLines.get(name)
    if (values !== undefined) lines.push(values)
    const structure = structures.get(name)
    if (structure === undefined) continue
    lines.push(`structure ${name}${structure.suffix}`, ...memberLines(name, structure.members))
  }
  return lines
}

/** Puts each member line under its structure's name, so that a difference says where it is. */
function qualified(lines: readonly string[]): Map<string, string> {
  const result = new Map<string, string>()
  let owner = ''
  for (const line of lines) {
    if (line.startsWith('  ')) result.set(`${owner}.${line.trim().split(' ')[0]}`, line.trim())
    else {
      const words = line.split(' ')
      owner = words[1]!
      result.set(`${words[0]} ${owner}`, line)
    }
  }
  return result
}

const order = (map: Map<string, string>) => [...map.keys()].filter((key) => !key.includes(' '))

describe('the model and the facts of the S3 API', () => {
  const expected = qualified(facts)
  const actual = qualified(modelLines())

  it('has 116 operations', () => {
    expect(all).toHaveLength(116)
  })

  it('has every operation, structure, member and value list, and no others', () => {
    expect([...actual.keys()].filter((key) => !expected.has(key))).toEqual([])
    expect([...expected.keys()].filter((key) => !actual.has(key))).toEqual([])
  })

  it('says the same of each: place, wire name, type, required, flattened, checksum, values', () => {
    const differences = [...expected].filter(
      ([key, line]) => actual.get(key) !== (secretInTheModel.includes(key) ? `${line}/secret` : line),
    )
    expect(differences.map(([key, line]) => ({ fact: line, model: actual.get(key) }))).toEqual([])
  })

  it('keeps the order of members', () => {
    expect(order(actual)).toEqual(order(expected))
  })

  it('promises presence only where the parser can keep it', () => {
    const promised: string[] = []
    for (const operation of all) {
      const name = facts.find((line) => line.startsWith(`operation ${operation.name} `))!.split(' ')[7]
      for (const [key, member] of Object.entries(operation.output?.() ?? {}) as [string, Member<unknown>][]) {
        if (member.always) promised.push(`${name}.${key}`)
      }
    }
    expect(promised.sort()).toEqual(alwaysThere)
  })
})
