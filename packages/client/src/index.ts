/** @tucuxi/client for Node. */
import { S3Client as SharedS3Client } from './client.js'
import type { ClientOptions } from './config.js'
import { nodePlatform } from './platform.node.js'

export * from './public.js'

/** The S3 client: a method for each operation, connections by undici. */
export class S3Client extends SharedS3Client {
  constructor(options: ClientOptions = {}) {
    super(options, nodePlatform)
  }
}
