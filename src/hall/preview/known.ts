import type { FormField, ItemContent } from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'

type Path = NonNullable<FormField['prefill']>

/**
 * What stands for a fact of the applicant: its words tell what would be there. `firm` as in the product: shown, not asked. A telephone
 * and a capital stay empty, because words in their place would be wrong answers.
 */
const FACTS: { path: Path; value: string; source: string; firm: boolean }[] = [
  { path: 'person.name', value: '（申请人的姓名）', source: '实名认证', firm: true },
  // As long as a number of a resident, which decides the kind of document.
  { path: 'person.idNumber', value: '*'.repeat(18), source: '实名认证', firm: true },
  { path: 'person.address', value: '（登记的住址）', source: '人口库', firm: false },
  { path: 'body.name', value: '（申请单位的名称）', source: '实名认证', firm: true },
  { path: 'body.creditCode', value: '（申请单位的信用代码）', source: '实名认证', firm: true },
  { path: 'body.legalPerson', value: '（法定代表人的姓名）', source: '企业库', firm: true },
  { path: 'body.address', value: '（登记的住所）', source: '企业库', firm: false },
  { path: 'body.scope', value: '（登记的经营范围）', source: '企业库', firm: false },
]

/** 自然人 among 服务对象. */
const PERSON = '1'

/** What registers would know of an applicant to whom this item is open: of a body wherever bodies may apply. */
export function knownInPreview({ serviceObjects }: Pick<ItemContent, 'serviceObjects'>, now: Date): Known {
  const bodies = serviceObjects.length === 0 || serviceObjects.some((o) => o !== PERSON)
  const facts: Known['facts'] = {}
  for (const { path, value, source, firm } of FACTS)
    if (bodies || path.startsWith('person.'))
      facts[path] = { value, source, asOf: source === '实名认证' ? null : now.toISOString(), firm }
  return { facts, pending: [], at: now.toISOString() }
}
