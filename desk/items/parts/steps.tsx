import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { StepHolders } from '../../../src/catalogue/api/contract.ts'
import { get } from '../../api.ts'
import { LinesField } from '../fields.tsx'
import { useFocusLater } from '../focus-later.ts'
import '../../styles/steps.css'
import { freeKey } from '../free-key.ts'
import { controlId } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { StepFigure, Sum, useTimeline } from './steps-figure.tsx'
import { StepList } from './steps-list.tsx'
import { type Step, tidy } from './steps-order.ts'

/** 办理环节: drawn as the citizen will see them, next to those at the counter (Art. 23), and set one by one (Art. 5). */
export function Steps({ edit: { content: c, set, record } }: { edit: ItemEdit }) {
  const drawn = useTimeline(c)
  const holders = useQuery({
    queryKey: ['step-holders', record.itemId],
    queryFn: ({ signal }) => get<StepHolders>(`/api/items/${record.itemId}/step-holders`, signal),
  }).data
  const focusLater = useFocusLater()
  const put = (at: number, fresh: Step) => {
    set('steps', tidy(c.steps.toSpliced(at, 0, fresh)))
    focusLater(controlId(`steps.${at}.name`))
  }
  const freshKey = () =>
    freeKey(
      's',
      c.steps.map((s) => s.key),
    )
  return (
    <div className="formgap">
      <Sum drawn={drawn} promise={c.promiseLimit} />
      <StepFigure drawn={drawn} counter={c.counterSteps} />
      <StepList
        content={c}
        holders={holders}
        onChange={(v) => set('steps', v)}
        onCopy={(i) => put(i + 1, { ...c.steps[i]!, key: freshKey(), name: '' })}
        onRemove={(i) => {
          set('steps', tidy(c.steps.toSpliced(i, 1)))
          focusLater(controlId('steps'))
        }}
      />
      <div>
        <Button
          onClick={() =>
            put(placeOfNew(c.steps), blank(freshKey(), c.steps.length === 0 ? 'accept' : 'examine'))
          }
        >
          加个环节
        </Button>
      </div>
      <LinesField
        path="counterSteps"
        label="窗口办理的环节"
        hint="一行一个；网上环节不得多于窗口（第二十三条）"
        value={c.counterSteps}
        onChange={(v) => set('counterSteps', v)}
      />
    </div>
  )
}

/** A new step belongs to the examination: it comes before the decision. */
function placeOfNew(steps: Step[]): number {
  const decision = steps.findIndex((s) => s.phase === 'decide')
  return decision < 0 ? steps.length : decision
}

const blank = (key: string, phase: Step['phase']): Step => ({
  key,
  name: '',
  phase,
  kind: 'plain',
  post: phase === 'accept' ? 'window' : 'examiner',
  limit: { days: 1, unit: 'G' },
  parallel: '',
  organId: '',
  materials: [],
  standard: '',
  note: '',
})
