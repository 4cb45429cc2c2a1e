/**
 * CRCs of 32 bits, bits reflected, all ones before and after, eight bytes at a time ("slicing by 8"): table k, at
 * offset 256 k, holds the CRC of every byte followed by k zero bytes, so that eight look-ups replace eight dependent steps.
 */

/** The tables of a polynomial given in reflected form: 8 KiB. */
export function slicingTables(polynomial: number): Int32Array {
  const tables = new Int32Array(2048)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ polynomial : value >>> 1
    tables[byte] = value
  }
  for (let at = 256; at < 2048; at++) {
    const value = tables[at - 256]!
    tables[at] = tables[value & 255]! ^ (value >>> 8)
  }
  return tables
}

/** The CRC of `data`, continuing from `previous`; 0 at the beginning. */
export function slicingCrc32(tables: Int32Array, data: Uint8Array, previous: number): number {
  const t = tables
  const end = data.length
  let crc = ~previous
  let i = 0
  for (const last = end - 7; i < last; i += 8) {
    crc ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24)
    crc =
      t[1792 + (crc & 255)]! ^
      t[1536 + ((crc >>> 8) & 255)]! ^
      t[1280 + ((crc >>> 16) & 255)]! ^
      t[1024 + (crc >>> 24)]! ^
      t[768 + data[i + 4]!]! ^
      t[512 + data[i + 5]!]! ^
      t[256 + data[i + 6]!]! ^
      t[data[i + 7]!]!
  }
  for (; i < end; i++) crc = t[(crc ^ data[i]!) & 255]! ^ (crc >>> 8)
  return ~crc >>> 0
}
