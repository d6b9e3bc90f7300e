import { NumberField, TextField, TickField } from '../fields.tsx'
import { Said } from '../findings.tsx'
import { Conditions } from './conditions.tsx'
import type { Form, Group, Line } from './model.ts'

/** A group: its title, when it is asked, and whether it is filled in several times. */
export function GroupForm({
  form,
  line: { place, path, group: g },
  english,
  put,
}: {
  form: Form
  line: Line
  english: boolean
  put: (part: Partial<Group>) => void
}) {
  const { repeat } = g
  return (
    <div className="formgap">
      <Said path={path} />
      <TextField path={`${path}.title`} label="组名" value={g.title} onChange={(title) => put({ title })} />
      <TextField
        path={`${path}.hint`}
        label="组的说明"
        optional
        value={g.hint}
        onChange={(hint) => put({ hint })}
      />
      {english && (
        <div className="two">
          <TextField
            path={`${path}.titleEn`}
            label="英文组名"
            optional
            value={g.titleEn}
            onChange={(titleEn) => put({ titleEn })}
          />
          <TextField
            path={`${path}.hintEn`}
            label="英文组的说明"
            optional
            value={g.hintEn}
            onChange={(hintEn) => put({ hintEn })}
          />
        </div>
      )}
      <TickField
        path={`${path}.repeat`}
        label="这一组可以填好几份，例如每个股东一份"
        value={repeat !== undefined}
        onChange={(on) => put({ repeat: on ? { each: '', eachEn: '', min: 1, max: 20 } : undefined })}
      />
      {repeat && (
        <>
          <div className="three">
            <TextField
              path={`${path}.repeat.each`}
              label="每一份叫什么"
              value={repeat.each}
              onChange={(each) => put({ repeat: { ...repeat, each } })}
            />
            <NumberField
              path={`${path}.repeat.min`}
              label="最少几份"
              max={100}
              value={repeat.min}
              onChange={(v) => put({ repeat: { ...repeat, min: v ?? 0 } })}
            />
            <NumberField
              path={`${path}.repeat.max`}
              label="最多几份"
              min={1}
              max={100}
              value={repeat.max}
              onChange={(v) => put({ repeat: { ...repeat, max: v ?? 20 } })}
            />
          </div>
          {english && (
            <TextField
              path={`${path}.repeat.eachEn`}
              label="每一份的英文"
              optional
              value={repeat.eachEn}
              onChange={(eachEn) => put({ repeat: { ...repeat, eachEn } })}
            />
          )}
        </>
      )}
      <Conditions form={form} place={place} path={path} when={g.when} mode={g.whenMode} onChange={put} />
    </div>
  )
}
