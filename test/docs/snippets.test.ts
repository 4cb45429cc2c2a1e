/** The documentation holds: its TypeScript compiles, its links lead somewhere, its list of departures is complete. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { anchors, blocks, cells, links, pages, root } from './markdown.js'
import { typeCheck } from './typeCheck.js'

const all = pages()
const snippets = all.flatMap((page) => [...blocks(page), ...cells(page)])

describe('TypeScript in Markdown', () => {
  const wrong = {
    place: 'wrong.md:1',
    code: "await s3.getObject({ Bucket })\nawait s3.getObjekt({ Bucket, Key: 'k' })",
  }
  let problems: string[][]
  beforeAll(() => {
    problems = typeCheck([wrong, ...snippets])
  }, 120_000)

  test('mistakes are found, with their lines', () => {
    expect(problems[0]).toEqual([
      expect.stringMatching(/^wrong\.md:1 .*'Key' is missing/s),
      expect.stringMatching(/^wrong\.md:2 .*'getObjekt' does not exist/s),
    ])
  })

  test.each(snippets.map((snippet, index) => ({ ...snippet, index })))('$place compiles', ({ index }) => {
    expect(problems[index + 1]).toEqual([])
  })

  test('the pages that show code are among them', () => {
    const found = new Set(snippets.map(({ place }) => place.replace(/:\d+$/, '')))
    expect([...found]).toEqual(expect.arrayContaining(['README.md', 'docs/client.md', 'docs/migration.md']))
  })
})

describe('links', () => {
  const relativeLinks = all.flatMap((page) =>
    links(page)
      .filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target))
      .map((target) => ({ page, path: page.path, target })),
  )

  test.each(relativeLinks)('$path: $target', ({ page, target }) => {
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? page.path : normalize(join(dirname(page.path), file))
    expect(existsSync(join(root, path)), `${path} exists`).toBe(true)
    if (anchor === undefined) return
    const linked = all.find((other) => other.path === path)
    expect(linked === undefined ? [] : anchors(linked)).toContain(anchor)
  })
})

test('every departure that the code names has a row', () => {
  const sources = readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /^[^/\\]+[/\\]src[/\\].*\.ts$/.test(path))
    .map((path) => readFileSync(join(root, 'packages', path), 'utf8'))
  const named = new Set(sources.flatMap((text) => text.match(/\bD-\d+\b/g) ?? []))
  expect(named.size).toBeGreaterThan(0)
  const page = all.find(({ path }) => path === 'docs/departures.md')
  const rows = page?.text.match(/^\| D-\d+(?= \|)/gm)?.map((row) => row.slice(2)) ?? []
  expect([...named].filter((name) => !rows.includes(name)).sort()).toEqual([])
  expect(rows).toEqual([...new Set(rows)])
})
