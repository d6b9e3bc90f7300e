import { useParams } from 'react-router'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { shortNumber } from '../dates.ts'
import { useRecord } from '../dossier/use-record.ts'
import { ClockChip, readingLit } from '../parts/light.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/record.css'
import '../styles/correction.css'
import { rememberedList } from '../worklist/address.ts'
import { Compose } from './compose.tsx'

/** 一次性告知补正: every material gets its verdict, every fault its problem and cure; sent only from the preview. */
export default function CorrectionPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useRecord(id)
  const crumbs = [
    { label: '我的待办', to: rememberedList().address },
    { label: record.data ? shortNumber(record.data.number) : '办件', to: `/dossiers/${id}` },
    { label: '补正' },
  ]
  return (
    <Shell officer={officer} rail crumbs={crumbs}>
      {record.isPending && <Waiting what="办件" />}
      {record.isError && !record.data && (
        <>
          <h1 className="vh">一次性告知补正</h1>
          <Failed what="办件" error={record.error} retry={() => void record.refetch()} />
        </>
      )}
      {record.data &&
        (record.data.acts.includes('ask-correction') ? (
          <>
            <Head record={record.data} />
            <Compose record={record.data} />
          </>
        ) : (
          <>
            <h1 className="vh">一次性告知补正</h1>
            <Empty title={`这件现在是「${record.data.statusName}」，不能告知补正。`}>
              {record.data.status === 'correcting' && '通知书已经发出，等申请人补正。'}
            </Empty>
          </>
        ))}
    </Shell>
  )
}

function Head({ record }: { record: DossierRecord }) {
  const seen = record.materials.filter((m) => m.verdict !== 'unseen').length
  const faults = record.materials.filter((m) => m.verdict === 'fault').length
  const spared = record.materials.filter((m) => m.source === 'licence').length
  return (
    <>
      <header className="composehead">
        <ClockChip lit={readingLit(record.clocks.governing)} now={record.at} />
        <h1>一次性告知补正</h1>
        <span className="mid clip">
          {record.applicant.name}　{record.item.name}
        </span>
        <span className="small mute nowrap">{shortNumber(record.number)}</span>
      </header>
      <div className="once">
        <span>
          <b>{record.corrections === 0 ? '只能告知一次。' : `已经告知过 ${record.corrections} 次。`}</b>
          漏掉的问题以后不能再要求，除非负责人说明理由并计入部门考核。
          <a className="article" href="/regulation#article-15" target="_blank" rel="noreferrer">
            第十五条
          </a>
        </span>
        <ul aria-label="完成情况">
          <li>
            看过 {seen} / {record.materials.length}
          </li>
          <li>须补正 {faults}</li>
          {spared > 0 && <li>免交 {spared}</li>}
        </ul>
      </div>
    </>
  )
}
