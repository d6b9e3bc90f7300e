import type { ItemContent } from '../../catalogue/index.ts'
import type { MaterialView } from '../api/contract.ts'
import type { DossierMaterial } from '../material-store.ts'

/** What the document store knows of a file, as far as a viewer needs it. */
export type FileNotes = Map<string, { mediaType: string }>

/** The newest revision of each material. */
export function latestOf(revisions: DossierMaterial[]): DossierMaterial[] {
  const latest = new Map<string, DossierMaterial>()
  for (const m of revisions) latest.set(m.materialKey, m)
  return [...latest.values()]
}

/** The materials in the order of the guide, each with what was asked of it and its earlier revisions. */
export function materialViews(
  content: ItemContent,
  revisions: DossierMaterial[],
  files: FileNotes,
): MaterialView[] {
  const place = (key: string): number => {
    const at = content.materials.findIndex((m) => m.key === key)
    return at < 0 ? content.materials.length : at
  }
  return latestOf(revisions)
    .sort((a, b) => place(a.materialKey) - place(b.materialKey))
    .map((m) => {
      const asked = content.materials[place(m.materialKey)]
      return {
        ...revisionView(m, files),
        key: m.materialKey,
        name: asked?.name ?? m.name,
        need: asked?.need ?? 'optional',
        standard: asked?.standard ?? '',
        basis: asked?.basis ?? '',
        licence: m.licence && licenceFace(m.licence),
        earlier: revisions
          .filter((r) => r.materialKey === m.materialKey && r.revision < m.revision)
          .map((r) => revisionView(r, files)),
      }
    })
}

function revisionView(m: DossierMaterial, files: FileNotes) {
  return {
    revision: m.revision,
    source: m.source,
    fileId: m.fileId,
    fileName: m.fileName,
    mediaType: m.fileId ? (files.get(m.fileId)?.mediaType ?? '') : '',
    verdict: m.verdict,
    problem: m.problem,
    cure: m.cure,
    at: m.at.toISOString(),
  }
}

const FACE_LABELS: Record<string, string> = {
  name: '证照名称',
  number: '证照编号',
  holder: '持证主体',
  holderName: '持证主体',
  organ: '颁发机构',
  organName: '颁发机构',
  issuedOn: '颁发日期',
  validUntil: '有效期至',
  identifier: '电子证照标识',
}

/** The face of a licence from the store as label and value: its own face fields where it has them. */
function licenceFace(licence: Record<string, unknown>): { label: string; value: string }[] {
  const head = Object.entries(FACE_LABELS).flatMap(([key, label]) => {
    const value = licence[key]
    return typeof value === 'string' && value !== '' ? [{ label, value }] : []
  })
  return [...head, ...ownFace(licence['face'])]
}

function ownFace(face: unknown): { label: string; value: string }[] {
  if (Array.isArray(face))
    return face.flatMap((f) =>
      typeof f === 'object' && f !== null && 'label' in f && 'value' in f
        ? [{ label: String(f.label), value: String(f.value) }]
        : [],
    )
  if (typeof face === 'object' && face !== null)
    return Object.entries(face).map(([label, value]) => ({ label, value: String(value) }))
  return []
}
