import { useState } from 'react'

/**
 * Text under way, kept in this browser until it is sent: an ended session, a conflict or a closed tab loses nothing.
 * Where nothing was typed, `initial` is shown. `forget` is called when the text has been sent.
 */
export function useDraft<T>(key: string, initial: T): [T, (value: T) => void, () => void] {
  const place = `desk.draft.${key}`
  const [state, setState] = useState({ place, typed: read<T>(place) })
  const typed = state.place === place ? state.typed : read<T>(place)
  const keep = (next: T) => {
    setState({ place, typed: next })
    localStorage.setItem(place, JSON.stringify(next))
  }
  const forget = () => {
    localStorage.removeItem(place)
    setState({ place, typed: null })
  }
  return [typed ?? initial, keep, forget]
}

function read<T>(place: string): T | null {
  const text = localStorage.getItem(place)
  if (text === null) return null
  try {
    return JSON.parse(text) as T
  } catch {
    return null
  }
}
