/** Hashes that parameters ask for, where they are not loaded with the client. */
import { loadHash } from '../checksum/algorithms.js'
import type { Crypto } from '../platform.js'
import type { Params } from '../protocol/validate.js'

/** Loads the MD5 of SSE-C keys and the checksum that the caller named; no promise when everything is there. */
export function loadHashes(params: Params, crypto: Crypto): Promise<unknown> | undefined {
  if (crypto.load === undefined) return undefined
  const hasKey = params['SSECustomerKey'] !== undefined || params['CopySourceSSECustomerKey'] !== undefined
  const algorithm = params['ChecksumAlgorithm']
  const md5 = hasKey ? crypto.load('md5') : undefined
  const checksum = typeof algorithm === 'string' ? loadHash(algorithm, crypto) : undefined
  return md5 === undefined && checksum === undefined ? undefined : Promise.all([md5, checksum])
}
