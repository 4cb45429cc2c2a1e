import { BotoCoreError } from './base.js'
import { ClientError } from './client.js'

/** Whether the server answered with an error. */
export function isClientError(error: unknown): error is ClientError {
  return error instanceof ClientError
}

/** Whether the failure arose on our side of the wire. */
export function isBotoCoreError(error: unknown): error is BotoCoreError {
  return error instanceof BotoCoreError
}
