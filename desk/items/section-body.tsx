import { FormDesign } from './form/designer.tsx'
import { Basics } from './parts/basics.tsx'
import { Basis } from './parts/basis.tsx'
import { Contact } from './parts/contact.tsx'
import { Fee } from './parts/fee.tsx'
import { Handling } from './parts/handling.tsx'
import { Limits } from './parts/limits.tsx'
import { Materials } from './parts/materials.tsx'
import { ResultSection } from './parts/result.tsx'
import { SituationsSection } from './parts/situations.tsx'
import { Steps } from './parts/steps.tsx'
import type { SectionId } from './sections.ts'
import type { ItemEdit } from './use-item.ts'

const BODIES: Record<SectionId, (p: { edit: ItemEdit }) => React.ReactNode> = {
  basics: Basics,
  basis: Basis,
  materials: Materials,
  steps: Steps,
  limits: Limits,
  fee: Fee,
  handling: Handling,
  result: ResultSection,
  form: FormDesign,
  situations: SituationsSection,
  contact: Contact,
}

export function SectionBody({ section, edit }: { section: SectionId; edit: ItemEdit }) {
  const Body = BODIES[section]
  return <Body edit={edit} />
}
