import { slicingCrc32, slicingTables } from './slicing.js'

let tables: Int32Array | undefined

/** CRC-32C (Castagnoli, RFC 9260 appendix A), continuing from `previous`. The tables are made at the first call. */
export function crc32c(data: Uint8Array, previous: number): number {
  tables ??= slicingTables(0x82f63b78)
  return slicingCrc32(tables, data, previous)
}
