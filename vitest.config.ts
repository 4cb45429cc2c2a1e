import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = import.meta.dirname

/** The workspace's packages resolve to their sources: tests need no build and see the lines that were written. */
const alias = readdirSync(join(root, 'packages'))
  .map((folder) => join(root, 'packages', folder))
  .filter((folder) => existsSync(join(folder, 'package.json')))
  .flatMap((folder) => {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }
    return [
      { find: new RegExp(`^${name}$`), replacement: join(folder, 'src', 'index.ts') },
      { find: new RegExp(`^${name}/(?!package\\.json$)(.+)$`), replacement: join(folder, 'src', '$1') },
    ]
  })

const project = (
  name: string,
  include: string | string[],
  testTimeout: number,
  more: { globalSetup?: string } = {},
) => ({
  resolve: { alias },
  test: { name, include: [include].flat(), testTimeout, hookTimeout: Math.max(testTimeout, 30_000), ...more },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', 'packages/*/test/**/*.test.ts', 10_000),
      project('vectors', 'test/vectors/**/*.test.ts', 30_000),
      project('conformance', 'test/conformance/**/*.test.ts', 60_000, { globalSetup: 'test/servers/globalSetup.ts' }),
      project('types', ['test/types/**/*.test.ts', 'test/docs/**/*.test.ts'], 120_000),
      project('bundles', 'test/bundles/**/*.test.ts', 120_000),
    ],
  },
})
