import type { ReactElement } from 'react'
import type { Centre } from '../../catalogue/index.ts'
import { type Display, Icon, t } from '../../ui/index.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { COUNTER } from './addresses.ts'
import { CounterPage } from './frame.tsx'

/** Where a screen is set up: which centre it stands in. */
export function CentresPage({ centres, display }: { centres: Centre[]; display: Display }): ReactElement {
  const { lang } = display
  return (
    <CounterPage
      centre={null}
      display={display}
      title={t(lang, { zh: '窗口屏', en: 'Counter screens' })}
      path={COUNTER.centres}
    >
      <div className="opening">
        <h1>{t(lang, { zh: '您在哪个服务中心？', en: 'Which service centre are you at?' })}</h1>
        <p className="lead">
          {t(lang, {
            zh: '窗口屏上的指南和网上的是同一份。',
            en: 'The screens at the counters show the same guides as the website.',
          })}
        </p>
      </div>
      <ul className="counter-items">
        {centres.map((centre) => (
          <li key={centre.centreId}>
            <a href={COUNTER.centre(centre.centreId)}>
              <b>{inChinese(centre.name, lang)}</b>
              <span>{inChinese(`${centre.address}　${centre.hours}`, lang)}</span>
              <Icon name="forward" />
            </a>
          </li>
        ))}
      </ul>
    </CounterPage>
  )
}
