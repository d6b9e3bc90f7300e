/** The identity of 榕办: a banyan drawn with nothing but vertical strokes, its aerial roots (气根). */
import type { ReactElement } from 'react'

const MARK = 'M4 15.5V11M8 18V7.5M12 28.5V5M16 28.5V3.5M20 28.5V5M24 22V7.5M28 15.5V11M8 25v-2.5'

export function BanyanMark(): ReactElement {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d={MARK} fill="none" stroke="currentColor" strokeWidth="2.3" strokeLinecap="round" />
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

/** Domes of the crown: centre x, centre y, half width, half height. */
const DOMES = [
  [74, 150, 66, 58],
  [150, 112, 82, 66],
  [252, 86, 104, 70],
  [352, 118, 84, 62],
  [430, 152, 62, 54],
] as const
const GROUND = 400
const TRUNK = [222, 286] as const
const PROPS: ReadonlySet<number> = new Set([70, 78, 166, 174, 350, 430])

/** One path of all strokes: crown, hanging roots, rooted props and the bundle of the trunk. */
function drawBanyan(): string {
  const random = seeded(2017)
  const strokes: string[] = []
  const stroke = (x: number, from: number, to: number) => {
    if (to - from > 3) strokes.push(`M${x} ${Math.round(from)}V${Math.round(to)}`)
  }
  for (let x = 14; x <= 486; x += 8) {
    const inside = DOMES.filter(([cx, , w]) => Math.abs(x - cx) < w)
    if (inside.length === 0) continue
    const bulge = ([cx, , w, h]: (typeof DOMES)[number]) => h * Math.sqrt(1 - ((x - cx) / w) ** 2)
    const top = Math.min(...inside.map((d) => d[1] - bulge(d))) + random() * 9
    const bottom = Math.max(...inside.map((d) => d[1] + bulge(d) * 0.72)) + random() * 14
    let y = top
    while (y < bottom) {
      const end = Math.min(bottom, y + 14 + random() * 38)
      stroke(x, y, end)
      y = end + 7 + random() * 4
    }
    const trunk = x >= TRUNK[0] && x <= TRUNK[1]
    if (trunk || PROPS.has(x)) {
      const split = bottom + 14 + random() * 46
      stroke(x, bottom + 8, split)
      stroke(x, split + 8, GROUND)
    } else if (random() < 0.5) {
      stroke(x, bottom + 8, Math.min(GROUND - 60, bottom + 16 + random() ** 2 * 120))
    }
  }
  return strokes.join('')
}

const TREE = drawBanyan()

/** The drawing of the home page; it stands on the line below it. */
export function BanyanDrawing(): ReactElement {
  return (
    <svg className="tree" viewBox="0 0 500 400" aria-hidden="true" focusable="false">
      <path d={TREE} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
    </svg>
  )
}
