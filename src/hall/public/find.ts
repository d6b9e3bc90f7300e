import {
  type Centre,
  type Faceted,
  type ItemHit,
  type ItemHits,
  type Reach,
  type Subject,
  search,
  type Way,
} from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'

/** What the address of a search asks for; unknown values are as good as none. */
export interface Wanted {
  q: string
  subject: '' | Subject
  topic: string
  area: string
  way: '' | Way
  reach: '' | Reach
  organ: string
  page: number
}

export type Found = ItemHits

const SUBJECTS: readonly string[] = ['person', 'enterprise', 'organisation'] satisfies Subject[]
const WAYS: readonly string[] = ['online', 'counter', 'courier'] satisfies Way[]
const REACHES: readonly string[] = ['whole', 'visits', 'counter'] satisfies Reach[]

export function wantedFrom(query: Record<string, unknown>): Wanted {
  const one = (name: string): string => {
    const value = query[name]
    return typeof value === 'string' ? value.trim().slice(0, 60) : ''
  }
  const among = <T extends string>(name: string, values: readonly string[]): '' | T =>
    values.includes(one(name)) ? (one(name) as T) : ''
  const page = Number(one('page'))
  return {
    q: one('q'),
    subject: among<Subject>('subject', SUBJECTS),
    topic: one('topic'),
    area: one('area'),
    way: among<Way>('way', WAYS),
    reach: among<Reach>('reach', REACHES),
    organ: one('organ'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  }
}

/** Looked for by words alone, on the first page: if nothing answers, it is the words that the catalogue does not know. */
export const onlyWords = ({ q, page, ...filters }: Wanted): boolean =>
  q !== '' && page === 1 && Object.values(filters).every((one) => one === '')

export const find = (db: Db, wanted: Wanted, census: readonly Faceted[]): Promise<Found> =>
  search(
    db,
    {
      ...wanted,
      subject: wanted.subject || undefined,
      way: wanted.way || undefined,
      reach: wanted.reach || undefined,
    },
    census,
  )

/** Whom one can ask about what came near: its departments as their guides name them, and the centre where it is handled. */
export function askable(
  near: readonly ItemHit[],
  centres: readonly Centre[],
): { name: string; phone: string }[] {
  const departments = new Map(
    near.filter((hit) => hit.consultPhone).map((hit) => [hit.organName, hit.consultPhone]),
  )
  const area = near[0]?.areaCode
  const centre = centres.find((one) => one.areaCode === area) ?? centres[0]
  return [
    ...[...departments].slice(0, 3).map(([name, phone]) => ({ name, phone })),
    ...(centre?.phone ? [{ name: centre.name, phone: centre.phone }] : []),
  ]
}
