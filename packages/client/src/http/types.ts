/** What the rest of the client and the transports say to each other. */

/**
 * Header fields in order: name, value, name, value. Names keep their case; values are text (not yet bytes), so that what
 * is signed and what is sent are the same characters.
 */
export type HeaderList = string[]

/** A body that is ready to be sent, once for each attempt. */
export interface RequestBody {
  /** Length in bytes; `undefined` while the end is not known. */
  readonly length: number | undefined
  /** The whole body, when it is in memory. */
  readonly bytes: Uint8Array | undefined
  /** Whether `chunks()` can be called again and gives the same bytes. */
  readonly replayable: boolean
  /** The bytes from the starting position to the end. */
  chunks(): AsyncIterable<Uint8Array>
}

/** A request as it goes to the socket: nothing in it is normalised any more. */
export interface HttpRequest {
  readonly method: string
  /** Where to connect to: `https://s3.example.com:9000`. */
  readonly origin: string
  /** Value of the `Host` header: lower case, without a default port. */
  readonly host: string
  /** Raw request target up to the query, percent-encoded: `/bucket/a%20b/../c`. */
  readonly path: string
  /** Raw query without the question mark; empty when there is none. */
  readonly query: string
  /** Without `Host` and `Content-Length`; these follow from `host` and `body`. */
  readonly headers: HeaderList
  readonly body: RequestBody | undefined
}

/** Bytes that arrive one piece after another. */
export interface ByteStream {
  /**
   * The next piece, never empty; `undefined` at the end.
   * @throws {ReadTimeoutError} when nothing arrives within the read time-out while somebody waits.
   * @throws {ResponseStreamingError} when the connection breaks.
   */
  read(): Promise<Uint8Array | undefined>
  /** Gives up the rest; the connection is not reused. Harmless at the end. */
  cancel(reason?: unknown): void
  /** Replaces the read time-out of this body, in seconds. Absent where nothing is waited for. */
  setReadTimeout?(seconds: number): void
}

/** Looks at a body while it is read. */
export interface BodyCheck {
  update(piece: Uint8Array): void
  /**
   * Called once, at the end.
   * @throws {FlexibleChecksumError} when the body is not what was announced.
   */
  verify(): void
}

/** The head of an answer and its body: in memory when it is small or was asked for whole, a stream otherwise. */
export interface HttpResponse {
  readonly status: number
  /** Reason phrase; empty where the transport does not tell. */
  readonly reason: string
  /** By lower-case name; fields that came several times are joined by `, `. Text decoded from UTF-8 where it is valid. */
  readonly headers: Record<string, string>
  /** When the status is 300 or more, in memory, and no more than its first MiB or so. */
  readonly body: Uint8Array | ByteStream
  /**
   * The platform has taken the `Content-Encoding` off the body, or may have, where it hides the encoding. What the headers
   * say about length and checksum belongs to the encoded bytes.
   */
  readonly decoded?: true | 'perhaps' | undefined
}

/** Settings of a transport; times in seconds. */
export interface TransportOptions {
  readonly connectTimeout: number
  /** Between bytes, while waiting for an answer and while a body arrives. */
  readonly readTimeout: number
  readonly maxPoolConnections: number
  /** `false`: certificates are not checked; text: PEM or the path of a file of PEM; `undefined`: the platform's own. */
  readonly verify: boolean | string | Uint8Array | undefined
  /** Client certificate: path of a file with both, or paths of certificate and key. */
  readonly clientCert: string | readonly [string, string] | undefined
  /** Proxy URL by scheme (`http`, `https`). */
  readonly proxies: Readonly<Record<string, string>> | undefined
  readonly proxiesConfig: {
    readonly proxyCaBundle?: string | undefined
    readonly proxyClientCert?: string | readonly [string, string] | undefined
    readonly proxyUseForwardingForHttps?: boolean | undefined
  }
  readonly tcpKeepalive: boolean
}

/** What of an `AbortSignal` is used here; the signals of our own calls are lighter objects. */
export interface AbortSource {
  readonly aborted: boolean
  readonly reason: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** What one `send` needs besides the request. */
export interface SendOptions {
  /** The caller wants the body as a stream; small bodies may still come whole. Otherwise it always comes whole. */
  readonly stream: boolean
  readonly signal: AbortSource | undefined
}

/** Sends requests; the only place that knows sockets. */
export interface Transport {
  /**
   * Sends one request and waits for the head of the answer. Redirects are not followed, and bodies are decoded by nobody but the platform.
   * @throws {EndpointConnectionError} refused, unreachable, unknown host.
   * @throws {ConnectTimeoutError} no connection within `connectTimeout`.
   * @throws {ReadTimeoutError} no answer, or no further byte, within `readTimeout`.
   * @throws {ConnectionClosedError} closed or reset before a complete answer.
   * @throws {SSLError} certificate or TLS failure.
   * @throws {ProxyConnectionError} the proxy cannot be reached or refuses.
   * @throws {HTTPClientError} any other failure of the transport.
   */
  send(request: HttpRequest, options: SendOptions): Promise<HttpResponse>
  /** Closes every connection; calls in flight fail with a `ClientClosedError`. Can be called again. */
  close(): Promise<void>
}
