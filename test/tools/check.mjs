// npm run check: everything that CI runs. Every step runs even when an earlier one failed, so that one run tells all.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrap, pnpm } from './bootstrap.mjs'
import { build } from './build.mjs'
import { runTests, summary } from './test.mjs'
import { packages, root } from './workspace.mjs'

const results = []

/** Runs one step, which fails by throwing; remembers how it ended. */
async function step(name, work) {
  console.log(`\n=== ${name}`)
  const start = performance.now()
  let failed = false
  try {
    await work()
  } catch (error) {
    failed = true
    console.error(`FAILED: ${name}: ${error.message}`)
  }
  results.push({ name, failed, seconds: (performance.now() - start) / 1000 })
  return !failed
}

function run(command, args, { cwd = root, stdout = 'inherit' } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', stdout, 'inherit'],
      shell: process.platform === 'win32' && command !== process.execPath,
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`ended with ${signal ?? `exit code ${code}`}`))
    })
  })
}

/** Runs a script of an installed package with this node. */
const tool = (script, ...args) => run(process.execPath, [join(root, 'node_modules', script), ...args])

const typeCheck = (project) => tool('typescript/bin/tsc', '-p', project, '--noEmit')

/** Packs a package as it will be published and returns the tarball's path. */
async function pack({ folder }, into) {
  const [command, ...words] = pnpm
  mkdirSync(into, { recursive: true })
  await run(command, [...words, 'pack', '--pack-destination', into], { cwd: folder, stdout: 'ignore' })
  const tarball = readdirSync(into).find((name) => name.endsWith('.tgz'))
  if (!tarball) throw new Error('pnpm pack left no tarball')
  return join(into, tarball)
}

async function lintPackage(tarball) {
  const { publint } = await import('publint')
  const { formatMessage } = await import('publint/utils')
  const { buffer, byteOffset, byteLength } = readFileSync(tarball)
  const { messages, pkg } = await publint({ pack: { tarball: buffer.slice(byteOffset, byteOffset + byteLength) } })
  for (const message of messages) console.log(`${message.type}: ${formatMessage(message, pkg)}`)
  const problems = messages.filter(({ type }) => type !== 'suggestion')
  if (problems.length > 0) throw new Error(`${problems.length} problems`)
}

async function main() {
  /** @type {import('./test.mjs').Counts} */
  let tests = { passed: 0, failed: 0, skipped: 0 }
  // Without the tools of the workspace no other step can say anything.
  if (await step('bootstrap', () => bootstrap())) {
    // First, because packages are type-checked against the declarations of those that they use.
    const isBuilt = await step('build', () => build())
    await step('prettier', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'))
    await step('eslint', () => tool('eslint/bin/eslint.js', '--max-warnings', '0', '.'))
    for (const { name, folder } of packages()) {
      await step(`types of ${name}`, () => typeCheck(join(folder, 'tsconfig.json')))
    }
    await step('types of the tests', () => typeCheck('test/tsconfig.json'))
    await step('types of the examples', () => typeCheck('examples/tsconfig.json'))

    console.log('\n=== npm test')
    try {
      // Without a build only the tests that need none can run; the missing ones are told by the failed build.
      tests = await runTests({ unit: !isBuilt })
    } catch (error) {
      tests.failed++
      console.error(`FAILED: npm test: ${error.message}`)
    }

    const folder = mkdtempSync(join(tmpdir(), 'tucuxi-pack-'))
    try {
      for (const [index, one] of packages().entries()) {
        let tarball = ''
        await step(`pack ${one.name}`, async () => (tarball = await pack(one, join(folder, String(index)))))
        if (tarball === '') continue
        await step(`publint ${one.name}`, () => lintPackage(tarball))
        await step(`attw ${one.name}`, () => tool('@arethetypeswrong/cli/dist/index.js', '--no-emoji', tarball))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  console.log()
  for (const { name, failed, seconds } of results) {
    console.log(`${failed ? 'FAILED' : 'ok    '}  ${name} (${seconds.toFixed(1)} s)`)
  }
  console.log(`${tests.failed > 0 ? 'FAILED' : 'ok    '}  npm test: ${summary(tests)}`)
  const failed = results.filter((result) => result.failed).length
  return {
    passed: tests.passed + results.length - failed,
    failed: tests.failed + failed,
    skipped: tests.skipped,
  }
}

const counts = await main()
if (counts.failed > 0) process.exitCode = 1
console.log(`\n${summary(counts)}`)
