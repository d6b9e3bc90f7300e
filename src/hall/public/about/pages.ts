import type { ReactElement } from 'react'
import type { AboutProps } from './shell.tsx'
import { Accessibility, Figures, Privacy } from './statements.tsx'
import { Complaints, Places } from './ways.tsx'

/** The plain pages by address. */
export const ABOUT: Record<string, (props: AboutProps) => ReactElement> = {
  '/places': Places,
  '/complaints': Complaints,
  '/figures': Figures,
  '/accessibility': Accessibility,
  '/privacy': Privacy,
}
