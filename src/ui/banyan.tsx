/** The identity of 榕办: a banyan drawn with nothing but vertical strokes, its aerial roots (气根). */
import type { ReactElement } from 'react'
import { WORDMARK } from './wordmark.ts'

const MARK = 'M4 15.5V11M8 18V7.5M12 28.5V5M16 28.5V3.5M20 28.5V5M24 22V7.5M28 15.5V11M8 25v-2.5'

export function BanyanMark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={MARK} fill="none" stroke="currentColor" strokeWidth="2.3" strokeLinecap="round" />
    </svg>
  )
}

/** 榕办 in Song. */
export function Wordmark(): ReactElement {
  return (
    <svg className="wordmark" viewBox="0 0 227 110" role="img" aria-label="榕办">
      <path d={WORDMARK} fill="currentColor" />
    </svg>
  )
}

/** mulberry32: the drawing must be the same on every request, so that pages can be cached byte for byte. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296
  }
}

/** Clumps of leaves: centre x, top y, half width, height. The crown is wider than it is high, as a banyan's is. */
const CLUMPS = [
  [52, 122, 42, 78],
  [108, 74, 50, 132],
  [172, 38, 54, 160],
  [244, 14, 58, 190],
  [312, 30, 54, 168],
  [376, 60, 50, 146],
  [440, 104, 46, 92],
] as const
const GROUND = 400
const TRUNK = [210, 286] as const
/** Aerial roots that have reached the ground and carry the boughs. */
const PROPS: ReadonlySet<number> = new Set([46, 70, 142, 158, 166, 342, 358, 398, 438])

/** One path of all strokes: crown, hanging roots, rooted props and the bundle of the trunk. */
function drawBanyan(): string {
  const random = seeded(2017)
  const strokes: string[] = []
  const stroke = (x: number, from: number, to: number) => {
    if (to - from > 3) strokes.push(`M${x} ${Math.round(from)}V${Math.round(to)}`)
  }
  for (let x = 14; x <= 486; x += 8) {
    const over = CLUMPS.filter(([cx, , w]) => Math.abs(x - cx) < w)
    if (over.length === 0) continue
    const dome = ([cx, , w]: (typeof CLUMPS)[number]) => Math.sqrt(1 - ((x - cx) / w) ** 2)
    const top = Math.min(...over.map((c) => c[1] + c[3] * 0.55 * (1 - dome(c)))) + random() * 8
    const bottom = Math.max(...over.map((c) => c[1] + c[3] * (0.72 + 0.28 * dome(c)))) + random() * 16
    let y = top
    while (y < bottom) {
      const end = Math.min(bottom, y + 14 + random() * 34)
      stroke(x, y, end)
      y = end + 8 + random() * 4
    }
    const trunk = x >= TRUNK[0] && x <= TRUNK[1]
    if (trunk || PROPS.has(x)) {
      const split = bottom + 10 + random() * (trunk ? 60 : 30)
      stroke(x, bottom + 8, split)
      stroke(x, split + 8, GROUND)
    } else if (random() < 0.6) {
      stroke(x, bottom + 8, Math.min(GROUND - 50, bottom + 16 + random() ** 2 * 130))
    }
  }
  return strokes.join('')
}

const TREE = drawBanyan()

/** The drawing of the home page; it stands on the line below it. */
export function BanyanDrawing(): ReactElement {
  return (
    <svg className="tree" viewBox="0 0 500 400" aria-hidden="true" focusable="false">
      <path d={TREE} fill="none" stroke="currentColor" strokeWidth="2.6" strokeLinecap="round" />
    </svg>
  )
}
