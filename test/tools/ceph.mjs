// npm run ceph: a Ceph with S3 gateways to play with, until Ctrl-C.
import { parseArgs } from 'node:util'
import { bootstrap } from './bootstrap.mjs'
import { ensureCeph } from './ensureCeph.mjs'
import { exampleEnv } from './example.mjs'
import { importTs } from './runTs.mjs'

async function main() {
  const { values } = parseArgs({ options: { gateways: { type: 'string', default: '1' }, sts: { type: 'boolean' } } })
  bootstrap()
  const available = await ensureCeph()
  if (available !== true) throw new Error(available)

  // Listening from the start on: Ctrl-C while the cluster starts must not leave half of it behind.
  const interrupted = new Promise((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
    process.once('SIGHUP', resolve)
  })
  const { startCeph } = await importTs('test/servers/ceph.ts')
  const ceph = await startCeph({ gateways: Number(values.gateways), sts: values.sts ?? false })
  try {
    const { alice, bob } = ceph.users
    console.log(`
Ceph is ready, in memory: everything is gone when it stops.

  endpoint   ${ceph.endpointUrls.join('  ')}
  with TLS   ${ceph.tlsEndpointUrls.join('  ')}
  CA         ${ceph.caFile}
  alice      ${alice.accessKeyId}  ${alice.secretAccessKey}
  bob        ${bob.accessKeyId}  ${bob.secretAccessKey}
  logs       ${ceph.directory}/log

For the AWS command line, boto3, and npm run quickstart:

export AWS_ENDPOINT_URL_S3='${ceph.endpointUrl}' AWS_DEFAULT_REGION='default'
export AWS_ACCESS_KEY_ID='${alice.accessKeyId}' AWS_SECRET_ACCESS_KEY='${alice.secretAccessKey}'

For a single example (cd examples; npx ts-node quickstart.ts):

${Object.entries(exampleEnv(ceph))
  .map(([name, value]) => `export ${name}='${value}'`)
  .join('\n')}

Ctrl-C stops it.`)
    // A promise alone does not keep Node alive; the daemons' handles do, and this while one of them restarts.
    const keepAlive = setInterval(() => {}, 60_000)
    await interrupted
    clearInterval(keepAlive)
    console.log('Stopping')
  } finally {
    await ceph.stop()
  }
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
