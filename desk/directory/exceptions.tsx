import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { EntryRecordAnswer, ExceptionBody } from '../../src/catalogue/api/directory-contract.ts'
import { Refused } from '../api.ts'
import { ActDrawer } from '../parts/act-drawer.tsx'
import { NotDone } from '../parts/not-done.tsx'
import { useDirectoryAct } from './use-directory.ts'
import { EXCEPTION_KINDS } from './words.ts'

const KINDS = Object.entries(EXCEPTION_KINDS) as [ExceptionBody['kind'], string][]

/** 登记例外: which body, why, and what the government of its level approved. */
export function ExceptionDrawer({
  entry,
  open,
  onClose,
}: {
  entry: EntryRecordAnswer
  open: boolean
  onClose: () => void
}) {
  const id = useId()
  const free = entry.placed.filter(
    (p) => !entry.exceptions.some((e) => e.endedAt === null && e.organId === p.body.organId),
  )
  const blank = (): ExceptionBody => ({
    basicCode: entry.basicCode,
    organId: free[0]?.body.organId ?? '',
    kind: 'public-safety',
    reason: '',
    government: free[0] ? `${free[0].body.areaName}人民政府` : '',
    document: '',
    approvedOn: '',
  })
  const [text, setText] = useState(blank)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the form begins anew when it is opened
  useEffect(() => {
    if (open) setText(blank())
  }, [open])
  const act = useDirectoryAct<ExceptionBody, { exceptionId: string }>(
    () => '/api/directory/exceptions',
    onClose,
  )
  const wrong = act.error instanceof Refused ? act.error.refusal.field : undefined
  const missing = [
    !text.organId && '部门',
    !text.reason.trim() && '原因',
    !text.government.trim() && '批准的政府',
    !text.document.trim() && '文号',
    !text.approvedOn && '批准日期',
  ]
  const field = (key: 'government' | 'document' | 'approvedOn', label: string, type = 'text') => (
    <div className="field">
      <label htmlFor={`${id}${key}`}>{label}</label>
      <Input
        id={`${id}${key}`}
        type={type}
        maxLength={120}
        status={wrong === key ? 'error' : ''}
        value={text[key]}
        onChange={(e) => setText({ ...text, [key]: e.target.value })}
      />
    </div>
  )
  return (
    <ActDrawer
      title="登记不进驻的例外"
      open={open}
      onClose={onClose}
      missing={missing}
      tells={
        text.kind === 'state-secret' ? '公开页上只显示件数，不显示事项。' : '政府、文号、日期在公开页上显示。'
      }
      leave="不登记了"
      act="登记例外"
      doing="正在登记…"
      busy={act.isPending}
      onAct={() => act.mutate(text)}
    >
      <p className="small mid">
        办法第五条第二项：不宜进驻的事项，经同级人民政府批准，可以不进驻。没有批准文件的不能登记。
      </p>
      <div className="field">
        <label htmlFor={`${id}o`}>部门</label>
        <select
          id={`${id}o`}
          className="pick tall"
          value={text.organId}
          onChange={(e) => {
            const chosen = free.find((p) => p.body.organId === e.target.value)
            setText({
              ...text,
              organId: e.target.value,
              government: chosen ? `${chosen.body.areaName}人民政府` : text.government,
            })
          }}
        >
          {free.map((p) => (
            <option key={p.body.organId} value={p.body.organId}>
              {p.body.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}k`}>属于哪一类</label>
        <select
          id={`${id}k`}
          className="pick tall"
          value={text.kind}
          onChange={(e) => setText({ ...text, kind: e.target.value as ExceptionBody['kind'] })}
        >
          {KINDS.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field wide">
        <label htmlFor={`${id}r`}>原因</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={500}
          status={wrong === 'reason' ? 'error' : ''}
          value={text.reason}
          onChange={(e) => setText({ ...text, reason: e.target.value })}
        />
      </div>
      {field('government', '批准的同级人民政府')}
      {field('document', '批准文件的文号')}
      {field('approvedOn', '批准日期', 'date')}
      <NotDone error={act.error} />
    </ActDrawer>
  )
}

/** 终止例外, with the reason. */
export function EndExceptionDrawer({
  exceptionId,
  onClose,
}: {
  exceptionId: string | null
  onClose: () => void
}) {
  const id = useId()
  const [reason, setReason] = useState('')
  const act = useDirectoryAct<{ reason: string }, { exceptionId: string }>(
    () => `/api/directory/exceptions/${exceptionId}/end`,
    () => {
      setReason('')
      onClose()
    },
  )
  return (
    <ActDrawer
      title="终止例外"
      open={exceptionId !== null}
      onClose={onClose}
      missing={[reason.trim() === '' && '终止的原因']}
      tells="终止后要重新批准才能再登记。"
      leave="不终止了"
      act="终止例外"
      doing="正在终止…"
      busy={act.isPending}
      danger
      onAct={() => act.mutate({ reason })}
    >
      <p className="small mid">终止以后，这个部门要把事项进驻服务中心，在那以前算“缺”。</p>
      <div className="field wide">
        <label htmlFor={`${id}r`}>终止的原因</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      <NotDone error={act.error} />
    </ActDrawer>
  )
}
