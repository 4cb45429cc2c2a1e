/** What callers may give as a body (boto3 semantics 3.5). */

/**
 * A source that can be read again, like a Python file object. It is read from where it stands, and put back there before
 * it is read again (D-08). It is never closed (D-34).
 */
export interface SeekableSource {
  /** At most `size` bytes from the current position; nothing, or an empty piece, at the end. */
  read(size?: number): SourcePiece | Promise<SourcePiece>
  /** Moves to `offset`, counted from the start. */
  seek(offset: number): unknown
  /** The current position; a source without it is taken to stand at its start. */
  tell?(): number | Promise<number>
  /** Size of the whole source in bytes; without it, `ContentLength` tells how much follows. */
  readonly size?: number | (() => number | Promise<number>) | undefined
}

/** One piece of a source; text is sent as UTF-8. */
export type SourcePiece = Uint8Array | string | null | undefined

/** Bodies of uploads: bytes, text (sent as UTF-8), files, and streams of either kind. */
export type BodyInput =
  | string
  | Uint8Array
  | ArrayBuffer
  | ArrayBufferView
  | Blob
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>
  | SeekableSource
