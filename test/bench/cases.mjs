// One side of one case, in a process of its own: `cases.mjs SIDE CASE PORT COUNT`. Prints the CPU time per request in µs.
const [side, name, port, count] = process.argv.slice(2)
const url = `http://127.0.0.1:${port}`
const inFlight = 32
const body = Buffer.alloc(1024, 'x')

const sides = {
  // What a Node program would do by hand, without signing and without checksums.
  async raw() {
    const { Pool } = await import('undici')
    const pool = new Pool(url, { connections: 10, pipelining: 1 })
    const send = async (options) => {
      const answer = await pool.request(options)
      return answer.body.arrayBuffer()
    }
    return {
      get: () => send({ method: 'GET', path: '/bench/key' }),
      put: () => send({ method: 'PUT', path: '/bench/key', body }),
      head: () => send({ method: 'HEAD', path: '/bench/key', reset: false }),
      delete: () => send({ method: 'DELETE', path: '/bench/key' }),
      async list() {
        // The bytes and a minimal scanner.
        const text = Buffer.from(await send({ method: 'GET', path: '/bench?list-type=2' })).toString()
        const keys = []
        for (let at = text.indexOf('<Key>'); at >= 0; at = text.indexOf('<Key>', at)) {
          const end = text.indexOf('</Key>', at)
          keys.push(text.slice(at + 5, end))
          at = end
        }
        return keys
      },
    }
  },
  async tucuxi() {
    const { S3Client } = await import('@tucuxi/client')
    const s3 = new S3Client({ endpointUrl: url, awsAccessKeyId: 'AKIDEXAMPLE', awsSecretAccessKey: 'secret' })
    const Bucket = 'bench'
    const Key = 'key'
    return {
      get: async () => (await s3.getObject({ Bucket, Key })).Body.bytes(),
      put: () => s3.putObject({ Bucket, Key, Body: body }),
      head: () => s3.headObject({ Bucket, Key }),
      delete: () => s3.deleteObject({ Bucket, Key }),
      list: () => s3.listObjectsV2({ Bucket }),
    }
  },
}

const run = (await sides[side]())[name]
async function times(n) {
  let left = n
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await run()
    }),
  )
}
// Until the compiler has done its work, which both sides would pay for in the first thousands of requests.
await times(Number(count) / 2)
const before = process.cpuUsage()
await times(Number(count))
const { user, system } = process.cpuUsage(before)
console.log((user + system) / Number(count))
process.exit(0)
