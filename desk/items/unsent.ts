import type { DraftBody } from '../../src/catalogue/api/contract.ts'

/** What was typed in an item and has not reached the server, kept in this browser: no network, an ended session and a closed tab lose nothing. */
export interface Unsent {
  patch: Record<string, unknown>
  /** What the page was looking at, so that the server can put it together with what others saved since. */
  shown: Pick<DraftBody, 'revision' | 'version' | 'asSent'>
  /** ISO */
  at: string
}

/** One officer never finds what another typed at the same machine. */
const placeOf = (staffId: string, itemId: string): string => `desk.unsent.${staffId}.${itemId}`

export function keepUnsent(staffId: string, itemId: string, unsent: Unsent): void {
  try {
    localStorage.setItem(placeOf(staffId, itemId), JSON.stringify(unsent))
  } catch {
    // A full or forbidden store: the page itself still has it, and warns before it is left.
  }
}

export const forgetUnsent = (staffId: string, itemId: string): void =>
  localStorage.removeItem(placeOf(staffId, itemId))

export function readUnsent(staffId: string, itemId: string): Unsent | null {
  const text = localStorage.getItem(placeOf(staffId, itemId))
  if (text === null) return null
  try {
    const kept = JSON.parse(text) as Unsent
    return Object.keys(kept.patch).length > 0 ? kept : null
  } catch {
    return null
  }
}
