/** One test for each row of a file. */
import { isBotoCoreError, isClientError } from '@tucuxi/client/errors/guards'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { compareErrors, compareOutcomes, compareRefusals, type Outcome } from './compareOutcome.js'
import { compareRequest } from './compareRequest.js'
import { departures } from './departures.js'
import { replay } from './replay.js'
import { type OutcomeRow, readRows, type RequestRow, type Row, type RowFile, type ValidationRow } from './rows.js'
import { ScriptedServer } from './scriptedServer.js'

/**
 * Replays a file and compares each row; listed departures must differ, and agree where an option restores boto3's way;
 * soft rows are only counted. */
function replayFile<R extends Row>(file: RowFile, compare: (row: R, outcome: Outcome) => string[]): void {
  const rows = readRows<R>(file)
  const departureOf = (row: R) => departures.find((entry) => entry.file === file && entry.id === row.id)

  describe(file, () => {
    let server: ScriptedServer
    beforeAll(async () => {
      server = await ScriptedServer.start()
      // The waits before retries are chance times a factor (boto3 semantics 7): here they are nothing.
      vi.spyOn(Math, 'random').mockReturnValue(0)
    })
    afterAll(async () => {
      vi.restoreAllMocks()
      await server.stop()
    })

    for (const row of rows.filter(({ soft }) => soft !== true)) {
      const departure = departureOf(row)
      test(departure === undefined ? row.id : `${row.id} (${departure.reason})`, async () => {
        const differences = compare(row, await replay(row, server))
        if (departure === undefined) return expect(differences).toEqual([])
        expect(differences, 'agrees with boto3: the entry in departures.ts is out of date').not.toEqual([])
        if (departure.restoredBy === undefined) return
        expect(compare(row, await replay(row, server, departure.restoredBy)), 'restored').toEqual([])
      })
    }

    const soft = rows.filter((row) => row.soft === true)
    if (soft.length === 0) return
    test('soft rows end in a result or in an error of ours', async () => {
      const disagreeing: string[] = []
      for (const row of soft) {
        const outcome = await replay(row, server)
        const isOurs = outcome.error === undefined || isClientError(outcome.error) || isBotoCoreError(outcome.error)
        expect(isOurs, `${row.id}: ${String(outcome.error)}`).toBe(true)
        if (compare(row, outcome).length > 0) disagreeing.push(row.id)
      }
      const agreeing = soft.length - disagreeing.length
      console.log(`${file}: ${agreeing} of ${soft.length} soft rows agree with boto3; not: ${disagreeing.join(' ')}`)
    })
  })
}

/** Replays rows about the one request that a call sends. */
export function replayRequests(file: RowFile): void {
  replayFile<RequestRow>(file, (row, outcome) => {
    if (row.expect === undefined) {
      const sent = outcome.requests.length > 0 ? ['a request was sent'] : []
      return row.error === undefined ? sent : [...sent, ...compareErrors(row.error, outcome.error ?? outcome.result)]
    }
    const [request, ...others] = outcome.requests
    if (request === undefined) return [`nothing was sent: ${String(outcome.error)}`]
    const failure = others.length > 0 ? [`${others.length} more requests: ${String(outcome.error)}`] : []
    return [...failure, ...compareRequest(row, row.expect, request)]
  })
}

/** Replays rows about results and errors. */
export function replayOutcomes(file: RowFile): void {
  replayFile<OutcomeRow>(file, (row, outcome) => compareOutcomes(row.expect, outcome))
}

/** Replays rows about parameters that are refused. */
export function replayRefusals(file: RowFile): void {
  replayFile<ValidationRow>(file, (row, outcome) =>
    compareRefusals(/-type-(.+)-[a-z]+$/.exec(row.id)?.[1], row.expect, outcome),
  )
}
