/** Every request of the recorded rows, as it arrives, carries a signature that a server would accept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replay } from './replay.js'
import { readRows, type RequestRow, type RowFile } from './rows.js'
import { ScriptedServer, type ReceivedRequest } from './scriptedServer.js'
import { signatureProblems } from './verifySignature.js'

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

let server: ScriptedServer
beforeAll(async () => {
  server = await ScriptedServer.start()
})
afterAll(() => server.stop())

const isV4 = ({ config }: RequestRow) => !['s3', 'UNSIGNED'].includes(String(config?.signature_version))

describe('signatures of what arrives', () => {
  test.each(['requests', 'requests-checksums', 'requests-endpoints', 'signatures'] satisfies RowFile[])(
    'in the rows of %s',
    async (file) => {
      const refused: [string, string[]][] = []
      for (const row of readRows<RequestRow>(file).filter((candidate) => candidate.expect && isV4(candidate))) {
        const { requests } = await replay(row, server)
        const problems = requests.flatMap((request) => signatureProblems(request, secret))
        if (requests.length === 0 || problems.length > 0) refused.push([row.id, problems])
      }
      expect(refused).toEqual([])
    },
  )

  test('a request that was changed on its way is refused', async () => {
    const [row] = readRows<RequestRow>('signatures').filter(({ id }) => id === 'v4-http-ListObjectsV2-8')
    if (row === undefined) throw new Error('no row')
    const [request] = (await replay(row, server)).requests
    if (request === undefined) throw new Error('no request')
    const changes: ReceivedRequest[] = [
      { ...request, method: 'DELETE' },
      { ...request, target: request.target.replace('max-keys=1', 'max-keys=2') },
      { ...request, target: `/x${request.target}` },
      { ...request, body: Buffer.from('x') },
      { ...request, headers: [...request.headers, ['x-amz-acl', 'public-read']] },
      { ...request, headers: request.headers.map(([name, value]) => [name, name === 'host' ? 'other' : value]) },
    ]
    expect(signatureProblems(request, secret)).toEqual([])
    expect(signatureProblems(request, `${secret}x`)).not.toEqual([])
    for (const changed of changes) expect(signatureProblems(changed, secret)).not.toEqual([])
  })
})
