import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResponseParserError } from '../src/errors/index.js'
import { readElement, readStructure } from '../src/protocol/xml.js'
import { readElementWithLibrary, readStructureWithLibrary } from '../src/protocol/xmlLibrary.js'
import { utf8Text } from '../src/protocol/xmlTags.js'
import {
  attribute,
  blob,
  boolean,
  element,
  flatList,
  integer,
  list,
  string,
  timestamp,
  type Structure,
} from '../src/schema/index.js'

const owner = () => ({ ID: element(string), Kind: attribute('xsi:type', string) })
const Owner: Structure<{ ID?: string; Kind?: string }> = { kind: 'structure', members: owner }
const entry = () => ({
  Key: element(string),
  Size: element(integer),
  Owner: element(Owner),
  Names: element(list(string, 'Name')),
})
const Entry: Structure<{ Key?: string; Size?: number }> = { kind: 'structure', members: entry }
const page = () => ({
  Name: element(string),
  KeyCount: element(integer),
  IsTruncated: element(boolean),
  Since: element(timestamp),
  Hash: element(blob),
  Contents: element(flatList(Entry)),
  Prefixes: element(flatList(string), 'Prefix'),
  Owners: element(list(Owner, 'Owner')),
  Owner: element(Owner),
})

const bytes = (text: string) => new TextEncoder().encode(text)

/** Reads with the own reader and with the library; they have to agree. */
function read(text: string): { result: unknown; warnings: string[] } {
  const warnings: string[] = []
  const libraryWarnings: string[] = []
  const result = readStructure(utf8Text(bytes(text)) ?? '', page, warnings)
  const byLibrary = readStructureWithLibrary(bytes(text), page, libraryWarnings)
  if (result !== undefined) {
    expect(byLibrary).toEqual(result)
    expect(libraryWarnings).toEqual(warnings)
  }
  return { result: byLibrary, warnings: libraryWarnings }
}

const isOwn = (text: string) => readStructure(utf8Text(bytes(text)) ?? '', page, []) !== undefined

describe('values by shape', () => {
  test.each<[string, string, unknown]>([
    ['text', '<R><Name>bucket</Name></R>', { Name: 'bucket' }],
    ['empty text', '<R><Name></Name></R>', { Name: '' }],
    ['empty element', '<R><Name/></R>', { Name: '' }],
    ['blanks are data in text', '<R><Name> a \n</Name></R>', { Name: ' a \n' }],
    ['blanks between elements are none', '<R>\n\t<Name>a</Name>\n </R>\n', { Name: 'a' }],
    ['blanks inside tags', '<R ><Name\n>a</Name\t></R >', { Name: 'a' }],
    ['named entities', '<R><Name>&lt;&gt;&amp;&quot;&apos;</Name></R>', { Name: `<>&"'` }],
    ['references are decoded once', '<R><Name>&amp;lt;&amp;#13;</Name></R>', { Name: '&lt;&#13;' }],
    ['numeric references', '<R><Name>&#65;&#x42;&#x1F600;&#128512;</Name></R>', { Name: 'AB😀😀' }],
    ['leading zeros', '<R><Name>&#0000000065;&#x00000041;</Name></R>', { Name: 'AA' }],
    ['control characters', '<R><Name>&#1;&#x1f;&#13;&#10;&#xFFFE;</Name></R>', { Name: '\u0001\u001f\r\n\ufffe' }],
    [
      'what is no reference',
      '<R><Name>a & b &x; &#; &#x110000; &amp</Name></R>',
      { Name: 'a & b &x; &#; &#x110000; &amp' },
    ],
    ['line ends, XML 1.0, 2.11', '<R><Name>a\r\nb\rc&#13;d</Name></R>', { Name: 'a\nb\nc\rd' }],
    ['integers', '<R><KeyCount>9007199254740991</KeyCount></R>', { KeyCount: 9007199254740991 }],
    ['negative integers', '<R><KeyCount> -7 </KeyCount></R>', { KeyCount: -7 }],
    ['true', '<R><IsTruncated>true</IsTruncated></R>', { IsTruncated: true }],
    ['anything else is false', '<R><IsTruncated>True</IsTruncated></R>', { IsTruncated: false }],
    [
      'moments',
      '<R><Since>2026-01-02T03:04:05.678Z</Since></R>',
      { Since: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)) },
    ],
    ['base64', '<R><Hash>AQID</Hash></R>', { Hash: new Uint8Array([1, 2, 3]) }],
    ['unknown elements', '<R><X><Name>n</Name><Y/></X><Name>a</Name><z:Q xmlns:z="urn:z">1</z:Q></R>', { Name: 'a' }],
    ['namespaces', '<n:R xmlns:n="urn:x"><n:Name>a</n:Name></n:R>', { Name: 'a' }],
    ['unknown attributes', `<R a="1" b='>'><Name c = "&gt;">a</Name></R>`, { Name: 'a' }],
    ['children of text', '<R><Name>a<b>x</b>c</Name></R>', { Name: 'a' }],
    ['empty root', '<R/>', {}],
    ['empty structure', '<R><Owner/></R>', { Owner: {} }],
    ['wrapped list', '<R><Owners><Owner><ID>1</ID></Owner><Owner/></Owners></R>', { Owners: [{ ID: '1' }, {}] }],
    ['items of any name', '<R><Owners><member><ID>1</ID></member><X/></Owners></R>', { Owners: [{ ID: '1' }, {}] }],
    ['empty wrapped list', '<R><Owners/></R>', { Owners: [] }],
    ['empty wrapped list with end tag', '<R><Owners> </Owners></R>', { Owners: [] }],
    ['flattened list', '<R><Prefix>a</Prefix><Prefix/></R>', { Prefixes: ['a', ''] }],
    [
      'interleaved flattened lists',
      '<R><Contents><Key>1</Key></Contents><Prefix>a</Prefix><Contents/><Prefix>b</Prefix></R>',
      { Contents: [{ Key: '1' }, {}], Prefixes: ['a', 'b'] },
    ],
    ['members in any order', '<R><Owner><ID>1</ID></Owner><Name>a</Name></R>', { Owner: { ID: '1' }, Name: 'a' }],
    [
      'lists in lists',
      '<R><Contents><Names><Name>a</Name><Name>b</Name></Names><Key>k</Key></Contents></R>',
      { Contents: [{ Names: ['a', 'b'], Key: 'k' }] },
    ],
    [
      'attributes',
      '<R><Owner xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group"><ID>1</ID></Owner></R>',
      { Owner: { ID: '1', Kind: 'Group' } },
    ],
    ['attributes with another prefix', `<R><Owner xmlns:q='urn:q' q:type='a&amp;b'/></R>`, { Owner: { Kind: 'a&b' } }],
    ['a declared prefix is no attribute', '<R><Owner xmlns:type="urn:q"/></R>', { Owner: {} }],
    [
      'UTF-8, whatever is declared',
      '<?xml version="1.0" encoding="ISO-8859-1"?><R><Name>é日</Name></R>',
      { Name: 'é日' },
    ],
    ['declaration', `<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<R><Name>a</Name></R>`, { Name: 'a' }],
    ['blanks before the declaration', '\n  <?xml version="1.0" encoding="UTF-8"?>\n\n<R/>', {}],
    ['byte order mark', '\ufeff<?xml version="1.0"?><R><Name>\ufeffa</Name></R>', { Name: '\ufeffa' }],
    ['names from Object', '<R><constructor>x</constructor><toString/></R>', {}],
  ])('%s', (_, text, expected) => {
    expect(isOwn(text)).toBe(true)
    expect(read(text)).toEqual({ result: expected, warnings: [] })
  })

  test('a member called __proto__ changes nothing', () => {
    const result = readStructure('<R><__proto__><Name>x</Name></__proto__><Name>a</Name></R>', page, [])
    expect(result).toEqual({ Name: 'a' })
    expect(Object.getPrototypeOf(result)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })

  test.each([
    ['<R><KeyCount></KeyCount></R>', 'KeyCount: "" is not an integer'],
    ['<R><KeyCount>1.5</KeyCount></R>', 'KeyCount: "1.5" is not an integer'],
    ['<R><Contents><Size>big</Size></Contents></R>', 'Size: "big" is not an integer'],
    ['<R><Since>yesterday</Since></R>', 'Since: "yesterday" is not a timestamp'],
    ['<R><Hash>*</Hash></R>', 'Hash: "*" is not base64'],
    [`<R><Since>${'1'.repeat(2_000_000)}x</Since></R>`, `Since: "${'1'.repeat(100)}…" is not a timestamp`],
  ])('left out with a warning: case %#', (text, warning) => {
    const { result, warnings } = read(text)
    expect(warnings).toEqual([warning])
    expect(JSON.stringify(result)).toMatch(/^\{("Contents":\[\{\}\])?\}$/)
  })
})

describe('one element for two members', () => {
  // As `Event` and `Events` of the old notification configurations.
  const members = () => ({ Events: element(flatList(string), 'Event'), Event: element(string), Id: element(string) })
  const reversed = () => ({ Event: element(string), Id: element(string), Events: element(flatList(string), 'Event') })

  test.each([
    ['<R><Event>a</Event></R>', { Event: 'a', Events: ['a'] }],
    ['<R><Event>a</Event><Id>1</Id><Event>b</Event></R>', { Event: 'a', Events: ['a', 'b'], Id: '1' }],
    ['<R><Id>1</Id></R>', { Id: '1' }],
  ])('%s', (text, expected) => {
    for (const shape of [members, reversed]) {
      expect(readStructure(text, shape, [])).toEqual(expected)
      expect(readStructureWithLibrary(bytes(text), shape, [])).toEqual(expected)
    }
  })
})

describe('one value without an element around it', () => {
  const location = () => ({ LocationConstraint: element(string) })

  test.each([
    ['<LocationConstraint>EU</LocationConstraint>', { LocationConstraint: 'EU' }],
    ['<Result xmlns="urn:x">EU</Result>', { LocationConstraint: 'EU' }],
    ['<LocationConstraint/>', {}],
    ['<LocationConstraint> \n</LocationConstraint>', {}],
    ['<C> <LocationConstraint>EU</LocationConstraint> </C>', { LocationConstraint: 'EU' }],
  ])('%s', (text, expected) => {
    expect(readStructure(text, location, [])).toEqual(expected)
    expect(readStructureWithLibrary(bytes(text), location, [])).toEqual(expected)
    expect(readStructureWithLibrary(bytes(`<!-- -->${text}`), location, [])).toEqual(expected)
  })
})

describe('comments and processing instructions', () => {
  test.each<[string, string, unknown]>([
    ['a comment first', '<!-- head --><R><Name>a</Name></R>', { Name: 'a' }],
    ['a comment in text', `<R><Name>a<!-- it's > -->b</Name></R>`, { Name: 'ab' }],
    ['a comment last', '<R/><!-- end -->', {}],
    ['an instruction', `<?style it's?><R><?x y="?><Name>a</Name></R>`, { Name: 'a' }],
    ['a commented element', '<R><!--<Name>b</Name>--><Name>a</Name></R>', { Name: 'a' }],
    ['a comment before the declaration', '<!-- a --><?xml version="1.0"?><R><Name>a</Name></R>', { Name: 'a' }],
    ['a comment beside children', '<R><Name>a<!-- --><b>x</b>c</Name></R>', { Name: 'a' }],
    ['an instruction between items', '<R><Owners><?a?><Owner/><!-- --></Owners></R>', { Owners: [{}] }],
    ['a tag in an instruction', '<R><?a </R><x> ?><Name>a</Name></R>', { Name: 'a' }],
  ])('%s', (_, text, expected) => {
    expect(isOwn(text)).toBe(true)
    expect(read(text)).toEqual({ result: expected, warnings: [] })
  })

  test('many are read in one pass', () => {
    const many = '<!----><?a?>'.repeat(100_000)
    const text = `${many}<R>${many}<Name>${'a<!-- -->'.repeat(100_000)}</Name>${many}</R>${many}`
    expect(readStructure(text, page, [])).toEqual({ Name: 'a'.repeat(100_000) })
    expect(() => readStructure('<!--'.repeat(200_000), page, [])).toThrow(ResponseParserError)
  })

  test('warnings are not doubled by the second pass', () => {
    const warnings = ['of a header']
    expect(readStructure('<R><KeyCount/><!-- --></R>', page, warnings)).toEqual({})
    expect(warnings).toEqual(['of a header', 'KeyCount: "" is not an integer'])
  })
})

describe('left to the library', () => {
  test.each<[string, string, unknown]>([
    ['CDATA', '<R><Name><![CDATA[<x> & &amp;]]></Name></R>', { Name: '<x> & &amp;' }],
    ['CDATA beside text', '<R><Name>a&amp;<![CDATA[b]]>c<![CDATA[]]></Name></R>', { Name: 'a&bc' }],
    ['CDATA and comments', '<R><!-- a --><Name><![CDATA[<!-- b -->]]><!-- c --></Name></R>', { Name: '<!-- b -->' }],
    ['names from Object', '<R><__proto__><a/></__proto__><toString/><Name><![CDATA[a]]></Name></R>', { Name: 'a' }],
  ])('%s', (_, text, expected) => {
    expect(isOwn(text)).toBe(false)
    expect(read(text)).toEqual({ result: expected, warnings: [] })
  })

  test('warnings are not doubled when the own reader gives up in the middle', () => {
    const warnings: string[] = []
    expect(readStructure('<R><KeyCount/><Name><![CDATA[a]]></Name></R>', page, warnings)).toBeUndefined()
    expect(warnings).toEqual([])
  })

  test.each([
    ['length', `<R><Name><![CDATA[a]]></Name><X>${'x'.repeat(8 * 1024 * 1024)}</X></R>`, /8388608 bytes/],
    ['depth', `<R>${'<a>'.repeat(70)}<![CDATA[a]]>${'</a>'.repeat(70)}</R>`, /nested/],
  ])('only up to a certain %s', (_, text, reason) => {
    expect(isOwn(text)).toBe(false)
    expect(() => readStructureWithLibrary(bytes(text), page, [])).toThrow(ResponseParserError)
    expect(() => readStructureWithLibrary(bytes(text), page, [])).toThrow(reason)
  })

  test('other encodings by declaration and by byte order mark', () => {
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><R><Name>\xe9</Name></R>'
    const latinBytes = Uint8Array.from(latin, (character) => character.charCodeAt(0))
    expect(utf8Text(latinBytes)).toBeUndefined()
    expect(readStructureWithLibrary(latinBytes, page, [])).toEqual({ Name: 'é' })

    const wide = '\ufeff<R><Name>日</Name></R>'
    const little = new Uint8Array(wide.length * 2)
    for (let i = 0; i < wide.length; i += 1) new DataView(little.buffer).setUint16(i * 2, wide.charCodeAt(i), true)
    expect(utf8Text(little)).toBeUndefined()
    expect(readStructureWithLibrary(little, page, [])).toEqual({ Name: '日' })

    const unknown = Uint8Array.from(latin.replace('ISO-8859-1', 'klingon'), (character) => character.charCodeAt(0))
    expect(() => readStructureWithLibrary(unknown, page, [])).toThrow(ResponseParserError)
  })
})

describe('refused by both', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n '],
    ['no XML', 'not xml at all'],
    ['JSON', '{"error":"x"}'],
    ['text before the root', 'x<R/>'],
    ['text after the root', '<R/>x'],
    ['two roots', '<R/><R/>'],
    ['blanks that are none in XML', '\u00a0<R/>\f'],
    ['an end tag after the root', '<R/></R>'],
    ['an open root', '<R>'],
    ['an open element', '<R><Name>a</R>'],
    ['a wrong end tag', '<R><Name>a</Nam></R>'],
    ['an end tag that goes on', '<R><Name>a</Names></R>'],
    ['an end tag of another prefix', '<a:R xmlns:a="a" xmlns:b="b"></b:R>'],
    ['an unclosed unknown element', '<R><X><Y></X></R>'],
    ['a tag without name', '<R>< Name></R>'],
    ['an attribute without quotes', '<R a=1/>'],
    ['an attribute without value', '<R a></R>'],
    ['an open declaration', '<?xml version="1.0"'],
    ['an open attribute', '<R a="'],
    ['an open comment', '<R><!-- </R>'],
    ['an open CDATA section', '<R><Name><![CDATA[a]></Name></R>'],
    ['an open instruction', '<R><?x </R>'],
    ['CDATA outside the root', '<![CDATA[a]]><R/>'],
    ['DOCTYPE', '<!DOCTYPE R><R/>'],
    ['doctype in lower case', '<?xml version="1.0"?>\n<!doctype html><html/>'],
    ['DOCTYPE with entities', '<!DOCTYPE R [<!ENTITY x "y">]><R><Name>&x;</Name></R>'],
    ['DOCTYPE after a comment', '<!-- a --><!DocType R><R/>'],
    ['DOCTYPE after an instruction', '<?a b?><!DOCTYPE R><R/>'],
    ['ELEMENT', '<R><!ELEMENT a></R>'],
  ])('%s', (_, text) => {
    const own = () => {
      // The own reader may leave the verdict to the library.
      if (readStructure(utf8Text(bytes(text)) ?? '', page, []) === undefined) throw new ResponseParserError('left')
    }
    expect(own).toThrow(ResponseParserError)
    expect(() => readStructureWithLibrary(bytes(text), page, [])).toThrow(ResponseParserError)
  })

  test('bytes that are not UTF-8', () => {
    const broken = Uint8Array.from([...bytes('<R><Name>'), 0xff, ...bytes('</Name></R>')])
    expect(utf8Text(broken)).toBeUndefined()
    expect(() => readStructureWithLibrary(broken, page, [])).toThrow(ResponseParserError)
  })
})

describe('hostile documents', () => {
  const depth = 100_000
  const deep = `<R>${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}<Name>n</Name></R>`

  test('deep nesting is skipped without recursion', () => {
    expect(readStructure(deep, page, [])).toEqual({ Name: 'n' })
    expect(readElement(deep)?.children.at(-1)).toEqual({ name: 'Name', text: 'n', children: [] })
    expect(readStructure(`<!-- -->${deep}`, page, [])).toEqual({ Name: 'n' })
  })

  test('no more than twenty warnings', () => {
    const entries = (count: number) => `<R>${'<Contents><Size/></Contents>'.repeat(count)}</R>`
    const line = 'Size: "" is not an integer'
    expect(read(entries(20)).warnings).toEqual(new Array(20).fill(line))
    expect(read(entries(150_000)).warnings).toEqual([...new Array<string>(20).fill(line), 'and more'])
  })

  test('an unclosed deep document is refused', () => {
    expect(() => readStructure(`<R>${'<a>'.repeat(depth)}`, page, [])).toThrow(ResponseParserError)
  })

  test.each([
    ['ampersands', `<R><Name>${'&'.repeat(500_000)}</Name></R>`],
    ['open references', `<R><Name>${'&#1'.repeat(200_000)}</Name></R>`],
    ['attributes', `<R ${'a '.repeat(200_000)}`],
    ['open tags', '<R '.repeat(200_000)],
  ])('many %s are read in one pass', (_, text) => {
    // Quadratic reading of these takes minutes, and the test its time limit.
    const outcome = () => readStructure(text, page, [])
    if (text.endsWith('</R>')) expect(outcome()).toHaveProperty('Name')
    else expect(outcome).toThrow(ResponseParserError)
  })

  test('a page of 1000 quoted ETags and 5000 references', () => {
    const one = '<Contents><Key>&quot;&#13;&amp;&#x1;&lt;</Key></Contents>'
    const text = `<R>${one.repeat(1000)}</R>`
    const { result } = read(text)
    expect(result).toEqual({ Contents: Array.from({ length: 1000 }, () => ({ Key: '"\r&\u0001<' })) })
  })
})

describe('any element', () => {
  test.each([
    ['<a:E xmlns:a="u"><Code>x&amp;</Code><D>t<F>1<G>2</G></F></D></a:E>'],
    ['<E/>'],
    ['<E>\n <Code/>\n</E>'],
  ])('%s is the same tree for both', (text) => {
    expect(readElementWithLibrary(bytes(text))).toEqual(readElement(text))
  })

  test('text and children', () => {
    expect(readElement('<E>t<Code>x&amp;</Code>u</E>')).toEqual({
      name: 'E',
      text: 't',
      children: [{ name: 'Code', text: 'x&', children: [] }],
    })
  })
})

/** Documents with their meaning: every way of writing is chosen at random. */
const anyText = fc.string({ unit: 'binary', maxLength: 12 })
const blanks = fc.constantFrom('', '', ' ', '\n', '\r\n  ', '\t')
const style = fc.nat(3)

/** Text as XML: characters as they are where that is allowed, else, or at random, as references. */
function escape(text: string, quote: string, how: number): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0)!
    const entity = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' }[character]
    const hidden = code < 0x20 || (code >= 0x7f && code < 0xa0) || (code & 0xfffe) === 0xfffe || character === quote
    if (entity !== undefined && how % 2 === 0) return entity
    if (hidden || entity !== undefined || how === 3) return how > 1 ? `&#x${code.toString(16)};` : `&#${code};`
    return character
  }).join('')
}

const textElement = (name: string) =>
  fc.tuple(anyText, style, blanks, fc.boolean()).map(([text, how, space, short]) => ({
    xml: text === '' && short ? `<${name}${space}/>` : `<${name}${space}>${escape(text, '', how)}</${name}${space}>`,
    value: text,
  }))
const integerElement = (name: string) =>
  fc.maxSafeInteger().map((value) => ({ xml: `<${name}>${value}</${name}>`, value }))
const ownerElement = (name: string) =>
  fc
    .tuple(textElement('ID'), fc.option(anyText), style, fc.constantFrom('"', "'"), blanks)
    .map(([id, kind, how, quote, space]) => ({
      xml:
        kind === null
          ? `<${name}>${space}${id.xml}</${name}>`
          : `<${name} xmlns:x="urn:x" x:type=${quote}${escape(kind, quote, how)}${quote}>${id.xml}${space}</${name}>`,
      value: { ID: id.value, ...(kind === null ? {} : { Kind: kind }) },
    }))
const entryElement = fc
  .tuple(textElement('Key'), integerElement('Size'), fc.boolean(), blanks)
  .map(([key, size, swap, space]) => ({
    xml: `<Contents>${space}${swap ? size.xml + space + key.xml : key.xml + size.xml}${space}</Contents>`,
    value: { Key: key.value, Size: size.value },
  }))
const part = fc.oneof(
  entryElement.map(({ xml, value }) => ({ xml, add: (into: Page) => (into.Contents ??= []).push(value) })),
  textElement('Prefix').map(({ xml, value }) => ({ xml, add: (into: Page) => (into.Prefixes ??= []).push(value) })),
  textElement('Name').map(({ xml, value }) => ({ xml, add: (into: Page) => (into.Name = value) })),
  ownerElement('Owner').map(({ xml, value }) => ({ xml, add: (into: Page) => (into.Owner = value) })),
  fc.array(ownerElement('Owner'), { maxLength: 3 }).map((owners) => ({
    xml: `<Owners>${owners.map(({ xml }) => xml).join('')}</Owners>`,
    add: (into: Page) => (into.Owners = owners.map(({ value }) => value)),
  })),
  textElement('Unknown').map(({ xml }) => ({ xml, add: () => undefined })),
)
interface Page {
  Contents?: unknown[]
  Prefixes?: string[]
  Name?: string
  Owner?: unknown
  Owners?: unknown[]
}
const documents = fc
  .tuple(fc.array(part, { maxLength: 8 }), blanks, fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>'))
  .map(([parts, space, declaration]) => {
    const value: Page = {}
    for (const { add } of parts) add(value)
    return { text: `${declaration}${space}<R>${parts.map(({ xml }) => xml + space).join('')}</R>`, value }
  })

describe('laws', () => {
  test('what was written is read, by both readers alike', () => {
    fc.assert(
      fc.property(documents, ({ text, value }) => {
        expect(isOwn(text)).toBe(true)
        expect(read(text)).toEqual({ result: value, warnings: [] })
      }),
      { numRuns: 300 },
    )
  })

  test('a remark anywhere between elements changes nothing', () => {
    fc.assert(
      fc.property(documents, fc.constantFrom('<!-- > " -->', `<?a 'b?>`), ({ text, value }, remark) => {
        const remarked = text.replace('<R>', `${remark}<R>${remark}`)
        expect(isOwn(remarked)).toBe(true)
        expect(read(remarked)).toEqual({ result: value, warnings: [] })
      }),
      { numRuns: 100 },
    )
  })

  test('both readers agree about remarks at any place, be it inside a tag, a reference or another remark', () => {
    const outcome = (reading: (warnings: string[]) => unknown): unknown => {
      const warnings: string[] = []
      try {
        return { result: reading(warnings), warnings }
      } catch (error) {
        expect(error).toBeInstanceOf(ResponseParserError)
        return 'refused'
      }
    }
    const remarks = fc.constantFrom('<!-- > " -->', `<?a 'b?>`, '<!---->', '<!--', '-->', '<?', '?>', '<!-- </R> -->')
    const places = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), remarks), {
      minLength: 1,
      maxLength: 3,
    })
    fc.assert(
      fc.property(documents, places, ({ text }, insertions) => {
        let remarked = text
        for (const [where, remark] of insertions) {
          const at = Math.floor(remarked.length * where)
          remarked = remarked.slice(0, at) + remark + remarked.slice(at)
        }
        const own = outcome((warnings) => readStructure(utf8Text(bytes(remarked)) ?? '', page, warnings))
        expect(own).toEqual(outcome((warnings) => readStructureWithLibrary(bytes(remarked), page, warnings)))
      }),
      { numRuns: 1000 },
    )
  })

  test('a document cut anywhere is refused by both', () => {
    fc.assert(
      fc.property(documents, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), ({ text }, where) => {
        const cut = text.slice(0, Math.floor(text.length * where))
        expect(() => readStructure(utf8Text(bytes(cut)) ?? '', page, [])).toThrow(ResponseParserError)
        expect(() => readStructureWithLibrary(bytes(cut), page, [])).toThrow(ResponseParserError)
      }),
      { numRuns: 300 },
    )
  })
})
