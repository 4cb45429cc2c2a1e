// npm test: everything a change has to pass, on this machine. `--unit` leaves out what needs a build or a server;
// any other argument goes to vitest (`npm test -- packages/client/test/xml.test.ts`).
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { build } from './build.mjs'
import { ensureCeph } from './ensureCeph.mjs'
import { exampleEnv, runExample } from './example.mjs'
import { importTs } from './runTs.mjs'
import { isScript, root } from './workspace.mjs'

const unitProjects = ['unit', 'vectors', 'types']
const exampleTimeoutMs = 5 * 60_000

/** `CI=true` and `CI=1`, but not `CI=false`. */
export const isCi = !['', '0', 'false'].includes(process.env.CI ?? '')

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {Counts} counts */
export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`
}

function runVitest(args, env) {
  const require = createRequire(import.meta.url)
  const vitest = join(require.resolve('vitest/package.json'), '..', 'vitest.mjs')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/**
 * Counts what vitest's JSON report tells.
 * @param {string} file - The report; missing when vitest did not get that far.
 * @param {number} exitCode - vitest's own.
 */
function countReport(file, exitCode) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const skippedSuites = new Map()
  if (existsSync(file)) {
    for (const { name, status, assertionResults } of JSON.parse(readFileSync(file, 'utf8')).testResults) {
      const path = relative(root, name).split(sep).join('/')
      // A file that could not be loaded has no tests to count.
      if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++
      for (const test of assertionResults) {
        if (test.status === 'passed') counts.passed++
        else if (test.status === 'failed') counts.failed++
        else {
          counts.skipped++
          const suite = test.ancestorTitles.length > 0 ? test.ancestorTitles.join(' > ') : test.title
          skippedSuites.set(`${path}: ${suite}`, path)
        }
      }
    }
  }
  // Errors outside any test, such as an unhandled rejection, show only in the exit code.
  if (exitCode !== 0 && counts.failed === 0) counts.failed++
  return { counts, skippedSuites }
}

/** Runs every script of examples/ against a Ceph of their own; each counts as one test. */
async function runExamples(available) {
  /** @type {Counts} */
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const files = readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  if (files.length === 0) return counts
  if (available !== true) {
    const skipped = `examples (${files.join(', ')}): ${available}`
    if (isCi) {
      counts.failed += files.length
      console.error(`FAILED: skipped, which CI does not allow: ${skipped}`)
    } else {
      counts.skipped += files.length
      console.log(`\nSkipped ${skipped}`)
    }
    return counts
  }
  const { startCeph } = await importTs('test/servers/ceph.ts')
  const ceph = await startCeph()
  try {
    for (const file of files.sort()) {
      console.log(`\nexamples/${file}`)
      const timeout = AbortSignal.timeout(exampleTimeoutMs)
      const code = await runExample(file, exampleEnv(ceph), timeout)
      if (code === 0) counts.passed++
      else {
        counts.failed++
        const how = timeout.aborted ? `did not end within ${exampleTimeoutMs / 1000} s` : `ended with exit code ${code}`
        console.error(`FAILED: examples/${file} ${how}`)
      }
    }
  } finally {
    await ceph.stop()
  }
  return counts
}

/**
 * Builds, runs the tests and the examples, and tells what was skipped and why.
 * @param {{ unit?: boolean, args?: string[] }} [options] - `args` are handed to vitest; examples run only without any.
 * @returns {Promise<Counts>}
 */
export async function runTests({ unit = false, args = [] } = {}) {
  if (!unit) build()
  const available = unit ? 'not looked for' : await ensureCeph()
  const folder = mkdtempSync(join(tmpdir(), 'tucuxi-test-'))
  const report = join(folder, 'report.json')
  try {
    const exitCode = await runVitest(
      [
        ...(unit ? unitProjects.flatMap((name) => ['--project', name]) : []),
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...args,
      ],
      isCi && !unit ? { TUCUXI_REQUIRE_CEPH: '1' } : {},
    )
    const { counts, skippedSuites } = countReport(report, exitCode)
    if (skippedSuites.size > 0) console.log(`\nSkipped:\n  ${[...skippedSuites.keys()].join('\n  ')}`)
    if (isCi) {
      const forbidden = [...skippedSuites].filter(([, path]) => path.startsWith('test/conformance/'))
      counts.failed += forbidden.length
      for (const [suite] of forbidden) console.error(`FAILED: skipped, which CI does not allow: ${suite}`)
    }
    if (!unit && args.length === 0) {
      try {
        const examples = await runExamples(available)
        for (const key of Object.keys(counts)) counts[key] += examples[key]
      } catch (error) {
        counts.failed++
        console.error(`FAILED: examples: ${error.message}`)
      }
    }
    return counts
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (isScript(import.meta)) {
  /** @type {Counts} */
  let counts = { passed: 0, failed: 1, skipped: 0 }
  try {
    bootstrap()
    const args = process.argv.slice(2)
    const unit = args.includes('--unit')
    counts = await runTests({ unit, args: args.filter((arg) => arg !== '--unit') })
  } catch (error) {
    console.error(error.message)
  }
  console.log(`\n${summary(counts)}`)
  if (counts.failed > 0) process.exitCode = 1
}
