// What a short-lived process pays: CPU of import and construction over a bare Node process, and of the time to the first
// answered GET against undici's. Build first (`npm run build`), then `node test/bench/start.mjs ROUNDS`.
import { execFileSync, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const rounds = Number(process.argv[2] ?? 9)
const server = fork(file('server.mjs'))
const port = await new Promise((resolve) => server.once('message', resolve))
const url = `http://127.0.0.1:${port}`

const client = `import { S3Client } from '@tucuxi/client'
const s3 = new S3Client({ endpointUrl: '${url}', awsAccessKeyId: 'AKIDEXAMPLE', awsSecretAccessKey: 'secret' })
`
const scripts = {
  bare: '',
  construct: client,
  undici: `import { Pool } from 'undici'
const pool = new Pool('${url}', { connections: 10 })
await (await pool.request({ method: 'GET', path: '/bench/key' })).body.arrayBuffer()
`,
  tucuxi: `${client}await (await s3.getObject({ Bucket: 'bench', Key: 'key' })).Body.bytes()
`,
}
const report = `
const { user, system } = process.cpuUsage()
console.log(JSON.stringify([(user + system) / 1000, performance.now()]))
process.exit(0)
`
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
const costs = Object.fromEntries(Object.keys(scripts).map((name) => [name, { cpu: [], wall: [] }]))
try {
  for (let round = 0; round < rounds; round++) {
    for (const [name, script] of Object.entries(scripts)) {
      // Packages are found from the folder that the process is started in.
      const options = { encoding: 'utf8', cwd: file(name === 'undici' ? '../../packages/client' : '.') }
      const output = execFileSync(process.execPath, ['--input-type=module', '-e', script + report], options)
      const [cpu, wall] = JSON.parse(output)
      costs[name].cpu.push(cpu)
      costs[name].wall.push(wall)
    }
  }
} finally {
  server.disconnect()
}
const cpu = (name) => median(costs[name].cpu)
const wall = (name) => median(costs[name].wall)
console.log(`import and construct: ${(cpu('construct') - cpu('bare')).toFixed(0)} ms of CPU over a bare process`)
for (const [what, cost] of Object.entries({ CPU: cpu, time: wall })) {
  const [ours, theirs] = [cost('tucuxi') - cost('bare'), cost('undici') - cost('bare')]
  console.log(
    `first answered GET, ${what}: undici ${theirs.toFixed(0)} ms, tucuxi ${ours.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}`,
  )
}
