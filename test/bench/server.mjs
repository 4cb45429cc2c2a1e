// A server that costs as little as possible: it answers every request on a connection with prepared bytes, by its path.
// Bodies of requests are skipped by their Content-Length. Run as a child process; sends its port to the parent.
import { createServer } from 'node:net'

const xml = (count) =>
  '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bench</Name>' +
  `<Prefix></Prefix><KeyCount>${count}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated><EncodingType>url</EncodingType>` +
  Array.from(
    { length: count },
    (_, i) =>
      `<Contents><Key>logs/2026/11/22/server-${i}/part-${String(i).padStart(8, '0')}.json.gz</Key>` +
      '<LastModified>2026-11-22T03:04:05.678Z</LastModified><ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag>' +
      `<Size>${1000 + i}</Size><StorageClass>STANDARD</StorageClass>` +
      '<Owner><ID>alice</ID><DisplayName>Alice</DisplayName></Owner></Contents>',
  ).join('') +
  '</ListBucketResult>'

function answer(body, headers = '') {
  const head =
    'HTTP/1.1 200 OK\r\nx-amz-request-id: tx00000000000000000001\r\nETag: "d41d8cd98f00b204e9800998ecf8427e"\r\n' +
    `Last-Modified: Sun, 22 Nov 2026 03:04:05 GMT\r\nContent-Type: binary/octet-stream\r\n${headers}`
  return Buffer.concat([Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n`), body])
}

const page = answer(Buffer.from(xml(1000)))
const object = answer(Buffer.alloc(1024, 'x'))
const empty = answer(Buffer.alloc(0))
const headOnly = object.subarray(0, object.length - 1024)

const server = createServer((socket) => {
  let skip = 0
  let rest = ''
  socket.setNoDelay(true)
  socket.on('error', () => socket.destroy())
  socket.on('data', (data) => {
    let at = 0
    for (;;) {
      if (skip > 0) {
        const step = Math.min(skip, data.length - at)
        skip -= step
        at += step
        if (skip > 0) return
        socket.write(empty)
      }
      if (at >= data.length) return
      rest += data.latin1Slice(at)
      at = data.length
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return
      const head = rest.slice(0, end)
      const body = rest.length - end - 4
      rest = ''
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (length > body) skip = length - body
      else if (head.startsWith('GET')) socket.write(head.includes('list-type=2') ? page : object)
      else socket.write(head.startsWith('HEAD') ? headOnly : empty)
    }
  })
})
server.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
process.on('disconnect', () => process.exit())
