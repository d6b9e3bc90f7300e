import { LinesField, TextField } from '../fields.tsx'
import { ListOf } from '../list-of.tsx'
import type { ItemEdit } from '../use-item.ts'
import { DirectoryBasics } from './directory-basics.tsx'

/** 设定依据 and 受理条件. */
export function Basis({ edit }: { edit: ItemEdit }) {
  const { content: c, set } = edit
  return (
    <div className="formgap">
      <h3>设定依据</h3>
      {c.directoryVersion > 0 ? <BasisOfDirectory edit={edit} /> : <OwnBasis edit={edit} />}
      <LinesField
        path="conditions"
        label="受理条件"
        hint="一行一条，申请人自己能判断"
        rows={6}
        value={c.conditions}
        onChange={(v) => set('conditions', v)}
      />
    </div>
  )
}

/** The directory's: copied, shown, changed only there. */
function BasisOfDirectory({ edit }: { edit: ItemEdit }) {
  return (
    <DirectoryBasics
      edit={edit}
      rows={edit.content.legalBasis.map((b, i) => [
        i === 0 ? 'legalBasis' : `legalBasis.${i}`,
        [b.name, b.number].filter(Boolean).join('　'),
        [b.clause, b.content].filter(Boolean).join('　'),
      ])}
    />
  )
}

function OwnBasis({ edit: { content: c, set } }: { edit: ItemEdit }) {
  return (
    <ListOf
      path="legalBasis"
      what="依据"
      items={c.legalBasis}
      blank={() => ({ name: '', number: '', clause: '', content: '' })}
      onChange={(v) => set('legalBasis', v)}
      title={(b) => [b.name, b.clause].filter(Boolean).join('　')}
    >
      {(b, i, put) => (
        <>
          <TextField
            path={`legalBasis.${i}.name`}
            label="文件名称"
            value={b.name}
            onChange={(v) => put({ name: v })}
          />
          <div className="two">
            <TextField
              path={`legalBasis.${i}.number`}
              label="文号"
              optional
              value={b.number}
              onChange={(v) => put({ number: v })}
            />
            <TextField
              path={`legalBasis.${i}.clause`}
              label="条款"
              value={b.clause}
              onChange={(v) => put({ clause: v })}
            />
          </div>
          <TextField
            path={`legalBasis.${i}.content`}
            label="内容"
            optional
            rows={3}
            value={b.content}
            onChange={(v) => put({ content: v })}
          />
        </>
      )}
    </ListOf>
  )
}
