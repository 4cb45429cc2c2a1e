import * as errors from './client.js'
import type { ErrorResponse } from './client.js'

const modelled = {
  AccessDenied: errors.AccessDenied,
  AnnotationLimitExceeded: errors.AnnotationLimitExceeded,
  AnnotationNameTooLong: errors.AnnotationNameTooLong,
  BucketAlreadyExists: errors.BucketAlreadyExists,
  BucketAlreadyOwnedByYou: errors.BucketAlreadyOwnedByYou,
  EncryptionTypeMismatch: errors.EncryptionTypeMismatch,
  IdempotencyParameterMismatch: errors.IdempotencyParameterMismatch,
  InvalidAnnotationName: errors.InvalidAnnotationName,
  InvalidObjectState: errors.InvalidObjectState,
  InvalidPrefix: errors.InvalidPrefix,
  InvalidRequest: errors.InvalidRequest,
  InvalidWriteOffset: errors.InvalidWriteOffset,
  NoSuchAnnotation: errors.NoSuchAnnotation,
  NoSuchBucket: errors.NoSuchBucket,
  NoSuchKey: errors.NoSuchKey,
  NoSuchUpload: errors.NoSuchUpload,
  ObjectAlreadyInActiveTierError: errors.ObjectAlreadyInActiveTierError,
  ObjectNotInActiveTierError: errors.ObjectNotInActiveTierError,
  TooManyParts: errors.TooManyParts,
  UnsupportedMediaType: errors.UnsupportedMediaType,
} satisfies Record<string, typeof errors.ClientError>

/** The class for an error code; `ClientError` for codes that have none of their own (boto3 semantics 6.3). */
function fromCode(code: string): typeof errors.ClientError {
  const classes: Readonly<Record<string, typeof errors.ClientError>> = modelled
  return Object.hasOwn(classes, code) ? classes[code]! : errors.ClientError
}

/** `client.exceptions`: the error classes of the API by code. */
export const exceptions = { ...modelled, ClientError: errors.ClientError, fromCode }

/** The error for an answer, of the class that its code has. */
export function clientError(response: ErrorResponse, operationName: string, cause?: unknown): errors.ClientError {
  return new (fromCode(response.Error.Code))(response, operationName, cause)
}
