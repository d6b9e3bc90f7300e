import { holds, listOrgans, type Organ, type Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Proposal } from '../directory/entry.ts'
import { mayPropose, mayRecordExceptions } from '../directory/rights.ts'
import { namesOf, proposalsOf } from '../directory/store.ts'
import type { EntryRecord } from '../directory/views.ts'

/** The directory's records as the API tells them: names instead of ids, moments as text. */

export const bodyAnswer = ({ organId, name, shortName, areaCode, areaName }: Organ) => ({
  organId,
  name,
  shortName,
  areaCode,
  areaName,
})

const organNames = async (db: Db) => new Map((await listOrgans(db)).map((o) => [o.organId, o.name]))

export async function proposalAnswers(db: Db, staff: Staff, proposals: Proposal[]) {
  const rights = mayPropose(staff)
  const before = await proposalsOf(
    db,
    proposals.flatMap((p) => p.follows ?? []),
  )
  const organs = await organNames(db)
  const names = await namesOf(
    db,
    proposals.flatMap((p) => p.codes),
  )
  const sentBack = ({ proposalId, answer, decidedBy }: Proposal) => ({
    proposalId,
    answer,
    decidedBy: decidedBy?.name ?? '',
  })
  return proposals.map(
    ({ codes, proposedBy, decidedBy, proposedAt, decidedAt, follows, followedBy, ...p }) => ({
      ...p,
      follows: follows === null ? null : sentBack(before.get(follows)!),
      mayTakeUp:
        p.status === 'sent-back' &&
        followedBy === null &&
        rights.ok &&
        (rights.value.every || p.organId === staff.organId),
      organName: organs.get(p.organId) ?? p.organId,
      entries: codes.map((basicCode) => ({ basicCode, name: names.get(basicCode) ?? '' })),
      proposedBy: proposedBy.name ?? '',
      proposedAt: proposedAt.toISOString(),
      decidedBy: decidedBy?.name ?? '',
      decidedAt: decidedAt?.toISOString() ?? null,
    }),
  )
}

export async function recordAnswer(db: Db, staff: Staff, record: EntryRecord) {
  const { entry, versions, exceptions, placed, proposals, ...rest } = record
  const organs = await organNames(db)
  const rights = mayPropose(staff)
  return {
    ...rest,
    ...entry,
    versions: versions.map(({ proposalId: _, bodies: __, basicCode: ___, inForceAt, ...v }) => ({
      ...v,
      decidedBy: v.decidedBy.name ?? '',
      decidedAt: v.decidedAt.toISOString(),
      inForce: inForceAt !== null,
    })),
    exceptions: exceptions.map((e) => ({
      ...e,
      organName: organs.get(e.organId) ?? e.organId,
      recordedBy: e.recordedBy.name ?? '',
      recordedAt: e.recordedAt.toISOString(),
      endedAt: e.endedAt?.toISOString() ?? null,
    })),
    placed: placed.map(({ organ, placement, ruling, items }) => ({
      body: bodyAnswer(organ),
      placement,
      sentence: ruling.sentence.zh,
      items,
    })),
    proposals: await proposalAnswers(db, staff, proposals),
    may: {
      propose: rights.ok && (rights.value.every || entry.bodies.includes(staff.organId)),
      recordExceptions: (await mayRecordExceptions(db, staff)).ok,
      addItem: holds(staff, 'clerk') && entry.state === 'in-force',
    },
  }
}
