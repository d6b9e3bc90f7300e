import { ChoiceField, NumberField, TextField, TickField } from '../fields.tsx'
import { ListOf } from '../list-of.tsx'
import type { ItemEdit } from '../use-item.ts'

/** What comes out of it, and the face of the sample: the same template draws the real one. */
export function ResultSection({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const result = c.result
  const put = (change: Partial<NonNullable<typeof result>>) =>
    set('result', {
      ...(result ?? {
        type: 'none' as const,
        name: '',
        licenceTypeCode: '',
        licenceKind: '',
        validMonths: null,
        faceFields: [],
        offlineAllowed: false,
      }),
      ...change,
    })
  const fields = (c.form?.groups ?? []).flatMap((g) => g.fields)
  return (
    <div className="formgap">
      <ChoiceField
        path="result"
        label="结果"
        value={result?.type ?? ''}
        options={[
          { value: 'licence', label: '证照' },
          { value: 'approval', label: '批文' },
          { value: 'none', label: '没有结果文书' },
        ]}
        onChange={(v) => v !== '' && put({ type: v })}
      />
      {result && (
        <TextField
          path="result.name"
          label={result.type === 'none' ? '为什么没有结果文书' : '结果名称'}
          value={result.name}
          onChange={(v) => put({ name: v })}
        />
      )}
      {result && result.type !== 'none' && (
        <>
          <div className="two">
            <TextField
              path="result.licenceTypeCode"
              label="证照类型代码（21 位）"
              optional={result.type === 'approval'}
              value={result.licenceTypeCode}
              onChange={(v) => put({ licenceTypeCode: v })}
            />
            <NumberField
              path="result.validMonths"
              label="有效期（月，空着是长期）"
              value={result.validMonths}
              onChange={(v) => put({ validMonths: v })}
            />
          </div>
          <h3>样本照面</h3>
          <p className="small mute">
            取值写在花括号里：{'{holder.name}'} 持证人、{'{holder.code}'} 证件号、{'{organ.name}'} 发证机关、
            {'{decision.day}'} 决定日
            {fields.length > 0 &&
              `、${fields
                .slice(0, 6)
                .map((f) => `{form.${f.key}} ${f.label}`)
                .join('、')}`}
          </p>
          <ListOf
            path="result.faceFields"
            what="行照面"
            items={result.faceFields}
            blank={() => ({ label: '', value: '', sampleValue: '' })}
            onChange={(faceFields) => put({ faceFields })}
            title={(f) => f.label && `${f.label}　${f.sampleValue}`}
          >
            {(f, i, change) => (
              <>
                <TextField
                  path={`result.faceFields.${i}.label`}
                  label="名称"
                  value={f.label}
                  onChange={(v) => change({ label: v })}
                />
                <TextField
                  path={`result.faceFields.${i}.value`}
                  label="取值"
                  list={[
                    '{holder.name}',
                    '{holder.code}',
                    '{organ.name}',
                    '{decision.day}',
                    ...fields.map((x) => `{form.${x.key}}`),
                  ]}
                  value={f.value}
                  onChange={(v) => change({ value: v })}
                />
                <TextField
                  path={`result.faceFields.${i}.sampleValue`}
                  label="样本上印什么"
                  value={f.sampleValue}
                  onChange={(v) => change({ sampleValue: v })}
                />
              </>
            )}
          </ListOf>
          <TickField
            path="result.offlineAllowed"
            label="可以在办结当日离线制证（第十九条）"
            value={result.offlineAllowed}
            onChange={(v) => put({ offlineAllowed: v })}
          />
        </>
      )}
    </div>
  )
}
