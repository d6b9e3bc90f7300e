import { Drawer } from 'antd'
import { useState } from 'react'
import type { DossierRecord, PaperView } from '../../src/casework/api/contract.ts'
import { dayTime } from '../dates.ts'

/** Papers and the licence, opened beside the record as they were sent. */
export function Results({ record }: { record: DossierRecord }) {
  const [shown, setShown] = useState<{ title: string; address: string } | null>(null)
  const { papers, licence } = record
  const paperAt = (p: PaperView) => ({
    title: p.title,
    address: `/api/dossiers/${record.dossierId}/papers/${p.no}`,
  })
  const expectsLicence = record.result === 'granted' && record.item.resultType !== 'none'
  return (
    <>
      {(licence !== null || expectsLicence) && (
        <section id="licence" tabIndex={-1}>
          <h2>{record.item.resultType === 'approval' ? '批文' : '电子证照'}</h2>
          {licence ? (
            <ul className="checks">
              <li>
                {licence.name}{' '}
                <button
                  type="button"
                  className="linklike"
                  onClick={() =>
                    setShown({
                      title: licence.name,
                      address: `/api/dossiers/${record.dossierId}/files/${licence.fileId}`,
                    })
                  }
                >
                  看照面
                </button>
                <br />
                <span className="tiny mute">{licence.identifier}</span>
              </li>
              <li className={licence.pushedAt ? '' : 'todo'}>
                {licence.pushedAt
                  ? `${dayTime(licence.pushedAt)} 推送到电子证照共享服务平台`
                  : '还没推送到电子证照共享服务平台，系统正在重试'}
              </li>
            </ul>
          ) : (
            <ul className="checks">
              <li className="todo">还没生成，系统正在制证、签章</li>
            </ul>
          )}
        </section>
      )}
      {papers.length > 0 && (
        <section>
          <h2>文书</h2>
          <ul className="papers">
            {papers.map((p) => (
              <li key={p.no}>
                <button type="button" className="linklike" onClick={() => setShown(paperAt(p))}>
                  {p.title}
                </button>
                <span className="tiny mute">
                  {p.documentNumber}　{dayTime(p.at)}
                  {!p.forApplicant && '　内部'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Drawer
        open={shown !== null}
        onClose={() => setShown(null)}
        size={820}
        title={shown?.title ?? ''}
        styles={{ body: { padding: 0 } }}
        extra={
          shown && (
            <a href={shown.address} target="_blank" rel="noreferrer">
              在新窗口看
            </a>
          )
        }
      >
        {shown && <iframe className="paperframe" title={shown.title} src={shown.address} />}
      </Drawer>
    </>
  )
}
