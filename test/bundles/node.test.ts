/** Importing the built client and creating one costs its own files only: no dependency, no environment, no disk. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { assertBuilt, root } from './built.js'

interface Observed {
  readonly version: string
  /** Paths and URLs of modules. */
  readonly loaded: readonly string[]
  /** What the packages' own code looked at. */
  readonly touched: readonly string[]
}

const { version } = JSON.parse(readFileSync(join(root, 'packages/client/package.json'), 'utf8')) as { version: string }

async function observe(how: string, library: string): Promise<Observed> {
  const script = join(root, 'test/bundles/observedImport.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [script, how, library])
  return JSON.parse(stdout) as Observed
}

describe.each([
  ['import', 'esm', 'mjs'],
  ['require', 'cjs', 'cjs'],
])('%s', (how, build, extension) => {
  let observed: Observed
  beforeAll(async () => {
    assertBuilt()
    observed = await observe(how, '@tucuxi/client')
  })

  test('loads the build that is meant for it', () => {
    expect(observed.version).toBe(version)
    expect(observed.loaded.some((file) => file.endsWith(`packages/client/dist/${build}/index.js`))).toBe(true)
  })

  test('loads no dependency before the first request', () => {
    const foreign = observed.loaded.filter(
      (file) => !file.startsWith('node:') && !file.includes('/packages/client/dist/'),
    )
    expect(foreign).toEqual([])
  })

  test('reads neither the environment nor the disk', () => {
    expect(observed.touched).toEqual([])
  })

  test('would be seen reading them', async () => {
    const { touched, loaded } = await observe(how, `./fixtures/curious.${extension}`)
    const seen = touched.map((line) => line.split(' ')[0]).sort()
    expect(seen).toEqual(['fs.existsSync', 'process.env', 'process.env.HOME'])
    expect(loaded.some((file) => file.endsWith(`fixtures/curious.${extension}`))).toBe(true)
  })
})

describe('with the browser condition, as Jest with jsdom has it', () => {
  const run = (code: string) =>
    promisify(execFile)(process.execPath, ['--no-experimental-require-module', '-C', 'browser', '-e', code], {
      cwd: join(root, 'test'),
    })

  test.each(['@tucuxi/client', '@tucuxi/client/core', 'tucuxi'])(
    'require(%j) gives a CommonJS module',
    async (name) => {
      const { stdout } = await run(`console.log(typeof require('${name}'))`)
      expect(stdout).toBe('object\n')
    },
  )

  test('require gives the web entry of the client', async () => {
    const code = `require('@tucuxi/client'); console.log(Object.keys(require.cache).join())`
    const { stdout } = await run(code)
    expect(stdout).toContain('dist/cjs/index.web.js')
  })
})
