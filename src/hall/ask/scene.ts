import { type ItemVersion, itemForGuide, suggest } from '../../catalogue/index.ts'
import { bodiesThatAnswer, publicAnswersOf } from '../../feedback/index.ts'
import type { Db } from '../../platform/database.ts'
import { type Answered, mayAnswer } from './matching.ts'

/** What was typed or chosen, as it is shown again. */
export interface Given {
  /** The question's own id, made with the form. */
  id: string
  /** Words of the search that found nothing, or that look for the item here. */
  q: string
  /** `item:<id>`, `organ`, `unknown`, or '' while nothing is chosen. */
  about: string
  organ: string
  text: string
  phone: string
}

export interface AskScene {
  /** The item that the question is about from the start: the way led here from its guide. */
  item: ItemVersion | null
  /** Items that come near the words, to choose from. */
  near: ItemVersion[]
  /** Every body that answers, those of the near items first, the service authority left out: it is what 「不知道」 reaches. */
  bodies: { organId: string; name: string }[]
  authority: string
  answered: Answered[]
}

const NEAR = 5

/** Everything the form is drawn from. */
export async function askScene(
  db: Db,
  { q, about }: Pick<Given, 'q' | 'about'>,
  fixed: string,
): Promise<AskScene> {
  const item = fixed ? await itemForGuide(db, fixed) : null
  const near = item || q === '' ? [] : await nearItems(db, q)
  const chosen = about.startsWith('item:') ? about.slice('item:'.length) : ''
  if (chosen && !item && !near.some((one) => one.itemId === chosen)) {
    const kept = await itemForGuide(db, chosen)
    if (kept) near.unshift(kept)
  }
  const able = await bodiesThatAnswer(db)
  const nearOrgans = new Set(near.map((one) => one.content.organId))
  const departments = able.filter((one) => one.kind !== 'supervisor')
  const bodies = [
    ...departments.filter((one) => nearOrgans.has(one.organId)),
    ...departments.filter((one) => !nearOrgans.has(one.organId)),
  ]
  const sources = item ? [item] : near
  const of = await Promise.all(
    sources.map(async (one) => ({ item: one, answers: await publicAnswersOf(db, one.itemId) })),
  )
  return {
    item,
    near,
    bodies: bodies.map(({ organId, name }) => ({ organId, name })),
    authority: able.find((one) => one.kind === 'supervisor')?.name ?? '',
    answered: mayAnswer(q, of),
  }
}

/** What the search finds for the words, or else what comes near them. */
async function nearItems(db: Db, q: string): Promise<ItemVersion[]> {
  const found = (await suggest(db, q)).slice(0, NEAR)
  const items = await Promise.all(found.map((hit) => itemForGuide(db, hit.itemId)))
  return items.filter((one) => one !== null)
}
