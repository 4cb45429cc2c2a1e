import type { TestProject } from 'vitest/node'
import { ensureCeph } from '../tools/ensureCeph.mjs'
import { startCeph, type CephConnection } from './ceph.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's Ceph with two gateways; `undefined` when there is none. */
    ceph: CephConnection | undefined
    /** Why there is none. */
    cephMissing: string | undefined
    /** Whether that is a failure rather than a reason to skip. */
    cephRequired: boolean
  }
}

/**
 * Starts one Ceph for all conformance tests. Tests that stop or pause gateways start one of their own.
 * Without Ceph the tests are told why, see `describeCeph`.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const isRequired = ['1', 'true'].includes(process.env['TUCUXI_REQUIRE_CEPH'] ?? '')
  const available = await ensureCeph({ install: false })
  if (available !== true) {
    project.provide('ceph', undefined)
    project.provide('cephMissing', available)
    project.provide('cephRequired', isRequired)
    return undefined
  }
  try {
    const { gateway: _gateway, stop, [Symbol.asyncDispose]: _dispose, ...connection } = await startCeph({ gateways: 2 })
    project.provide('ceph', connection)
    project.provide('cephMissing', undefined)
    project.provide('cephRequired', isRequired)
    return stop
  } catch (error) {
    // A Ceph that is there and does not start is a defect, not a reason to skip.
    project.provide('ceph', undefined)
    project.provide('cephMissing', error instanceof Error ? error.message : String(error))
    project.provide('cephRequired', true)
    return undefined
  }
}
