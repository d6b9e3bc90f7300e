import type { ReactElement, ReactNode } from 'react'
import type { ItemContent, Material, Step } from '../../../catalogue/index.ts'
import { parameterOn } from '../../../regulation/index.ts'
import {
  DataTable,
  DayRuler,
  Icon,
  type Lang,
  LicenceFace,
  NoticeCard,
  Section,
  SummaryList,
  TickList,
  Timeline,
  t,
} from '../../../ui/index.ts'
import { fileKinds, formName, limitText, sourceName } from './names.ts'
import type { GuideProps } from './page.tsx'

type Part = GuideProps & { id: string; title: string }

/** Text of the department in Chinese, marked as such on an English page. */
const inChinese = (text: string, lang: Lang): ReactNode =>
  lang === 'en' ? <span lang="zh-CN">{text}</span> : text

export function Conditions({ id, title, item, lang }: Part): ReactElement {
  return (
    <Section
      id={id}
      title={title}
      note={t(lang, {
        zh: '一条一条对照。有一条做不到，先打咨询电话问，再去准备。',
        en: 'Go through them one by one. If you miss one, call before you prepare anything.',
      })}
    >
      <TickList ticks={item.content.conditions.map((condition) => ({ text: inChinese(condition, lang) }))} />
    </Section>
  )
}

const NEEDS = {
  required: null,
  optional: { zh: '没有也可以办', en: 'Not necessary' },
  later: { zh: '可以以后补', en: 'May follow later' },
} as const

export function Materials({ id, title, item, lang }: Part): ReactElement {
  const { materials } = item.content
  if (materials.length === 0)
    return (
      <Section id={id} title={title}>
        <NoticeCard tone="green" title={t(lang, { zh: '什么材料都不用交。', en: 'No material is needed.' })}>
          <p className="small">
            {t(lang, { zh: '在网上填完申请表就可以提交。', en: 'Fill in the form online and submit it.' })}
          </p>
        </NoticeCard>
      </Section>
    )
  const held = materials.filter((material) => material.licenceKind !== '').length
  const own = materials.length - held
  return (
    <Section
      id={id}
      title={title}
      note={t(lang, {
        zh: '网上和窗口要的材料一样。没有列出的，部门不能要。',
        en: 'The same online and at the counter. Nothing else may be asked for.',
      })}
    >
      {held > 0 && (
        <NoticeCard
          tone="green"
          title={t(
            lang,
            own === 0
              ? { zh: '可能一份都不用您准备。', en: 'Perhaps nothing to prepare.' }
              : { zh: `要您准备的，可能只有 ${own} 份。`, en: `Perhaps only ${own} to prepare.` },
          )}
        >
          <p className="small">
            {t(lang, {
              zh: `共 ${materials.length} 份，其中 ${held} 份有电子证照的，您同意后我们自己调取，不用上传。`,
              en: `Of ${materials.length}, ${held} can be answered by e-licences that we fetch with your consent.`,
            })}
          </p>
        </NoticeCard>
      )}
      <DataTable
        caption={t(lang, { zh: '申请材料清单', en: 'List of materials' })}
        columns={[
          t(lang, { zh: '材料', en: 'Material' }),
          t(lang, { zh: '怎么交', en: 'How to hand it in' }),
          t(lang, { zh: '要求', en: 'What makes it right' }),
        ]}
        rows={materials.map((material) => [
          <MaterialName key="name" material={material} lang={lang} />,
          <HowToHandIn key="how" material={material} lang={lang} />,
          <Requirement key="what" material={material} lang={lang} />,
        ])}
      />
    </Section>
  )
}

function MaterialName({ material, lang }: { material: Material; lang: Lang }): ReactElement {
  const need = NEEDS[material.need]
  return (
    <>
      {inChinese(material.name, lang)}
      {need && <span className="tag">{t(lang, need)}</span>}
    </>
  )
}

function HowToHandIn({ material, lang }: { material: Material; lang: Lang }): ReactElement {
  const { originals, copies, form } = material
  const paper = [
    originals > 0 &&
      t(lang, { zh: `原件 ${originals} 份`, en: `${originals} original${originals > 1 ? 's' : ''}` }),
    copies > 0 && t(lang, { zh: `复印件 ${copies} 份`, en: `${copies} cop${copies > 1 ? 'ies' : 'y'}` }),
  ].filter((part) => part !== false)
  const file = t(lang, {
    zh: `上传${fileKinds(material.accept, lang)}，不超过 ${material.maxMegabytes} MB`,
    en: `Upload ${fileKinds(material.accept, lang)}, at most ${material.maxMegabytes} MB`,
  })
  return (
    <>
      {material.licenceKind && (
        <>
          <span className="tag tag-held">
            <Icon name="done" />
            {t(lang, { zh: '有电子证照的不用交', en: 'E-licence answers it' })}
          </span>
          <br />
        </>
      )}
      {material.licenceKind ? (
        <span className="fine">{t(lang, { zh: `没有的：${file}`, en: `Otherwise: ${file}` })}</span>
      ) : (
        file
      )}
      {form !== 'electronic' && paper.length > 0 && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '到窗口办的带', en: 'At the counter: ' })}
            {paper.join(t(lang, { zh: '、', en: ', ' }))}
          </span>
        </>
      )}
      {material.courierAllowed && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '也可以快递寄到窗口', en: 'Or send it to the counter by courier' })}
          </span>
        </>
      )}
    </>
  )
}

function Requirement({ material, lang }: { material: Material; lang: Lang }): ReactElement {
  const { standard, source, sourceOrgan, basis } = material
  return (
    <>
      {standard ? inChinese(standard, lang) : t(lang, { zh: '字迹清楚、内容完整', en: 'Legible and whole' })}
      <br />
      <span className="fine">
        {t(lang, { zh: '来源：', en: 'Source: ' })}
        {sourceName(source, lang)}
        {sourceOrgan && inChinese(`（${sourceOrgan}）`, lang)}
      </span>
      {basis && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '依据：', en: 'Basis: ' })}
            {inChinese(basis, lang)}
          </span>
        </>
      )}
    </>
  )
}

export function Steps({ id, title, item, lang, today }: Part): ReactElement {
  const { steps, promiseLimit, result } = item.content
  const deemed = parameterOn('acceptanceDays', today)
  const days = stepDays(item.content, lang)
  const told = (step: Step) => (
    <>
      {step.note && inChinese(step.note, lang)}
      {step.phase === 'accept' &&
        t(lang, {
          zh: ` ${deemed.value} 个工作日不答复，视为受理。`,
          en: ` No answer within ${deemed.value} working days counts as acceptance.`,
        })}
      {step.standard && (
        <span className="fine">
          {' '}
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
          ...steps.map((step, i) => ({ title: inChinese(step.name, lang), days: days[i], text: told(step) })),
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

/** 「第 1–2 个工作日」 where the steps add up within the promise; otherwise each step's own limit. */
function stepDays({ steps, promiseLimit }: ItemContent, lang: Lang): string[] {
  const after = steps.filter((step) => step.phase !== 'accept')
  const total = after.reduce((sum, step) => sum + step.limit.days, 0)
  const adds =
    promiseLimit !== null &&
    promiseLimit.days >= total &&
    after.every((step) => step.limit.unit === promiseLimit.unit && step.limit.days > 0)
  let from = 1
  return steps.map((step) => {
    if (step.limit.days === 0) return t(lang, { zh: '当场', en: 'On the spot' })
    if (step.phase === 'accept' || !adds)
      return t(lang, { zh: `${limitText(step.limit, lang)}内`, en: `within ${limitText(step.limit, lang)}` })
    const to = from + step.limit.days - 1
    const span = from === to ? `${from}` : `${from}–${to}`
    from = to + 1
    return t(lang, { zh: `第 ${span} ${step.limit.unit === 'G' ? '个工作日' : '日'}`, en: `day ${span}` })
  })
}

export function Limits({ id, title, item, lang }: Part): ReactElement {
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

export function Fee({ id, title, item, lang }: Part): ReactElement {
  const { fee } = item.content
  return (
    <Section id={id} title={title}>
      <p>
        <b>
          {t(
            lang,
            fee?.charged
              ? { zh: '收费。', en: 'A fee is charged.' }
              : { zh: '不收费。', en: 'Free of charge.' },
          )}
        </b>
      </p>
      {fee?.charged && fee.items.length > 0 && (
        <DataTable
          caption={t(lang, { zh: '收费标准', en: 'Rates' })}
          columns={[
            t(lang, { zh: '项目', en: 'For' }),
            t(lang, { zh: '标准', en: 'Rate' }),
            t(lang, { zh: '依据', en: 'Basis' }),
          ]}
          rows={fee.items.map((one) => [
            inChinese(one.name, lang),
            inChinese(one.standard, lang),
            inChinese(one.basis, lang),
          ])}
        />
      )}
      {fee && (
        <p className="section-note">
          {t(lang, { zh: '收费依据：', en: 'Basis: ' })}
          {inChinese(fee.basis, lang)}
          {!fee.charged &&
            t(lang, { zh: ' 有人向您收钱，请打 12345。', en: ' If anybody asks you for money, call 12345.' })}
        </p>
      )}
    </Section>
  )
}

export function Forms({ id, title, item, lang }: Part): ReactElement {
  const { handlingForms, steps, counterSteps, place, visits, visitReason } = item.content
  const times = (n: number) => t(lang, { zh: `${n} 次`, en: String(n) })
  const online = handlingForms.filter((form) => form === '2' || form === '3')
  const rows: ReactNode[][] = []
  if (online.length > 0)
    rows.push([
      online.map((form) => formName(form, lang)).join(t(lang, { zh: '、', en: '; ' })),
      t(lang, { zh: '随时可以提交，不分上下班', en: 'At any hour' }),
      steps.length + 1,
      times(visits),
    ])
  if (handlingForms.includes('1'))
    rows.push([
      formName('1', lang),
      place ? (
        <>
          {inChinese(place.name, lang)}
          <br />
          <span className="fine">
            {inChinese([place.address, place.hours, place.traffic].filter(Boolean).join('；'), lang)}
          </span>
        </>
      ) : (
        t(lang, { zh: '地址请打咨询电话', en: 'Call for the address' })
      ),
      counterSteps.length || steps.length + 1,
      times(Math.max(1, visits)),
    ])
  for (const form of ['4', '9'] as const)
    if (handlingForms.includes(form))
      rows.push([
        formName(form, lang),
        form === '4'
          ? t(lang, {
              zh: '网上填表，标明可以快递的材料寄到窗口',
              en: 'Form online; materials marked so go to the counter by courier',
            })
          : t(lang, { zh: '请打咨询电话', en: 'Call the department' }),
        steps.length + 1,
        times(visits),
      ])
  return (
    <Section id={id} title={title}>
      <DataTable
        caption={t(lang, { zh: '各种办法对照', en: 'The ways compared' })}
        columns={[
          t(lang, { zh: '方式', en: 'Way' }),
          t(lang, { zh: '怎么办', en: 'How' }),
          t(lang, { zh: '环节', en: 'Steps' }),
          t(lang, { zh: '跑几次', en: 'Visits' }),
        ]}
        rows={rows}
      />
      <p className="section-note">
        {visits > 0 && visitReason && (
          <>
            {t(lang, { zh: '要到现场的原因：', en: 'Why a visit: ' })}
            {inChinese(visitReason, lang)}{' '}
          </>
        )}
        {t(lang, {
          zh: '已经在窗口办了的，不用再到网上补填。',
          en: 'What was filed at the counter need not be filed online again.',
        })}
      </p>
    </Section>
  )
}

export function Result({ id, title, item, lang }: Part): ReactElement {
  const { result, organName } = item.content
  if (!result || result.type === 'none')
    return (
      <Section id={id} title={title}>
        <p>
          <b>
            {result?.name ? inChinese(result.name, lang) : t(lang, { zh: '没有结果文书', en: 'No document' })}
          </b>
        </p>
        <p className="section-note">
          {t(lang, {
            zh: '这件事办结后不发证照、批文，所以没有结果样本。',
            en: 'Nothing is issued at the end, so there is no sample.',
          })}
        </p>
      </Section>
    )
  const { validMonths } = result
  const valid =
    validMonths === null
      ? t(lang, { zh: '没有规定有效期。', en: 'No term of validity.' })
      : t(
          lang,
          validMonths % 12 === 0
            ? { zh: `有效期 ${validMonths / 12} 年。`, en: `Valid for ${validMonths / 12} years.` }
            : { zh: `有效期 ${validMonths} 个月。`, en: `Valid for ${validMonths} months.` },
        )
  return (
    <Section
      id={id}
      title={title}
      note={`${valid}${t(lang, { zh: '电子的和纸质的效力相同。', en: ' Electronic and paper documents have the same force.' })}`}
    >
      <p>
        <b>{inChinese(result.name, lang)}</b>
        {t(lang, { zh: '，结果样本如下：', en: ': a sample of the result' })}
      </p>
      {result.faceFields.length > 0 && (
        <div lang={lang === 'en' ? 'zh-CN' : undefined}>
          <LicenceFace
            name={result.name}
            number={t('zh', { zh: '编号：样本示例', en: '' })}
            specimen
            issuer={organName}
            issued="样本示例"
            fields={result.faceFields.map((field) => ({ term: field.label, value: field.sampleValue }))}
          />
        </div>
      )}
    </Section>
  )
}
