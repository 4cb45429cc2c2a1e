/** Values whose TypeScript types are wider than what travels: bodies, keys and sources that rules put into wire form. */
import type { ResponseMetadata } from '../errors/client.js'
import type { BodyInput } from '../http/bodyInput.js'
import type { StreamingBody } from '../http/streamingBody.js'
import type { Carries, StringValue, Value } from '../schema/index.js'
import type { BucketLocationConstraint } from './buckets.js'

/** What every result carries besides its own members. */
export interface Result {
  /** Status, headers, request ids and attempts of the answer. */
  readonly ResponseMetadata: ResponseMetadata
}

/** What a call resolves to: the operation's own result, or its metadata alone where the API returns nothing. */
export type Output<O> = [O] extends [void] ? Result : O extends Result ? O : O & Result

/** The object that a copy reads. */
export interface CopySourceObject {
  /** The bucket, or the ARN of an access point. */
  Bucket: string
  Key: string
  /** The version to copy; the current one when absent. */
  VersionId?: string | undefined
}

/** A body to be sent: text, bytes or a stream. */
export const requestBody: Value<BodyInput> = { kind: 'stream' }

/** A body that arrives. */
export const streamingBody: Value<StreamingBody> = { kind: 'stream' }

/** `bucket/key` in text, or an object; `rules/copySource.ts` encodes either. */
export const copySource: Value<string | CopySourceObject> = { kind: 'string' }

/** A key for encryption with customer keys; `rules/sseCustomerKey.ts` encodes it and adds its MD5. */
export const sseCustomerKey: Value<string | Uint8Array> = { kind: 'string', sensitive: true }

/** Tags in a header: a query string made by the caller, or names and values (D-10). */
export const taggingHeader: Value<string | Record<string, string>> = { kind: 'string' }

/** Where a bucket lives; `null` means us-east-1 (boto3 semantics 5.5). */
export const locationConstraint: StringValue & Carries<BucketLocationConstraint | null> = {
  kind: 'string',
}
