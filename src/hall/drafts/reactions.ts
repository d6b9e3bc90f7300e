import { type ChangeKind, closedGuide, itemForGuide } from '../../catalogue/index.ts'
import type { EventNote } from '../../history/index.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { draftsBehind, unfinishedDrafts } from './move-store.ts'
import { moveToInForce, tell } from './moving.ts'
import { closedMessage, isClosing, resumedMessage } from './told.ts'

const itemOf = (note: EventNote): string => note.streamId.replace(/^item:/, '')

/** What a change of an item means for drafts that were not handed in (Art. 5.1(3)): they go along, and their applicants are told. */
export function wireDrafts(deps: PersonalDeps): void {
  const now = () => deps.clock.now()
  deps.history.listen('item.published', 'drafts-move', (note) => moveDraftsOf(deps, itemOf(note), now()))
  deps.history.listen('change.in-force', 'drafts-life', async (note) => {
    const kind = note.data['kind'] as ChangeKind
    const cause = `${note.streamId}:${note.seq}`
    if (isClosing(kind)) await tellClosed(deps, itemOf(note), cause, now())
    if (kind === 'resume') await tellResumed(deps, itemOf(note), cause, now())
  })
}

/** Each draft in a transaction of its own: a second run goes on where the first one ended. */
export async function moveDraftsOf(deps: PersonalDeps, itemId: string, now: Date): Promise<void> {
  const item = await itemForGuide(deps.db, itemId)
  if (!item) return
  for (const draftId of await draftsBehind(deps.db, itemId, item.version))
    await moveToInForce(deps, draftId, now)
}

/** Nothing is told that is not so any more when the work is done. */
export async function tellClosed(
  deps: PersonalDeps,
  itemId: string,
  cause: string,
  now: Date,
): Promise<void> {
  const closed = await closedGuide(deps.db, itemId)
  if (!closed) return
  const kind = ({ suspended: 'suspend', cancelled: 'cancel', devolved: 'devolve' } as const)[closed.life]
  await tellAll(deps, itemId, cause, closedMessage(closed.item.content, kind, closed), now)
}

export async function tellResumed(
  deps: PersonalDeps,
  itemId: string,
  cause: string,
  now: Date,
): Promise<void> {
  const item = await itemForGuide(deps.db, itemId)
  if (!item) return
  await tellAll(deps, itemId, cause, resumedMessage(item.content), now)
  await moveDraftsOf(deps, itemId, now)
}

async function tellAll(
  deps: PersonalDeps,
  itemId: string,
  cause: string,
  text: string,
  now: Date,
): Promise<void> {
  for (const { draftId, accountId } of await unfinishedDrafts(deps.db, itemId))
    await deps.db.transaction((tx) =>
      tell(deps, tx, accountId, `${cause}:${draftId}`, text, now, { sms: true }),
    )
}
