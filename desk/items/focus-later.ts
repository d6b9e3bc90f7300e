import { useEffect, useRef } from 'react'

/** Gives a control the focus once the next drawing has brought it to the page. */
export function useFocusLater(): (id: string) => void {
  const wanted = useRef('')
  useEffect(() => {
    if (wanted.current === '') return
    const control = document.getElementById(wanted.current)
    if (!control) return
    wanted.current = ''
    control.focus()
    if (control.getAttribute('role') === 'treeitem') control.scrollIntoView({ block: 'nearest' })
  })
  return (id) => {
    wanted.current = id
  }
}
