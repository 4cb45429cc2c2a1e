/** What Node gives us. */
import { randomUUID } from 'node:crypto'
import { fstatSync, ReadStream, statSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { release } from 'node:os'
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
  language: 'js',
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
  saveTo,
  toNodeReadable,
}

/** What Node's file streams have besides their declared type. */
type FileStream = ReadStream & { readonly start?: number; readonly end?: number; readonly autoClose?: boolean }

/**
 * A file stream that nobody has read from yet: its path and range are read instead, so that it can be sent again. When it
 * was read to the end it is closed as it would have closed itself; without `autoClose` it stays open.
 */
function readStreamBody(stream: FileStream): RequestBody | undefined {
  const { path, start = 0, end = Infinity } = stream
  const untouched = stream.bytesRead === 0 && stream.readableFlowing !== true && !stream.destroyed
  // Another encoding would send other bytes than those of the file.
  if (!untouched || stream.readableEncoding !== null || !isPath(path)) return undefined
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
      if (stream.autoClose !== false) stream.destroy()
    },
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

/** Writes straight to the path; when the stream or the disk fails, the file is removed. */
async function saveTo(path: string, source: ByteStream): Promise<number> {
  let file: FileHandle
  try {
    file = await open(path, 'w')
  } catch (error) {
    source.cancel(error)
    throw error
  }
  try {
    const size = await writeAll(file, source)
    await file.close()
    return size
  } catch (error) {
    source.cancel(error)
    await file.close().catch(() => undefined)
    await rm(path, { force: true }).catch(() => undefined)
    throw error
  }
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
