// Installs the workspace's dependencies when they are missing or older than the lockfile. Needs only Node and npm:
// pnpm comes through npx, in the version that wrote the lockfile, from whatever registry npm is configured for.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isScript, packages, root } from './workspace.mjs'

/** The command line that runs pnpm without assuming it is installed. */
export const pnpm = ['npx', '-y', 'pnpm@12.21.0']

const stampFile = join(root, 'node_modules', '.tucuxi-installed')
const onWindows = process.platform === 'win32'

/** Everything an installation is made from, as one digest. */
function wanted(folders) {
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => join(folder, 'package.json'))]
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}\n`)
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Installs the workspace if needed; quick and silent if not. */
export function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed; this is ${process.versions.node}.`)
  }
  const folders = ['.', 'examples', 'test', ...packages().map(({ folder }) => folder.slice(root.length + 1))]
  const stamp = wanted(folders)
  const isInstalled = folders.every((folder) => existsSync(join(root, folder, 'node_modules')))
  if (isInstalled && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return

  // pnpm reads npm's user file but not all the other places npm takes its registry from; npm itself knows them all.
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    cwd: root,
    encoding: 'utf8',
    shell: onWindows,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim()
  const [command, ...words] = pnpm
  // Without a terminal pnpm refuses to replace a node_modules that does not fit; replacing it is what is asked for here.
  const args = [
    ...words,
    'install',
    '--frozen-lockfile',
    `--registry=${registry}`,
    '--config.confirm-modules-purge=false',
  ]
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: onWindows,
  })
  if (error) throw new Error(`Could not run ${command}: ${error.message}`, { cause: error })
  if (status !== 0) throw new Error(`Installing the workspace failed (${pnpm.join(' ')} install: exit code ${status}).`)
  writeFileSync(stampFile, stamp)
}

if (isScript(import.meta)) {
  try {
    bootstrap()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
