import { Checkbox } from 'antd'
import type { ProposalAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { ChoiceField, LinesField, ManyField, TextField } from '../items/fields.tsx'
import { ListOf } from '../items/list-of.tsx'
import { useBodies } from './use-directory.ts'
import { LEVELS, type Operation, TYPES } from './words.ts'

export type Drafted = ProposalAnswer['results'][number]

/** The basic elements (基本要素) of an entry as it shall read, and the bodies that shall implement it. */
export function EntryFields({
  path,
  value,
  operation,
  wrong,
  onChange,
}: {
  path: string
  value: Drafted
  operation: Operation
  /** The part that was refused: `name`, `bodies` …; empty for none. */
  wrong: string
  onChange: (value: Drafted) => void
}) {
  const { elements } = value
  const set = (change: Partial<Drafted['elements']>) =>
    onChange({ ...value, elements: { ...elements, ...change } })
  return (
    <div className="formgap">
      <TextField
        path={`${path}-name`}
        label="事项名称"
        value={elements.name}
        onChange={(name) => set({ name })}
      />
      {operation === 'add' && (
        <>
          <TextField
            path={`${path}-parent`}
            label="主项的基本编码"
            hint="子项才填，主项空着"
            optional
            value={value.parent}
            onChange={(parent) => onChange({ ...value, parent: parent.trim() })}
          />
          <ChoiceField
            path={`${path}-type`}
            label="事项类型"
            hint="写进基本编码，以后不能改"
            value={elements.itemType}
            options={TYPES}
            onChange={(itemType) => set({ itemType })}
          />
        </>
      )}
      <div className="field wide">
        <span className="label">设定依据</span>
        <ListOf
          path={`${path}-basis`}
          what="依据"
          items={elements.legalBasis}
          blank={() => ({ name: '', number: '', clause: '', content: '' })}
          onChange={(legalBasis) => set({ legalBasis })}
          title={(b) => [b.name && `《${b.name}》`, b.clause].filter(Boolean).join(' ')}
        >
          {(b, i, change) => (
            <>
              <TextField
                path={`${path}-basis-${i}-name`}
                label="文件名称"
                value={b.name}
                onChange={(name) => change({ name })}
              />
              <TextField
                path={`${path}-basis-${i}-number`}
                label="文号"
                optional
                value={b.number}
                onChange={(number) => change({ number })}
              />
              <TextField
                path={`${path}-basis-${i}-clause`}
                label="条款"
                value={b.clause}
                onChange={(clause) => change({ clause })}
              />
              <TextField
                path={`${path}-basis-${i}-content`}
                label="内容"
                optional
                rows={2}
                value={b.content}
                onChange={(content) => change({ content })}
              />
            </>
          )}
        </ListOf>
      </div>
      <ManyField
        path={`${path}-levels`}
        label="行使层级"
        value={elements.levels}
        options={LEVELS}
        onChange={(levels) => set({ levels })}
      />
      <LinesField
        path={`${path}-kinds`}
        label="法律规定由哪类部门实施"
        hint="一行一类，例如 市场监督管理部门"
        rows={1}
        value={elements.bodyKinds}
        onChange={(bodyKinds) => set({ bodyKinds })}
      />
      <BodiesField
        value={value.bodies}
        wrong={wrong === 'bodies'}
        onChange={(bodies) => onChange({ ...value, bodies })}
      />
    </div>
  )
}

/** The departments that have to implement it, by area. */
function BodiesField({
  value,
  wrong,
  onChange,
}: {
  value: string[]
  wrong: boolean
  onChange: (bodies: string[]) => void
}) {
  const bodies = useBodies().data?.rows ?? []
  const areas = [...new Map(bodies.map((b) => [b.areaCode, b.areaName]))]
  return (
    <fieldset className={wrong ? 'field wide many bodiesfield wrong' : 'field wide many bodiesfield'}>
      <legend className="label">实施部门（应当编制实施清单的）</legend>
      {areas.map(([areaCode, areaName]) => (
        <div key={areaCode} className="arearow">
          <span className="small mute">{areaName}</span>
          <div className="manyoptions">
            {bodies
              .filter((b) => b.areaCode === areaCode)
              .map((b) => (
                <Checkbox
                  key={b.organId}
                  checked={value.includes(b.organId)}
                  onChange={(e) =>
                    onChange(
                      e.target.checked ? [...value, b.organId] : value.filter((id) => id !== b.organId),
                    )
                  }
                >
                  {b.shortName}
                </Checkbox>
              ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}
