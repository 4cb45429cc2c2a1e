import type { HeaderList } from './types.js'

/** The value of a header field, or `undefined`; `name` in lower case. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  for (let i = 0; i < headers.length; i += 2) {
    if (headers[i]!.toLowerCase() === name) return headers[i + 1]
  }
  return undefined
}

/** Sets a header field, replacing all of that name. */
export function setHeader(headers: HeaderList, name: string, value: string): void {
  removeHeader(headers, name.toLowerCase())
  headers.push(name, value)
}

/** Removes every header field of a name given in lower case. */
export function removeHeader(headers: HeaderList, name: string): void {
  for (let i = headers.length - 2; i >= 0; i -= 2) {
    if (headers[i]!.toLowerCase() === name) headers.splice(i, 2)
  }
}
