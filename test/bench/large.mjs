// One large GET that is streamed and one large PUT with an unsigned payload: resident memory has to stay flat whatever the
// size. Build first (`npm run build`), then `node test/bench/large.mjs MEBIBYTES`.
import { fork } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

const mebibyte = 1024 * 1024

if (process.argv[2] === 'serve') {
  const size = Number(process.argv[3])
  const piece = Buffer.alloc(mebibyte, 'x')
  const server = createServer((request, response) => {
    if (request.method === 'PUT') {
      request.resume().on('end', () => response.end())
      return
    }
    response.setHeader('content-length', size)
    let left = size
    const send = () => {
      while (left > 0) {
        left -= piece.length
        if (!response.write(piece)) return
      }
      response.end()
    }
    response.on('drain', send)
    send()
  })
  server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
  process.on('disconnect', () => process.exit())
} else {
  const size = Number(process.argv[2] ?? 256) * mebibyte
  const { S3Client } = await import('@tucuxi/client')
  const server = fork(fileURLToPath(import.meta.url), ['serve', String(size)])
  const port = await new Promise((resolve) => server.once('message', resolve))
  const s3 = new S3Client({
    endpointUrl: `http://127.0.0.1:${port}`,
    awsAccessKeyId: 'AKIDEXAMPLE',
    awsSecretAccessKey: 'secret',
    config: { s3: { payloadSigningEnabled: false }, requestChecksumCalculation: 'when_required' },
  })
  const Bucket = 'bench'
  const Key = 'key'
  const runs = {
    async get() {
      const { Body } = await s3.getObject({ Bucket, Key })
      let received = 0
      for await (const piece of Body) received += piece.length
      if (received !== size) throw new Error(`${received} bytes arrived instead of ${size}`)
    },
    async put() {
      const piece = Buffer.alloc(64 * 1024, 'x')
      const pieces = (async function* () {
        for (let sent = 0; sent < size; sent += piece.length) yield piece
      })()
      await s3.putObject({ Bucket, Key, Body: pieces, ContentLength: size })
    },
  }
  for (const [name, run] of Object.entries(runs)) {
    const before = process.memoryUsage.rss()
    let peak = before
    const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20)
    const cpu = process.cpuUsage()
    const start = performance.now()
    await run()
    const seconds = (performance.now() - start) / 1000
    const { user, system } = process.cpuUsage(cpu)
    clearInterval(timer)
    const mib = (bytes) => (bytes / mebibyte).toFixed(0)
    console.log(
      `${name} ${mib(size)} MiB: ${mib(size / seconds)} MiB/s, ${((user + system) / 1e6).toFixed(2)} s of CPU, ` +
        `resident ${mib(before)} MiB before, ${mib(peak)} MiB at most`,
    )
  }
  await s3.close()
  server.disconnect()
}
