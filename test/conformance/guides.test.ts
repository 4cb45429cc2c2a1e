/** Every client call of VAST's boto3 guide, in its order, on a real server. */
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_USERS, AUTHENTICATED_USERS, client, session, SSLError, UNSIGNED, type S3Client } from 'tucuxi'
import { describeServer, type User } from './server.js'
import { bare, connect, newBucket, newName, refusal, removeBucket, someBytes } from './support.js'

const MiB = 1024 * 1024

function md5(bytes: Uint8Array): string {
  return createHash('md5').update(bytes).digest('hex')
}

describeServer("the guide's client calls", (server) => {
  const { alice, bob } = server
  const denied = { statusCode: 403, code: 'AccessDenied' }

  /** The client as the guide makes it. */
  const guideClient = (user: User, endpointUrl: string, verify?: string | boolean): S3Client =>
    client('s3', {
      useSsl: endpointUrl.startsWith('https:'),
      endpointUrl,
      awsAccessKeyId: user.accessKeyId,
      awsSecretAccessKey: user.secretAccessKey,
      regionName: 'vast',
      config: new session.Config({ signatureVersion: 's3v4', s3: { addressingStyle: 'path' } }),
      ...(verify === undefined ? {} : { verify }),
    })

  const s3Client = guideClient(alice, server.endpointUrl)
  const bobsClient = guideClient(bob, server.endpointUrl)
  const anonymous = connect(server, bob, { config: { signatureVersion: UNSIGNED } })
  afterAll(() => Promise.all([s3Client.close(), bobsClient.close(), anonymous.close()]))

  test('create_bucket, list_buckets, list_objects, head_bucket, delete_bucket', async () => {
    const Bucket = newName('mybucket')
    const created = await s3Client.createBucket({ Bucket })
    expect(created.ResponseMetadata.HTTPStatusCode).toBe(200)

    const { Buckets, Owner } = await s3Client.listBuckets()
    expect(Buckets?.map(({ Name }) => Name)).toContain(Bucket)
    const age = Date.now() - (Buckets?.find(({ Name }) => Name === Bucket)?.CreationDate?.getTime() ?? 0)
    expect(Math.abs(age)).toBeLessThan(120_000)
    expect(Owner).toMatchObject({ ID: alice.id })
    expect((await bobsClient.listBuckets()).Buckets?.map(({ Name }) => Name)).not.toContain(Bucket)

    const empty = await s3Client.listObjects({ Bucket })
    expect(empty).toMatchObject({ Name: Bucket, IsTruncated: false, MaxKeys: 1000 })
    expect(empty.Contents).toBeUndefined()
    await s3Client.putObject({ Bucket, Key: 'file1', Body: 'one' })
    const listed = await s3Client.listObjects({ Bucket })
    expect(listed.Contents).toMatchObject([{ Key: 'file1', Size: 3, ETag: '"f97c5d29941bfb1b2fdab0874906ab82"' }])
    expect(listed.Contents?.[0]?.LastModified).toBeInstanceOf(Date)

    expect((await s3Client.headBucket({ Bucket })).ResponseMetadata.HTTPStatusCode).toBe(200)
    await refusal(bobsClient.headBucket({ Bucket }), { statusCode: 403, code: '403' })

    await refusal(s3Client.deleteBucket({ Bucket }), { statusCode: 409, code: 'BucketNotEmpty' })
    await s3Client.deleteObject({ Bucket, Key: 'file1' })
    await s3Client.deleteBucket({ Bucket })
    const missing = await refusal(s3Client.headBucket({ Bucket }), { statusCode: 404, code: '404' })
    expect(missing.isNotFound).toBe(true)
    expect(missing.message).toBe('An error occurred (404) when calling the HeadBucket operation: Not Found')
  })

  describe('put_bucket_acl and get_bucket_acl', () => {
    let Bucket: string
    beforeAll(async () => {
      Bucket = await newBucket(s3Client, 'bobsbucket')
      await s3Client.putObject({ Bucket, Key: 'file1', Body: 'one' })
    })
    afterAll(async () => {
      await s3Client.putBucketAcl({ Bucket, ACL: 'private' })
      await removeBucket(s3Client, Bucket)
    })
    const Owner = { DisplayName: alice.displayName, ID: alice.id }

    test('a new bucket is its owner’s alone', async () => {
      await s3Client.putBucketAcl({ Bucket, ACL: 'private' })
      const acl = await s3Client.getBucketAcl({ Bucket })
      expect(acl.Owner).toMatchObject({ ID: alice.id })
      expect(acl.Grants).toMatchObject([
        { Grantee: { ID: alice.id, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' },
      ])
      await refusal(bobsClient.listObjects({ Bucket }), denied)
      await refusal(bobsClient.putObject({ Bucket, Key: 'bobs', Body: 'b' }), denied)
    })

    test('a CanonicalUser with FULL_CONTROL', async () => {
      await s3Client.putBucketAcl({
        AccessControlPolicy: {
          Grants: [{ Grantee: { ID: bob.id, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
          Owner,
        },
        Bucket,
      })
      const acl = await s3Client.getBucketAcl({ Bucket })
      expect(acl.Grants).toMatchObject([{ Grantee: { ID: bob.id, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }])
      expect(acl.Owner).toMatchObject(Owner)

      const { Contents } = await bobsClient.listObjects({ Bucket })
      expect(Contents?.map(({ Key }) => Key)).toEqual(['file1'])
      await bobsClient.putObject({ Bucket, Key: 'bobs', Body: 'b' })
      await bobsClient.deleteObject({ Bucket, Key: 'bobs' })
      expect((await bobsClient.getBucketAcl({ Bucket })).Grants).toHaveLength(1)
      if (server.traits.aclBindsOwner) await refusal(s3Client.listObjects({ Bucket }), denied)
    })

    test('the group of authenticated users with READ', async () => {
      await s3Client.putBucketAcl({
        AccessControlPolicy: {
          Grants: [{ Grantee: { Type: 'Group', URI: AUTHENTICATED_USERS }, Permission: 'READ' }],
          Owner,
        },
        Bucket,
      })
      const acl = await s3Client.getBucketAcl({ Bucket })
      expect(acl.Grants).toEqual([
        {
          Grantee: { Type: 'Group', URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers' },
          Permission: 'READ',
        },
      ])
      await refusal(bobsClient.getBucketAcl({ Bucket }), denied)
      expect((await bobsClient.listObjects({ Bucket })).Contents).toHaveLength(1)
      await refusal(bobsClient.putObject({ Bucket, Key: 'bobs', Body: 'b' }), denied)
      await refusal(anonymous.listObjects({ Bucket }), denied)
    })

    test('the group of all users with READ', async () => {
      await s3Client.putBucketAcl({
        AccessControlPolicy: {
          Grants: [{ Grantee: { Type: 'Group', URI: ALL_USERS }, Permission: 'READ' }],
          Owner,
        },
        Bucket,
      })
      expect((await anonymous.listObjects({ Bucket })).Contents).toHaveLength(1)
    })
  })

  test('copy_object, get_object with a range, head_object, delete_objects', async () => {
    const Bucket = await newBucket(s3Client, 'mybucket')
    const body = someBytes(100)
    await s3Client.putObject({ Bucket, Key: 'My Object', Body: body, Metadata: { checksum: '1234567890' } })

    const copied = await s3Client.copyObject({ Bucket, Key: 'file1', CopySource: `${Bucket}/My Object` })
    expect(bare(copied.CopyObjectResult?.ETag)).toBe(md5(body))
    expect(copied.CopyObjectResult?.LastModified).toBeInstanceOf(Date)
    await s3Client.copyObject({ Bucket, Key: 'file2', CopySource: { Bucket, Key: 'My Object' } })
    await s3Client.copyObject({
      Bucket,
      Key: 'file3',
      CopySource: { Bucket, Key: 'My Object' },
      MetadataDirective: 'REPLACE',
      Metadata: { other: 'x' },
    })

    const whole = await s3Client.getObject({ Bucket, Key: 'file1' })
    expect(await whole.Body.read()).toEqual(body)
    expect(whole).toMatchObject({ ContentLength: 100, ETag: `"${md5(body)}"`, Metadata: { checksum: '1234567890' } })

    const ranged = await s3Client.getObject({ Bucket, Key: 'file2', Range: 'bytes=32-64' })
    expect(ranged.ResponseMetadata.HTTPStatusCode).toBe(206)
    expect(ranged).toMatchObject({ ContentLength: 33, ContentRange: 'bytes 32-64/100' })
    const part = await ranged.Body.read()
    expect(part).toHaveLength(33)
    expect(part).toEqual(body.subarray(32, 65))

    const head = await s3Client.headObject({ Bucket, Key: 'file3' })
    expect(head).toMatchObject({ ContentLength: 100, ETag: `"${md5(body)}"`, Metadata: { other: 'x' } })
    expect(head.Metadata).toEqual({ other: 'x' })

    const response = await s3Client.deleteObjects({
      Bucket,
      Delete: { Objects: [{ Key: 'file1' }, { Key: 'file2' }, { Key: 'file3' }] },
    })
    expect(response.Errors).toBeUndefined()
    expect(response.Deleted?.map(({ Key }) => Key).sort()).toEqual(['file1', 'file2', 'file3'])
    const { Contents } = await s3Client.listObjects({ Bucket })
    expect(Contents?.map(({ Key }) => Key)).toEqual(['My Object'])
    await refusal(s3Client.headObject({ Bucket, Key: 'file1' }), { statusCode: 404, code: '404' })
    await removeBucket(s3Client, Bucket)
  })

  test('put_object_acl and get_object_acl', async () => {
    const Bucket = await newBucket(s3Client, 'my-bucket')
    const Key = 'my_object'
    const Owner = { DisplayName: alice.displayName, ID: alice.id }
    const text = async (s3: S3Client): Promise<string> => (await s3.getObject({ Bucket, Key })).Body.text()
    await s3Client.putObject({ Bucket, Key, Body: 'object data' })
    await refusal(bobsClient.getObject({ Bucket, Key }), denied)

    await s3Client.putObjectAcl({
      AccessControlPolicy: {
        Grants: [{ Grantee: { ID: bob.id, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
        Owner,
      },
      Bucket,
      Key,
    })
    const acl = await s3Client.getObjectAcl({ Bucket, Key })
    expect(acl.Owner).toMatchObject(Owner)
    expect(acl.Grants).toMatchObject([{ Grantee: { ID: bob.id, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }])
    expect(await text(bobsClient)).toBe('object data')
    expect((await bobsClient.getObjectAcl({ Bucket, Key })).Grants).toHaveLength(1)
    await refusal(anonymous.getObject({ Bucket, Key }), denied)

    const grantToGroup = (Permission: 'READ' | 'WRITE') =>
      s3Client.putObjectAcl({
        AccessControlPolicy: {
          Grants: [{ Grantee: { Type: 'Group', URI: AUTHENTICATED_USERS }, Permission }],
          Owner,
        },
        Bucket,
        Key,
      })
    await grantToGroup('READ')
    expect(await text(bobsClient)).toBe('object data')
    await refusal(bobsClient.getObjectAcl({ Bucket, Key }), denied)
    await refusal(anonymous.getObject({ Bucket, Key }), denied)

    // The guide's own example: WRITE on an object lets nobody read it.
    await grantToGroup('WRITE')
    expect((await s3Client.getObjectAcl({ Bucket, Key })).Grants).toMatchObject([
      { Grantee: { Type: 'Group', URI: AUTHENTICATED_USERS }, Permission: 'WRITE' },
    ])
    await refusal(bobsClient.getObject({ Bucket, Key }), denied)

    await s3Client.putObjectAcl({ Bucket, Key, ACL: 'public-read' })
    expect(await text(anonymous)).toBe('object data')
    await s3Client.putObjectAcl({ Bucket, Key, ACL: 'private' })
    await removeBucket(s3Client, Bucket)
  })

  test('the multipart family', async () => {
    const Bucket = await newBucket(s3Client, 'mybucket')
    const Key = 'big/file'
    const first = someBytes(5 * MiB, 1)
    const second = someBytes(5 * MiB, 2)
    const source = someBytes(MiB, 3)
    await s3Client.putObject({ Bucket, Key: 'source file', Body: source })

    const { UploadId } = await s3Client.createMultipartUpload({ Bucket, Key, ContentType: 'text/x-test' })
    expect(UploadId).toBeTypeOf('string')
    const upload = { Bucket, Key, UploadId: UploadId ?? '' }
    const part1 = await s3Client.uploadPart({ ...upload, PartNumber: 1, Body: first })
    const part2 = await s3Client.uploadPart({ ...upload, PartNumber: 2, Body: second })
    expect(bare(part1.ETag)).toBe(md5(first))
    const part3 = await s3Client.uploadPartCopy({
      ...upload,
      PartNumber: 3,
      CopySource: { Bucket, Key: 'source file' },
      CopySourceRange: 'bytes=1000-1999',
    })
    const copied = source.subarray(1000, 2000)
    expect(bare(part3.CopyPartResult?.ETag)).toBe(md5(copied))

    const uploads = await s3Client.listMultipartUploads({ Bucket })
    expect(uploads.Uploads).toMatchObject([{ Key, UploadId, Initiator: { ID: alice.id } }])

    const listed = await s3Client.listParts(upload)
    expect(listed.Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
      [1, 5 * MiB],
      [2, 5 * MiB],
      [3, 1000],
    ])
    const page = await s3Client.listParts({ ...upload, MaxParts: 2 })
    expect(page).toMatchObject({ IsTruncated: true, NextPartNumberMarker: 2 })
    const rest = await s3Client.listParts({ ...upload, PartNumberMarker: 2 })
    expect(rest.Parts?.map(({ PartNumber }) => PartNumber)).toEqual([3])

    const completed = await s3Client.completeMultipartUpload({
      ...upload,
      MultipartUpload: {
        Parts: [
          { PartNumber: 1, ETag: part1.ETag },
          { PartNumber: 2, ETag: part2.ETag },
          { PartNumber: 3, ETag: part3.CopyPartResult?.ETag },
        ],
      },
    })
    expect(completed).toMatchObject({ Bucket, Key })
    const partSums = Buffer.concat([first, second, copied].map((bytes) => Buffer.from(md5(bytes), 'hex')))
    const ETag = `"${md5(partSums)}-3"`
    if (server.traits.completeTellsETag) expect(completed.ETag).toBe(ETag)

    const object = await s3Client.getObject({ Bucket, Key })
    expect(object).toMatchObject({ ContentLength: 10 * MiB + 1000, ContentType: 'text/x-test', ETag })
    expect(md5(await object.Body.bytes())).toBe(md5(Buffer.concat([first, second, copied])))
    expect((await s3Client.listMultipartUploads({ Bucket })).Uploads).toBeUndefined()
    await removeBucket(s3Client, Bucket)
  })

  test('abort_multipart_upload', async () => {
    const Bucket = await newBucket(s3Client, 'mybucket')
    const Key = 'big file'
    const { UploadId = '' } = await s3Client.createMultipartUpload({ Bucket, Key })
    await s3Client.uploadPart({ Bucket, Key, UploadId, PartNumber: 1, Body: 'part' })
    await s3Client.abortMultipartUpload({ Bucket, Key, UploadId })
    expect((await s3Client.listMultipartUploads({ Bucket })).Uploads).toBeUndefined()
    const late = s3Client.uploadPart({ Bucket, Key, UploadId, PartNumber: 2, Body: 'too late' })
    const gone = await refusal(late, { statusCode: 404, code: 'NoSuchUpload' })
    expect(gone).toBeInstanceOf(s3Client.exceptions.NoSuchUpload)
    await refusal(s3Client.listParts({ Bucket, Key, UploadId }), { statusCode: 404 })
    await refusal(s3Client.headObject({ Bucket, Key }), { statusCode: 404 })
    await s3Client.deleteBucket({ Bucket })
  })

  test('get_bucket_versioning, put_bucket_versioning, list_object_versions', async () => {
    const Bucket = await newBucket(s3Client, 'mybucket')
    const { ResponseMetadata: _, ...before } = await s3Client.getBucketVersioning({ Bucket })
    expect(before).toEqual({})

    await s3Client.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Enabled' } })
    expect((await s3Client.getBucketVersioning({ Bucket })).Status).toBe('Enabled')
    const first = await s3Client.putObject({ Bucket, Key: 'file1', Body: 'first' })
    const second = await s3Client.putObject({ Bucket, Key: 'file1', Body: 'second!' })
    const marker = await s3Client.deleteObject({ Bucket, Key: 'file1' })
    expect(marker.DeleteMarker).toBe(true)
    expect(new Set([first.VersionId, second.VersionId, marker.VersionId]).size).toBe(3)

    const listed = await s3Client.listObjectVersions({ Bucket, Prefix: 'file' })
    expect(listed.Versions).toMatchObject([
      { Key: 'file1', VersionId: second.VersionId, IsLatest: false, Size: 7 },
      { Key: 'file1', VersionId: first.VersionId, IsLatest: false, Size: 5 },
    ])
    expect(listed.DeleteMarkers).toMatchObject([{ Key: 'file1', VersionId: marker.VersionId, IsLatest: true }])

    await refusal(s3Client.getObject({ Bucket, Key: 'file1' }), { statusCode: 404, code: 'NoSuchKey' })
    const old = await s3Client.getObject({ Bucket, Key: 'file1', VersionId: first.VersionId })
    expect(old.VersionId).toBe(first.VersionId)
    expect(await old.Body.text()).toBe('first')
    await refusal(s3Client.headObject({ Bucket, Key: 'file1', VersionId: marker.VersionId }), {
      statusCode: server.traits.deleteMarkerStatus,
    })

    // Without the marker the latest version is back.
    await s3Client.deleteObject({ Bucket, Key: 'file1', VersionId: marker.VersionId })
    expect(await (await s3Client.getObject({ Bucket, Key: 'file1' })).Body.text()).toBe('second!')
    await s3Client.putBucketVersioning({ Bucket, VersioningConfiguration: { Status: 'Suspended' } })
    expect((await s3Client.getBucketVersioning({ Bucket })).Status).toBe('Suspended')
    await removeBucket(s3Client, Bucket)
  })

  describe('over https', () => {
    const { endpointUrl, caFile } = server.tls

    test.each([
      ['the authority’s certificate', caFile],
      ['no verification', false],
    ])('with %s', async (_, verify) => {
      const s3 = guideClient(alice, endpointUrl, verify)
      const Bucket = await newBucket(s3, 'mybucket')
      await s3.putObject({ Bucket, Key: 'file1', Body: 'over TLS' })
      expect(await (await s3.getObject({ Bucket, Key: 'file1' })).Body.text()).toBe('over TLS')
      await removeBucket(s3, Bucket)
      await s3.close()
    })

    test('with the system’s authorities it fails', async () => {
      const s3 = guideClient(alice, endpointUrl)
      const error = await s3.listBuckets().catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(SSLError)
      expect(error).toMatchObject({ message: expect.stringContaining(`SSL validation failed for ${endpointUrl}`) })
      await s3.close()
    })
  })
})
