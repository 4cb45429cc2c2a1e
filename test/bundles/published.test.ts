/** The declarations that are published compile in projects of users, whatever their compiler and module resolution. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assertBuilt, root } from './built.js'

const compilers = {
  '5.9.3': 'test/node_modules/typescript-5.9',
  '6.0.3': 'node_modules/typescript',
  '7.0.2': 'test/node_modules/typescript-7.0',
}

/** Code that only compiles when the types arrive whole: each wrong line would be right if they were `any`. */
const usage = (umbrella: string) => `
const s3 = client('s3', { endpointUrl: 'http://127.0.0.1', awsAccessKeyId: 'a', awsSecretAccessKey: 'b' })
const same: S3Client = new S3Client({ config: new Config({ regionName: 'us-east-1' }) })

export async function use(): Promise<void> {
  const grantee: Grantee = { Type: 'CanonicalUser', ID: 'a' }
  await s3.putBucketAcl({
    Bucket: 'b',
    AccessControlPolicy: { Owner: { ID: 'a' }, Grants: [{ Grantee: grantee, Permission: 'READ' }] },
  })
  await s3.putObject({ Bucket: 'b', Key: 'k', Body: new Uint8Array(3), StorageClass: 'FAST' }, { timeout: 5 })
  const { Body, Metadata, ResponseMetadata } = await same.getObject({ Bucket: 'b', Key: 'k' })
  const text: string = await Body.text()
  const values: Record<string, string> = Metadata
  const status: number = ResponseMetadata.HTTPStatusCode
  const keys: (string | undefined)[] = ((await s3.listObjectsV2({ Bucket: 'b' })).Contents ?? []).map(({ Key }) => Key)
  console.log(text, values, status, keys)
  try {
    await s3.listBuckets()
  } catch (error) {
    if (error instanceof ClientError) console.log(error.response.Error.Code)
  }
  // @ts-expect-error
  await s3.putObject({ Bucket: 'b' })
  // @ts-expect-error
  await s3.putObject({ Bucket: 'b', Key: 'k', Body: 42 })
  // @ts-expect-error
  await s3.putBucketAcl({ Bucket: 'b', AccessControlPolicy: { Owner: 'me' } })
  // @ts-expect-error
  await s3.putObjct({ Bucket: 'b', Key: 'k' })
  // @ts-expect-error
  const wrong: number = ${umbrella}.version
  console.log(wrong)
  await s3.close()
}
`

const core = `
export const answer = new S3Core({ endpointUrl: 'http://127.0.0.1' }).send(getObject, { Bucket: 'b', Key: 'k' })
export const text: Promise<string> = answer.then(({ Body }) => Body.text())
// @ts-expect-error
export const wrong = new S3Core().send(getObject, { Bucket: 'b' })
`

const imports = `
import { ClientError, Config, S3Client, type Grantee } from '@tucuxi/client'
import * as tucuxi from 'tucuxi'
import { client } from 'tucuxi'
import { S3Core } from '@tucuxi/client/core'
import { getObject } from '@tucuxi/client/operations'
`

const requires = `
import Client = require('@tucuxi/client')
import tucuxi = require('tucuxi')
import Core = require('@tucuxi/client/core')
import Operations = require('@tucuxi/client/operations')
type Grantee = Client.Grantee
type S3Client = Client.S3Client
const { ClientError, Config, S3Client } = Client
const { client } = tucuxi
const { S3Core } = Core
const { getObject } = Operations
`

const asModule = imports + usage('tucuxi') + core
const asCommonJs = requires + usage('tucuxi') + core

interface Project {
  readonly compilers: readonly (keyof typeof compilers)[]
  readonly options: Readonly<Record<string, unknown>>
  readonly files: Readonly<Record<string, string>>
}

const projects: Readonly<Record<string, Project>> = {
  // Here the declarations are checked themselves, of both builds, with those of the packages that they lead to.
  'node16, ES modules and CommonJS': {
    compilers: ['5.9.3', '6.0.3', '7.0.2'],
    options: { module: 'node16', moduleResolution: 'node16', skipLibCheck: false },
    files: { 'module.mts': asModule, 'common.cts': asCommonJs },
  },
  bundler: {
    compilers: ['5.9.3', '6.0.3', '7.0.2'],
    options: { module: 'esnext', moduleResolution: 'bundler' },
    files: { 'module.ts': asModule },
  },
  // Streams of Node are named in the declarations, so a project without their types has to skip checking those.
  'bundler, of a page without the types of Node': {
    compilers: ['5.9.3', '6.0.3', '7.0.2'],
    options: { module: 'esnext', moduleResolution: 'bundler', types: [], lib: ['es2022', 'dom'] },
    files: { 'module.ts': asModule },
  },
  // TypeScript 6 wants to be told to accept it; 7 no longer has it.
  'node10 of 5.9': {
    compilers: ['5.9.3'],
    options: { module: 'commonjs', moduleResolution: 'node10' },
    files: { 'module.ts': asModule, 'common.ts': asCommonJs },
  },
  'node10 of 6.0': {
    compilers: ['6.0.3'],
    options: { module: 'commonjs', moduleResolution: 'node10', ignoreDeprecations: '6.0' },
    files: { 'module.ts': asModule, 'common.ts': asCommonJs },
  },
}

let folder: string
beforeAll(() => {
  assertBuilt()
  folder = mkdtempSync(join(tmpdir(), 'tucuxi-published-'))
  for (const [name, target] of [
    ['@tucuxi/client', 'packages/client'],
    ['tucuxi', 'packages/tucuxi'],
    ['@types/node', 'node_modules/@types/node'],
  ] as const) {
    const link = join(folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(join(root, target), link, 'junction')
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Compiles a project in a folder of its own and resolves to what the compiler prints: nothing when all is well. */
function compile(compiler: string, { options, files }: Project, name: string): Promise<string> {
  const project = join(folder, name)
  mkdirSync(project, { recursive: true })
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text)
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: false,
    skipLibCheck: true,
    noEmit: true,
    target: 'es2022',
    types: ['node'],
    ...options,
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }))
  const tsc = join(root, compiler, 'bin', 'tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, '-p', project], (error, stdout, stderr) => {
      resolve(error === null ? stdout : `${stdout}${stderr}` || error.message)
    })
  })
}

describe.each(Object.entries(compilers))('TypeScript %s', (version, path) => {
  test('is what it says', () => {
    const manifest = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8')) as { version: string }
    expect(manifest.version).toBe(version)
  })

  const own = Object.entries(projects).filter(([, { compilers }]) => compilers.some((one) => one === version))
  test.each(own)('%s', async (name, project) => {
    expect(await compile(path, project, `${version} ${name}`)).toBe('')
  })
})
