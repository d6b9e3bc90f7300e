import { Button, Input } from 'antd'
import { useId } from 'react'

export interface StepRecordText {
  day: string
  time: string
  people: string[]
  findings: string
}

/** When, who, and what was seen: 现场踏勘 by two or more, 专家评审 by named experts. */
export function StepRecordFields({
  kind,
  value,
  wrong,
  onChange,
}: {
  kind: string
  value: StepRecordText
  wrong?: string | undefined
  onChange: (value: StepRecordText) => void
}) {
  const id = useId()
  const visit = kind === 'site-visit'
  const set = (change: Partial<StepRecordText>) => onChange({ ...value, ...change })
  return (
    <fieldset className="steprecord formgap">
      <legend>{visit ? '踏勘记录' : '专家评审记录'}</legend>
      <div className="two">
        <div className="field">
          <label htmlFor={`${id}d`}>哪天</label>
          <Input
            id={`${id}d`}
            type="date"
            status={wrong === 'heldAt' ? 'error' : ''}
            value={value.day}
            onChange={(e) => set({ day: e.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}t`}>几点</label>
          <Input
            id={`${id}t`}
            type="time"
            value={value.time}
            onChange={(e) => set({ time: e.target.value })}
          />
        </div>
      </div>
      {value.people.map((person, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <div className="field" key={i}>
          <label htmlFor={`${id}p${i}`}>
            {visit ? '踏勘人' : '专家'} {i + 1}
          </label>
          <Input
            id={`${id}p${i}`}
            maxLength={40}
            status={wrong === 'people' ? 'error' : ''}
            value={person}
            onChange={(e) => set({ people: value.people.map((p, j) => (j === i ? e.target.value : p)) })}
          />
        </div>
      ))}
      <Button size="small" onClick={() => set({ people: [...value.people, ''] })}>
        再加一人
      </Button>
      <div className="field wide">
        <label htmlFor={`${id}f`}>{visit ? '看到的情况' : '评审结论'}</label>
        <Input.TextArea
          id={`${id}f`}
          rows={4}
          maxLength={4000}
          status={wrong === 'findings' ? 'error' : ''}
          value={value.findings}
          onChange={(e) => set({ findings: e.target.value })}
        />
        <span className="hint">如实写经过和结果，随案卷归档。</span>
      </div>
    </fieldset>
  )
}
