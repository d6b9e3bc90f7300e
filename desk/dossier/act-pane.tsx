import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Check, DeskActName, DossierRecord } from '../../src/casework/api/contract.ts'
import { Pane } from '../parts/pane.tsx'
import { AcceptAct } from './acts/accept.tsx'
import { ExtendDrawer, PauseDrawer } from './acts/clock-acts.tsx'
import { CloseAct } from './acts/close.tsx'
import { DecideAct } from './acts/decide.tsx'
import { OpinionAct } from './acts/opinion.tsx'
import { PlainAct } from './acts/plain.tsx'
import { RefuseAcceptanceDrawer } from './acts/refuse-acceptance.tsx'
import { CheckList } from './check-list.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { Past } from './past.tsx'
import { Results } from './results.tsx'
import { ACT_NAMES } from './words.ts'

type Opened = 'refuse-acceptance' | 'pause' | 'extend' | null

/** The acts at the right: what comes next with what is missing, then the minor acts, the refusing one last. */
export function ActPane({ record, choose }: { record: DossierRecord; choose: (key: string) => void }) {
  const [opened, setOpened] = useState<Opened>(null)
  const navigate = useNavigate()
  const follow = (to: string) => {
    const [kind, key = ''] = to.split(':')
    if (kind === 'material') choose(key)
    const place = document.getElementById(
      kind === 'difference' ? `difference-${key}` : kind === 'licence' ? 'licence' : '',
    )
    place?.scrollIntoView({ block: 'center' })
    place?.focus()
  }
  const has = (act: DeskActName) => record.acts.includes(act)
  const compose = () => void navigate(`/dossiers/${record.dossierId}/correction`)
  return (
    <Pane className="side acts" label="操作与记录">
      <section className="primaryact">
        <Primary record={record} follow={follow} onCorrection={compose} />
        {(has('pause') || has('extend') || has('refuse-acceptance') || has('ask-correction')) && (
          <div className="minor">
            {has('ask-correction') && record.primary !== 'ask-correction' && (
              <Button size="small" onClick={compose}>
                告知补正… <kbd>C</kbd>
              </Button>
            )}
            {has('pause') && record.pauseKinds.length > 0 && (
              <Button size="small" onClick={() => setOpened('pause')}>
                暂停…
              </Button>
            )}
            {has('extend') && (
              <Button size="small" onClick={() => setOpened('extend')}>
                延长…
              </Button>
            )}
            {has('refuse-acceptance') && (
              <Button size="small" className="danger-act" onClick={() => setOpened('refuse-acceptance')}>
                不予受理…
              </Button>
            )}
          </div>
        )}
      </section>
      {record.clocks.all.length > 0 && <ClockPanel record={record} />}
      <Results record={record} />
      <Past record={record} />
      <RefuseAcceptanceDrawer
        record={record}
        open={opened === 'refuse-acceptance'}
        onClose={() => setOpened(null)}
      />
      <PauseDrawer record={record} open={opened === 'pause'} onClose={() => setOpened(null)} />
      <ExtendDrawer record={record} open={opened === 'extend'} onClose={() => setOpened(null)} />
    </Pane>
  )
}

export const checksOf = (record: DossierRecord, act: DeskActName): Check[] =>
  record.checks.filter((c) => c.act === act)

function Primary({
  record,
  follow,
  onCorrection,
}: {
  record: DossierRecord
  follow: (to: string) => void
  onCorrection: () => void
}) {
  const act = record.primary
  if (act === null) return <NobodysTurn record={record} />
  const checks = checksOf(record, act)
  const heading = act === 'give-opinion' ? opinionHeading(record) : ACT_NAMES[act]
  return (
    <>
      <h2>{heading}</h2>
      <CheckList checks={checks} follow={follow} />
      {act === 'accept' && <AcceptAct record={record} checks={checks} follow={follow} />}
      {act === 'ask-correction' && (
        <>
          <Button type="primary" block data-primary onClick={onCorrection}>
            去写补正通知书 <kbd>C</kbd>
          </Button>
          <p className="tiny mute tells">补正只能告知一次，从预览发出。</p>
        </>
      )}
      {act === 'resume' && (
        <PlainAct
          record={record}
          noun="resumptions"
          label="恢复计时"
          checks={[]}
          tells={`现在停表：${record.clocks.pausedFor}。恢复后重新计算到期日。`}
        />
      )}
      {act === 'give-opinion' && <OpinionAct record={record} checks={checks} />}
      {act === 'decide' && <DecideAct record={record} checks={checks} />}
      {act === 'close' && <CloseAct record={record} checks={checks} />}
    </>
  )
}

/** Of several own branches the pane itself asks which. */
function opinionHeading({ ownSteps }: DossierRecord): string {
  const [step, another] = ownSteps
  if (!step || another) return '提意见'
  return step.kind === 'payment' ? `${step.name}：登记` : `${step.name}：提意见`
}

function NobodysTurn({ record }: { record: DossierRecord }) {
  const whose = record.holder.postName
  const done = record.status === 'closed' || record.status === 'archived'
  return (
    <>
      <h2>{record.statusName}</h2>
      <p className="small mid">
        {record.joint
          ? `${record.joint.organName}的件，本部门已经签过意见。这里只看签过的。`
          : done
            ? `${record.resultName}，办结的件只看不改。`
            : record.status === 'correcting'
              ? `等申请人补正，${record.correctionsAsked.at(-1)?.answerUntil ?? ''} 前补齐。`
              : `现在在${whose || '别的岗位'}，${record.stepName}。这里只看。`}
      </p>
    </>
  )
}
