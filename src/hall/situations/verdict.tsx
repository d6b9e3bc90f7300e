import type { ReactElement, ReactNode } from 'react'
import type { ItemVersion, Outcome } from '../../catalogue/index.ts'
import { type Lang, NoticeCard, t } from '../../ui/index.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { reasonText } from './checklist.tsx'

/** The page's title: what the answers come to. */
export function headline(outcome: Outcome, lang: Lang): string {
  const failed = outcome.failed.length
  if (failed > 0)
    return t(lang, {
      zh: `有 ${failed} 个条件还不符合`,
      en: failed === 1 ? 'One condition is not met yet' : `${failed} conditions are not met yet`,
    })
  if (outcome.variant !== '')
    return t(lang, { zh: '您要办的是另一项', en: 'Another service is the right one' })
  return t(lang, { zh: '按您的回答，符合条件', en: 'By your answers, you meet the conditions' })
}

/** Which conditions are not met and what would change it, or where to go instead, or that all is well. */
export function Verdict({
  outcome,
  variant,
  lang,
}: {
  outcome: Outcome
  variant: ItemVersion | null
  lang: Lang
}): ReactElement {
  return (
    <>
      {outcome.failed.map((row) => (
        <NoticeCard
          key={row.condition + row.why}
          tone="ochre"
          title={
            <>
              {t(lang, { zh: '还不符合：', en: 'Not met yet: ' })}
              {lang === 'en' && row.conditionEn ? row.conditionEn : inChinese(row.condition, lang)}
            </>
          }
        >
          <p className="small">{lang === 'en' && row.whyEn ? row.whyEn : inChinese(row.why, lang)}</p>
          <p className="small">
            <b>{t(lang, { zh: '怎样就符合：', en: 'What would change it: ' })}</b>
            {lang === 'en' && row.remedyEn ? row.remedyEn : inChinese(row.remedy, lang)}
          </p>
        </NoticeCard>
      ))}
      {outcome.failed.length > 0 && outcome.variant === '' && (
        <p className="small">
          {t(lang, {
            zh: '下面是符合以后要准备的，可以先看、先准备。',
            en: 'Below is what you will need once you meet them.',
          })}
        </p>
      )}
      {outcome.variant !== '' && (
        <NoticeCard tone="green" title={reasons(outcome, lang)}>
          <p className="small">
            {variant
              ? inChinese(variant.content.summary, lang)
              : t(lang, {
                  zh: '那一项还没有在网上公布，打右边的电话问怎么办。',
                  en: 'That service is not published online yet; please call the department.',
                })}
          </p>
        </NoticeCard>
      )}
      {outcome.failed.length === 0 && outcome.variant === '' && (
        <NoticeCard
          tone="green"
          title={t(lang, {
            zh: '答过的条件都符合。没有问到的，在办事指南的受理条件里。',
            en: 'Every condition asked about is met; the rest stand in the guide.',
          })}
        />
      )}
    </>
  )
}

const reasons = (outcome: Outcome, lang: Lang): ReactNode =>
  outcome.variantWhy.length > 0
    ? reasonText(outcome.variantWhy, lang)
    : t(lang, { zh: '按您的回答，办另一项更合适。', en: 'By your answers another service fits.' })

/** What rows say that change nothing else. */
export function Notes({ outcome, lang }: { outcome: Outcome; lang: Lang }): ReactElement | null {
  if (outcome.notes.length === 0) return null
  return (
    <NoticeCard title={t(lang, { zh: '按您的情形', en: 'In your situation' })}>
      <p className="small">{reasonText(outcome.notes, lang)}</p>
    </NoticeCard>
  )
}
