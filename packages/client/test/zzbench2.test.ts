import { test } from 'vitest'
import * as operations from '../src/operations/index.js'
import { parseOutput } from '../src/protocol/parse.js'
import { parseTimestamp } from '../src/protocol/values.js'
import { decodeReferences, utf8Text, readStructure } from '../src/protocol/xml.js'
import { layoutOf } from '../src/schema/index.js'
let page = '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>abc</NextContinuationToken>'
for (let i = 0; i < 1000; i++) page += `<Contents><Key>logs/2026/11/22/host-${i}/some-file-name-${i}.json.gz</Key><LastModified>2026-11-22T08:${String(i % 60).padStart(2, '0')}:11.123Z</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8${String(i).padStart(4, '0')}&quot;</ETag><Size>${i * 977}</Size><StorageClass>STANDARD</StorageClass><Owner><ID>75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a</ID><DisplayName>alice</DisplayName></Owner></Contents>`
page += '</ListBucketResult>'
const bytes = new TextEncoder().encode(page)
test('bench', () => {
  const op: any = operations.listObjectsV2
  const time = (f: () => unknown, n: number) => { for (let i = 0; i < n / 2; i++) f(); const t = process.cpuUsage(); for (let i = 0; i < n; i++) f(); const u = process.cpuUsage(t); return (u.user + u.system) / 1000 / n }
  const s = '&quot;d41d8cd98f00b204e9800998ecf80000&quot;'
  console.log({
    total: time(() => parseOutput(op, { status: 200, headers: {} }, bytes, []), 100),
    decode: time(() => utf8Text(bytes), 100),
    plain: time(() => new TextDecoder().decode(bytes), 100),
    ts: time(() => { for (let i = 0; i < 1000; i++) parseTimestamp('2026-11-22T08:11:11.123Z') }, 100),
    refs: time(() => { for (let i = 0; i < 1000; i++) decodeReferences(s) }, 100),
    int: time(() => { for (let i = 0; i < 1000; i++) if (/^\s*[+-]?\d+\s*$/.test('1234' + i)) Number('1234') }, 100),
    layouts: time(() => { for (let i = 0; i < 2000; i++) layoutOf(op.output) }, 100),
  })
})
