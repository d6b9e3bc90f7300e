import type { ReactElement } from 'react'

/** Paths on a 24 px grid, 1.75 px stroke, round caps. Only signs that carry a state or an act. */
const PATHS = {
  search: 'M10.8 4.2a6.6 6.6 0 1 0 0 13.2 6.6 6.6 0 0 0 0-13.2M15.7 15.7 20.4 20.4',
  tick: 'M5 12.6l4.4 4.4L19 7.2',
  done: 'M12 3.6a8.4 8.4 0 1 0 0 16.8 8.4 8.4 0 0 0 0-16.8M8.1 12.4l2.7 2.7 5.2-5.6',
  clock: 'M12 3.6a8.4 8.4 0 1 0 0 16.8 8.4 8.4 0 0 0 0-16.8M12 7.2V12l3.4 2',
  person: 'M12 4.4a3.6 3.6 0 1 0 0 7.2 3.6 3.6 0 0 0 0-7.2M4.8 20c.7-3.9 3.4-5.8 7.2-5.8s6.5 1.9 7.2 5.8',
  hourglass:
    'M6.2 3.6h11.6M6.2 20.4h11.6M7.7 3.6v2.6c0 2.7 4.3 3.9 4.3 5.8s-4.3 3.1-4.3 5.8v2.6M16.3 3.6v2.6c0 2.7-4.3 3.9-4.3 5.8s4.3 3.1 4.3 5.8v2.6',
  alarm: 'M8.3 3.7h7.4l4.6 4.6v7.4l-4.6 4.6H8.3l-4.6-4.6V8.3zM12 7.7v5.2M12 16.2v.1',
  pause: 'M9 6.2v11.6M15 6.2v11.6',
  caution: 'M12 4.3 20.8 19.4H3.2zM12 10v4.3M12 16.9v.1',
  info: 'M12 3.6a8.4 8.4 0 1 0 0 16.8 8.4 8.4 0 0 0 0-16.8M12 11.2v5M12 7.8v.1',
  shield: 'M12 3.4 18.8 6v5.4c0 4.3-2.7 7.3-6.8 9.1-4.1-1.8-6.8-4.8-6.8-9.1V6zM8.9 11.9l2.3 2.3 4-4.3',
  upload: 'M12 15.8V5M7.6 9.3 12 4.9l4.4 4.4M5 19.2h14',
  download: 'M12 4.4v10.8M7.6 10.8 12 15.2l4.4-4.4M5 19.2h14',
  file: 'M6.4 3.6h7.2l4 4v12.8H6.4zM13.4 3.6v4.2h4.2',
  paper: 'M6.4 3.6h11.2v16.8H6.4zM9.5 8.2h5M9.5 12h5M9.5 15.8h3',
  card: 'M3.6 5.6h16.8v12.8H3.6zM8.5 9.2a1.7 1.7 0 1 0 0 3.4 1.7 1.7 0 0 0 0-3.4M5.9 15.8c.4-1.3 1.3-1.9 2.6-1.9s2.2.6 2.6 1.9M14 10.2h3.8M14 13.6h3.8',
  van: 'M3 6.6h11v9.8H3zM14 10h3.9l3.1 3.4v3H14M7.4 15.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6M17 15.7a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6',
  busy: 'M12 3.6a8.4 8.4 0 1 1-8.4 8.4',
  saved: 'M7 18.4a4.4 4.4 0 0 1-.6-8.8 5.8 5.8 0 0 1 11.2 1.1A3.9 3.9 0 0 1 17 18.4zM9.1 13.5l2.1 2.2 3.8-4',
  unsaved: 'M7 18.4a4.4 4.4 0 0 1-.6-8.8 5.8 5.8 0 0 1 11.2 1.1A3.9 3.9 0 0 1 17 18.4zM12 10.6v3M12 15.9v.1',
  forward: 'M9.2 5.2 16 12l-6.8 6.8',
  back: 'M14.8 5.2 8 12l6.8 6.8',
  cross: 'M6.2 6.2l11.6 11.6M17.8 6.2 6.2 17.8',
  plus: 'M12 5.2v13.6M5.2 12h13.6',
  phone:
    'M6 3.6h3.3l1.5 4.3-2 1.6c1 2.5 2.9 4.4 5.7 5.7l1.6-2 4.3 1.5V18c0 1.4-1 2.4-2.4 2.4C10 20.4 3.6 14 3.6 6c0-1.4 1-2.4 2.4-2.4z',
  print: 'M7 9V3.6h10V9M7 17H3.9V9h16.2v8H17M7 14h10v6.4H7z',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2.6v2.6M20 14v6h-3.6M14 18.4V20',
} as const

export type IconName = keyof typeof PATHS

/** An inline sign, hidden from screen readers: the words beside it carry the meaning. */
export function Icon({ name }: { name: IconName }): ReactElement {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
