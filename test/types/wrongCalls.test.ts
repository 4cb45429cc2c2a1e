/** A wrong call is one short error, at the place of the mistake, in the names of the API. */
import { beforeAll, describe, expect, test } from 'vitest'
import { compileSnippets, inClient, type Snippets } from './languageService.js'

/** A wrong call, the shape that the error has to name, and what else it has to say. */
type WrongCall = readonly [title: string, code: string, shape: string, says: string]

const wrongCalls: Readonly<Record<string, readonly WrongCall[]>> = {
  'a required member is missing': [
    ['of the request', "s3.putBucketAcl({ ACL: 'private' })", 'PutBucketAclRequest', "Property 'Bucket' is missing"],
    ['of a request without any', 's3.getObject({})', 'GetObjectRequest', 'Bucket, Key'],
    [
      'of a nested structure',
      "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Grants: [{ Grantee: { ID: 'a' } }] } })",
      'Grantee',
      "Property 'Type' is missing",
    ],
  ],
  'a member is unknown': [
    [
      'of the request',
      "s3.putBucketAcl({ Bucket: 'b', Acl: 'private' })",
      'PutBucketAclRequest',
      "'Acl' does not exist in type 'PutBucketAclRequest'. Did you mean to write 'ACL'?",
    ],
    [
      'of a nested structure',
      "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Owner: { Id: 'a' } } })",
      'Owner',
      "'Id' does not exist in type 'Owner'. Did you mean to write 'ID'?",
    ],
    [
      'of what only JavaScript has',
      "s3.headBucket({ Bucket: 'b' }, { singal: AbortSignal.timeout(1) })",
      'CallOptions',
      "Did you mean to write 'signal'?",
    ],
    [
      'of a result',
      "const result = await s3.getObject({ Bucket: 'b', Key: 'k' }); result.Boddy",
      'GetObjectOutput',
      "Did you mean 'Body'?",
    ],
  ],
  'a member has the wrong type': [
    [
      'text instead of a number',
      "s3.uploadPart({ Bucket: 'b', Key: 'k', UploadId: 'u', PartNumber: '1' })",
      'UploadPartRequest',
      "Type 'string' is not assignable to type 'number'.",
    ],
    [
      'a number instead of text',
      's3.createBucket({ Bucket: 42 })',
      'CreateBucketRequest',
      "Type 'number' is not assignable to type 'string'.",
    ],
    [
      'what is no moment',
      "s3.getObject({ Bucket: 'b', Key: 'k', IfModifiedSince: true })",
      'GetObjectRequest',
      "Type 'true' is not assignable to type 'TimestampInput | undefined'.",
    ],
    ['no object at all', "s3.headBucket('b')", 'HeadBucketRequest', "type 'string'"],
  ],
  'a nested value has the wrong type': [
    [
      'text instead of a structure with required members',
      "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Grants: [{ Grantee: 'me' }] } })",
      'Grantee',
      "Type 'string' is not assignable to type 'Grantee'.",
    ],
    [
      'text instead of a structure without',
      "s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Owner: 'me' } })",
      'Owner',
      "Type 'string' has no properties in common with type 'Owner'.",
    ],
    [
      'text instead of a number',
      "s3.completeMultipartUpload({ Bucket: 'b', Key: 'k', UploadId: 'u', MultipartUpload: { Parts: [{ PartNumber: 'one' }] } })",
      'CompletedPart',
      "Type 'string' is not assignable to type 'number'.",
    ],
    [
      'one structure instead of a list',
      "s3.deleteObjects({ Bucket: 'b', Delete: { Objects: { Key: 'k' } } })",
      'Delete',
      'ObjectIdentifier[]',
    ],
  ],
  'a value cannot be in its value list': [
    [
      'a number',
      "s3.putBucketAcl({ Bucket: 'b', ACL: 42 })",
      'PutBucketAclRequest',
      "Type 'number' is not assignable to type 'BucketCannedACL | undefined'.",
    ],
    [
      'a number among others',
      "s3.getObjectAttributes({ Bucket: 'b', Key: 'k', ObjectAttributes: ['ETag', 1] })",
      'ObjectAttributes',
      "Type 'number' is not assignable",
    ],
    [
      'one instead of several',
      "s3.getObjectAttributes({ Bucket: 'b', Key: 'k', ObjectAttributes: 'ETag' })",
      'GetObjectAttributesRequest',
      "Type 'string' is not assignable",
    ],
    [
      'a number in the longest list',
      "s3.putBucketNotificationConfiguration({ Bucket: 'b', NotificationConfiguration: { TopicConfigurations: [{ TopicArn: 'a', Events: [1] }] } })",
      'NotificationEvent',
      "Type 'number' is not assignable",
    ],
  ],
  'the body cannot be sent': [
    [
      'a number',
      "s3.putObject({ Bucket: 'b', Key: 'k', Body: 42 })",
      'PutObjectRequest',
      "Type 'number' is not assignable to type 'BodyInput | undefined'.",
    ],
    [
      'an object that is neither stream nor source',
      "s3.uploadPart({ Bucket: 'b', Key: 'k', UploadId: 'u', PartNumber: 1, Body: { a: 1 } })",
      'SeekableSource',
      "'a' does not exist in type",
    ],
  ],
  'a method is misspelt': [
    ['one letter short', "s3.putObjct({ Bucket: 'b', Key: 'k' })", 'S3Client', "Did you mean 'putObject'?"],
    [
      'as in Python',
      "s3.list_objects_v2({ Bucket: 'b' })",
      'S3Client',
      "Property 'list_objects_v2' does not exist on type 'S3Client'. Did you mean 'listObjectsV2'?",
    ],
  ],
}

const longest = 400

let snippets: Snippets
beforeAll(() => {
  const codes = Object.values(wrongCalls)
    .flat()
    .map(([, code]) => code)
  snippets = compileSnippets(Object.fromEntries(codes.map((code) => [code, inClient(code)])))
})

describe.each(Object.entries(wrongCalls))('%s', (_, calls) => {
  test.each(calls)('%s', (_, code, shape, says) => {
    const errors = snippets.errors(code)
    expect(errors.map(({ message }) => message)).toHaveLength(1)
    const { message, related } = errors[0]!
    expect(message).toContain(says)
    expect([message, ...related].join('\n')).toContain(shape)
    expect(message.length, message).toBeLessThan(longest)
  })
})
