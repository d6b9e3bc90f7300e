import { sampleOrgans as registered, type SampleOrgan } from '../sandbox/register/people.ts'

/** A department (行政服务部门) of the sample city as the platform keeps it. Names are plausible, codes and acts are 示例. */
export interface SeedOrgan {
  organId: string
  name: string
  nameEn: string
  shortName: string
  creditCode: string
  areaCode: string
  areaName: string
  kind: 'department' | 'supervisor' | 'operator' | 'reform'
  sample: true
}

/** GB/T 2260 codes of the areas that the sample city shows. */
export const sampleAreas = [
  { code: '350100', name: '福州市', nameEn: 'Fuzhou' },
  { code: '350102', name: '鼓楼区', nameEn: 'Gulou' },
  { code: '350103', name: '台江区', nameEn: 'Taijiang' },
  { code: '350104', name: '仓山区', nameEn: 'Cangshan' },
  { code: '350111', name: '晋安区', nameEn: "Jin'an" },
] as const

const NAMES: Record<string, [shortName: string, nameEn: string]> = {
  'fz-scjg': ['市市场监管局', 'Fuzhou Market Regulation Bureau'],
  'gl-scjg': ['鼓楼市场监管局', 'Gulou District Market Regulation Bureau'],
  'fz-wjw': ['市卫健委', 'Fuzhou Health Commission'],
  'tj-wjw': ['台江卫健局', 'Taijiang District Health Bureau'],
  'fz-rsj': ['市人社局', 'Fuzhou Human Resources and Social Security Bureau'],
  'fz-mzj': ['市民政局', 'Fuzhou Civil Affairs Bureau'],
  'cs-mzj': ['仓山民政局', 'Cangshan District Civil Affairs Bureau'],
  'fz-jtj': ['市交通局', 'Fuzhou Transport Bureau'],
  'fz-zjj': ['市住建局', 'Fuzhou Housing and Urban-Rural Development Bureau'],
  'ja-cgj': ['晋安城管局', "Jin'an District Urban Management Bureau"],
  'fz-wlj': ['市文旅局', 'Fuzhou Culture and Tourism Bureau'],
  'fz-sthj': ['市生态环境局', 'Fuzhou Ecology and Environment Bureau'],
  'fz-jyj': ['市教育局', 'Fuzhou Education Bureau'],
  'fz-gaj': ['市公安局', 'Fuzhou Public Security Bureau'],
  'fz-slj': ['市水利局', 'Fuzhou Water Resources Bureau'],
  'fz-xzfw': ['市行政服务中心管委会', 'Fuzhou Administrative Service Centre Committee'],
  'fz-szb': ['数字福州建设管理部门', 'Digital Fuzhou Management Office'],
  'fz-sgb': ['市审改办', 'Fuzhou Approval Reform Office'],
}

const KINDS: Record<string, SeedOrgan['kind']> = {
  'fz-xzfw': 'supervisor',
  'fz-szb': 'operator',
  'fz-sgb': 'reform',
}

function seeded(organ: SampleOrgan): SeedOrgan {
  const area = sampleAreas.find((a) => a.code === organ.region)
  const names = NAMES[organ.id]
  if (!area || !names) throw new Error(`The seed knows no area or short name for ${organ.id}.`)
  return {
    organId: organ.id,
    name: organ.name,
    nameEn: names[1],
    shortName: names[0],
    creditCode: organ.creditCode,
    areaCode: area.code,
    areaName: area.name,
    kind: KINDS[organ.id] ?? 'department',
    sample: true,
  }
}

export const sampleOrgans: readonly SeedOrgan[] = registered.map(seeded)

export function seedOrgan(organId: string): SeedOrgan {
  const found = sampleOrgans.find((o) => o.organId === organId)
  if (!found) throw new Error(`No sample organ ${organId}.`)
  return found
}
