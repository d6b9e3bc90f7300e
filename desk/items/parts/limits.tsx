import { ChoiceField, LimitField, NumberField, TextField } from '../fields.tsx'
import { ListOf } from '../list-of.tsx'
import type { ItemEdit } from '../use-item.ts'

/** 法定时限, 承诺时限, and the special procedures whose time does not count. */
export function Limits({ edit: { content: c, set } }: { edit: ItemEdit }) {
  return (
    <div className="formgap">
      <div className="two">
        <LimitField
          path="legalLimit"
          label="法定时限"
          mayBeEmpty
          value={c.legalLimit}
          onChange={(v) => set('legalLimit', v)}
        />
        <LimitField
          path="promiseLimit"
          label="承诺时限"
          mayBeEmpty
          value={c.promiseLimit}
          onChange={(v) => set('promiseLimit', v)}
        />
      </div>
      <TextField
        path="legalLimitNote"
        label="法定时限的依据"
        optional
        rows={2}
        value={c.legalLimitNote}
        onChange={(v) => set('legalLimitNote', v)}
      />
      <TextField
        path="promiseLimitNote"
        label="承诺时限的说明"
        optional
        rows={2}
        value={c.promiseLimitNote}
        onChange={(v) => set('promiseLimitNote', v)}
      />
      <h3>特别程序（不计入时限）</h3>
      <ListOf
        path="specialProcedures"
        what="个特别程序"
        items={c.specialProcedures}
        blank={() => ({ name: '', days: 15, unit: 'G' as const, basis: '' })}
        onChange={(v) => set('specialProcedures', v)}
        title={(p) => p.name && `${p.name}　最长 ${p.days} 日`}
      >
        {(p, i, put) => (
          <>
            <TextField
              path={`specialProcedures.${i}.name`}
              label="名称"
              value={p.name}
              onChange={(v) => put({ name: v })}
            />
            <div className="two">
              <NumberField
                path={`specialProcedures.${i}.days`}
                label="最长天数"
                value={p.days}
                onChange={(v) => put({ days: v ?? 0 })}
              />
              <ChoiceField
                path={`specialProcedures.${i}.unit`}
                label="单位"
                value={p.unit}
                options={[
                  { value: 'G', label: '工作日' },
                  { value: 'Z', label: '自然日' },
                ]}
                onChange={(v) => put({ unit: v })}
              />
            </div>
            <TextField
              path={`specialProcedures.${i}.basis`}
              rows={1}
              label="依据"
              value={p.basis}
              onChange={(v) => put({ basis: v })}
            />
          </>
        )}
      </ListOf>
    </div>
  )
}
