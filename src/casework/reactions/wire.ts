import type { EventNote } from '../../history/index.ts'
import { latestMaterials, readCorrections } from '../material-store.ts'
import { depositPackage, makeArchivePackage } from './archive.ts'
import { type ReactionDeps, type Scene, sceneOf } from './deps.ts'
import * as letters from './letters.ts'
import { makeLicence, publishLicence } from './licence.ts'
import { makePaper } from './make-paper.ts'
import * as papers from './papers.ts'
import { fetchPendingLicences } from './pending-licences.ts'
import { verify } from './verification.ts'

/**
 * What follows from each event of a dossier. Every line is one queue of its own: a neighbour that is down holds up only
 * its own line, is tried again with growing pauses, and is done once.
 */
export function wireReactions(deps: ReactionDeps): void {
  const on = (type: string, queue: string, work: (scene: Scene) => Promise<unknown>) =>
    deps.history.listen(type, queue, async (note: EventNote) => {
      await work(await sceneOf(deps, note))
    })
  const materials = ({ dossier }: Scene) => latestMaterials(deps.db, dossier.dossierId)
  const paper = async (scene: Scene, made: Parameters<typeof makePaper>[2], forApplicant = true) =>
    makePaper(deps, scene.dossier.dossierId, made, scene.event.seq, forApplicant)

  on('dossier.submitted', 'verification', (s) => verify(deps, s))
  on('dossier.submitted', 'licence-fetch', (s) => fetchPendingLicences(deps, s))
  on('dossier.submitted', 'receipt-paper', async (s) =>
    paper(s, papers.receiptPaper(deps, s, await materials(s))),
  )
  on('dossier.submitted', 'received-letter', (s) => letters.receivedLetter(deps, s))

  on('dossier.correction-asked', 'correction-paper', async (s) => {
    const correction = (await readCorrections(deps.db, s.dossier.dossierId)).find(
      (c) => c.correctionNo === s.event.data['correctionNo'],
    )
    if (!correction) throw new Error(`correction ${String(s.event.data['correctionNo'])} is missing`)
    await paper(s, papers.correctionNotice(deps, s, correction.demands, correction.answerUntil))
  })
  on('dossier.correction-asked', 'correction-letter', (s) => letters.correctionLetter(deps, s))

  on('dossier.accepted', 'acceptance-paper', async (s) =>
    paper(s, papers.acceptanceSlip(deps, s, await materials(s))),
  )
  on('dossier.accepted', 'accepted-letter', (s) => letters.acceptedLetter(deps, s))
  on('dossier.paused', 'paused-letter', (s) => letters.pausedLetter(deps, s))
  on('dossier.extended', 'extended-letter', (s) => letters.extendedLetter(deps, s))

  on('dossier.not-accepted', 'non-acceptance-paper', async (s) =>
    paper(s, papers.nonAcceptance(deps, s, await materials(s))),
  )
  on('dossier.decided', 'decision-paper', (s) => paper(s, papers.decisionPaper(deps, s)))
  on('dossier.decided', 'licence-making', (s) => makeLicence(deps, s))
  on('dossier.licence-made', 'licence-push', (s) => publishLicence(deps, s))

  on('dossier.closed', 'closed-letter', (s) => letters.closedLetter(deps, s))
  // What was taken back is kept too: the application as filed, what was uploaded, the receipt.
  for (const end of ['dossier.closed', 'dossier.withdrawn'])
    on(end, 'archive-package', (s) => makeArchivePackage(deps, s))
  on('dossier.archive-packed', 'archive-deposit', (s) => depositPackage(deps, s))
  on('dossier.withdrawn', 'withdrawn-letter', (s) =>
    letters.closedLetter(deps, {
      ...s,
      event: { ...s.event, data: { ...s.event.data, result: 'withdrawn' } },
    }),
  )
}
