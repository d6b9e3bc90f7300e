import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { ItemRecord } from '../../src/catalogue/api/contract.ts'
import type { DistrictBodies } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'
import { dayInWords, spoken } from '../dates.ts'
import { Note } from '../parts/states.tsx'
import { Heirs } from './heirs.tsx'
import type { SubmitKind } from './submit.tsx'
import { Way } from './way.tsx'
import { KIND_NAMES, LIFE_NAMES, STATE_NAMES } from './words.ts'

/** Under the head of an item: what is under way, and why the last change came back. */
export function LifeNotes({ record }: { record: ItemRecord }) {
  const { change, sentBack } = record.life
  if (change)
    return (
      <Note>
        {KIND_NAMES[change.kind]}
        {STATE_NAMES[change.state].word}，{dayInWords(change.effectiveOn)} 生效。手续办完以前草稿不能改。
        <Link to={`/changes/${change.changeId}`}>看这次变更</Link>
      </Note>
    )
  if (sentBack)
    return (
      <Note kind="warn">
        <div className="sentback">
          <p>
            <b>
              {KIND_NAMES[sentBack.kind]}退回了，{sentBack.by}，{spoken(sentBack.at)}：
            </b>
          </p>
          <p>{sentBack.reasons}</p>
        </div>
      </Note>
    )
  return null
}

/** At the right of an item: where its change is on its way, where it came from, who took it over, and how it ends. */
export function LifeSections({
  record,
  drafted,
  begin,
}: {
  record: ItemRecord
  /** There is something to hand in. */
  drafted: boolean
  begin: (kind: SubmitKind) => void
}) {
  const { life, change, origin, heirs } = record.life
  const kind = change?.kind ?? (record.published ? 'change' : 'new')
  return (
    <>
      {(drafted || change) && (
        <section>
          <h3>手续</h3>
          <Way kind={kind} state={change?.state ?? null} />
        </section>
      )}
      {(origin || heirs.length > 0) && (
        <section>
          <h3>沿革</h3>
          {origin && (
            <p className="small mid">
              由 <Link to={`/items/${origin.itemId}`}>{origin.code}</Link> 下放。
            </p>
          )}
          {heirs.length > 0 && <Heirs heirs={heirs} open={life !== 'devolved'} />}
        </section>
      )}
      {record.published && record.mayEdit.allowed && <Ends record={record} begin={begin} />}
    </>
  )
}

function Ends({ record, begin }: { record: ItemRecord; begin: (kind: SubmitKind) => void }) {
  const bodies = useQuery({
    queryKey: ['district-bodies', record.itemId],
    queryFn: ({ signal }) => get<DistrictBodies>(`/api/items/${record.itemId}/district-bodies`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const suspended = record.life.life === 'suspended'
  return (
    <section>
      <h3>停办和移交</h3>
      {suspended && (
        <p className="small mid">
          {record.life.resumesOn === null
            ? '没有计划恢复的日子，恢复要走一遍手续。'
            : `计划 ${dayInWords(record.life.resumesOn)} 恢复，那天发布检查通过就自动恢复。`}
        </p>
      )}
      <div className="minor">
        {suspended ? (
          <>
            <Button size="small" onClick={() => begin('resume')}>
              恢复…
            </Button>
            <Button size="small" onClick={() => begin('suspend')}>
              改恢复日期…
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => begin('suspend')}>
            暂停…
          </Button>
        )}
        {bodies.data?.possible && (
          <Button size="small" onClick={() => begin('devolve')}>
            下放…
          </Button>
        )}
        <Button size="small" className="danger-act" onClick={() => begin('cancel')}>
          取消…
        </Button>
      </div>
    </section>
  )
}

export function LifeTag({ life }: { life: ItemRecord['life']['life'] }) {
  if (life === 'active') return null
  const { word, tag } = LIFE_NAMES[life]
  return <span className={`tag ${tag}`}>{word}</span>
}
