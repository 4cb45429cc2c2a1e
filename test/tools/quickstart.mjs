// npm run quickstart: everything from a fresh checkout to the first example on a real S3 server.
import { bootstrap } from './bootstrap.mjs'
import { build } from './build.mjs'
import { ensureCeph } from './ensureCeph.mjs'
import { exampleEnv, runExample } from './example.mjs'
import { importTs } from './runTs.mjs'

const howTo = `No S3 server to run against. Either name one you have:

  export AWS_ENDPOINT_URL_S3=https://s3.example.com AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=…

or let this command start a Ceph of its own, in memory, which `

/** The server the user's environment names, as the examples want it; `undefined` when it names none. */
function serverOfUser() {
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = process.env
  const endpointUrl = AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL
  if (!endpointUrl || !AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined
  return {
    TUCUXI_ENDPOINT_URL: endpointUrl,
    TUCUXI_ACCESS_KEY_ID: AWS_ACCESS_KEY_ID,
    TUCUXI_SECRET_ACCESS_KEY: AWS_SECRET_ACCESS_KEY,
  }
}

async function main() {
  bootstrap()
  build()
  // Ctrl-C ends the example at once and the server in good order.
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  process.once('SIGTERM', () => interrupt.abort())

  const given = serverOfUser()
  if (given) {
    console.log(`Running examples/quickstart.ts against ${given.TUCUXI_ENDPOINT_URL}\n`)
    return await runExample('quickstart.ts', given, interrupt.signal)
  }
  const available = await ensureCeph()
  if (available !== true) {
    console.error(howTo + available)
    return 1
  }
  const { startCeph } = await importTs('test/servers/ceph.ts')
  const ceph = await startCeph()
  try {
    console.log(`Running examples/quickstart.ts against a Ceph in memory, ${ceph.endpointUrl}\n`)
    return await runExample('quickstart.ts', exampleEnv(ceph), interrupt.signal)
  } finally {
    await ceph.stop()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
