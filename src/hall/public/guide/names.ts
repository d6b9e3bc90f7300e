/** Words for the codes of a guide, in both languages of the hall. */
import {
  HANDLING_FORM_NAMES,
  ITEM_TYPE_NAMES,
  type Limit,
  type MediaKind,
  SERVICE_OBJECT_NAMES,
} from '../../../catalogue/index.ts'
import { limitInWords } from '../../../regulation/index.ts'
import { type Lang, type Text, t } from '../../../ui/index.ts'

const ITEM_TYPES_EN: Record<string, string> = {
  '01': 'Administrative licence',
  '05': 'Administrative payment',
  '07': 'Administrative confirmation',
  '08': 'Administrative award',
  '09': 'Administrative ruling',
  '10': 'Other administrative power',
  '20': 'Public service',
  '21': 'Public service',
}
const OBJECTS_EN: Record<string, string> = {
  '1': 'natural persons',
  '2': 'enterprises',
  '3': 'public institutions',
  '4': 'social organisations',
  '5': 'administrative organs',
  '6': 'other organisations',
}
const FORMS_EN: Record<string, string> = {
  '1': 'at the counter',
  '2': 'online, by computer',
  '3': 'online, by phone',
  '4': 'by courier',
  '9': 'other',
}
const LEVELS: Record<string, Text> = {
  '1': { zh: '国家级', en: 'national' },
  '2': { zh: '省级', en: 'provincial' },
  '3': { zh: '市级', en: 'municipal' },
  '4': { zh: '县（区）级', en: 'district' },
  '5': { zh: '乡镇（街道）级', en: 'township' },
  '6': { zh: '村（社区）级', en: 'village' },
}
const SOURCES: Record<string, Text> = {
  '10': { zh: '您自备', en: 'from you' },
  '20': { zh: '政府部门核发', en: 'issued by a department' },
  '30': { zh: '中介机构出具', en: 'issued by an agency' },
  '99': { zh: '其他来源', en: 'from elsewhere' },
}
const AREAS: Record<string, Text> = {
  '350100': { zh: '福州市', en: 'Fuzhou' },
  '350102': { zh: '鼓楼区', en: 'Gulou' },
  '350103': { zh: '台江区', en: 'Taijiang' },
  '350104': { zh: '仓山区', en: 'Cangshan' },
  '350105': { zh: '马尾区', en: 'Mawei' },
  '350111': { zh: '晋安区', en: "Jin'an" },
  '350112': { zh: '长乐区', en: 'Changle' },
  '350121': { zh: '闽侯县', en: 'Minhou' },
  '350122': { zh: '连江县', en: 'Lianjiang' },
  '350123': { zh: '罗源县', en: 'Luoyuan' },
  '350124': { zh: '闽清县', en: 'Minqing' },
  '350125': { zh: '永泰县', en: 'Yongtai' },
  '350128': { zh: '平潭县', en: 'Pingtan' },
  '350181': { zh: '福清市', en: 'Fuqing' },
}

/** A code that we have no word for is shown as it stands. */
const named = (names: Record<string, Text>, code: string, lang: Lang): string => {
  const known = names[code]
  return known ? t(lang, known) : code
}

export const areaName = (code: string, lang: Lang): string => named(AREAS, code.slice(0, 6), lang)
export const levelName = (code: string, lang: Lang): string => named(LEVELS, code, lang)
export const sourceName = (code: string, lang: Lang): string => named(SOURCES, code, lang)
export const itemTypeName = (code: string, lang: Lang): string =>
  (lang === 'en' ? ITEM_TYPES_EN[code] : undefined) ?? ITEM_TYPE_NAMES[code] ?? code
export const formName = (code: string, lang: Lang): string =>
  (lang === 'en' ? FORMS_EN[code] : HANDLING_FORM_NAMES[code]) ?? code
export const objectNames = (codes: readonly string[], lang: Lang): string =>
  codes
    .map((code) => (lang === 'en' ? OBJECTS_EN[code] : SERVICE_OBJECT_NAMES[code]) ?? code)
    .join(lang === 'en' ? ', ' : '、')
export const projectTypeName = (code: '1' | '2', lang: Lang): string =>
  t(
    lang,
    code === '1'
      ? { zh: '即办件（当场办结）', en: 'decided on the spot' }
      : { zh: '承诺件（在承诺的时间里办结）', en: 'decided within the promised time' },
  )

/** 「5 个工作日」, 「当场」. */
export const limitText = (limit: Limit, lang: Lang): string => t(lang, limitInWords(limit.days, limit.unit))

/** 「PDF、DOCX 或照片」: which kind of picture a phone makes is no matter for people. */
export function fileKinds(kinds: readonly MediaKind[], lang: Lang): string {
  const isPhoto = (kind: MediaKind) => kind === 'jpg' || kind === 'png'
  const files = kinds.filter((kind) => !isPhoto(kind)).map((kind) => kind.toUpperCase())
  const named = files.join(t(lang, { zh: '、', en: ', ' }))
  if (!kinds.some(isPhoto)) return named
  const photo = t(lang, { zh: '照片', en: 'a photo' })
  return named === '' ? photo : `${named}${t(lang, { zh: ' 或', en: ' or ' })}${photo}`
}
