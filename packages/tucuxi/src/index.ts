/** boto3's S3, in TypeScript. What differs between Node and the web, `@tucuxi/client` chooses by its export conditions. */
import { S3Client, type ClientOptions } from '@tucuxi/client'
import { serviceOptions, type NamedServiceOptions } from './service.js'

export * from '@tucuxi/client'
export * as session from './session.js'

/**
 * Creates a client for S3, as `boto3.client('s3', …)`; no I/O is done.
 *
 * @example
 * const s3 = client('s3', { endpointUrl: 'http://198.51.100.10', awsAccessKeyId: '…', awsSecretAccessKey: '…' })
 * await s3.createBucket({ Bucket: 'mybucket' })
 *
 * @throws {UnknownServiceError} when the service is not `s3`.
 * @throws {TypeError} for unknown options; one of the `Invalid…` errors for wrong values.
 */
export function client(serviceName: 's3', options?: ClientOptions): S3Client
export function client(options: NamedServiceOptions): S3Client
export function client(serviceName: string | NamedServiceOptions, options?: ClientOptions): S3Client {
  return new S3Client(serviceOptions(serviceName, options))
}
