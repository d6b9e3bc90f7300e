import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import '../../styles/situations.css'
import type { Content } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { Barriers } from './situations-barriers.tsx'
import { Effects } from './situations-effects.tsx'
import { Examples } from './situations-examples.tsx'
import { Questions } from './situations-questions.tsx'
import { TryOut, useTrial } from './situations-trial.tsx'

export type Situations = NonNullable<Content['situations']>

const NOTHING: Situations = { questions: [], barriers: [], effects: [], examples: [] }

/** What each part of the section is drawn with. */
export interface SituationsEdit {
  edit: ItemEdit
  s: Situations
  put: (change: Partial<Situations>) => void
  /** Show the English texts too. */
  english: boolean
}

/** 情形引导: a short path of questions, two tables that say what follows, and examples that hold them to it. */
export function SituationsSection({ edit }: { edit: ItemEdit }) {
  const s = edit.content.situations
  if (!s)
    return (
      <div className="formgap">
        <p className="small mid">
          没有情形引导时，每个申请人看到的都是整张材料清单。建了以后，申请人先答几个问题，只看到自己要交的。
        </p>
        <div>
          <Button onClick={() => edit.set('situations', NOTHING)}>建情形引导</Button>
        </div>
      </div>
    )
  return <Tables edit={edit} s={s} />
}

function Tables({ edit, s }: { edit: ItemEdit; s: Situations }) {
  const [english, setEnglish] = useState(false)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const trial = useTrial(edit.content, answers)
  const part: SituationsEdit = {
    edit,
    s,
    put: (change) => edit.set('situations', { ...s, ...change }),
    english,
  }
  const paths = trial.data?.paths
  return (
    <div className="formgap situ">
      <div className="row">
        <p className="small mid">
          {paths && paths.count > 0
            ? `申请人答 ${paths.least === paths.most ? paths.most : `${paths.least}–${paths.most}`} 题，共 ${paths.count} 种答法。`
            : '先写问题，再填两张表。'}
        </p>
        <span className="spring" />
        <Checkbox checked={english} onChange={(e) => setEnglish(e.target.checked)}>
          写英文
        </Checkbox>
      </div>
      <Questions {...part} />
      <Barriers {...part} />
      <Effects {...part} />
      <TryOut {...part} answers={answers} setAnswers={setAnswers} trial={trial} />
      <Examples {...part} results={trial.data?.examples ?? []} />
      {!edit.readOnly && (
        <div>
          <Button size="small" className="danger-act" onClick={() => edit.set('situations', null)}>
            不要情形引导
          </Button>
        </div>
      )}
    </div>
  )
}
