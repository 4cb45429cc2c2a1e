/**
 * The reader for the XML that S3 servers send: elements, attributes, text, the five named entities and numeric
 * references, in one pass from text to typed output by shape; in a second one when there are comments or processing
 * instructions. A document with CDATA sections is left to `xmlLibrary.ts`, which gives the same results.
 */
import { layoutOf } from '../schema/layout.js'
import type { Layout, NamedMember } from '../schema/layout.js'
import type { AnyValue, Members } from '../schema/shapes.js'
import { withoutRemarks } from './xmlRemarks.js'
import { readOwn, TagReader } from './xmlTags.js'
import { convert, decodeReferences, listOf, onlyText, setAttribute } from './xmlValues.js'

/** An element of an error answer, whatever its name: its own text and its children. */
export interface XmlElement {
  /** Name without prefix. */
  readonly name: string
  /** Text before the first child. */
  readonly text: string
  readonly children: readonly XmlElement[]
}

/** An element that may stand in a structure, prepared for reading. */
interface Child {
  readonly member: NamedMember
  readonly key: string
  readonly value: AnyValue
  /** The value is one text, of whatever meaning; no list and no structure. */
  readonly simple: boolean
  /** The value is that text itself. */
  readonly text: boolean
  /** Further elements of the same member may follow. */
  readonly flat: boolean
  /** `<Name>` */
  readonly start: string
  /** `</Name>` */
  readonly end: string
}

/** The layout of a structure and its elements. */
interface Plan {
  readonly layout: Layout
  readonly children: readonly Child[]
}

const plans = /*#__PURE__*/ new WeakMap<Members, Plan>()

function planOf(members: Members): Plan {
  let plan = plans.get(members)
  if (plan === undefined) {
    const layout = layoutOf(members)
    plan = { layout, children: layout.elements.map((member) => childOf(member)) }
    plans.set(members, plan)
  }
  return plan
}

function childOf(member: NamedMember): Child {
  const { key, name, value } = member
  const simple = value.kind !== 'list' && value.kind !== 'structure'
  const flat = value.kind === 'list' && value.flat
  return { member, key, value, simple, text: value.kind === 'string', flat, start: `<${name}>`, end: `</${name}>` }
}

/** How many members of a structure are tried in order before an element's name is looked up. */
const likelyMembers = 4

/** Elements below this level of a document of unknown shape are skipped. */
export const elementLevels = 3

/**
 * Reads a document whose root holds the members of a structure.
 * @param warnings - Receives a line for each value that could not be understood and was left out (boto3 semantics 5.3).
 * @returns `undefined` when the document holds a construct that the own reader does not know.
 * @throws {ResponseParserError} when the document is truncated, not well-formed or has a DOCTYPE.
 */
export function readStructure(text: string, members: Members, warnings: string[]): Record<string, unknown> | undefined {
  const known = warnings.length
  return readPlain(text, (plain) => {
    const result = readOwn(() => new ShapeReader(plain, warnings).document(planOf(members)))
    if (result === undefined) warnings.length = known
    return result
  })
}

/** Reads a document of unknown shape, such as an error; the same results and errors as `readStructure`. */
export function readElement(text: string): XmlElement | undefined {
  return readPlain(text, (plain) => readOwn(() => new ShapeReader(plain, []).anyDocument()))
}

/** Reads a document, and once more when it turns out to have comments or processing instructions, then without them. */
function readPlain<T>(text: string, read: (plain: string) => T | undefined): T | undefined {
  return read(text) ?? (text.includes('<![CDATA[') ? undefined : read(withoutRemarks(text)))
}

class ShapeReader extends TagReader {
  /** Where the next reference begins, or one that was passed. */
  private nextReference = -1

  constructor(
    text: string,
    private readonly warnings: string[],
  ) {
    super(text)
  }

  document(plan: Plan): Record<string, unknown> {
    this.root()
    const only = onlyText(plan.layout)
    const result = only !== undefined && this.hasTextAlone() ? { [only.key]: this.ownText() } : this.structure(plan)
    this.finish()
    return result
  }

  /** Whether the element whose start tag was read last holds text, other than blanks, and nothing else. */
  private hasTextAlone(): boolean {
    if (this.empty) return false
    const open = this.nextTag()
    return this.isEndTag(open) && this.text.slice(this.at, open).trim() !== ''
  }

  anyDocument(): XmlElement {
    this.root()
    const result = this.anyElement(1)
    this.finish()
    return result
  }

  private root(): void {
    this.skipDeclaration()
    if (this.text[this.at] !== '<') this.fail('there is no XML')
    this.startTag(this.at)
  }

  private structure({ layout, children }: Plan): Record<string, unknown> {
    const result: Record<string, unknown> = {}
    if (layout.attributes.length > 0) {
      for (const member of layout.attributes) setAttribute(result, member, this.attributes)
    }
    if (this.empty) return result
    const { name } = this
    // Servers send the members in the order of the model, leaving some out; then no name has to be cut out and looked up.
    let likely = 0
    for (;;) {
      const open = this.nextTag()
      if (this.isEndTag(open)) {
        this.endTag(open, name)
        return result
      }
      let index = this.plainTagOf(open, children, likely)
      if (index === -1 && likely > 0) index = this.plainTagOf(open, children, 0)
      if (index === -1) index = this.tagOf(open, layout)
      const child = children[index]
      if (child === undefined) {
        this.skip()
        continue
      }
      likely = child.flat ? index : index + 1
      if (child.simple) {
        const own = this.simpleText(child.end)
        const found = child.text ? own : convert(child.value, own, child.key, this.warnings)
        if (found !== undefined) result[child.key] = found
      } else {
        this.assign(result, child.member)
      }
    }
  }

  /** Reads the start tag at `open` if it is that of one of the next few members, and tells of which; otherwise -1. */
  private plainTagOf(open: number, children: readonly Child[], from: number): number {
    const to = Math.min(children.length, from + likelyMembers)
    for (let i = from; i < to; i += 1) {
      const child = children[i]!
      if (!this.text.startsWith(child.start, open)) continue
      this.plainTag(open, child.member.name)
      return i
    }
    return -1
  }

  /** Reads the start tag at `open` and tells whose it is; -1 when nobody's. */
  private tagOf(open: number, { elements, byElement }: Layout): number {
    this.startTag(open)
    const member = byElement.get(this.localName)
    return member === undefined ? -1 : elements.indexOf(member)
  }

  /** Reads the element whose start tag was read last into its member. */
  private assign(result: Record<string, unknown>, member: NamedMember): void {
    const { key, value } = member
    if (value.kind === 'list') {
      if (!value.flat) {
        result[key] = this.wrappedList(value.item, key)
        return
      }
      const items = listOf(result, key)
      this.append(items, value.item, key)
      if (member.single !== undefined && items.length > 0) result[member.single] = items[0]
      return
    }
    const found = this.read(value, key)
    if (found !== undefined) result[key] = found
  }

  private append(items: unknown[], item: AnyValue, key: string): void {
    const found = this.read(item, key)
    if (found !== undefined) items.push(found)
  }

  /** Every child is an item, whatever its name: so does boto3, and stores differ in the names. */
  private wrappedList(item: AnyValue, key: string): unknown[] {
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
      this.append(items, item, key)
    }
  }

  private read(value: AnyValue, key: string): unknown {
    if (value.kind === 'structure') return this.structure(planOf(value.members))
    if (value.kind === 'list') return this.wrappedList(value.item, key)
    return convert(value, this.ownText(), key, this.warnings)
  }

  /** Same as `ownText`, and faster when just text stands before the end tag. */
  private simpleText(end: string): string {
    const { text, at } = this
    const open = text.indexOf('<', at)
    if (this.empty || !text.startsWith(end, open)) return this.ownText()
    this.at = open + end.length
    return this.decoded(at, open)
  }

  /** The text up to the first child or the end; children are skipped. */
  private ownText(): string {
    if (this.empty) return ''
    const { name, at } = this
    const open = this.nextTag()
    if (this.isEndTag(open)) this.endTag(open, name)
    else this.skip()
    return this.decoded(at, open)
  }

  private decoded(at: number, open: number): string {
    const { text } = this
    if (this.nextReference < at) {
      const next = text.indexOf('&', at)
      this.nextReference = next === -1 ? text.length : next
    }
    const own = text.slice(at, open)
    return this.nextReference < open ? decodeReferences(own) : own
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
