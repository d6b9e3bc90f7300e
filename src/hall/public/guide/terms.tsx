import type { ReactElement, ReactNode } from 'react'
import { DataTable, LicenceFace, Section, Stack, t } from '../../../ui/index.ts'
import { inChinese } from './in-chinese.tsx'
import { formName } from './names.ts'
import type { GuidePart } from './page.tsx'

export function Fee({ id, title, item, lang }: GuidePart): ReactElement {
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
          {inChinese(
            ended(fee.charged ? fee.basis : fee.basis.replace(/^不收费[。，；]?/, '') || fee.basis),
            lang,
          )}
          {!fee.charged &&
            t(lang, { zh: '有人向您收钱，请打 12345。', en: ' If anybody asks you for money, call 12345.' })}
        </p>
      )}
    </Section>
  )
}

export function Forms({ id, title, item, lang }: GuidePart): ReactElement {
  const { handlingForms, steps, counterSteps, place, visits, visitReason, stateSystem } = item.content
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
      {stateSystem && (
        <p className="section-note">
          {t(lang, {
            zh: '网上申请要进国家或省里的系统：',
            en: 'Online through a system of the state or province: ',
          })}
          {inChinese(ended(stateSystem), lang)}
        </p>
      )}
      <p className="section-note">
        {visits > 0 && visitReason && (
          <>
            {t(lang, { zh: '要到现场的原因：', en: 'Why a visit: ' })}
            {inChinese(ended(visitReason), lang)}{' '}
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

export function Result({ id, title, item, lang }: GuidePart): ReactElement {
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
      <Stack>
        <p>
          <b>{inChinese(result.name, lang)}</b>
          {t(lang, { zh: '，结果样本如下：', en: ': a sample of the result' })}
        </p>
        {result.faceFields.length > 0 && (
          <div lang={lang === 'en' ? 'zh-CN' : undefined}>
            <LicenceFace
              name={result.name}
              number="编号：样本"
              specimen
              issuer={organName}
              issued="样本，不是证照"
              fields={result.faceFields.map((field) => ({ term: field.label, value: field.sampleValue }))}
            />
          </div>
        )}
      </Stack>
    </Section>
  )
}

/** Departments often leave the last full stop out; what follows must not run into their words. */
const ended = (text: string): string =>
  /[。！？.]$/.test(text.trim()) || text.trim() === '' ? text : `${text.trim()}。`
