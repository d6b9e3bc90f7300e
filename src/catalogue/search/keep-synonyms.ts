import { organById, postRuling, type Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { actorOf, type CatalogueDeps } from '../acts/scene.ts'
import { cleanText } from '../draft.ts'
import { LONGEST_SYNONYM } from './question.ts'
import { lockSynonym, type Synonym, saveSynonym } from './synonyms.ts'
import { isHan, oneForm, runsOf } from './words.ts'

/** One list for the whole city, so its 行政服务管理机构 keeps it; departments write everyday names into their items. */
export async function mayKeepSynonyms(db: Db, staff: Staff): Promise<Result<null>> {
  const ruling = postRuling(staff, 'registrar')
  if (ruling.outcome !== 'met')
    return refuse('not-allowed', `同义词由备案岗维护。${ruling.sentence.zh}`, { detail: { ruling } })
  return (await organById(db, staff.organId))?.kind === 'supervisor'
    ? done(null)
    : refuse('not-allowed', '同义词由行政服务管理机构维护。')
}

export interface KeepSynonym extends Synonym {
  /** What the list had for the word when the officer opened it; empty for a new word. */
  seen: readonly string[]
}

const MOST_MEANINGS = 8
const LONGEST_MEANING = 20

/** One word of the index, as it is looked up in a question: no blanks, no marks, not longer than a question is searched for. */
export function wellFormed({ word, means }: Synonym): Result<Synonym> {
  const said = tidy(word)
  if (said === '') return refuse('invalid', '写下群众说的词。', { field: 'word' })
  if (runsOf(said).join('') !== said || runsOf(said).length !== 1)
    return refuse('invalid', '只写一个词，不带空格和标点；中文和字母不连写。', { field: 'word' })
  if ([...said].length > (isHan(said) ? LONGEST_SYNONYM : LONGEST_MEANING))
    return refuse('invalid', `词太长了，最多 ${LONGEST_SYNONYM} 个字。`, { field: 'word' })
  const others = [...new Set(means.map(tidy).filter((one) => one !== '' && one !== said))]
  if (others.length === 0)
    return refuse('invalid', '至少写一个目录里用的词，和群众说的词不同。', { field: 'means' })
  if (others.length > MOST_MEANINGS)
    return refuse('invalid', `目录里用的词最多 ${MOST_MEANINGS} 个，最贴近的写在前面。`, { field: 'means' })
  const long = others.find((one) => [...one].length > LONGEST_MEANING)
  if (long) return refuse('invalid', `“${long}”太长了，最多 ${LONGEST_MEANING} 个字。`, { field: 'means' })
  return done({ word: said, means: others })
}

const tidy = (text: string) => oneForm(cleanText(text)).trim()

/**
 * Puts a word into the list, or other meanings behind it; in force with the next search. Refuses what is no one word, and a word
 * that somebody else changed since.
 */
export async function keepSynonym(
  deps: CatalogueDeps,
  staff: Staff,
  command: KeepSynonym,
  now: Date,
): Promise<Result<Synonym>> {
  const allowed = await mayKeepSynonyms(deps.db, staff)
  if (!allowed.ok) return allowed
  const formed = wellFormed(command)
  return formed.ok ? change(deps, staff, { ...formed.value, seen: command.seen }, now) : formed
}

/** Takes a word out of the list. */
export async function dropSynonym(
  deps: CatalogueDeps,
  staff: Staff,
  { word, seen }: { word: string; seen: readonly string[] },
  now: Date,
): Promise<Result<Synonym>> {
  const allowed = await mayKeepSynonyms(deps.db, staff)
  return allowed.ok ? change(deps, staff, { word: tidy(word), means: [], seen }, now) : allowed
}

const SYNONYM_STREAM = 'search:synonyms'

const change = (deps: CatalogueDeps, staff: Staff, { word, means, seen }: KeepSynonym, now: Date) =>
  deps.db.transaction(async (tx): Promise<Result<Synonym>> => {
    const before = await lockSynonym(tx, word)
    if (same(before, means)) return done({ word, means })
    if (!same(before, seen))
      return refuse(
        'conflict',
        before.length > 0
          ? `“${word}”现在写的是：${before.join('、')}。可能是别人刚改过，看过再改。`
          : `“${word}”刚被别人删掉了。还要的话，重新加。`,
        { detail: { means: before } },
      )
    await saveSynonym(tx, { word, means }, staff.name, now)
    await deps.history.record(tx, SYNONYM_STREAM, actorOf(staff), now, [
      means.length === 0
        ? { type: 'synonym.removed', data: { word, before } }
        : { type: 'synonym.kept', data: { word, before, means } },
    ])
    return done({ word, means })
  })

const same = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')
