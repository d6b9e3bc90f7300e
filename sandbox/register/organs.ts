import { creditCode } from './numbers.ts'

/** A department of the sample city. The names are those of Fuzhou's departments; codes, staff and acts are 示例. */
export interface SampleOrgan {
  id: string
  name: string
  /** GB/T 2260 code of the region that it serves. */
  region: string
  /** Invented 统一社会信用代码: right check character, region part of no place. */
  creditCode: string
}

const NAMES: [id: string, name: string, region: string][] = [
  ['fz-scjg', '福州市市场监督管理局', '350100'],
  ['gl-scjg', '鼓楼区市场监督管理局', '350102'],
  ['fz-wjw', '福州市卫生健康委员会', '350100'],
  ['tj-wjw', '台江区卫生健康局', '350103'],
  ['fz-rsj', '福州市人力资源和社会保障局', '350100'],
  ['fz-mzj', '福州市民政局', '350100'],
  ['cs-mzj', '仓山区民政局', '350104'],
  ['fz-jtj', '福州市交通运输局', '350100'],
  ['fz-zjj', '福州市住房和城乡建设局', '350100'],
  ['ja-cgj', '晋安区城市管理局', '350111'],
  ['fz-wlj', '福州市文化和旅游局', '350100'],
  ['fz-sthj', '福州市生态环境局', '350100'],
  ['fz-jyj', '福州市教育局', '350100'],
  ['fz-gaj', '福州市公安局', '350100'],
  ['fz-slj', '福州市水利局', '350100'],
  ['fz-xzfw', '福州市行政服务中心管理委员会', '350100'],
  ['fz-szb', '数字福州建设管理部门', '350100'],
  ['fz-sgb', '福州市行政审批制度改革领导小组办公室', '350100'],
]

export const sampleOrgans: readonly SampleOrgan[] = NAMES.map(([id, name, region], i) => ({
  id,
  name,
  region,
  creditCode: creditCode('11', 101 + i),
}))

export function sampleOrgan(id: string): SampleOrgan {
  const found = sampleOrgans.find((o) => o.id === id)
  if (!found) throw new Error(`No sample department ${id}.`)
  return found
}
