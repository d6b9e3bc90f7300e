import { ChoiceField, TextField, TickField } from '../fields.tsx'
import { ListOf } from '../list-of.tsx'
import type { ItemEdit } from '../use-item.ts'

/** 收费: whether, on what basis, and each charge. */
export function Fee({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const fee = c.fee
  const put = (change: Partial<NonNullable<typeof fee>>) =>
    set('fee', { ...(fee ?? { charged: false, basis: '', items: [], payOnline: false }), ...change })
  return (
    <div className="formgap">
      <ChoiceField
        path="fee"
        label="是否收费"
        value={fee === null ? '' : fee.charged ? 'yes' : 'no'}
        options={[
          { value: 'no', label: '不收费' },
          { value: 'yes', label: '收费' },
        ]}
        onChange={(v) =>
          v !== '' && put({ charged: v === 'yes', ...(v === 'no' ? { payOnline: false } : {}) })
        }
      />
      {fee && (
        <TextField
          path="fee.basis"
          rows={1}
          label={fee.charged ? '收费依据' : '不收费的依据'}
          optional={!fee.charged}
          value={fee.basis}
          onChange={(v) => put({ basis: v })}
        />
      )}
      {fee?.charged && (
        <>
          <ListOf
            path="fee.items"
            what="个收费项目"
            items={fee.items}
            blank={() => ({ name: '', standard: '', basis: '' })}
            onChange={(items) => put({ items })}
            title={(f) => f.name && `${f.name}　${f.standard}`}
          >
            {(f, i, change) => (
              <>
                <TextField
                  path={`fee.items.${i}.name`}
                  label="项目"
                  value={f.name}
                  onChange={(v) => change({ name: v })}
                />
                <TextField
                  path={`fee.items.${i}.standard`}
                  rows={1}
                  label="标准"
                  hint="写明金额和单位"
                  value={f.standard}
                  onChange={(v) => change({ standard: v })}
                />
                <TextField
                  path={`fee.items.${i}.basis`}
                  rows={1}
                  label="依据"
                  value={f.basis}
                  onChange={(v) => change({ basis: v })}
                />
              </>
            )}
          </ListOf>
          <TickField
            path="fee.payOnline"
            label="可以网上支付"
            value={fee.payOnline}
            onChange={(v) => put({ payOnline: v })}
          />
        </>
      )}
    </div>
  )
}
