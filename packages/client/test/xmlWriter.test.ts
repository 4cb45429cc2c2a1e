import fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it, test } from 'vitest'
import { escapeAttribute, escapeText, writeDocument } from '../src/protocol/xmlWriter.js'
import {
  blob,
  boolean,
  element,
  flatList,
  header,
  httpTimestamp,
  integer,
  list,
  string,
  timestamp,
  type Members,
  type Structure,
} from '../src/schema/index.js'
import { AccessControlPolicy } from '../src/shapes/acl.js'
import { CORSConfiguration } from '../src/shapes/cors.js'
import { NotificationConfiguration } from '../src/shapes/notification.js'

const s3 = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'

interface Inner {
  Text?: string
}
const inner: Structure<Inner> = { kind: 'structure', members: () => ({ Text: element(string) }) }

const everything: Members = () => ({
  Text: element(string),
  Number: element(integer),
  Flag: element(boolean),
  When: element(timestamp),
  Modified: element(httpTimestamp),
  Bytes: element(blob),
  Inner: element(inner, 'In-ner'),
  Wrapped: element(list(string, 'Item')),
  Flat: element(flatList(string), 'Entry'),
  Structures: element(flatList(inner), 'Structure'),
  Elsewhere: header('x-elsewhere', string),
})

describe('documents', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no members', {}, ''],
    ['text', { Text: 'a' }, '<Text>a</Text>'],
    ['empty text', { Text: '' }, '<Text />'],
    ['numbers', { Number: 0 }, '<Number>0</Number>'],
    ['large numbers', { Number: 5497558138880 }, '<Number>5497558138880</Number>'],
    ['booleans', { Flag: false }, '<Flag>false</Flag>'],
    ['moments', { When: new Date('2026-01-01T00:00:00Z') }, '<When>2026-01-01T00:00:00Z</When>'],
    [
      'moments with a fraction',
      { When: new Date('1993-02-12T08:12:10.728Z') },
      '<When>1993-02-12T08:12:10.728000Z</When>',
    ],
    ['moments as text', { When: '2026-01-02' }, '<When>2026-01-02T00:00:00Z</When>'],
    ['moments as seconds', { When: 1767323045 }, '<When>2026-01-02T03:04:05Z</When>'],
    ['HTTP dates', { Modified: '2026-01-02T03:04:05Z' }, '<Modified>Fri, 02 Jan 2026 03:04:05 GMT</Modified>'],
    ['bytes', { Bytes: new Uint8Array([102, 111, 111]) }, '<Bytes>Zm9v</Bytes>'],
    ['a part of a buffer', { Bytes: new Uint8Array([0, 102, 0]).subarray(1, 2) }, '<Bytes>Zg==</Bytes>'],
    ['text as bytes', { Bytes: 'é' }, '<Bytes>w6k=</Bytes>'],
    ['structures', { Inner: { Text: 'a' } }, '<In-ner><Text>a</Text></In-ner>'],
    ['empty structures', { Inner: {} }, '<In-ner />'],
    ['wrapped lists', { Wrapped: ['a', 'b'] }, '<Wrapped><Item>a</Item><Item>b</Item></Wrapped>'],
    ['empty wrapped lists', { Wrapped: [] }, '<Wrapped />'],
    ['flat lists', { Flat: ['a', 'b'] }, '<Entry>a</Entry><Entry>b</Entry>'],
    ['empty flat lists', { Flat: [] }, ''],
    [
      'flat lists of structures',
      { Structures: [{ Text: 'a' }, {}] },
      '<Structure><Text>a</Text></Structure><Structure />',
    ],
    ['undefined', { Text: undefined, Inner: { Text: undefined } }, '<In-ner />'],
    ['members that travel elsewhere, and unknown ones', { Elsewhere: 'a', Unknown: 'b' }, ''],
    ['the order of the caller', { Number: 1, Text: 'a' }, '<Number>1</Number><Text>a</Text>'],
    ['the order of the caller, again', { Text: 'a', Number: 1 }, '<Text>a</Text><Number>1</Number>'],
  ])('%s', (_, value, xml) => {
    expect(writeDocument('Root', value, everything)).toBe(xml === '' ? `<Root ${s3} />` : `<Root ${s3}>${xml}</Root>`)
  })

  it('writes the namespace of a grantee and its type as an attribute', () => {
    const policy = {
      Grants: [{ Permission: 'READ', Grantee: { ID: 'a&b', Type: 'Canonical"User' } }],
      Owner: { DisplayName: 'me' },
    }
    expect(writeDocument('AccessControlPolicy', policy, AccessControlPolicy.members)).toBe(
      `<AccessControlPolicy ${s3}><AccessControlList><Grant><Permission>READ</Permission>` +
        '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Canonical&quot;User"><ID>a&amp;b</ID></Grantee>' +
        '</Grant></AccessControlList><Owner><DisplayName>me</DisplayName></Owner></AccessControlPolicy>',
    )
  })

  it('writes flat lists within flat lists', () => {
    const cors = { CORSRules: [{ AllowedMethods: ['GET', 'PUT'], AllowedOrigins: ['*'], MaxAgeSeconds: 5 }] }
    expect(writeDocument('CORSConfiguration', cors, CORSConfiguration.members)).toBe(
      `<CORSConfiguration ${s3}><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod>` +
        '<AllowedOrigin>*</AllowedOrigin><MaxAgeSeconds>5</MaxAgeSeconds></CORSRule></CORSConfiguration>',
    )
  })

  it('writes structures that are empty on purpose', () => {
    expect(
      writeDocument('NotificationConfiguration', { EventBridgeConfiguration: {} }, NotificationConfiguration.members),
    ).toBe(`<NotificationConfiguration ${s3}><EventBridgeConfiguration /></NotificationConfiguration>`)
  })
})

describe('escaping', () => {
  it('keeps markup and line breaks', () => {
    expect(escapeText('<a b="c">\'&lt;]]>\r\n\t')).toBe('&lt;a b="c"&gt;\'&amp;lt;]]&gt;&#xD;&#xA;\t')
    expect(escapeAttribute('<a b="c">\r\n\t')).toBe('&lt;a b=&quot;c&quot;&gt;&#13;&#10;&#09;')
  })

  // The production Char of XML 1.0, 2.2, as far as a document can carry it.
  const character = fc
    .integer({ min: 0x20, max: 0x10ffff })
    .filter((code) => (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff)
    .map((code) => String.fromCodePoint(code))
  const text = fc
    .array(fc.oneof(character, fc.constantFrom('&', '<', '>', '"', "'", '\r', '\n', '\t', ']]>', '&lt;', '&#13;', ' ')))
    .map((pieces) => pieces.join(''))
  const parser = new XMLParser({
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    htmlEntities: true,
    processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 1_000_000 },
  })

  it('lets a parser read back any text', () => {
    fc.assert(
      fc.property(text, text, (content, type) => {
        const xml = `<R t="${escapeAttribute(type)}"><T>${escapeText(content)}</T></R>`
        expect(parser.parse(xml)).toEqual({ R: { '@t': type, T: content } })
      }),
    )
  })
})
