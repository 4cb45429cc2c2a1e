/** Snippets of a user's code, compiled in memory against the sources of the packages by one language service. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'test', 'types', 'snippets')

/** What the compiler says about one error: all lines of the message, and where it points besides. */
export interface CompileError {
  readonly code: number
  /** The message with the reasons below it. */
  readonly message: string
  /** Messages of the places that it refers to. */
  readonly related: readonly string[]
}

/** Answers questions about the snippets that it was made with. */
export interface Snippets {
  errors(name: string): CompileError[]
  /** What an editor shows at the first place where `text` stands: the declaration, then the documentation. */
  hover(name: string, text: string): { readonly declaration: string; readonly documentation: string }
  /** Names that an editor offers after the first `text`. */
  completions(name: string, text: string): string[]
}

/**
 * Compiles snippets as a user's strict project does, with `@tucuxi/client` and `tucuxi` resolved to their sources.
 * @param sources - Text by name; each becomes a module of its own, and none sees another.
 * @param more - Compiler options besides those of every strict project.
 */
export function compileSnippets(sources: Readonly<Record<string, string>>, more: ts.CompilerOptions = {}): Snippets {
  const paths = new Map(Object.keys(sources).map((name, index) => [name, join(folder, `snippet${index}.mts`)]))
  const pathOf = (name: string) => {
    const path = paths.get(name)
    if (path === undefined) throw new Error(`No snippet is called ${name}`)
    return path
  }
  const files = new Map(Object.entries(sources).map(([name, text]) => [pathOf(name), text]))
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    types: ['node'],
    paths: {
      '@tucuxi/client': [join(root, 'packages/client/src/index.ts')],
      '@tucuxi/client/core': [join(root, 'packages/client/src/core.node.ts')],
      '@tucuxi/client/operations': [join(root, 'packages/client/src/operations/index.ts')],
      tucuxi: [join(root, 'packages/tucuxi/src/index.ts')],
    },
    ...more,
  }
  const read = (path: string) => files.get(path) ?? (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    getScriptFileNames: () => [...files.keys()],
    getScriptVersion: () => '1',
    getScriptSnapshot: (path) => {
      const text = read(path)
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text)
    },
    fileExists: (path) => files.has(path) || (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false),
    readFile: read,
    directoryExists: (path) => path === folder || ts.sys.directoryExists(path),
    realpath: (path) => (files.has(path) ? path : (ts.sys.realpath?.(path) ?? path)),
  })

  const positionOf = (name: string, text: string) => {
    const at = files.get(pathOf(name))?.indexOf(text) ?? -1
    if (at < 0) throw new Error(`No "${text}" in the snippet ${name}`)
    return at
  }

  return {
    errors: (name) =>
      [...service.getSyntacticDiagnostics(pathOf(name)), ...service.getSemanticDiagnostics(pathOf(name))].map(
        ({ code, messageText, relatedInformation = [] }) => ({
          code,
          message: ts.flattenDiagnosticMessageText(messageText, '\n'),
          related: relatedInformation.map((related) => ts.flattenDiagnosticMessageText(related.messageText, '\n')),
        }),
      ),
    hover: (name, text) => {
      const info = service.getQuickInfoAtPosition(pathOf(name), positionOf(name, text))
      return {
        declaration: ts.displayPartsToString(info?.displayParts),
        documentation: ts.displayPartsToString(info?.documentation),
      }
    },
    completions: (name, text) => {
      const at = positionOf(name, text) + text.length
      return (service.getCompletionsAtPosition(pathOf(name), at, undefined)?.entries ?? []).map((entry) => entry.name)
    },
  }
}

/** A module that has a client called `s3`, ready for `code`. */
export function inClient(code: string): string {
  return `import { S3Client } from '@tucuxi/client'\nconst s3 = new S3Client()\n${code}\n`
}
