import type { Member, Members } from './shapes.js'

/** A member with both of its names. */
export interface NamedMember extends Member<unknown> {
  /** Name in the API: the property of the TypeScript object. */
  readonly key: string
  /** Name on the wire. */
  readonly name: string
  /** Of a list: the member of one value that has the same name on the wire and is the first item. */
  readonly single?: string
}

/** The members of one structure, sorted by place. */
export interface Layout {
  /** All members in the order of the model. */
  readonly all: readonly NamedMember[]
  readonly byKey: ReadonlyMap<string, NamedMember>
  readonly header: readonly NamedMember[]
  readonly headers: NamedMember | undefined
  /** The member that is the whole body, `payload` or `body`. */
  readonly payload: NamedMember | undefined
  /** Those that are elements of a body, one for each wire name. */
  readonly elements: readonly NamedMember[]
  /** `elements` by wire name. */
  readonly byElement: ReadonlyMap<string, NamedMember>
  readonly attributes: readonly NamedMember[]
  readonly required: readonly NamedMember[]
}

const layouts = /*#__PURE__*/ new WeakMap<Members, Layout>()

/** Sorts the members of a structure by place; done once for each structure and remembered. */
export function layoutOf(members: Members): Layout {
  let layout = layouts.get(members)
  if (layout === undefined) {
    layout = arrange(members)
    layouts.set(members, layout)
  }
  return layout
}

function arrange(members: Members): Layout {
  const all = Object.entries(members()).map(([key, member]) => named(key, member))
  const at = (place: string) => all.filter((member) => member.place === place)
  const byElement = distinct(at('element'))
  return {
    all,
    byKey: new Map(all.map((member) => [member.key, member])),
    header: at('header'),
    headers: at('headers')[0],
    payload: all.find((member) => member.place === 'payload' || member.place === 'body'),
    elements: [...byElement.values()],
    byElement,
    attributes: at('attribute'),
    required: all.filter((member) => member.required === true),
  }
}

/** All with the same properties in the same order: readers of XML come by often, and engines are fast then. */
function named(key: string, { place, value, name = key, ...rest }: Member<unknown>): NamedMember {
  const { required = false, always = false, idempotencyToken = false } = rest
  return { key, name, place, value, required, always, idempotencyToken }
}

/** Old members of one value lead a second life as the first item of the list that took their place and their name. */
function distinct(elements: readonly NamedMember[]): Map<string, NamedMember> {
  const byName = new Map<string, NamedMember>()
  for (const member of elements) {
    const other = byName.get(member.name)
    const [list, single] = member.value.kind === 'list' ? [member, other] : [other ?? member, other && member]
    byName.set(member.name, single === undefined ? list : { ...list, single: single.key })
  }
  return byName
}
