/** Lines of bytes, as Python splits them. */
import { joinBytes } from './byteStream.js'

const lf = 10
const cr = 13

/** Cuts bytes that arrive in any pieces into lines. */
export class LineSplitter {
  readonly #keepEnds: boolean
  readonly #onlyLf: boolean
  #parts: Uint8Array[] = []
  /** The last piece ended with a CR: whether an LF belongs to it is seen with the next byte. */
  #afterCr = false

  /**
   * @param onlyLf - Lines end with LF alone, as those of a Python file object; otherwise with LF, CR or CR LF, as those of
   * `bytes.splitlines`.
   */
  constructor(keepEnds: boolean, onlyLf: boolean) {
    this.#keepEnds = keepEnds
    this.#onlyLf = onlyLf
  }

  /** The lines that are complete with this piece. */
  push(piece: Uint8Array): Uint8Array[] {
    const lines: Uint8Array[] = []
    let start = 0
    let at = 0
    if (this.#afterCr && piece.length > 0) {
      this.#afterCr = false
      if (piece[0] === lf) at = start = 1
      lines.push(this.#take(piece.subarray(0, start), start + 1))
    }
    for (; at < piece.length; at++) {
      const byte = piece[at]
      if (byte !== lf && (byte !== cr || this.#onlyLf)) continue
      let end = at + 1
      if (byte === cr) {
        if (end === piece.length) {
          this.#afterCr = true
          break
        }
        if (piece[end] === lf) end++
      }
      lines.push(this.#take(piece.subarray(start, end), end - at))
      start = end
      at = end - 1
    }
    if (start < piece.length) this.#parts.push(piece.subarray(start))
    return lines
  }

  /** The line that ends with the bytes, if there is one. */
  end(): Uint8Array | undefined {
    if (this.#parts.length === 0) return undefined
    return this.#take(new Uint8Array(0), this.#afterCr ? 1 : 0)
  }

  #take(last: Uint8Array, endLength: number): Uint8Array {
    this.#parts.push(last)
    const line = joinBytes(this.#parts)
    this.#parts = []
    return this.#keepEnds ? line : line.subarray(0, line.length - endLength)
  }
}
