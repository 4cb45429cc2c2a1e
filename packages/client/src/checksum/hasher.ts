/** Computes one checksum over bytes that arrive in any number of pieces. */
export interface Hasher {
  update(bytes: Uint8Array): void
  /** The checksum in big-endian order; called once, after the last piece. */
  digest(): Uint8Array
}

/** One step of a 32-bit CRC: the value over all bytes so far, from the value before and the next bytes. */
export type Crc32Step = (data: Uint8Array, previous: number) => number

/** A hasher over a 32-bit CRC. */
export function crc32Hasher(step: Crc32Step): Hasher {
  let value = 0
  return {
    update(bytes) {
      value = step(bytes, value)
    },
    digest() {
      return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
    },
  }
}
