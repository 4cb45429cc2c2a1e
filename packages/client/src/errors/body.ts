/** Bodies that cannot be sent, or did not arrive as announced (boto3 semantics 3.5, 5.7, 6.5). */
import { BotoCoreError } from './base.js'

/** A body ended before, or went on after, its announced length. */
export class IncompleteReadError extends BotoCoreError {
  static override readonly kind: string = 'IncompleteReadError'
  constructor(
    readonly actualBytes: number,
    readonly expectedBytes: number,
  ) {
    super(`${actualBytes} read, but total bytes expected is ${expectedBytes}.`)
  }
}

/** A checksum does not fit the bytes. */
export class ChecksumError extends BotoCoreError {
  static override readonly kind: string = 'ChecksumError'
}

/** A checksum of the S3 API does not fit the bytes, or its algorithm is not supported. */
export class FlexibleChecksumError extends BotoCoreError {
  static override readonly kind: string = 'FlexibleChecksumError'
}

/** A body cannot be framed as aws-chunked. */
export class AwsChunkedWrapperError extends BotoCoreError {
  static override readonly kind: string = 'AwsChunkedWrapperError'
}

/** A body has to be read again, or its length known, and neither is possible. */
export class UnseekableStreamError extends BotoCoreError {
  static override readonly kind: string = 'UnseekableStreamError'
}

/** The answer is not what S3 sends: XML that does not end, a DOCTYPE, a body of another kind. */
export class ResponseParserError extends BotoCoreError {
  static override readonly kind: string = 'ResponseParserError'
}
