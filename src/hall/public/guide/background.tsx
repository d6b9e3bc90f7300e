import type { ReactElement, ReactNode } from 'react'
import { enquiryLimit, parameterOn } from '../../../regulation/index.ts'
import { dayOfInstant, Fold, fullDay, Phone, Section, SITE, SummaryList, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'
import { inChinese } from './in-chinese.tsx'
import { areaName, formName, itemTypeName, levelName, objectNames, projectTypeName } from './names.ts'
import type { GuidePart } from './page.tsx'

export function LegalBasis({ id, title, item, lang }: GuidePart): ReactElement {
  return (
    <Section id={id} title={title}>
      {item.content.legalBasis.map((basis, i) => (
        <Fold
          key={basis.name + basis.clause}
          open={i === 0}
          summary={inChinese(`《${basis.name.replace(/^《|》$/g, '')}》${basis.clause}`, lang)}
        >
          {basis.content && <p className="small">{inChinese(basis.content, lang)}</p>}
          {basis.number && <p className="fine">{inChinese(basis.number, lang)}</p>}
          {!basis.content && !basis.number && (
            <p className="small">
              {t(lang, { zh: '条文全文请查国家法律法规数据库。', en: 'See the national database of laws.' })}
            </p>
          )}
        </Fold>
      ))}
    </Section>
  )
}

export function Phones({ id, title, item, lang, today, atCounter = false }: GuidePart): ReactElement {
  const { content } = item
  const review = parameterOn('reviewDays', today).value
  const suit = parameterOn('suitMonths', today).value
  const { reviewOrgan, court } = content.remedy
  return (
    <Section id={id} title={title}>
      <SummaryList
        rows={[
          {
            term: t(lang, { zh: '咨询电话', en: 'Questions' }),
            value: (
              <>
                <Phone number={content.consultPhone} />
                <p className="fine">
                  {inChinese([content.organName, content.place?.hours].filter(Boolean).join('，'), lang)}
                </p>
              </>
            ),
          },
          {
            term: t(lang, { zh: '写下来问', en: 'In writing' }),
            value: (
              <>
                {atCounter ? (
                  t(lang, {
                    zh: '扫这一页上面的码，在自己的手机上写',
                    en: 'Scan the code above and write on your own phone',
                  })
                ) : (
                  <a href={PUBLIC.ask({ item: item.itemId })}>
                    {t(lang, { zh: '网上提问', en: 'Ask a question' })}
                  </a>
                )}
                <p className="fine">
                  {t(lang, {
                    zh: `部门 ${enquiryLimit(today).days} 个工作日内答复，不用登录也能问`,
                    en: `answered within ${enquiryLimit(today).days} working days, no sign-in needed`,
                  })}
                </p>
              </>
            ),
          },
          {
            term: t(lang, { zh: '投诉电话', en: 'Complaints' }),
            value: <Phone number={content.complaintPhone} />,
          },
          {
            term: t(lang, { zh: '全天热线', en: 'Day and night' }),
            value: <Phone number={SITE.hotline} />,
          },
        ]}
      />
      <h3>{t(lang, { zh: '不服决定怎么办', en: 'Against a decision' })}</h3>
      <p className="small">
        {lang === 'en' ? (
          <>
            Within {review} days of learning of the decision you may apply to{' '}
            {reviewOrgan ? inChinese(reviewOrgan, lang) : 'the government at the same level'} for
            administrative reconsideration (行政复议), or within {suit} months sue at{' '}
            {court ? inChinese(court, lang) : "the people's court"}.
          </>
        ) : (
          `知道决定之日起 ${review} 日内，可以向${reviewOrgan || '本级人民政府'}申请行政复议（请上级再审一遍，不收费）；或者 ${suit} 个月内向${court || '人民法院'}起诉。`
        )}
      </p>
    </Section>
  )
}

export function Information({ id, title, item, lang, origin }: GuidePart): ReactElement {
  const { content } = item
  const code = (value: string) => (value ? <span className="code">{value}</span> : null)
  const rows: [string, ReactNode][] = [
    [t(lang, { zh: '事项名称', en: 'Name' }), inChinese(content.name, lang)],
    [t(lang, { zh: '基本编码', en: 'Basic code' }), code(content.basicCode)],
    [t(lang, { zh: '实施编码', en: 'Implementation code' }), code(content.implCode)],
    [t(lang, { zh: '业务办理项编码', en: 'Handling item code' }), code(content.handleItemCode)],
    [t(lang, { zh: '事项类型', en: 'Type of item' }), itemTypeName(content.itemType, lang)],
    [t(lang, { zh: '办件类型', en: 'Kind of handling' }), projectTypeName(content.projectType, lang)],
    [
      t(lang, { zh: '办理形式', en: 'Ways to apply' }),
      content.handlingForms.map((form) => formName(form, lang)).join(t(lang, { zh: '、', en: '; ' })),
    ],
    [
      t(lang, { zh: '国家、省级系统', en: 'System of the state or province' }),
      content.stateSystem && inChinese(content.stateSystem, lang),
    ],
    [t(lang, { zh: '实施主体', en: 'Department' }), inChinese(content.organName, lang)],
    [t(lang, { zh: '服务对象', en: 'For' }), objectNames(content.serviceObjects, lang)],
    [t(lang, { zh: '行使层级', en: 'Level' }), levelName(content.level, lang)],
    [t(lang, { zh: '所在地区', en: 'Area' }), areaName(content.areaCode, lang)],
    [
      t(lang, { zh: '沿革', en: 'Came from' }),
      origin && (
        <>
          <a href={PUBLIC.item(origin.itemId)}>{inChinese(origin.organName, lang)}</a>
          {t(lang, { zh: ' 下放，原编码 ', en: ' handed it down; code before ' })}
          <span className="code">{origin.code}</span>
          {origin.document && t(lang, { zh: `，${origin.document}`, en: `, ${origin.document}` })}
        </>
      ),
    ],
    [
      t(lang, { zh: '指南版本', en: 'Version of the guide' }),
      t(lang, {
        zh: `第 ${item.version} 版${item.publishedAt ? `，${fullDay(dayOfInstant(item.publishedAt))}公布` : ''}`,
        en: `${item.version}${item.publishedAt ? `, published on ${fullDay(dayOfInstant(item.publishedAt), 'en')}` : ''}`,
      }),
    ],
  ]
  return (
    <Section
      id={id}
      title={title}
      note={
        content.sample
          ? t(lang, {
              zh: '这个事项是示例：编码、电话、地址都是编的。',
              en: 'A sample item: codes, telephones and addresses are invented.',
            })
          : undefined
      }
    >
      <SummaryList rows={rows.filter(([, value]) => value).map(([term, value]) => ({ term, value }))} />
    </Section>
  )
}

/** What the department wrote, then what others asked, with its day: an answer is as old as it is. */
export function Faq({ id, title, item, lang, answers = [] }: GuidePart): ReactElement {
  return (
    <Section id={id} title={title}>
      {item.content.faq.map(({ q, a }) => (
        <Fold key={q} summary={inChinese(q, lang)}>
          <p>{inChinese(a, lang)}</p>
        </Fold>
      ))}
      {answers.map(({ enquiryId, no, question, answer, answeredOn, itemVersion }) => (
        <Fold key={`${enquiryId}-${no}`} summary={inChinese(question, lang)}>
          <p className="said">{inChinese(answer, lang)}</p>
          <p className="fine">
            {t(lang, {
              zh: `${fullDay(answeredOn)}答复网上提问，当时是指南第 ${itemVersion} 版。`,
              en: `Answered on ${fullDay(answeredOn, 'en')}, when version ${itemVersion} of the guide held.`,
            })}
          </p>
        </Fold>
      ))}
    </Section>
  )
}
