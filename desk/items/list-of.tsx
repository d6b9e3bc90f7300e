import { Button } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Mark, useStopsUnder } from './findings.tsx'
import { controlId } from './sections.ts'

/** A list of like things: each can be moved and removed, one can be added. */
export function ListOf<T>({
  path,
  what,
  items,
  blank,
  onChange,
  title,
  meta,
  children,
}: {
  path: string
  /** 「份材料」, 「个问题」: for the buttons. */
  what: string
  items: T[]
  blank: () => T
  onChange: (items: T[]) => void
  title: (item: T, i: number) => string
  /** What a folded entry says of itself beside its title. */
  meta?: (item: T) => string
  children: (item: T, i: number, set: (change: Partial<T>) => void) => ReactNode
}) {
  const swap = (i: number, j: number) => {
    const next = [...items]
    ;[next[i], next[j]] = [next[j]!, next[i]!]
    onChange(next)
  }
  // The hand goes on where it was: into the entry that was added, to the list that an entry was taken from.
  const then = useRef<'added' | 'removed' | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the number of entries has changed
  useEffect(() => {
    const list = document.getElementById(controlId(path))
    if (then.current === 'removed') list?.focus()
    if (then.current === 'added')
      document
        .getElementById(controlId(`${path}.${items.length - 1}`))
        ?.querySelector<HTMLElement>('.entrybody :is(input, textarea, select)')
        ?.focus()
    then.current = null
  }, [items.length])
  return (
    <div className="listof" id={controlId(path)} tabIndex={-1}>
      {items.map((item, i) => (
        <Entry
          key={keyOf(item) ?? i}
          path={`${path}.${i}`}
          place={i + 1}
          title={title(item, i)}
          meta={meta?.(item) ?? ''}
          fresh={`新${what.replace(/^[份个行]/, '')}`}
        >
          <div className="entrybody">
            {children(item, i, (change) =>
              onChange(items.map((x, j) => (j === i ? { ...x, ...change } : x))),
            )}
            <div className="row">
              <Button size="small" aria-disabled={i === 0} onClick={() => i > 0 && swap(i, i - 1)}>
                上移
              </Button>
              <Button
                size="small"
                aria-disabled={i === items.length - 1}
                onClick={() => i < items.length - 1 && swap(i, i + 1)}
              >
                下移
              </Button>
              <span className="spring" />
              <Button
                size="small"
                onClick={() => {
                  then.current = 'removed'
                  onChange(items.filter((_, j) => j !== i))
                }}
              >
                去掉这{what}
              </Button>
            </div>
          </div>
        </Entry>
      ))}
      <Button
        onClick={() => {
          then.current = 'added'
          onChange([...items, blank()])
        }}
      >
        加{what}
      </Button>
    </div>
  )
}

/** Entries with a key of their own are known by it, so that what is unfolded moves along with its entry. */
const keyOf = (item: unknown): string | null =>
  typeof item === 'object' && item !== null && 'key' in item ? String(item.key) : null

/** One entry, folded to its title; a new one, which has none yet, opens by itself and stays open while it is named. */
function Entry({
  path,
  place,
  title,
  meta,
  fresh,
  children,
}: {
  path: string
  place: number
  title: string
  meta: string
  fresh: string
  children: ReactNode
}) {
  const [open, setOpen] = useState(title === '')
  const stops = useStopsUnder(path)
  return (
    <details
      className="entry"
      id={controlId(path)}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span className="ix">{place}</span>
        <b>{title || fresh}</b>
        {meta && <span className="small mute">{meta}</span>}
        {stops > 0 && (
          <span className="small alarm nowrap">
            <Mark severity="blocks" /> {stops}
          </span>
        )}
      </summary>
      {children}
    </details>
  )
}
