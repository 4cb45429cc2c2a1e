import { readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import * as operations from '../src/operations/index.js'
import { checkSuccessBody, parseOutput, payloadKind, successMetadata } from '../src/protocol/parse.js'
import { parseError } from '../src/protocol/errorBody.js'
import { decodeEvents } from '../src/protocol/eventStream.js'
import { finishOutput } from '../src/rules/response.js'
import { clientError } from '../src/errors/exceptions.js'
import { streamOf } from '../src/http/byteStream.js'
import { layoutOf } from '../src/schema/index.js'

const rows = (f: string) => readFileSync(`/work/shared/vectors/${f}.jsonl`, 'utf8').trim().split('\n').map((l) => JSON.parse(l))
const ops: Record<string, any> = {}
for (const o of Object.values(operations) as any[]) ops[o.name] = o

async function run(op: any, params: any, a: any): Promise<any> {
  const headers: Record<string, string> = {}
  for (const [n, v] of a.headers) headers[n.toLowerCase()] = v
  const body = new Uint8Array(Buffer.from(a.body || '', 'base64'))
  let status = a.status
  const warnings: string[] = []
  if (status < 300) {
    if (checkSuccessBody(op, body) === 'ok') {
      try {
        let out: any = await parseOutput(op, { status, headers }, body, warnings)
        const kind = payloadKind(op)
        const p = op.output && layoutOf(op.output).payload
        if (kind === 'stream') out[p!.key] = { $stream: Buffer.from(body).toString('base64') }
        if (kind === 'events') {
          const evs: any[] = []
          for await (const e of decodeEvents(streamOf([body.slice(0, 5), body.slice(5)]), p!.value as any, op.name, (d, q) => crc32(d, q))) evs.push(e)
          out[p!.key] = { $events: evs }
        }
        out = finishOutput(op, { addedEncodingType: op.name.startsWith('ListObject') && !params.EncodingType }, out)
        return { result: { ...out, ResponseMetadata: successMetadata({ status, headers }) }, warnings }
      } catch (e: any) {
        if (e.name !== 'ResponseParserError') throw e
      }
    }
    status = 500
  }
  const r = await parseError(op, { status, headers, reason: '' }, body)
  const e = clientError(r, op.name)
  return { error: { type: e.name, message: e.message, response: r } }
}
function tag(v: any): any {
  if (v instanceof Date) return { $date: v.toISOString() }
  if (v instanceof Uint8Array) return { $b64: Buffer.from(v).toString('base64') }
  if (Array.isArray(v)) return v.map(tag)
  if (v && typeof v === 'object') return Object.fromEntries(Object.entries(v).map(([k, x]) => [k, tag(x)]))
  return v
}
test.each(['responses', 'errors'])('%s', async (f) => {
  const bad: any[] = []
  let n = 0
  for (const r of rows(f)) {
    if (r.group === 'redirect') continue
    n += 1
    const want = structuredClone(r.expect)
    const answer = r.answers.at(Math.min((want.requests ?? 1), r.answers.length) - 1)
    let got: any
    try { got = tag(await run(ops[r.op], r.params, answer)) } catch (e: any) { got = { thrown: String(e.stack) } }
    if (want.error) {
      delete want.error.response.ResponseMetadata.MaxAttemptsReached
      want.error.response.ResponseMetadata.RetryAttempts = 0
      want.error.message = want.error.message.replace(/ \(reached max retries: \d+\)/, '')
    } else want.result.ResponseMetadata.RetryAttempts = 0
    try {
      expect(got.result ?? got.error ?? got).toEqual(want.result ?? want.error)
    } catch (e: any) { bad.push([r.id, r.soft, e.message.slice(0, 1500)]) }
    if (got.warnings?.length) console.log(r.id, got.warnings)
  }
  console.log(f, n, 'bad', bad.length)
  for (const b of bad.slice(0, 25)) console.log(...b)
})
