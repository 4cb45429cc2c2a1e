// Makes the programs of a Ceph cluster available: finds them, or installs Debian's packages where that is possible.
import { spawn } from 'node:child_process'
import {
  accessSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  closeSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { isScript } from './workspace.mjs'

const programs = ['ceph', 'ceph-mon', 'ceph-osd', 'ceph-authtool', 'monmaptool', 'radosgw', 'radosgw-admin', 'openssl']
const debianPackages = ['ceph-mon', 'ceph-osd', 'radosgw', 'ceph-common', 'openssl']
const policyFile = '/usr/sbin/policy-rc.d'

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function missingPrograms() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return programs.filter((program) => !folders.some((folder) => isExecutable(join(folder, program))))
}

function run(command, args, log) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', log, log],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args[0]} ended with ${signal ?? `exit code ${code}`}`))
    })
  })
}

/** Keeps Debian from starting the installed daemons, unless the machine has a policy of its own. */
function denyServices() {
  try {
    writeFileSync(policyFile, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' })
  } catch (error) {
    if (error.code === 'EEXIST') return () => {}
    throw error
  }
  const allow = () => rmSync(policyFile, { force: true })
  process.once('exit', allow)
  return () => {
    process.removeListener('exit', allow)
    allow()
  }
}

async function install() {
  const folder = mkdtempSync(join(tmpdir(), 'tucuxi-apt-'))
  const logFile = join(folder, 'apt.log')
  const log = openSync(logFile, 'a')
  // Another installation may be under way; wait for it instead of failing on its lock.
  const wait = ['-o', 'DPkg::Lock::Timeout=300']
  const allowServices = denyServices()
  // Ctrl-C reaches apt as well, which ends; this process stays until the machine is as it was.
  let interrupted = false
  const interrupt = () => (interrupted = true)
  process.on('SIGINT', interrupt)
  try {
    await run('apt-get', ['update', ...wait], log)
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...wait, ...debianPackages], log)
    return undefined
  } catch (error) {
    return `${error.message}\n${readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n')}`
  } finally {
    allowServices()
    closeSync(log)
    rmSync(folder, { recursive: true, force: true })
    process.removeListener('SIGINT', interrupt)
    if (interrupted) process.exit(130)
  }
}

/**
 * Finds or installs what `startCeph` needs.
 * @param {{ install?: boolean }} [options] - `install: false` only looks.
 * @returns {Promise<true | string>} `true`, or why there is no Ceph here.
 */
export async function ensureCeph({ install: mayInstall = true } = {}) {
  const missing = missingPrograms()
  if (missing.length === 0) return true
  const hint = `needs Ceph (${debianPackages.join(', ')}); not found: ${missing.join(', ')}`
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) {
    return `${hint}; installed automatically only on Debian-like systems`
  }
  if (process.getuid() !== 0) return `${hint}; installed automatically only by root: run npm test as root once`
  if (!mayInstall) return `${hint}; npm test installs it`
  console.error(`Installing ${debianPackages.join(', ')} (about a minute)`)
  const failure = await install()
  if (failure !== undefined) return `${hint}; installing failed: ${failure}`
  const stillMissing = missingPrograms()
  return stillMissing.length === 0 ? true : `${hint}; still missing after installing: ${stillMissing.join(', ')}`
}

if (isScript(import.meta)) {
  const result = await ensureCeph()
  if (result !== true) {
    console.error(result)
    process.exitCode = 1
  }
}
