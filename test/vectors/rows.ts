/** The recorded rows: what boto3 was asked, what it sent, what it was answered and what it gave back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of `fixtures/` that are replayed. */
export type RowFile =
  | 'errors'
  | 'requests'
  | 'requests-checksums'
  | 'requests-endpoints'
  | 'responses'
  | 'responses-checksums'
  | 'signatures'
  | 'validation'

/** A canned answer; the body is base64. */
export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/** The request that boto3 sent; header names in lower case, the body in base64. */
export interface ExpectedRequest {
  readonly method: string
  readonly scheme: string
  readonly host: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The exception that boto3 raised. */
export interface ExpectedError {
  readonly type: string
  readonly message: string
  readonly response?: unknown
}

/** What came of a call, and what was sent for it. */
export interface ExpectedOutcome {
  readonly result?: unknown
  readonly error?: ExpectedError
  readonly requests: number
  /** Method and target of every request. */
  readonly targets?: readonly string[]
  /** The regions that the signatures of every request name. */
  readonly auth_regions?: readonly (readonly string[])[]
}

interface AnyRow {
  readonly id: string
  readonly op: string
  readonly params: Readonly<Record<string, unknown>>
  /** Settings of the client in boto3's spelling, on top of the defaults. */
  readonly config?: Readonly<Record<string, unknown>>
  /** Seconds since 1970 at which the clock stands still. */
  readonly epoch?: number
  readonly answers?: readonly Answer[]
  readonly group?: string
  /** A place where boto3 itself is questionable: never required. */
  readonly soft?: boolean
}

/** A row about one request; where the call must fail before anything is sent it has `error` in place of `expect`. */
export interface RequestRow extends AnyRow {
  readonly expect?: ExpectedRequest
  readonly error?: ExpectedError
  /** `any`: elements of an XML body may stand in any order. */
  readonly order?: 'any'
}

/** A row about what is made of the answers. */
export interface OutcomeRow extends AnyRow {
  readonly expect: ExpectedOutcome
}

/** A row about parameters that are refused. */
export interface ValidationRow extends AnyRow {
  readonly expect: ExpectedError
}

/** A row of any file. */
export type Row = RequestRow | OutcomeRow | ValidationRow

/** Reads the rows of a file. */
export function readRows<R extends Row>(file: RowFile): R[] {
  const text = readFileSync(join(import.meta.dirname, 'fixtures', `${file}.jsonl`), 'utf8')
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as R)
}
