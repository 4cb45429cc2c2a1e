/**
 * The main job in one minute: a bucket, objects, a listing, a range, an ACL, a multipart upload with progress, versions.
 * Run it with `npm run quickstart` from the top folder, or against your own store:
 *
 *   TUCUXI_ENDPOINT_URL=http://198.51.100.10 TUCUXI_ACCESS_KEY_ID=… TUCUXI_SECRET_ACCESS_KEY=… npx ts-node quickstart.ts
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import * as tucuxi from 'tucuxi'

const MiB = 1024 * 1024

const s3 = tucuxi.client('s3', {
  endpointUrl: process.env.TUCUXI_ENDPOINT_URL,
  awsAccessKeyId: process.env.TUCUXI_ACCESS_KEY_ID,
  awsSecretAccessKey: process.env.TUCUXI_SECRET_ACCESS_KEY,
  regionName: 'us-east-1',
  config: { signatureVersion: 's3v4', s3: { addressingStyle: 'path' } },
})
const Bucket = `quickstart-${randomUUID()}`

async function main() {
  step('Create a bucket')
  await s3.createBucket({ Bucket })
  try {
    await tour()
  } finally {
    step('Clean up')
    await cleanUp().catch((error: unknown) => console.error(`  ${Bucket} is left behind:`, error))
  }
}

async function tour() {
  const { Buckets = [] } = await s3.listBuckets()
  console.log(`  ${Bucket} is one of ${Buckets.length}`)

  step('Put three objects')
  for (const Key of ['notes/one.txt', 'notes/two.txt', 'photo.raw']) {
    const { ETag } = await s3.putObject({ Bucket, Key, Body: `The content of ${Key}`, Metadata: { author: 'boto' } })
    console.log(`  ${Key}  ${ETag}`)
  }

  step('List them, folder by folder')
  const { Contents = [], CommonPrefixes = [] } = await s3.listObjectsV2({ Bucket, Delimiter: '/' })
  for (const { Prefix } of CommonPrefixes) console.log(`  ${Prefix}`)
  for (const { Key, Size } of Contents) console.log(`  ${Key}  ${Size} bytes`)

  step('Read a range of bytes')
  const { Body, ContentRange } = await s3.getObject({ Bucket, Key: 'notes/one.txt', Range: 'bytes=4-10' })
  console.log(`  ${ContentRange}: ${await Body.text()}`)

  step('Let all signed users read one object')
  const { Owner } = await s3.getObjectAcl({ Bucket, Key: 'photo.raw' })
  await s3.putObjectAcl({
    Bucket,
    Key: 'photo.raw',
    AccessControlPolicy: {
      Owner,
      Grants: [
        { Grantee: { Type: 'CanonicalUser', ID: Owner?.ID }, Permission: 'FULL_CONTROL' },
        { Grantee: { Type: 'Group', URI: tucuxi.AUTHENTICATED_USERS }, Permission: 'READ' },
      ],
    },
  })
  const { Grants = [] } = await s3.getObjectAcl({ Bucket, Key: 'photo.raw' })
  for (const { Grantee, Permission } of Grants) {
    console.log(`  ${Grantee?.DisplayName ?? Grantee?.ID ?? Grantee?.URI}: ${Permission}`)
  }

  step('Upload a file of 32 MiB in parts')
  const folder = await mkdtemp(join(tmpdir(), 'quickstart-'))
  try {
    const path = join(folder, 'big.bin')
    await writeFile(path, randomBytes(32 * MiB))
    const { ETag } = await uploadInParts(path, 'big.bin', 8 * MiB)
    console.log(`  ${ETag}`)
  } finally {
    await rm(folder, { recursive: true })
  }

  step('Keep old versions')
  await s3.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
  await s3.putObject({ Bucket, Key: 'notes/one.txt', Body: 'Second thoughts' })
  await s3.deleteObject({ Bucket, Key: 'notes/one.txt' })
  const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket, Prefix: 'notes/one' })
  for (const { VersionId, IsLatest } of DeleteMarkers) console.log(`  deleted   ${VersionId} latest: ${IsLatest}`)
  for (const { VersionId, Size } of Versions) console.log(`  ${Size} bytes  ${VersionId}`)

  step('See what an error looks like')
  try {
    await s3.getObject({ Bucket, Key: 'notes/one.txt' })
  } catch (error) {
    if (!(error instanceof tucuxi.ClientError)) throw error
    console.log(`  ${error.code}: ${error.message}`)
  }
}

/** A multipart upload by hand, one part after the other. */
async function uploadInParts(path: string, Key: string, partSize: number) {
  const { UploadId } = await s3.createMultipartUpload({ Bucket, Key })
  if (UploadId === undefined) throw new Error('The store began no upload')
  const file = await open(path)
  const { size } = await file.stat()
  const bar = new SingleBar({ format: '  [{bar}] {value}/{total} MiB', noTTYOutput: true, notTTYSchedule: 1000 })
  bar.start(size / MiB, 0)
  try {
    const Parts: tucuxi.CompletedPart[] = []
    for (let offset = 0; offset < size; offset += partSize) {
      const length = Math.min(partSize, size - offset)
      const { buffer } = await file.read(Buffer.alloc(length), 0, length, offset)
      const PartNumber = Parts.length + 1
      const { ETag } = await s3.uploadPart({ Bucket, Key, UploadId, PartNumber, Body: buffer })
      Parts.push({ PartNumber, ETag })
      bar.update((offset + length) / MiB)
    }
    return await s3.completeMultipartUpload({ Bucket, Key, UploadId, MultipartUpload: { Parts } })
  } catch (error) {
    await s3.abortMultipartUpload({ Bucket, Key, UploadId })
    throw error
  } finally {
    bar.stop()
    await file.close()
  }
}

/** Removes every version and the bucket. */
async function cleanUp() {
  const { Versions = [], DeleteMarkers = [] } = await s3.listObjectVersions({ Bucket })
  const Objects = [...Versions, ...DeleteMarkers].map(({ Key = '', VersionId }) => ({ Key, VersionId }))
  if (Objects.length > 0) await s3.deleteObjects({ Bucket, Delete: { Objects, Quiet: true } })
  await s3.deleteBucket({ Bucket })
}

function step(text: string) {
  console.log(text)
}

main()
  .finally(() => s3.close())
  .catch((error: unknown) => {
    console.error(error)
    process.exitCode = 1
  })
