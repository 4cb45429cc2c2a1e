/** `CopySource` becomes the text of its header (boto3 semantics 3.7). */
import { ParamValidationError } from '../errors/validation.js'
import { isRecord } from '../protocol/kinds.js'
import { wrongType } from '../protocol/problems.js'
import type { Params } from '../protocol/validate.js'
import { encodeKey } from '../encoding/percent.js'
import { isAccessPointArn } from './bucketName.js'

const versionMark = '?versionId='

/**
 * Encodes a source given as `bucket/key[?versionId=id]` or as `{ Bucket, Key, VersionId? }`. Text is encoded always, so a
 * source that was encoded before is encoded twice, and a question mark in a key is safe. The version id stays as it is.
 * Values of other types are left to validation.
 * @throws {ParamValidationError} when the object lacks `Bucket` or `Key`, or they are not text.
 */
export function encodeCopySource(params: Params): Params {
  const source = params['CopySource']
  if (typeof source === 'string') return { ...params, CopySource: fromText(source) }
  if (isRecord(source)) return { ...params, CopySource: fromParts(source) }
  return params
}

function fromText(source: string): string {
  const at = source.indexOf(versionMark, afterLastBlank(source))
  if (at === -1 || at + versionMark.length === source.length) return encodeKey(source)
  return encodeKey(source.slice(0, at)) + source.slice(at)
}

// A pattern for all that is not blank before the end would try again at every mark.
function afterLastBlank(text: string): number {
  let at = text.length
  while (at > 0 && !/\s/.test(text[at - 1]!)) at -= 1
  return at
}

function fromParts(source: Params): string {
  const bucket = textOf(source, 'Bucket')
  const key = textOf(source, 'Key')
  const path = encodeKey(isAccessPointArn(bucket) ? `${bucket}/object/${key}` : `${bucket}/${key}`)
  const version = source['VersionId']
  // boto3 lets None pass here.
  if (version === undefined || version === null) return path
  if (typeof version !== 'string') {
    throw new ParamValidationError(wrongType('CopySource.VersionId', version, 'string', false))
  }
  return `${path}?versionId=${version}`
}

function textOf(source: Params, name: string): string {
  const value = source[name]
  if (value === undefined) throw new ParamValidationError(`Missing required parameter: '${name}'`)
  if (typeof value !== 'string') {
    throw new ParamValidationError(wrongType(`CopySource.${name}`, value, 'string', false))
  }
  return value
}
