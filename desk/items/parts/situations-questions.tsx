import { Button, Input } from 'antd'
import { TextField } from '../fields.tsx'
import { Said } from '../findings.tsx'
import { freeKey } from '../free-key.ts'
import { ListOf } from '../list-of.tsx'
import type { SituationsEdit } from './situations.tsx'
import { AnswerCell, withAnswer } from './situations-cells.tsx'

type Question = SituationsEdit['s']['questions'][number]
type Option = Question['options'][number]

const option = (used: string[], label: string): Option => ({ value: freeKey('a', used), label, labelEn: '' })

/** 问题: in the order in which they are asked, each with its answers and when it is asked at all. */
export function Questions({ edit, s, put, english }: SituationsEdit) {
  const blank = (): Question => ({
    key: freeKey(
      'q',
      s.questions.map((q) => q.key),
    ),
    text: '',
    textEn: '',
    hint: '',
    hintEn: '',
    options: [option([], '是'), option(['a1'], '否')],
    when: {},
  })
  return (
    <section className="formgap">
      <h3>问题</h3>
      <ListOf
        path="situations.questions"
        what="个问题"
        items={s.questions}
        blank={blank}
        onChange={(questions) => put({ questions })}
        title={(q) => q.text && `${q.text}　${q.options.map((o) => o.label).join(' / ')}`}
      >
        {(q, i, set) => (
          <>
            <Said path={`situations.questions.${i}`} />
            <TextField
              path={`situations.questions.${i}.text`}
              label="问什么"
              value={q.text}
              onChange={(text) => set({ text })}
            />
            <TextField
              path={`situations.questions.${i}.hint`}
              label="提示"
              optional
              value={q.hint}
              onChange={(hint) => set({ hint })}
            />
            {english && (
              <div className="two">
                <TextField
                  path={`situations.questions.${i}.textEn`}
                  label="英文问题"
                  optional
                  value={q.textEn}
                  onChange={(textEn) => set({ textEn })}
                />
                <TextField
                  path={`situations.questions.${i}.hintEn`}
                  label="英文提示"
                  optional
                  value={q.hintEn}
                  onChange={(hintEn) => set({ hintEn })}
                />
              </div>
            )}
            <Options q={q} set={set} english={english} name={`第 ${i + 1} 题`} />
            {i > 0 && (
              <fieldset className="field">
                <legend className="label">什么时候问</legend>
                <span className="hint">不限的题不影响；选了答案的，前面答了其中一个才问</span>
                {s.questions.slice(0, i).map((earlier) => (
                  <div className="whenrow" key={earlier.key}>
                    <span className="small">{earlier.text || '没有写的问题'}</span>
                    <AnswerCell
                      question={earlier}
                      any="不限"
                      label={`第 ${i + 1} 题：${earlier.text}`}
                      when={q.when}
                      disabled={edit.readOnly}
                      onChange={(values) => set({ when: withAnswer(q.when, earlier.key, values) })}
                    />
                  </div>
                ))}
              </fieldset>
            )}
          </>
        )}
      </ListOf>
    </section>
  )
}

function Options({
  q,
  set,
  english,
  name,
}: {
  q: Question
  set: (change: Partial<Question>) => void
  english: boolean
  name: string
}) {
  const change = (at: number, next: Partial<Option>) =>
    set({ options: q.options.map((o, j) => (j === at ? { ...o, ...next } : o)) })
  return (
    <fieldset className="field">
      <legend className="label">答案</legend>
      {q.options.map((o, j) => (
        <div className="row" key={o.value}>
          <Input
            aria-label={`${name}的第 ${j + 1} 个答案`}
            value={o.label}
            onChange={(e) => change(j, { label: e.target.value })}
          />
          {english && (
            <Input
              aria-label={`${name}的第 ${j + 1} 个答案，英文`}
              placeholder="英文"
              value={o.labelEn}
              onChange={(e) => change(j, { labelEn: e.target.value })}
            />
          )}
          <Button
            size="small"
            aria-label={`去掉${name}的答案“${o.label}”`}
            onClick={() => set({ options: q.options.filter((_, k) => k !== j) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <div>
        <Button
          size="small"
          onClick={() =>
            set({
              options: [
                ...q.options,
                option(
                  q.options.map((o) => o.value),
                  '',
                ),
              ],
            })
          }
        >
          加个答案
        </Button>
      </div>
    </fieldset>
  )
}
