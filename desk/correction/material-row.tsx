import { Segmented } from 'antd'
import { useState } from 'react'
import type { DossierRecord, MaterialView } from '../../src/casework/api/contract.ts'
import { monthDay } from '../dates.ts'
import { FaultForm } from '../dossier/fault-form.tsx'
import { ActRefused } from '../dossier/refused.tsx'
import { useAct } from '../dossier/use-act.ts'
import { SOURCE_NAMES } from '../dossier/words.ts'

/** One material with its verdict; a faulty one opens for problem and cure. The file opens beside in a new window. */
export function MaterialRow({
  record,
  material,
  place,
}: {
  record: DossierRecord
  material: MaterialView
  place: number
}) {
  const judge = useAct<object>(record, 'material-verdicts')
  const [opened, setOpened] = useState(false)
  const faulty = material.verdict === 'fault' || opened
  const spared = material.source === 'licence'
  const choose = (value: string) => {
    setOpened(value === 'fault')
    if (value === 'ok') judge.mutate({ materialKey: material.key, verdict: 'ok', problem: '', cure: '' })
  }
  return (
    <li className={faulty ? 'demand open' : material.verdict === 'unseen' ? 'demand unseen' : 'demand'}>
      <div className="demandrow">
        <span className="ix">{place}</span>
        <h2>{material.name}</h2>
        <span className="tiny mute nowrap">
          {SOURCE_NAMES[material.source]} {monthDay(material.at)}
        </span>
        {material.fileId && (
          <a
            className="tiny nowrap"
            href={`/api/dossiers/${record.dossierId}/files/${material.fileId}`}
            target="_blank"
            rel="noreferrer"
          >
            看原件
          </a>
        )}
        <span className="spring" />
        {spared && <span className="tag ok">证照库已调取，免交</span>}
        {!spared && material.verdict === 'unseen' && !opened && <span className="tag wait">○ 还没看</span>}
        <Segmented
          className={faulty ? 'fault' : ''}
          size="small"
          aria-label={`${material.name}的结论`}
          value={faulty ? 'fault' : material.verdict === 'ok' ? 'ok' : ''}
          options={[
            { value: 'ok', label: '合格' },
            { value: 'fault', label: '须补正' },
          ]}
          onChange={choose}
        />
      </div>
      <ActRefused error={judge.error} dossierId={record.dossierId} />
      {faulty && <FaultForm record={record} material={material} />}
      {faulty && material.standard && <p className="hintline accept">受理标准：{material.standard}</p>}
    </li>
  )
}
