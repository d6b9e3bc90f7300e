import type { ReactElement } from 'react'
import { type ItemContent, type Step, slowestOf, stagesOf, timelineOf } from '../../../catalogue/index.ts'
import { parameterOn } from '../../../regulation/index.ts'
import {
  DayRuler,
  type GuideStep,
  type Lang,
  ProcedureChart,
  Section,
  SummaryList,
  Timeline,
  t,
} from '../../../ui/index.ts'
import { inChinese } from './in-chinese.tsx'
import { limitText } from './names.ts'
import type { GuidePart } from './page.tsx'

export function Steps({ id, title, item, lang, today }: GuidePart): ReactElement {
  const { steps, promiseLimit, result } = item.content
  const deemed = parameterOn('acceptanceDays', today)
  const days = stageDays(item.content, lang)
  // The number leads from the drawing to the list.
  const named = (step: Step) => ({ place: steps.indexOf(step) + 1, title: inChinese(step.name, lang) })
  const told = (step: Step) => (
    <>
      {step.note && inChinese(step.note, lang)}
      {step.phase === 'accept' &&
        t(lang, {
          zh: `${deemed.value} 个工作日不答复，视为受理。`,
          en: ` No answer within ${deemed.value} working days counts as acceptance.`,
        })}
      {step.standard && (
        <span className="fine">
          {(step.note || step.phase === 'accept') && <br />}
          {t(lang, { zh: '审查标准：', en: 'Standard: ' })}
          {inChinese(step.standard, lang)}
        </span>
      )}
    </>
  )
  return (
    <Section
      id={id}
      title={title}
      note={
        promiseLimit?.days === 0
          ? t(lang, { zh: '材料齐了，当场办结。', en: 'With all materials, decided on the spot.' })
          : t(lang, {
              zh: '从受理的第二天开始数。周末和法定节假日不算工作日。',
              en: 'Counted from the day after acceptance; weekends and holidays are no working days.',
            })
      }
    >
      <Chart item={item} lang={lang} />
      <Timeline
        variant="guide"
        label={title}
        steps={[
          {
            title: t(lang, { zh: '申请', en: 'Apply' }),
            days: t(lang, { zh: '您来办', en: 'You' }),
            text: t(lang, {
              zh: '提交后马上拿到收件凭证和查询码，不登录也能查进度。',
              en: 'You get a receipt and a query code at once.',
            }),
          },
          ...stagesOf(steps).map((stage, i): GuideStep => {
            const alone = stage.length === 1 ? stage[0]! : null
            if (alone) return { ...named(alone), days: days[i], text: told(alone) }
            return {
              title: t(lang, {
                zh: `同时办 ${stage.length} 项`,
                en: `${stage.length} at the same time`,
              }),
              days: days[i],
              text: t(lang, {
                zh: '几项一起开始，都办完了才往下走。',
                en: 'They begin together; the next step waits for all of them.',
              }),
              branches: stage.map((step) => ({
                ...named(step),
                days: ownDays(step, lang),
                text: told(step),
              })),
            }
          }),
          {
            title: t(lang, { zh: '办结', en: 'Close' }),
            days: promiseLimit
              ? t(lang, {
                  zh: `受理后${limitText(promiseLimit, lang)}`,
                  en: `Within ${limitText(promiseLimit, lang)}`,
                })
              : undefined,
            text: t(
              lang,
              result && result.type !== 'none'
                ? {
                    zh: '电子证照、批文放进「我的证照」，同时发短信。不准的，书面说明理由和救济途径。',
                    en: 'The result goes into your licences with a text message; a refusal gives its reasons and remedies.',
                  }
                : {
                    zh: '结果发短信告诉您，「我的」里随时能看。',
                    en: 'The result comes by text message and stays in your space.',
                  },
            ),
          },
        ]}
      />
    </Section>
  )
}

/** The steps over the days, where they all count in the same; an item decided on the spot has no days to draw. */
function Chart({ item, lang }: Pick<GuidePart, 'item' | 'lang'>): ReactElement | null {
  const { steps, promiseLimit } = item.content
  const drawn = timelineOf(steps, promiseLimit)
  if (drawn.unit === null || drawn.days === 0 || promiseLimit === null) return null
  return (
    <ProcedureChart
      blocks={drawn.blocks.map((b) => ({
        place: b.place,
        name: b.name,
        from: b.from,
        to: b.to,
        lane: b.lane,
        before: b.phase === 'accept',
      }))}
      lanes={drawn.lanes}
      start={drawn.start}
      end={drawn.end}
      promise={drawn.promise}
      promiseText={t(lang, {
        zh: `承诺 ${limitText(promiseLimit, lang)}`,
        en: `promised: ${limitText(promiseLimit, lang)}`,
      })}
    />
  )
}

const ownDays = (step: Step, lang: Lang): string =>
  step.limit.days === 0
    ? t(lang, { zh: '当场', en: 'On the spot' })
    : t(lang, { zh: `${limitText(step.limit, lang)}内`, en: `within ${limitText(step.limit, lang)}` })

/** 「第 1–2 个工作日」 where the stages add up within the promise; otherwise each stage's own limit, its longest branch. */
function stageDays({ steps, promiseLimit }: ItemContent, lang: Lang): string[] {
  const stages = stagesOf(steps).map(slowestOf)
  const after = stages.filter((step) => step.phase !== 'accept')
  const total = after.reduce((sum, step) => sum + step.limit.days, 0)
  const adds =
    promiseLimit !== null &&
    promiseLimit.days >= total &&
    after.every((step) => step.limit.unit === promiseLimit.unit && step.limit.days > 0)
  let from = 1
  return stages.map((step) => {
    if (step.limit.days === 0 || step.phase === 'accept' || !adds) return ownDays(step, lang)
    const to = from + step.limit.days - 1
    const span = from === to ? `${from}` : `${from}–${to}`
    from = to + 1
    return t(lang, { zh: `第 ${span} ${step.limit.unit === 'G' ? '个工作日' : '日'}`, en: `day ${span}` })
  })
}

export function Limits({ id, title, item, lang }: GuidePart): ReactElement {
  const { promiseLimit, legalLimit, promiseLimitNote, legalLimitNote, specialProcedures } = item.content
  const comparable = promiseLimit && legalLimit && promiseLimit.unit === legalLimit.unit
  const rows = [
    {
      term: t(lang, { zh: '承诺时限', en: 'We promise' }),
      value: promiseLimit ? limitText(promiseLimit, lang) : '',
      note: promiseLimitNote,
    },
    {
      term: t(lang, { zh: '法定时限', en: 'The law allows' }),
      value: legalLimit ? limitText(legalLimit, lang) : '',
      note: legalLimitNote,
    },
  ]
  return (
    <Section id={id} title={title}>
      {comparable ? (
        <>
          <DayRuler
            promised={promiseLimit.days}
            statutory={legalLimit.days}
            unit={promiseLimit.unit}
            sentence={promiseSentence(
              promiseLimit.days,
              legalLimit.days,
              limitText(promiseLimit, lang),
              lang,
            )}
          />
          {rows.map(
            (row) =>
              row.note && (
                <p key={row.term} className="section-note">
                  {row.term}：{inChinese(row.note, lang)}
                </p>
              ),
          )}
        </>
      ) : (
        <SummaryList
          rows={rows.map((row) => ({
            term: row.term,
            value: (
              <>
                {row.value}
                {row.note && <p className="fine">{inChinese(row.note, lang)}</p>}
              </>
            ),
          }))}
        />
      )}
      {specialProcedures.length > 0 && (
        <>
          <h3>{t(lang, { zh: '不算在时限里的时间', en: 'Time that does not count' })}</h3>
          <SummaryList
            rows={specialProcedures.map((procedure) => ({
              term: inChinese(procedure.name, lang),
              value: (
                <>
                  {t(lang, {
                    zh: `最长${limitText(procedure, lang)}`,
                    en: `at most ${limitText(procedure, lang)}`,
                  })}
                  {procedure.basis && <p className="fine">{inChinese(procedure.basis, lang)}</p>}
                </>
              ),
            }))}
          />
        </>
      )}
    </Section>
  )
}

function promiseSentence(promised: number, statutory: number, words: string, lang: Lang): string {
  if (promised === 0) return t(lang, { zh: '承诺当场办结。', en: 'Decided on the spot.' })
  if (promised >= statutory)
    return t(lang, { zh: `承诺 ${words}，和法定时限一样。`, en: `We promise ${words}, as the law allows.` })
  const saved = Math.round((1 - promised / statutory) * 100)
  return t(lang, {
    zh: saved === 50 ? `承诺 ${words}，是法定时限的一半。` : `承诺 ${words}，比法定时限短 ${saved}%。`,
    en: `We promise ${words}, ${saved}% less than the law allows.`,
  })
}
