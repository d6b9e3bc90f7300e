import { isSealedKind, type Paper, paperNames } from '../../documents/index.ts'
import type { Db } from '../../platform/database.ts'
import { note, type ReactionDeps } from './deps.ts'

/** A paper of a dossier, as lists show it. */
export interface DossierPaper {
  paperNo: number
  kind: string
  title: string
  documentNumber: string
  fileId: string
  forApplicant: boolean
  at: Date
}

/**
 * Renders, seals and keeps a paper, once for the event that caused it. Done again after a crash it makes the same
 * paper at most once more and keeps the first.
 */
export async function makePaper(
  deps: ReactionDeps,
  dossierId: string,
  paper: Paper,
  causeSeq: number,
  forApplicant = true,
): Promise<void> {
  const [made] = await deps.db.query(
    'select 1 from casework.paper where dossier_id = $1 and kind = $2 and cause_seq = $3',
    [dossierId, paper.kind, causeSeq],
  )
  if (made) return
  const title = 'title' in paper && paper.title ? paper.title : paperNames[paper.kind]
  const at = deps.now()
  const pdf = await deps.documents.render(paper)
  const sealed = isSealedKind(paper.kind)
    ? await deps.documents.seal(pdf, { organ: paper.organ, at, reason: title })
    : pdf
  const file = await deps.documents.files.put(sealed, {
    mediaType: 'application/pdf',
    name: `${title}.pdf`,
    at,
  })
  await note(
    deps,
    dossierId,
    `paper:${paper.kind}:${causeSeq}`,
    'dossier.paper-made',
    { kind: paper.kind, title, number: paper.number, fileId: file.fileId, sha256: file.sha256 },
    async (tx) => {
      await tx.query(
        `insert into casework.paper (dossier_id, paper_no, kind, title, document_number, file_id, for_applicant, cause_seq, at)
         select $1, coalesce(max(paper_no), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from casework.paper where dossier_id = $1`,
        [dossierId, paper.kind, title, paper.number, file.fileId, forApplicant, causeSeq, at],
      )
    },
  )
}

/** The papers of a dossier, oldest first. */
export async function papersOf(db: Db, dossierId: string): Promise<DossierPaper[]> {
  return db.query<DossierPaper>(
    `select paper_no as "paperNo", kind, title, document_number as "documentNumber", file_id as "fileId",
            for_applicant as "forApplicant", at from casework.paper where dossier_id = $1 order by paper_no`,
    [dossierId],
  )
}
