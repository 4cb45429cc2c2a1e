/** The journey of every call, step by step. */
import { attemptOf } from './attempt.js'
import { describe } from './configChecks.js'
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

/** What a call takes besides its parameters. */
export interface CallOptions {
  /** Ends the call, wherever it is, with a `CancelledError`; also the reading of its body. */
  readonly signal?: AbortSignal | undefined
  /**
   * Seconds for the call with all its attempts, from the reading of the caller's stream to the head of the answer;
   * `RequestTimeoutError` after that. `Infinity`: no limit, whatever the client's `requestTimeout`.
   */
  readonly timeout?: number | undefined
}

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

/** @throws {TypeError} for unknown options and values of a wrong type. */
function checkOptions(options: CallOptions): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`The options of a call are an object with signal and timeout, not ${describe(options)}`)
  }
  for (const name of Object.keys(options)) {
    if (name !== 'signal' && name !== 'timeout') {
      throw new TypeError(`Got unexpected keyword argument '${name}'; the options of a call are signal and timeout`)
    }
  }
  const { signal, timeout }: { signal?: unknown; timeout?: unknown } = options
  if (signal !== undefined && !isSignal(signal)) {
    throw new TypeError(`signal must be an AbortSignal, not ${describe(signal)}`)
  }
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0)) {
    const shown = typeof timeout === 'number' ? timeout : describe(timeout)
    throw new TypeError(`timeout must be a number of seconds greater than 0, not ${shown}`)
  }
}

/** Signals of other realms and of polyfills are no instances of our `AbortSignal`. */
function isSignal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'aborted' in value && 'addEventListener' in value && typeof value.addEventListener === 'function'
}

function asParams(operation: AnyOperation, given: object): Params {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Params
  const method = operation.name[0]!.toLowerCase() + operation.name.slice(1)
  throw new TypeError(`${method}() takes its parameters as one object, such as { Bucket: 'mybucket' }.`)
}

function check(problems: readonly string[]): void {
  if (problems.length > 0) throw new ParamValidationError(problems)
}
