import { type ItemContent, type Material, uploadsOf } from '../../catalogue/index.ts'
import { media } from '../../documents/index.ts'
import type { GivenMaterial } from './draft.ts'
import type { MoveNote } from './move.ts'

/** What the later list of materials asks of somebody who gathered those of the earlier one. */
export function materialNotes(
  before: ItemContent,
  after: ItemContent,
  given: readonly GivenMaterial[],
): MoveNote[] {
  const was = new Map(uploadsOf(before).map((m) => [m.key, m]))
  const has = new Map(given.filter(isGiven).map((g) => [g.materialKey, g]))
  const asked = uploadsOf(after).flatMap((material): MoveNote[] => {
    const old = was.get(material.key)
    const mine = has.get(material.key)
    const say = (zh: string, en: string): MoveNote[] => [{ zh, en, material: material.key }]
    const { name } = material
    if (mine) return old ? changedTerms(old, material, mine, say) : []
    if (material.need !== 'required' || old?.need === 'required') return []
    const fetched = material.licenceKind === '' ? '' : '有电子证照的，我们直接取，不用您传。'
    if (old) return say(`「${name}」现在必须交。${fetched}`, `“${name}” must be given now.`)
    return say(`新要交「${name}」。${fetched}`, `A new document is asked for: “${name}”.`)
  })
  return [...goneNotes(was, after, has), ...asked]
}

/** An upload without a file is only the wish to upload. */
const isGiven = (m: GivenMaterial): boolean => m.source !== 'upload' || m.fileId !== null

function goneNotes(
  was: Map<string, Material>,
  after: ItemContent,
  has: Map<string, GivenMaterial>,
): MoveNote[] {
  const still = new Set(uploadsOf(after).map((m) => m.key))
  // A licence that we fetched was no work of theirs.
  const lost = [...was.values()].filter(
    (m) => !still.has(m.key) && has.has(m.key) && has.get(m.key)!.source !== 'licence',
  )
  return lost.map(({ name }) => ({
    zh: `不再要「${name}」。您交的留在草稿最后面，提交时不交给部门。`,
    en: `“${name}” is no longer asked for. What you gave stays at the end of the draft and is not handed in.`,
  }))
}

type Say = (zh: string, en: string) => MoveNote[]

function changedTerms(old: Material, material: Material, mine: GivenMaterial, say: Say): MoveNote[] {
  const { name } = material
  if (mine.source === 'licence')
    return old.licenceKind === material.licenceKind
      ? []
      : say(`「${name}」要的证照变了，请重新交。`, `“${name}” asks for another licence now.`)
  if (mine.source === 'courier')
    return material.courierAllowed
      ? []
      : say(
          `「${name}」不再收快递，请在网上传。`,
          `“${name}” is no longer taken by courier; please upload it.`,
        )
  const kinds = material.accept.map((kind) => media[kind].called).join('、')
  if (fileFits(old, mine) && !fileFits(material, mine))
    return say(`「${name}」现在只收 ${kinds}，请换一份。`, `“${name}” is taken only as ${kinds} now.`)
  const terms = (m: Material) => JSON.stringify([m.name, m.standard, m.namedList])
  return terms(old) === terms(material)
    ? []
    : say(
        `「${name}」的要求变了，请看看您交的合不合。`,
        `What “${name}” must show has changed; please check yours.`,
      )
}

const fileFits = (material: Material, { fileName }: GivenMaterial): boolean => {
  const ending = fileName.toLowerCase().split('.').at(-1) ?? ''
  return material.accept.some((kind) => (media[kind].endings as readonly string[]).includes(ending))
}
