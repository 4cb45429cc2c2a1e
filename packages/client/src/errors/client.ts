/** Errors that the server answered (boto3 semantics 6.2, 6.3). */
import { NamedError } from './base.js'

/** What is known of every answer (boto3 semantics 5.2). */
export interface ResponseMetadata {
  /** Id of the request on the server, `x-amz-request-id`. */
  RequestId?: string
  /** Second id of the request, `x-amz-id-2`. */
  HostId?: string
  /** The status; 500 where a 200 carried an error. */
  HTTPStatusCode: number
  /** Header fields by lower-case name. */
  HTTPHeaders: Record<string, string>
  /** Attempts minus one. */
  RetryAttempts: number
  /** `true` when no further attempt was allowed; outside retry mode `legacy` also when the last one succeeded. */
  MaxAttemptsReached?: true
  /** `true` when the retry quota of the client was empty. */
  RetryQuotaReached?: true
  /** The algorithm that verifies the body, in lower case. */
  ChecksumAlgorithm?: string
  /** Parts of the answer that could not be understood and were left out. */
  Warnings?: string[]
}

/** The error element of an answer: code, message and every further child as text. */
export interface ErrorFields {
  Code: string
  Message: string
  [child: string]: string | undefined
}

/** An error answer as an object. */
export interface ErrorResponse {
  Error: ErrorFields
  ResponseMetadata: ResponseMetadata
  /** Members that the API declares for this error. */
  [member: string]: unknown
}

/**
 * The server refused: any answer with a status of 300 or more, and a 200 whose body is an error.
 * The class is chosen by the error code alone; codes without a class of their own are plain `ClientError`s.
 */
export class ClientError extends NamedError {
  static override readonly kind: string = 'ClientError'

  constructor(
    /** The whole answer, as boto3's `response`. */
    readonly response: ErrorResponse,
    /** The operation's name in the API, such as `GetObject`. */
    readonly operationName: string,
    /** What was wrong with an answer whose status promised success. */
    cause?: unknown,
  ) {
    const { Error: details, ResponseMetadata: metadata } = response
    const retries = metadata.MaxAttemptsReached === true ? ` (reached max retries: ${metadata.RetryAttempts})` : ''
    super(
      `An error occurred (${details.Code}) when calling the ${operationName} operation${retries}: ${details.Message}`,
      { cause },
    )
  }

  /** The error code: `NoSuchKey`, or the status as text (`404`) where there was no body. */
  get code(): string {
    return this.response.Error.Code
  }

  get statusCode(): number {
    return this.response.ResponseMetadata.HTTPStatusCode
  }

  get requestId(): string | undefined {
    return this.response.ResponseMetadata.RequestId
  }

  get hostId(): string | undefined {
    return this.response.ResponseMetadata.HostId
  }

  /** How many times the call was repeated before this answer was final. */
  get retryAttempts(): number {
    return this.response.ResponseMetadata.RetryAttempts
  }

  /** Whether a later try may succeed: the status is 429 or of the 500s. */
  get retryable(): boolean {
    return this.statusCode === 429 || this.statusCode >= 500
  }

  /** The status is 404; for HEAD requests the only way to know (boto3 semantics 6.2). */
  get isNotFound(): boolean {
    return this.statusCode === 404
  }
}

/** An error inside an event stream. */
export class EventStreamError extends ClientError {
  static override readonly kind: string = 'EventStreamError'
}

/** Access was refused. */
export class AccessDenied extends ClientError {
  static override readonly kind: string = 'AccessDenied'
}

/** The object has as many annotations as it may have. */
export class AnnotationLimitExceeded extends ClientError {
  static override readonly kind: string = 'AnnotationLimitExceeded'
}

/** The annotation's name is too long. */
export class AnnotationNameTooLong extends ClientError {
  static override readonly kind: string = 'AnnotationNameTooLong'
}

/** The bucket's name is taken by another owner. */
export class BucketAlreadyExists extends ClientError {
  static override readonly kind: string = 'BucketAlreadyExists'
}

/** The bucket exists and is yours. */
export class BucketAlreadyOwnedByYou extends ClientError {
  static override readonly kind: string = 'BucketAlreadyOwnedByYou'
}

/** The object was written with another kind of encryption. */
export class EncryptionTypeMismatch extends ClientError {
  static override readonly kind: string = 'EncryptionTypeMismatch'
}

/** An idempotency token was used before with other parameters. */
export class IdempotencyParameterMismatch extends ClientError {
  static override readonly kind: string = 'IdempotencyParameterMismatch'
}

/** The annotation's name has characters that are not allowed. */
export class InvalidAnnotationName extends ClientError {
  static override readonly kind: string = 'InvalidAnnotationName'
}

/** The object is archived; `response` also tells its `StorageClass` and `AccessTier`. */
export class InvalidObjectState extends ClientError {
  static override readonly kind: string = 'InvalidObjectState'
}

/** The prefix is not allowed. */
export class InvalidPrefix extends ClientError {
  static override readonly kind: string = 'InvalidPrefix'
}

/** The request as a whole is not allowed. */
export class InvalidRequest extends ClientError {
  static override readonly kind: string = 'InvalidRequest'
}

/** Data cannot be appended at this offset. */
export class InvalidWriteOffset extends ClientError {
  static override readonly kind: string = 'InvalidWriteOffset'
}

/** The object has no annotation of that name. */
export class NoSuchAnnotation extends ClientError {
  static override readonly kind: string = 'NoSuchAnnotation'
}

/** The bucket does not exist. */
export class NoSuchBucket extends ClientError {
  static override readonly kind: string = 'NoSuchBucket'
}

/** The object does not exist. A HEAD request cannot tell: it gives a plain `ClientError` with code `404`. */
export class NoSuchKey extends ClientError {
  static override readonly kind: string = 'NoSuchKey'
}

/** The multipart upload does not exist: it was never begun, or is completed or aborted. */
export class NoSuchUpload extends ClientError {
  static override readonly kind: string = 'NoSuchUpload'
}

/** The object is already in an active tier. */
export class ObjectAlreadyInActiveTierError extends ClientError {
  static override readonly kind: string = 'ObjectAlreadyInActiveTierError'
}

/** The source of the copy is archived. */
export class ObjectNotInActiveTierError extends ClientError {
  static override readonly kind: string = 'ObjectNotInActiveTierError'
}

/** The object would have more parts than it may have. */
export class TooManyParts extends ClientError {
  static override readonly kind: string = 'TooManyParts'
}

/** The content type is not supported. */
export class UnsupportedMediaType extends ClientError {
  static override readonly kind: string = 'UnsupportedMediaType'
}
