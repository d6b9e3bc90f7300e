import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { FindingAnswer } from '../../src/catalogue/api/finding-contract.ts'
import type { ChangeSummary, ImpactToday, SubmitBody } from '../../src/catalogue/api/life-contract.ts'
import { get, newKey, Refused, send } from '../api.ts'
import { dayInWords } from '../dates.ts'
import { useDraft } from '../draft.ts'
import { ActDrawer } from '../parts/act-drawer.tsx'
import { Note } from '../parts/states.tsx'
import { Impact } from './impact.tsx'
import { Targets } from './targets.tsx'
import { Way } from './way.tsx'
import { KIND_NAMES } from './words.ts'

export type SubmitKind = SubmitBody['kind']

const CONSEQUENCE: Record<Exclude<SubmitKind, 'text'>, string> = {
  suspend:
    '不能再开始申请，指南和搜索写明原因和怎么办。在办的件照常办完。写了计划恢复的日子，到那天发布检查通过就自动恢复，通不过的退回来；没写的，恢复也要走一遍手续。',
  resume: '又能申请，内容是现行版本。提交时和生效那天各做一次发布检查。',
  cancel: '指南只说明已经取消、依据和去处，搜索里不再出现。在办的件照常办完。取消以后不能恢复，要办就新增。',
  devolve:
    '决定以后给每个接手的部门建一份草稿，编码换成它自己的，沿革留着。全部办完的那天一起生效，市级的同时停；在那以前市级的照常办理。',
}

const REASON: Partial<Record<keyof typeof KIND_NAMES, string>> = {
  new: '为什么新增（公开）',
  change: '为什么改（公开）',
}

const BLANK = {
  effectiveOn: '',
  reason: '',
  instead: '',
  document: '',
  note: '',
  resumeOn: '',
  targets: [] as string[],
}

/**
 * 提交: the day of effect, what the public reads, a word to the checker, and whom it meets. The change is made once: its id
 * is drawn when the drawer opens.
 */
export function SubmitDrawer({
  itemId,
  kind,
  isNew,
  open,
  onClose,
  revision,
}: {
  itemId: string
  kind: SubmitKind
  /** The item never was in force. */
  isNew: boolean
  open: boolean
  onClose: () => void
  /** Saves what is unsaved and gives the revision to submit. */
  revision: () => Promise<number>
}) {
  const changeKind = kind === 'text' ? (isNew ? 'new' : 'change') : kind
  const id = useId()
  const queries = useQueryClient()
  const [changeId, setChangeId] = useState(newKey)
  const [text, setText, forget] = useDraft(`submit.${itemId}.${kind}`, BLANK)
  const [refused, setRefused] = useState<{ sentence: string; field: string; stops: string[] } | null>(null)
  const [busy, setBusy] = useState(false)
  const keep = (change: Partial<typeof BLANK>) => setText({ ...text, ...change })
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened next is another change
  useEffect(() => {
    setChangeId(newKey())
    setRefused(null)
    setBusy(false)
  }, [open, kind])
  const impact = useQuery({
    enabled: open,
    queryKey: ['impact', itemId, kind, text.effectiveOn],
    queryFn: async ({ signal }) => {
      // The impact is of what the server holds, so what is unsaved is saved first.
      if (kind === 'text') await revision()
      const day = text.effectiveOn ? `&effectiveOn=${text.effectiveOn}` : ''
      return get<ImpactToday>(`/api/items/${itemId}/impact?kind=${kind}${day}`, signal)
    },
    placeholderData: (before) => before,
    gcTime: 0,
    staleTime: 0,
  })
  const today = impact.data?.today ?? ''
  // Words that were left here some days ago may name a day that has passed.
  const effectiveOn = text.effectiveOn > today ? text.effectiveOn : today
  const missing = [
    kind !== 'text' && !text.reason.trim() && '原因',
    kind === 'devolve' && text.targets.length === 0 && '接手的部门',
    !effectiveOn && '生效日期',
  ]
  const submit = async () => {
    setBusy(true)
    setRefused(null)
    try {
      const body: SubmitBody = {
        changeId,
        kind,
        ...text,
        effectiveOn,
        resumeOn: text.resumeOn || null,
        revision: kind === 'text' ? await revision() : 0,
      }
      await send<ChangeSummary>(`/api/items/${itemId}/changes`, body)
      queries.removeQueries({ queryKey: ['items'] })
      queries.removeQueries({ queryKey: ['changes'] })
      forget()
      onClose()
      await queries.invalidateQueries({ queryKey: ['item', itemId] })
    } catch (e) {
      setRefused({
        sentence: e instanceof Refused ? e.refusal.sentence : '没有提交，写的都还在。再试一次。',
        field: e instanceof Refused ? (e.refusal.field ?? '') : '',
        stops: stopsOf(e),
      })
      setBusy(false)
    }
  }
  return (
    <ActDrawer
      title={`${KIND_NAMES[changeKind]}：提交审核`}
      open={open}
      onClose={onClose}
      missing={missing}
      tells="提交以后草稿不能改，生效以前可以撤回。"
      leave="不提交了"
      act="提交审核"
      doing="正在提交…"
      busy={busy}
      onAct={() => void submit()}
    >
      <div className="field">
        <label htmlFor={`${id}d`}>生效日期</label>
        <Input
          id={`${id}d`}
          type="date"
          min={today}
          status={refused?.field === 'effectiveOn' ? 'error' : ''}
          value={effectiveOn}
          onChange={(e) => keep({ effectiveOn: e.target.value })}
        />
        <p className="hint">
          {effectiveOn === ''
            ? '从哪一天起按新的办。'
            : effectiveOn === today
              ? '手续办完当天生效。'
              : `${dayInWords(effectiveOn)} 零点生效；手续那时还没办完的，办完当天生效。`}
        </p>
      </div>
      {kind === 'suspend' && (
        <div className="field">
          <label htmlFor={`${id}u`}>
            计划恢复的日子（公开） <span className="mute">选填</span>
          </label>
          <Input
            id={`${id}u`}
            type="date"
            min={effectiveOn}
            status={refused?.field === 'resumeOn' ? 'error' : ''}
            value={text.resumeOn}
            onChange={(e) => keep({ resumeOn: e.target.value })}
          />
          <p className="hint">
            {text.resumeOn === '' ? '定不下来就不写。' : `${dayInWords(text.resumeOn)} 起又能申请。`}
          </p>
        </div>
      )}
      {kind === 'devolve' && (
        <Targets itemId={itemId} targets={text.targets} onChange={(targets) => keep({ targets })} />
      )}
      <Words
        id={`${id}r`}
        label={REASON[changeKind] ?? '原因（公开）'}
        optional={kind === 'text'}
        wrong={refused?.field === 'reason'}
        value={text.reason}
        onChange={(reason) => keep({ reason })}
      />
      {kind !== 'text' && kind !== 'resume' && (
        <Words
          id={`${id}i`}
          label="要办的人去哪里、怎么办（公开）"
          optional
          value={text.instead}
          onChange={(instead) => keep({ instead })}
        />
      )}
      {kind !== 'text' && (
        <div className="field wide">
          <label htmlFor={`${id}n`}>
            依据的文件和文号 <span className="mute">选填</span>
          </label>
          <Input
            id={`${id}n`}
            maxLength={200}
            value={text.document}
            onChange={(e) => keep({ document: e.target.value })}
          />
        </div>
      )}
      <Words
        id={`${id}m`}
        label="给审核人的话（不公开）"
        optional
        value={text.note}
        onChange={(note) => keep({ note })}
      />
      <div className="two">
        <section>
          <h3>影响谁</h3>
          {impact.data ? (
            <Impact impact={impact.data} kind={changeKind} />
          ) : (
            <p className="small mute">{impact.isError ? '没有取到，可以先提交。' : '正在数'}</p>
          )}
        </section>
        <section>
          <h3>手续</h3>
          <Way kind={changeKind} state={null} />
        </section>
      </div>
      {kind !== 'text' && (
        <section className="consequence">
          <h3>生效以后</h3>
          <p className="small">{CONSEQUENCE[kind]}</p>
        </section>
      )}
      {refused && <Note kind="bad">{refused.sentence}</Note>}
      {refused && refused.stops.length > 1 && (
        <ul className="checks">
          {refused.stops.map((sentence) => (
            <li key={sentence} className="no">
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </ActDrawer>
  )
}

/** What the publish gate stopped it for, where it was that. */
function stopsOf(e: unknown): string[] {
  if (!(e instanceof Refused) || e.refusal.name !== 'guide-incomplete') return []
  const { findings } = e.refusal.detail as { findings: FindingAnswer[] }
  return findings.filter((f) => f.severity === 'blocks').map((f) => f.sentence)
}

function Words({
  id,
  label,
  value,
  onChange,
  optional = false,
  wrong = false,
}: {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  optional?: boolean
  wrong?: boolean
}) {
  return (
    <div className="field wide">
      <label htmlFor={id}>
        {label}
        {optional && <span className="mute"> 选填</span>}
      </label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={500}
        status={wrong ? 'error' : ''}
        value={value}
        onChange={(e) => onChange(e.target.value)}
      />
    </div>
  )
}
