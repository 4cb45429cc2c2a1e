/** What Node gives us. */
import { randomBytes, randomUUID } from 'node:crypto'
import { fstatSync, ReadStream, statSync } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { release } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { nodeCrypto } from './crypto.node.js'
import type { ByteStream, RequestBody } from './http/types.js'
import type { Platform } from './platform.js'

/** How much of a file is read at once. */
const readSize = 262_144
/** How much is gathered before it is written to a file. */
const writeSize = 1_048_576

/** Node: undici, `node:crypto`, files. */
export const nodePlatform: Platform = {
  crypto: nodeCrypto,
  get os() {
    return `${process.platform}#${release()}`
  },
  language: 'js#ES2022',
  get runtime() {
    return `nodejs#${process.versions.node}`
  },
  sendsDate: true,
  now: () => Date.now(),
  uuid: () => randomUUID(),
  async createTransport(options) {
    const { createUndiciTransport } = await import('./http/undici.js')
    return createUndiciTransport(options)
  },
  openBody(input) {
    if (input instanceof ReadStream) return readStreamBody(input)
    return isFileHandle(input) ? fileHandleBody(input) : undefined
  },
  releaseBody(input) {
    // Its descriptor is a bare number, which no garbage collection closes; a stream that was read closes it by itself.
    if (input instanceof ReadStream && isUntouched(input) && (input as FileStream).autoClose !== false) input.destroy()
  },
  saveTo,
  toNodeReadable,
}

/** What Node's file streams have besides their declared type. */
type FileStream = ReadStream & {
  readonly fd?: number | null
  readonly start?: number
  readonly end?: number
  readonly autoClose?: boolean
}

/** Nobody has read from the stream yet, nor asked to be told of its data. */
function isUntouched(stream: ReadStream): boolean {
  return stream.bytesRead === 0 && stream.readableFlowing === null && !stream.destroyed
}

/** A file stream that nobody has read from yet: its path and range are read instead, so that it can be sent again. */
function readStreamBody(stream: FileStream): RequestBody | undefined {
  const { path, start = 0, end = Infinity } = stream
  // Another encoding would send other bytes than those of the file.
  if (!isUntouched(stream) || stream.readableEncoding !== null || !isPath(path) || !isOpenOn(stream, path)) {
    return undefined
  }
  const size = sizeOf(() => statSync(path))
  if (size === undefined) return undefined
  const length = Math.max(0, Math.min(size, end + 1) - start)
  return {
    length,
    bytes: undefined,
    replayable: true,
    async *chunks() {
      const file = await open(path)
      try {
        yield* readRange(file, start, length)
      } finally {
        await file.close()
      }
    },
  }
}

/** Whether a stream that is open already reads the file at its path: the option `fd` wins over the path. */
function isOpenOn(stream: FileStream, path: string | Buffer): boolean {
  if (typeof stream.fd !== 'number') return true
  try {
    const [opened, named] = [fstatSync(stream.fd), statSync(path)]
    return opened.dev === named.dev && opened.ino === named.ino
  } catch {
    return false
  }
}

/** An open file is sent from its beginning, whatever its position, and left open. */
function fileHandleBody(file: FileHandle): RequestBody | undefined {
  const length = sizeOf(() => fstatSync(file.fd))
  if (length === undefined) return undefined
  return { length, bytes: undefined, replayable: true, chunks: () => readRange(file, 0, length) }
}

function isPath(path: unknown): path is string | Buffer {
  return typeof path === 'string' || Buffer.isBuffer(path)
}

function isFileHandle(input: object): input is FileHandle {
  if (!('fd' in input && typeof input.fd === 'number')) return false
  return 'stat' in input && typeof input.stat === 'function' && 'read' in input && typeof input.read === 'function'
}

/** The size of a regular file; `undefined` for pipes and devices, and when it cannot be told. */
function sizeOf(stat: () => { isFile(): boolean; readonly size: number }): number | undefined {
  try {
    const stats = stat()
    return stats.isFile() ? stats.size : undefined
  } catch {
    return undefined
  }
}

async function* readRange(
  file: FileHandle,
  start: number,
  length: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  let position = start
  const end = start + length
  while (position < end) {
    const piece = Buffer.allocUnsafeSlow(Math.min(readSize, end - position))
    const { bytesRead } = await file.read(piece, 0, piece.length, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}

/**
 * Writes to a new file beside the target, which takes the target's place once it is complete (boto3 semantics 10.6). Devices,
 * FIFOs and sockets are written in place. When the stream or the disk fails, what was there before is still there.
 */
async function saveTo(path: string, source: ByteStream): Promise<number> {
  try {
    const existing = await statusOf(path)
    if (!(existing?.isFile() ?? isFileName(path))) return await writeTo(await open(path, 'w'), source)
    const temporary = temporaryName(path)
    // A file that others may not read does not become readable by being replaced.
    const file = await open(temporary, 'wx', existing && existing.mode & 0o777)
    try {
      const size = await writeTo(file, source)
      await rename(temporary, path)
      return size
    } catch (error) {
      await rm(temporary, { force: true }).catch(() => undefined)
      throw error
    }
  } catch (error) {
    source.cancel(error)
    throw error
  }
}

/** What is at the path; `undefined` when nothing is. */
async function statusOf(path: string) {
  try {
    return await stat(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** An empty path, or one that ends like a directory's, fails when it is opened, before anything is read. */
function isFileName(path: string): boolean {
  return basename(path) !== '' && !/[\\/]$/.test(path)
}

/** A name of its own in the same directory; names have at most 255 bytes. */
function temporaryName(path: string): string {
  let name = basename(path)
  while (Buffer.byteLength(name) > 246) name = name.slice(0, -1)
  return join(dirname(path), `${name}.${randomBytes(4).toString('hex')}`)
}

async function writeTo(file: FileHandle, source: ByteStream): Promise<number> {
  let size: number
  try {
    size = await writeAll(file, source)
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  return size
}

async function writeAll(file: FileHandle, source: ByteStream): Promise<number> {
  const buffer = Buffer.allocUnsafeSlow(writeSize)
  let filled = 0
  let size = 0
  const flush = async () => {
    for (let at = 0; at < filled;) at += (await file.write(buffer, at, filled - at)).bytesWritten
    size += filled
    filled = 0
  }
  for (;;) {
    let piece = await source.read()
    if (piece === undefined) break
    while (piece.length > 0) {
      const part: Uint8Array = piece.subarray(0, writeSize - filled)
      buffer.set(part, filled)
      filled += part.length
      piece = piece.subarray(part.length)
      if (filled === writeSize) await flush()
    }
  }
  await flush()
  return size
}

function toNodeReadable(source: ByteStream): Readable {
  return new Readable({
    highWaterMark: 65_536,
    read() {
      source.read().then(
        (piece) => this.push(piece ?? null),
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      )
    },
    destroy(error, callback) {
      source.cancel(error)
      callback(error)
    },
  })
}
