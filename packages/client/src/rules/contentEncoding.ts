/**
 * Removes `aws-chunked` from the encoding of an object. It names the framing of the upload and never the data that
 * arrives, but Ceph RGW and others store it with the object.
 */
export function dropAwsChunked(output: Record<string, unknown>): void {
  const encoding = output['ContentEncoding']
  if (typeof encoding !== 'string' || !encoding.includes('aws-chunked')) return
  const codings = encoding.split(',').map((coding) => coding.trim())
  const rest = codings.filter((coding) => coding !== 'aws-chunked')
  if (rest.length === codings.length) return
  if (rest.length === 0) delete output['ContentEncoding']
  else output['ContentEncoding'] = rest.join(',')
}
