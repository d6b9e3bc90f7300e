import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import '../../styles/form-design.css'
import { Said } from '../findings.tsx'
import { useFocusLater } from '../focus-later.ts'
import { type Content, controlId } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { drop, insert, moveBy, remove } from './arrange.ts'
import { columnForForm, fieldForForm, groupForForm } from './copy.ts'
import { CopyFrom } from './copy-from.tsx'
import { NOT_IN_ROWS } from './kinds.ts'
import {
  changedLine,
  type Field,
  type FieldType,
  type Form,
  type Group,
  type Line,
  newColumn,
  newField,
  newGroup,
  outlineOf,
} from './model.ts'
import { Outline } from './outline.tsx'
import { Palette } from './palette.tsx'
import { showInPreview } from './preview.tsx'
import { Properties } from './properties.tsx'

/** Where the hand goes after something new was put in: to write its name, to its line, or it stays in the drawer. */
type Goal = 'name' | 'line' | 'nowhere'

/** 申请表: its structure, and the properties of what is chosen there; the preview stands beside it in the editor. */
export function FormDesign({ edit }: { edit: ItemEdit }) {
  const { form } = edit.content
  if (form === null)
    return (
      <div className="formgap">
        <p className="mid">还没有申请表。</p>
        <Said path="form" />
        <div>
          <Button
            id="f-form"
            disabled={edit.readOnly}
            onClick={() => edit.set('form', { groups: [newGroup({ groups: [] }, '申请信息')] })}
          >
            设计申请表
          </Button>
        </div>
      </div>
    )
  return <Designer edit={edit} form={form} />
}

function Designer({ edit, form }: { edit: ItemEdit; form: Form }) {
  const lines = outlineOf(form)
  const [chosen, setChosen] = useState(lines[0]?.id ?? '')
  const [adding, setAdding] = useState<'field' | 'column' | null>(null)
  const [copying, setCopying] = useState(false)
  /** What was deleted just now, and the form without it. */
  const [gone, setGone] = useState<{ label: string; form: Form } | null>(null)
  const [said, setSaid] = useState('')
  const focusLater = useFocusLater()
  const ours = useRef(form)
  const put = (next: Form) => {
    ours.current = next
    edit.set('form', next satisfies NonNullable<Content['form']>)
  }
  const at = Math.max(
    lines.findIndex((l) => l.id === chosen),
    0,
  )
  const line = lines[at]
  const frozen = edit.readOnly

  const choose = (id: string) => {
    setChosen(id)
    setAdding(null)
    showInPreview(id)
  }
  /** Puts the form with something new in it, chooses that, and goes to the control where its name is written, or to its line. */
  const show = (next: Form, id: string, to: Goal) => {
    put(next)
    choose(id)
    const found = outlineOf(next).find((l) => l.id === id)
    if (!found || to === 'nowhere') return
    focusLater(controlId(to === 'line' ? found.path : `${found.path}.${found.field ? 'label' : 'title'}`))
  }
  /** By the keys of the line the hand stays there; by a button, on the button. */
  const move = (from: Line, by: -1 | 1, onLine: boolean) => {
    const next = moveBy(form, from.place, by)
    if (next === form) return
    if (onLine) show(next, from.id, 'line')
    else put(next)
    setSaid(`“${from.label}”已${by === -1 ? '上移' : '下移'}`)
  }
  const take = (from: Line) => {
    const without = remove(form, from.place).form
    setGone({ label: from.label, form: without })
    const left = outlineOf(without)
    const next = left[Math.min(at, left.length - 1)]
    if (next) show(without, next.id, 'line')
    else put(without)
  }
  // What an undo brings back, or others changed, is where one looks next.
  useEffect(() => {
    const before = ours.current
    ours.current = form
    const changed = before === form ? undefined : changedLine(before, form)
    if (!changed) return
    setChosen(changed.id)
    setAdding(null)
    showInPreview(changed.id)
  }, [form])
  /** After the chosen field, or at the end of the chosen group. */
  const putField = (field: Field, to: Goal) => {
    const group = line?.place.group ?? 0
    const place = {
      group,
      field:
        line?.place.field === undefined ? (form.groups[group]?.fields.length ?? 0) : line.place.field + 1,
    }
    show(insert(form, { kind: 'field', part: field, place }), `f.${field.key}`, to)
  }
  const putGroup = (group: Group, to: Goal) =>
    show(
      insert(form, { kind: 'group', part: group, place: { group: (line?.place.group ?? -1) + 1 } }),
      `g.${group.key}`,
      to,
    )
  const addOf = (type: FieldType) => {
    const { group, field } = line?.place ?? { group: 0 }
    const table = field === undefined ? undefined : form.groups[group]?.fields[field]
    if (adding !== 'column' || !table) return putField(newField(form, type), 'name')
    const part = newColumn(form, type)
    const place = { group, field: field!, column: table.columns.length }
    show(insert(form, { kind: 'column', part, place }), `c.${table.key}.${part.key}`, 'name')
  }
  /** The same once more, right behind it. */
  const again = () => {
    if (!line) return
    const { group, field, column } = line.place
    if (field === undefined) return putGroup(groupForForm(form, line.group), 'name')
    const table = form.groups[group]!.fields[field]!
    if (column !== undefined) {
      const part = columnForForm(form, table, table.columns[column]!)
      const place = { group, field, column: column + 1 }
      return show(insert(form, { kind: 'column', part, place }), `c.${table.key}.${part.key}`, 'name')
    }
    putField(fieldForForm(form, table), 'name')
  }

  return (
    <div className="designer">
      <section className="structure" aria-label="结构">
        {!frozen && (
          <div className="structurehead">
            <Button
              size="small"
              type="primary"
              disabled={form.groups.length === 0}
              onClick={() => setAdding('field')}
            >
              加字段
            </Button>
            <Button size="small" onClick={() => putGroup(newGroup(form), 'name')}>
              加组
            </Button>
            <Button size="small" onClick={() => setCopying(true)}>
              抄别的事项
            </Button>
          </div>
        )}
        <Said path="form" />
        {lines.length === 0 ? (
          <p className="small mid">还没有组。先加一个组，再往里加字段。</p>
        ) : (
          <Outline
            lines={lines}
            chosen={line?.id ?? ''}
            findings={edit.findings}
            frozen={frozen}
            choose={choose}
            move={(from, by) => move(from, by, true)}
            drop={(id, onto, after) => {
              const next = drop(form, id, onto, after)
              if (next !== form) show(next, id, 'line')
            }}
            remove={take}
          />
        )}
        <p className="tiny mute" id="outline-keys" hidden={lines.length === 0}>
          {frozen ? '' : '拖动可以换位置。键盘：'}
          <kbd>↑</kbd> <kbd>↓</kbd> 选
          {!frozen && (
            <>
              ，<kbd>Alt</kbd> 加 <kbd>↑</kbd> <kbd>↓</kbd> 移动，<kbd>Delete</kbd> 删除
            </>
          )}
          。
        </p>
        <p className="undo" role="status">
          {gone?.form === form && (
            <>
              已删“{gone.label || '没有名称的'}”{' '}
              <Button size="small" onClick={edit.undo}>
                撤销
              </Button>
            </>
          )}
        </p>
        <p className="vh" role="status">
          {said}
        </p>
      </section>
      <section className="properties" aria-label="属性">
        {adding ? (
          <Palette
            column={adding === 'column'}
            forbidden={line?.group.repeat ? NOT_IN_ROWS : []}
            choose={addOf}
            leave={() => {
              setAdding(null)
              if (line) focusLater(controlId(line.path))
            }}
          />
        ) : (
          line && (
            <Properties
              form={form}
              line={line}
              frozen={frozen}
              put={put}
              addColumn={() => setAdding('column')}
              move={(by) => move(line, by, false)}
              again={again}
              take={() => take(line)}
            />
          )
        )}
      </section>
      <CopyFrom
        itemId={edit.record.itemId}
        organId={edit.record.organId}
        open={copying}
        leave={() => setCopying(false)}
        takeGroup={(group) => {
          putGroup(groupForForm(form, group), 'nowhere')
        }}
        takeField={(field) => {
          putField(fieldForForm(form, field), 'nowhere')
        }}
      />
    </div>
  )
}
