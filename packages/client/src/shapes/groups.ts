/** Members that many operations have side by side, with the same names on the wire. */
import { element, header, string } from '../schema/index.js'
import { sseCustomerKey } from './wire.js'

/**
 * Checksums in headers. In a request they are made by the caller, and the server refuses data that do not fit; in an answer
 * they tell what is stored. A value with a hyphen is made of the checksums of the parts.
 */
export const checksumHeaders = () => ({
  /** Base64 of the 4-byte CRC-32 of the data. */
  ChecksumCRC32: header('x-amz-checksum-crc32', string),
  /** Base64 of the 4-byte CRC-32C (Castagnoli) of the data. */
  ChecksumCRC32C: header('x-amz-checksum-crc32c', string),
  /** Base64 of the 8-byte CRC-64/NVME of the data. */
  ChecksumCRC64NVME: header('x-amz-checksum-crc64nvme', string),
  /** Base64 of the 20-byte SHA-1 of the data. */
  ChecksumSHA1: header('x-amz-checksum-sha1', string),
  /** Base64 of the 32-byte SHA-256 of the data. */
  ChecksumSHA256: header('x-amz-checksum-sha256', string),
  /** Base64 of the 64-byte SHA-512 of the data. */
  ChecksumSHA512: header('x-amz-checksum-sha512', string),
  /** Base64 of the 16-byte MD5 of the data. */
  ChecksumMD5: header('x-amz-checksum-md5', string),
  /** Base64 of the 8-byte XXH64 of the data. */
  ChecksumXXHASH64: header('x-amz-checksum-xxhash64', string),
  /** Base64 of the 8-byte XXH3 (64 bits) of the data. */
  ChecksumXXHASH3: header('x-amz-checksum-xxhash3', string),
  /** Base64 of the 16-byte XXH3 (128 bits) of the data. */
  ChecksumXXHASH128: header('x-amz-checksum-xxhash128', string),
})

/** Checksums in XML, of an object or a part as it is stored. */
export const checksumElements = () => ({
  /** Base64 of the 4-byte CRC-32 of the data. */
  ChecksumCRC32: element(string),
  /** Base64 of the 4-byte CRC-32C (Castagnoli) of the data. */
  ChecksumCRC32C: element(string),
  /** Base64 of the 8-byte CRC-64/NVME of the data. */
  ChecksumCRC64NVME: element(string),
  /** Base64 of the 20-byte SHA-1 of the data. */
  ChecksumSHA1: element(string),
  /** Base64 of the 32-byte SHA-256 of the data. */
  ChecksumSHA256: element(string),
  /** Base64 of the 64-byte SHA-512 of the data. */
  ChecksumSHA512: element(string),
  /** Base64 of the 16-byte MD5 of the data. */
  ChecksumMD5: element(string),
  /** Base64 of the 8-byte XXH64 of the data. */
  ChecksumXXHASH64: element(string),
  /** Base64 of the 8-byte XXH3 (64 bits) of the data. */
  ChecksumXXHASH3: element(string),
  /** Base64 of the 16-byte XXH3 (128 bits) of the data. */
  ChecksumXXHASH128: element(string),
})

/** The key of the caller's with which the server encrypts or decrypts an object (SSE-C). */
export const sseCustomerHeaders = () => ({
  /** `AES256`; with it the object is encrypted under the key that you give here, and can be read with that key only. */
  SSECustomerAlgorithm: header('x-amz-server-side-encryption-customer-algorithm', string),
  /**
   * Your 32-byte SSE-C key; encoded as base64 for you unless `SSECustomerKeyMD5` is given as well; the server keeps no copy.
   */
  SSECustomerKey: header('x-amz-server-side-encryption-customer-key', sseCustomerKey),
  /** Base64 MD5 of the key, guarding its transmission; computed when left out. */
  SSECustomerKeyMD5: header('x-amz-server-side-encryption-customer-key-MD5', string),
})
