/** The packages as they are published: what `npm run build` wrote. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

/** A folder whose code imports the built packages by their names. */
export const consumer = join(root, 'test')

/**
 * Says what is missing instead of letting every test fail in its own way.
 * @throws {Error} when a package is not built.
 */
export function assertBuilt(): void {
  for (const name of ['client', 'tucuxi']) {
    if (!existsSync(join(root, 'packages', name, 'dist', 'cjs', 'package.json'))) {
      throw new Error(`packages/${name} is not built: npm run build`)
    }
  }
}
