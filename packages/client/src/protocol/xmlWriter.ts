/** XML bodies of requests (boto3 semantics 3.6): no declaration, members in the caller's order. */
import type { AnyValue, Members, StructureValue } from '../schema/shapes.js'
import { layoutOf } from '../schema/layout.js'
import { isRecord } from './kinds.js'
import { scalarText } from './scalar.js'
import type { Params } from './validate.js'

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

/**
 * A document of the S3 API.
 * @param root - Name of the root element, which alone carries S3's namespace.
 * @param value - Its members; those that are `undefined`, `null` or unknown, or travel elsewhere, are left out.
 */
export function writeDocument(root: string, value: Params, members: Members): string {
  return enclose(root, ` xmlns="${namespace}"`, elements(value, members))
}

/** An element; without content in the short form, blank included, so that its bytes and their hash are boto3's. */
function enclose(name: string, attributes: string, content: string): string {
  return content === '' ? `<${name}${attributes} />` : `<${name}${attributes}>${content}</${name}>`
}

function elements(value: Params, members: Members): string {
  const { byKey } = layoutOf(members)
  let xml = ''
  for (const key of Object.keys(value)) {
    const given = value[key]
    if (given === undefined || given === null) continue
    const member = byKey.get(key)
    if (member?.place === 'element') xml += element(member.name, given, member.value)
  }
  return xml
}

function element(name: string, value: unknown, model: AnyValue): string {
  switch (model.kind) {
    case 'structure': {
      const members = isRecord(value) ? value : {}
      return enclose(name, attributes(members, model), elements(members, model.members))
    }
    case 'list': {
      let xml = ''
      const itemName = model.flat ? name : model.itemName
      for (const item of Array.isArray(value) ? value : []) xml += element(itemName, item, model.item)
      return model.flat ? xml : enclose(name, '', xml)
    }
    default:
      return enclose(name, '', escapeText(scalarText(value, model, 'xml')))
  }
}

function attributes(value: Params, model: StructureValue): string {
  let xml = ''
  if (model.namespace !== undefined) {
    xml += ` xmlns:${model.namespace.prefix}="${escapeAttribute(model.namespace.uri)}"`
  }
  for (const member of layoutOf(model.members).attributes) {
    const given = value[member.key]
    if (given === undefined || given === null) continue
    xml += ` ${member.name}="${escapeAttribute(scalarText(given, member.value, 'xml'))}"`
  }
  return xml
}

const textEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\r': '&#xD;',
  '\n': '&#xA;',
}

const attributeEscapes: Readonly<Record<string, string>> = {
  ...textEscapes,
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#09;',
}

const unsafeText = /[&<>\r\n]/
const unsafeAttribute = /[&<>"\r\n\t]/

/** Escapes character data; line breaks too, because an XML parser reads a bare carriage return as a line feed (XML 1.0, 2.11). */
export function escapeText(text: string): string {
  return unsafeText.test(text) ? text.replace(/[&<>\r\n]/g, (character) => textEscapes[character]!) : text
}

/** Escapes the value of an attribute, in which a parser turns line breaks and tabs into blanks (XML 1.0, 3.3.3). */
export function escapeAttribute(text: string): string {
  return unsafeAttribute.test(text) ? text.replace(/[&<>"\r\n\t]/g, (character) => attributeEscapes[character]!) : text
}

/**
 * The document as boto3 writes it for most operations: line breaks in character data are bare. Only for
 * `compat: 'strict'`, because carriage returns do not survive it.
 */
export function withBareLineBreaks(document: string): string {
  return document.includes('&#x') ? document.replaceAll('&#xD;', '\r').replaceAll('&#xA;', '\n') : document
}
