import { useState } from 'react'
import { Link } from 'react-router'
import type { DossierRecord, StepView } from '../../src/casework/api/contract.ts'
import { monthDay, shortNumber, spoken } from '../dates.ts'
import { ClockChip, readingLit } from '../parts/light.tsx'

/** Clock, applicant, item, number and the step strip. */
export function RecordHead({
  record,
  previous,
  next,
}: {
  record: DossierRecord
  previous?: string | undefined
  next?: string | undefined
}) {
  return (
    <header className="recordhead">
      <div className="row wide">
        {record.clocks.all.length > 0 && (
          <ClockChip lit={readingLit(record.clocks.governing, record.clocks.pausedFor)} now={record.at} />
        )}
        <h1>{record.applicant.name}</h1>
        <span className="mid clip">{record.item.name}</span>
        <CopyNumber number={record.number} />
        {record.sample && <span className="tag">示例</span>}
        {record.resultName && <span className="tag info">{record.resultName}</span>}
        <span className="spring" />
        <span className="small mute nowrap wide-only">按收件时的清单第 {record.item.version} 版</span>
        {(previous || next) && (
          <span className="small nowrap neighbours">
            {previous && (
              <Link to={`/dossiers/${previous}`}>
                <kbd>K</kbd> 上一件
              </Link>
            )}
            {next && (
              <Link to={`/dossiers/${next}`}>
                下一件 <kbd>J</kbd>
              </Link>
            )}
          </span>
        )}
      </div>
      {record.joint && (
        <p className="small headnote">
          <span className="tag info">会签</span> {record.joint.organName}的件。
          {record.joint.open
            ? '请本部门签意见，只看得到这个环节要的申请表和材料。'
            : '本部门已经签过，只看得到自己签的意见。'}
        </p>
      )}
      {record.unsentSms && (
        <p className="small headnote">
          <b className="warn-ink">短信没有发到</b> 申请人
          {record.unsentSms.noPhone ? '没有留手机号' : `的手机 ${record.applicant.phoneMasked} 收不了短信`}，
          {spoken(record.unsentSms.at)} 的那条只在站内信里。另外通知申请人。
        </p>
      )}
      <ol className="strip" aria-label="环节">
        {stagesOf(record.steps).map((stage) =>
          stage.length === 1 ? (
            <StepCell key={stage[0]!.key} step={stage[0]!} record={record} />
          ) : (
            <li key={stage[0]!.stage} className="stage">
              <ol aria-label="同时办的几项">
                {stage.map((s) => (
                  <StepCell key={s.key} step={s} record={record} />
                ))}
              </ol>
            </li>
          ),
        )}
      </ol>
    </header>
  )
}

/** What runs at the same time stands in one column. */
function stagesOf(steps: StepView[]): StepView[][] {
  return [...Map.groupBy(steps, (s) => s.stage).values()]
}

const STATE_WORDS: Record<StepView['state'], string> = {
  done: '办完',
  now: '正在办',
  paused: '停表',
  next: '还没到',
  skipped: '没有走',
}

function StepCell({ step, record }: { step: StepView; record: DossierRecord }) {
  const light = step.state === 'now' ? record.clocks.governing.light : ''
  return (
    <li className={`${step.state} ${light}`} aria-current={step.state === 'now' ? 'step' : undefined}>
      <b>
        {step.state === 'done' && <span aria-hidden="true">✓ </span>}
        {step.name}
        <span className="vh">，{STATE_WORDS[step.state]}</span>
      </b>
      <span>{stepNote(step, record)}</span>
    </li>
  )
}

function stepNote(step: StepView, record: DossierRecord): string {
  if (step.state === 'done') return `${step.at ? monthDay(step.at) : ''} ${step.by}`.trim()
  // The clock of the record is the officer's own branch, or the slowest: another branch says only its limit.
  const holder = step.organName || step.postName
  if (step.state === 'now' && record.stepKey !== step.key && record.acceptedAt)
    return step.limitDays === 0 ? `当场　${holder}` : `限 ${step.limitDays} 日　${holder}`
  if (step.state === 'skipped') return '没有走'
  const clock = record.clocks.all.find(
    (c) => c.kind === 'step' || c.kind === 'acceptance' || c.kind === 'correction-review',
  )
  const unit = step.unit === 'G' ? '日' : '自然日'
  if (step.key === 'closed') return record.item.resultType === 'none' ? '' : '先制证推送'
  if (step.state === 'now' && clock) return `${clock.usedDays} / ${clock.limitDays} 日　${holder}`
  return step.limitDays === 0 ? `当场　${holder}` : `限 ${step.limitDays} ${unit}　${holder}`
}

function CopyNumber({ number }: { number: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <span className="small mute nowrap">
      <span title={number}>{shortNumber(number)}</span>{' '}
      <button
        type="button"
        className="linklike"
        onClick={() => void navigator.clipboard.writeText(number).then(() => setCopied(true))}
      >
        {copied ? '已复制全号' : '复制全号'}
      </button>
    </span>
  )
}
