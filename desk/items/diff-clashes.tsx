import { Button } from 'antd'
import { useState } from 'react'
import { dayTime } from '../dates.ts'
import { Note } from '../parts/states.tsx'
import '../styles/diff.css'
import type { ItemEdit, Side } from './use-item.ts'

/** Two clerks wrote the same place: both texts side by side, one to be chosen for each; the rest is saved with the choice. */
export function Clashes({ edit }: { edit: ItemEdit }) {
  const [sides, setSides] = useState<Record<string, Side>>({})
  const { clashes } = edit
  if (clashes.length === 0) return null
  const open = clashes.filter((c) => sides[c.path] === undefined).length
  return (
    <Note kind="warn">
      <b>有 {clashes.length} 处别人也改了，和这里写的不同。</b>
      写的都还在这一页，选好用哪一个，和其余修改一起保存。
      <div className="clashes">
        {clashes.map((c) => (
          <fieldset key={c.path}>
            <legend>{c.label}</legend>
            {(['mine', 'theirs'] as const).map((side) => (
              <label key={side}>
                <input
                  type="radio"
                  name={c.path}
                  checked={sides[c.path] === side}
                  onChange={() => setSides({ ...sides, [c.path]: side })}
                />
                <span>
                  {side === 'mine' ? '用这里写的' : `用${c.by || '别人'}写的`}
                  {side === 'theirs' && c.at && <span className="tiny mute">　{dayTime(c.at)}</span>}
                </span>
                <span className="said">{c[side] || <span className="mute">（空着，或者去掉了）</span>}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <p>
          <Button
            type="primary"
            aria-disabled={open > 0}
            onClick={() => {
              if (open === 0) edit.choose(Object.fromEntries(clashes.map((c) => [c.path, sides[c.path]!])))
            }}
          >
            {open > 0 ? `还有 ${open} 处没选` : '按选的保存'}
          </Button>
        </p>
      </div>
    </Note>
  )
}
