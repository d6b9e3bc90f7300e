import { Link } from 'react-router'
import type { EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { PLACEMENTS } from './words.ts'

/** One law on which an entry rests. */
export function Basis({
  first,
  name,
  number,
  clause,
  content,
}: {
  first: boolean
  name: string
  number: string
  clause: string
  content: string
}) {
  return (
    <>
      <dt>{first ? '设定依据' : ''}</dt>
      <dd>
        《{name}》{number && `（${number}）`} {clause}
        {content && <span className="small mid block">{content}</span>}
      </dd>
    </>
  )
}

/** Main item, sub-items, and what became of what (拆分、合并). */
export function Lineage({ entry }: { entry: EntryRecordAnswer }) {
  const { parent, subItems, cameFrom, became } = entry
  const rows: [string, { basicCode: string; name: string }[]][] = [
    ['主项', parent ? [parent] : []],
    ['子项', subItems],
    ['来自', cameFrom],
    ['改为', became],
  ]
  const said = rows.filter(([, list]) => list.length > 0)
  if (said.length === 0) return null
  return (
    <section>
      <h2>与其他目录事项</h2>
      <dl className="pairs">
        {said.map(([label, list]) => (
          <Related key={label} label={label} list={list} />
        ))}
      </dl>
    </section>
  )
}

function Related({ label, list }: { label: string; list: { basicCode: string; name: string }[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {list.map((e) => (
          <span key={e.basicCode} className="block">
            <Link to={`/directory/${e.basicCode}`}>{e.name}</Link>{' '}
            <span className="small mute">{e.basicCode}</span>
          </span>
        ))}
      </dd>
    </>
  )
}

/** The bodies that implement an entry, and where each stands with Art. 5.1(2). */
export function Bodies({ entry }: { entry: EntryRecordAnswer }) {
  const { placed } = entry
  return (
    <section>
      <h2>
        实施部门 <span className="small mute">{placed.length} 个</span>
      </h2>
      {placed.length === 0 ? (
        <p className="small mid">
          {entry.subItems.length > 0
            ? '由子项实施，主项没有实施部门。'
            : entry.state === 'in-force'
              ? '还没有定实施部门。提出变更，写明由哪些部门实施。'
              : '现在不要求哪个部门实施。'}
        </p>
      ) : (
        <table className="grid tall">
          <caption className="vh">实施部门和进驻</caption>
          <thead>
            <tr>
              <th scope="col">进驻</th>
              <th scope="col">部门</th>
              <th scope="col" className="narrowgone">
                情况
              </th>
              <th scope="col">实施清单</th>
            </tr>
          </thead>
          <tbody>
            {placed.map((p) => (
              <tr key={p.body.organId}>
                <td>
                  <span className={`tag ${PLACEMENTS[p.placement].kind}`}>
                    {PLACEMENTS[p.placement].word}
                  </span>
                </td>
                <th scope="row">
                  {p.body.name} <span className="small mute block">{p.body.areaName}</span>
                </th>
                <td className="small mid narrowgone">{p.sentence}</td>
                <td className="small">
                  {p.items.map((i) => (
                    <span key={i.itemId} className="block">
                      <Link to={`/items/${i.itemId}`}>{i.name || entry.elements.name}</Link>{' '}
                      <span className="mute">{i.centre || '没有进驻'}</span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
