// Small requests, 32 in flight: CPU of the client process for each request, as a ratio to undici's `Pool.request` without
// signature and checksum. Sides take turns; medians. Build first (`npm run build`), then `node test/bench/small.mjs`.
import { execFileSync, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const file = (name) => fileURLToPath(new URL(name, import.meta.url))
const counts = { get: 20_000, put: 20_000, head: 20_000, delete: 20_000, list: 600 }
const rounds = Number(process.argv[2] ?? 5)
const only = process.argv.slice(3)

const server = fork(file('server.mjs'))
const port = await new Promise((resolve) => server.once('message', resolve))
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]
try {
  for (const name of only.length > 0 ? only : Object.keys(counts)) {
    const costs = { raw: [], tucuxi: [] }
    for (let round = 0; round < rounds; round++) {
      for (const side of ['raw', 'tucuxi']) {
        const args = [file('cases.mjs'), side, name, String(port), String(counts[name])]
        costs[side].push(Number(execFileSync(process.execPath, args, { encoding: 'utf8' })))
      }
    }
    const raw = median(costs.raw)
    const ours = median(costs.tucuxi)
    const ratios = costs.tucuxi.map((cost, i) => cost / costs.raw[i]).sort((a, b) => a - b)
    const spread = `${ratios[0].toFixed(2)}-${ratios.at(-1).toFixed(2)}`
    console.log(
      `${name.padEnd(7)} raw ${raw.toFixed(1)} µs, tucuxi ${ours.toFixed(1)} µs, ratio ${(ours / raw).toFixed(2)} (${spread})`,
    )
  }
} finally {
  server.disconnect()
}
