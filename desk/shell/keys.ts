import { useEffect, useRef } from 'react'

export type KeyMap = Record<string, (event: KeyboardEvent) => void>

const SETTING = 'desk.keys'
/** Single letters can be turned off for those whose speech input or screen reader types them. */
export const keysAreOn = (): boolean => localStorage.getItem(SETTING) !== 'off'
export const setKeys = (on: boolean): void => localStorage.setItem(SETTING, on ? 'on' : 'off')

/**
 * Keys of a page: 'J', '?', 'Space', 'Ctrl+Enter'. Letters rest while one types in a field or a dialog is open; keys
 * with Ctrl and Esc do not.
 */
export function useKeys(map: KeyMap): void {
  const current = useRef(map)
  current.current = map
  useEffect(() => {
    const heard = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const name = nameOf(event)
      const act = current.current[name]
      if (!act) return
      const plain = !name.startsWith('Ctrl+') && name !== 'Esc'
      if (plain && (!keysAreOn() || resting(event.target))) return
      event.preventDefault()
      act(event)
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
}

function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key === 'Escape' ? 'Esc' : event.key
  const upper = key.length === 1 ? key.toUpperCase() : key
  if (event.altKey) return `Alt+${upper}`
  return event.ctrlKey || event.metaKey ? `Ctrl+${upper}` : upper
}

function resting(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]')) return true
  if (!(target instanceof HTMLElement)) return false
  if (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')
  )
    return true
  return target.getAttribute('role') === 'combobox'
}

/** On a button or link, Enter and Space are the button's own. */
export const onControl = (event: KeyboardEvent): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('a, button, summary, [role=radio], input') !== null
