import { LICENCE_NAMES } from '../../licences/index.ts'
import type { Db } from '../../platform/database.ts'
import type { ItemContent } from '../item.ts'

/** Something that we can fetch by ourselves instead of asking the applicant for it (Art. 13.1). */
export interface Supply {
  /** licence: goes into `material.licenceKind`; register: into `material.sharedSource`. */
  by: 'licence' | 'register'
  /** What stands in that field, e.g. `business-licence`, `enterprise`. */
  key: string
  /** 「营业执照」, 「企业登记信息」 */
  name: string
  /** Who hands it over: 电子证照共享平台, 人口库, 企业库. */
  from: string
}

const PLATFORM = '电子证照共享平台'

/** What the two registers tell of a person or a body (the fields of their ports), and what papers prove no more than that. */
const REGISTERS: readonly { supply: Supply; proves: RegExp }[] = [
  {
    supply: { by: 'register', key: 'population', name: '户籍登记信息', from: '人口库' },
    proves: /^(户籍|户口|常住人口)(登记)?(信息|证明)$/,
  },
  {
    supply: { by: 'register', key: 'enterprise', name: '企业登记信息', from: '企业库' },
    proves: /^((企业|公司|工商|经营主体|市场主体)(注册)?登记信息|法定代表人(身份|任职)?证明(书)?)$/,
  },
]

const LICENCES: readonly Supply[] = Object.entries(LICENCE_NAMES).map(([key, name]) => ({
  by: 'licence',
  key,
  name,
  from: PLATFORM,
}))

/** Everyday names of licences that the platform holds under their official one. */
const ALSO_CALLED: Record<string, string> = {
  身份证: '居民身份证',
  身份证件: '居民身份证',
  工商营业执照: '营业执照',
  企业营业执照: '营业执照',
}

/** Whose it is and how it is copied does not make it another paper: 「法定代表人身份证复印件（加盖公章）」 is a 身份证. */
export function bareName(name: string): string {
  return name
    .replace(/[（(【[][^）)】\]]*[）)】\]]/g, '')
    .replace(/[\s“”"《》]/g, '')
    .replace(
      /^(申请人|申请单位|申请企业|企业|单位|本人|法定代表人|负责人|经营者|经办人|代理人|受托人)的?/,
      '',
    )
    .replace(/(的?(原件|复印件|扫描件|电子件|副本|正本|正副本|照片|及|和|或|、)+)+$/, '')
}

/** What can be fetched, of what these materials ask for. */
export interface Supplies {
  /** The supply that is this material, or null. */
  of(materialName: string): Supply | null
  /** Does the platform hand out licences under this kind? */
  hands(licenceKind: string): boolean
}

/** `issued`: names of licences that items of this platform issue; each is in the licence store from its closing on (Art. 19). */
export function suppliesOf(issued: readonly string[]): Supplies {
  const licences = [
    ...LICENCES,
    ...issued.map((name): Supply => ({ by: 'licence', key: name, name, from: PLATFORM })),
  ]
  const byName = new Map(licences.map((l) => [l.name, l]))
  return {
    hands: (kind) => licences.some((l) => l.key === kind),
    of(materialName) {
      const bare = bareName(materialName)
      const whole = materialName.trim()
      return (
        byName.get(ALSO_CALLED[bare] ?? bare) ??
        REGISTERS.find((r) => r.proves.test(bare) || r.proves.test(whole))?.supply ??
        null
      )
    },
  }
}

/** Registers by the key that `material.sharedSource` holds. */
export const REGISTER_NAMES: Record<string, string> = { population: '人口库', enterprise: '企业库' }

/** Only the licences that a material of this content may mean are looked up: one indexed question, however large the catalogue. */
export async function suppliesFor(db: Db, content: ItemContent): Promise<Supplies> {
  const asked = content.materials.flatMap((m) => [...[m.name, ...m.namedList].map(bareName), m.licenceKind])
  const names = [...new Set(asked)].filter((name) => name !== '')
  if (names.length === 0) return suppliesOf([])
  const rows = await db.query<{ name: string }>(
    `select distinct content->'result'->>'name' as name from catalogue.item_version
      where status = 'published' and content->'result'->>'type' = 'licence' and content->'result'->>'name' = any($1)`,
    [names],
  )
  return suppliesOf(rows.map((r) => r.name))
}
