/** Which failures are worth another attempt (the table of boto3 semantics 7). */
import type { ErrorResponse } from '../errors/index.js'
import {
  ConnectionClosedError,
  ConnectionError,
  ConnectTimeoutError,
  HTTPClientError,
  ReadTimeoutError,
  SSLError,
} from '../errors/index.js'
import { isFromSource } from '../http/sourceFailure.js'
import type { RetryMode } from '../settings.js'

/** A failed attempt: the server answered with an error, or there was no answer. */
export type Failure =
  | { readonly kind: 'error'; readonly response: ErrorResponse; readonly cause?: unknown }
  | { readonly kind: 'exception'; readonly error: unknown }

const legacyStatuses = [429, 500, 502, 503, 504, 509]
const standardStatuses = [500, 502, 503, 504]

// Looked at in mode legacy, and only with status 400.
const legacyCodes = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottledException',
  'ProvisionedThroughputExceededException',
  'RequestTimeout',
  'BadDigest',
]

const transientCodes = ['RequestTimeout', 'RequestTimeoutException', 'PriorRequestNotComplete']

const throttlingCodes = [
  'Throttling',
  'ThrottlingException',
  'ThrottledException',
  'RequestThrottledException',
  'TooManyRequestsException',
  'ProvisionedThroughputExceededException',
  'TransactionInProgressException',
  'RequestLimitExceeded',
  'BandwidthLimitExceeded',
  'LimitExceededException',
  'RequestThrottled',
  'SlowDown',
  'PriorRequestNotComplete',
  'EC2ThrottledException',
]

/** Whether a failure is worth another attempt in a retry mode. The HTTP method plays no part. */
export function isRetryable(failure: Failure, mode: RetryMode): boolean {
  if (failure.kind === 'exception') return isRetryableException(failure.error, mode)
  const status = failure.response.ResponseMetadata.HTTPStatusCode
  const code = failure.response.Error.Code
  if (mode === 'legacy') return legacyStatuses.includes(status) || (status === 400 && legacyCodes.includes(code))
  return standardStatuses.includes(status) || transientCodes.includes(code) || throttlingCodes.includes(code)
}

function isRetryableException(error: unknown, mode: RetryMode): boolean {
  // The body may be the answer of another call, whose failures are of these classes too.
  if (isFromSource(error)) return false
  if (error instanceof SSLError) return !isCertificateError(error)
  if (error instanceof ConnectionError) return true
  if (mode !== 'legacy') return error instanceof HTTPClientError
  return error instanceof ConnectionClosedError || error instanceof ReadTimeoutError
}

/** Whether the server asked for fewer requests. */
export function isThrottling(failure: Failure): boolean {
  return failure.kind === 'error' && throttlingCodes.includes(failure.response.Error.Code)
}

/** Whether the attempt ran into a time-out of the transport; repeating it costs more of the quota. */
export function isTimeout(failure: Failure): boolean {
  if (failure.kind === 'error' || isFromSource(failure.error)) return false
  return failure.error instanceof ConnectTimeoutError || failure.error instanceof ReadTimeoutError
}

// OpenSSL's verification codes as Node passes them on (CERT_HAS_EXPIRED, UNABLE_TO_VERIFY_LEAF_SIGNATURE,
// UNABLE_TO_GET_ISSUER_CERT_LOCALLY, ERR_TLS_CERT_ALTNAME_INVALID…) and the alerts about certificates.
const certificateCode = /CERT|ISSUER|SIGNATURE|CRL|INVALID_CA|UNKNOWN_CA|HOSTNAME_MISMATCH/

const certificateText = /certificate/i

/**
 * A certificate that was refused will be refused again (D-23); other failures of TLS may pass. Only what TLS said counts: the
 * error's own message also holds the URL, with whatever word the key has in it.
 */
function isCertificateError(error: SSLError): boolean {
  for (let cause = error.cause, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if ('code' in cause && typeof cause.code === 'string' && certificateCode.test(cause.code)) return true
    if (certificateText.test(cause.message)) return true
  }
  return certificateText.test(error.reason)
}
