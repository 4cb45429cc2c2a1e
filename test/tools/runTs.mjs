// Imports a TypeScript module from plain JavaScript: bundled by esbuild into node_modules/.cache, packages left outside.
import { mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './workspace.mjs'

/**
 * @param {string} file - Path from the repository's root.
 * @returns {Promise<any>} The module's namespace.
 */
export async function importTs(file) {
  // Imported here, because this module may be loaded before the workspace is installed.
  const { build } = await import('esbuild')
  const folder = join(root, 'node_modules', '.cache', 'tucuxi')
  mkdirSync(folder, { recursive: true })
  // A name of its own: two runs at once must not read each other's half-written file.
  const outfile = join(folder, `${basename(file, '.ts')}-${process.pid}.mjs`)
  try {
    await build({
      entryPoints: [join(root, file)],
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'error',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile, { force: true })
  }
}
