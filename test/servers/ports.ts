import { once } from 'node:events'
import { createServer } from 'node:net'

// Below 32768, where Linux starts taking ports for outgoing connections, and above Ceph's own OSD ports (6800-7568).
const firstPort = 10_000
const lastPort = 32_000

const handedOut = new Set<number>()

/** Whether this machine lets a server listen on the address, on the given port or on any. */
export async function canListen(host: string, port = 0): Promise<boolean> {
  const server = createServer()
  try {
    server.listen({ host, port, exclusive: true })
    await once(server, 'listening')
  } catch {
    return false
  }
  server.close()
  await once(server, 'close')
  return true
}

/**
 * Picks a port that is free on every one of the hosts, and was not picked before by this process.
 * Another process may still take it before it is used: callers retry on a bind error.
 */
export async function freePort(hosts: readonly string[]): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = firstPort + Math.floor(Math.random() * (lastPort - firstPort))
    if (handedOut.has(port)) continue
    const free = await Promise.all(hosts.map((host) => canListen(host, port)))
    if (free.every(Boolean)) {
      handedOut.add(port)
      return port
    }
  }
  throw new Error(`No port between ${firstPort} and ${lastPort} is free on ${hosts.join(', ')}`)
}
