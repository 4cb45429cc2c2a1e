/** The tags of a document, and its text from bytes: what both readers of XML have in common. */
import { ResponseParserError } from '../errors/body.js'

/** An attribute as it is written: its name with prefix, its value not yet decoded. */
export type RawAttribute = readonly [name: string, raw: string]

const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const bang = 0x21
const question = 0x3f

const noAttributes: readonly RawAttribute[] = []

// Thrown to leave the own reader in the middle of a document; `readOwn` catches it.
const otherConstruct = /*#__PURE__*/ Symbol('other construct')

/**
 * Runs the own reader.
 * @returns `undefined` when it met a construct that it does not know.
 */
export function readOwn<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (thrown) {
    if (thrown === otherConstruct) return undefined
    throw thrown
  }
}

/**
 * The text of a document that arrived as UTF-8, without byte order mark, its line ends as XML 1.0, 2.11 has them.
 * What is UTF-8 is taken for it, as boto3 does, whatever encoding the document declares.
 * @returns `undefined` when the bytes are in another encoding.
 */
export function utf8Text(body: Uint8Array): string | undefined {
  try {
    return normaliseLines(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
}

/** Line ends as XML 1.0, 2.11 prescribes: CR LF and CR that are not written as references count as LF. */
export function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Steps through the tags of a document and checks that they nest. */
export class TagReader {
  /** Where to read on. */
  protected at = 0
  /** Of the start tag read last: name with prefix, as its end tag has to repeat it. */
  protected name = ''
  protected attributes = noAttributes
  /** Whether the start tag read last is `<Name/>`. */
  protected empty = false

  constructor(protected readonly text: string) {}

  /** Name of the start tag read last, without prefix. */
  protected get localName(): string {
    return this.name.slice(this.name.indexOf(':') + 1)
  }

  protected fail(reason: string): never {
    throw new ResponseParserError(`${reason} at character ${this.at}`)
  }

  /** Where the next tag begins. */
  protected nextTag(): number {
    const { text, at } = this
    if (text.charCodeAt(at) === less) return at
    const open = text.indexOf('<', at)
    if (open === -1) this.fail('the XML ends inside an element')
    return open
  }

  /** Whether the tag at `open` is an end tag. */
  protected isEndTag(open: number): boolean {
    return this.text.charCodeAt(open + 1) === slash
  }

  /** Moves over blanks; `true` when the document ends there. */
  protected skipBlanks(): boolean {
    const { text } = this
    while (isBlank(text.charCodeAt(this.at))) this.at += 1
    return this.at >= text.length
  }

  /** Moves over blanks and an XML declaration. */
  protected skipDeclaration(): void {
    this.skipBlanks()
    const { text, at } = this
    if (!text.startsWith('<?xml', at) || !isBlank(text.charCodeAt(at + 5))) return
    const end = text.indexOf('?>', at)
    if (end === -1) this.fail('the XML declaration does not end')
    this.at = end + 2
    this.skipBlanks()
  }

  /** Reads the start tag at `open`. */
  protected startTag(open: number): void {
    const { text } = this
    let end = open + 1
    let code = text.charCodeAt(end)
    if (code === bang || code === question) this.otherConstruct(open)
    while (code > 0x20 && code !== greater && code !== slash && code !== less) {
      end += 1
      code = text.charCodeAt(end)
    }
    this.at = end
    if (end === open + 1) this.fail('there is no element name')
    this.name = text.slice(open + 1, end)
    this.attributes = noAttributes
    if (code !== greater) this.restOfTag()
    else {
      this.empty = false
      this.at = end + 1
    }
  }

  /** Steps over the start tag at `open`, which is just `<name>`. */
  protected plainTag(open: number, name: string): void {
    this.name = name
    this.attributes = noAttributes
    this.empty = false
    this.at = open + name.length + 2
  }

  private restOfTag(): void {
    const { text } = this
    const pattern = /[ \t\n]+([^ \t\n=<>"'/]+)[ \t\n]*=[ \t\n]*(?:"([^"<]*)"|'([^'<]*)')/y
    pattern.lastIndex = this.at
    const attributes: RawAttribute[] = []
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      attributes.push([found[1]!, found[2] ?? found[3]!])
      this.at = pattern.lastIndex
    }
    this.skipBlanks()
    this.empty = text.charCodeAt(this.at) === slash
    if (this.empty) this.at += 1
    if (text.charCodeAt(this.at) !== greater) this.fail('a tag is not well-formed')
    this.at += 1
    this.attributes = attributes
  }

  /** Reads the end tag at `open`, which has to be that of `name`. */
  protected endTag(open: number, name: string): void {
    const { text } = this
    this.at = open + 2 + name.length
    if (text.startsWith(name, open + 2)) {
      if (text.charCodeAt(this.at) !== greater) this.skipBlanks()
      if (text.charCodeAt(this.at) === greater) {
        this.at += 1
        return
      }
    }
    this.fail(`the end tag of ${name} is missing`)
  }

  /** Skips what is left of the element whose start tag was read last; without recursion, however deep it is. */
  protected skip(): void {
    if (this.empty) return
    const names = [this.name]
    for (let name = names.at(-1); name !== undefined; name = names.at(-1)) {
      const open = this.nextTag()
      if (this.isEndTag(open)) {
        this.endTag(open, name)
        names.pop()
      } else {
        this.startTag(open)
        if (!this.empty) names.push(this.name)
      }
    }
  }

  /** Checks that nothing but blanks follows the root. */
  protected finish(): void {
    if (this.skipBlanks()) return
    const { text, at } = this
    if (text.charCodeAt(at) !== less) this.fail('there is text after the root element')
    const next = text.charCodeAt(at + 1)
    if (next === bang || next === question) this.otherConstruct(at)
    this.fail('there is more than one root element')
  }

  /** Meets a construct that begins with `<!` or `<?`. */
  protected otherConstruct(open: number): never {
    this.at = open
    // A DOCTYPE can define entities; S3 never sends one, and no declaration of a document type is read.
    if (isDeclaration(this.text, open)) this.fail('there is a DOCTYPE')
    throw otherConstruct
  }
}

/** Whether `<!` at `open` begins neither a comment nor a CDATA section. */
export function isDeclaration(text: string, open: number): boolean {
  return text.charCodeAt(open + 1) === bang && !text.startsWith('<!--', open) && !text.startsWith('<![CDATA[', open)
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09
}
