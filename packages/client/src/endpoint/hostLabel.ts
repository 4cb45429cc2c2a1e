/** What may stand in a host name (boto3 semantics 1.5, 2.3, 2.4). */

const label = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/

/** One label of a host name: letters, digits and inner hyphens, at most 63. */
export function isHostLabel(text: string): boolean {
  return label.test(text)
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/

/** A literal IPv4 address. */
export function isIpv4(text: string): boolean {
  return ipv4.test(text)
}

/** A region name: empty, or a host label that is not a number (boto3 semantics 1.5). */
export function isRegionName(text: string): boolean {
  return text === '' || (isHostLabel(text) && !/^\d+$/.test(text))
}

const hostableLabel = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/**
 * Whether a bucket name can stand in front of a host name (boto3 semantics 2.4).
 * @param dots - Also names of several labels; only plain http allows them, a wildcard certificate covers one label.
 */
export function isVirtualHostable(bucket: string, dots: boolean): boolean {
  if (bucket.length < 3 || isIpv4(bucket)) return false
  if (!dots) return hostableLabel.test(bucket)
  return bucket.split('.').every((part) => hostableLabel.test(part))
}
