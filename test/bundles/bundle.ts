/** Web bundles of the built packages, taken apart into what a page loads at once and what it may load later. */
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { consumer, root } from './built.js'

/** Files of a bundle that are loaded together. */
export interface Part {
  /** All files in one. */
  readonly text: string
  readonly bytes: number
  /** The sum of the files, each compressed by itself, as servers send them. */
  readonly gzip: number
  /** Bytes that each source file left in the bundle, by its path. */
  readonly inputs: ReadonlyMap<string, number>
}

/** A bundle for browsers. */
export interface Bundle {
  /** The entry with everything that it imports statically. */
  readonly first: Part
  /** What only a dynamic import loads. */
  readonly lazy: Part
  /** Imports, anywhere in the graph, of what browsers do not have. */
  readonly foreign: readonly string[]
}

/** Bundles a module with esbuild as for a page in production. */
export async function bundle(code: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: consumer, sourcefile: 'page.js' },
    absWorkingDir: root,
    // The paths of the workspace's tsconfig.json lead to the sources.
    tsconfigRaw: {},
    platform: 'browser',
    conditions: ['browser', 'import'],
    format: 'esm',
    bundle: true,
    minify: true,
    splitting: true,
    outdir: 'out',
    write: false,
    metafile: true,
    // Unresolved, so that a test can name them.
    external: ['node:*', ...builtinModules, 'undici'],
    logLevel: 'silent',
  })
  const contents = new Map(outputFiles.map(({ path, contents }) => [path, contents]))
  const { inputs, outputs } = metafile

  const reach = (from: string, kinds: readonly string[], found = new Set<string>()): Set<string> => {
    if (found.has(from)) return found
    found.add(from)
    for (const { path, kind, external } of outputs[from]?.imports ?? []) {
      if (external !== true && kinds.includes(kind)) reach(path, kinds, found)
    }
    return found
  }
  const part = (files: readonly string[]): Part => {
    const all = files.map((file) => Buffer.from(contents.get(resolve(root, file)) ?? ''))
    const left = files.flatMap((file) => Object.entries(outputs[file]?.inputs ?? {}))
    return {
      text: Buffer.concat(all).toString(),
      bytes: all.reduce((sum, { length }) => sum + length, 0),
      gzip: all.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
      inputs: new Map(left.map(([path, { bytesInOutput }]) => [path, bytesInOutput])),
    }
  }

  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith('page.js'))
  if (entry === undefined) throw new Error('The bundle has no entry')
  const first = reach(entry, ['import-statement'])
  const all = reach(entry, ['import-statement', 'dynamic-import'])
  return {
    first: part([...first]),
    lazy: part([...all].filter((file) => !first.has(file))),
    foreign: Object.entries(inputs).flatMap(([file, { imports }]) =>
      imports.filter(({ external }) => external === true).map(({ path }) => `${path} in ${file}`),
    ),
  }
}

/** Bytes by package or, in our own client, by room; the largest first. */
export function weights({ inputs }: Part, most: number): string {
  const rooms = new Map<string, number>()
  for (const [path, bytes] of inputs) {
    const room = roomOf(path)
    rooms.set(room, (rooms.get(room) ?? 0) + bytes)
  }
  return [...rooms]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([room, bytes]) => `${room} ${(bytes / 1000).toFixed(1)}`)
    .join(', ')
}

function roomOf(path: string): string {
  const dependency = path.split('node_modules/').at(-1)
  if (dependency !== undefined && dependency !== path) {
    return dependency
      .split('/')
      .slice(0, dependency.startsWith('@') ? 2 : 1)
      .join('/')
  }
  return /packages\/\w+\/dist\/esm\/(\w+)\//.exec(path)?.[1] ?? 'top level'
}
