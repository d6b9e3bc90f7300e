import { changedPieces } from './pieces.ts'

/** A value with the characters marked in which it differs from the other one. */
export function Changed({ text, against }: { text: string; against: string }) {
  if (text === '') return <span className="mute">没有填</span>
  const { a } = changedPieces(text, against)
  let at = 0
  return (
    <>
      {a.map((piece) => {
        const key = at
        at += piece.text.length
        return piece.changed ? (
          <mark key={key} className="changed">
            {piece.text}
          </mark>
        ) : (
          <span key={key}>{piece.text}</span>
        )
      })}
    </>
  )
}
