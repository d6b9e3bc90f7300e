import type { ReactElement, ReactNode } from 'react'
import { BanyanDrawing } from './banyan.tsx'
import { Icon } from './icon.tsx'

/** The question of the home page with its search box; the banyan stands on the line below. */
export function Hero({ question, children }: { question: string; children: ReactNode }): ReactElement {
  return (
    <div className="hero">
      <div className="inner">
        <div className="hero-text">
          <h1>{question}</h1>
          {children}
        </div>
        <BanyanDrawing />
      </div>
    </div>
  )
}

export interface Tile {
  name: string
  note?: string
  href: string
}

/** Large choices, one sentence each: elder mode and the kiosk. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }): ReactElement {
  return (
    <ul className="tiles">
      {tiles.map((tile) => (
        <li key={tile.href}>
          <a href={tile.href}>
            <span>
              <b>{tile.name}</b>
              {tile.note}
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** A call as an equal way. */
export function CallCard({
  title,
  note,
  act,
  number,
}: {
  title: string
  note: string
  act: string
  number: string
}): ReactElement {
  return (
    <div className="call">
      <div>
        <h2>{title}</h2>
        <p>{note}</p>
      </div>
      <a className="button" href={`tel:${number}`}>
        <Icon name="phone" />
        <span>{act}</span>
      </a>
    </div>
  )
}
