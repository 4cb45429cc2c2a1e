/** XML bodies by structure. A reader of its own, so that the client is not measured by its own reader. */

/** An element: attributes (namespaces among them) by name, then either children or text. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#([0-9]+)|([a-z]+));/gi, (reference, hex, decimal, name: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    const character = entities[name]
    if (character === undefined) throw new Error(`Unknown entity ${reference}`)
    return character
  })
}

const token = /<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy

/** Reads what S3 requests consist of: elements, attributes in double quotes, text. Line ends as in XML 1.0, 2.11. */
export function readXml(source: string): XmlElement {
  const normalised = source.replace(/\r\n?/g, '\n')
  const top: XmlElement & { children: XmlElement[] } = { name: '', attributes: {}, children: [], text: '' }
  const open: { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }[] = [top]
  token.lastIndex = 0
  while (token.lastIndex < normalised.length) {
    const position = token.lastIndex
    const match = token.exec(normalised)
    const current = open.at(-1)
    if (match === null || current === undefined) throw new Error(`Not XML at ${position}: ${source.slice(position)}`)
    const [, closed, opened, attributeText = '', selfClosed, text] = match
    if (text !== undefined) {
      current.text += decode(text)
    } else if (closed !== undefined) {
      if (open.length === 1 || closed !== current.name) throw new Error(`</${closed}> closes <${current.name}>`)
      open.pop()
    } else if (opened !== undefined) {
      const attributes: Record<string, string> = {}
      for (const [, name = '', value = ''] of attributeText.matchAll(/([^\s=]+)="([^"]*)"/g)) {
        attributes[name] = decode(value)
      }
      const element = { name: opened, attributes, children: [], text: '' }
      current.children.push(element)
      if (selfClosed === '') open.push(element)
    }
  }
  const [root, ...others] = top.children
  if (open.length > 1 || root === undefined || others.length > 0) throw new Error('Not one closed root element')
  return root
}

/** How two bodies are compared. */
export interface XmlComparison {
  /** Siblings of different names may stand in any order; those of one name are a list and keep theirs. */
  readonly anyOrder: boolean
  /** A carriage return counts as a line feed, however it is written. */
  readonly looseLineEnds: boolean
}

function inOrder(elements: readonly XmlElement[], { anyOrder }: XmlComparison): readonly XmlElement[] {
  if (!anyOrder) return elements
  return elements.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

const byName = (attributes: Readonly<Record<string, string>>) => JSON.stringify(Object.entries(attributes).sort())

/** The places where two elements differ. */
export function compareXml(
  expected: XmlElement,
  actual: XmlElement,
  how: XmlComparison,
  path = `/${expected.name}`,
): string[] {
  if (expected.name !== actual.name) return [`${path}: <${actual.name}> in place of <${expected.name}>`]
  const differences: string[] = []
  if (byName(expected.attributes) !== byName(actual.attributes)) {
    differences.push(`${path}: attributes ${byName(actual.attributes)}, not ${byName(expected.attributes)}`)
  }
  const text = (element: XmlElement) =>
    JSON.stringify(how.looseLineEnds ? element.text.replace(/\r\n?/g, '\n') : element.text)
  if (text(expected) !== text(actual)) differences.push(`${path}: text ${text(actual)}, not ${text(expected)}`)
  const children = inOrder(expected.children, how)
  const others = inOrder(actual.children, how)
  if (children.length !== others.length) {
    const names = (elements: readonly XmlElement[]) => elements.map(({ name }) => name).join(' ')
    return [...differences, `${path}: children [${names(others)}], not [${names(children)}]`]
  }
  children.forEach((child, index) => {
    const other = others[index]
    if (other !== undefined) differences.push(...compareXml(child, other, how, `${path}/${child.name}[${index}]`))
  })
  return differences
}
