import { samplePerson } from './citizens.ts'
import { type CreditPrefix, creditCode } from './numbers.ts'

export type BodyKind =
  | 'enterprise'
  | 'cooperative'
  | 'foreign-representative'
  | 'institution'
  | 'organisation'

/** An invented body, as the enterprise register (企业库) and the identity platform know it. */
export interface SampleBody {
  sub: string
  kind: BodyKind
  name: string
  creditCode: string
  /** The words that stand on its certificate, e.g. 个体工商户. */
  registeredAs: string
  legalPerson: string
  legalPersonSub: string
  legalPersonId: string
  phone: string
  address: string
  /** 元; null where the kind of body has none. */
  capital: number | null
  founded: string
  scope: string
  level: 2 | 3
  purpose: string
}

interface Row {
  sub: string
  kind: BodyKind
  name: string
  prefix: CreditPrefix
  registeredAs: string
  by: string
  address: string
  capital: number | null
  founded: string
  scope: string
  purpose: string
}

const ROWS: Row[] = [
  {
    sub: 'rongyin-eatery',
    kind: 'enterprise',
    name: '鼓楼区榕荫小馆（示例）',
    prefix: '92',
    registeredAs: '个体工商户',
    by: 'person-chen-rongsheng',
    address: '鼓楼区示例路 12 号 1 层',
    capital: null,
    founded: '2026-09-18',
    scope: '餐饮服务；食品销售',
    purpose: '食品经营许可（新办）',
  },
  {
    sub: 'rongxia-catering',
    kind: 'enterprise',
    name: '福州榕下餐饮有限公司（示例）',
    prefix: '91',
    registeredAs: '有限责任公司',
    by: 'person-chen-rongsheng',
    address: '台江区示例大街 208 号',
    capital: 1000000,
    founded: '2023-04-06',
    scope: '餐饮管理；食品销售；集体用餐配送',
    purpose: '食品经营许可变更、延续',
  },
  {
    sub: 'moli-tea',
    kind: 'enterprise',
    name: '台江区茉莉茶铺（示例）',
    prefix: '92',
    registeredAs: '个体工商户',
    by: 'person-wu-moli',
    address: '台江区示例里 16 号',
    capital: null,
    founded: '2021-03-25',
    scope: '茶叶销售；茶馆服务',
    purpose: '公共场所卫生许可',
  },
  {
    sub: 'minjiang-freight',
    kind: 'enterprise',
    name: '福州闽江示例货运有限公司（示例）',
    prefix: '91',
    registeredAs: '有限责任公司',
    by: 'person-huang-haisheng',
    address: '马尾区示例街 88 号',
    capital: 5000000,
    founded: '2018-07-02',
    scope: '道路货物运输；货物仓储',
    purpose: '道路货物运输经营许可',
  },
  {
    sub: 'shuanghang-construction',
    kind: 'enterprise',
    name: '福州双杭示例建设工程有限公司（示例）',
    prefix: '91',
    registeredAs: '有限责任公司',
    by: 'person-zhang-minjiang',
    address: '晋安区示例大道 101 号 6 层',
    capital: 20000000,
    founded: '2015-01-20',
    scope: '房屋建筑和市政基础设施工程施工',
    purpose: '建筑工程施工许可、占道挖掘',
  },
  {
    sub: 'rongguang-culture',
    kind: 'enterprise',
    name: '福州榕光示例文化传媒有限公司（示例）',
    prefix: '91',
    registeredAs: '有限责任公司',
    by: 'person-ye-xihu',
    address: '鼓楼区示例湖畔 9 号',
    capital: 2000000,
    founded: '2020-11-11',
    scope: '营业性演出；组织文化艺术交流活动',
    purpose: '营业性演出审批',
  },
  {
    sub: 'qingyuan-environment',
    kind: 'enterprise',
    name: '福州清源示例环保科技有限公司（示例）',
    prefix: '91',
    registeredAs: '有限责任公司',
    by: 'person-liu-gushan',
    address: '晋安区示例岭 66 号',
    capital: 8000000,
    founded: '2019-05-30',
    scope: '环境保护专用设备制造；固体废物治理',
    purpose: '排污许可、环境影响评价、取水许可',
  },
  {
    sub: 'shantian-coop',
    kind: 'cooperative',
    name: '永泰山田示例果蔬专业合作社（示例）',
    prefix: '93',
    registeredAs: '农民专业合作社',
    by: 'person-liu-gushan',
    address: '永泰县示例乡示例村 8 号',
    capital: 600000,
    founded: '2017-12-15',
    scope: '果蔬种植、销售',
    purpose: '取水许可',
  },
  {
    sub: 'utopia-office',
    kind: 'foreign-representative',
    name: 'UTOPIA SAMPLE TRADING 福州代表处（示例）',
    prefix: '91',
    registeredAs: '外国企业常驻代表机构',
    by: 'person-emma-sample',
    address: '鼓楼区示例国际大厦 20 层',
    capital: null,
    founded: '2024-02-01',
    scope: '与隶属外国企业有关的非营利性业务活动',
    purpose: '外国企业代表机构登记事项',
  },
  {
    sub: 'sample-library',
    kind: 'institution',
    name: '福州示例图书馆（示例）',
    prefix: '12',
    registeredAs: '事业单位法人',
    by: 'person-ye-xihu',
    address: '鼓楼区示例坊 1 号',
    capital: 3000000,
    founded: '2009-09-09',
    scope: '文献收藏与借阅、社会阅读推广',
    purpose: '事业单位申请人',
  },
  {
    sub: 'wanqing-care',
    kind: 'organisation',
    name: '仓山区晚晴示例养老服务中心（示例）',
    prefix: '52',
    registeredAs: '民办非企业单位',
    by: 'person-xu-shuanghang',
    address: '仓山区示例新村 3 座',
    capital: 300000,
    founded: '2016-10-01',
    scope: '老年人照料、康复护理',
    purpose: '民办非企业单位登记、养老机构备案',
  },
  {
    sub: 'banyan-volunteers',
    kind: 'organisation',
    name: '福州榕树保护示例志愿者协会（示例）',
    prefix: '51',
    registeredAs: '社会团体',
    by: 'person-fang-cangqian',
    address: '仓山区示例前路 4 号',
    capital: 30000,
    founded: '2014-03-12',
    scope: '古榕树保护宣传、志愿服务',
    purpose: '社会团体变更登记',
  },
]

export const sampleBodies: readonly SampleBody[] = ROWS.map((row, i) => {
  const by = samplePerson(row.by)
  return {
    sub: `body-${row.sub}`,
    kind: row.kind,
    name: row.name,
    creditCode: creditCode(row.prefix, i + 1),
    registeredAs: row.registeredAs,
    legalPerson: by.name,
    legalPersonSub: by.sub,
    legalPersonId: by.idNumber,
    phone: by.phone,
    address: `福州市${row.address}（示例）`,
    capital: row.capital,
    founded: row.founded,
    scope: row.scope,
    level: by.level > 2 ? 3 : 2,
    purpose: row.purpose,
  }
})
