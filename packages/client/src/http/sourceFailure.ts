/** Failures of what the caller gave as a body: they are the caller's, not the server's. */

const failures = /*#__PURE__*/ new WeakSet<object>()

/** Remembers that the caller's own source threw this, whatever its class; gives it back. */
export function fromSource(error: unknown): unknown {
  if (typeof error === 'object' && error !== null) failures.add(error)
  return error
}

/** Whether the caller's own source threw this: sending it once more would not help, and nobody else is to blame. */
export function isFromSource(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failures.has(error)
}
