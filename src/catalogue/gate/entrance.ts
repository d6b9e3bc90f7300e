import { addressIn, isOfState, oneEntrance } from '../../regulation/index.ts'
import type { ItemContent } from '../item.ts'
import { blocks, type Finding, warns } from './finding.ts'

/** What applicants read of a guide; the law that it rests on may well stand on another website. */
const READ = [
  'summary',
  'summaryEn',
  'conditions',
  'materials',
  'steps',
  'promiseLimitNote',
  'legalLimitNote',
  'fee',
  'visitReason',
  'place',
  'faq',
  'form',
  'situations',
] as const satisfies readonly (keyof ItemContent)[]

/** Within them, what is a sentence for people, in both languages; keys, values and templates are not. */
const SENTENCES =
  /^(summary|note|standard|hint|label|title|text|sentence|each|why|remedy|condition|q|a|name|address|traffic|hours|visitReason|\w+LimitNote)(En)?$/

/** Art. 3.1(3): one entrance. Beside what sends people elsewhere, a bare address is a matter to look at. */
export function entranceFindings(content: ItemContent): Finding[] {
  const { stateSystem } = content
  const texts = READ.flatMap((part) => sentencesIn(content[part], part, part))
  const { elsewhere, ruling } = oneEntrance({ texts, stateSystem })
  const findings = elsewhere.map(({ place, words }) =>
    blocks(
      'art3.entrance',
      place,
      `“${words}”让申请人到别处去办。改成在本平台办；只能在国家、省级系统里办的，在“国家、省级系统”里写明它的全称。`,
      ruling.clause,
    ),
  )
  const told = new Set(elsewhere.map((e) => e.place))
  for (const { place, text } of texts) {
    const address = addressIn(text)
    if (address !== null && !told.has(place))
      findings.push(
        warns(
          'art3.address',
          place,
          `正文里有网址“${address}”。核对它不是另一个办事入口，要看的内容写进指南。`,
          ruling.clause,
        ),
      )
  }
  if (stateSystem.trim() !== '' && !isOfState(stateSystem))
    findings.push(
      blocks(
        'art3.state-system',
        'stateSystem',
        `“${stateSystem}”看不出是国家或省级的系统。写全称；市级的系统要并入本平台，不能另设入口。`,
        '5.1(5)',
      ),
    )
  return findings
}

interface Said {
  place: string
  text: string
}

function sentencesIn(value: unknown, place: string, name: string): Said[] {
  if (typeof value === 'string') return SENTENCES.test(name) ? [{ place, text: value }] : []
  // The lines of a list are sentences where the list is of sentences, as the conditions are.
  if (Array.isArray(value))
    return value.flatMap((v, i) => sentencesIn(v, `${place}.${i}`, name === 'conditions' ? 'text' : name))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, v]) => sentencesIn(v, `${place}.${key}`, key))
}
