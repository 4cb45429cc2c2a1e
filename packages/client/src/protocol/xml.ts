/**
 * The reader for the XML that S3 servers send: elements, attributes, text, the five named entities and numeric
 * references, in one pass from text to typed output by shape. A document with anything else (CDATA, comments, processing
 * instructions, another encoding) is left to `xmlLibrary.ts`, which gives the same results.
 */
import { ResponseParserError } from '../errors/body.js'
import { layoutOf } from '../schema/layout.js'
import type { Layout, NamedMember } from '../schema/layout.js'
import type { AnyValue, Members } from '../schema/shapes.js'
import { fromBase64, parseTimestamp } from './values.js'

/** An element of an error answer, whatever its name: its own text and its children. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string
  /** Text before the first child. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** An attribute as it is written: its name with prefix, its value not yet decoded. */
export type RawAttribute = readonly [name: string, raw: string]

const less = 0x3c
const greater = 0x3e
const slash = 0x2f
const bang = 0x21
const question = 0x3f
const hash = 0x23

const noAttributes: readonly RawAttribute[] = []

/** Thrown to leave the own reader in the middle of a document; never seen outside this file. */
const otherConstruct = /*#__PURE__*/ Symbol('other construct')

/** How many members of a structure are tried in order before an element's name is looked up. */
const likelyMembers = 4

/** Elements below this level of an error answer are skipped. */
const elementLevels = 3

/**
 * The text of a document that arrived as UTF-8, without byte order mark, its line ends as XML 1.0, 2.11 has them.
 * @returns `undefined` when a byte order mark announces UTF-16.
 * @throws {ResponseParserError} when the bytes are not UTF-8.
 */
export function utf8Text(body: Uint8Array): string | undefined {
  if (body.length > 1 && ((body[0] === 0xfe && body[1] === 0xff) || (body[0] === 0xff && body[1] === 0xfe))) {
    return undefined
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (cause) {
    throw new ResponseParserError('the text is not UTF-8', { cause })
  }
  return normaliseLines(text)
}

/** Line ends as XML 1.0, 2.11 prescribes: CR LF and CR that are not written as references count as LF. */
export function normaliseLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/**
 * Reads a document whose root holds the members of a structure.
 * @param warnings - Receives a line for each value that could not be understood and was left out (boto3 semantics 5.3).
 * @returns `undefined` when the document holds a construct that the own reader does not know.
 * @throws {ResponseParserError} when the document is truncated, not well-formed or has a DOCTYPE.
 */
export function readStructure(text: string, members: Members, warnings: string[]): Record<string, unknown> | undefined {
  const reader = new ShapeReader(text)
  const result = attempt(() => reader.document(layoutOf(members)))
  if (result !== undefined) warnings.push(...reader.warnings)
  return result
}

/** Reads a document of unknown shape, such as an error; the same results and errors as `readStructure`. */
export function readElement(text: string): XmlElement | undefined {
  const reader = new ShapeReader(text)
  return attempt(() => reader.anyDocument())
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (thrown) {
    if (thrown === otherConstruct) return undefined
    throw thrown
  }
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
    const open = this.text.indexOf('<', this.at)
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

  /** Moves over blanks and an XML declaration; its encoding has to be UTF-8 by one of its names. */
  protected skipDeclaration(): void {
    this.skipBlanks()
    const { text, at } = this
    if (!text.startsWith('<?xml', at) || !isBlank(text.charCodeAt(at + 5))) return
    const end = text.indexOf('?>', at)
    if (end === -1) this.fail('the XML declaration does not end')
    const encoding = declaredEncoding(text.slice(at, end))
    if (encoding !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding)) this.otherConstruct(at)
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

  /** Reads the start tag at `open` if it is just `<name>`. */
  protected isPlainTag(open: number, name: string): boolean {
    const end = open + 1 + name.length
    if (this.text.charCodeAt(end) !== greater || !this.text.startsWith(name, open + 1)) return false
    this.name = name
    this.attributes = noAttributes
    this.empty = false
    this.at = end + 1
    return true
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

/** The encoding that an XML declaration names. */
export function declaredEncoding(declaration: string): string | undefined {
  return /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09
}

class ShapeReader extends TagReader {
  readonly warnings: string[] = []

  document(layout: Layout): Record<string, unknown> {
    this.root()
    const own = rootMember(layout, this.localName)
    let result: Record<string, unknown>
    if (own === undefined) result = this.structure(layout)
    else {
      result = {}
      this.assign(result, own)
    }
    this.finish()
    return result
  }

  anyDocument(): XmlElement {
    this.root()
    const result = this.anyElement(1)
    this.finish()
    return result
  }

  private root(): void {
    this.skipDeclaration()
    if (this.text.charCodeAt(this.at) !== less) this.fail('there is no XML')
    this.startTag(this.at)
  }

  private structure(layout: Layout): Record<string, unknown> {
    const result: Record<string, unknown> = {}
    for (const member of layout.attributes) setAttribute(result, member, this.attributes)
    if (this.empty) return result
    const { name } = this
    const { elements } = layout
    // Servers send the members in the order of the model, leaving some out; then no name has to be cut out and looked up.
    let likely = 0
    for (;;) {
      const open = this.nextTag()
      if (this.isEndTag(open)) {
        this.endTag(open, name)
        return result
      }
      let member: NamedMember | undefined
      for (let i = likely; i < elements.length && i < likely + likelyMembers; i += 1) {
        if (!this.isPlainTag(open, elements[i]!.name)) continue
        member = elements[i]!
        likely = i
        break
      }
      if (member === undefined) {
        this.startTag(open)
        member = layout.byElement.get(this.localName)
        if (member !== undefined) likely = elements.indexOf(member)
      }
      if (member === undefined) this.skip()
      else this.assign(result, member)
    }
  }

  /** Reads the element whose start tag was read last into its member. */
  private assign(result: Record<string, unknown>, member: NamedMember): void {
    const { key, value } = member
    if (value.kind === 'list') {
      if (value.flat) this.append(listOf(result, key), value.item, key)
      else result[key] = this.wrappedList(value.item, value.itemName, key)
      return
    }
    const found = this.read(value, key)
    if (found !== undefined) result[key] = found
  }

  private append(items: unknown[], item: AnyValue, key: string): void {
    const found = this.read(item, key)
    if (found !== undefined) items.push(found)
  }

  private wrappedList(item: AnyValue, itemName: string, key: string): unknown[] {
    const items: unknown[] = []
    if (this.empty) return items
    const { name } = this
    for (;;) {
      const open = this.nextTag()
      if (this.isEndTag(open)) {
        this.endTag(open, name)
        return items
      }
      this.startTag(open)
      if (this.localName === itemName) this.append(items, item, key)
      else this.skip()
    }
  }

  private read(value: AnyValue, key: string): unknown {
    if (value.kind === 'structure') return this.structure(layoutOf(value.members))
    if (value.kind === 'list') return this.wrappedList(value.item, value.itemName, key)
    return convert(value, this.ownText(), key, this.warnings)
  }

  /** The text up to the first child or the end; children are skipped. */
  private ownText(): string {
    if (this.empty) return ''
    const { name, text, at } = this
    const open = this.nextTag()
    if (this.isEndTag(open)) this.endTag(open, name)
    else this.skip()
    return decodeReferences(text.slice(at, open))
  }

  private anyElement(level: number): XmlElement {
    const { localName, name, text, at } = this
    const children: XmlElement[] = []
    if (this.empty) return { name: localName, text: '', children }
    let open = this.nextTag()
    const own = decodeReferences(text.slice(at, open))
    for (; !this.isEndTag(open); open = this.nextTag()) {
      this.startTag(open)
      if (level < elementLevels) children.push(this.anyElement(level + 1))
      else this.skip()
    }
    this.endTag(open, name)
    return { name: localName, text: own, children }
  }
}

/**
 * The member that the root element itself is. Answers of one value, such as `<LocationConstraint>eu-west-1</…>`, have no
 * element around it (boto3 semantics 5.5).
 */
export function rootMember(layout: Layout, rootName: string): NamedMember | undefined {
  const only = layout.all.length === 1 ? layout.elements[0] : undefined
  return only?.name === rootName && only.value.kind === 'string' ? only : undefined
}

/** The list that is the member `key`, made when it is absent: items of a flattened list may lie apart. */
export function listOf(result: Record<string, unknown>, key: string): unknown[] {
  const present = result[key]
  if (Array.isArray(present)) return present
  const made: unknown[] = []
  result[key] = made
  return made
}

/** Sets a member from the attributes of its structure's element; the prefix may be any, as its namespace may be. */
export function setAttribute(
  result: Record<string, unknown>,
  member: NamedMember,
  attributes: readonly RawAttribute[],
): void {
  const wanted = member.name.slice(member.name.indexOf(':') + 1)
  for (const [name, raw] of attributes) {
    const colon = name.indexOf(':')
    if (name.slice(colon + 1) === wanted && name.slice(0, Math.max(colon, 0)) !== 'xmlns') {
      result[member.key] = decodeReferences(raw)
    }
  }
}

/**
 * A value from its text (boto3 semantics 5.3).
 * @param label - What the warning calls the value.
 * @returns `undefined` when the text is none; a warning tells so.
 */
export function convert(value: AnyValue, text: string, label: string, warnings: string[]): unknown {
  switch (value.kind) {
    case 'string':
      return text
    case 'integer':
      if (/^\s*[+-]?\d+\s*$/.test(text)) return Number(text)
      warnings.push(`${label}: ${JSON.stringify(text)} is not an integer`)
      return undefined
    case 'boolean':
      return text === 'true'
    case 'timestamp':
      return warned(parseTimestamp(text), 'a timestamp', text, label, warnings)
    case 'blob':
      return warned(fromBase64(text), 'base64', text, label, warnings)
    default:
      return undefined
  }
}

function warned<T>(value: T | undefined, expected: string, text: string, label: string, warnings: string[]) {
  if (value === undefined) warnings.push(`${label}: ${JSON.stringify(text)} is not ${expected}`)
  return value
}

/** The named entities by what follows the ampersand. */
const entities: readonly (readonly [rest: string, character: string])[] = [
  ['quot;', '"'],
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['apos;', "'"],
]

/**
 * Text with its references decoded. Every code point is allowed, because object keys may hold control characters that
 * XML 1.0 forbids; what is no reference stays as it is.
 */
export function decodeReferences(text: string): string {
  let at = text.indexOf('&')
  if (at === -1) return text
  let decoded = ''
  let done = 0
  for (; at !== -1; at = text.indexOf('&', Math.max(at + 1, done))) {
    const found = text.charCodeAt(at + 1) === hash ? numericReference(text, at) : namedReference(text, at)
    if (found === undefined) continue
    decoded += text.slice(done, at) + found.character
    done = found.end
  }
  return decoded + text.slice(done)
}

function namedReference(text: string, at: number) {
  for (const [rest, character] of entities) {
    if (text.startsWith(rest, at + 1)) return { character, end: at + 1 + rest.length }
  }
  return undefined
}

function numericReference(text: string, at: number) {
  const pattern = /&#(?:(\d+)|x([\da-fA-F]+));/y
  pattern.lastIndex = at
  const found = pattern.exec(text)
  if (found === null) return undefined
  const code = found[1] === undefined ? Number.parseInt(found[2]!, 16) : Number(found[1])
  return code <= 0x10ffff ? { character: String.fromCodePoint(code), end: pattern.lastIndex } : undefined
}
