/** What several files of the conformance suite need. */
import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { client, ClientError, type ClientOptions, type S3Client } from 'tucuxi'
import type { Refusal, Server, User } from './server.js'

/** A client of the server for one of its users; `more` wins. */
export function connect(server: Server, user: User, more: ClientOptions = {}): S3Client {
  return client('s3', {
    endpointUrl: server.endpointUrl,
    awsAccessKeyId: user.accessKeyId,
    awsSecretAccessKey: user.secretAccessKey,
    regionName: 'us-east-1',
    ...more,
  })
}

/** A name that no other test uses. */
export function newName(prefix: string): string {
  return `${prefix}-${randomBytes(6).toString('hex')}`
}

/** Makes a bucket with a name of its own. */
export async function newBucket(s3: S3Client, prefix: string): Promise<string> {
  const Bucket = newName(prefix)
  await s3.createBucket({ Bucket })
  return Bucket
}

/** Deletes a bucket with all versions of its objects and all unfinished uploads. */
export async function removeBucket(s3: S3Client, Bucket: string): Promise<void> {
  for (;;) {
    const page = await s3.listObjectVersions({ Bucket })
    const Objects = [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])].map(({ Key, VersionId }) => ({
      Key: Key ?? '',
      VersionId,
    }))
    if (Objects.length === 0) break
    const { Errors } = await s3.deleteObjects({
      Bucket,
      Delete: { Objects, Quiet: true },
      BypassGovernanceRetention: true,
    })
    expect(Errors).toBeUndefined()
  }
  const { Uploads } = await s3.listMultipartUploads({ Bucket })
  for (const { Key = '', UploadId = '' } of Uploads ?? []) await s3.abortMultipartUpload({ Bucket, Key, UploadId })
  await s3.deleteBucket({ Bucket })
}

/** Waits for a call to be refused by the server and returns the error. */
export async function refusal(call: Promise<unknown>, expected: Partial<Refusal> = {}): Promise<ClientError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  // Any other failure is the better message.
  if (error !== undefined && !(error instanceof ClientError)) throw error
  expect(error, 'the server refused').toBeInstanceOf(ClientError)
  expect({ statusCode: error?.statusCode, code: error?.code }).toMatchObject(expected)
  return error as ClientError
}

/** `length` bytes that look random and are the same in every run. */
export function someBytes(length: number, seed = 1): Uint8Array {
  const bytes = new Uint8Array(length)
  const words = new Uint32Array(bytes.buffer, 0, Math.floor(length / 4))
  let state = seed
  // Numerical Recipes' linear congruential generator.
  for (let index = 0; index < words.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    words[index] = state
  }
  return bytes
}

/** An ETag without the quotes that some servers leave out. */
export function bare(etag: string | undefined): string | undefined {
  return etag?.replaceAll('"', '')
}

/** Runs `task` for every item, at most `concurrency` at a time. */
export async function forEachAtOnce<T>(
  items: readonly T[],
  concurrency: number,
  task: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = items.values()
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (const item of queue) await task(item)
    }),
  )
}
