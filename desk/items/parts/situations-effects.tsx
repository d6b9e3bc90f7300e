import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import type { Variants } from '../../../src/catalogue/api/situation-contract.ts'
import { get } from '../../api.ts'
import { Said } from '../findings.tsx'
import type { SituationsEdit } from './situations.tsx'
import { AnswerCell, Pick, PickOne, withAnswer } from './situations-cells.tsx'
import {
  AddColumn,
  RowActs,
  RowFindings,
  RowHead,
  TableHead,
  useColumns,
  useQuestionColumns,
} from './situations-table.tsx'

type Effect = SituationsEdit['s']['effects'][number]
type Choice = { value: string; label: string }

const BLANK: Effect = {
  when: {},
  needs: [],
  leavesOut: [],
  leavesOutSteps: [],
  leavesOutFees: [],
  variant: '',
  why: '',
  whyEn: '',
}

/** What a row may say, but for the words to the applicant; what no row says is added as a column when it is wanted. */
const COLUMNS = [
  { key: 'needs', head: '要交', always: true },
  { key: 'leavesOut', head: '不用交', always: true },
  { key: 'leavesOutSteps', head: '省去环节', always: false },
  { key: 'leavesOutFees', head: '不收', always: false },
  { key: 'variant', head: '转到', always: false },
] as const
type Column = (typeof COLUMNS)[number]

/** 清单表: one starts from the whole list and every row that fits applies. */
export function Effects(part: SituationsEdit) {
  const { edit, s, put } = part
  const c = edit.content
  const variants = useQuery({
    queryKey: ['variants', edit.record.itemId],
    queryFn: ({ signal }) => get<Variants>(`/api/items/${edit.record.itemId}/variants`, signal),
  })
  const choices: Record<Column['key'], Choice[]> = {
    needs: c.materials.map((m) => ({ value: m.key, label: m.name })),
    leavesOut: c.materials.map((m) => ({ value: m.key, label: m.name })),
    leavesOutSteps: c.steps
      .filter((step) => step.phase === 'examine')
      .map((step) => ({ value: step.key, label: step.name })),
    leavesOutFees: (c.fee?.charged ? c.fee.items : []).map((f) => ({ value: f.name, label: f.name })),
    variant: (variants.data?.rows ?? []).map((v) => ({ value: v.code, label: v.name })),
  }
  const asked = useQuestionColumns(s.questions, s.effects)
  const told = useColumns(
    COLUMNS,
    ({ key, always }) => always || s.effects.some((row) => row[key].length > 0),
  )
  const columns = asked.shown.length + told.shown.length + 3
  return (
    <section className="formgap" id="f-situations-effects" tabIndex={-1}>
      <h3>清单表：各种情形要什么</h3>
      <p className="small mid">
        从整张清单开始，对上的每一行都生效，不分先后。一行说要交、另一行说不用交的，是矛盾，发布检查会拦住。
      </p>
      <Said path="situations.effects" />
      <div className="situscroll">
        <table className="grid situgrid">
          <TableHead questions={asked.shown} all={s.questions}>
            {told.shown.map(({ key, head }) => (
              <th key={key} scope="col" className="pickcol">
                {head}
              </th>
            ))}
            <th scope="col" className="textcol">
              告诉申请人
            </th>
            <th scope="col">
              <span className="vh">操作</span>
            </th>
          </TableHead>
          <tbody>
            {s.effects.map((row, i) => (
              <EffectRow
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
                key={i}
                {...part}
                {...{ row, i, choices, columns }}
                shown={asked.shown}
                told={told.shown}
              />
            ))}
            {s.effects.length === 0 && (
              <tr>
                <td colSpan={columns} className="mute">
                  没有行：怎样答都是整张清单。
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button onClick={() => put({ effects: [...s.effects, BLANK] })}>加一行清单</Button>
        <AddColumn
          label="清单表加一列"
          choices={[
            ...asked.more.map((q) => ({ key: q.key, name: `按“${q.text}”分` })),
            ...told.more
              .filter(({ key }) => choices[key].length > 0)
              .map(({ key, head }) => ({ key, name: head })),
          ]}
          onAdd={(key) => {
            asked.add(key)
            told.add(key)
          }}
        />
      </div>
    </section>
  )
}

function EffectRow({
  edit,
  s,
  put,
  english,
  row,
  i,
  shown,
  told,
  choices,
  columns,
}: SituationsEdit & {
  row: Effect
  i: number
  shown: SituationsEdit['s']['questions']
  told: readonly Column[]
  choices: Record<Column['key'], Choice[]>
  columns: number
}) {
  const path = `situations.effects.${i}`
  const name = `清单表第 ${i + 1} 行`
  const change = (next: Partial<Effect>) =>
    put({ effects: s.effects.map((other, j) => (j === i ? { ...other, ...next } : other)) })
  return (
    <>
      <tr>
        <RowHead
          path={path}
          place={i + 1}
          when={row.when}
          questions={s.questions}
          onDrop={(when) => change({ when })}
        />
        {shown.map((q) => (
          <td key={q.key}>
            <AnswerCell
              question={q}
              label={`${name}，${q.text}`}
              when={row.when}
              disabled={edit.readOnly}
              onChange={(values) => change({ when: withAnswer(row.when, q.key, values) })}
            />
          </td>
        ))}
        {told.map(({ key, head }) => (
          <td key={key} className="pickcol">
            {key === 'variant' ? (
              <PickOne
                label={`${name}，${head}`}
                empty="—"
                options={choices[key]}
                value={row[key]}
                disabled={edit.readOnly}
                onChange={(variant) => change({ variant })}
              />
            ) : (
              <Pick
                label={`${name}，${head}`}
                empty="—"
                options={choices[key]}
                value={row[key]}
                disabled={edit.readOnly}
                onChange={(values) => change({ [key]: values })}
              />
            )}
          </td>
        ))}
        <td className="textcol">
          <Input.TextArea
            aria-label={`${name}，告诉申请人`}
            autoSize={{ minRows: 1, maxRows: 8 }}
            value={row.why}
            onChange={(e) => change({ why: e.target.value })}
          />
          {english && (
            <Input.TextArea
              aria-label={`${name}，告诉申请人，英文`}
              placeholder="英文"
              autoSize={{ minRows: 1, maxRows: 8 }}
              value={row.whyEn}
              onChange={(e) => change({ whyEn: e.target.value })}
            />
          )}
        </td>
        <RowActs what="清单表" rows={s.effects} at={i} onChange={(effects) => put({ effects })} />
      </tr>
      <RowFindings path={path} columns={columns} />
    </>
  )
}
