import type { ItemContent, ItemVersion } from '../../../catalogue/index.ts'
import { dayText, type GuideSheet } from '../../../documents/index.ts'
import { parameterOn } from '../../../regulation/index.ts'
import { dayOfInstant, type Lang, SITE, t } from '../../../ui/index.ts'
import {
  areaName,
  fileKinds,
  formName,
  itemTypeName,
  levelName,
  limitText,
  objectNames,
  projectTypeName,
  sourceName,
} from '../guide/names.ts'

/**
 * The printed guide of one version: the same fourteen elements of Art. 7 and the same words as the public page. What the
 * department wrote stays Chinese on an English sheet.
 */
export function guideSheet(item: ItemVersion, lang: Lang, qrUrl: string): GuideSheet {
  const c = item.content
  const day = item.publishedAt ? dayOfInstant(item.publishedAt) : '2018-10-15'
  const name = lang === 'en' && c.nameEn ? c.nameEn : c.name
  return {
    lang,
    title: name,
    organ: c.organName,
    summary: lang === 'en' && c.summaryEn ? c.summaryEn : c.summary,
    sample: c.sample,
    sampleText: t(lang, { zh: '示例', en: 'Sample 示例' }),
    versionText: t(lang, {
      zh: `第 ${item.version} 版，${dayText(day)}起施行`,
      en: `version ${item.version}, in force since ${day}`,
    }),
    date: day,
    figures: figures(c, lang),
    conditions: { title: t(lang, { zh: '受理条件', en: 'Conditions' }), lines: c.conditions },
    materials: materials(c, lang),
    steps: steps(c, lang),
    fee: fee(c, lang),
    result: result(c, lang),
    basis: {
      title: t(lang, { zh: '设定依据', en: 'Legal basis' }),
      lines: c.legalBasis.map(
        (b) => `《${b.name.replace(/^《|》$/g, '')}》${b.clause}${b.number ? `（${b.number}）` : ''}`,
      ),
    },
    facts: [places(c, lang), phones(c, lang, day), codes(c, lang)],
    qrUrl,
    qrCaption: t(lang, { zh: '扫码看是不是现行的', en: 'Scan: is this still in force?' }),
    pageText: t(lang, { zh: '第 {n} 页，共 {of} 页', en: 'page {n} of {of}' }),
  }
}

function figures(c: ItemContent, lang: Lang): GuideSheet['figures'] {
  return [
    {
      term: t(lang, { zh: '承诺时限', en: 'Promised limit' }),
      value: c.promiseLimit ? limitText(c.promiseLimit, lang) : '—',
      note: t(lang, { zh: '受理后办结', en: 'from acceptance' }),
    },
    {
      term: t(lang, { zh: '法定时限', en: 'Statutory limit' }),
      value: c.legalLimit ? limitText(c.legalLimit, lang) : '—',
      note: '',
    },
    {
      term: t(lang, { zh: '跑现场', en: 'Visits' }),
      value: t(lang, { zh: `${c.visits} 次`, en: String(c.visits) }),
      note: c.visits > 0 && lang === 'zh' ? c.visitReason : '',
    },
    {
      term: t(lang, { zh: '收费', en: 'Fee' }),
      value: t(lang, c.fee?.charged ? { zh: '收费', en: 'Charged' } : { zh: '不收费', en: 'Free' }),
      note: '',
    },
  ]
}

function materials(c: ItemContent, lang: Lang): GuideSheet['materials'] {
  const need = {
    required: { zh: '必要', en: 'required' },
    optional: { zh: '有就交', en: 'if you have it' },
    later: { zh: '可以后补', en: 'may follow' },
  } as const
  const copies = (originals: number, copied: number) =>
    [
      originals > 0 && t(lang, { zh: `原件 ${originals} 份`, en: `${originals} original` }),
      copied > 0 && t(lang, { zh: `复印件 ${copied} 份`, en: `${copied} copies` }),
    ]
      .filter(Boolean)
      .join(t(lang, { zh: '，', en: ', ' }))
  return {
    title: t(lang, { zh: '申请材料', en: 'Materials' }),
    heads: [
      t(lang, { zh: '材料', en: 'Material' }),
      t(lang, { zh: '要不要', en: 'Need' }),
      t(lang, { zh: '从哪来、什么样', en: 'From where, in which form' }),
      t(lang, { zh: '要求和依据', en: 'Demands and basis' }),
    ],
    rows: c.materials.map((m) => [
      m.namedList.length > 0 ? `${m.name}\n${m.namedList.join('；')}` : m.name,
      t(lang, need[m.need]),
      [
        sourceName(m.source, lang),
        m.form === 'paper' ? '' : fileKinds(m.accept, lang),
        copies(m.originals, m.copies),
        m.licenceKind &&
          t(lang, { zh: '有电子证照的，不用交', en: 'not needed where the e-licence is there' }),
      ]
        .filter(Boolean)
        .join('\n'),
      [m.standard, m.note, m.basis && t(lang, { zh: `依据：${m.basis}`, en: `Basis: ${m.basis}` })]
        .filter(Boolean)
        .join('\n'),
    ]),
    none: t(lang, { zh: '不需要提交材料。', en: 'No material is needed.' }),
  }
}

function steps(c: ItemContent, lang: Lang): GuideSheet['steps'] {
  return {
    title: t(lang, { zh: '办理流程', en: 'Procedure' }),
    heads: [
      t(lang, { zh: '环节', en: 'Step' }),
      t(lang, { zh: '时限', en: 'Limit' }),
      t(lang, { zh: '看什么', en: 'What is examined' }),
    ],
    rows: c.steps.map((s) => [
      s.parallel ? t(lang, { zh: `${s.name}（同时进行）`, en: `${s.name} (at the same time)` }) : s.name,
      limitText(s.limit, lang),
      s.standard,
    ]),
    note: c.specialProcedures
      .map((p) =>
        t(lang, {
          zh: `${p.name}所需 ${p.days} ${p.unit === 'G' ? '个工作日' : '个自然日'}不计入承诺时限（${p.basis}）。`,
          en: `${p.name}: ${p.days} ${p.unit === 'G' ? 'working' : 'calendar'} days outside the promise (${p.basis}).`,
        }),
      )
      .join(' '),
  }
}

function fee({ fee }: ItemContent, lang: Lang): GuideSheet['fee'] {
  const free = t(lang, { zh: '不收费。', en: 'Free of charge.' })
  const stated = fee?.charged ? fee.basis : (fee?.basis ?? '').replace(/^不收费[。，；]?/, '')
  const basis = stated ? t(lang, { zh: `依据：${stated}`, en: `Basis: ${stated}` }) : ''
  return {
    title: t(lang, { zh: '收费', en: 'Fees' }),
    text: fee?.charged ? basis : `${free}${basis && lang === 'en' ? ' ' : ''}${basis}`,
    heads: [
      t(lang, { zh: '项目', en: 'For' }),
      t(lang, { zh: '标准', en: 'Rate' }),
      t(lang, { zh: '依据', en: 'Basis' }),
    ],
    rows: fee?.charged ? fee.items.map((one) => [one.name, one.standard, one.basis]) : [],
  }
}

function result({ result }: ItemContent, lang: Lang): GuideSheet['result'] {
  const title = t(lang, { zh: '办理结果和样本', en: 'Result, with a sample' })
  const nothing = t(lang, { zh: '本事项不产生结果文书', en: 'Nothing is issued at the end' })
  if (!result || result.type === 'none') return { title, name: result?.name || nothing, face: [], note: '' }
  return {
    title,
    name: result.name,
    face: result.faceFields.map((f) => ({ term: f.label, value: f.sampleValue })),
    note: t(lang, {
      zh: '以上为样本，不是证照。电子的和纸质的效力相同。',
      en: 'A sample, not a licence. Electronic and paper documents have the same force.',
    }),
  }
}

function places(c: ItemContent, lang: Lang): GuideSheet['facts'][0] {
  const rows = [
    {
      term: t(lang, { zh: '办理形式', en: 'Ways to apply' }),
      value: c.handlingForms.map((f) => formName(f, lang)).join(t(lang, { zh: '、', en: '; ' })),
    },
  ]
  if (c.stateSystem)
    rows.push({
      term: t(lang, { zh: '国家、省级系统', en: 'System of the state or province' }),
      value: c.stateSystem,
    })
  if (c.place?.address)
    rows.push({
      term: t(lang, { zh: '窗口', en: 'Counter' }),
      value: [
        c.place.name.includes(c.place.windows) ? c.place.name : `${c.place.name} ${c.place.windows}`,
        c.place.address,
        c.place.traffic,
      ]
        .filter(Boolean)
        .join('\n'),
    })
  if (c.place?.hours)
    rows.push({ term: t(lang, { zh: '办公时间', en: 'Office hours' }), value: c.place.hours })
  rows.push({
    term: t(lang, { zh: '谁可以申请', en: 'Who may apply' }),
    value: objectNames(c.serviceObjects, lang),
  })
  return { title: t(lang, { zh: '去哪里办', en: 'Where' }), rows }
}

function phones(c: ItemContent, lang: Lang, day: string): GuideSheet['facts'][0] {
  const review = parameterOn('reviewDays', day).value
  const suit = parameterOn('suitMonths', day).value
  return {
    title: t(lang, { zh: '电话和救济', en: 'Telephone and remedies' }),
    rows: [
      { term: t(lang, { zh: '咨询电话', en: 'Questions' }), value: c.consultPhone },
      { term: t(lang, { zh: '投诉电话', en: 'Complaints' }), value: c.complaintPhone },
      { term: t(lang, { zh: '全天热线', en: 'Day and night' }), value: SITE.hotline },
      {
        term: t(lang, { zh: '不服决定', en: 'Against a decision' }),
        value: t(lang, {
          zh: `${review} 日内向${c.remedy.reviewOrgan}申请行政复议，或 ${suit} 个月内向${c.remedy.court}起诉`,
          en: `Review within ${review} days: ${c.remedy.reviewOrgan}; lawsuit within ${suit} months: ${c.remedy.court}`,
        }),
      },
    ],
  }
}

function codes(c: ItemContent, lang: Lang): GuideSheet['facts'][0] {
  const rows = [
    { term: t(lang, { zh: '事项名称', en: 'Name' }), value: c.name },
    { term: t(lang, { zh: '基本编码', en: 'Basic code' }), value: c.basicCode },
    { term: t(lang, { zh: '实施编码', en: 'Implementation code' }), value: c.implCode },
    { term: t(lang, { zh: '业务办理项编码', en: 'Handling item code' }), value: c.handleItemCode },
    { term: t(lang, { zh: '事项类型', en: 'Type' }), value: itemTypeName(c.itemType, lang) },
    { term: t(lang, { zh: '办件类型', en: 'Handling' }), value: projectTypeName(c.projectType, lang) },
    {
      term: t(lang, { zh: '行使层级', en: 'Level' }),
      value: `${levelName(c.level, lang)}，${areaName(c.areaCode, lang)}`,
    },
  ]
  return {
    title: t(lang, { zh: '事项信息', en: 'About this item' }),
    rows: rows.filter((r) => r.value !== ''),
  }
}
