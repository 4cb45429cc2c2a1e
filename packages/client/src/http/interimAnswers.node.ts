/** Interim answers that undici does not take. */
import type { Socket } from 'node:net'

const mark = 'HTTP/1.1 1'
/** Where the class of the status stands, and `1` of the interim ones. */
const at = mark.length - 1
const interim = 0x31

/**
 * Drops interim answers before undici's parser sees them: it takes an unasked `100 Continue` for a broken server, while a
 * client has to be able to read any number of them (RFC 9110, 15.2). Only the bytes of an awaited head are looked at.
 * @param onDropped - An interim answer is a sign of life.
 */
export function dropInterimAnswers(socket: Socket, awaitsHead: () => boolean, onDropped: () => void): void {
  const read = socket.read.bind(socket) as (size?: number) => Buffer | null
  let held: Buffer | undefined
  socket.read = (size?: number) => {
    // Node itself calls read(0) to fill its buffer; that takes nothing out.
    if (size === 0) return read(0)
    for (;;) {
      let chunk = read(size)
      if (chunk === null || !awaitsHead()) return chunk
      if (held === undefined && chunk.length > at && chunk[at] !== interim) return chunk
      if (held !== undefined) {
        chunk = Buffer.concat([held, chunk])
        held = undefined
      }
      for (;;) {
        const start = chunk.toString('latin1', 0, mark.length)
        if (chunk.length > 0 && !mark.startsWith(start)) return chunk
        const end = start === mark ? chunk.indexOf('\r\n\r\n') : -1
        if (end < 0) break
        chunk = chunk.subarray(end + 4)
        onDropped()
      }
      if (chunk.length > 0) held = chunk
    }
  }
}
