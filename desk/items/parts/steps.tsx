import { ChoiceField, LimitField, LinesField, ListOf, TextField } from '../fields.tsx'
import type { Content } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { freeKey } from './materials.tsx'

type Step = Content['steps'][number]
const POSTS = [
  { value: 'window', label: '受理岗' },
  { value: 'examiner', label: '审查岗' },
  { value: 'approver', label: '决定岗' },
] as const
const PHASES = [
  { value: 'accept', label: '受理' },
  { value: 'examine', label: '审查' },
  { value: 'decide', label: '决定' },
] as const

/** 办理环节 online, held against those at the counter (Art. 23): a figure, then the steps themselves. */
export function Steps({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const blank = (): Step => ({
    key: freeKey(
      's',
      c.steps.map((s) => s.key),
    ),
    name: '',
    phase: c.steps.length === 0 ? 'accept' : 'examine',
    kind: 'plain',
    post: c.steps.length === 0 ? 'window' : 'examiner',
    limit: { days: 1, unit: 'G' },
    parallel: '',
    organId: '',
    materials: [],
    standard: '',
    note: '',
  })
  return (
    <div className="formgap">
      <StepFigure steps={c.steps} counter={c.counterSteps} />
      <ListOf
        path="steps"
        what="个环节"
        items={c.steps}
        blank={blank}
        onChange={(v) => set('steps', v)}
        title={(s) =>
          s.name && `${s.name}　${POSTS.find((p) => p.value === s.post)?.label ?? ''}　${days(s.limit)}`
        }
      >
        {(s, i, put) => (
          <>
            <TextField
              path={`steps.${i}.name`}
              label="环节名称"
              value={s.name}
              onChange={(v) => put({ name: v })}
            />
            <div className="two">
              <ChoiceField
                path={`steps.${i}.phase`}
                label="阶段"
                value={s.phase}
                options={PHASES}
                onChange={(v) => put({ phase: v })}
              />
              <ChoiceField
                path={`steps.${i}.post`}
                label="岗位"
                value={s.post}
                options={POSTS}
                onChange={(v) => put({ post: v })}
              />
            </div>
            <div className="two">
              <LimitField
                path={`steps.${i}.limit`}
                label="时限"
                value={s.limit}
                onChange={(v) => put({ limit: v })}
              />
              <ChoiceField
                path={`steps.${i}.kind`}
                label="怎样办"
                value={s.kind}
                options={[
                  { value: 'plain', label: '看材料' },
                  { value: 'site-visit', label: '现场踏勘，两人以上' },
                  { value: 'expert-review', label: '专家评审' },
                ]}
                onChange={(v) => put({ kind: v })}
              />
            </div>
            <TextField
              path={`steps.${i}.standard`}
              label="审查标准"
              rows={2}
              value={s.standard}
              onChange={(v) => put({ standard: v })}
            />
            <TextField
              path={`steps.${i}.note`}
              label="给申请人的说明"
              optional
              value={s.note}
              onChange={(v) => put({ note: v })}
            />
          </>
        )}
      </ListOf>
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

const days = (limit: Step['limit']): string =>
  limit.days === 0 ? '当场' : `${limit.days} ${limit.unit === 'G' ? '个工作日' : '个自然日'}`

/** Both procedures on one axis: how many steps each has, and how long the online ones take. */
function StepFigure({ steps, counter }: { steps: Step[]; counter: string[] }) {
  const over = steps.length > counter.length && counter.length > 0
  const row = (name: string, count: number, cells: { name: string; note: string; grow: number }[]) => (
    <div className="figrow">
      <p>
        <b>{name}</b>
        <span className="tiny mute">{count} 环节</span>
      </p>
      <ol>
        {cells.map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn from its place
          <li key={i} style={{ flexGrow: cell.grow }}>
            <b>
              {i + 1} {cell.name || '没有名称'}
            </b>
            <span className="tiny">{cell.note}</span>
          </li>
        ))}
        {cells.length === 0 && <li className="none">还没有环节</li>}
      </ol>
    </div>
  )
  return (
    <figure className={over ? 'stepfigure over' : 'stepfigure'} aria-label="网上环节与窗口环节">
      {row(
        '网上',
        steps.length,
        steps.map((s) => ({ name: s.name, note: days(s.limit), grow: Math.max(1, s.limit.days) })),
      )}
      {row(
        '窗口',
        counter.filter(Boolean).length,
        counter.filter(Boolean).map((name) => ({ name, note: '', grow: 1 })),
      )}
      <figcaption className={over ? 'small alarm' : 'small mute'}>
        {over
          ? `■ 网上 ${steps.length} 环节，窗口 ${counter.length} 环节，网上不得多于窗口。`
          : '格子宽窄是时限长短。'}
      </figcaption>
    </figure>
  )
}
