import type { Centre } from '../src/catalogue/index.ts'
import { sampleAreas } from './organs.ts'

const IDS: Record<string, string> = {
  '350100': 'fuzhou',
  '350102': 'gulou',
  '350103': 'taijiang',
  '350104': 'cangshan',
  '350111': 'jinan',
}

/** One invented service centre (服务中心) for the city and one for each sample district. */
export const sampleCentres: readonly Centre[] = sampleAreas.map((area, i) => ({
  centreId: IDS[area.code]!,
  name: `${area.name}行政服务中心（示例）`,
  areaCode: area.code,
  address: `${area.name}示例路 1 号（示例地址）`,
  hours: '工作日 9:00–12:00、13:30–17:30',
  phone: `0591-0000 02${String(i).padStart(2, '0')}`,
  sample: true,
}))

/** The centre of an area: items are handled at the centre of their own level. */
export function centreOf(areaCode: string): Centre {
  const found = sampleCentres.find((c) => c.areaCode === areaCode)
  if (!found) throw new Error(`No sample centre in ${areaCode}.`)
  return found
}
