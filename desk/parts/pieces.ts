/** One piece of a text: kept, or only in this one of the two texts. */
export interface Piece {
  text: string
  changed: boolean
}

/**
 * The characters in which two short texts differ, by their longest common subsequence: 「鼓岭路 18 号」 against
 * 「鼓岭村 18 号」 marks 路 and 村 only.
 */
export function changedPieces(a: string, b: string): { a: Piece[]; b: Piece[] } {
  const [x, y] = [[...a], [...b]]
  const same = commonLengths(x, y)
  const left: Piece[] = []
  const right: Piece[] = []
  let [i, j] = [0, 0]
  while (i < x.length || j < y.length) {
    if (i < x.length && j < y.length && x[i] === y[j]) {
      add(left, x[i++]!, false)
      add(right, y[j++]!, false)
    } else if (j >= y.length || (i < x.length && same[i + 1]![j]! >= same[i]![j + 1]!))
      add(left, x[i++]!, true)
    else add(right, y[j++]!, true)
  }
  return { a: left, b: right }
}

function commonLengths(x: string[], y: string[]): number[][] {
  const same = Array.from({ length: x.length + 1 }, () => new Array<number>(y.length + 1).fill(0))
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--)
      same[i]![j] = x[i] === y[j] ? same[i + 1]![j + 1]! + 1 : Math.max(same[i + 1]![j]!, same[i]![j + 1]!)
  return same
}

function add(pieces: Piece[], text: string, changed: boolean): void {
  const last = pieces.at(-1)
  if (last && last.changed === changed) last.text += text
  else pieces.push({ text, changed })
}
