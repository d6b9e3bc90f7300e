import { Button, Input } from 'antd'
import type { SituationsEdit } from './situations.tsx'
import { AnswerCell, PickOne, withAnswer } from './situations-cells.tsx'
import {
  AddColumn,
  RowActs,
  RowFindings,
  RowHead,
  TableHead,
  useQuestionColumns,
} from './situations-table.tsx'

type Barrier = SituationsEdit['s']['barriers'][number]

const BLANK: Barrier = {
  when: {},
  condition: '',
  conditionEn: '',
  why: '',
  whyEn: '',
  remedy: '',
  remedyEn: '',
}

/** 条件表: each row that fits tells the applicant which condition is not met and what would change it. */
export function Barriers({ edit, s, put, english }: SituationsEdit) {
  const change = (at: number, next: Partial<Barrier>) =>
    put({ barriers: s.barriers.map((row, j) => (j === at ? { ...row, ...next } : row)) })
  const { shown, more, add } = useQuestionColumns(s.questions, s.barriers)
  return (
    <section className="formgap" id="f-situations-barriers" tabIndex={-1}>
      <h3>条件表：谁还不符合条件</h3>
      <p className="small mid">
        一行里各格都对上，这一行就对上；一格选几个答案，对上一个就行，空着是任意。对上几行，就告诉申请人几条；一行也没对上，就是符合。
      </p>
      <div className="situscroll">
        <table className="grid situgrid">
          <TableHead questions={shown} all={s.questions}>
            <th scope="col" className="pickcol">
              不符合哪一条
            </th>
            <th scope="col" className="textcol">
              为什么
            </th>
            <th scope="col" className="textcol">
              怎样就符合
            </th>
            <th scope="col">
              <span className="vh">操作</span>
            </th>
          </TableHead>
          <tbody>
            {s.barriers.map((row, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name than its place
              <BarrierRow key={i} {...{ edit, s, put, english, row, i, change, shown }} />
            ))}
            {s.barriers.length === 0 && (
              <tr>
                <td colSpan={shown.length + 5} className="mute">
                  没有行：谁答完都算符合条件。
                </td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button onClick={() => put({ barriers: [...s.barriers, BLANK] })}>加一行条件</Button>
        <AddColumn
          label="条件表加一列"
          choices={more.map((q) => ({ key: q.key, name: `按“${q.text}”分` }))}
          onAdd={add}
        />
      </div>
    </section>
  )
}

function BarrierRow({
  edit,
  s,
  put,
  english,
  row,
  i,
  change,
  shown,
}: SituationsEdit & {
  row: Barrier
  i: number
  shown: SituationsEdit['s']['questions']
  change: (at: number, next: Partial<Barrier>) => void
}) {
  const path = `situations.barriers.${i}`
  const name = `条件表第 ${i + 1} 行`
  const { conditions } = edit.content
  const text = (label: string, key: 'why' | 'remedy') => (
    <td className="textcol">
      <Input.TextArea
        aria-label={`${name}，${label}`}
        autoSize={{ minRows: 1, maxRows: 8 }}
        value={row[key]}
        onChange={(e) => change(i, { [key]: e.target.value })}
      />
      {english && (
        <Input.TextArea
          aria-label={`${name}，${label}，英文`}
          placeholder="英文"
          autoSize={{ minRows: 1, maxRows: 8 }}
          value={row[`${key}En`]}
          onChange={(e) => change(i, { [`${key}En`]: e.target.value })}
        />
      )}
    </td>
  )
  return (
    <>
      <tr>
        <RowHead
          path={path}
          place={i + 1}
          when={row.when}
          questions={s.questions}
          onDrop={(when) => change(i, { when })}
        />
        {shown.map((q) => (
          <td key={q.key}>
            <AnswerCell
              question={q}
              label={`${name}，${q.text}`}
              when={row.when}
              disabled={edit.readOnly}
              onChange={(values) => change(i, { when: withAnswer(row.when, q.key, values) })}
            />
          </td>
        ))}
        <td className="pickcol">
          <PickOne
            label={`${name}，不符合哪一条`}
            empty="选一条受理条件"
            options={conditions.map((condition) => ({ value: condition, label: condition }))}
            value={row.condition}
            disabled={edit.readOnly}
            onChange={(condition) => change(i, { condition })}
          />
          {english && (
            <Input
              aria-label={`${name}，条件，英文`}
              placeholder="英文"
              value={row.conditionEn}
              onChange={(e) => change(i, { conditionEn: e.target.value })}
            />
          )}
        </td>
        {text('为什么', 'why')}
        {text('怎样就符合', 'remedy')}
        <RowActs what="条件表" rows={s.barriers} at={i} onChange={(barriers) => put({ barriers })} />
      </tr>
      <RowFindings path={path} columns={shown.length + 5} />
    </>
  )
}
