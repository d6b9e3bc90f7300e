import { Button, Checkbox, Segmented } from 'antd'
import { useEffect, useRef, useState } from 'react'
import type { ItemEdit } from '../use-item.ts'

const CHOSEN = 'form-part-chosen'
const NOT_ASKED = '选中的这一项有条件，照现在填的不问。在下面换个回答试试。'
const KNOWN = '选中的这一项登记里有，申请人不用填，列在最上面。'

/** Brings a line of the form's outline into the preview's sight, and marks it there; of a column, its table. */
export const showInPreview = (id: string): void => {
  window.dispatchEvent(new CustomEvent(CHOSEN, { detail: id }))
}

/**
 * 预览: the hall's own page of the saved draft, on a phone of 390 px or wide. After every save it is drawn again with what was tried in it; the
 * frame may not lead anywhere else.
 */
export function FormPreview({ edit }: { edit: ItemEdit }) {
  const [wide, setWide] = useState(false)
  const [over, setOver] = useState(false)
  const [english, setEnglish] = useState(false)
  const [filled, setFilled] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const scroll = useRef(0)
  /** Line of the outline that was chosen, and whether the preview has yet to come to it. */
  const chosen = useRef('')
  const awaited = useRef(false)
  const marked = useRef<HTMLElement | null>(null)
  const [aside, setAside] = useState('')
  const drawn = useRef(edit.revision)
  const lang = english ? 'en' : 'zh'
  const address = `/desk-preview/items/${edit.record.itemId}?lang=${lang}${filled ? '&filled=1' : ''}`

  useEffect(() => {
    if (drawn.current === edit.revision) return
    drawn.current = edit.revision
    const page = frame.current?.contentDocument
    const form = page?.querySelector('form')
    scroll.current = frame.current?.contentWindow?.scrollY ?? 0
    if (!page || !form) return frame.current?.contentWindow?.location.reload()
    const redraw = page.createElement('input')
    Object.assign(redraw, { type: 'hidden', name: 'do', value: 'redraw' })
    form.append(redraw)
    // Not by a button: nothing in the frame may take the focus from the clerk's field.
    form.submit()
  }, [edit.revision])

  /** False while the saved draft does not have it yet. */
  const showPart = (id: string): boolean => {
    const page = frame.current?.contentDocument
    const found = page ? partOf(page, id) : null
    marked.current?.style.removeProperty('outline')
    setAside(found === null && id.startsWith('f.') && edit.state === 'saved' ? KNOWN : '')
    if (!found) return false
    const seen = nearestSeen(found)
    // The part itself has no box of its own.
    const box = (seen?.firstElementChild ?? null) as HTMLElement | null
    box?.scrollIntoView({ block: 'center' })
    if (seen !== found) {
      setAside(NOT_ASKED)
      return true
    }
    box?.style.setProperty('outline', '2px solid #f2c14e')
    box?.style.setProperty('outline-offset', '8px')
    marked.current = box
    return true
  }
  const shown = useRef(showPart)
  shown.current = showPart
  // Heard at every moment: an undo tells what came back in the very drawing that brings it.
  useEffect(() => {
    const show = (event: Event) => {
      const id = (event as CustomEvent<string>).detail
      chosen.current = id
      awaited.current = !shown.current(id)
    }
    window.addEventListener(CHOSEN, show)
    return () => window.removeEventListener(CHOSEN, show)
  }, [])

  const restore = () => {
    frame.current?.contentWindow?.scrollTo(0, scroll.current)
    const at = scroll.current
    scroll.current = 0
    if (chosen.current === '') return
    const found = showPart(chosen.current)
    // Whoever looks at another part of the preview stays there.
    if (!awaited.current) frame.current?.contentWindow?.scrollTo(0, at)
    if (found) awaited.current = false
  }
  const look = (next: string) => {
    setWide(next === 'wide')
    setOver(next === 'wide')
  }
  return (
    <section
      className={['fpreview', wide ? 'wide' : '', over ? 'over' : ''].join(' ')}
      aria-labelledby="preview-title"
    >
      <div className="fpreviewhead">
        <h2 id="preview-title">预览</h2>
        <Button className="previewopen" size="small" aria-expanded={over} onClick={() => setOver(!over)}>
          {over ? '收起' : '预览'}
        </Button>
        <Segmented
          size="small"
          aria-label="在什么屏上看"
          value={wide ? 'wide' : 'phone'}
          options={[
            { value: 'phone', label: '手机' },
            { value: 'wide', label: '电脑' },
          ]}
          onChange={look}
        />
        <Checkbox checked={english} onChange={(e) => setEnglish(e.target.checked)}>
          English
        </Checkbox>
        <Checkbox checked={filled} onChange={(e) => setFilled(e.target.checked)}>
          填好的
        </Checkbox>
      </div>
      <p className="tiny mute">
        {edit.state !== 'saved'
          ? '正在保存，存好就更新。'
          : aside || '申请人看到的就是这样。可以试着填，填了不会存。'}
      </p>
      <iframe
        ref={frame}
        src={address}
        title="申请表预览"
        sandbox="allow-same-origin allow-scripts allow-forms"
        onLoad={restore}
      />
    </section>
  )
}

/** In the preview's page: a group, a field, or a field in the first entry of its group. */
function partOf(page: Document, id: string): Element | null {
  const [kind, key = ''] = id.split('.')
  const name = CSS.escape(key)
  return kind === 'g'
    ? page.querySelector(`[data-group="${name}"]`)
    : page.querySelector(`[data-field="${name}"], [data-field$=".${name}"]`)
}

/** The part itself, or where it would stand: what comes before it. */
function nearestSeen(part: Element): Element | null {
  let at: Element | null = part
  while (at?.closest('[hidden]')) at = at.previousElementSibling ?? at.parentElement
  return at
}
