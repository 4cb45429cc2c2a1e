/** Type-checks pieces of TypeScript against the sources, all in one program. */
import { join } from 'node:path'
import ts from 'typescript'
import { root, type Snippet } from './markdown.js'

/** What the snippets may use without saying where it comes from. */
const freeNames = `
import type * as api from 'tucuxi'
import type * as words from '../../packages/client/src/schema/index.js'
import type * as fs from 'node:fs'

declare global {
  const tucuxi: typeof api
  const s3: api.S3Client
  const Bucket: string
  const Key: string
  const Prefix: string
  const UploadId: string
  const ETag: string
  const Body: api.BodyInput
  const keys: string[]
  const path: string
  const endpointUrl: string
  const awsAccessKeyId: string
  const awsSecretAccessKey: string
  const credentials: api.Credentials
  const signal: AbortSignal
  const error: unknown
  const response: api.GetObjectOutput
  const bucketContents: api.ListObjectsOutput['Contents']
  const createReadStream: typeof fs.createReadStream

  // The language of the model, which the architecture page shows.
  const required: typeof words.required
  const label: typeof words.label
  const header: typeof words.header
  const string: typeof words.string
  type RequiredInput<M extends words.Members> = words.RequiredInput<M>
  type OptionalInput<M extends words.Members> = words.OptionalInput<M>
}
`

/** The sources by the names under which users import them. */
const paths = {
  tucuxi: ['packages/tucuxi/src/index.ts'],
  '@tucuxi/client': ['packages/client/src/index.ts'],
  '@tucuxi/client/core': ['packages/client/src/core.node.ts'],
  '@tucuxi/client/operations': ['packages/client/src/operations/index.ts'],
}

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root)
  const absolute = Object.entries(paths).map(([name, targets]) => [name, targets.map((target) => join(root, target))])
  return {
    ...options,
    paths: Object.fromEntries(absolute),
    noEmit: true,
    declaration: false,
    declarationMap: false,
    sourceMap: false,
  }
}

/**
 * Checks snippets, each as a module of its own, where `await` may stand at the top.
 * @returns The compiler's messages for each of them, with their place in the page.
 */
export function typeCheck(snippets: readonly Snippet[]): string[][] {
  // In this folder, so that packages are found as they are from the tests.
  const fileOf = (name: string) => join(import.meta.dirname, `${name}.ts`)
  const names = fileOf('names')
  const files = snippets.map((_, index) => fileOf(`snippet${index}`))
  const texts = new Map([[names, freeNames]])
  files.forEach((file, index) => texts.set(file, `${snippets[index]!.code}\nexport {}\n`))

  const options = compilerOptions()
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file)
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version)
  }
  const program = ts.createProgram([names, ...files], options, host)
  const globalProblems = [
    ...program.getOptionsDiagnostics(),
    ...program.getSemanticDiagnostics(program.getSourceFile(names)),
  ]
  if (globalProblems.length > 0)
    throw new Error(globalProblems.map((problem) => messageOf(problem, 'names')).join('\n'))
  return files.map((file, index) => {
    const source = program.getSourceFile(file)
    const problems = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return problems.map((problem) => messageOf(problem, snippets[index]!.place))
  })
}

/** A message with the line of the page. */
function messageOf({ file, start, messageText }: ts.Diagnostic, place: string): string {
  const [, page = place, line = '1'] = /^(.*):(\d+)$/.exec(place) ?? []
  const offset = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line
  return `${page}:${Number(line) + offset} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
}
