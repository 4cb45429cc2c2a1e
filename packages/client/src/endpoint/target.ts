/** Paths of request targets (boto3 semantics 2.5). */

/**
 * Joins an endpoint's path and an operation's path: exactly one slash at the seam, and `/` adds nothing.
 * @param base - Path of the resolved endpoint, such as `/s3p/bucket`; may be empty.
 * @param path - Path of the operation without the bucket: `/`, or `/` and the encoded key.
 */
export function joinTarget(base: string, path: string): string {
  if (path === '' || path === '/') return base === '' ? '/' : base
  return base.endsWith('/') ? base.slice(0, -1) + path : base + path
}

/** A base path without dot segments and doubled slashes, with a slash at its end: `/a//b/../c` becomes `/a/c/`. */
export function normalizeBasePath(path: string): string {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  return kept.length === 0 ? '/' : `/${kept.join('/')}/`
}
