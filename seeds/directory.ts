import type { BasicElements, DirectorySource, ItemContent } from '../src/catalogue/index.ts'
import { sampleCentres } from './centres.ts'
import { basicCodeOf } from './item.ts'
import { itemsBySlug } from './items/index.ts'

/**
 * The sample city's directory (示例): an entry for every sample item, bodies that should have an item and do not, matters
 * that nobody put online yet, and an exception. Laws and the levels on which they are exercised are true; codes, bodies
 * and documents are invented.
 */

type Entry = DirectorySource['entries'][number]
type Slug = keyof typeof itemsBySlug

/** Which kind of body the law names, by the last part of the department's id. */
const BODY_KINDS: Record<string, string> = {
  scjg: '市场监督管理部门',
  wjw: '卫生健康主管部门',
  rsj: '人力资源社会保障行政部门',
  mzj: '民政部门',
  jtj: '交通运输主管部门',
  zjj: '住房城乡建设主管部门',
  cgj: '城市管理部门',
  wlj: '文化和旅游主管部门',
  sthj: '生态环境主管部门',
  jyj: '教育行政部门',
  gaj: '公安机关',
  slj: '水行政主管部门',
}

/** Laws that give the matter to bodies of cities and of districts: who else has to implement it. */
const ALSO: Partial<Record<Slug, string[]>> = {
  'food-licence': ['fz-scjg'],
  'public-place-hygiene': ['fz-wjw'],
  'ngo-registration': ['cs-mzj'],
  'social-body-change': ['fz-mzj'],
}

function entryOf(slug: Slug, item: ItemContent): Entry {
  const also = ALSO[slug] ?? []
  const levels: BasicElements['levels'] = also.length > 0 ? ['3', '4'] : [item.level === '3' ? '3' : '4']
  return {
    basicCode: item.basicCode,
    sample: true,
    elements: {
      name: item.directoryName,
      itemType: item.itemType,
      legalBasis: item.legalBasis,
      levels,
      bodyKinds: [BODY_KINDS[item.organId.slice(3)]!],
    },
    bodies: [item.organId, ...also],
  }
}

const law = (name: string, number: string, clause: string, content: string) => ({
  name,
  number,
  clause,
  content,
})

function matter(
  code: string,
  name: string,
  organ: string | null,
  kind: string,
  level: '3' | '4',
  ...legalBasis: BasicElements['legalBasis']
): Entry {
  const elements: BasicElements = {
    name,
    itemType: code.slice(2, 4),
    legalBasis,
    levels: [level],
    bodyKinds: [BODY_KINDS[kind]!],
  }
  return { basicCode: code, sample: true, elements, bodies: organ === null ? [] : [organ] }
}

const BLASTING = basicCodeOf('01', 44)

/** Matters without an item: a main item that is implemented by its sub-items, some that are missing, one exempt. */
const MATTERS: Entry[] = [
  matter(
    basicCodeOf('01', 24),
    '占用、挖掘城市道路审批',
    null,
    'cgj',
    '4',
    law(
      '城市道路管理条例',
      '国务院令第 198 号',
      '第三十条、第三十一条、第三十三条',
      '未经市政工程行政主管部门和公安交通管理部门批准，任何单位或者个人不得占用或者挖掘城市道路。',
    ),
  ),
  matter(
    basicCodeOf('01', 41),
    '民办学校设立审批',
    'fz-jyj',
    'jyj',
    '3',
    law(
      '中华人民共和国民办教育促进法',
      '',
      '第十二条',
      '举办实施学历教育、学前教育等的民办学校，由县级以上人民政府教育行政部门按照国家规定的权限审批。',
    ),
  ),
  matter(
    basicCodeOf('01', 42),
    '道路旅客运输经营许可',
    'fz-jtj',
    'jtj',
    '3',
    law(
      '中华人民共和国道路运输条例',
      '国务院令第 406 号',
      '第十条',
      '从事客运经营的，按照经营范围向所在地的交通运输主管部门提出申请。',
    ),
  ),
  matter(
    basicCodeOf('01', 43),
    '河道管理范围内建设项目工程建设方案审批',
    'fz-slj',
    'slj',
    '3',
    law(
      '中华人民共和国水法',
      '',
      '第三十八条',
      '在河道管理范围内建设桥梁、码头等工程设施，工程建设方案要报经有关水行政主管部门审查同意。',
    ),
  ),
  matter(
    BLASTING,
    '城市、风景名胜区和重要工程设施附近实施爆破作业审批',
    'fz-gaj',
    'gaj',
    '3',
    law(
      '民用爆炸物品安全管理条例',
      '国务院令第 466 号',
      '第三十五条',
      '在这些地方实施爆破作业，要向爆破作业所在地设区的市级人民政府公安机关提出申请。',
    ),
  ),
]

export const sampleDirectory: DirectorySource = {
  document: '示例市事项目录（2026 年版，示例）',
  effectiveOn: '2026-03-02',
  entries: [
    ...(Object.keys(itemsBySlug) as Slug[])
      .filter((slug) => itemsBySlug[slug].handleItemCode.endsWith('01'))
      .map((slug) => entryOf(slug, itemsBySlug[slug])),
    ...MATTERS,
  ],
  exceptions: [
    {
      basicCode: BLASTING,
      organId: 'fz-gaj',
      kind: 'public-safety',
      reason: '爆破地点和爆炸物品流向不宜公开，由公安机关专门场所受理。',
      government: '福州市人民政府（示例）',
      document: '示政〔2026〕6 号（示例）',
      approvedOn: '2026-02-25',
    },
  ],
  centres: [...sampleCentres],
}
