/** The journey of every call, step by step. */
import { attemptOf } from './attempt.js'
import { checkOptions, type CallOptions } from './callOptions.js'
import type { ClientContext } from './context.js'
import { CallSignal, throwIfAborted, untilAborted } from './deadline.js'
import { ParamValidationError } from './errors/validation.js'
import { prepare } from './prepare.js'
import { isRecord } from './protocol/kinds.js'
import { validate, type Params } from './protocol/validate.js'
import { redirector } from './redirector.js'
import { runAttempts } from './retry/attempts.js'
import { loadHashes } from './rules/hashes.js'
import { rewriteRequest } from './rules/request.js'
import { layoutOf, type AnyOperation, type Operation } from './schema/index.js'
import type { Output } from './shapes/wire.js'

/**
 * Runs an operation: parameters into wire form, validation, endpoint, serialisation, body and checksum, attempts, result
 * (boto3 semantics 3.1). Everything but the attempts happens once.
 */
export async function call<I extends object, O>(
  client: ClientContext,
  operation: Operation<I, O>,
  given: I,
  options: CallOptions = noOptions,
): Promise<Output<O>> {
  const { settings, platform } = client
  const signal = signalOf(client, operation, options)
  const ends = signal ?? client.closing
  try {
    throwIfAborted(ends)
    const wanted = asParams(operation, given)
    const loading = loadHashes(wanted, platform.crypto)
    if (loading !== undefined) await untilAborted(loading, ends)
    const { params, addedEncodingType } = rewriteRequest(operation, wanted, {
      settings,
      crypto: platform.crypto,
      uuid: () => platform.uuid(),
      isAwsHost: client.endpoints.isAws,
    })
    // Before the endpoint, whose host may contain a parameter (boto3 has the two in the other order and adds that part later).
    if (settings.parameterValidation) check(validate(operation, params))
    const prepared = prepare(client, operation, params, addedEncodingType, ends)
    const request = prepared instanceof Promise ? await untilAborted(prepared, ends) : prepared
    return (await runAttempts(
      {
        operationName: operation.name,
        state: client.retry,
        signal: ends,
        deadline: signal?.deadline,
        replayable: () => request.payload.body?.replayable ?? true,
        streamingInput: layoutOf(operation.input).payload?.value.kind === 'stream',
        readTimeout: settings.transport.readTimeout,
        repeatAtOnce: redirector(client, request, signal),
      },
      attemptOf(client, request, signal),
    )) as Output<O>
  } finally {
    signal?.clear()
    if (platform.releaseBody !== undefined) releaseBody(operation, given, platform.releaseBody)
  }
}

function releaseBody(operation: AnyOperation, given: unknown, release: (body: object) => void): void {
  const { payload } = layoutOf(operation.input)
  if (payload?.value.kind !== 'stream' || !isRecord(given)) return
  const body = given[payload.key]
  if (typeof body === 'object' && body !== null) release(body)
}

const noOptions: CallOptions = {}

/** The signal of a call that its caller or a time-out may end; most calls have none. */
function signalOf(client: ClientContext, operation: AnyOperation, options: CallOptions): CallSignal | undefined {
  if (options !== noOptions) checkOptions(options)
  const { signal } = options
  const seconds = options.timeout ?? client.settings.requestTimeout
  const timeout = seconds === Infinity ? undefined : seconds
  if (signal === undefined && timeout === undefined) return undefined
  return new CallSignal({ operationName: operation.name, signal, timeout, now: client.platform.now() }, client)
}

function asParams(operation: AnyOperation, given: object): Params {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Params
  const method = operation.name[0]!.toLowerCase() + operation.name.slice(1)
  throw new TypeError(`${method}() takes its parameters as one object, such as { Bucket: 'mybucket' }.`)
}

function check(problems: readonly string[]): void {
  if (problems.length > 0) throw new ParamValidationError(problems)
}
