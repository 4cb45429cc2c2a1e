/** Listings of objects and versions: pages, prefixes, delimiters and every key that a URL would like to change. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { S3Client } from 'tucuxi'
import { describeServer } from './server.js'
import { connect, forEachAtOnce, newBucket, refusal, removeBucket } from './support.js'

/** Keys that URL parsers, form decoders, XML parsers and file systems change or refuse. */
const oddKeys = [
  ' ',
  'a b',
  ' lead',
  'trail ',
  'a  b',
  'a+b',
  'a%20b',
  'a%2Fb',
  '100%',
  'a//b',
  '/lead',
  '//two',
  'trail/',
  '.',
  '..',
  './a',
  'a/../b',
  'a/./b',
  '../..',
  `"double" and 'single'`,
  'back\\slash',
  '<a>&amp;</a>',
  '?query=1&b#fragment',
  "!*'();:@=,$[]{}|^~`",
  'tab\there',
  'line\nfeed',
  'carriage\rreturn',
  'control\u0001',
  'delete\u007f',
  'emoji 🎉',
  'decomposed e\u0301',
  'composed \u00e9',
  'not a character \ufffe',
  'very long '.padEnd(1024, 'x'),
]

/** S3 lists keys by the bytes of their UTF-8 form. */
function byBytes(keys: readonly string[]): string[] {
  return keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}

describeServer('listings', (server) => {
  const s3 = connect(server, server.alice)
  afterAll(() => s3.close())

  describe('of a tree', () => {
    const tree = ['a.txt', 'b/1', 'b/2', 'b/c/3', 'd é/4', 'e+f/5', 'z']
    let Bucket: string
    beforeAll(async () => {
      Bucket = await newBucket(s3, 'tree')
      await forEachAtOnce(tree, 7, (Key) => s3.putObject({ Bucket, Key, Body: Key }))
    })
    afterAll(() => removeBucket(s3, Bucket))

    const cases: [string, { Prefix?: string; Delimiter?: string }, string[], string[]][] = [
      ['everything', {}, tree, []],
      ['a prefix', { Prefix: 'b/' }, ['b/1', 'b/2', 'b/c/3'], []],
      ['a delimiter', { Delimiter: '/' }, ['a.txt', 'z'], ['b/', 'd é/', 'e+f/']],
      ['both', { Prefix: 'b/', Delimiter: '/' }, ['b/1', 'b/2'], ['b/c/']],
      ['a prefix without its slash', { Prefix: 'b', Delimiter: '/' }, [], ['b/']],
      ['a prefix with blanks and accents', { Prefix: 'd é/' }, ['d é/4'], []],
      ['another delimiter', { Delimiter: '+' }, ['a.txt', 'b/1', 'b/2', 'b/c/3', 'd é/4', 'z'], ['e+']],
      ['nothing', { Prefix: 'none' }, [], []],
    ]

    test.each(cases)('V1: %s', async (_, params, keys, prefixes) => {
      const page = await s3.listObjects({ Bucket, ...params })
      expect(page.Contents?.map(({ Key }) => Key) ?? []).toEqual(keys)
      expect(page.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? []).toEqual(prefixes)
      expect(page).toMatchObject({ IsTruncated: false, Name: Bucket, EncodingType: 'url' })
    })

    test.each(cases)('V2: %s', async (_, params, keys, prefixes) => {
      const page = await s3.listObjectsV2({ Bucket, ...params })
      expect(page.Contents?.map(({ Key }) => Key) ?? []).toEqual(keys)
      expect(page.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? []).toEqual(prefixes)
      expect(page).toMatchObject({ IsTruncated: false, KeyCount: keys.length + prefixes.length })
    })

    test('V2: StartAfter and FetchOwner', async () => {
      const page = await s3.listObjectsV2({ Bucket, StartAfter: 'b/c/3', FetchOwner: true })
      expect(page.StartAfter).toBe('b/c/3')
      expect(page.Contents?.map(({ Key }) => Key)).toEqual(['d é/4', 'e+f/5', 'z'])
      expect(page.Contents?.map(({ Owner }) => Owner?.ID)).toEqual(Array(3).fill(server.alice.id))
    })

    test('pages of one cover keys and prefixes once', async () => {
      const seen: (string | undefined)[] = []
      let ContinuationToken: string | undefined
      do {
        const page = await s3.listObjectsV2({ Bucket, Delimiter: '/', MaxKeys: 1, ContinuationToken })
        expect(page.KeyCount).toBe(1)
        seen.push(...(page.Contents ?? []).map(({ Key }) => Key))
        seen.push(...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix))
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken !== undefined)
      expect(seen).toEqual(['a.txt', 'b/', 'd é/', 'e+f/', 'z'])
    })

    test('an encoding that the caller asked for is left to the caller', async () => {
      const page = await s3.listObjectsV2({ Bucket, Prefix: 'd', EncodingType: 'url' })
      const [encoded = ''] = page.Contents?.map(({ Key }) => Key) ?? []
      // Servers differ in whether they encode the slash.
      expect(encoded).toMatch(/^d%20%C3%A9(\/|%2F)4$/)
    })

    test('of a bucket that is not there', async () => {
      const missing = await refusal(s3.listObjectsV2({ Bucket: `${Bucket}-none` }), {
        statusCode: 404,
        code: 'NoSuchBucket',
      })
      expect(missing).toBeInstanceOf(s3.exceptions.NoSuchBucket)
    })
  })

  describe('of 1005 keys', () => {
    const keys = Array.from({ length: 1005 }, (_, index) => `key ${String(index).padStart(4, '0')}`)
    let Bucket: string
    let crowd: S3Client
    beforeAll(async () => {
      crowd = connect(server, server.alice, { config: { maxPoolConnections: 32 } })
      Bucket = await newBucket(s3, 'many')
      await forEachAtOnce(keys, 32, (Key) => crowd.putObject({ Bucket, Key, Body: '' }))
    }, 120_000)
    afterAll(async () => {
      await removeBucket(s3, Bucket)
      await crowd.close()
    })

    test('V1 goes on from the last key', async () => {
      const first = await s3.listObjects({ Bucket })
      expect(first.IsTruncated).toBe(true)
      const Marker = first.NextMarker ?? first.Contents?.at(-1)?.Key
      expect(Marker).toBe('key 0999')
      const second = await s3.listObjects({ Bucket, Marker })
      expect(second.IsTruncated).toBe(false)
      expect([...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => Key)).toEqual(keys)
    })

    test('V2 goes on from the token', async () => {
      const first = await s3.listObjectsV2({ Bucket })
      expect(first).toMatchObject({ KeyCount: 1000, IsTruncated: true })
      const second = await s3.listObjectsV2({ Bucket, ContinuationToken: first.NextContinuationToken })
      expect(second).toMatchObject({ KeyCount: 5, IsTruncated: false })
      expect(second.NextContinuationToken).toBeUndefined()
      expect([...(first.Contents ?? []), ...(second.Contents ?? [])].map(({ Key }) => Key)).toEqual(keys)
    })

    test('versions go on from the marker', async () => {
      const first = await s3.listObjectVersions({ Bucket })
      expect(first).toMatchObject({ IsTruncated: true, NextKeyMarker: 'key 0999' })
      const second = await s3.listObjectVersions({
        Bucket,
        KeyMarker: first.NextKeyMarker,
        VersionIdMarker: first.NextVersionIdMarker,
      })
      const versions = [...(first.Versions ?? []), ...(second.Versions ?? [])]
      expect(versions.map(({ Key }) => Key)).toEqual(keys)
      expect(new Set(versions.map(({ VersionId }) => VersionId))).toEqual(new Set(['null']))
    })

    test('more than 1000 keys are too many to delete at once', async () => {
      const Objects = keys.map((Key) => ({ Key }))
      await refusal(s3.deleteObjects({ Bucket, Delete: { Objects } }), server.traits.tooManyKeys)
      expect((await s3.listObjectsV2({ Bucket, MaxKeys: 1 })).KeyCount).toBe(1)
    })
  })

  describe('odd keys', () => {
    let Bucket: string
    beforeAll(async () => {
      Bucket = await newBucket(s3, 'odd')
    })
    afterAll(() => removeBucket(s3, Bucket))

    test('are put, listed in the order of their bytes, and deleted', async () => {
      await forEachAtOnce(oddKeys, 8, (Key) => s3.putObject({ Bucket, Key, Body: `body of ${Key}` }))
      const listed = byBytes(oddKeys)
      expect((await s3.listObjects({ Bucket })).Contents?.map(({ Key }) => Key)).toEqual(listed)
      expect((await s3.listObjectsV2({ Bucket })).Contents?.map(({ Key }) => Key)).toEqual(listed)
      expect((await s3.listObjectVersions({ Bucket })).Versions?.map(({ Key }) => Key)).toEqual(listed)
      await forEachAtOnce(oddKeys, 8, (Key) => s3.deleteObject({ Bucket, Key }))
      expect((await s3.listObjectsV2({ Bucket })).KeyCount).toBe(0)
    })

    test.each(oddKeys.map((Key) => [Key]))('%j', async (Key) => {
      const body = `body of ${Key}`
      await s3.putObject({ Bucket, Key, Body: body })
      const head = await s3.headObject({ Bucket, Key })
      expect(head.ContentLength).toBe(Buffer.byteLength(body))
      expect(await (await s3.getObject({ Bucket, Key })).Body.text()).toBe(body)
      const found = await s3.listObjectsV2({ Bucket, Prefix: Key })
      expect(found.Contents?.map((object) => object.Key)).toContain(Key)
      if (server.traits.encodesPrefix) expect(found.Prefix).toBe(Key)
      await s3.deleteObject({ Bucket, Key })
      await refusal(s3.headObject({ Bucket, Key }), { statusCode: 404, code: '404' })
    })

    test.each(['a b+é%20', 'a/../b', 'quote\'and"&<>', 'x?versionId=y'])('%j as the source of a copy', async (Key) => {
      await s3.putObject({ Bucket, Key, Body: Key })
      await s3.copyObject({ Bucket, Key: 'copy of an object', CopySource: { Bucket, Key } })
      expect(await (await s3.getObject({ Bucket, Key: 'copy of an object' })).Body.text()).toBe(Key)
    })
  })

  describe('of versions', () => {
    let Bucket: string
    beforeAll(async () => {
      Bucket = await newBucket(s3, 'versions')
      await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
      for (const Key of ['a/1', 'a/1', 'b é', 'b é', 'c']) await s3.putObject({ Bucket, Key, Body: Key })
      await s3.deleteObject({ Bucket, Key: 'b é' })
    })
    afterAll(() => removeBucket(s3, Bucket))

    test('latest first, delete markers apart', async () => {
      const { Versions, DeleteMarkers } = await s3.listObjectVersions({ Bucket })
      expect(Versions?.map(({ Key, IsLatest }) => [Key, IsLatest])).toEqual([
        ['a/1', true],
        ['a/1', false],
        ['b é', false],
        ['b é', false],
        ['c', true],
      ])
      expect(DeleteMarkers).toMatchObject([{ Key: 'b é', IsLatest: true, Owner: { ID: server.alice.id } }])
    })

    test('prefix and delimiter', async () => {
      const page = await s3.listObjectVersions({ Bucket, Delimiter: '/' })
      expect(page.CommonPrefixes).toEqual([{ Prefix: 'a/' }])
      expect(page.Versions?.map(({ Key }) => Key)).toEqual(['b é', 'b é', 'c'])
      expect((await s3.listObjectVersions({ Bucket, Prefix: 'a/' })).Versions).toHaveLength(2)
    })

    test('pages of two meet every version once', async () => {
      const seen: (string | undefined)[] = []
      let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {}
      for (;;) {
        const page = await s3.listObjectVersions({ Bucket, MaxKeys: 2, ...markers })
        seen.push(...[...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ VersionId }) => VersionId))
        if (page.IsTruncated !== true) break
        markers = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      }
      expect(seen).toHaveLength(6)
      expect(new Set(seen).size).toBe(6)
    })

    test('the listed objects are the latest versions without a delete marker', async () => {
      expect((await s3.listObjectsV2({ Bucket })).Contents?.map(({ Key }) => Key)).toEqual(['a/1', 'c'])
    })
  })
})
