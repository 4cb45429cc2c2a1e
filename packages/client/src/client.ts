import type { CallOptions } from './callOptions.js'
import { S3Core } from './core.js'
import { exceptions } from './errors/exceptions.js'
import * as operations from './operations/index.js'
import type { Operation } from './schema/index.js'
import type { Output } from './shapes/wire.js'

/** The method of an operation: parameters under their API names, then what only JavaScript has. */
export type Method<I, O> = {} extends I
  ? (params?: I, options?: CallOptions) => Promise<Output<O>>
  : (params: I, options?: CallOptions) => Promise<Output<O>>

type Operations = typeof operations

/** One method for each operation of S3, under the operation's name with a small first letter. */
export type S3Operations = {
  [K in keyof Operations]: Operations[K] extends Operation<infer I, infer O> ? Method<I, O> : never
}

export interface S3Client extends S3Operations {}

/**
 * A client with one method for each of the 116 operations of S3, called as in boto3: `s3.getObject({ Bucket, Key })`.
 * Creating one does no I/O. Every method rejects with a `ClientError` when the server refuses, and with a
 * `BotoCoreError` when the failure arises on our side (boto3 semantics 6).
 */
export class S3Client extends S3Core {
  static {
    for (const [name, operation] of Object.entries<Operation<object, unknown>>(operations)) {
      Object.defineProperty(S3Client.prototype, name, {
        configurable: true,
        writable: true,
        value: function (this: S3Client, params?: object, options?: CallOptions) {
          return this.send(operation, params ?? {}, options)
        },
      })
    }
  }

  /** The error classes of the API by code, as `client.exceptions` of boto3. */
  get exceptions(): typeof exceptions {
    return exceptions
  }
}
