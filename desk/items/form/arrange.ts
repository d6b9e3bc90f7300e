import {
  type Column,
  type Field,
  type Form,
  type Group,
  mapField,
  mapGroup,
  outlineOf,
  type Place,
} from './model.ts'

/** What was taken out of a form, with the place where it stood. */
export type Removed = { place: Place } & (
  | { kind: 'group'; part: Group }
  | { kind: 'field'; part: Field }
  | { kind: 'column'; part: Column }
)

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, i) => i !== at)
const withAt = <T>(list: readonly T[], at: number, one: T): T[] => list.toSpliced(at, 0, one)

export function remove(form: Form, place: Place): { form: Form; removed: Removed } {
  const { group: g, field: f, column: c } = place
  const group = form.groups[g]!
  if (f === undefined)
    return {
      form: { groups: without(form.groups, g) },
      removed: { place, kind: 'group', part: group },
    }
  const field = group.fields[f]!
  if (c === undefined)
    return {
      form: mapGroup(form, g, (x) => ({ ...x, fields: without(x.fields, f) })),
      removed: { place, kind: 'field', part: field },
    }
  const column = field.columns[c]!
  return {
    form: mapField(form, g, f, (x) => ({ ...x, columns: without(x.columns, c) })),
    removed: { place, kind: 'column', part: column },
  }
}

/** Puts something in at a place; where the list has become shorter meanwhile, at its end. */
export function insert(form: Form, removed: Pick<Removed, 'kind' | 'part' | 'place'>): Form {
  const { group: g, field: f = 0, column: c = 0 } = removed.place
  if (removed.kind === 'group') return { groups: withAt(form.groups, g, removed.part as Group) }
  const at = Math.min(g, form.groups.length - 1)
  if (at < 0) return form
  if (removed.kind === 'field')
    return mapGroup(form, at, (x) => ({ ...x, fields: withAt(x.fields, f, removed.part as Field) }))
  return mapField(form, at, f, (x) => ({ ...x, columns: withAt(x.columns, c, removed.part as Column) }))
}

/** One up (-1) or down (1); a field goes on into the neighbouring group. The form itself when it can go no further. */
export function moveBy(form: Form, place: Place, by: -1 | 1): Form {
  const { group: g, field: f, column: c } = place
  const swap = <T>(list: readonly T[], i: number): T[] | null => {
    if (list[i] === undefined || list[i + by] === undefined) return null
    const next = [...list]
    ;[next[i], next[i + by]] = [next[i + by]!, next[i]!]
    return next
  }
  if (f === undefined) {
    const groups = swap(form.groups, g)
    return groups ? { groups } : form
  }
  const group = form.groups[g]!
  if (c !== undefined) {
    const columns = swap(group.fields[f]!.columns, c)
    return columns ? mapField(form, g, f, (x) => ({ ...x, columns })) : form
  }
  const fields = swap(group.fields, f)
  if (fields) return mapGroup(form, g, (x) => ({ ...x, fields }))
  const next = form.groups[g + by]
  if (!next) return form
  const { form: rest, removed } = remove(form, place)
  const at = by === -1 ? next.fields.length : 0
  return insert(rest, { ...removed, place: { group: g + by, field: at } })
}

/**
 * Drops a line before or after another one: groups between groups, fields between fields or into a group, columns within their own
 * table. The form itself where it cannot lie there.
 */
export function drop(form: Form, id: string, onto: string, after: boolean): Form {
  const lines = outlineOf(form)
  const from = lines.find((l) => l.id === id)
  const to = lines.find((l) => l.id === onto)
  if (!from || !to || from === to) return form
  const { form: rest, removed } = remove(form, from.place)
  const step = after ? 1 : 0
  const place = ((): Place | null => {
    if (removed.kind === 'group') {
      const key = to.group.key
      const at = rest.groups.findIndex((g) => g.key === key)
      return at < 0 ? null : { group: at + step }
    }
    if (removed.kind === 'column') {
      const { group, field, column } = to.place
      if (group !== from.place.group || field !== from.place.field || column === undefined) return null
      return { group, field: field!, column: shifted(column, from.place.column!) + step }
    }
    const { group, field } = to.place
    if (field === undefined) return after ? { group, field: 0 } : beforeGroup(form, group)
    const same = group === from.place.group
    if (same && field === from.place.field) return null
    return { group, field: (same ? shifted(field, from.place.field!) : field) + step }
  })()
  return place ? insert(rest, { ...removed, place }) : form
}

/** An index in a list out of which another one was taken. */
const shifted = (at: number, taken: number): number => (taken < at ? at - 1 : at)

/** Above the title of a group is the end of the group before it. */
const beforeGroup = (form: Form, group: number): Place | null =>
  group === 0 ? null : { group: group - 1, field: form.groups[group - 1]!.fields.length }
