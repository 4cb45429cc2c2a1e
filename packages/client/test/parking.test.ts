import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Parking } from '../src/http/parking.node.js'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function body(read = true) {
  const one = {
    read,
    parked: 0,
    wasRead: () => one.read,
    park: () => void one.parked++,
  }
  return one
}

test('parks what nobody reads within about 100 ms, once, and nothing else', () => {
  const parking = new Parking()
  const [unread, slow, busy] = [body(false), body(), body()]
  for (const one of [unread, slow, busy]) parking.watch(one)
  vi.advanceTimersByTime(100)
  expect([unread.parked, slow.parked, busy.parked]).toEqual([1, 0, 0])
  slow.read = false
  vi.advanceTimersByTime(1000)
  expect([unread.parked, slow.parked, busy.parked]).toEqual([1, 1, 0])
})

test('sets one timer for all bodies, and none when there is none to look at', () => {
  const parking = new Parking()
  const bodies = Array.from({ length: 50 }, () => body())
  expect(vi.getTimerCount()).toBe(0)
  for (const one of bodies) parking.watch(one)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(500)
  expect(vi.getTimerCount()).toBe(1)
  for (const one of bodies) parking.forget(one)
  vi.advanceTimersByTime(100)
  expect(vi.getTimerCount()).toBe(0)
})

test('looks at a body again that is watched again, also when that happens while others are parked', () => {
  const parking = new Parking()
  const back = body()
  parking.watch({ wasRead: () => false, park: () => parking.watch(back) })
  vi.advanceTimersByTime(1000)
  expect(back.parked).toBe(0)
  back.read = false
  vi.advanceTimersByTime(100)
  expect(back.parked).toBe(1)
})
