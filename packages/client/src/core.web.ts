/** @tucuxi/client/core for browsers, Workers and React Native. */
import { S3Core as SharedS3Core } from './core.js'
import type { ClientOptions } from './config.js'
import { webPlatform } from './platform.web.js'

export type { CallOptions } from './callOptions.js'
export type { ClientOptions } from './config.js'

/** A client without methods, for single operations: `core.send(getObject, params)`. */
export class S3Core extends SharedS3Core {
  constructor(options: ClientOptions = {}) {
    super(options, webPlatform)
  }
}
