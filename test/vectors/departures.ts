/** The rows in which boto3's recorded behaviour and ours differ on purpose: the only exceptions. */
import type { RowFile } from './rows.js'

/** Why rows differ: departures by their numbers, or the section of the semantics page that asks for it. */
export const reasons = {
  'D-18': 'Custom endpoints are not asked for a region unless an answer names one; HeadBucket asks nobody else.',
  'D-22': 'Errors are read whatever namespace they carry.',
  'bare line breaks': 'Line breaks are escaped in every XML body, not in two operations only (boto3 semantics 3.6).',
  'signed bucket path': "With signature version 's3' the path that is sent is signed: /bucket, not /bucket/.",
} as const

/** A row that differs. */
export interface Departure {
  readonly file: RowFile
  readonly id: string
  readonly reason: keyof typeof reasons
  /** `strict`: `compat: 'strict'` brings boto3's way back, and then the row must agree. */
  readonly restoredBy: 'strict' | undefined
}

const listed = (
  file: RowFile,
  reason: keyof typeof reasons,
  restoredBy: Departure['restoredBy'],
  ids: readonly string[],
): Departure[] => ids.map((id) => ({ file, id, reason, restoredBy }))

/** Each is replayed like any other row and must differ: an entry that no longer explains anything fails. */
export const departures: readonly Departure[] = [
  ...listed('errors', 'D-18', 'strict', [
    'unknown-code-HeadObject-none',
    'timeout400-HeadObject-none',
    'errorresponse-HeadObject-none',
    'json400-HeadObject-legacy1',
    'emptyerror-HeadObject-legacy1',
    'malformed-HeadObject-standard2',
    'redirect-empty400-HeadObject-found',
    'redirect-redirect301-GetObject-found',
    'redirect-redirect301-ListObjectsV2-found',
    'redirect-redirect301-HeadBucket-found',
  ]),
  ...listed('errors', 'D-22', 'strict', ['error200-ns-CopyObject-standard2-then-ok']),
  ...listed('signatures', 'bare line breaks', 'strict', [
    'v4-http-token-PutBucketCors-33',
    'v2-aws-PutBucketTagging-21',
  ]),
  ...listed('signatures', 'signed bucket path', 'strict', [
    'v2-http-DeleteObjects-10',
    'v2-http-GetBucketAcl-26',
    'v2-http-PutBucketCors-34',
    'v2-http-token-DeleteObjects-11',
    'v2-http-token-CreateBucket-27',
    'v2-http-token-PutBucketCors-35',
  ]),
]
