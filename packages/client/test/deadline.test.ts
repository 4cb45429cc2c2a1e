import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CallSignal, OwnSignal, throwIfAborted, untilAborted, type CallEnds } from '../src/deadline.js'
import { cancellation, CancelledError, ClientClosedError, RequestTimeoutError } from '../src/errors/cancelled.js'
import { AbortObservers } from '../src/http/abortObservers.js'
import { deferred, failureOf } from './fakeClient.js'

let ends: CallEnds

beforeEach(() => {
  ends = { closing: new OwnSignal(), aborts: new AbortObservers() }
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

function callSignal(signal?: AbortSignal, timeout?: number): CallSignal {
  return new CallSignal({ operationName: 'GetObject', signal, timeout, now: 1000 }, ends)
}

describe('the signal of a call', () => {
  it('knows when the time is over', () => {
    expect(callSignal(undefined, 2.5).deadline).toEqual({ timeout: 2.5, at: 3500 })
    expect(callSignal(new AbortController().signal).deadline).toBeUndefined()
  })

  it('ends with the time, once', () => {
    const signal = callSignal(undefined, 2.5)
    const listener = vi.fn()
    signal.addEventListener('abort', listener)
    vi.advanceTimersByTime(2499)
    expect([signal.aborted, listener.mock.calls.length]).toEqual([false, 0])
    vi.advanceTimersByTime(1)
    ends.closing.abort(() => new ClientClosedError())
    expect([signal.aborted, listener.mock.calls.length]).toEqual([true, 1])
    const error = cancellation(signal.reason)
    expect(error).toBeInstanceOf(RequestTimeoutError)
    expect(error.message).toBe('GetObject took longer than its time-out of 2.5 s.')
  })

  it('stops its clock, and still follows its caller', () => {
    const controller = new AbortController()
    const signal = callSignal(controller.signal, 1)
    const listener = vi.fn()
    signal.addEventListener('abort', listener)
    signal.clear()
    expect(vi.getTimerCount()).toBe(0)
    controller.abort('enough')
    expect(listener).toHaveBeenCalledOnce()
    expect(signal.reason).toBe('enough')
    expect(cancellation(signal.reason)).toBeInstanceOf(CancelledError)
  })

  it('keeps the first reason', () => {
    const controller = new AbortController()
    const signal = callSignal(controller.signal, 1)
    controller.abort('first')
    vi.advanceTimersByTime(1000)
    expect(signal.reason).toBe('first')
  })

  it("leaves nothing on the caller's signal, and at most one listener while many calls wait", () => {
    const { signal: caller } = new AbortController()
    const calls = Array.from({ length: 50 }, () => callSignal(caller, 60))
    const listener = (): void => undefined
    expect(getEventListeners(caller, 'abort')).toHaveLength(0)
    for (const call of calls) call.addEventListener('abort', listener)
    expect(getEventListeners(caller, 'abort')).toHaveLength(1)
    for (const call of calls) call.removeEventListener('abort', listener)
    expect(getEventListeners(caller, 'abort')).toHaveLength(0)
    for (const call of calls) call.clear()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('needs no AbortSignal.any', () => {
    const any = vi.spyOn(AbortSignal, 'any')
    callSignal(new AbortController().signal, 60).clear()
    expect(any).not.toHaveBeenCalled()
    any.mockRestore()
  })

  it('is aborted with the client', () => {
    const signal = callSignal(new AbortController().signal)
    const listener = vi.fn()
    signal.addEventListener('abort', listener)
    ends.closing.abort(() => new ClientClosedError())
    expect(listener).toHaveBeenCalledOnce()
    expect(() => throwIfAborted(signal)).toThrow(ClientClosedError)
  })
})

describe('work that may be given up', () => {
  it('gives its value or its failure, and listens no longer', async () => {
    const { signal: caller } = new AbortController()
    const signal = callSignal(caller)
    expect(await untilAborted(Promise.resolve(5), signal)).toBe(5)
    const failure = new Error('its own')
    expect(await failureOf(untilAborted(Promise.reject(failure), signal))).toBe(failure)
    expect(getEventListeners(caller, 'abort')).toHaveLength(0)
  })

  it('is left at once, also when the signal was aborted before', async () => {
    const work = deferred()
    const waiting = failureOf(untilAborted(work.promise, ends.closing))
    ends.closing.abort(() => new ClientClosedError())
    expect(await waiting).toBeInstanceOf(ClientClosedError)
    expect(await failureOf(untilAborted(work.promise, ends.closing))).toBeInstanceOf(ClientClosedError)
    // An unhandled rejection would fail the run.
    work.reject(new Error('too late'))
    await work.promise.catch(() => undefined)
  })
})
