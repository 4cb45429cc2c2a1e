import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Line } from '../src/http/line.js'

test('serves in order of arrival, whoever leaves in between', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.constant<'join' | 'next'>('join') },
    { weight: 4, arbitrary: fc.constant<'join' | 'next'>('next') },
    { weight: 1, arbitrary: fc.nat(300) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600, size: 'max' }), (steps) => {
      const line = new Line<number>()
      const expected: number[] = []
      let arrivals = 0
      for (const what of steps) {
        if (what === 'join') {
          line.join(arrivals)
          expected.push(arrivals++)
        } else if (what === 'next') {
          expect(line.next()).toBe(expected.shift())
        } else {
          line.leave(what)
          if (expected.includes(what)) expected.splice(expected.indexOf(what), 1)
        }
      }
      for (const item of expected) expect(line.next()).toBe(item)
      expect(line.next()).toBeUndefined()
    }),
  )
})
