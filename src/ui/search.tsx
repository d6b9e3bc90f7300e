import type { ReactElement } from 'react'
import { Icon } from './icon.tsx'
import { pageLang, t } from './text.ts'

export interface SearchBoxProps {
  label: string
  /** Where the form goes and where suggestions come from. */
  action?: string
  value?: string
  placeholder?: string
  /** False where what is found must be shown in a place of its own, and not be jumped to. */
  suggest?: boolean
  /** Common items below the box. */
  common?: readonly { text: string; href: string }[]
}

/** Label, box, common items. `rb-suggest` adds suggestions and their ARIA when scripts run; the plain form stays whole. */
export function SearchBox({
  label,
  action = '/search',
  value,
  placeholder,
  suggest = true,
  common,
}: SearchBoxProps): ReactElement {
  const lang = pageLang()
  const box = (
    <div className="search-box">
      <input
        className="input"
        id="q"
        name="q"
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={placeholder}
        defaultValue={value}
      />
      <button className="button" type="submit">
        <Icon name="search" />
        <span>{t(lang, { zh: '查找', en: 'Search' })}</span>
      </button>
    </div>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers in use here do not all know the search element */}
      <form className="search" role="search" action={action} method="get">
        <label htmlFor="q">{label}</label>
        {suggest ? <rb-suggest src={`${action}/suggest`}>{box}</rb-suggest> : box}
      </form>
      {common && common.length > 0 && (
        <nav className="common" aria-label={t(lang, { zh: '常办事项', en: 'Often used' })}>
          <ul>
            {common.map((entry) => (
              <li key={entry.href}>
                <a href={entry.href}>{entry.text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  )
}
