/** Addresses of the screens at the windows of the service centres; `routes.ts` answers them. */

/** What a list is narrowed to. */
export interface Narrowed {
  q?: string | undefined
  organ?: string | undefined
  window?: string | undefined
}

const query = (asked: Narrowed): string => {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}

const centre = (centreId: string): string => `/counter/${encodeURIComponent(centreId)}`
const item = (centreId: string, itemId: string): string => `${centre(centreId)}/items/${itemId}`

export const COUNTER = {
  centres: '/counter',
  centre: (centreId: string, asked: Narrowed = {}): string => centre(centreId) + query(asked),
  item,
  /** The print on the screen, with the way back below it. */
  print: (centreId: string, itemId: string): string => `${item(centreId, itemId)}/print`,
  /** The live part of a screen alone, and the line on which it hears that something changed. */
  listNow: (centreId: string, asked: Narrowed): string => `${centre(centreId)}/now${query(asked)}`,
  listEvents: (centreId: string): string => `${centre(centreId)}/events`,
  itemNow: (centreId: string, itemId: string): string => `${item(centreId, itemId)}/now`,
  itemEvents: (centreId: string, itemId: string): string => `${item(centreId, itemId)}/events`,
} as const
