/** Art. 8: what each level of real-name assurance opens, by kind of subject. */
import { type Ruling, ruling, type Sentence } from '../ruling.ts'

export type SubjectKind =
  | 'person'
  | 'foreign-person'
  | 'enterprise'
  | 'cooperative'
  | 'foreign-representative'
  | 'institution'
  | 'organisation'

/** 0 非实名, 1 初级, 2 中级, 3 高级. */
export type AssuranceLevel = 0 | 1 | 2 | 3

export type HallFunction =
  | 'browse'
  | 'favourite'
  | 'book'
  | 'provident-fund'
  | 'medical-insurance'
  | 'social-security'
  | 'personal-licences'
  | 'apply-online'
  | 'enterprise-credit'
  | 'enterprise-licences'

export const LEVELS: Record<AssuranceLevel, Sentence> = {
  0: { zh: '非实名', en: 'no real-name check' },
  1: { zh: '初级认证', en: 'basic assurance' },
  2: { zh: '中级认证', en: 'medium assurance' },
  3: { zh: '高级认证', en: 'high assurance' },
}

type Audience = 'anyone' | 'persons' | 'bodies'

interface Opening extends Sentence {
  level: AssuranceLevel
  clause: string
  audience: Audience
}

/** Each function with the first level that opens it; every higher level opens it too. */
export const FUNCTIONS: Record<HallFunction, Opening> = {
  browse: { zh: '信息浏览', en: 'reading', level: 0, clause: '8.1(1)', audience: 'anyone' },
  favourite: { zh: '信息收藏', en: 'favourites', level: 0, clause: '8.1(1)', audience: 'anyone' },
  book: { zh: '办事预约', en: 'booking a visit', level: 1, clause: '8.1(2)', audience: 'anyone' },
  'provident-fund': {
    zh: '个人公积金',
    en: 'own provident fund',
    level: 1,
    clause: '8.1(2)',
    audience: 'persons',
  },
  'medical-insurance': {
    zh: '个人医保',
    en: 'own medical insurance',
    level: 1,
    clause: '8.1(2)',
    audience: 'persons',
  },
  'social-security': {
    zh: '个人社保',
    en: 'own social security',
    level: 1,
    clause: '8.1(2)',
    audience: 'persons',
  },
  'enterprise-credit': {
    zh: '企业信用',
    en: 'enterprise credit',
    level: 1,
    clause: '8.1(2)',
    audience: 'bodies',
  },
  'personal-licences': {
    zh: '个人证照',
    en: 'personal licences',
    level: 2,
    clause: '8.1(3)',
    audience: 'persons',
  },
  'apply-online': { zh: '在线申报', en: 'applying online', level: 2, clause: '8.1(3)', audience: 'anyone' },
  'enterprise-licences': {
    zh: '企业证照',
    en: 'enterprise licences',
    level: 2,
    clause: '8.1(3)',
    audience: 'bodies',
  },
}

const CREDENTIALS: Record<SubjectKind, readonly string[]> = {
  person: ['身份证号', '社保号'],
  'foreign-person': ['外国（地区）护照号'],
  enterprise: ['统一社会信用代码'],
  cooperative: ['统一社会信用代码'],
  'foreign-representative': ['统一社会信用代码'],
  institution: ['法人证', '其他具有法律效力的证件'],
  organisation: ['法人证', '其他具有法律效力的证件'],
}

/** The credentials any one of which proves the real name of such a subject (Art. 8, first paragraph). */
export function credentialOf(kind: SubjectKind): readonly string[] {
  return CREDENTIALS[kind]
}

export function isPerson(kind: SubjectKind): boolean {
  return kind === 'person' || kind === 'foreign-person'
}

/** May a subject of this kind at this level use the function? Says the level that it needs, and why. */
export function mayUse(fn: HallFunction, level: AssuranceLevel, kind: SubjectKind): Ruling {
  const { zh, en, level: needed, clause, audience } = FUNCTIONS[fn]
  const facts = { function: fn, level, needed, kind, audience }
  if (audience !== 'anyone' && (audience === 'persons') !== isPerson(kind))
    return ruling(
      clause,
      'not-met',
      facts,
      audience === 'persons'
        ? { zh: `“${zh}”仅供自然人使用。`, en: `Only natural persons can use "${en}".` }
        : { zh: `“${zh}”仅供法人和其他组织使用。`, en: `Only companies and organisations can use "${en}".` },
    )
  if (level >= needed)
    return ruling(clause, 'met', facts, {
      zh: `${LEVELS[level].zh}可以使用“${zh}”。`,
      en: `"${en}" is open at ${LEVELS[level].en}.`,
    })
  const proof = credentialOf(kind)
  return ruling(clause, 'not-met', facts, {
    zh: `“${zh}”需要${LEVELS[needed].zh}，您现在是${LEVELS[level].zh}。凭${proof.join('或')}认证后可以使用。`,
    en: `"${en}" needs ${LEVELS[needed].en}; you have ${LEVELS[level].en}. Verify your real name at that level to go on.`,
  })
}
