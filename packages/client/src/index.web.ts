/** @tucuxi/client for browsers, Workers and React Native. */
import { S3Client as SharedS3Client } from './client.js'
import type { ClientOptions } from './config.js'
import { webPlatform } from './platform.web.js'

export * from './public.js'

/** The S3 client: a method for each operation, requests by `fetch`. */
export class S3Client extends SharedS3Client {
  constructor(options: ClientOptions = {}) {
    super(options, webPlatform)
  }
}
