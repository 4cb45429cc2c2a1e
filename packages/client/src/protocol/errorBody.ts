/** Error answers, in all their forms (boto3 semantics 6.2). */
import { ResponseParserError } from '../errors/body.js'
import type { ErrorFields, ErrorResponse } from '../errors/client.js'
import type { AnyOperation } from '../schema/operation.js'
import { setOwn, successMetadata } from './parse.js'
import type { ResponseHead } from './parse.js'
import { readElement } from './xml.js'
import type { XmlElement } from './xml.js'
import { utf8Text } from './xmlTags.js'

/** The head of an error answer. */
export interface ErrorHead extends ResponseHead {
  /** Reason phrase; empty where the transport does not tell. */
  readonly reason: string
}

/** Members that the API declares for an error code; they stand beside `Error` in the response as well. */
const modelled: Readonly<Record<string, readonly string[]>> = { InvalidObjectState: ['StorageClass', 'AccessTier'] }

/** Reason phrases by status, in the words that boto3 uses (those of Python's `http.client`). */
const reasons: Readonly<Record<number, string>> = {
  300: 'Multiple Choices',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  305: 'Use Proxy',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  414: 'Request-URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Requested Range Not Satisfiable',
  417: 'Expectation Failed',
  418: "I'm a Teapot",
  421: 'Misdirected Request',
  422: 'Unprocessable Entity',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  510: 'Not Extended',
  511: 'Network Authentication Required',
}

/**
 * Makes the error response from an answer with a status of 300 or more, or from a 200 that turned out to be an error and
 * whose status is given as 500. Any body will do: what is not S3's XML is described by the status alone. The result is a
 * promise only when the XML needs the library. `RetryAttempts` is 0; the caller counts.
 */
export function parseError(
  operation: AnyOperation,
  response: ErrorHead,
  body: Uint8Array,
): ErrorResponse | Promise<ErrorResponse> {
  // What a proxy in front of the store says by itself: there are no ids of the store in it.
  if (response.status >= 500 && isEmptyOrHtml(body)) return statusError(response, undefined)
  if (operation.method === 'HEAD' || body.length === 0) return statusError(response, idsOf(response))
  try {
    const text = utf8Text(body)
    const root = text === undefined ? undefined : readElement(text)
    if (root !== undefined) return fromRoot(response, root)
  } catch (error) {
    return unlessUnreadable(response, error)
  }
  return import('./xmlLibrary.js')
    .then(({ readElementWithLibrary }) => fromRoot(response, readElementWithLibrary(body)))
    .catch((error: unknown) => unlessUnreadable(response, error))
}

/** Whether a body holds blanks alone, or begins with `<html>` after blanks. */
function isEmptyOrHtml(body: Uint8Array): boolean {
  const first = body.findIndex((byte) => byte > 0x20)
  return first === -1 || String.fromCharCode(...body.subarray(first, first + 6)) === '<html>'
}

function idsOf({ headers }: ErrorHead): { RequestId: string; HostId: string } {
  return { RequestId: headers['x-amz-request-id'] ?? '', HostId: headers['x-amz-id-2'] ?? '' }
}

function statusError(
  { status, reason, headers }: ErrorHead,
  ids: { RequestId: string; HostId: string } | undefined,
): ErrorResponse {
  return {
    Error: { Code: String(status), Message: reasons[status] ?? reason },
    ResponseMetadata: { ...ids, HTTPStatusCode: status, HTTPHeaders: headers, RetryAttempts: 0 },
  }
}

function unlessUnreadable(response: ErrorHead, error: unknown): ErrorResponse {
  if (error instanceof ResponseParserError) return statusError(response, idsOf(response))
  throw error
}

function fromRoot(response: ErrorHead, root: XmlElement): ErrorResponse {
  const metadata = successMetadata(response)
  if (root.name === 'Error') {
    const details = detailsOf(root.children.filter(({ name }) => name !== 'RequestId' && name !== 'HostId'))
    return { Error: details, ResponseMetadata: metadata, ...extrasOf(details) }
  }
  const inner = root.children.find(({ name }) => name === 'Error')
  // Some other document, such as a page in XHTML: there is nothing in it to name the error by (D-22).
  if (inner === undefined) return statusError(response, idsOf(response))
  const details = detailsOf(inner.children)
  const id = root.children.find(({ name }) => name === 'RequestId')?.text
  return {
    Error: details,
    ResponseMetadata: id === undefined ? metadata : { ...metadata, RequestId: id },
    ...extrasOf(details),
  }
}

/**
 * The children of the error element as text; those that are empty are absent, as they are None in boto3. An error without
 * code or message reads `Unknown` there, but, as in boto3, is not shown with one when the response is printed, compared or
 * copied; an empty code or message is kept.
 */
function detailsOf(children: readonly XmlElement[]): ErrorFields {
  const details: ErrorFields = { Code: 'Unknown', Message: 'Unknown' }
  Object.defineProperties(details, { Code: { enumerable: false }, Message: { enumerable: false } })
  for (const { name, text, children: inner } of children) {
    if (text !== '' || inner.length > 0 || name === 'Code' || name === 'Message') setOwn(details, name, text)
  }
  return details
}

function extrasOf(details: ErrorFields): Record<string, string> {
  const extras: Record<string, string> = {}
  const names = Object.hasOwn(modelled, details.Code) ? modelled[details.Code]! : []
  for (const name of names) {
    const value = details[name]
    if (value !== undefined) extras[name] = value
  }
  return extras
}
