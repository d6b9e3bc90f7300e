/** Art. 7: a guide (办事指南) lacks nothing, and its promise keeps within the law. */

import type { Limit } from '../clock.ts'
import { limitInWords } from '../clock-sentences.ts'
import { type Ruling, ruling, type Sentence, saysNothing } from '../ruling.ts'

export interface GuideFacts {
  name: string | null
  basicCode: string | null
  implCode: string | null
  itemType: string | null
  legalBasis: { name: string; clause: string }[] | null
  conditions: string | null
  materials: { name: string }[] | null
  /** The organ says that this item needs no material at all; an empty list alone says nothing. */
  noMaterialsNeeded: boolean | null
  procedure: { name: string; limit: string }[] | null
  legalLimit: Limit | null
  promiseLimit: Limit | null
  fee: { charged: boolean; basis: string } | null
  handlingForms: string[] | null
  /** Name or file of the sample, or the reason why there is none. */
  resultSample: string | null
  consultPhone: string | null
  complaintPhone: string | null
}

interface Element {
  key: string
  zh: string
  en: string
  /** What the clerk has to do about it; null when the element is there. */
  lack(facts: GuideFacts): Sentence | null
}

function text(
  key: 'name' | 'basicCode' | 'implCode' | 'itemType' | 'conditions',
  zh: string,
  en: string,
): Element {
  return {
    key,
    zh,
    en,
    lack: (facts) =>
      saysNothing(facts[key]) ? { zh: `填写${zh}`, en: `Enter the ${en.toLowerCase()}` } : null,
  }
}

function limit(key: 'legalLimit' | 'promiseLimit', zh: string, en: string): Element {
  return {
    key,
    zh,
    en,
    lack: ({ [key]: value }) =>
      value && Number.isInteger(value.days) && value.days >= 0
        ? null
        : {
            zh: `填写${zh}的天数和单位（工作日或自然日），当场办结填 0`,
            en: `Enter the ${en.toLowerCase()} with its unit, 0 for the same day`,
          },
  }
}

const ELEMENTS: readonly Element[] = [
  text('name', '事项名称', 'Name of the item'),
  text('basicCode', '基本编码', 'Basic code'),
  text('implCode', '实施编码', 'Implementation code'),
  text('itemType', '事项类型', 'Type of item'),
  {
    key: 'legalBasis',
    zh: '设定依据',
    en: 'Legal basis',
    lack: ({ legalBasis }) =>
      listed(legalBasis, (b) => !saysNothing(b.name) && !saysNothing(b.clause))
        ? null
        : {
            zh: '填写设定依据，每条写明文件名称和条款',
            en: 'Name each law the item rests on, with its clause',
          },
  },
  text('conditions', '受理条件', 'Conditions of acceptance'),
  {
    key: 'materials',
    zh: '申请材料',
    en: 'Materials',
    lack({ materials, noMaterialsNeeded }) {
      if (!materials?.length)
        return noMaterialsNeeded
          ? null
          : {
              zh: '列出申请材料；确实不需要材料的，勾选“无需提交材料”',
              en: 'List the materials, or tick that none is needed',
            }
      const nameless = materials.findIndex((m) => saysNothing(m.name))
      return nameless === -1
        ? null
        : {
            zh: `填写第 ${nameless + 1} 份申请材料的名称`,
            en: `Enter the name of material ${nameless + 1}`,
          }
    },
  },
  {
    key: 'procedure',
    zh: '办理流程',
    en: 'Procedure',
    lack: ({ procedure }) =>
      listed(procedure, (s) => !saysNothing(s.name) && !saysNothing(s.limit))
        ? null
        : {
            zh: '列出办理环节，每个环节写明名称和时限',
            en: 'List the steps, each with its name and limit',
          },
  },
  limit('legalLimit', '法定时限', 'Statutory limit'),
  limit('promiseLimit', '承诺时限', 'Promised limit'),
  {
    key: 'fee',
    zh: '收费依据',
    en: 'Basis of fees',
    lack: ({ fee }) =>
      fee && (!fee.charged || !saysNothing(fee.basis))
        ? null
        : {
            zh: fee ? '收费事项须写明收费依据' : '写明是否收费，收费的写明依据',
            en: fee ? 'Name the basis of the fee' : 'Say whether a fee is charged and on what basis',
          },
  },
  {
    key: 'handlingForms',
    zh: '办理形式',
    en: 'Ways of handling',
    lack: ({ handlingForms }) =>
      listed(handlingForms, (form) => !saysNothing(form))
        ? null
        : { zh: '至少选择一种办理形式', en: 'Choose at least one way of handling' },
  },
  {
    key: 'resultSample',
    zh: '结果样本',
    en: 'Sample of the result',
    lack: ({ resultSample }) =>
      saysNothing(resultSample)
        ? {
            zh: '上传结果样本；没有结果文书的，写明原因',
            en: 'Attach a sample of the result, or say why there is none',
          }
        : null,
  },
  {
    key: 'phones',
    zh: '咨询投诉电话',
    en: 'Telephone for questions and complaints',
    lack({ consultPhone, complaintPhone }) {
      const lacking = [
        saysNothing(consultPhone) && { zh: '咨询电话', en: 'for questions' },
        saysNothing(complaintPhone) && { zh: '投诉电话', en: 'for complaints' },
      ].filter((phone) => phone !== false)
      return lacking.length === 0
        ? null
        : {
            zh: `填写${lacking.map((phone) => phone.zh).join('和')}`,
            en: `Enter the telephone ${lacking.map((phone) => phone.en).join(' and ')}`,
          }
    },
  },
]

function listed<T>(list: readonly T[] | null, whole: (entry: T) => boolean): boolean {
  return list !== null && list !== undefined && list.length > 0 && list.every(whole)
}

/** The fourteen elements that Art. 7 names, in its order. */
export const GUIDE_ELEMENTS: readonly { key: string; zh: string; en: string }[] = ELEMENTS.map(
  ({ key, zh, en }) => ({ key, zh, en }),
)

/** Is the guide complete? `missing` holds the elements to fill in, in the order of the article. */
export function guideIsComplete(facts: GuideFacts): {
  ruling: Ruling
  missing: { key: string; sentence: Sentence }[]
} {
  const missing = ELEMENTS.flatMap((element) => {
    const sentence = element.lack(facts)
    return sentence ? [{ key: element.key, zh: element.zh, en: element.en, sentence }] : []
  })
  return {
    ruling: ruling(
      '7.1',
      missing.length === 0 ? 'met' : 'not-met',
      { elements: ELEMENTS.length, missing: missing.map((m) => m.key) },
      missing.length === 0
        ? { zh: '办事指南十四项要素齐全。', en: 'The guide has all fourteen elements.' }
        : {
            zh: `办事指南缺 ${missing.length} 项，不能发布：${missing.map((m) => m.zh).join('、')}。`,
            en: `The guide cannot be published; ${missing.length} missing: ${missing.map((m) => m.en).join(', ')}.`,
          },
    ),
    missing: missing.map(({ key, sentence }) => ({ key, sentence })),
  }
}

/**
 * The promised limit may not be longer than the statutory one. Across units only what is certain is decided:
 * n working days never take fewer than n calendar days, so the rest is left to a person.
 */
export function promiseWithinLaw(legal: Limit, promise: Limit): Ruling {
  const facts = { legal, promise }
  const words = {
    legal: limitInWords(legal.days, legal.unit),
    promise: limitInWords(promise.days, promise.unit),
  }
  const fits = promise.days <= legal.days
  const certain = legal.unit === promise.unit || promise.days === 0 || (promise.unit === 'Z' ? fits : !fits)
  if (!certain)
    return ruling('7.1', 'needs-a-person', facts, {
      zh: `承诺时限（${words.promise.zh}）与法定时限（${words.legal.zh}）单位不同，须由人核对。`,
      en: `The promised limit (${words.promise.en}) and the statutory limit (${words.legal.en}) differ in unit; a person must compare them.`,
    })
  return fits
    ? ruling('7.1', 'met', facts, {
        zh: `承诺时限（${words.promise.zh}）不超过法定时限（${words.legal.zh}）。`,
        en: `The promised limit (${words.promise.en}) keeps within the statutory limit (${words.legal.en}).`,
      })
    : ruling('7.1', 'not-met', facts, {
        zh: `承诺时限（${words.promise.zh}）超过法定时限（${words.legal.zh}），须缩短。`,
        en: `The promised limit (${words.promise.en}) exceeds the statutory limit (${words.legal.en}) and must be shortened.`,
      })
}
