import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { NoAnswer, Refused } from '../api.ts'

/** A line with a coloured edge: plain, `warn`, `bad` or `good`. */
export function Note({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'warn' | 'bad' | 'good'
  children: ReactNode
}) {
  return (
    <div className={`note ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <div>{children}</div>
    </div>
  )
}

/** Nothing for 300 ms: most answers are there by then, and a flash of grey only unsettles. */
export function Waiting({ what, children }: { what: string; children?: ReactNode }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div aria-busy="true" className="waiting">
      <p className="vh" role="status">
        正在取{what}
      </p>
      {children ?? (
        <div className="skeleton" aria-hidden="true">
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  )
}

/** What failed, that the work is safe, what to do. */
export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  const refused = error instanceof Refused
  return (
    <Note kind="bad">
      <b>没有取到{what}。</b>
      {refused
        ? error.refusal.sentence
        : error instanceof NoAnswer
          ? `${error.message}，填的都还在。`
          : '填的都还在。'}
      {retry && (
        <Button size="small" onClick={retry}>
          再试一次
        </Button>
      )}
    </Note>
  )
}

export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
      </p>
      {children && <p className="mid">{children}</p>}
      {action}
    </div>
  )
}
