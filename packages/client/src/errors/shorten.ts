/** Text of the caller's as a message shows it: whatever S3 would take is shown in full, as boto3 does. */
export function shorten(text: string, limit = 1000): string {
  return text.length > limit ? text.slice(0, limit) + '…' : text
}
