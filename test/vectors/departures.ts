/** The rows that boto3's recorded behaviour and a deliberate departure of ours decide differently: the only exceptions. */
import type { RowFile } from './rows.js'

/** The departures that rows may be explained by, as in the table of departures (boto3 semantics 13). */
export const departureNames = {} as const

/** A row that must differ, and why. */
export interface Departure {
  readonly file: RowFile
  readonly id: string
  readonly departure: keyof typeof departureNames
  readonly why: string
}

/** Each listed row is replayed like any other and must differ from boto3: an entry that no longer explains anything fails. */
export const departures: readonly Departure[] = []
