import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useRef, useState } from 'react'
import type { ChangeRecordAnswer, ChangeSummary, SignBody } from '../../src/catalogue/api/life-contract.ts'
import { Refused, send } from '../api.ts'
import { dayInWords } from '../dates.ts'
import { useDraft } from '../draft.ts'
import { Pane } from '../parts/pane.tsx'
import { Note } from '../parts/states.tsx'
import { useKeys } from '../shell/keys.ts'
import { Way } from './way.tsx'
import { ACTS, KIND_NAMES } from './words.ts'

type ActAnswer = ChangeRecordAnswer['acts'][number]

/** At the right: the act that this officer has now, sending back with reasons, and taking back. */
export function ActPane({ record }: { record: ChangeRecordAnswer }) {
  const { change, acts } = record
  const forward = acts.find((a) => a.act !== 'send-back' && a.act !== 'withdraw')
  const back = acts.find((a) => a.act === 'send-back')
  const withdraw = acts.find((a) => a.act === 'withdraw')
  return (
    <Pane className="side acts" label="操作">
      <section className="primaryact">
        {forward?.allowed ? (
          <Forward record={record} act={forward.act} />
        ) : (
          <>
            <h2>{headingOf(record)}</h2>
            <p className="small mid">
              {forward && change.state !== 'scheduled' ? forward.sentence : restOf(record)}
            </p>
          </>
        )}
      </section>
      {back?.allowed && <Backward record={record} act={back} />}
      {withdraw?.allowed && <Backward record={record} act={withdraw} />}
      {change.state !== 'sent-back' && change.state !== 'withdrawn' && (
        <section>
          <h2>手续</h2>
          <Way kind={change.kind} state={change.state} />
        </section>
      )}
    </Pane>
  )
}

function headingOf({ change }: ChangeRecordAnswer): string {
  const headings: Record<string, string> = {
    checking: '等部门审核',
    filing: '等备案',
    deciding: '等审改机构决定',
    scheduled: '等生效',
    'in-force': '已生效',
    'sent-back': '已退回',
    withdrawn: '已撤回',
  }
  return headings[change.state]!
}

function restOf({ change, heirs }: ChangeRecordAnswer): string {
  if (change.state === 'in-force') return '了结的变更只看不改。'
  if (change.state === 'sent-back') return '退回的原因在经过里。改好以后在事项里重新提交。'
  if (change.state === 'withdrawn') return '要再办，在事项里重新提交。'
  const waits = heirs.filter((h) => h.state !== 'ready').length
  if (waits > 0) return `还等 ${waits} 个区县部门办完，全部办完一起生效。`
  const day = `${dayInWords(change.effectiveOn)} 零点生效`
  return change.version === null && change.kind !== 'resume'
    ? `${day}。`
    : `${day}，那时再检查一遍，拦住的退回。`
}

const TELLS: Record<'pass' | 'take' | 'decide', string> = {
  pass: '通过以后报行政服务管理机构备案。',
  take: '接收以后写进备案记录，不能撤销。',
  decide: '决定和文号写进公开的变更公告，不能撤销。',
}

function Forward({ record, act }: { record: ChangeRecordAnswer; act: ActAnswer['act'] }) {
  const id = useId()
  const key = act as 'pass' | 'take' | 'decide'
  const [words, setWords, forget] = useDraft(`change.${record.change.changeId}.${act}`, '')
  const sign = useSign(record, act, forget)
  const stops = record.findings.filter((f) => f.severity === 'blocks').length
  const missing = key === 'decide' && words.trim() === ''
  const button = useRef<HTMLButtonElement>(null)
  const go = () => !missing && !sign.isPending && sign.mutate(words)
  useKeys({ A: () => button.current?.focus() })
  return (
    <>
      <h2>
        {ACTS[act].name}：{KIND_NAMES[record.change.kind]}
      </h2>
      {stops > 0 && <Note kind="warn">发布检查现在拦住 {stops} 处，生效那天还拦住就会退回。</Note>}
      <Refusal error={sign.error} />
      <div className="field wide">
        <label htmlFor={id}>
          {key === 'decide' ? '决定的文件和文号' : '意见'}{' '}
          {key !== 'decide' && <span className="mute">选填</span>}
        </label>
        <Input id={id} maxLength={200} value={words} onChange={(e) => setWords(e.target.value)} />
      </div>
      <Button
        ref={button}
        type="primary"
        block
        data-primary
        aria-disabled={missing || sign.isPending}
        aria-describedby={`${id}t`}
        onClick={go}
      >
        {sign.isPending ? ACTS[act].busy : ACTS[act].name} <kbd>A</kbd>
      </Button>
      <p className="tiny mute tells" id={`${id}t`}>
        {missing ? '还没写：决定的文件和文号。' : TELLS[key]}
      </p>
    </>
  )
}

/** Sending back and taking back: the words first, then the act. */
function Backward({ record, act }: { record: ChangeRecordAnswer; act: ActAnswer }) {
  const id = useId()
  const [opened, setOpened] = useState(false)
  const [words, setWords, forget] = useDraft(`change.${record.change.changeId}.${act.act}`, '')
  const sign = useSign(record, act.act, forget)
  const { name, busy } = ACTS[act.act]
  const missing = act.act === 'send-back' && words.trim() === ''
  if (!opened)
    return (
      <section>
        <Button size="small" className="danger-act" onClick={() => setOpened(true)}>
          {name}…
        </Button>
      </section>
    )
  return (
    <section>
      <h2>{name}</h2>
      <Refusal error={sign.error} />
      <div className="field wide">
        <label htmlFor={id}>
          {act.act === 'send-back' ? '退回的原因，写明改什么' : '撤回的原因'}{' '}
          {act.act === 'withdraw' && <span className="mute">选填</span>}
        </label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2000}
          autoFocus
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
      </div>
      <p className="tiny mute tells" id={`${id}t`}>
        {missing
          ? '还没写原因。'
          : act.act === 'send-back'
            ? '退回以后草稿又能改，部门看得到原因。'
            : '撤回以后草稿又能改，手续要重走。'}
      </p>
      <div className="minor">
        <Button
          className="danger-act"
          aria-disabled={missing || sign.isPending}
          aria-describedby={`${id}t`}
          onClick={() => !missing && !sign.isPending && sign.mutate(words)}
        >
          {sign.isPending ? busy : name}
        </Button>
        <Button onClick={() => setOpened(false)}>不办了</Button>
      </div>
    </section>
  )
}

function useSign(record: ChangeRecordAnswer, act: ActAnswer['act'], forget: () => void) {
  const queries = useQueryClient()
  const { changeId, turn, itemId } = record.change
  return useMutation<ChangeSummary, Error, string>({
    mutationFn: (words) => {
      const body: SignBody = { turn, words }
      return send<ChangeSummary>(`/api/changes/${changeId}/${ACTS[act].path}`, body)
    },
    onSuccess: async () => {
      forget()
      queries.removeQueries({ queryKey: ['changes'] })
      queries.removeQueries({ queryKey: ['item', itemId] })
      queries.removeQueries({ queryKey: ['items'] })
      await queries.invalidateQueries({ queryKey: ['change-counts'] })
      await queries.invalidateQueries({ queryKey: ['change', changeId] })
    },
  })
}

function Refusal({ error }: { error: Error | null }) {
  const queries = useQueryClient()
  if (!error) return null
  const conflict = error instanceof Refused && error.refusal.name === 'conflict'
  return (
    <Note kind={conflict ? 'warn' : 'bad'}>
      {error instanceof Refused ? error.refusal.sentence : '没有办成，写的都还在。再试一次。'}
      {conflict && (
        <Button size="small" onClick={() => void queries.invalidateQueries({ queryKey: ['change'] })}>
          看现在的样子
        </Button>
      )}
    </Note>
  )
}
