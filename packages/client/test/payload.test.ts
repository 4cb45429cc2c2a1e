import { describe, expect, test } from 'vitest'
import { resolveSettings } from '../src/config.js'
import { resolveEndpoint } from '../src/endpoint/resolve.js'
import { putObject, writeGetObjectResponse } from '../src/operations/index.js'
import { preparePayload } from '../src/payload.js'
import { nodePlatform } from '../src/platform.node.js'
import { serialize } from '../src/protocol/serialize.js'
import type { AnyOperation } from '../src/schema/index.js'

/** SHA-256 of `hi`. */
const hiHash = '8f434346648f6b96df89dda901c5176b10a6d83961dd3c1ac88b59b2dc327aa4'
const hi = new TextEncoder().encode('hi')

async function hashOf(endpointUrl: string, operation: AnyOperation, params: Record<string, unknown>): Promise<string> {
  const config = { requestChecksumCalculation: 'when_required' } as const
  const settings = resolveSettings({ endpointUrl, config })
  const endpoint = resolveEndpoint(settings, { bucket: undefined, operation: operation.name, hostPrefix: 'route.' })
  const context = { settings, platform: nodePlatform, endpoint }
  return (await preparePayload(operation, params, serialize(operation, params), context)).hash
}

const once = () => new Blob([hi]).stream()
const response = { RequestRoute: 'route', RequestToken: 'token' }

describe('the hash of a body', () => {
  // boto3 semantics 4.2; WriteGetObjectResponse as recorded from boto3, which signs every body that it can read twice.
  test.each([
    ['bytes over http', 'http://h.example', writeGetObjectResponse, { ...response, Body: hi }, hiHash],
    ['bytes over https', 'https://h.example', writeGetObjectResponse, { ...response, Body: hi }, hiHash],
    ['text', 'https://h.example', writeGetObjectResponse, { ...response, Body: 'hi' }, hiHash],
    ['bytes of an object', 'https://h.example', putObject, { Bucket: 'b', Key: 'k', Body: hi }, hiHash],
  ])('%s is signed', async (_, url, operation, params, hash) => {
    expect(await hashOf(url, operation, params)).toBe(hash)
  })

  test('a stream need not be held in memory where no signature of the body is needed', async () => {
    const params = { ...response, Body: once(), ContentLength: 100 * 1024 * 1024 }
    expect(await hashOf('https://s3-object-lambda.eu-west-1.amazonaws.com', writeGetObjectResponse, params)).toBe(
      'UNSIGNED-PAYLOAD',
    )
  })
})
