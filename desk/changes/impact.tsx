import type { ChangeKindName, ImpactAnswer } from '../../src/catalogue/api/life-contract.ts'
import { dayInWords } from '../dates.ts'
import { SECTIONS } from '../items/sections.ts'

const sectionName = (id: string): string => SECTIONS.find((s) => s.id === id)?.name ?? id

function draftsText({ moves, needing }: NonNullable<ImpactAnswer['drafts']>, kind: ChangeKindName): string {
  if (moves + needing === 0) return '0 份'
  if (kind === 'cancel' || kind === 'devolve' || kind === 'suspend') return `${needing} 份，不能再提交`
  const parts = [
    moves > 0 ? `${moves} 份自动转到新版本` : '',
    needing > 0 ? `${needing} 份转到新版本后申请人要看` : '',
  ]
  return parts.filter((p) => p !== '').join('，')
}

/** The first days with how many; more of them are counted together. */
function daysText(days: NonNullable<ImpactAnswer['bookings']>['days']): string {
  const shown = days.slice(0, 5).map((d) => `${dayInWords(d.day)} ${d.count} 个`)
  const rest = days.slice(5).reduce((n, d) => n + d.count, 0)
  return [...shown, ...(rest > 0 ? [`再往后 ${rest} 个`] : [])].join('，')
}

/** 影响: whom the change meets. What nobody counts says so instead of showing a zero. */
export function Impact({ impact, kind }: { impact: ImpactAnswer; kind: ChangeKindName }) {
  const dossiers = impact.openDossiers?.reduce((n, v) => n + v.count, 0)
  const versions = impact.openDossiers?.map((v) => `第 ${v.version} 版 ${v.count} 件`).join('，')
  return (
    <dl className="pairs impact">
      {impact.differs.length > 0 && (
        <div>
          <dt>改了</dt>
          <dd>{impact.differs.map((d) => `${sectionName(d.section)} ${d.keys.length} 处`).join('，')}</dd>
        </div>
      )}
      <div>
        <dt>在办</dt>
        <dd>
          {dossiers === undefined
            ? '没有统计'
            : dossiers === 0
              ? '0 件'
              : `${dossiers} 件，按收件时的版本办完（${versions}）`}
        </dd>
      </div>
      <div>
        <dt>草稿</dt>
        <dd>
          {impact.drafts === null ? (
            '没有统计'
          ) : (
            <>
              {draftsText(impact.drafts, kind)}
              {impact.drafts.attention.map((a) => (
                <span key={a.told} className="told">
                  告知 {a.count} 份：{a.told}
                </span>
              ))}
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>预约</dt>
        <dd>
          {impact.bookings === null ? (
            '没有统计'
          ) : impact.bookings.total === 0 ? (
            '0 个'
          ) : (
            <>
              {`生效日期以后 ${impact.bookings.total} 个（${daysText(impact.bookings.days)}）`}
              {impact.bookings.told.map((a) => (
                <span key={a.told} className="told">
                  告知 {a.count} 个：{a.told}
                </span>
              ))}
            </>
          )}
        </dd>
      </div>
    </dl>
  )
}
