import { describe, expect, it, test } from 'vitest'
import { CredentialSource } from '../src/credentials/source.js'
import type { CredentialProvider, Credentials } from '../src/credentials/types.js'
import { CredentialRetrievalError, InvalidConfigError, NoCredentialsError } from '../src/errors/index.js'
import { deferred, failureOf, type Deferred } from './fakeClient.js'

const minutes = 60_000

/** A provider whose answers the test gives, and a source over it whose clock the test moves. */
function scripted() {
  const clock = { now: Date.UTC(2026, 0, 1) }
  const asked: Deferred<Credentials>[] = []
  const source = new CredentialSource(
    () => {
      const answer = deferred<Credentials>()
      asked.push(answer)
      return answer.promise
    },
    () => clock.now,
  )
  const keys = (accessKeyId: string, lifetime: number): Credentials => ({
    accessKeyId,
    secretAccessKey: 'secret',
    expiration: new Date(clock.now + lifetime),
  })
  const idOf = async (given: Credentials | Promise<Credentials>) => (await given).accessKeyId
  /** Fetches the first credentials. */
  const start = async (lifetime: number) => {
    const first = idOf(source.get())
    asked[0]!.resolve(keys('first', lifetime))
    expect(await first).toBe('first')
  }
  return { clock, asked, source, keys, idOf, start }
}

// boto3 semantics 1.7: "advisory window 15 min before expiry (one caller refreshes, failures tolerated), mandatory 10 min
// (all callers wait, failure raises)".
describe('the windows before credentials expire', () => {
  it('are not entered 15 minutes before', async () => {
    const { clock, asked, source, start } = scripted()
    await start(60 * minutes)
    clock.now += 45 * minutes
    expect(source.get()).toMatchObject({ accessKeyId: 'first' })
    expect(asked).toHaveLength(1)
  })

  it('first: one caller fetches, the others go on', async () => {
    const { clock, asked, source, keys, idOf, start } = scripted()
    await start(60 * minutes)
    clock.now += 45 * minutes + 1
    const refreshing = idOf(source.get())
    expect(source.get()).toMatchObject({ accessKeyId: 'first' })
    expect(asked).toHaveLength(2)
    asked[1]!.resolve(keys('second', 60 * minutes))
    expect(await refreshing).toBe('second')
    expect(source.get()).toMatchObject({ accessKeyId: 'second' })
  })

  it('first: a failure leaves the old ones, and a minute of peace', async () => {
    const { clock, asked, source, idOf, start } = scripted()
    await start(60 * minutes)
    clock.now += 46 * minutes
    const refreshing = idOf(source.get())
    asked[1]!.reject(new Error('sts is down'))
    expect(await refreshing).toBe('first')
    clock.now += minutes - 1
    expect(source.get()).toMatchObject({ accessKeyId: 'first' })
    expect(asked).toHaveLength(2)
    clock.now += 1
    void source.get()
    expect(asked).toHaveLength(3)
  })

  it('second: everybody waits for one fetch', async () => {
    const { clock, asked, source, keys, idOf, start } = scripted()
    await start(60 * minutes)
    clock.now += 50 * minutes + 1
    const both = Promise.all([idOf(source.get()), idOf(source.get())])
    expect(asked).toHaveLength(2)
    asked[1]!.resolve(keys('second', 60 * minutes))
    expect(await both).toEqual(['second', 'second'])
  })

  it('second: a failure is thrown, and the next caller asks again', async () => {
    const { clock, asked, source, start } = scripted()
    await start(60 * minutes)
    clock.now += 51 * minutes
    const failing = failureOf(Promise.resolve(source.get()))
    const cause = new Error('sts is down')
    asked[1]!.reject(cause)
    const error = await failing
    expect(error).toBeInstanceOf(CredentialRetrievalError)
    expect(error.message).toBe('Error when retrieving credentials from the given function: sts is down')
    expect(error.cause).toBe(cause)
    void source.get()
    expect(asked).toHaveLength(3)
  })

  it('do not have short-lived credentials fetched for each request', async () => {
    const { clock, asked, source, keys, idOf, start } = scripted()
    await start(9 * minutes)
    for (let i = 0; i < 5; i++) expect(source.get()).toMatchObject({ accessKeyId: 'first' })
    clock.now += minutes - 1
    expect(source.get()).toMatchObject({ accessKeyId: 'first' })
    expect(asked).toHaveLength(1)
    clock.now += 1
    const next = idOf(source.get())
    asked[1]!.resolve(keys('second', 9 * minutes))
    expect(await next).toBe('second')
  })

  it('never let expired credentials be used', async () => {
    const { clock, asked, source, keys, idOf, start } = scripted()
    await start(minutes / 2)
    clock.now += minutes / 2
    const next = idOf(source.get())
    expect(asked).toHaveLength(2)
    asked[1]!.resolve(keys('second', minutes))
    expect(await next).toBe('second')
  })

  it('do not exist without an expiration', async () => {
    const { clock, asked, source, idOf } = scripted()
    const first = idOf(source.get())
    asked[0]!.resolve({ accessKeyId: 'first', secretAccessKey: 'secret' })
    await first
    clock.now += 1e12
    expect(source.get()).toMatchObject({ accessKeyId: 'first' })
  })
})

const good = { accessKeyId: 'id', secretAccessKey: 'secret' }

describe('what a provider may return by mistake', () => {
  const retrieve = (returned: unknown) => {
    const provider = (() => Promise.resolve(returned)) as CredentialProvider
    return failureOf(Promise.resolve(new CredentialSource(provider, () => 0).get()))
  }
  test.each([
    ['nothing', undefined, 'it has to be an object with accessKeyId and secretAccessKey'],
    ['null', null, 'it has to be an object with accessKeyId and secretAccessKey'],
    ['text', 'AKID:SECRET', 'it has to be an object with accessKeyId and secretAccessKey'],
    ['no key id', { secretAccessKey: 'secret' }, 'accessKeyId is missing'],
    ['no secret', { accessKeyId: 'id' }, 'secretAccessKey is missing'],
    ['a number', { ...good, secretAccessKey: 5 }, 'secretAccessKey must be a string, not number'],
    ['a token of null', { ...good, sessionToken: null }, 'sessionToken must be a string, not null'],
    ['an expiration in text', { ...good, expiration: '2030-01-01T00:00:00Z' }, 'expiration must be a Date, not string'],
    ['an expiration in seconds', { ...good, expiration: 1893456000 }, 'expiration must be a Date, not number'],
    ['an expiration that is no date', { ...good, expiration: new Date('never') }, 'expiration is an invalid Date'],
    ['what has expired', { ...good, expiration: new Date(0) }, 'the credentials it returned have expired'],
    [
      'a line break',
      { ...good, accessKeyId: 'id\n' },
      'accessKeyId must not contain control characters such as line breaks',
    ],
    [
      'a control character',
      { ...good, sessionToken: 'to\u0001ken' },
      'sessionToken must not contain control characters such as line breaks',
    ],
  ])('%s', async (_, returned, problem) => {
    const error = await retrieve(returned)
    expect(error).toBeInstanceOf(CredentialRetrievalError)
    expect(error.message).toBe(`Error when retrieving credentials from the given function: ${problem}`)
  })

  it('is thrown by it at once', async () => {
    const source = new CredentialSource(
      () => {
        throw new Error('no network')
      },
      () => 0,
    )
    expect(await failureOf(Promise.resolve(source.get()))).toBeInstanceOf(CredentialRetrievalError)
  })
})

describe('credentials given once', () => {
  it('are never asked for again', () => {
    const source = new CredentialSource({ ...good, expiration: new Date(5) }, () => 1e15)
    expect(source.get()).toBe(source.get())
  })

  it('may be none', () => {
    expect(() => new CredentialSource(undefined, () => 0).get()).toThrow(NoCredentialsError)
  })

  test.each(['accessKeyId', 'secretAccessKey', 'sessionToken'])('%s with a line break fails at once', (name) => {
    expect(() => new CredentialSource({ ...good, [name]: 'text\r\n' }, () => 0)).toThrow(InvalidConfigError)
  })

  it('do not show their secrets', () => {
    const shown = JSON.stringify(new CredentialSource({ ...good, sessionToken: 'token' }, () => 0).get())
    expect(shown).toBe('{"accessKeyId":"id"}')
  })
})
