import { useEffect, useRef } from 'react'
import { SECTIONS, type SectionId, stateOf } from './sections.ts'
import type { ItemEdit } from './use-item.ts'

/** The sections in the order in which they are written, how each stands, and above them how far the item is. */
export function SectionIndex({
  edit,
  chosen,
  open,
}: {
  edit: ItemEdit
  chosen: SectionId
  open: (section: SectionId) => void
}) {
  const states = SECTIONS.map((s) => ({ ...s, ...stateOf(s.id, edit.content, edit.findings) }))
  const stopped = states.filter((s) => s.state === 'stopped').length
  const list = useRef<HTMLOListElement>(null)
  // On a phone the sections are one strip that scrolls sideways: the chosen one comes into sight.
  useEffect(() => {
    const strip = list.current
    const button = strip?.querySelector<HTMLElement>(`[data-section="${chosen}"]`)
    if (strip && button && strip.scrollWidth > strip.clientWidth)
      strip.scrollTo({ left: button.offsetLeft - strip.offsetLeft - 24 })
  }, [chosen])
  return (
    <nav className="sections" aria-label="各节">
      <div className="progress">
        <p className="tiny mid">
          {stopped > 0 ? `过了 ${states.length - stopped}/${states.length} 节` : `${states.length} 节都过了`}
        </p>
        <ol className="bar" aria-hidden="true">
          {states.map((s) => (
            <li key={s.id} data-state={s.state} />
          ))}
        </ol>
      </div>
      <ol ref={list}>
        {states.map((s) => (
          <li key={s.id}>
            <button
              type="button"
              data-section={s.id}
              aria-current={s.id === chosen ? 'true' : undefined}
              onClick={() => open(s.id)}
            >
              {s.name}
              {s.state === 'stopped' && <span className="alarm">■ {s.stops} 拦</span>}
              {s.state === 'said' && <span className="warn-ink">▲ {s.warns} 提醒</span>}
              {s.state === 'empty' && <span className="mute">没有</span>}
              {s.state === 'fine' && <span className="good-ink">✓</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** At the foot of a section: the one that comes after it. */
export function NextSection({ chosen, open }: { chosen: SectionId; open: (section: SectionId) => void }) {
  const next = SECTIONS[SECTIONS.findIndex((s) => s.id === chosen) + 1]
  if (!next) return null
  return (
    <p className="nextsection">
      <button type="button" className="linklike" onClick={() => open(next.id)}>
        下一节：{next.name}
      </button>
    </p>
  )
}
