// Builds every package whose sources, or whose workspace dependencies, are newer than its build; in dependency order.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync, utimesSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { isScript, packages, root } from './workspace.mjs'

/** When a file, or anything below a folder, last changed; 0 when it does not exist. */
function changed(path) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) return 0
  // A folder's own time tells of files that were removed from it.
  if (!stats.isDirectory()) return stats.mtimeMs
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changed(join(path, name))))
}

/** The last file a build writes: without it the build did not come to its end. */
const lastFile = (folder) => join(folder, 'dist', 'cjs', 'package.json')

/**
 * Builds what is out of date.
 * @throws {Error} naming the package whose build failed.
 */
export function build() {
  const shared = Math.max(changed(join(root, 'tsconfig.base.json')), changed(join(root, 'test/tools/buildPackage.mjs')))
  const builtAt = new Map()
  for (const { name, folder, manifest, dependsOn } of packages()) {
    const sources = ['src', 'package.json', 'tsconfig.json', 'tsconfig.cjs.json'].map((file) =>
      changed(join(folder, file)),
    )
    const needed = Math.max(shared, ...sources, ...dependsOn.map((dependency) => builtAt.get(dependency)))
    const built = changed(lastFile(folder))
    if (built > needed) {
      builtAt.set(name, built)
      continue
    }
    console.log(`Building ${name}`)
    const start = Date.now()
    const { status, error } = spawnSync(manifest.scripts.build, {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: true,
      // The node that runs this script also runs the build.
      env: { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` },
    })
    if (error || status !== 0) {
      throw new Error(`Building ${name} (packages/${basename(folder)}) failed`, { cause: error })
    }
    // Dated to the start, so that a source that was edited during the build counts as newer.
    utimesSync(lastFile(folder), start / 1000, start / 1000)
    builtAt.set(name, start)
  }
}

if (isScript(import.meta)) {
  try {
    build()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
