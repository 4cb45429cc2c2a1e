import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ChecksumError, ClientError, EventStreamError, ResponseParserError } from '../src/errors/index.js'
import { streamOf } from '../src/http/byteStream.js'
import type { ByteStream } from '../src/http/types.js'
import { selectObjectContent } from '../src/operations/select.js'
import { decodeEvents } from '../src/protocol/eventStream.js'
import type { EventStreamValue } from '../src/schema/index.js'

function eventsOf(): EventStreamValue {
  const value = selectObjectContent.output?.().Payload.value
  if (value?.kind !== 'events') throw new Error('SelectObjectContent has no events')
  return value
}

const decode = (source: ByteStream) =>
  decodeEvents(source, eventsOf(), 'SelectObjectContent', (data, previous) => crc32(data, previous))

async function all(...chunks: Uint8Array[]): Promise<unknown[]> {
  const events: unknown[] = []
  for await (const event of decode(streamOf(chunks))) events.push(event)
  return events
}

const text = (value: string) => {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(3)
  length.writeUInt8(7)
  length.writeUInt16BE(bytes.length, 1)
  return Buffer.concat([length, bytes])
}

/** A frame as the format describes it; header values with their type byte. */
function frame(headers: Record<string, string | Buffer>, payload: Uint8Array | string = ''): Buffer {
  const parts = Object.entries(headers).map(([name, value]) =>
    Buffer.concat([Buffer.from([name.length]), Buffer.from(name), typeof value === 'string' ? text(value) : value]),
  )
  const block = Buffer.concat(parts)
  const body = Buffer.from(payload)
  const prelude = Buffer.alloc(12)
  prelude.writeUInt32BE(12 + block.length + body.length + 4)
  prelude.writeUInt32BE(block.length, 4)
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8)
  const whole = Buffer.concat([prelude, block, body, Buffer.alloc(4)])
  whole.writeUInt32BE(crc32(whole.subarray(0, -4)), whole.length - 4)
  return whole
}

const event = (name: string, payload?: Uint8Array | string, more = {}) =>
  frame({ ':message-type': 'event', ':event-type': name, ...more }, payload)

const stats = `<?xml version="1.0" encoding="UTF-8"?><Stats xmlns=""><BytesScanned>10</BytesScanned>
  <BytesProcessed>20</BytesProcessed><BytesReturned>6825220679</BytesReturned></Stats>`

describe('events', () => {
  // A recorded answer of two frames: the counts and the end.
  const recorded = Buffer.concat([
    Buffer.from('000000fc000000430733721f', 'hex'),
    Buffer.from('0d3a6d6573736167652d747970650700056576656e74', 'hex'),
    Buffer.from('0b3a6576656e742d74797065070005', 'hex'),
    Buffer.from('Stats'),
    Buffer.from('0d3a636f6e74656e742d74797065070008', 'hex'),
    Buffer.from('text/xml'),
    Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Stats xmlns=""><BytesScanned>10</BytesScanned>'),
    Buffer.from('<BytesProcessed>20</BytesProcessed><BytesReturned>6825220679</BytesReturned></Stats>'),
    Buffer.from('ab316b63', 'hex'),
    Buffer.from('0000003800000028c1c684d4', 'hex'),
    Buffer.from('0d3a6d6573736167652d747970650700056576656e74', 'hex'),
    Buffer.from('0b3a6576656e742d74797065070003456e64cf97d392', 'hex'),
  ])

  test('as recorded', async () => {
    expect(await all(recorded)).toEqual([
      { Stats: { Details: { BytesScanned: 10, BytesProcessed: 20, BytesReturned: 6825220679 } } },
      { End: {} },
    ])
  })

  test('every kind', async () => {
    const frames = [
      event('Records', new Uint8Array([0, 255, 10]), { ':content-type': 'application/octet-stream' }),
      event('Records'),
      event('Cont'),
      event('Progress', stats),
      event('Stats'),
      event('SomethingNew', 'x'),
      event('End'),
    ]
    expect(await all(...frames)).toEqual([
      { Records: { Payload: new Uint8Array([0, 255, 10]) } },
      { Records: { Payload: new Uint8Array() } },
      { Cont: {} },
      { Progress: { Details: { BytesScanned: 10, BytesProcessed: 20, BytesReturned: 6825220679 } } },
      { Stats: { Details: {} } },
      { End: {} },
    ])
  })

  test('headers of all types are stepped over', async () => {
    const others: Record<string, Buffer> = {
      a: Buffer.from([0]),
      b: Buffer.from([1]),
      c: Buffer.from([2, 1]),
      d: Buffer.from([3, 1, 2]),
      e: Buffer.from([4, 1, 2, 3, 4]),
      f: Buffer.from([5, 1, 2, 3, 4, 5, 6, 7, 8]),
      g: Buffer.from([6, 0, 3, 1, 2, 3]),
      h: Buffer.from([8, 1, 2, 3, 4, 5, 6, 7, 8]),
      i: Buffer.concat([Buffer.from([9]), Buffer.alloc(16, 7)]),
    }
    const mixed = frame({ ...others, ':message-type': 'event', ...others, ':event-type': 'Records' }, 'data')
    expect(await all(mixed)).toEqual([{ Records: { Payload: new Uint8Array(Buffer.from('data')) } }])
  })

  test('any split of the bytes gives the same events', async () => {
    const whole = Buffer.concat([event('Records', 'abc'), event('Records', 'x'.repeat(100)), recorded])
    const expected = await all(whole)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(whole.length), { maxLength: 10 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), whole.length]
        const chunks = at.slice(1).map((end, i) => new Uint8Array(whole.subarray(at[i], end)))
        expect(await all(...chunks)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('payloads do not change when the transport uses its chunk again', async () => {
    const chunk = new Uint8Array(event('Records', 'abc'))
    const [first] = (await all(chunk)) as [{ Records: { Payload: Uint8Array } }]
    chunk.fill(0)
    expect(Buffer.from(first.Records.Payload).toString()).toBe('abc')
  })
})

describe('errors of the server', () => {
  const error = frame({ ':message-type': 'error', ':error-code': 'InternalError', ':error-message': 'try again' })
  const exception = frame(
    { ':message-type': 'exception', ':exception-type': 'OverMax' },
    '<E><Message>long</Message></E>',
  )

  test.each<[string, Buffer, string, string]>([
    ['error', error, 'InternalError', 'try again'],
    ['exception', exception, 'OverMax', 'long'],
    ['exception without XML', frame({ ':message-type': 'exception', ':exception-type': 'X' }, 'text'), 'X', ''],
    ['error without code', frame({ ':message-type': 'error' }), 'Unknown', 'Unknown'],
  ])('%s', async (_, bytes, code, message) => {
    const failure = await all(event('Cont'), bytes).catch((thrown: unknown) => thrown)
    expect(failure).toBeInstanceOf(EventStreamError)
    expect(failure).toBeInstanceOf(ClientError)
    expect(failure).toMatchObject({
      code,
      operationName: 'SelectObjectContent',
      message: `An error occurred (${code}) when calling the SelectObjectContent operation: ${message}`,
    })
  })

  test('metadata can be read but is not shown', async () => {
    const failure = await all(error).catch((thrown: unknown) => thrown)
    if (!(failure instanceof EventStreamError)) throw failure
    expect({ ...failure.response }).toEqual({ Error: { Code: 'InternalError', Message: 'try again' } })
    expect(failure.statusCode).toBe(400)
  })
})

describe('damage', () => {
  const good = new Uint8Array(event('Records', 'some data'))
  const changed = (at: number) => good.map((byte, i) => (i === at ? byte ^ 1 : byte))

  test.each([
    ['prelude', 1],
    ['checksum of the prelude', 9],
    ['header', 20],
    ['payload', good.length - 6],
    ['checksum of the frame', good.length - 1],
  ])('a bit of the %s', async (_, at) => {
    await expect(all(changed(at))).rejects.toThrow(ChecksumError)
  })

  test('the message names both sums', async () => {
    await expect(all(changed(good.length - 1))).rejects.toThrow(
      /^Checksum crc32 failed, expected checksum [\da-f]{8} did not match calculated checksum [\da-f]{8}\.$/,
    )
  })

  test('an end inside a frame', async () => {
    for (const length of [1, 11, 12, 40, good.length - 1]) {
      await expect(all(good.subarray(0, length))).rejects.toThrow(ResponseParserError)
    }
  })

  const prelude = (length: number, headersLength: number) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt32BE(length)
    bytes.writeUInt32BE(headersLength, 4)
    bytes.writeUInt32BE(crc32(bytes.subarray(0, 8)), 8)
    return bytes
  }
  test.each([
    ['too long', prelude(0xffffffff, 0)],
    ['longer than 16 MiB and headers', prelude(12 + 128 * 1024 + 16 * 1024 * 1024 + 5, 0)],
    ['too many headers', prelude(1 << 20, 128 * 1024 + 1)],
    ['shorter than itself', prelude(15, 0)],
    ['headers longer than the frame', prelude(20, 10)],
    ['a header that does not end', frame({ a: Buffer.from([7, 255, 255]) })],
    ['a header of an unknown type', frame({ a: Buffer.from([10]) })],
    ['no message type', frame({ ':event-type': 'Cont' })],
    ['an unknown message type', frame({ ':message-type': 'greeting' })],
    ['counts that are no XML', event('Stats', 'ten')],
  ])('%s', async (_, bytes) => {
    await expect(all(bytes)).rejects.toThrow(ResponseParserError)
  })
})

describe('leaving early', () => {
  function watched(chunks: Uint8Array[]) {
    const source = streamOf(chunks)
    const state = { cancelled: false }
    const cancel = (reason?: unknown) => {
      state.cancelled = true
      source.cancel(reason)
    }
    return { state, source: { read: () => source.read(), cancel } }
  }

  test('breaking a loop cancels the source', async () => {
    const { state, source } = watched([event('Cont'), event('Cont')])
    for await (const found of decode(source)) {
      expect(found).toEqual({ Cont: {} })
      break
    }
    expect(state.cancelled).toBe(true)
  })

  test('close() cancels the source and ends the loop', async () => {
    const { state, source } = watched([event('Cont'), event('Cont')])
    const events = decode(source)
    const found: unknown[] = []
    for await (const one of events) {
      found.push(one)
      events.close()
    }
    expect(found).toEqual([{ Cont: {} }])
    expect(state.cancelled).toBe(true)
  })

  test('close() ends a read that waits', async () => {
    let fail: (error: Error) => void = () => undefined
    const source: ByteStream = {
      read: () => new Promise((_, reject) => (fail = reject)),
      cancel: () => fail(new Error('cancelled')),
    }
    const events = decode(source)
    const waiting = events[Symbol.asyncIterator]().next()
    await Promise.resolve()
    events.close()
    expect(await waiting).toEqual({ done: true, value: undefined })
  })

  test('a failure cancels the source', async () => {
    const { state, source } = watched([new Uint8Array(12)])
    await expect(
      (async () => {
        for await (const found of decode(source)) expect(found).toBeUndefined()
      })(),
    ).rejects.toThrow()
    expect(state.cancelled).toBe(true)
  })
})
