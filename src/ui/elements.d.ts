/** The hall's own elements in JSX. They work as plain containers without scripts; src/hall/elements gives them life. */
import type { HTMLAttributes } from 'react'

type Base = HTMLAttributes<HTMLElement>

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'rb-suggest': Base & { src: string }
      'rb-upload': Base & {
        endpoint: string
        'row-href': string
        'max-bytes'?: number
        material?: string
        'check-again'?: number
      }
      'rb-autosave': Base & { 'action-autosave': string; version?: string | number }
      'rb-form': Base & { form: string }
      'rb-live': Base & { src: string; fragment: string }
      'rb-confirm-once': Base & { busy?: string }
      'rb-idle': Base & { home: string; after: number; warn: number; 'at-rest'?: '' }
    }
  }
}
