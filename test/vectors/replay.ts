/** Makes the call of a row with a client of its own, over a real connection. */
import { S3Client } from '@tucuxi/client/client'
import { type HttpRequest, type SendOptions, type Transport } from '@tucuxi/client/http/types'
import { type Platform } from '@tucuxi/client/platform'
import { nodePlatform } from '@tucuxi/client/platform.node'
import { clientOptions } from './clientOptions.js'
import type { Outcome } from './compareOutcome.js'
import type { Row } from './rows.js'
import type { ScriptedServer } from './scriptedServer.js'
import { tag, untag } from './taggedValues.js'

/** Leads every connection to the server, whatever host it was meant for, and notes the scheme that was meant. */
function divertedTransport(transport: Transport, origin: string, schemes: string[]): Transport {
  return {
    send(request: HttpRequest, options: SendOptions) {
      schemes.push(request.origin.slice(0, request.origin.indexOf(':')))
      return transport.send({ ...request, origin }, options)
    },
    close: () => transport.close(),
  }
}

/** Node, but for the way to the server, the clock where the row stops it, and chance. */
function replayPlatform(row: Row, origin: string, schemes: string[]): Platform {
  const { epoch } = row
  return {
    ...nodePlatform,
    now: epoch === undefined ? () => nodePlatform.now() : () => epoch * 1000,
    uuid: () => '0b4a3a2c-5f0e-4d9c-8a1b-6c7d8e9f0a1b',
    async createTransport(options) {
      return divertedTransport(await nodePlatform.createTransport(options), origin, schemes)
    },
  }
}

async function callByName(client: S3Client, op: string, params: unknown): Promise<unknown> {
  const name = op.slice(0, 1).toLowerCase() + op.slice(1)
  const method: unknown = Reflect.get(client, name)
  if (typeof method !== 'function') throw new Error(`The client has no method ${name}.`)
  return await Reflect.apply(method, client, [params])
}

/** Replays a row: calls, reads the result to its end, and tells what came of it. */
export async function replay(row: Row, server: ScriptedServer, compat?: 'strict'): Promise<Outcome> {
  const schemes: string[] = []
  const received = server.play('answers' in row ? row.answers : undefined)
  const client = new S3Client(clientOptions(row, compat), replayPlatform(row, server.origin, schemes))
  const requests = () => received.map((request, index) => ({ ...request, scheme: schemes[index] ?? '' }))
  try {
    const result = await tag(await callByName(client, row.op, untag(row.params)))
    return { result, requests: requests() }
  } catch (error) {
    return { error, requests: requests() }
  } finally {
    await client.close()
  }
}
