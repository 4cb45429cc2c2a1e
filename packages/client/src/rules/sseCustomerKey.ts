/** Keys of SSE-C travel in base64 beside their MD5 (boto3 semantics 3.7). */
import { ParamValidationError } from '../errors/validation.js'
import type { Crypto } from '../platform.js'
import { isBytes } from '../protocol/kinds.js'
import { wrongType } from '../protocol/problems.js'
import { bytesOf } from '../protocol/scalar.js'
import type { Params } from '../protocol/validate.js'
import { toBase64 } from '../encoding/base64.js'
import type { AnyOperation } from '../schema/operation.js'

const operations = /*#__PURE__*/ new Set([
  'HeadObject',
  'GetObject',
  'PutObject',
  'CopyObject',
  'CreateMultipartUpload',
  'UploadPart',
  'UploadPartCopy',
  'CompleteMultipartUpload',
  'SelectObjectContent',
])
const copyOperations = /*#__PURE__*/ new Set(['CopyObject', 'UploadPartCopy'])

/**
 * Encodes `SSECustomerKey` and `CopySourceSSECustomerKey` and adds their MD5, each unless the caller gave the MD5: then
 * the key is sent untouched.
 * @throws {ParamValidationError} for a key that is neither text nor bytes.
 */
export function encodeSseCustomerKeys(operation: AnyOperation, params: Params, crypto: Crypto): Params {
  let rewritten = params
  if (params['SSECustomerKey'] !== undefined && operations.has(operation.name)) {
    rewritten = encodeKeyOf('SSECustomerKey', rewritten, crypto)
  }
  if (params['CopySourceSSECustomerKey'] !== undefined && copyOperations.has(operation.name)) {
    rewritten = encodeKeyOf('CopySourceSSECustomerKey', rewritten, crypto)
  }
  return rewritten
}

function encodeKeyOf(name: string, params: Params, crypto: Crypto): Params {
  const md5Name = name + 'MD5'
  if (params[md5Name] !== undefined) return params
  const key = params[name]
  if (typeof key !== 'string' && !isBytes(key)) {
    throw new ParamValidationError(wrongType(name, key, 'string, Uint8Array', true))
  }
  const bytes = bytesOf(key)
  const md5 = crypto.createHash('md5')
  md5.update(bytes)
  return { ...params, [name]: toBase64(bytes), [md5Name]: toBase64(md5.digest()) }
}
