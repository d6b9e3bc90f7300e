import { Link } from 'react-router'
import type { HeirAnswer } from '../../src/catalogue/api/life-contract.ts'
import { heirWords } from './words.ts'

/** 下放: who takes the item over, under which code, and how far each is. */
export function Heirs({ heirs, open }: { heirs: HeirAnswer[]; open: boolean }) {
  const waits = heirs.filter((h) => h.state !== 'ready' && h.state !== 'in-force')
  return (
    <>
      <ul className="heirs">
        {heirs.map((h) => (
          <li key={h.organId}>
            {h.itemId ? <Link to={`/items/${h.itemId}`}>{h.organName}</Link> : <b>{h.organName}</b>}
            <span className="small mid">
              {heirWords(h)}
              {!h.fits && '，职能和移交的部门不同'}
            </span>
            {h.code && <span className="tiny mute code">{h.code}</span>}
          </li>
        ))}
      </ul>
      {open && waits.length > 0 && (
        <p className="small mid">
          还等 {waits.length} 个部门。全部办完的那天一起生效，在那以前市级的照常办理，办事的人不会找不到。
        </p>
      )}
    </>
  )
}
