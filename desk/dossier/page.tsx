import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { shortNumber } from '../dates.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { useKeys } from '../shell/keys.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/record.css'
import { rememberedList } from '../worklist/address.ts'
import { ActPane } from './act-pane.tsx'
import { Differences } from './differences.tsx'
import { RecordHead } from './head.tsx'
import { FORM, MaterialIndex, nextUnseen } from './material-index.tsx'
import { useRecord } from './use-record.ts'
import { Viewer } from './viewer.tsx'

/** 办件页: index of materials, what is looked at, and the acts. The material in view is part of the address. */
export default function DossierPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useRecord(id)
  const list = rememberedList()
  const number = record.data ? shortNumber(record.data.number) : '办件'
  return (
    <Shell officer={officer} rail crumbs={[{ label: '我的待办', to: list.address }, { label: number }]}>
      {record.isPending && <Waiting what="办件" />}
      {record.isError && !record.data && (
        <div className="pagehead">
          <h1 className="vh">办件</h1>
          <Failed what="办件" error={record.error} retry={() => void record.refetch()} />
        </div>
      )}
      {record.data && <Record key={id} record={record.data} />}
    </Shell>
  )
}

function Record({ record }: { record: DossierRecord }) {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const asked = params.get('m')
  // What is in view stays in view when its verdict is given; N goes on.
  const [first] = useState(() => nextUnseen(record)?.key ?? FORM)
  const chosen = asked ?? first
  const material = record.materials.find((m) => m.key === chosen)
  const choose = (key: string) => setParams({ m: key }, { replace: true })
  const { ids } = rememberedList()
  const at = ids.indexOf(record.dossierId)
  const neighbour = (by: number) => (at < 0 ? undefined : ids[at + by])
  const go = (to: string | undefined) => to && void navigate(`/dossiers/${to}`)

  useKeys({
    N: () => {
      const next = nextUnseen(record, chosen)
      if (next) choose(next.key)
    },
    J: () => go(neighbour(1)),
    K: () => go(neighbour(-1)),
    C: () =>
      record.acts.includes('ask-correction') && void navigate(`/dossiers/${record.dossierId}/correction`),
    A: () => document.querySelector<HTMLElement>('[data-primary]')?.focus(),
    Esc: () => void navigate(rememberedList().address),
  })

  return (
    <>
      <RecordHead record={record} previous={neighbour(-1)} next={neighbour(1)} />
      <div className="work">
        {record.joint && !record.joint.open ? (
          <p className="signedonly mid">申请表和材料在签完意见后不再给本部门看。签的意见在右边。</p>
        ) : (
          <>
            <MaterialIndex record={record} chosen={chosen} choose={choose} />
            <section className="view" aria-label="查看与比对">
              <Viewer record={record} material={material} />
              {!record.joint && <Differences record={record} />}
            </section>
          </>
        )}
        <ActPane record={record} choose={choose} />
      </div>
    </>
  )
}
