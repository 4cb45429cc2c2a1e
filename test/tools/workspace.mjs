// Where the workspace's packages are, and in which order they depend on each other. Needs nothing installed.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * Every package under `packages/`, a package after all those it depends on.
 * @returns {{ name: string, folder: string, manifest: any, dependsOn: string[] }[]}
 */
export function packages() {
  const all = readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
  const names = new Set(all.map(({ manifest }) => manifest.name))
  const waiting = all.map(({ folder, manifest }) => ({
    name: manifest.name,
    folder,
    manifest,
    dependsOn: Object.keys({
      ...manifest.dependencies,
      ...manifest.peerDependencies,
      ...manifest.optionalDependencies,
      ...manifest.devDependencies,
    }).filter((name) => names.has(name)),
  }))
  const ordered = []
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ dependsOn }) => dependsOn.every((name) => ordered.some((p) => p.name === name)))
    if (next < 0) throw new Error(`Packages depend on each other in a circle: ${waiting.map((p) => p.name).join(', ')}`)
    ordered.push(...waiting.splice(next, 1))
  }
  return ordered
}

/** True when the module with this `import.meta` is the script that was started, not one that was imported. */
export function isScript(meta) {
  return process.argv[1] !== undefined && fileURLToPath(meta.url) === realpathSync(process.argv[1])
}
