import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { FieldForm } from './field-form.tsx'
import { GroupForm } from './group-form.tsx'
import { change, type Form, type Line } from './model.ts'

/** What is chosen in the structure: moved, doubled, deleted, and everything that can be said of it. */
export function Properties({
  form,
  line,
  frozen,
  put,
  addColumn,
  move,
  again,
  take,
}: {
  form: Form
  line: Line
  /** To be read, not changed. */
  frozen: boolean
  put: (form: Form) => void
  addColumn: () => void
  move: (by: -1 | 1) => void
  again: () => void
  take: () => void
}) {
  const [english, setEnglish] = useState(false)
  return (
    <>
      <div className="propertieshead">
        <h3>{line.label || (line.field ? '新字段' : '新组')}</h3>
        <span className="spring" />
        <Checkbox checked={english} onChange={(e) => setEnglish(e.target.checked)}>
          写英文
        </Checkbox>
        {!frozen && (
          <>
            <Button size="small" onClick={() => move(-1)}>
              上移
            </Button>
            <Button size="small" onClick={() => move(1)}>
              下移
            </Button>
            <Button size="small" onClick={again}>
              复制
            </Button>
            <Button size="small" className="danger-act" onClick={take}>
              删除
            </Button>
          </>
        )}
      </div>
      <fieldset disabled={frozen}>
        {line.field ? (
          <FieldForm
            key={line.id}
            form={form}
            line={line}
            field={line.field}
            english={english}
            put={(part) => put(change(form, line.place, part))}
            addColumn={addColumn}
          />
        ) : (
          <GroupForm
            key={line.id}
            form={form}
            line={line}
            english={english}
            put={(part) => put(change(form, line.place, part))}
          />
        )}
      </fieldset>
    </>
  )
}
