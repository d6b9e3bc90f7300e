import type { ReactElement } from 'react'
import { type ItemContent, pathLength } from '../../catalogue/index.ts'
import { type Lang, LineLink, NoticeCard, Section, SummaryList, t, Unseen } from '../../ui/index.ts'
import type { Scene } from '../apply/scene.ts'
import type { View } from '../my/frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { reasonText } from './checklist.tsx'
import { answerWords, questionCount, questionWords } from './question-page.tsx'

/** On the guide: the way to one's own list, with how long it is. Nothing where the item has no questions. */
export function WhatDoINeed({
  itemId,
  content,
  lang,
}: {
  itemId: string
  content: ItemContent
  lang: Lang
}): ReactElement | null {
  if (!content.situations?.questions.length) return null
  const { least, most } = pathLength(content.situations)
  const count = questionCount(least, most, lang)
  return (
    <NoticeCard
      tone="green"
      icon="info"
      title={t(lang, { zh: '先看看我要哪些材料', en: 'See first what you need' })}
    >
      <p className="small">
        {t(lang, {
          zh: `答 ${count}，不用登录：看符合不符合条件、要哪几份材料、几天办好。`,
          en: `${count} questions, no sign-in: whether you meet the conditions, which documents, how many days.`,
        })}
      </p>
      <p>
        <LineLink href={PUBLIC.situation(itemId)}>{t(lang, { zh: '开始回答', en: 'Start' })}</LineLink>
      </p>
    </NoticeCard>
  )
}

/** In the draft: which situation it was begun for and what is not asked because of it, or the way to choose one. */
export function SituationNotice({ scene, lang }: { scene: Scene; lang: Lang }): ReactElement | null {
  const { draft, chosen, item } = scene
  if (!item.content.situations?.questions.length) return null
  const questions = PUBLIC.situation(item.itemId)
  if (!chosen)
    return (
      <NoticeCard
        title={
          draft.situation === null
            ? t(lang, { zh: '可能不用交这么多', en: 'Perhaps you need not give all of this' })
            : t(lang, {
                zh: '情形的问题改过了，现在按整张清单',
                en: 'The questions have changed: the whole list holds now',
              })
        }
      >
        <p className="small">
          {t(lang, {
            zh: '先答几个问题，只留下您要交的。填好的内容都在。',
            en: 'Answer a few questions and only what you need remains; what you filled in is kept.',
          })}
        </p>
        <p>
          <LineLink href={questions}>{t(lang, { zh: '看看我要哪些材料', en: 'See what I need' })}</LineLink>
        </p>
      </NoticeCard>
    )
  const { outcome } = chosen
  return (
    <NoticeCard
      tone={outcome.eligible ? 'green' : 'ochre'}
      title={
        outcome.eligible
          ? t(lang, { zh: '按您的情形列的清单', en: 'The list for your situation' })
          : t(lang, {
              zh: `按您的回答，有 ${outcome.failed.length} 个条件还不符合`,
              en: 'By your answers not every condition is met yet',
            })
      }
    >
      <p className="small">
        {t(lang, {
          zh: `按您答的 ${chosen.told.length} 题，下面只留要交的材料。`,
          en: `By your answers to ${chosen.told.length} questions, only what you need is asked for below.`,
        })}
      </p>
      {outcome.failed.map((row) => (
        <p key={row.condition + row.why} className="small">
          {lang === 'en' && row.conditionEn ? row.conditionEn : inChinese(row.condition, lang)}
          {t(lang, { zh: '。', en: '. ' })}
          {lang === 'en' && row.remedyEn ? row.remedyEn : inChinese(row.remedy, lang)}
        </p>
      ))}
      {outcome.materialsLeftOut.map((m) => (
        <p key={m.key} className="small">
          {t(lang, { zh: `不用交「${m.name}」：`, en: 'Not needed: ' })}
          {lang === 'en' && <span lang="zh-CN">{m.name} </span>}
          {reasonText(m.why, lang)}
        </p>
      ))}
      <p>
        <LineLink href={PUBLIC.situation(item.itemId, chosen.answers)}>
          {t(lang, { zh: '看结果，或者改回答', en: 'See the result or change an answer' })}
        </LineLink>
      </p>
    </NoticeCard>
  )
}

/** On the review: the answers that are handed in with the application. */
export function SituationSection({ view, scene }: { view: View; scene: Scene }): ReactElement | null {
  const { chosen, item } = scene
  if (!chosen) return null
  const { lang } = view
  const title = t(lang, { zh: '您的情形', en: 'Your situation' })
  return (
    <Section
      title={title}
      act={
        <LineLink href={PUBLIC.situation(item.itemId, chosen.answers)}>
          {t(lang, { zh: '修改', en: 'Change' })}
          <Unseen>{title}</Unseen>
        </LineLink>
      }
    >
      <SummaryList
        rows={item.content.situations!.questions.flatMap((question) => {
          const value = chosen.answers[question.key]
          return value === undefined
            ? []
            : [{ term: questionWords(question, lang), value: answerWords(question, value, lang) }]
        })}
      />
    </Section>
  )
}
