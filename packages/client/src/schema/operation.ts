import type { MembersOf } from './shapes.js'

/** One operation of the S3 API: where it is sent, what goes out and what comes back. `I` and `O` are its types. */
export interface Operation<I, O> {
  /** Name in the API, such as `PutBucketAcl`. */
  readonly name: string
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  /** Path and fixed query: `/{Bucket}/{Key+}?acl`. `{Key+}` keeps its slashes. */
  readonly uri: string
  readonly input: () => MembersOf<I>
  /** Absent when nothing but the status is returned. */
  readonly output?: () => MembersOf<O>
  /** Status of success when it is not 200. */
  readonly status?: number
  /** A checksum of the request body is due always, or when the client's settings ask for one (boto3 semantics 3.8). */
  readonly checksum?: 'required' | 'optional'
  /** The answer's body can be verified; `ChecksumMode` of the request asks for the checksum. */
  readonly verifiable?: true
  /** Root element of a body that is made of the request's own `element` members. */
  readonly root?: string
  /** Name put before the endpoint's host, from a member: `{RequestRoute}.`. */
  readonly hostPrefix?: string
  /** The body is left out of the signature. */
  readonly unsignedPayload?: true
}

/** An operation whatever its types. */
export type AnyOperation = Operation<unknown, unknown>
