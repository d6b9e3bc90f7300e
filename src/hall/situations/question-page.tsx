import type { ReactElement, ReactNode } from 'react'
import {
  type ItemVersion,
  pathLength,
  type Question,
  type SituationAnswers,
  walk,
} from '../../catalogue/index.ts'
import {
  Actions,
  Button,
  Choices,
  ErrorSummary,
  type Lang,
  LineLink,
  LinkButton,
  Opening,
  Section,
  Stack,
  SummaryList,
  t,
  Unseen,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { ASKED } from './answers.ts'

type Asked = ReturnType<typeof walk>['asked']

export interface QuestionPageProps {
  frame: Frame
  item: ItemVersion
  answers: SituationAnswers
  question: Question
  /** The form was sent without an answer. */
  unanswered: boolean
}

/** One question of the path; what was answered stands in the address and nowhere else. */
export function QuestionPage({
  frame,
  item,
  answers,
  question,
  unanswered,
}: QuestionPageProps): ReactElement {
  const { lang } = frame.display
  const situations = item.content.situations!
  const { asked } = walk(situations, answers)
  const name = lang === 'en' && item.content.nameEn ? item.content.nameEn : item.content.name
  const words = lang === 'en' && question.textEn ? question.textEn : question.text
  const hint = lang === 'en' && question.hintEn ? question.hintEn : question.hint
  const fault = t(lang, { zh: '选一个答案，再看下一题', en: 'Choose an answer to go on' })
  return (
    <Framed
      frame={frame}
      place="find"
      title={`${words} · ${name}`}
      faults={unanswered ? 1 : 0}
      noIndex
      crumbs={situationCrumbs(item, lang)}
    >
      <Opening
        title={words}
        over={`${name}　${progress(item, answers, asked.length + 1, lang)}`}
        close
        asks
      />
      {unanswered && (
        <ErrorSummary
          faults={[{ field: question.key, text: fault }]}
          kept={t(lang, { zh: '前面的答案都在。', en: 'Your earlier answers are kept.' })}
        />
      )}
      <form action={PUBLIC.situation(item.itemId)} method="get" noValidate>
        {Object.entries(answers).map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <input type="hidden" name={ASKED} value={question.key} />
        <Choices
          name={question.key}
          label={<Unseen>{words}</Unseen>}
          hint={hint === '' ? undefined : lang === 'en' && !question.hintEn ? inChinese(hint, lang) : hint}
          error={unanswered ? fault : undefined}
          boxed
          options={question.options.map((o) => ({
            value: o.value,
            label: lang === 'en' && o.labelEn ? o.labelEn : o.label,
          }))}
        />
        <Stack gap="s">
          <Actions>
            <Button>{t(lang, { zh: '下一步', en: 'Next' })}</Button>
            <LinkButton weight="secondary" href={back(item, asked)}>
              {t(lang, { zh: '上一步', en: 'Back' })}
            </LinkButton>
          </Actions>
          <p className="fine">
            {t(lang, { zh: '不用登录，答案不保存。', en: 'No sign-in; your answers are not stored.' })}
          </p>
        </Stack>
      </form>
      <Answered asked={asked} item={item} lang={lang} />
    </Framed>
  )
}

function progress(item: ItemVersion, answers: SituationAnswers, number: number, lang: Lang): string {
  const { least, most } = pathLength(item.content.situations!, answers)
  const all = questionCount(least, most, lang)
  return t(lang, { zh: `第 ${number} 题，共 ${all}`, en: `Question ${number} of ${all}` })
}

/** 「3 题」, 「1–5 题」 */
export function questionCount(least: number, most: number, lang: Lang): string {
  const many = least === most ? `${most}` : `${least}–${most}`
  return t(lang, { zh: `${many} 题`, en: `${many}` })
}

/** To the question before, with its answer gone; from the first to the guide. */
function back(item: ItemVersion, asked: Asked): string {
  if (asked.length === 0) return PUBLIC.item(item.itemId)
  return PUBLIC.situation(item.itemId, before(asked, asked.length - 1))
}

const before = (asked: Asked, count: number): SituationAnswers =>
  Object.fromEntries(asked.slice(0, count).map(({ question, value }) => [question.key, value]))

/** What was answered, each with the way back to its question. */
export function Answered({
  asked,
  item,
  lang,
}: {
  asked: Asked
  item: ItemVersion
  lang: Lang
}): ReactElement | null {
  if (asked.length === 0) return null
  return (
    <Section title={t(lang, { zh: '您的回答', en: 'Your answers' })}>
      <SummaryList
        rows={asked.map(({ question, value }, i) => {
          const words = questionWords(question, lang)
          return {
            term: words,
            value: answerWords(question, value, lang),
            act: (
              <LineLink href={PUBLIC.situation(item.itemId, before(asked, i))}>
                {t(lang, { zh: '改', en: 'Change' })}
                <Unseen>{words}</Unseen>
              </LineLink>
            ),
          }
        })}
      />
    </Section>
  )
}

export const questionWords = (question: Question, lang: Lang): ReactNode =>
  lang === 'en' && question.textEn ? question.textEn : inChinese(question.text, lang)

export function answerWords(question: Question, value: string, lang: Lang): ReactNode {
  const option = question.options.find((o) => o.value === value)
  if (!option) return value
  return lang === 'en' && option.labelEn ? option.labelEn : inChinese(option.label, lang)
}

export function situationCrumbs(item: ItemVersion, lang: Lang) {
  const name = lang === 'en' && item.content.nameEn ? item.content.nameEn : item.content.name
  return [
    HOME_CRUMB(lang),
    { text: name, href: PUBLIC.item(item.itemId) },
    { text: t(lang, { zh: '我要哪些材料', en: 'What I need' }) },
  ]
}
