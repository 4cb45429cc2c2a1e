// Runs a script of examples/ with ts-node against an S3 server.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from './workspace.mjs'

const folder = join(root, 'examples')

/** The environment the examples take their server from. */
export function exampleEnv({ endpointUrl, users: { alice, bob } }) {
  return {
    TUCUXI_ENDPOINT_URL: endpointUrl,
    TUCUXI_ACCESS_KEY_ID: alice.accessKeyId,
    TUCUXI_SECRET_ACCESS_KEY: alice.secretAccessKey,
    TUCUXI_OTHER_USER_ID: bob.id,
    TUCUXI_OTHER_ACCESS_KEY_ID: bob.accessKeyId,
    TUCUXI_OTHER_SECRET_ACCESS_KEY: bob.secretAccessKey,
  }
}

/**
 * @param {string} file - Name of the script in examples/.
 * @param {Record<string, string>} env - The server, see `exampleEnv`.
 * @param {AbortSignal} [signal] - Ends the script.
 * @returns {Promise<number>} Its exit code; 1 when a signal ended it.
 */
export function runExample(file, env, signal) {
  const tsNode = createRequire(join(folder, 'package.json')).resolve('ts-node/dist/bin.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tsNode, file], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      signal,
    })
    child.on('error', (error) => (error.name === 'AbortError' ? undefined : reject(error)))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
