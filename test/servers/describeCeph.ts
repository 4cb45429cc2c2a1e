import { describe, inject, test } from 'vitest'
import type { CephConnection } from './ceph.js'

/**
 * A suite that runs against the Ceph of this test run. Without one the suite is skipped under a name that says why;
 * with `TUCUXI_REQUIRE_CEPH=1` it fails instead.
 */
export function describeCeph(name: string, tests: (ceph: CephConnection) => void): void {
  const ceph = inject('ceph')
  if (ceph) {
    describe(name, () => tests(ceph))
    return
  }
  const why = inject('cephMissing') ?? 'the Ceph of this run was not started'
  if (inject('cephRequired')) {
    describe(name, () => {
      test('has a Ceph to run against', () => {
        throw new Error(why)
      })
    })
  } else {
    // The tests inside need the connection even to be listed, so the suite stands for all of them.
    describe.skip(`${name} (${why.split('\n', 1)[0]})`, () => {
      test('all tests of this suite', () => undefined)
    })
  }
}
