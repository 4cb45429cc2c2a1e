/** The journey of every call, step by step. */
import { attemptOf, type PreparedRequest } from './attempt.js'
import type { Output } from './client.js'
import type { ClientContext } from './core.js'
import { deadlineOf } from './deadline.js'
import { expandHostPrefix } from './endpoint/hostPrefix.js'
import type { ResolvedEndpoint } from './endpoint/resolve.js'
import { ParamValidationError } from './errors/validation.js'
import { preparePayload } from './payload.js'
import { serialize } from './protocol/serialize.js'
import { validate, type Params } from './protocol/validate.js'
import { redirector } from './redirector.js'
import { runAttempts } from './retry/attempts.js'
import { rewriteRequest } from './rules/request.js'
import type { AnyOperation, Operation } from './schema/index.js'

/** What a call takes besides its parameters. */
export interface CallOptions {
  /** Ends the call, wherever it is, with a `CancelledError`. */
  readonly signal?: AbortSignal | undefined
  /** Seconds for the call with all its attempts, until the head of the answer; `RequestTimeoutError` after that. */
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
  if (options !== noOptions) checkOptions(options)
  const { params, addedEncodingType } = rewriteRequest(operation, asParams(operation, given), {
    settings,
    crypto: platform.crypto,
    uuid: () => platform.uuid(),
    isAwsHost: settings.endpoint === undefined,
  })
  // Before the endpoint, whose host may contain a parameter (boto3 has the two in the other order and adds that part later).
  if (settings.parameterValidation) check(validate(operation, params))
  const endpoint = endpointOf(client, operation, params)
  const serialized = serialize(operation, params, settings.compat === 'strict')
  const payload = preparePayload(operation, params, serialized, { settings, platform, endpoint })
  const request: PreparedRequest = {
    operation,
    params,
    addedEncodingType,
    endpoint,
    path: serialized.path,
    query: serialized.query,
    payload: payload instanceof Promise ? await payload : payload,
    invocationId: settings.sendSdkHeaders ? platform.uuid() : '',
  }
  const deadline = deadlineOf(operation.name, options, settings, platform)
  const signal = deadline?.signal ?? options.signal
  try {
    return (await runAttempts(
      {
        operationName: operation.name,
        state: client.retry,
        signal,
        deadline,
        replayable: () => request.payload.body?.replayable ?? true,
        streamingInput: typeof serialized.body === 'object',
        readTimeout: settings.transport.readTimeout,
        repeatAtOnce: redirector(client, request, signal),
      },
      attemptOf(client, request, signal),
    )) as Output<O>
  } finally {
    deadline?.clear()
  }
}

const noOptions: CallOptions = {}

function checkOptions(options: CallOptions): void {
  for (const name of Object.keys(options)) {
    if (name !== 'signal' && name !== 'timeout') {
      throw new TypeError(`Got unexpected keyword argument '${name}'; the options of a call are signal and timeout`)
    }
  }
}

function asParams(operation: AnyOperation, given: object): Params {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Params
  const method = operation.name[0]!.toLowerCase() + operation.name.slice(1)
  throw new TypeError(`${method}() takes its parameters as one object, such as { Bucket: 'mybucket' }.`)
}

function endpointOf(client: ClientContext, operation: AnyOperation, params: Params): ResolvedEndpoint {
  const { hostPrefix, name } = operation
  const bucket = params['Bucket']
  return client.endpoints.resolve({
    bucket: typeof bucket === 'string' ? bucket : undefined,
    operation: name,
    hostPrefix:
      hostPrefix !== undefined && client.settings.injectHostPrefix ? expandHostPrefix(hostPrefix, params) : undefined,
  })
}

function check(problems: readonly string[]): void {
  if (problems.length > 0) throw new ParamValidationError(problems)
}
