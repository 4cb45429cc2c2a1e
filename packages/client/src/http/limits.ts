/** Bounds that both transports share. */

/** Bodies of a known size up to this are gathered even when a stream was asked for. */
export const gatherLimit = 65_536

/** No more than this, and one piece, is read of an answer that reports a failure (status 300 and above). */
export const errorBodyLimit = 1_048_576

/** The longest delay, in milliseconds, that timers of JavaScript can take. */
export const longestTimer = 2_147_483_647

/** A time in seconds as milliseconds for a timer; `undefined` when there is no limit. */
export function milliseconds(seconds: number): number | undefined {
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds * 1000), longestTimer) : undefined
}
