/** A catalogue of 100,000 invented items (示例): subjects × what is done with them × departments of many areas, and what people would type. */
import { randomUUID } from 'node:crypto'
import { type ItemContent, itemContent, renewSearch, writeSearchEntry } from '../src/catalogue/index.ts'
import type { Database } from '../src/platform/database.ts'

const CITIES = '榕城 闽江 海丝 青云 白鹭 金山 乌龙 鼓岭 三江 五虎 长乐湾 马尾港 连江口'.split(' ')
const KINDS = ['区', '县', '新区'] as const
/** 39 areas of nowhere. */
export const AREAS = CITIES.flatMap((city, i) =>
  KINDS.map((kind, k) => ({ code: `9999${String(i * 3 + k + 1).padStart(2, '0')}`, name: `${city}${kind}` })),
)

export const DEPARTMENTS: readonly (readonly [name: string, topic: string, subjects: string])[] = [
  [
    '市场监督管理局',
    '开店办企',
    '个体工商户 有限责任公司 合伙企业 农民专业合作社 食品经营 食品生产 药品零售 医疗器械经营 特种设备 计量器具 广告发布 化妆品生产',
  ],
  [
    '卫生健康局',
    '卫生健康',
    '公共场所卫生 医疗机构执业 医师执业 护士执业 放射诊疗 饮用水供水单位 消毒产品生产 母婴保健技术 生育 乡村医生执业',
  ],
  [
    '人力资源和社会保障局',
    '就业社保',
    '劳务派遣经营 人力资源服务 民办职业培训学校 就业 失业保险待遇 工伤认定 养老保险待遇 社会保险参保 灵活就业社保补贴 创业担保贷款',
  ],
  [
    '民政局',
    '社会组织',
    '社会团体 民办非企业单位 慈善组织公开募捐 养老机构 老年人优待证 婚姻 收养 最低生活保障 残疾人两项补贴 殡葬设施',
  ],
  [
    '交通运输局',
    '交通出行',
    '道路货物运输 道路旅客运输 网络预约出租汽车驾驶员 网络预约出租汽车平台 机动车维修经营 驾驶员培训 港口经营 水路运输 公路涉路施工 超限运输车辆',
  ],
  [
    '住房和城乡建设局',
    '建房装修',
    '建筑工程施工 商品房预售 建筑业企业资质 房地产开发企业资质 燃气经营 城镇污水排入管网 物业服务合同 公共租赁住房 消防设计审查 白蚁防治',
  ],
  [
    '城市管理局',
    '城市管理',
    '户外招牌设置 户外广告设施 临时占用城市道路 挖掘城市道路 城市建筑垃圾处置 砍伐城市树木 城市绿地占用 夜间施工 环卫设施拆除 生活垃圾经营',
  ],
  [
    '文化和旅游局',
    '文化旅游',
    '营业性演出 旅行社经营 娱乐场所经营 互联网上网服务 艺术品经营 文物保护工程 导游证 广播电视节目制作 卫星电视接收设施 演出经纪机构',
  ],
  [
    '生态环境局',
    '环保水务',
    '排污 危险废物经营 辐射安全 建设项目环境影响评价 入河排污口 放射性同位素转让 噪声排放 碳排放报告',
  ],
  [
    '水利局',
    '环保水务',
    '取水 生产建设项目水土保持方案 河道采砂 占用水域 水利工程开工 洪水影响评价 农村集体经济组织修建水库 护堤护岸林木采伐',
  ],
  [
    '教育局',
    '教育培训',
    '教师资格 民办学校 校车使用 校外培训机构 中小学转学 学生资助 幼儿园办园 适龄儿童延缓入学',
  ],
  [
    '公安局',
    '公安户政',
    '大型群众性活动 机动车临时通行牌证 居住证 户口迁移 旅馆业特种行业 公章刻制业 保安服务公司 爆破作业单位 边境通行证 剧毒化学品购买',
  ],
  [
    '农业农村局',
    '农业林业',
    '动物防疫条件 兽药经营 农药经营 种子生产经营 生猪屠宰 渔业捕捞 水产养殖 宅基地 拖拉机驾驶证 农产品质量安全检测',
  ],
  [
    '林业局',
    '农业林业',
    '林木采伐 林木种子生产经营 使用林地 野生动物人工繁育 草原征占用 森林防火期野外用火 木材运输',
  ],
  [
    '自然资源和规划局',
    '建房装修',
    '建设用地规划 建设工程规划 乡村建设规划 采矿 测绘资质 不动产抵押 国有土地使用权 临时用地',
  ],
  [
    '应急管理局',
    '公安户政',
    '危险化学品经营 烟花爆竹经营 矿山安全生产 安全评价机构 生产安全事故应急预案 金属冶炼建设项目',
  ],
  ['医疗保障局', '就业社保', '医保参保 异地就医 医药机构定点 生育津贴 门诊特殊病种 医疗救助 医保关系转移'],
  ['税务局', '开店办企', '发票领用 税务 房产交易税收 车辆购置税 个体户定额核定 出口退税 跨区域涉税'],
]

export const DOINGS: readonly (readonly [
  name: string,
  type: string,
  online: readonly ('1' | '2' | '3' | '4')[],
  visits: number,
])[] = [
  ['设立登记', '07', ['1', '2', '3'], 0],
  ['许可（新办）', '01', ['1', '2', '3', '4'], 0],
  ['许可变更', '01', ['1', '2'], 1],
  ['许可延续', '01', ['1', '2', '3'], 0],
  ['许可注销', '01', ['1', '2'], 0],
  ['补发', '10', ['1', '4'], 1],
  ['变更登记', '07', ['1', '2', '3'], 0],
  ['注销登记', '07', ['1', '2'], 1],
  ['备案', '10', ['2', '3'], 0],
  ['年度检查', '06', ['1'], 1],
  ['证明开具', '20', ['1', '2', '3'], 0],
  ['信息查询', '20', ['2', '3'], 0],
  ['资格审批', '01', ['1', '2'], 2],
  ['奖励申报', '08', ['1', '2'], 1],
  ['补贴发放', '05', ['1', '2', '3'], 0],
  ['现场核查', '06', ['1'], 1],
  ['登记撤销', '07', ['1'], 1],
]

const OBJECTS = [['1'], ['1', '2'], ['2'], ['2', '3', '6']] as const

export const wordsOf = (subjects: string) => subjects.split(' ')

function* contents(count: number): Generator<ItemContent> {
  const all = DEPARTMENTS.flatMap(([organ, topic, subjects]) =>
    wordsOf(subjects).flatMap((subject) => DOINGS.map((doing) => ({ organ, topic, subject, doing }))),
  )
  for (let n = 0; n < count; n++) {
    const { organ, topic, subject, doing } = all[Math.floor(n / AREAS.length) % all.length]!
    const area = AREAS[n % AREAS.length]!
    const [name, itemType, handlingForms, visits] = doing
    yield itemContent.parse({
      sample: true,
      name: `${subject}${name}`,
      summary: `在${area.name}办${subject}的${name.replace(/（.*）/, '')}，由${organ}受理。`,
      everydayNames: [`办${subject}`, `${subject}${name.slice(0, 2)}证`],
      itemType,
      organId: 'bench',
      organName: `${area.name}${organ}`,
      areaCode: area.code,
      serviceObjects: OBJECTS[n % OBJECTS.length],
      topics: [topic],
      promiseLimit: { days: 1 + (n % 15), unit: 'G' },
      handlingForms,
      visits,
      consultPhone: '0591-00000000',
    })
  }
}

/** Writes the items as publishing would; returns how many entries a second were written. */
export async function manyItems(db: Database, count: number): Promise<number> {
  await db.query(
    `insert into identity.organ (organ_id, name, short_name, credit_code, area_code, area_name, kind, sample)
     values ('bench', '测速部门', '测速', '', '999901', '测速区', 'department', true) on conflict do nothing`,
  )
  const waiting = [...contents(count)].map((content, n) => ({
    content,
    itemId: randomUUID(),
    code: `bench-${n}`,
  }))
  await db.query(
    `insert into catalogue.item (item_id, impl_code, organ_id) select id, code, 'bench' from unnest($1::uuid[], $2::text[]) as i(id, code)`,
    [waiting.map((one) => one.itemId), waiting.map((one) => one.code)],
  )
  const started = performance.now()
  for (let from = 0; from < waiting.length; from += 500)
    await db.transaction(async (tx) => {
      for (const { itemId, content } of waiting.slice(from, from + 500))
        await writeSearchEntry(tx, itemId, content)
    })
  const perSecond = (1000 * waiting.length) / (performance.now() - started)
  await renewSearch(db)
  return perSecond
}

export interface Typed {
  kind: 'words' | 'area' | 'pinyin' | 'initials' | 'slip' | 'question' | 'filter' | 'common' | 'suggestion'
  q: string
  filters: {
    area?: string
    organ?: string
    topic?: string
    subject?: 'person' | 'enterprise'
    reach?: 'whole'
  }
}

/** A mix of what people type, each once: about a third plain words. */
export async function typedQueries(): Promise<Typed[]> {
  const { pinyin } = await import('pinyin-pro')
  const spelt = (text: string, pattern: 'pinyin' | 'first') =>
    pinyin(text, { pattern, toneType: 'none', type: 'array' }).join('')
  const list: Typed[] = []
  const add = (kind: Typed['kind'], q: string, filters: Typed['filters'] = {}) =>
    list.push({ kind, q, filters })
  let n = 0
  for (const [organ, topic, subjects] of DEPARTMENTS)
    for (const subject of wordsOf(subjects)) {
      n++
      const area = AREAS[n % AREAS.length]!
      const doing = DOINGS[n % DOINGS.length]![0]
      if (n % 2 === 0) add('words', subject)
      add('words', `${subject}${doing}`)
      if (n % 3 === 0) add('area', `${area.name} ${subject}`)
      if (n % 3 === 1) add('pinyin', spelt(subject, 'pinyin'))
      if (n % 3 === 2) add('initials', spelt(`${subject}${doing}`.replace(/[（）]/g, ''), 'first'))
      if (n % 2 === 1) add('slip', slipped(`${subject}${doing}`, n))
      if (n % 4 === 0) add('question', `我想在${area.name}${doing.slice(0, 2)}${subject}，要办什么手续`)
      if (n % 4 === 1) add('filter', subject, { area: area.code })
      if (n % 4 === 2)
        add('filter', subject, {
          organ: `${area.name}${organ}`,
          subject: n % 8 < 4 ? 'person' : 'enterprise',
        })
      if (n % 4 === 3) add('filter', '', { topic, area: area.code, reach: 'whole' })
      if (n % 5 === 0) add('suggestion', subject.slice(0, 1))
      if (n % 5 === 1) add('suggestion', subject.slice(0, 2))
      if (n % 5 === 2) add('suggestion', spelt(subject, 'first').slice(0, 1 + (n % 3)))
      if (n % 5 === 3) add('suggestion', spelt(subject, 'pinyin').slice(0, 4))
    }
  for (const q of ['许可', '登记', '证明', '备案', '变更', '注销', '补贴', '许可证', 'xuke', 'xk'])
    add('common', q)
  return list
}

/** One character wrong, missing or twice, at a place that changes from query to query. */
function slipped(text: string, n: number): string {
  const at = 1 + (n % (text.length - 2))
  const instead = ['们', '', text[at]! + text[at]!][n % 3]!
  return text.slice(0, at) + instead + text.slice(at + 1)
}
