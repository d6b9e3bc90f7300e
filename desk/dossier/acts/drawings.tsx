import { Input, Segmented } from 'antd'
import { useId } from 'react'
import type { OwnStep } from '../../../src/casework/api/contract.ts'
import type { DrawingText } from './opinion-text.ts'

/** 图纸审查 (Art. 14): a verdict and words for each drawing. */
export function DrawingFields({
  drawings,
  value,
  wrong,
  onChange,
}: {
  drawings: OwnStep['drawings']
  value: Record<string, DrawingText>
  wrong?: string | undefined
  onChange: (value: Record<string, DrawingText>) => void
}) {
  const id = useId()
  return (
    <fieldset className="steprecord formgap">
      <legend>图纸意见</legend>
      {drawings.length === 0 && <p className="small mid">这件没有交要审的图纸，只写意见。</p>}
      {drawings.map(({ key, name }) => {
        const given = value[key] ?? { verdict: null, opinion: '' }
        const put = (change: Partial<DrawingText>) => onChange({ ...value, [key]: { ...given, ...change } })
        return (
          <div className="field wide" key={key}>
            <label htmlFor={`${id}${key}`}>{name}</label>
            <Segmented
              aria-label={`${name}的结论`}
              className={given.verdict === 'fault' ? 'fault' : ''}
              value={given.verdict ?? ''}
              options={[
                { value: 'ok', label: '合格' },
                { value: 'fault', label: '不合格' },
              ]}
              onChange={(v) => put({ verdict: v as 'ok' | 'fault' })}
            />
            <Input.TextArea
              id={`${id}${key}`}
              rows={2}
              maxLength={1000}
              placeholder={given.verdict === 'fault' ? '哪张图、哪一处、怎样改' : ''}
              status={wrong === `drawings.${key}` ? 'error' : ''}
              value={given.opinion}
              onChange={(e) => put({ opinion: e.target.value })}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
