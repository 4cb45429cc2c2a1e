import type { Hasher } from './hasher.js'

/** The polynomial of the NVM Express base specification, reflected: 0x9a6c9329ac4bc9b5. */
const polynomialHigh = 0x9a6c9329 | 0
const polynomialLow = 0xac4bc9b5 | 0

interface Tables {
  readonly high: Int32Array
  readonly low: Int32Array
}

let tables: Tables | undefined

/** Eight tables of 256 values of 64 bits, each value in two halves: table k belongs to a byte followed by k zero bytes. */
function makeTables(): Tables {
  const high = new Int32Array(2048)
  const low = new Int32Array(2048)
  for (let byte = 0; byte < 256; byte++) {
    let h = 0
    let l = byte
    for (let bit = 0; bit < 8; bit++) {
      const odd = l & 1
      l = (l >>> 1) | (h << 31)
      h >>>= 1
      if (odd) {
        h ^= polynomialHigh
        l ^= polynomialLow
      }
    }
    high[byte] = h
    low[byte] = l
  }
  for (let at = 256; at < 2048; at++) {
    const h = high[at - 256]!
    const l = low[at - 256]!
    high[at] = high[l & 255]! ^ (h >>> 8)
    low[at] = low[l & 255]! ^ ((l >>> 8) | (h << 24))
  }
  return { high, low }
}

/** CRC-64/NVME: bits reflected, all ones before and after. The tables (16 KiB) are made at the first use. */
export function crc64nvmeHasher(): Hasher {
  const { high: th, low: tl } = (tables ??= makeTables())
  let high = -1
  let low = -1
  return {
    update(data) {
      const end = data.length
      let h = high
      let l = low
      let i = 0
      for (const last = end - 7; i < last; i += 8) {
        l ^= data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24)
        h ^= data[i + 4]! | (data[i + 5]! << 8) | (data[i + 6]! << 16) | (data[i + 7]! << 24)
        const a = 1792 + (l & 255)
        const b = 1536 + ((l >>> 8) & 255)
        const c = 1280 + ((l >>> 16) & 255)
        const d = 1024 + (l >>> 24)
        const e = 768 + (h & 255)
        const f = 512 + ((h >>> 8) & 255)
        const g = 256 + ((h >>> 16) & 255)
        const k = h >>> 24
        h = th[a]! ^ th[b]! ^ th[c]! ^ th[d]! ^ th[e]! ^ th[f]! ^ th[g]! ^ th[k]!
        l = tl[a]! ^ tl[b]! ^ tl[c]! ^ tl[d]! ^ tl[e]! ^ tl[f]! ^ tl[g]! ^ tl[k]!
      }
      for (; i < end; i++) {
        const at = (l ^ data[i]!) & 255
        l = ((l >>> 8) | (h << 24)) ^ tl[at]!
        h = (h >>> 8) ^ th[at]!
      }
      high = h
      low = l
    },
    digest() {
      const value = new DataView(new ArrayBuffer(8))
      value.setInt32(0, ~high)
      value.setInt32(4, ~low)
      return new Uint8Array(value.buffer)
    },
  }
}
