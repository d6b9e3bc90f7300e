import type { ReactElement, ReactNode } from 'react'
import { pageLang, t } from './text.ts'

export interface LicenceFaceProps {
  name: string
  number: string
  /** Face data in the order of the licence. */
  fields: readonly { term: string; value: ReactNode }[]
  issuer: string
  /** Full date of issue. */
  issued: string
  /** Words in the seal, two and two: 测试签章 while the certificates are tests. */
  seal?: string
  /** A sample of the result: no seal, marked 样本. */
  specimen?: boolean
}

/** The face of a licence: double green line, Song title, seal. */
export function LicenceFace(props: LicenceFaceProps): ReactElement {
  const { name, number, fields, issuer, issued, seal = '测试签章', specimen } = props
  return (
    <section className="licence" aria-label={t(pageLang(), { zh: '证照照面', en: 'Face of the licence' })}>
      <p className="licence-name">{name}</p>
      <p className="licence-number code">{number}</p>
      <dl>
        {fields.map((field) => (
          <div key={field.term}>
            <dt>{field.term}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
      <div className="licence-issue">
        <p>
          {issuer}
          <br />
          {issued}
        </p>
        <Seal words={specimen ? '样本示例' : seal} />
      </div>
    </section>
  )
}

/** A square seal of four characters. */
export function Seal({ words }: { words: string }): ReactElement {
  return (
    <svg
      className="seal"
      viewBox="0 0 100 100"
      role="img"
      aria-label={t(pageLang(), { zh: `电子印章（${words}）`, en: `Electronic seal (${words})` })}
    >
      <g fill="none" stroke="currentColor">
        <rect x="4.5" y="4.5" width="91" height="91" rx="6" strokeWidth="5" />
        <rect x="12" y="12" width="76" height="76" rx="2.5" strokeWidth="1.5" />
      </g>
      <g fill="currentColor" fontSize="33" textAnchor="middle">
        <text x="50" y="46">
          {words.slice(0, 2)}
        </text>
        <text x="50" y="80">
          {words.slice(2, 4)}
        </text>
      </g>
    </svg>
  )
}

/** A QR code to be shown; `modules` rows of dark (true) and light cells. */
export function QrCode({
  modules,
  label,
}: {
  modules: readonly (readonly boolean[])[]
  label: string
}): ReactElement {
  const size = modules.length + 4
  const path = modules
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 2} ${y + 2}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#1B201D" />
    </svg>
  )
}
