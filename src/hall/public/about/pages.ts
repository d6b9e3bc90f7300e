import type { ReactElement } from 'react'
import type { AboutProps } from './shell.tsx'
import { Accessibility, Figures, Privacy } from './statements.tsx'
import { Ask, Booking, Complaints, Places } from './ways.tsx'

/** The plain pages by address. */
export const ABOUT: Record<string, (props: AboutProps) => ReactElement> = {
  '/booking': Booking,
  '/places': Places,
  '/ask': Ask,
  '/complaints': Complaints,
  '/figures': Figures,
  '/accessibility': Accessibility,
  '/privacy': Privacy,
}
