import { useCallback, useEffect, useRef, useState } from 'react'
import type { Content, Key } from './sections.ts'

interface Step {
  key: Key
  before: Content[Key]
  at: number
}

/** Keystrokes in one part within this time are one step; acts by button or key are one each. */
const ONE_STEP_MS = 1500
const KEPT = 50

/**
 * 撤销: the parts of the content as they stood before each change of this page. A material that was taken out by mistake is saved as
 * gone a second later, so the way back cannot be the browser's alone.
 */
export function useUndo(restore: (key: Key, value: Content[Key]) => void) {
  const steps = useRef<Step[]>([])
  const [last, setLast] = useState<Key | null>(null)
  const tell = useCallback(() => setLast(steps.current.at(-1)?.key ?? null), [])

  const remember = (key: Key, before: Content[Key]) => {
    const now = Date.now()
    const top = steps.current.at(-1)
    const typed = document.activeElement?.matches('input, textarea') ?? false
    if (typed && top?.key === key && now - top.at < ONE_STEP_MS) top.at = now
    else steps.current = [...steps.current, { key, before, at: now }].slice(-KEPT)
    tell()
  }
  const undo = () => {
    const step = steps.current.pop()
    if (step) restore(step.key, step.before)
    tell()
  }
  /** What others saved has come into the page: older values would throw it out again. */
  const forget = useCallback(() => {
    steps.current = []
    tell()
  }, [tell])

  const current = useRef(undo)
  current.current = undo
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      const asked = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'
      // In a field the browser takes back what was typed there.
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select')
      if (!asked || typing || event.defaultPrevented) return
      event.preventDefault()
      current.current()
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])

  return { last, remember, undo, forget }
}
