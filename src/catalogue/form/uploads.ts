import type { FormField } from '../form.ts'
import type { ItemContent } from '../item.ts'
import { type Material, material } from '../material.ts'
import { isParts } from './value.ts'

/** Key under which the file of a form's field travels with the materials of a draft and a dossier. */
export const uploadKey = (field: string): string => `form.${field}`

const takesFile = (field: FormField): boolean => field.type === 'file' || field.type === 'signature'

const fieldsOf = (content: Pick<ItemContent, 'form'>): FormField[] =>
  (content.form?.groups ?? []).flatMap((g) => (g.repeat ? [] : g.fields))

/**
 * What may be uploaded for an item: its materials, and the files that its form asks for. The latter are materials too, so that uploads,
 * corrections, the desk's viewer and the archive need no second way.
 */
export function uploadsOf(content: Pick<ItemContent, 'form' | 'materials'>): Material[] {
  const ofForm = fieldsOf(content)
    .filter(takesFile)
    .map((f) =>
      material.parse({
        key: uploadKey(f.key),
        name: f.type === 'signature' ? `${f.label}（照片）` : f.label,
        // Whether it is missing is said by the field, which may not be asked at all.
        need: 'optional',
        standard: f.hint,
        accept: f.type === 'signature' ? ['jpg', 'png'] : f.accept,
        maxMegabytes: f.maxMegabytes,
      }),
    )
  return [...content.materials, ...ofForm]
}

/** The answers with the files that were uploaded for their fields. */
export function withUploads(
  content: Pick<ItemContent, 'form'>,
  answers: Record<string, unknown>,
  given: readonly { materialKey: string; fileId: string | null; fileName: string }[],
): Record<string, unknown> {
  const whole = { ...answers }
  for (const field of fieldsOf(content).filter(takesFile)) {
    const file = given.find((g) => g.materialKey === uploadKey(field.key) && g.fileId !== null)
    const before = isParts(whole[field.key]) ? (whole[field.key] as Record<string, string>) : {}
    const { fileId: _, ...typed } = before
    if (field.type === 'file') {
      if (file) whole[field.key] = { fileId: file.fileId!, name: file.fileName }
      else delete whole[field.key]
    } else if (file) whole[field.key] = { ...typed, fileId: file.fileId! }
    else if (Object.keys(typed).length > 0) whole[field.key] = typed
  }
  return whole
}
