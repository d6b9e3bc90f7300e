import { Button, Drawer } from 'antd'
import { type ReactNode, useId } from 'react'

/**
 * An act that takes words: its form in a drawer, and at the foot what is still missing or else what follows, the way out, and the act. The act
 * is never greyed without words: what it lacks stands beside it.
 */
export function ActDrawer({
  title,
  open,
  onClose,
  size = 720,
  missing,
  tells,
  leave = '不办了',
  act,
  doing = '正在办…',
  busy,
  danger = false,
  onAct,
  children,
}: {
  title: string
  open: boolean
  onClose: () => void
  size?: number
  /** What is not written yet, in the form's own words; `false` for what is. */
  missing: (string | false)[]
  /** What the act brings, once nothing is missing. */
  tells: string
  leave?: string
  act: string
  doing?: string
  busy: boolean
  /** It cannot be taken back, or takes something away. */
  danger?: boolean
  onAct: () => void
  children: ReactNode
}) {
  const id = useId()
  const lacks = missing.filter((one) => one !== false)
  const ready = lacks.length === 0 && !busy
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={size}
      title={title}
      footer={
        <div className="drawerfoot">
          <span className="small mute" id={id}>
            {lacks.length > 0 ? `还没写：${lacks.join('、')}。` : tells}
          </span>
          <span className="spring" />
          <Button onClick={onClose}>{leave}</Button>
          <Button
            {...(danger ? { className: 'danger-act' } : { type: 'primary' as const })}
            aria-disabled={!ready}
            aria-describedby={id}
            onClick={() => ready && onAct()}
          >
            {busy ? doing : act}
          </Button>
        </div>
      }
    >
      <div className="formgap">{children}</div>
    </Drawer>
  )
}
