/** One attempt of a call: sign, send, read the answer. */
import { signerOf, type Signer } from './auth/signer.js'
import { loadHash } from './checksum/algorithms.js'
import { bodyCheck, responseChecksum } from './checksum/validation.js'
import type { ClientContext } from './context.js'
import type { Credentials } from './credentials/types.js'
import { untilAborted, type CallSignal } from './deadline.js'
import type { ResolvedEndpoint } from './endpoint/resolve.js'
import { joinTarget } from './endpoint/target.js'
import { ResponseParserError } from './errors/body.js'
import { gatherStream, streamOf } from './http/byteStream.js'
import { contentLengthOf } from './http/headerBytes.js'
import { removeHeader } from './http/headers.js'
import { errorBodyLimit } from './http/limits.js'
import { StreamingBody } from './http/streamingBody.js'
import type { HttpRequest, HttpResponse } from './http/types.js'
import type { Payload } from './payload.js'
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
  signal: CallSignal | undefined,
): (attempt: Attempt) => Promise<Outcome<object>> {
  const options = { stream: streams(request.operation), signal }
  return async ({ sdkRequest }) => {
    const opened = client.transport()
    const transport = opened instanceof Promise ? await opened : opened
    const signer = signerOf(client.settings.signatureVersion, client.platform.crypto)
    const sign = signer instanceof Promise ? await signer : signer
    const keys = sign === undefined ? undefined : client.credentials.get()
    const credentials = keys instanceof Promise ? await untilAborted(keys, signal ?? client.closing) : keys
    const signed = signedRequest(client, request, sign, credentials)
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
  sign: Signer | undefined,
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
    resource: () => ({
      operationPath: typeof params['Bucket'] === 'string' ? `/${encodeLabel(params['Bucket'])}${path}` : '/',
      path: target,
      virtualHost: endpoint.bucketInHost,
      strict: settings.compat === 'strict',
    }),
  })
}

/**
 * Makes the result, or the error, of an answer. A 200 that is an error counts as a 500 (boto3 semantics 5.6). A promise only
 * when there is something to wait for.
 */
function readAnswer(
  client: ClientContext,
  request: PreparedRequest,
  response: HttpResponse,
): Outcome<object> | Promise<Outcome<object>> {
  if (response.status >= 300) return errorOutcome(request.operation, response)
  if (streams(request.operation)) return readSuccess(client, request, response, noBytes)
  const body = wholeBody(response)
  if (!(body instanceof Promise)) return readSuccess(client, request, response, body)
  return body.then((bytes) => readSuccess(client, request, response, bytes))
}

/** Whether the body is given on to the caller as a stream. */
function streams(operation: AnyOperation): boolean {
  const kind = payloadKind(operation)
  return kind === 'stream' || kind === 'events'
}

function readSuccess(
  client: ClientContext,
  request: PreparedRequest,
  response: HttpResponse,
  body: Uint8Array,
): Outcome<object> | Promise<Outcome<object>> {
  const { operation } = request
  if (checkSuccessBody(operation, body, client.settings.compat === 'strict') === 'error') {
    return errorOutcome(operation, response, 500)
  }
  const warnings: string[] = []
  const unreadable = (error: unknown) => {
    if (error instanceof ResponseParserError) return errorOutcome(operation, response, 500, error)
    throw error
  }
  let parsed: ReturnType<typeof parseOutput>
  try {
    parsed = parseOutput(operation, response, body, warnings)
  } catch (error) {
    return unreadable(error)
  }
  if (!(parsed instanceof Promise)) return success(client, request, response, parsed, warnings)
  return parsed.then((output) => success(client, request, response, output, warnings), unreadable)
}

function success(
  client: ClientContext,
  request: PreparedRequest,
  response: HttpResponse,
  output: Record<string, unknown>,
  warnings: string[],
): Outcome<object> | Promise<Outcome<object>> {
  const { operation } = request
  const metadata = successMetadata(response)
  if (!streams(operation)) return finish(request, output, metadata, warnings)
  const loading = addStream(client, request, response, output, metadata)
  if (loading === undefined) return finish(request, output, metadata, warnings)
  return loading.then(() => finish(request, output, metadata, warnings))
}

function finish(
  request: PreparedRequest,
  output: Record<string, unknown>,
  metadata: ReturnType<typeof successMetadata>,
  warnings: string[],
): Outcome<object> {
  finishOutput(request.operation, request, output)
  if (warnings.length > 0) noteWarnings(output, metadata, warnings)
  output['ResponseMetadata'] = metadata
  return { kind: 'success', value: output, metadata }
}

/** Puts the body into the output of an operation that streams it. A promise only when code for it has to be loaded. */
function addStream(
  { platform }: ClientContext,
  { operation, params }: PreparedRequest,
  { body, headers, status, decoded }: HttpResponse,
  output: Record<string, unknown>,
  metadata: { ChecksumAlgorithm?: string },
): Promise<void> | undefined {
  const member = layoutOf(operation.output ?? operation.input).payload
  if (member === undefined) return undefined
  const { key, value } = member
  if (value.kind === 'events') {
    const source = body instanceof Uint8Array ? streamOf([body]) : body
    return import('./protocol/eventStream.js').then(({ decodeEvents }) => {
      output[key] = decodeEvents(source, value, operation.name, platform.crypto.crc32)
    })
  }
  const verifies = operation.verifiable === true && params['ChecksumMode'] === 'ENABLED' && decoded !== true
  const checksum = verifies ? responseChecksum(headers, status) : undefined
  if (checksum !== undefined) metadata.ChecksumAlgorithm = checksum.algorithm
  const add = () => {
    output[key] = new StreamingBody(body, {
      contentLength: decoded === undefined ? contentLengthOf(headers) : undefined,
      check: checksum && bodyCheck(checksum, platform.crypto),
      platform,
    })
  }
  const loading = checksum && loadHash(checksum.algorithm, platform.crypto)
  if (loading !== undefined) return loading.then(add)
  add()
  return undefined
}

async function errorOutcome(
  operation: AnyOperation,
  response: HttpResponse,
  status: number = response.status,
  cause?: unknown,
): Promise<Outcome<object>> {
  const { reason, headers } = response
  const body = await wholeBody(response, errorBodyLimit)
  return { kind: 'error', response: await parseError(operation, { status, reason, headers }, body), cause }
}

function wholeBody({ body }: HttpResponse, limit?: number): Uint8Array | Promise<Uint8Array> {
  return body instanceof Uint8Array ? body : gatherStream(body, limit)
}
