import { decodeForm } from '../encoding/percent.js'

/** What of a listing comes in form encoding: members of its own, and members of the entries of its lists. */
interface EncodedMembers {
  readonly members: readonly string[]
  readonly lists: readonly (readonly [list: string, member: string])[]
}

/**
 * By operation, boto3 semantics 5.5. `Prefix` of ListObjects stays as it came, and ListMultipartUploads is left alone,
 * because boto3 does so.
 */
const encoded: Readonly<Record<string, EncodedMembers>> = {
  ListObjects: {
    members: ['Delimiter', 'Marker', 'NextMarker'],
    lists: [
      ['Contents', 'Key'],
      ['CommonPrefixes', 'Prefix'],
    ],
  },
  ListObjectsV2: {
    members: ['Delimiter', 'Prefix', 'StartAfter'],
    lists: [
      ['Contents', 'Key'],
      ['CommonPrefixes', 'Prefix'],
    ],
  },
  ListObjectVersions: {
    members: ['KeyMarker', 'NextKeyMarker', 'Prefix', 'Delimiter'],
    lists: [
      ['Versions', 'Key'],
      ['DeleteMarkers', 'Key'],
      ['CommonPrefixes', 'Prefix'],
    ],
  },
}

/**
 * Decodes the keys of a listing whose encoding we asked for ourselves. Only when the answer says that it is encoded:
 * stores that ignore `encoding-type` send plain keys, in which a percent sign is a percent sign.
 */
export function decodeKeys(operationName: string, output: Record<string, unknown>): void {
  if (output['EncodingType'] !== 'url' || !Object.hasOwn(encoded, operationName)) return
  const { members, lists } = encoded[operationName]!
  for (const member of members) decodeMember(output, member)
  for (const [list, member] of lists) {
    const entries = output[list]
    if (!Array.isArray(entries)) continue
    for (const entry of entries) decodeMember(entry, member)
  }
}

function decodeMember(holder: Record<string, unknown>, member: string): void {
  const value = holder[member]
  if (typeof value === 'string') holder[member] = decodeForm(value)
}
