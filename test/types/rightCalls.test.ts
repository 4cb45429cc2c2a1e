/** Right calls compile, their results have the types of what arrives, and editors show names and documentation. */
import { beforeAll, describe, expect, test } from 'vitest'
import { compileSnippets, inClient, type Snippets } from './languageService.js'

const accepted = [
  // Methods whose requests require nothing.
  's3.listBuckets()',
  's3.listBuckets({})',
  's3.listBuckets({ MaxBuckets: 10 })',
  's3.listBuckets(undefined, { timeout: 5 })',
  // What only JavaScript has comes second.
  "s3.headBucket({ Bucket: 'b' }, { signal: AbortSignal.timeout(1), timeout: 5 })",
  "s3.headBucket({ Bucket: 'b' }, { signal: undefined, timeout: undefined })",
  // `undefined` is the same as leaving out.
  "s3.putObject({ Bucket: 'b', Key: 'k', ACL: undefined, Body: undefined, Metadata: undefined })",
  "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Owner: undefined, Grants: undefined } })",
  // Value lists are open.
  "s3.putObject({ Bucket: 'b', Key: 'k', ACL: 'bucket-owner-full-control', StorageClass: 'FAST' })",
  "s3.putObject({ Bucket: 'b', Key: 'k', StorageClass: process.env['CLASS'] })",
  "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Grants: [{ Grantee: { Type: 'Role' }, Permission: 'LOOK' }] } })",
  // Moments in every form.
  "s3.getObject({ Bucket: 'b', Key: 'k', IfModifiedSince: new Date() })",
  "s3.getObject({ Bucket: 'b', Key: 'k', IfModifiedSince: '2026-01-01T00:00:00Z' })",
  "s3.getObject({ Bucket: 'b', Key: 'k', IfModifiedSince: 1767225600 })",
  // Bodies of every kind.
  ...[
    "'text'",
    'new Uint8Array(3)',
    "Buffer.from('a')",
    'new ArrayBuffer(3)',
    'new DataView(new ArrayBuffer(3))',
    "new Blob(['a'])",
    "new Blob(['a']).stream()",
    "(await import('node:stream')).Readable.from(['a'])",
    "(await import('node:fs')).createReadStream('file')",
    "(async function* () { yield 'a' })()",
    "{ read: () => 'a', seek: () => undefined }",
    "(await s3.getObject({ Bucket: 'b', Key: 'k' })).Body",
  ].map((body) => `s3.putObject({ Bucket: 'b', Key: 'k', Body: ${body} })`),
  // Sources of copies and tags, as text or as objects.
  "s3.copyObject({ Bucket: 'b', Key: 'k', CopySource: 'a/k' })",
  "s3.copyObject({ Bucket: 'b', Key: 'k', CopySource: { Bucket: 'a', Key: 'k', VersionId: undefined } })",
  "s3.putObject({ Bucket: 'b', Key: 'k', Tagging: { team: 'blue' } })",
  // The names of the API are types, and values of them go from call to call.
  `import type { Grant, Owner as User, PutBucketAclRequest, Result } from '@tucuxi/client'
   const owner: User = { ID: 'a' }
   const grants: Grant[] = [{ Grantee: { Type: 'CanonicalUser', ID: 'a' }, Permission: 'READ' }]
   const request: PutBucketAclRequest = { Bucket: 'b', AccessControlPolicy: { Owner: owner, Grants: grants } }
   const result: Result = await s3.putBucketAcl(request)
   const { Owner, Grants } = await s3.getBucketAcl({ Bucket: 'b' })
   await s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Owner, Grants } })`,
  `import type { CompletedPart } from '@tucuxi/client'
   const { UploadId = '' } = await s3.createMultipartUpload({ Bucket: 'b', Key: 'k' })
   const { ETag } = await s3.uploadPart({ Bucket: 'b', Key: 'k', UploadId, PartNumber: 1, Body: 'a' })
   const Parts: CompletedPart[] = [{ PartNumber: 1, ETag }]
   await s3.completeMultipartUpload({ Bucket: 'b', Key: 'k', UploadId, MultipartUpload: { Parts } })`,
  // Single operations on the core.
  `const core = new (await import('@tucuxi/client/core')).S3Core()
   const { getObject } = await import('@tucuxi/client/operations')
   const { Body } = await core.send(getObject, { Bucket: 'b', Key: 'k' })
   const text: string = await Body.text()`,
  // The umbrella gives the same client.
  `const { client } = await import('tucuxi')
   const same: S3Client = client('s3', { endpointUrl: 'http://127.0.0.1' })`,
  'await using own = new S3Client()',
]

/** What arrives, and its type as an editor shows it. */
const results = [
  ["(await s3.getObject({ Bucket: 'b', Key: 'k' })).Body", 'StreamingBody'],
  ["(await s3.getObject({ Bucket: 'b', Key: 'k' })).Metadata", 'Record<string, string>'],
  ["(await s3.getObject({ Bucket: 'b', Key: 'k' })).ContentLength", 'number | undefined'],
  ["(await s3.getObject({ Bucket: 'b', Key: 'k' })).LastModified", 'Date | undefined'],
  ["(await s3.getObject({ Bucket: 'b', Key: 'k' })).ResponseMetadata", 'ResponseMetadata'],
  ["(await s3.headObject({ Bucket: 'b', Key: 'k' })).Metadata", 'Record<string, string>'],
  ["(await s3.listObjectsV2({ Bucket: 'b' })).Contents", 'ObjectEntry[] | undefined'],
  ["(await s3.listObjectsV2({ Bucket: 'b' })).CommonPrefixes?.[0]?.Prefix", 'string | undefined'],
  ["(await s3.getBucketLocation({ Bucket: 'b' })).LocationConstraint", 'BucketLocationConstraint | null'],
  ['(await s3.listBuckets()).Buckets', 'Bucket[] | undefined'],
  ["await s3.putBucketAcl({ Bucket: 'b' })", 'Result'],
  ["await s3.getBucketAcl({ Bucket: 'b' })", 'GetBucketAclOutput'],
  ["(await s3.deleteBucket({ Bucket: 'b' })).ResponseMetadata.HTTPStatusCode", 'number'],
] as const

const reading = 'const value = '
const hovered = inClient(
  "s3.putBucketAcl({ Bucket: 'b', ACL: 'private', AccessControlPolicy: { Grants: [{ Permission: 'READ' }] } })",
)

let snippets: Snippets
let exact: Snippets
beforeAll(() => {
  const calls = Object.fromEntries(accepted.map((code) => [code, inClient(code)]))
  snippets = compileSnippets({
    ...calls,
    ...Object.fromEntries(results.map(([code]) => [code, inClient(`${reading}${code}`)])),
    hovered,
  })
  exact = compileSnippets(calls, { exactOptionalPropertyTypes: true })
})

describe('compiles', () => {
  test.each(accepted)('%s', (code) => {
    expect(snippets.errors(code)).toEqual([])
  })
})

test('all of it compiles under exactOptionalPropertyTypes too', () => {
  expect(accepted.flatMap((code) => exact.errors(code))).toEqual([])
})

test.each(results)('%s is %s', (code, type) => {
  expect(snippets.errors(code)).toEqual([])
  expect(snippets.hover(code, 'value').declaration).toBe(`const value: ${type}`)
})

describe('editors', () => {
  const longest = 600

  test('show an operation with its names and its documentation, not a page of members', () => {
    const { declaration, documentation } = snippets.hover('hovered', 'putBucketAcl')
    expect(declaration).toContain(
      'putBucketAcl: (params: PutBucketAclRequest, options?: CallOptions) => Promise<Result>',
    )
    expect(documentation).toContain("Replaces the bucket's whole grant list")
    expect(declaration.length + documentation.length).toBeLessThan(longest)
  })

  test.each([
    ['ACL', 'BucketCannedACL | undefined', 'A ready-made ACL'],
    ['AccessControlPolicy', 'AccessControlPolicy | undefined', 'The whole new ACL'],
    ['Grants', 'Grant[] | undefined', 'All grants that apply after the call'],
  ])('show the member %s with its documentation', (member, type, doc) => {
    const { declaration, documentation } = snippets.hover('hovered', member)
    expect(declaration).toContain(type)
    expect(documentation).toContain(doc)
    expect(declaration.length + documentation.length).toBeLessThan(longest)
  })

  test('complete the known values of an open list', () => {
    expect(snippets.completions('hovered', "ACL: '").sort()).toEqual(
      ['private', 'public-read', 'public-read-write', 'authenticated-read'].sort(),
    )
    expect(snippets.completions('hovered', "Permission: '").sort()).toEqual(
      ['FULL_CONTROL', 'WRITE', 'WRITE_ACP', 'READ', 'READ_ACP'].sort(),
    )
  })

  test('complete the members of a request and the methods of the client', () => {
    expect(snippets.completions('hovered', "Bucket: 'b', ")).toContain('GrantFullControl')
    expect(snippets.completions('hovered', 's3.')).toEqual(
      expect.arrayContaining(['putBucketAcl', 'listObjectsV2', 'close', 'exceptions', 'meta']),
    )
  })
})
