/** What the tests of the documentation read out of Markdown. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The top folder of the repository. */
export const root = join(import.meta.dirname, '..', '..')

/** A Markdown file of the repository. */
export interface Page {
  /** Path from the top folder, with slashes. */
  readonly path: string
  readonly text: string
}

/** TypeScript in a page. */
export interface Snippet {
  /** `docs/client.md:12`, where its first line stands. */
  readonly place: string
  readonly code: string
}

const notOurs = new Set(['node_modules', 'dist', 'fixtures', 'coverage'])

/** Every Markdown file of the repository. */
export function pages(folder = root): Page[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry): Page[] => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return notOurs.has(entry.name) || entry.name.startsWith('.') ? [] : pages(path)
    if (!entry.name.endsWith('.md')) return []
    return [{ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }]
  })
}

/** The blocks of TypeScript of a page, also those inside lists. */
export function blocks({ path, text }: Page): Snippet[] {
  return [...text.matchAll(/^( *)```ts\n([^]*?)^ *```$/gm)].map(({ 1: indent = '', 2: code = '', index }) => ({
    place: `${path}:${lineAt(text, index) + 1}`,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }))
}

/** The code in columns headed `TypeScript`, the last ones of their tables; a cell may have several pieces of code. */
export function cells({ path, text }: Page): Snippet[] {
  let inTable = false
  return text.split('\n').flatMap((line, index): Snippet[] => {
    const last = line.split(/(?<!\\)\|/).at(-2)
    if (!line.startsWith('|')) inTable = false
    else if (last?.trim() === 'TypeScript') inTable = true
    else if (inTable && last !== undefined) {
      return [...last.matchAll(/`([^`]+)`/g)].map(({ 1: code = '' }) => ({
        place: `${path}:${index + 1}`,
        code: code.replaceAll('\\|', '|'),
      }))
    }
    return []
  })
}

/** The targets of a page's links and pictures, without those in code. */
export function links({ text }: Page): string[] {
  const prose = text.replaceAll(/^ *```[^]*?^ *```$/gm, '').replaceAll(/`[^`]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(({ 1: target = '' }) => target)
}

/** The names by which the headings of a page can be linked to, as GitHub makes them. */
export function anchors({ text }: Page): string[] {
  const prose = text.replaceAll(/^ *```[^]*?^ *```$/gm, '')
  return [...prose.matchAll(/^#+ (.*)$/gm)].map(({ 1: heading = '' }) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
