import { execFile } from 'node:child_process'
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeCertificates } from './certificates.js'
import { cephConfig } from './cephConfig.js'
import { Daemon } from './daemon.js'
import { canListen, freePort } from './ports.js'

/** What `startCeph` can be asked for. */
export interface CephOptions {
  /** How many gateways, 1 to 4, on 127.0.0.1, 127.0.0.2, …, all on the same port. Default 1. */
  gateways?: number
  /** Whether the gateways also listen with TLS. Default true. */
  tls?: boolean
  /** Users beside alice and bob. */
  users?: readonly string[]
  /** Whether bucket names as in us-east-1 before 2018 (`BobsBucket`, `my_bucket`) are accepted. Default true. */
  relaxedNames?: boolean
  /**
   * Whether the last gateway understands session tokens. It then names every refused key AccessDenied, so it should not
   * be the only gateway of a test that looks at such codes. Default false.
   */
  sts?: boolean
}

/** A user of the cluster with one access key. */
export interface CephUser {
  /** The canonical user id, which on Ceph is the user's name. */
  id: string
  displayName: string
  email: string
  accessKeyId: string
  secretAccessKey: string
}

/** What a client needs to know; plain data. */
export interface CephConnection {
  /** The first gateway, over http. */
  endpointUrl: string
  /** All gateways, over http. */
  endpointUrls: string[]
  /** The first gateway under its IPv6 address, over http; absent where the machine has none. */
  ipv6EndpointUrl: string | undefined
  /** The first gateway, over https; `''` when started without TLS. */
  tlsEndpointUrl: string
  /** All gateways, over https; empty when started without TLS. */
  tlsEndpointUrls: string[]
  /** The certificate authority to trust, a PEM file; `''` when started without TLS. */
  caFile: string
  /** The same as PEM text. */
  ca: string
  users: { alice: CephUser; bob: CephUser } & Record<string, CephUser>
  /** Everything the cluster writes is in here. */
  directory: string
}

/** One gateway process. */
export interface Gateway {
  /** The running process; `undefined` after `kill`. */
  readonly pid: number | undefined
  /** Stops answering, as a hung server: the kernel still accepts connections. */
  pause(): void
  /** Undoes `pause`. */
  resume(): void
  /** Dies at once, without a word to its clients; resolves when the process is gone. */
  kill(): Promise<void>
  /** Starts again on the same addresses; resolves when it answers. */
  start(): Promise<void>
}

/** A running cluster. */
export interface Ceph extends CephConnection, AsyncDisposable {
  /** @param n - Counted from 1. */
  gateway(n: number): Gateway
  /** Stops every process and removes the directory. */
  stop(): Promise<void>
}

const startTimeoutMs = 90_000
const stopPatienceMs = 5_000
// A daemon whose port is taken ends with EADDRINUSE, which is 98 on Linux; its log is not always written by then.
const bindError = /address already in use|exit code 98\b/i

const alphanumeric = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'

function newUser(id: string): CephUser {
  return {
    id,
    displayName: id.charAt(0).toUpperCase() + id.slice(1),
    email: `${id}@example.test`,
    accessKeyId: Array.from({ length: 20 }, () => alphanumeric.charAt(randomInt(alphanumeric.length))).join(''),
    secretAccessKey: randomBytes(30).toString('base64'),
  }
}

function keyringEntry(name: string, key: string, caps: Record<string, string>): string {
  const lines = Object.entries(caps).map(([service, cap]) => `\tcaps ${service} = "${cap}"\n`)
  return `[${name}]\n\tkey = ${key}\n${lines.join('')}`
}

/** Resolves when something answers HTTP at the address, whatever the answer. */
async function answers(url: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted()
    const answered = await new Promise<boolean>((resolve) => {
      const request = get(url, { agent: false, timeout: 2000 }, (response) => {
        response.resume()
        resolve(true)
      })
      request.on('timeout', () => request.destroy())
      request.on('error', () => resolve(false))
    })
    if (answered) return
    await sleep(20, undefined, { signal })
  }
}

/** The last lines of every log, for an error message. */
async function logTails(directory: string): Promise<string> {
  const folder = join(directory, 'log')
  const tails: string[] = []
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name)
    const { size, mode } = await stat(path)
    if (size === 0 || (mode & 0o170000) !== 0o100000) continue
    const file = await open(path)
    const length = Math.min(size, 6000)
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
    await file.close()
    const lines = buffer.toString().trimEnd().split('\n').slice(-15)
    tails.push([`--- ${name}`, ...lines.map((line) => line.slice(0, 300))].join('\n'))
  }
  return tails.join('\n')
}

/** One attempt to start a cluster, and what is needed to undo it. */
class Cluster {
  readonly directory: string
  readonly #env: NodeJS.ProcessEnv
  readonly #removeAtExit = (): void => rmSync(this.directory, { recursive: true, force: true })
  #mon: Daemon | undefined
  #osd: Daemon | undefined
  readonly #gateways: (Daemon | undefined)[] = []
  #stopping: Promise<void> | undefined

  constructor(directory: string) {
    this.directory = directory
    this.#env = { ...process.env, CEPH_CONF: join(directory, 'ceph.conf'), CEPH_ARGS: '', LC_ALL: 'C.UTF-8' }
    process.on('exit', this.#removeAtExit)
  }

  async start(options: CephOptions, signal: AbortSignal): Promise<Ceph> {
    const d = this.directory
    const count = options.gateways ?? 1
    const hosts = Array.from({ length: count }, (_, index) => `127.0.0.${index + 1}`)
    const withTls = options.tls ?? true
    const ipv6 = await canListen('::1')
    const [monPort, port, tlsPort] = await Promise.all([
      freePort(['127.0.0.1']),
      freePort(ipv6 ? [...hosts, '::1'] : hosts),
      freePort(hosts),
    ])

    await Promise.all(['mon', 'osd0', 'log', 'run', 'tls'].map((name) => mkdir(join(d, name))))
    // Only the first gateway needs the certificate, after the cluster is up: it is made meanwhile.
    const certificates = withTls
      ? makeCertificates(join(d, 'tls'), [
          ...['localhost', 's3.localhost', '*.s3.localhost'].map((name) => `DNS:${name}`),
          ...['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4', '::1'].map((address) => `IP:${address}`),
        ])
      : undefined
    certificates?.catch(() => undefined)

    const fsid = randomUUID()
    await writeFile(
      join(d, 'ceph.conf'),
      cephConfig({
        directory: d,
        fsid,
        monPort,
        relaxedNames: options.relaxedNames ?? true,
        gateways: hosts.map((host, index) => ({
          plain: [`${host}:${port}`, ...(index === 0 && ipv6 ? [`[::1]:${port}`] : [])],
          tls: withTls ? [`${host}:${tlsPort}`] : [],
          chainFile: join(d, 'tls', 'chain.crt'),
          keyFile: join(d, 'tls', 'gw.key'),
          sts: (options.sts ?? false) && index === count - 1,
        })),
      }),
    )
    await this.#startStorage(fsid, monPort, count, signal)

    const { ca, caFile } = (await certificates) ?? { ca: '', caFile: '' }
    const urls = hosts.map((host) => `http://${host}:${port}`)
    const startGateway = (index: number): Promise<void> => this.#startGateway(index, urls[index] ?? '', signal)
    // The first gateway creates the zone and its pools; two at once would create it twice.
    await startGateway(0)
    const users = ['alice', 'bob', ...(options.users ?? [])].map(newUser)
    await Promise.all([
      ...hosts.slice(1).map((_, index) => startGateway(index + 1)),
      ...users.map((user) => this.#createUser(user, signal)),
    ])
    const ended = [this.#mon, this.#osd, ...this.#gateways].find((daemon) => daemon && !daemon.isRunning)
    if (ended) throw new Error(`${ended.name} ${ended.ending}`)

    const tlsUrls = withTls ? hosts.map((host) => `https://${host}:${tlsPort}`) : []
    const connection: CephConnection = {
      endpointUrl: urls[0] ?? '',
      endpointUrls: urls,
      ipv6EndpointUrl: ipv6 ? `http://[::1]:${port}` : undefined,
      tlsEndpointUrl: tlsUrls[0] ?? '',
      tlsEndpointUrls: tlsUrls,
      caFile,
      ca,
      users: Object.fromEntries(users.map((user) => [user.id, user])) as CephConnection['users'],
      directory: d,
    }
    await writeFile(join(d, 'env.json'), JSON.stringify({ ...connection, pids: this.#pids() }, undefined, 2) + '\n', {
      mode: 0o600,
    })
    return {
      ...connection,
      gateway: (n) => this.#gateway(n - 1, urls[n - 1]),
      stop: () => this.stop(),
      [Symbol.asyncDispose]: () => this.stop(),
    }
  }

  /** Monitor and OSD, up to the point where both are running; a gateway may start then. */
  async #startStorage(fsid: string, monPort: number, gateways: number, signal: AbortSignal): Promise<void> {
    const d = this.directory
    const everything = { mon: 'allow *', osd: 'allow *', mgr: 'allow *' }
    const clients = ['client.admin', ...Array.from({ length: gateways }, (_, index) => `client.rgw.${index + 1}`)]
    const [monKey = '', osdKey = '', ...clientKeys] = await Promise.all(
      ['mon.', 'osd.0', ...clients].map(async () => {
        const printed = await this.#run('ceph-authtool', ['--gen-print-key'], signal)
        return printed.trim()
      }),
    )
    const osdKeyring = join(d, 'osd0', 'keyring')
    await Promise.all([
      writeFile(
        join(d, 'keyring'),
        keyringEntry('mon.', monKey, { mon: 'allow *' }) +
          clients.map((name, index) => keyringEntry(name, clientKeys[index] ?? '', everything)).join(''),
        { mode: 0o600 },
      ),
      writeFile(osdKeyring, keyringEntry('osd.0', osdKey, {}), { mode: 0o600 }),
      this.#run(
        'monmaptool',
        ['--create', '--fsid', fsid, '--addv', 'a', `[v2:127.0.0.1:${monPort}]`, join(d, 'monmap')],
        signal,
      ),
    ])

    const monArgs = ['-i', 'a', '--mon-data', join(d, 'mon')]
    const osdArgs = ['-i', '0', '--keyring', osdKeyring]
    const osdUuid = randomUUID()
    // The OSD's empty store is made while the monitor starts; it needs nothing from it but the map.
    const osdStore = this.#run(
      'ceph-osd',
      [...osdArgs, '--mkfs', '--osd-uuid', osdUuid, '--monmap', join(d, 'monmap'), '--no-mon-config'],
      signal,
    )
    osdStore.catch(() => undefined)
    await this.#run(
      'ceph-mon',
      [...monArgs, '--mkfs', '--monmap', join(d, 'monmap'), '--keyring', join(d, 'keyring')],
      signal,
    )
    this.#mon = this.#spawn('mon.a', 'ceph-mon', monArgs)
    const secret = JSON.stringify({ cephx_secret: osdKey })
    const id = await this.#whileRunning(this.#mon, signal, (both) =>
      this.#run('ceph', ['osd', 'new', osdUuid, '-i', '-'], both, secret),
    )
    if (id.trim() !== '0') throw new Error(`The first OSD of a new cluster got the id ${id.trim()}, not 0`)
    await osdStore
    this.#osd = this.#spawn('osd.0', 'ceph-osd', osdArgs)
  }

  async #startGateway(index: number, url: string, signal: AbortSignal): Promise<void> {
    const name = `client.rgw.${index + 1}`
    const gateway = this.#spawn(name, 'radosgw', ['-n', name])
    this.#gateways[index] = gateway
    await this.#whileRunning(gateway, signal, (both) => answers(`${url}/`, both))
  }

  async #createUser(user: CephUser, signal: AbortSignal): Promise<void> {
    await this.#run(
      'radosgw-admin',
      [
        ...['user', 'create', `--uid=${user.id}`, `--display-name=${user.displayName}`, `--email=${user.email}`],
        ...[`--access-key=${user.accessKeyId}`, `--secret=${user.secretAccessKey}`],
        ...(user.id === 'alice' ? ['--caps=users=*;buckets=*;roles=*;user-policy=*'] : []),
      ],
      signal,
    )
  }

  #gateway(index: number, url: string | undefined): Gateway {
    if (url === undefined) throw new RangeError(`There is no gateway ${index + 1}: they are counted from 1`)
    const daemon = (): Daemon => {
      const current = this.#gateways[index]
      if (!current?.isRunning) throw new Error(`Gateway ${index + 1} is not running`)
      return current
    }
    const running = (): Daemon | undefined => {
      const current = this.#gateways[index]
      return current?.isRunning ? current : undefined
    }
    return {
      get pid() {
        return running()?.pid
      },
      pause: () => daemon().signal('SIGSTOP'),
      resume: () => daemon().signal('SIGCONT'),
      kill: async () => {
        const current = daemon()
        current.signal('SIGKILL')
        await current.ended
      },
      start: async () => {
        if (running()) throw new Error(`Gateway ${index + 1} is running already`)
        await this.#startGateway(index, url, AbortSignal.timeout(startTimeoutMs))
      },
    }
  }

  #pids(): Record<string, number | undefined> {
    const daemons = [this.#mon, this.#osd, ...this.#gateways].filter((daemon) => daemon !== undefined)
    return Object.fromEntries(daemons.map((daemon) => [daemon.name, daemon.pid]))
  }

  #spawn(name: string, command: string, args: readonly string[]): Daemon {
    return new Daemon(name, command, ['-f', ...args], this.#env, join(this.directory, 'log', `${name}.out`))
  }

  /** Does some work that waits for the daemon, and gives it up when the daemon ends. */
  async #whileRunning<T>(daemon: Daemon, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const giveUp = new AbortController()
    const gone = daemon.ended.then(() => {
      throw new Error(`${daemon.name} ${daemon.ending}`)
    })
    try {
      return await Promise.race([work(AbortSignal.any([signal, giveUp.signal])), gone])
    } finally {
      giveUp.abort()
    }
  }

  /** Runs a program to its end and returns what it printed. */
  async #run(command: string, args: readonly string[], signal: AbortSignal, input = ''): Promise<string> {
    return await new Promise((resolve, reject) => {
      const child = execFile(command, args, { env: this.#env, signal }, (error, stdout, stderr) => {
        if (error) reject(new Error(`${command} failed: ${stderr.trim() || error.message}`, { cause: error }))
        else resolve(stdout)
      })
      // A program that ends without reading its input breaks the pipe; its exit code says what was wrong.
      child.stdin?.on('error', () => undefined)
      child.stdin?.end(input)
    })
  }

  /** Gateways first; then the OSD, which takes leave of the monitor and waits 5 s for one that has gone. */
  stop(): Promise<void> {
    this.#stopping ??= (async () => {
      await Promise.all(this.#gateways.map((gateway) => gateway?.stop(stopPatienceMs)))
      await this.#osd?.stop(stopPatienceMs)
      await this.#mon?.stop(stopPatienceMs)
      await rm(this.directory, { recursive: true, force: true, maxRetries: 3 })
      process.removeListener('exit', this.#removeAtExit)
    })()
    return this.#stopping
  }
}

/**
 * Starts a Ceph cluster with S3 gateways, in memory, as processes of this one, in a temporary directory of its own.
 *
 * Names below `localhost` (`bucket.s3.localhost`, for virtual-hosted addressing) are not resolved by Node: give the
 * request a `lookup` that answers 127.0.0.1, or send the name as `Host` to a gateway's address.
 * @throws {Error} with the ends of all logs when the cluster is not ready within 90 s.
 */
export async function startCeph(options: CephOptions = {}): Promise<Ceph> {
  const count = options.gateways ?? 1
  if (!Number.isInteger(count) || count < 1 || count > 4) {
    throw new RangeError(`gateways must be 1, 2, 3 or 4, not ${count}`)
  }
  for (let attempt = 1; ; attempt++) {
    const cluster = new Cluster(await mkdtemp(join(tmpdir(), 'tucuxi-ceph-')))
    const giveUp = new AbortController()
    try {
      return await cluster.start(options, AbortSignal.any([AbortSignal.timeout(startTimeoutMs), giveUp.signal]))
    } catch (error) {
      giveUp.abort()
      const message = error instanceof Error ? error.message : String(error)
      const logs = await logTails(cluster.directory).catch(() => '')
      await cluster.stop()
      if (attempt === 1 && bindError.test(`${message}\n${logs}`)) continue
      throw new Error(`Ceph did not start: ${message}\n${logs}`, { cause: error })
    }
  }
}
