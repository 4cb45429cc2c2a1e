/** What the built packages weigh on a page, and that nothing gets there which has no business there. */
import * as operations from '@tucuxi/client/operations'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertBuilt } from './built.js'
import { bundle, weights, type Bundle } from './bundle.js'

/**
 * Budgets in bytes after gzip for what a page loads at once. The bars of the project are 14 KB for two operations and
 * 36 KB for the whole client. Neither is reached, and no single part is to blame: reading and writing XML and headers takes
 * 9 KB, the settings and their checks 4 KB, endpoints with ARNs 4 KB, bodies and `fetch` 6 KB, errors, retries and signing 2 KB each. The budgets hold
 * what is, so that it only goes down.
 */
const pages = {
  'two operations': {
    code: `import { S3Core } from '@tucuxi/client/core'
           import { getObject, putObject } from '@tucuxi/client/operations'
           globalThis.s3 = [new S3Core(), getObject, putObject]`,
    bar: 14_000,
    budget: 45_700,
  },
  S3Client: {
    code: `import { S3Client } from '@tucuxi/client'
           globalThis.s3 = new S3Client()`,
    bar: 36_000,
    budget: 60_000,
  },
  tucuxi: {
    code: `import { client } from 'tucuxi'
           globalThis.s3 = client('s3')`,
    bar: 36_000,
    budget: 60_000,
  },
}

const bundles = new Map<string, Bundle>()
beforeAll(async () => {
  assertBuilt()
  for (const [name, { code }] of Object.entries(pages)) bundles.set(name, await bundle(code))
})

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`

afterAll(() => {
  const table = Object.entries(pages).flatMap(([name, { bar }]) => {
    const page = bundles.get(name)
    if (page === undefined) return []
    const { first, lazy } = page
    return [
      `${name.padEnd(15)} gzip ${kilobytes(first.gzip)} (bar ${kilobytes(bar)}), with lazy chunks ` +
        `${kilobytes(first.gzip + lazy.gzip)}; minified ${kilobytes(first.bytes)} and ${kilobytes(first.bytes + lazy.bytes)}`,
      `  of it, KB minified: ${weights(first, 12)}`,
    ]
  })
  console.log(['Web bundles', ...table].join('\n'))
})

describe.each(Object.entries(pages))('%s', (name, { budget }) => {
  const page = () => bundles.get(name)!

  test('imports neither Node nor undici', () => {
    expect(page().foreign).toEqual([])
  })

  test.each([
    ['fast-xml-parser', 'answers with rare XML'],
    ['@noble/hashes', 'MD5, SHA-1 and SHA-512'],
    ['auth/sigv2', 'the older signature'],
    ['protocol/eventStream', 'event streams'],
  ])('loads %s only for %s', (part) => {
    const ofPart = (paths: Iterable<string>) => [...paths].filter((path) => path.includes(part))
    expect(ofPart(page().first.inputs.keys())).toEqual([])
    expect(ofPart(page().lazy.inputs.keys())).not.toEqual([])
  })

  test('stays within its budget', () => {
    expect(page().first.gzip).toBeLessThanOrEqual(budget)
  })
})

/** The operations that a bundle defines. */
const definedIn = (text: string) => [...text.matchAll(/name:"(\w+)",method:"/g)].map(([, name]) => name).sort()

describe('tree shaking', () => {
  const names = Object.values(operations).map(({ name }) => name)

  test('two operations are two operations, and the one that finds out where a bucket is', () => {
    const { text } = bundles.get('two operations')!.first
    expect(definedIn(text)).toEqual(['GetObject', 'HeadBucket', 'PutObject'])
  })

  test('the client has them all', () => {
    expect(names).toHaveLength(116)
    expect(definedIn(bundles.get('S3Client')!.first.text)).toEqual([...names].sort())
  })

  test.each(['@tucuxi/client', 'tucuxi'])('an error class from %s is an error class', async (module) => {
    const { first, lazy } = await bundle(`import { ClientError } from '${module}'; globalThis.error = ClientError`)
    expect(first.text).toContain('ClientError')
    expect(names.filter((name) => first.text.includes(name))).toEqual([])
    expect(lazy.bytes).toBe(0)
    expect(first.bytes).toBeLessThan(2000)
  })
})
