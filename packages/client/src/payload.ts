/** The body of a request, with what checksums and signature say about it. */
import { chunkedHeaders, frame, trailerOf } from './auth/awsChunked.js'
import { hex } from './encoding/hex.js'
import {
  payloadHash,
  payloadHashValue,
  STREAMING_UNSIGNED_PAYLOAD_TRAILER,
  UNSIGNED_PAYLOAD,
  type PayloadHash,
} from './auth/payloadHash.js'
import { checksumHeader, createHasher, type ChecksumName } from './checksum/algorithms.js'
import { toBase64 } from './encoding/base64.js'
import { hashBody } from './checksum/body.js'
import { chooseChecksum, hasChecksumHeader, placeChecksum } from './checksum/choose.js'
import { throwIfAborted } from './deadline.js'
import type { ResolvedEndpoint } from './endpoint/resolve.js'
import { bufferBody, toRequestBody } from './http/body.js'
import { headerOf, setHeader } from './http/headers.js'
import type { AbortSource, HeaderList, RequestBody } from './http/types.js'
import type { Platform } from './platform.js'
import type { Serialized } from './protocol/serialize.js'
import type { Params } from './protocol/validate.js'
import { layoutOf, type AnyOperation } from './schema/index.js'
import { UNSIGNED, type Settings } from './settings.js'

/** A body ready to be signed and sent, any number of times if it can be read again. */
export interface Payload {
  readonly headers: HeaderList
  readonly body: RequestBody | undefined
  /** `X-Amz-Content-SHA256`; empty where the signature has none. */
  readonly hash: string
}

/** What the payload depends on besides the parameters. */
export interface PayloadContext {
  readonly settings: Settings
  readonly platform: Platform
  readonly endpoint: ResolvedEndpoint
  /** Ends the reading of a body that has to be read before it is sent. */
  readonly signal?: AbortSource | undefined
}

/**
 * Opens the body, computes the checksum that it needs, and decides how it enters the signature (boto3 semantics 3.5, 3.8,
 * 4.2). A promise only when the body is not in memory.
 * @throws {UnseekableStreamError} when the body has to be read twice, cannot be, and is too large to hold.
 * @throws {FlexibleChecksumError} when the algorithm asked for is not supported.
 */
export function preparePayload(
  operation: AnyOperation,
  params: Params,
  serialized: Serialized,
  context: PayloadContext,
): Payload | Promise<Payload> {
  const plan = planPayload(operation, params, serialized.headers, context)
  const body = openBody(serialized.body, params, context.platform)
  if (body === undefined || (!(body instanceof Promise) && body.bytes !== undefined)) {
    return withBytes(plan, serialized.headers, body, context)
  }
  return withStream(plan, serialized.headers, body, context)
}

/** What will be computed, as far as it does not depend on the body. */
interface Plan {
  readonly streamingInput: boolean
  readonly algorithm: ChecksumName | undefined
  /** The caller named the algorithm. */
  readonly asked: boolean
  readonly https: boolean
  readonly signsPayload: boolean
  readonly unsignedPayload: boolean
}

function planPayload(
  operation: AnyOperation,
  params: Params,
  headers: HeaderList,
  { settings, endpoint }: PayloadContext,
): Plan {
  const algorithm = chooseChecksum({
    checksum: operation.checksum,
    algorithm: typeof params['ChecksumAlgorithm'] === 'string' ? params['ChecksumAlgorithm'] : undefined,
    given: hasChecksumHeader(headers),
    calculation: settings.requestChecksumCalculation,
  })
  return {
    streamingInput: layoutOf(operation.input).payload?.value.kind === 'stream',
    algorithm,
    asked: params['ChecksumAlgorithm'] !== undefined,
    https: endpoint.origin.startsWith('https:'),
    signsPayload: settings.signatureVersion === 's3v4',
    unsignedPayload: operation.unsignedPayload === true,
  }
}

const encoder = /*#__PURE__*/ new TextEncoder()

function openBody(given: unknown, params: Params, platform: Platform): RequestBody | undefined | Promise<RequestBody> {
  if (given === undefined) return undefined
  const contentLength = params['ContentLength']
  return toRequestBody(typeof given === 'string' ? encoder.encode(given) : given, {
    platform,
    contentLength: typeof contentLength === 'number' ? contentLength : undefined,
  })
}

/** The common case, in one go: the body is in memory, or there is none. */
function withBytes(plan: Plan, headers: HeaderList, body: RequestBody | undefined, context: PayloadContext): Payload {
  if (placementOf(plan, true, context) === 'trailer') return inTrailer(plan, headers, body, context)
  const { crypto } = context.platform
  if (plan.algorithm !== undefined) {
    const hasher = createHasher(plan.algorithm, crypto)
    if (body?.bytes !== undefined) hasher.update(body.bytes)
    addChecksum(headers, plan.algorithm, hasher.digest())
  }
  const kind = hashKind(plan, headers, context, body)
  if (kind === undefined) return { headers, body, hash: '' }
  return { headers, body, hash: payloadHashValue(kind, body?.bytes, crypto) }
}

async function withStream(
  planned: Plan,
  headers: HeaderList,
  given: RequestBody | Promise<RequestBody>,
  context: PayloadContext,
): Promise<Payload> {
  let body = await given
  const { settings, platform, endpoint, signal } = context
  const buffer = async () => (body = await bufferBody(stoppable(body, signal), settings.nonSeekableBufferLimit))
  // Custom stores rarely take trailers or open lengths, so what may be held in memory is; then it can also be repeated.
  if (!body.replayable && !endpoint.isAws && settings.compat !== 'strict') {
    if (body.length === undefined || body.length <= settings.nonSeekableBufferLimit) await buffer()
  }
  const placement = placementOf(planned, body.replayable, context)
  if (placement === 'trailer') return inTrailer(planned, headers, body, context)
  const plan = placement === 'none' ? { ...planned, algorithm: undefined, unsignedPayload: true } : planned
  const readsTwice = plan.algorithm !== undefined || hashKind(plan, headers, context, body) === 'hash'
  if (!body.replayable && (readsTwice || body.length === undefined)) await buffer()
  if (body.bytes !== undefined) return withBytes(plan, headers, body, context)

  const { crypto } = platform
  const checksum = plan.algorithm === undefined ? undefined : createHasher(plan.algorithm, crypto)
  const kind = hashKind(plan, headers, context, body)
  const sha256 = kind === 'hash' ? crypto.createHash('sha256') : undefined
  const hashers = [checksum, sha256].filter((hasher) => hasher !== undefined)
  if (hashers.length > 0) await hashBody(stoppable(body, signal), hashers)
  if (checksum !== undefined && plan.algorithm !== undefined) addChecksum(headers, plan.algorithm, checksum.digest())
  if (sha256 !== undefined) return { headers, body, hash: hex(sha256.digest()) }
  return { headers, body, hash: kind === undefined ? '' : UNSIGNED_PAYLOAD }
}

/** The body, left at its next piece once the signal is aborted, so that the caller's source is told through `return()`. */
function stoppable(body: RequestBody, signal: AbortSource | undefined): RequestBody {
  if (signal === undefined || body.bytes !== undefined) return body
  return {
    ...body,
    async *chunks() {
      for await (const piece of body.chunks()) {
        throwIfAborted(signal)
        yield piece
      }
    },
  }
}

function inTrailer(
  plan: Plan,
  headers: HeaderList,
  body: RequestBody | undefined,
  { settings, platform }: PayloadContext,
): Payload {
  const trailer = trailerOf(plan.algorithm ?? 'crc32', platform.crypto)
  announceAlgorithm(headers, plan.algorithm ?? 'crc32')
  const decodedLength = body === undefined ? 0 : body.length
  // The signer announces the framing; an anonymous upload has none, and S3 refuses the framing unannounced.
  if (settings.signatureVersion === UNSIGNED) {
    headers.push('X-Amz-Content-SHA256', STREAMING_UNSIGNED_PAYLOAD_TRAILER)
  }
  return {
    headers: chunkedHeaders(headers, trailer, decodedLength),
    body: frame(body, trailer, settings.compat !== 'strict'),
    hash: plan.signsPayload ? STREAMING_UNSIGNED_PAYLOAD_TRAILER : '',
  }
}

function placementOf(
  plan: Plan,
  bodyReplayable: boolean,
  { settings, endpoint }: PayloadContext,
): 'header' | 'trailer' | 'none' {
  if (plan.algorithm === undefined) return 'header'
  return placeChecksum({
    streamingInput: plan.streamingInput,
    https: plan.https,
    signatureVersion: settings.signatureVersion,
    checksumPlacement: settings.checksumPlacement,
    compat: settings.compat,
    isAwsHost: endpoint.isAws,
    bodyReplayable,
    asked: plan.asked,
  })
}

/**
 * How the body enters the signature; `undefined` where the signature does not cover bodies. Operations whose bodies need not
 * be signed make use of that only when the body cannot be read twice: boto3 signs what it can.
 */
function hashKind(
  plan: Plan,
  headers: HeaderList,
  { settings }: PayloadContext,
  body: RequestBody | undefined,
): PayloadHash | undefined {
  if (!plan.signsPayload) return undefined
  if (plan.unsignedPayload && body?.replayable === false) return 'unsigned'
  return payloadHash({
    payloadSigningEnabled: settings.s3.payloadSigningEnabled,
    https: plan.https,
    contentMd5: headerOf(headers, 'content-md5') !== undefined,
    computedChecksum: plan.algorithm !== undefined,
    streamingInput: plan.streamingInput,
  })
}

function addChecksum(headers: HeaderList, algorithm: ChecksumName, digest: Uint8Array): void {
  announceAlgorithm(headers, algorithm)
  setHeader(headers, checksumHeader(algorithm), toBase64(digest))
}

function announceAlgorithm(headers: HeaderList, algorithm: ChecksumName): void {
  if (headerOf(headers, 'x-amz-sdk-checksum-algorithm') === undefined) {
    headers.push('x-amz-sdk-checksum-algorithm', algorithm.toUpperCase())
  }
}
