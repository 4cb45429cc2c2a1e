/** Clients over a transport that is a function of the test. */
import { S3Client } from '../src/client.js'
import type { ClientOptions } from '../src/config.js'
import type { HttpRequest, HttpResponse, SendOptions } from '../src/http/types.js'
import type { Platform } from '../src/platform.js'
import { nodePlatform } from '../src/platform.node.js'

/** Credentials of the examples in Amazon's documentation. */
export const exampleKeys = {
  awsAccessKeyId: 'AKIDEXAMPLE',
  awsSecretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
}

export type Answer = (request: HttpRequest, options: SendOptions) => HttpResponse | Promise<HttpResponse>

/** An answer in memory. */
export function respond(status = 200, headers: Record<string, string> = {}, body = ''): HttpResponse {
  return { status, reason: '', headers, body: new TextEncoder().encode(body) }
}

/** A client and the requests that it has sent. */
export function fakeClient(
  options: ClientOptions,
  answer: Answer = () => respond(),
  platform: Partial<Platform> = {},
): { readonly client: S3Client; readonly sent: HttpRequest[] } {
  const sent: HttpRequest[] = []
  const keys = options.credentials === undefined ? exampleKeys : {}
  const client = new S3Client(
    { regionName: 'us-east-1', ...keys, ...options },
    {
      ...nodePlatform,
      createTransport: () =>
        Promise.resolve({
          send(request: HttpRequest, sendOptions: SendOptions) {
            sent.push(request)
            return Promise.resolve(answer(request, sendOptions))
          },
          close: () => Promise.resolve(),
        }),
      ...platform,
    },
  )
  return { client, sent }
}

/** What a promise is rejected with. */
export async function failureOf(result: Promise<unknown>): Promise<Error> {
  try {
    await result
  } catch (error) {
    if (error instanceof Error) return error
    throw new Error('not an Error was thrown', { cause: error })
  }
  throw new Error('expected a failure')
}

export interface Deferred<T> {
  readonly promise: Promise<T>
  readonly resolve: (value: T) => void
  readonly reject: (error: unknown) => void
}

/** A promise that the test settles. */
export function deferred<T = void>(): Deferred<T> {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((res, rej) => {
    resolve = res
    reject = rej
  })
  return { promise, resolve, reject }
}

/** A body whose first piece comes at once and whose second one when the test says so. */
export function stalledBody() {
  const piece = deferred<IteratorResult<Uint8Array>>()
  const stalled = deferred()
  const returned = deferred()
  let asked = 0
  const body: AsyncIterable<Uint8Array> = {
    [Symbol.asyncIterator]: () => ({
      next() {
        asked++
        if (asked === 1) return Promise.resolve({ done: false, value: new Uint8Array(10) })
        stalled.resolve()
        return piece.promise
      },
      return() {
        returned.resolve()
        return Promise.resolve({ done: true, value: undefined })
      },
    }),
  }
  return { body, piece, stalled: stalled.promise, returned: returned.promise, asked: () => asked }
}
