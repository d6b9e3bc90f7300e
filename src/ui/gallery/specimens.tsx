/** Pages that show every component in every state, for review and for the tests of the furniture. Never served to the public. */
import type { ReactElement } from 'react'
import { ApplySpecimen } from './apply.tsx'
import { DossierSpecimen } from './dossier.tsx'
import { GuideSpecimen } from './guide.tsx'
import { HomeSpecimen } from './home.tsx'
import { LicenceSpecimen, StatesSpecimen } from './states.tsx'

export const SPECIMENS: Record<string, () => ReactElement> = {
  home: () => <HomeSpecimen />,
  'home-en': () => <HomeSpecimen lang="en" />,
  'home-elder': () => <HomeSpecimen mode="elder" />,
  guide: () => <GuideSpecimen />,
  'guide-elder': () => <GuideSpecimen mode="elder" />,
  apply: () => <ApplySpecimen />,
  'apply-elder': () => <ApplySpecimen mode="elder" />,
  dossier: () => <DossierSpecimen />,
  'dossier-elder': () => <DossierSpecimen mode="elder" />,
  licence: () => <LicenceSpecimen />,
  states: () => <StatesSpecimen />,
  'states-en': () => <StatesSpecimen lang="en" />,
}
