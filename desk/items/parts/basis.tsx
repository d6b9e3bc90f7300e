import { LinesField, ListOf, TextField } from '../fields.tsx'
import type { ItemEdit } from '../use-item.ts'

/** 设定依据 and 受理条件. */
export function Basis({ edit: { content: c, set } }: { edit: ItemEdit }) {
  return (
    <div className="formgap">
      <h3>设定依据</h3>
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
