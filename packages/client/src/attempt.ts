/** One attempt of a call: sign, send, read the answer. */
import { signerOf } from './auth/signer.js'
import { resourcePath } from './auth/sigv2.js'
import { createHasher } from './checksum/algorithms.js'
import { responseChecksum } from './checksum/validation.js'
import type { ClientContext } from './core.js'
import type { Credentials } from './credentials/types.js'
import type { ResolvedEndpoint } from './endpoint/resolve.js'
import { joinTarget } from './endpoint/target.js'
import { ResponseParserError } from './errors/body.js'
import { gatherStream, streamOf } from './http/byteStream.js'
import { contentLengthOf } from './http/headerBytes.js'
import { removeHeader } from './http/headers.js'
import { StreamingBody } from './http/streamingBody.js'
import type { HttpRequest, HttpResponse } from './http/types.js'
import type { Payload } from './payload.js'
import { decodeEvents } from './protocol/eventStream.js'
import { parseError } from './protocol/errorBody.js'
import { checkSuccessBody, parseOutput, payloadKind, successMetadata } from './protocol/parse.js'
import type { Params } from './protocol/validate.js'
import { encodeLabel } from './encoding/percent.js'
import type { Attempt, Outcome } from './retry/attempts.js'
import { noteWarnings } from './rules/expires.js'
import { finishOutput } from './rules/response.js'
import { layoutOf, type AnyOperation } from './schema/index.js'

/** A call that is ready to be sent, as often as need be. */
export interface PreparedRequest {
  readonly operation: AnyOperation
  readonly params: Params
  /** `EncodingType=url` is ours, not the caller's. */
  readonly addedEncodingType: boolean
  /** Changed by a redirect to another region. */
  endpoint: ResolvedEndpoint
  /** Path below the bucket. */
  readonly path: string
  readonly query: string
  readonly payload: Payload
  /** The same for all attempts of a call; empty when it is not sent. */
  readonly invocationId: string
}

const noBytes = /*#__PURE__*/ new Uint8Array(0)

/** The function that makes one attempt after another of a call. */
export function attemptOf(
  client: ClientContext,
  request: PreparedRequest,
  signal: AbortSignal | undefined,
): (attempt: Attempt) => Promise<Outcome<object>> {
  const kind = payloadKind(request.operation)
  const options = { stream: kind === 'stream' || kind === 'events', signal }
  return async ({ sdkRequest }) => {
    const opened = client.transport()
    const transport = opened instanceof Promise ? await opened : opened
    const sign = signerOf(client.settings.signatureVersion)
    const keys = sign === undefined ? undefined : client.credentials.get()
    const credentials = keys instanceof Promise ? await keys : keys
    const signed = signedRequest(client, request, credentials)
    const { headers } = signed
    headers.push('User-Agent', client.userAgent)
    if (request.invocationId !== '') {
      headers.push('amz-sdk-invocation-id', request.invocationId, 'amz-sdk-request', sdkRequest)
    }
    return readAnswer(client, request, await transport.send(signed, options))
  }
}

/** The request with its signature; without one when the client is anonymous. */
function signedRequest(
  { settings, platform }: ClientContext,
  { operation, params, endpoint, path, query, payload }: PreparedRequest,
  credentials: Credentials | undefined,
): HttpRequest {
  const target = joinTarget(endpoint.path, path)
  const bare: HttpRequest = {
    method: operation.method,
    origin: endpoint.origin,
    host: endpoint.host,
    path: target,
    query,
    headers: payload.headers,
    body: payload.body,
  }
  const sign = signerOf(settings.signatureVersion)
  if (sign === undefined || credentials === undefined) {
    const headers = payload.headers.slice()
    removeHeader(headers, 'content-length')
    return { ...bare, headers }
  }
  return sign(bare, credentials, {
    region: endpoint.signingRegion,
    service: endpoint.signingService,
    time: platform.now(),
    payloadHash: payload.hash,
    crypto: platform.crypto,
    useAmzDate: !platform.sendsDate,
    resourcePath:
      settings.signatureVersion !== 's3'
        ? ''
        : resourcePath({
            operationPath: typeof params['Bucket'] === 'string' ? `/${encodeLabel(params['Bucket'])}${path}` : '/',
            path: target,
            virtualHost: endpoint.bucketInHost,
            strict: settings.compat === 'strict',
          }),
  })
}

/** Makes the result, or the error, of an answer. A 200 that is an error counts as a 500 (boto3 semantics 5.6). */
async function readAnswer(
  client: ClientContext,
  request: PreparedRequest,
  response: HttpResponse,
): Promise<Outcome<object>> {
  const { operation, addedEncodingType } = request
  if (response.status >= 300) return errorOutcome(operation, response)
  const kind = payloadKind(operation)
  const streams = kind === 'stream' || kind === 'events'
  const body = streams ? noBytes : await wholeBody(response)
  if (!streams && checkSuccessBody(operation, body, client.settings.compat === 'strict') === 'error')
    return errorOutcome(operation, response, 500)
  const metadata = successMetadata(response)
  const warnings: string[] = []
  let output: Record<string, unknown>
  try {
    const parsed = parseOutput(operation, response, body, warnings)
    output = parsed instanceof Promise ? await parsed : parsed
  } catch (error) {
    if (error instanceof ResponseParserError) return errorOutcome(operation, response, 500, error)
    throw error
  }
  if (streams) addStream(client, request, response, output, metadata)
  finishOutput(operation, { addedEncodingType }, output)
  if (warnings.length > 0) noteWarnings(output, metadata, warnings)
  output['ResponseMetadata'] = metadata
  return { kind: 'success', value: output, metadata }
}

/** Puts the body into the output of an operation that streams it. */
function addStream(
  { platform }: ClientContext,
  { operation, params }: PreparedRequest,
  { body, headers, status }: HttpResponse,
  output: Record<string, unknown>,
  metadata: { ChecksumAlgorithm?: string },
): void {
  const member = layoutOf(operation.output ?? operation.input).payload
  if (member === undefined) return
  if (member.value.kind === 'events') {
    const source = body instanceof Uint8Array ? streamOf([body]) : body
    output[member.key] = decodeEvents(source, member.value, operation.name, platform.crypto.crc32)
    return
  }
  const verifies = operation.verifiable === true && params['ChecksumMode'] === 'ENABLED'
  const checksum = verifies ? responseChecksum(headers, status) : undefined
  if (checksum !== undefined) metadata.ChecksumAlgorithm = checksum.algorithm
  output[member.key] = new StreamingBody(body, {
    contentLength: contentLengthOf(headers),
    checksum: checksum && { ...checksum, hasher: createHasher(checksum.algorithm, platform.crypto) },
    platform,
  })
}

async function errorOutcome(
  operation: AnyOperation,
  response: HttpResponse,
  status: number = response.status,
  cause?: unknown,
): Promise<Outcome<object>> {
  const { reason, headers } = response
  const body = await wholeBody(response)
  return { kind: 'error', response: await parseError(operation, { status, reason, headers }, body), cause }
}

function wholeBody({ body }: HttpResponse): Uint8Array | Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : gatherStream(body)
}
