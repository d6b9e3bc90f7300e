import type { SeenLookUp } from '../../exchange/index.ts'
import { instantText } from '../../ui/index.ts'
import type { View } from './frame.tsx'

const OUTCOMES = {
  found: { zh: '查到', en: 'found' },
  'not-found': { zh: '没有查到', en: 'not found' },
  compared: { zh: '比对', en: 'compared' },
  'no-answer': { zh: '没有连上', en: 'no answer' },
} as const

/** Rows for 谁看过我的资料. */
export const lookUpRows = (lookUps: SeenLookUp[], view: View) =>
  lookUps.map((l) => [
    l.actor.kind === 'system' ? (view.lang === 'zh' ? '系统' : 'System') : l.actor.name,
    `${l.register}（${OUTCOMES[l.outcome][view.lang]}）`,
    l.cause,
    <span key="t" className="nowrap">
      {instantText(l.at, { lang: view.lang, today: view.today, bare: true })}
    </span>,
  ])

export const LOOK_UP_COLUMNS = {
  zh: ['谁', '看了什么', '为什么', '时间'],
  en: ['Who', 'What', 'Why', 'When'],
}
