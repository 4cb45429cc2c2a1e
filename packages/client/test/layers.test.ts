import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * The rooms of the package, from the entries down. A room uses only rooms below it, types aside (docs/architecture.md).
 */
const rooms = [
  ['index.ts', 'index.web.ts', 'core.node.ts', 'core.web.ts'],
  ['public.ts', 'client.ts', 'platform.node.ts', 'platform.web.ts'],
  ['core.ts'],
  ['config.ts', 'call.ts', 'userAgent.ts', 'shownSettings.ts'],
  ['callOptions.ts', 'redirector.ts', 'credentials'],
  ['prepare.ts', 'attempt.ts', 'retry', 'operations', 'crypto.node.ts', 'crypto.web.ts'],
  ['payload.ts', 'rules', 'shapes', 'hashes.web.ts', 'configChecks.ts'],
  ['endpoint', 'auth', 'deadline.ts'],
  ['protocol', 'checksum'],
  ['http', 'schema', 'platform.ts', 'context.ts', 'settings.ts', 'constants.ts', 'version.ts'],
  ['encoding', 'errors'],
]

const src = join(import.meta.dirname, '../src')
const level = new Map(rooms.flatMap((names, index) => names.map((name): [string, number] => [name, index])))
const roomOf = (file: string) => relative(src, file).split(sep)[0]!

/** The modules that a module loads: imports and re-exports, also lazy ones, without those of types. */
function loads(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const found: string[] = []
  for (const [, what, path] of text.matchAll(/(?:^|\n)(?:import|export)\s+([^'"]*?)\s*from '(\.[^']+)'/g)) {
    const names = /\{([^}]*)\}/
      .exec(what!)?.[1]
      ?.split(',')
      .filter((name) => name.trim() !== '')
    if (/^type\b/.test(what!) || (names?.every((name) => /^\s*type\s/.test(name)) ?? false)) continue
    found.push(path!)
  }
  for (const [, path] of text.matchAll(/import\('(\.[^']+)'\)/g)) found.push(path!)
  return found.map((path) => resolve(dirname(file), path.replace(/\.js$/, '.ts')))
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .map((name) => join(src, name))

describe('the rooms', () => {
  test('are all in the list', () => {
    expect([...new Set(files.map(roomOf))].sort()).toEqual([...level.keys()].sort())
  })

  test('use only rooms below them', () => {
    const upwards = files.flatMap((file) =>
      loads(file)
        .filter((target) => roomOf(target) !== roomOf(file) && level.get(roomOf(target))! <= level.get(roomOf(file))!)
        .map((target) => `${relative(src, file)} uses ${relative(src, target)}`),
    )
    expect(upwards).toEqual([])
  })
})
