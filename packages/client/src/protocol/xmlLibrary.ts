/**
 * Reads the XML documents that the own reader (`xml.ts`) does not know, with fast-xml-parser, and to the same results.
 * Imported when the first such document arrives.
 */
import { XMLParser } from 'fast-xml-parser'
import { ResponseParserError } from '../errors/body.js'
import { layoutOf } from '../schema/layout.js'
import type { Layout, NamedMember } from '../schema/layout.js'
import type { AnyValue, Members } from '../schema/shapes.js'
import { elementLevels, type XmlElement } from './xml.js'
import { withoutRemarks } from './xmlRemarks.js'
import { normaliseLines, type RawAttribute, utf8Text } from './xmlTags.js'
import { convert, decodeReferences, listOf, onlyText, setAttribute } from './xmlValues.js'

/** An element, its text or a CDATA section, as the library gives it in the order of the document. */
type Node = Readonly<Record<string, unknown>>

const textKey = '#text'
const cdataKey = '#cdata'
const attributesKey = ':@'
const attributePrefix = '@_'

/**
 * Reads a document whose root holds the members of a structure.
 * @throws {ResponseParserError} as `readStructure` of the own reader.
 */
export function readStructureWithLibrary(
  body: Uint8Array,
  members: Members,
  warnings: string[],
): Record<string, unknown> {
  const root = rootOf(body)
  const layout = layoutOf(members)
  const only = onlyText(layout)
  if (only === undefined || contentOf(root).some(isElement) || ownText(root).trim() === '') {
    return structure(root, layout, warnings)
  }
  return { [only.key]: ownText(root) }
}

/** Reads a document of unknown shape. */
export function readElementWithLibrary(body: Uint8Array): XmlElement {
  return element(rootOf(body), 1)
}

// The library takes a hundred times the memory that the document does. S3's own documents have a megabyte or two.
const maxBytes = 8 * 1024 * 1024
// S3's own documents have fewer than ten levels.
const maxDepth = 64

function rootOf(body: Uint8Array): Node {
  if (body.length > maxBytes) {
    throw new ResponseParserError(
      `a document with CDATA sections, or not in UTF-8, is read up to ${maxBytes} bytes, and this one has ${body.length}`,
    )
  }
  // The library overlooks missing and mismatched end tags, and is confused by quotes in comments and instructions.
  const text = withoutRemarks(utf8Text(body) ?? otherText(body))
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreDeclaration: true,
    ignoreAttributes: false,
    attributeNamePrefix: attributePrefix,
    textNodeName: textKey,
    cdataPropName: cdataKey,
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    // References are decoded by the same function as in the own reader; the library drops control characters.
    processEntities: false,
    jPath: false,
    // Names such as `constructor` are refused or changed by the library; behind a colon they are names like any other.
    transformTagName: (name) => (name.includes(':') ? name : `:${name}`),
    maxNestedTags: maxDepth,
  })
  let nodes: unknown
  try {
    nodes = parser.parse(text)
  } catch (cause) {
    throw new ResponseParserError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
  const root = (Array.isArray(nodes) ? nodes : []).filter(isNode).find(isElement)
  if (root === undefined) throw new ResponseParserError('there is no root element')
  return root
}

/** Text in the encoding that the byte order mark or the declaration names (XML 1.0, 4.3.3), where it is not UTF-8. */
function otherText(body: Uint8Array): string {
  const marked =
    body[0] === 0xfe && body[1] === 0xff ? 'utf-16be' : body[0] === 0xff && body[1] === 0xfe ? 'utf-16le' : ''
  const declaration = /^\s*<\?xml\s[^>]*\?>/.exec(new TextDecoder('latin1').decode(body.subarray(0, 512)))?.[0]
  const declared = /\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration ?? '')?.[1]
  const encoding = marked || (declared ?? 'utf-8')
  try {
    return normaliseLines(new TextDecoder(encoding, { fatal: true }).decode(body))
  } catch (cause) {
    throw new ResponseParserError(`the text is not in the encoding ${encoding}`, { cause })
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}

function tagOf(node: Node): string {
  for (const key of Object.keys(node)) if (key !== attributesKey) return key
  return ''
}

function isElement(node: Node): boolean {
  return !(textKey in node) && !(cdataKey in node)
}

function localName(node: Node): string {
  const tag = tagOf(node)
  return tag.slice(tag.indexOf(':') + 1)
}

function contentOf(node: Node): readonly Node[] {
  const content = node[tagOf(node)]
  return Array.isArray(content) ? content.filter(isNode) : []
}

/** Text and CDATA up to the first child. */
function ownText(node: Node): string {
  let text = ''
  for (const part of contentOf(node)) {
    if (textKey in part) text += decodeReferences(String(part[textKey]))
    else if (cdataKey in part) for (const piece of contentOf(part)) text += String(piece[textKey])
    else break
  }
  return text
}

function attributesOf(node: Node): RawAttribute[] {
  const attributes = node[attributesKey]
  if (!isNode(attributes)) return []
  return Object.entries(attributes).map(([name, raw]) => [name.slice(attributePrefix.length), String(raw)] as const)
}

function structure(node: Node, layout: Layout, warnings: string[]): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const member of layout.attributes) setAttribute(result, member, attributesOf(node))
  for (const child of contentOf(node)) {
    const member = isElement(child) ? layout.byElement.get(localName(child)) : undefined
    if (member !== undefined) assign(result, member, child, warnings)
  }
  return result
}

function assign(result: Record<string, unknown>, member: NamedMember, node: Node, warnings: string[]): void {
  const { key, value } = member
  if (value.kind === 'list' && value.flat) {
    const items = listOf(result, key)
    const found = valueOf(value.item, node, key, warnings)
    if (found === undefined) return
    items.push(found)
    if (member.single !== undefined) result[member.single] = items[0]
    return
  }
  const found = valueOf(value, node, key, warnings)
  if (found !== undefined) result[key] = found
}

function valueOf(value: AnyValue, node: Node, key: string, warnings: string[]): unknown {
  if (value.kind === 'structure') return structure(node, layoutOf(value.members), warnings)
  if (value.kind !== 'list') return convert(value, ownText(node), key, warnings)
  return contentOf(node)
    .filter(isElement)
    .map((child) => valueOf(value.item, child, key, warnings))
    .filter((item) => item !== undefined)
}

function element(node: Node, level: number): XmlElement {
  const children = level < elementLevels ? contentOf(node).filter(isElement) : []
  return { name: localName(node), text: ownText(node), children: children.map((child) => element(child, level + 1)) }
}
