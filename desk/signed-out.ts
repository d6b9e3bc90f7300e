import { useSyncExternalStore } from 'react'

/** Whether the session has ended while a page was open. What is written stays; the page asks to sign in beside it. */
let ended = false
const listeners = new Set<() => void>()

export function setSignedOut(now: boolean): void {
  if (ended === now) return
  ended = now
  for (const tell of listeners) tell()
}

export const useSignedOut = (): boolean =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    () => ended,
  )

/** The way to sign in and back to this page. */
export const signInAddress = (): string =>
  `/desk/sign-in?to=${encodeURIComponent(`${location.pathname}${location.search}`)}`
