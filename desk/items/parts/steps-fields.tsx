import type { StepHolders } from '../../../src/catalogue/api/contract.ts'
import { ChoiceField, LimitField, ManyField, TextField, TickField } from '../fields.tsx'
import type { Content } from '../sections.ts'
import { isJoined, mayJoin, type Step } from './steps-order.ts'
import { KINDS, PHASES, POSTS } from './steps-words.ts'

/** Everything that is set of one step (Art. 5: departments set the steps and who does them). */
export function StepFields({
  content,
  i,
  holders,
  put,
  onJoin,
}: {
  content: Content
  i: number
  holders: StepHolders | undefined
  put: (change: Partial<Step>) => void
  onJoin: (on: boolean) => void
}) {
  const s = content.steps[i]!
  const at = (field: string) => `steps.${i}.${field}`
  const joint = s.kind === 'joint-opinion'
  const counts = joint ? holders?.departments.find((d) => d.organId === s.organId)?.holders : holders?.own
  const chooses = joint || s.kind === 'drawing-review'
  return (
    <>
      <TextField path={at('name')} label="环节名称" value={s.name} onChange={(v) => put({ name: v })} />
      <div className="two">
        <ChoiceField
          path={at('phase')}
          label="阶段"
          value={s.phase}
          options={PHASES}
          onChange={(v) => put({ phase: v })}
        />
        <ChoiceField
          path={at('kind')}
          label="怎样办"
          hint={KINDS.find((k) => k.value === s.kind)?.hint ?? ''}
          value={s.kind}
          options={KINDS}
          onChange={(v) =>
            put({
              kind: v,
              organId: v === 'joint-opinion' ? s.organId : '',
              materials: v === 'joint-opinion' || v === 'drawing-review' ? s.materials : [],
            })
          }
        />
      </div>
      {joint && (
        <ChoiceField
          path={at('organId')}
          label="会签部门"
          value={s.organId}
          options={(holders?.departments ?? []).map((d) => ({ value: d.organId, label: d.name }))}
          onChange={(v) => put({ organId: v })}
        />
      )}
      <div className="two">
        <ChoiceField
          path={at('post')}
          label="岗位"
          hint={counts ? heldBy(counts[s.post]) : joint ? '先选会签部门' : ''}
          value={s.post}
          options={POSTS}
          onChange={(v) => put({ post: v })}
        />
        <LimitField path={at('limit')} label="时限" value={s.limit} onChange={(v) => put({ limit: v })} />
      </div>
      {mayJoin(content.steps, i) && (
        <TickField
          path={at('parallel')}
          label={`和上一环节“${content.steps[i - 1]!.name || '没有名称'}”同时办，都办完了才往下走`}
          value={isJoined(content.steps, i)}
          onChange={onJoin}
        />
      )}
      {chooses && content.materials.length > 0 && (
        <ManyField
          path={at('materials')}
          label={joint ? '给会签部门看的材料，不选就是全部' : '要审的图纸'}
          value={s.materials}
          options={content.materials.map((m) => ({ value: m.key, label: m.name || m.key }))}
          onChange={(v) => put({ materials: v })}
        />
      )}
      <TextField
        path={at('standard')}
        label="审查标准"
        rows={2}
        value={s.standard}
        onChange={(v) => put({ standard: v })}
      />
      <TextField
        path={at('note')}
        label="给申请人的说明"
        optional
        value={s.note}
        onChange={(v) => put({ note: v })}
      />
    </>
  )
}

const heldBy = (n: number): string => (n > 0 ? `培训合格 ${n} 人` : '没有培训合格的人，办件会停住')
