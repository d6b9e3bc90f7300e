import type { StoredEvent } from '../../history/index.ts'
import type { ItemContent } from '../item.ts'
import { type Difference, differences } from './differences.ts'

/** 字段留痕: who changed which field when, told from the history of the item. */

/** As much of a text as the history keeps; the whole text stands in the versions. */
const MOST_CHARACTERS = 160
/** How much before the first change is kept with it, so that a reader sees where it is. */
const LEAD = 40
/** A long edit is saved every second or so; saves of one clerk in one place within this time are one change. */
const ONE_CHANGE_MS = 10 * 60_000

/** The stretch of a long text in which it begins to differ: what was changed far down in a condition must not be cut off. */
function stretch(text: string, from: number): string {
  const characters = [...text]
  const start = characters.length > MOST_CHARACTERS ? Math.max(0, from - LEAD) : 0
  const kept = characters.slice(start, start + MOST_CHARACTERS).join('')
  return `${start > 0 ? '…' : ''}${kept}${start + MOST_CHARACTERS < characters.length ? '…' : ''}`
}

function firstDifference(before: string, after: string): number {
  const [b, a] = [[...before], [...after]]
  const at = b.findIndex((character, i) => character !== a[i])
  return at === -1 ? b.length : at
}

/** What a save changed, for its event. */
export const changedFields = (before: ItemContent, after: ItemContent): Difference[] =>
  differences(before, after).map((d) => {
    const from = firstDifference(d.before, d.after)
    return { ...d, before: stretch(d.before, from), after: stretch(d.after, from) }
  })

export interface FieldChange extends Difference {
  version: number
  at: Date
  by: string
}

/** Every change to a field, newest first; what one clerk wrote in one place in one go is one change. */
export function fieldHistory(events: readonly StoredEvent[]): FieldChange[] {
  const changes: FieldChange[] = []
  const open = new Map<string, FieldChange>()
  for (const { type, data, at, actor } of events) {
    const fields = data['fields']
    if (!type.startsWith('item.') || !Array.isArray(fields)) continue
    const version = Number(data['version'])
    for (const field of fields as Difference[]) {
      const last = open.get(field.path)
      const goesOn =
        last?.by === actor.name &&
        last.version === version &&
        last.kind === field.kind &&
        at.getTime() - last.at.getTime() <= ONE_CHANGE_MS
      if (goesOn) Object.assign(last, { after: field.after, at, label: field.label })
      else {
        const change = { ...field, version, at, by: actor.name }
        open.set(field.path, change)
        changes.push(change)
      }
    }
  }
  return changes
    .filter((c) => c.kind !== 'changed' || c.before !== c.after)
    .sort((a, b) => b.at.getTime() - a.at.getTime())
}
