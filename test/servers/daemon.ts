import { spawn, type ChildProcess } from 'node:child_process'
import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const alive = new Set<Daemon>()

// A process that ends without stopping its daemons takes them along.
process.on('exit', () => {
  for (const daemon of alive) daemon.signal('SIGKILL')
})

/**
 * `setpriv --pdeathsig` becomes the program it starts (same pid), which the kernel then ends together with the process
 * that spawned it: also when that one is killed and has no chance to clean up. Linux only; elsewhere the program itself.
 */
function boundToThisProcess(command: string, args: readonly string[]): [string, readonly string[]] {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    try {
      accessSync(join(folder, 'setpriv'), constants.X_OK)
      return ['setpriv', ['--pdeathsig', 'KILL', command, ...args]]
    } catch {
      continue
    }
  }
  return [command, args]
}

/** A program that runs in the foreground until it is told to stop; this process owns and reaps it. */
export class Daemon {
  readonly name: string
  readonly #process: ChildProcess
  readonly #ended: Promise<void>
  #failure: Error | undefined

  /**
   * Starts the program.
   * @param outputFile - Takes what the program writes to its standard output and error.
   */
  constructor(name: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv, outputFile: string) {
    this.name = name
    const output = openSync(outputFile, 'a', 0o600)
    const [program, words] = boundToThisProcess(command, args)
    // Its own session: Ctrl-C reaches only this process, which then stops the daemons in order.
    this.#process = spawn(program, words, { stdio: ['ignore', output, output], env, detached: true })
    closeSync(output)
    alive.add(this)
    this.#ended = new Promise((resolve) => {
      const end = (): void => {
        alive.delete(this)
        resolve()
      }
      this.#process.once('exit', end)
      this.#process.once('error', (error) => {
        this.#failure = error
        end()
      })
    })
  }

  get pid(): number | undefined {
    return this.#process.pid
  }

  get isRunning(): boolean {
    return alive.has(this)
  }

  /** Resolves when the program has ended and was reaped. */
  get ended(): Promise<void> {
    return this.#ended
  }

  /** How the program ended, in words. */
  get ending(): string {
    if (this.#failure) return this.#failure.message
    return `ended with ${this.#process.signalCode ?? `exit code ${this.#process.exitCode}`}`
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.#process.kill(signal)
  }

  /** TERM, and KILL if the program is still there after `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.signal('SIGTERM')
    // A paused program takes the signal only when it goes on.
    this.signal('SIGCONT')
    const kill = setTimeout(() => this.signal('SIGKILL'), patienceMs)
    await this.#ended
    clearTimeout(kill)
  }
}
