import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { COLUMN_TYPES, FAMILIES } from './kinds.ts'
import type { FieldType } from './model.ts'

/** 加什么: every kind of field with a word on when to take it. */
export function Palette({
  column,
  forbidden,
  choose,
  leave,
}: {
  /** For a column of a table: only what fits a row. */
  column: boolean
  forbidden: readonly FieldType[]
  choose: (type: FieldType) => void
  leave: () => void
}) {
  const first = useRef<HTMLHeadingElement>(null)
  useEffect(() => first.current?.focus(), [])
  const offered = (type: FieldType) => (column ? COLUMN_TYPES.includes(type) : !forbidden.includes(type))
  return (
    <section className="palette" aria-labelledby="palette-title">
      <div className="row between">
        <h3 id="palette-title" ref={first} tabIndex={-1}>
          {column ? '加什么样的列' : '加什么样的字段'}
        </h3>
        <Button size="small" onClick={leave}>
          不加了
        </Button>
      </div>
      {FAMILIES.map((family) => {
        const kinds = (Object.keys(family.kinds) as FieldType[]).filter(offered)
        if (kinds.length === 0) return null
        return (
          <div key={family.name}>
            <h4>{family.name}</h4>
            <div className="kinds">
              {kinds.map((type) => (
                <button type="button" className="kind" key={type} onClick={() => choose(type)}>
                  <b>{family.kinds[type]!.name}</b>
                  <span className="tiny mute">{family.kinds[type]!.says}</span>
                </button>
              ))}
            </div>
          </div>
        )
      })}
    </section>
  )
}
