import { mayBeDemanded, mayHandIn, saysNothing } from '../../regulation/index.ts'
import { type ItemContent, keptFileId, type Material } from '../item.ts'
import type { GateContext } from './context.ts'
import { blocks, type Finding, warns } from './finding.ts'
import { REGISTER_NAMES, type Supplies } from './supplies.ts'

/** A name that leaves open what is asked for: an officer could ask for anything. */
const CATCH_ALL =
  /(等|等等|及|以及|和|或)(其他|其它|相关|有关)*(的)?(材料|资料|文件|证件|证明)$|等(材料|资料|文件|证件|证明|手续)|^(其他|其它|相关|有关)|(要求|规定|需要|必要|认为)的?(其他|其它|相关|有关)的?(材料|资料|文件|证件|证明)|(其他|其它)(相关|有关|证明|申请)?(材料|资料|文件)$/

export const isCatchAll = (name: string): boolean => CATCH_ALL.test(name.replace(/\s/g, ''))

/** The materials: each one named, on a legal basis, and none that we can fetch ourselves (Art. 13). */
export function materialFindings(
  content: ItemContent,
  { supplies, files }: Pick<GateContext, 'supplies' | 'files'>,
): Finding[] {
  const seen = new Set<string>()
  return content.materials.flatMap((m, i) => {
    const path = `materials.${i}`
    const findings: Finding[] = []
    if (seen.has(m.key))
      findings.push(blocks('material-key', path, `第 ${i + 1} 份材料的编号“${m.key}”与前面重复。`))
    seen.add(m.key)
    if (m.name.trim() === '') return findings
    return [
      ...findings,
      ...nameFindings(m, path),
      ...basisFindings(m, path),
      ...sourceFindings(m, path, supplies),
      ...fileFindings(m, path, files),
    ]
  })
}

function nameFindings(m: Material, path: string): Finding[] {
  if (!isCatchAll(m.name)) return []
  if (m.namedList.length === 0)
    return [
      blocks(
        'material-catch-all',
        `${path}.name`,
        `“${m.name}”没有写明是哪份材料。改成具体的材料，或者在“具体包括”里逐份列名。`,
      ),
    ]
  const open = m.namedList.find((name) => saysNothing(name) || isCatchAll(name))
  return open === undefined
    ? []
    : [
        blocks(
          'material-named-list',
          `${path}.namedList`,
          `“${m.name}”的“具体包括”里还有兜底的说法“${open}”。写明是哪份材料，或者去掉。`,
        ),
      ]
}

function basisFindings(m: Material, path: string): Finding[] {
  return saysNothing(m.basis)
    ? [
        blocks(
          'material-basis',
          `${path}.basis`,
          `“${m.name}”没有写要求提供的依据。写明哪部法、哪一条要求；没有依据的，去掉这份材料。`,
        ),
      ]
    : []
}

/** Art. 13: what can be fetched is fetched, and stays open to be handed in where that fails. */
function sourceFindings(m: Material, path: string, supplies: Supplies): Finding[] {
  const findings: Finding[] = []
  const held = supplies.of(m.name)
  // An e-licence is fetched into the application; what a register answers for is compared there, so that the paper is only
  // for those of whom the register says too little.
  const fetched =
    held?.by === 'register' ? m.sharedSource === held.key && m.need === 'optional' : m.licenceKind !== ''
  const demanded = mayBeDemanded({
    material: m.name,
    held: held && { name: held.name, from: held.from },
    fetched,
  })
  if (demanded.outcome !== 'met')
    findings.push(
      blocks(
        'art13.demanded',
        `${path}.${held?.by === 'register' ? 'sharedSource' : 'licenceKind'}`,
        `${demanded.sentence.zh}${
          held?.by === 'register'
            ? `去掉它；或者选共享数据来源${held.from}，必要性改为非必要。`
            : `在“能免交的电子证照”里写明${held?.name}。`
        }`,
        demanded.clause,
      ),
    )
  for (const name of m.namedList) {
    const listed = supplies.of(name)
    const asked = mayBeDemanded({
      material: name,
      held: listed && { name: listed.name, from: listed.from },
      fetched: listed?.by === 'licence' && listed.key === m.licenceKind,
    })
    if (asked.outcome !== 'met')
      findings.push(
        blocks(
          'art13.demanded',
          `${path}.namedList`,
          `${asked.sentence.zh}从“${m.name}”的“具体包括”里去掉它；要用的，另列一份材料，写明由电子证照免交。`,
          asked.clause,
        ),
      )
  }
  const handIn = mayHandIn({ material: m.name, fileKinds: m.accept, onPaper: m.form !== 'electronic' })
  if (handIn.outcome !== 'met')
    findings.push(
      fetched
        ? blocks('art13.no-way-out', `${path}.accept`, handIn.sentence.zh, handIn.clause)
        : blocks('material-accept', `${path}.accept`, `“${m.name}”要传电子件，至少选一种文件格式。`),
    )
  if (m.sharedSource !== '' && !(m.sharedSource in REGISTER_NAMES))
    findings.push(
      blocks('material-source', `${path}.sharedSource`, `“${m.name}”的共享数据来源不存在。重新选择。`),
    )
  if (m.licenceKind !== '' && !supplies.hands(m.licenceKind))
    findings.push(
      warns(
        'material-licence',
        `${path}.licenceKind`,
        `证照库里没有名为“${m.licenceKind}”的证照，“${m.name}”只能由申请人上传。核对证照名称。`,
      ),
    )
  return findings
}

const FILES = { blankFile: '空白表格', filledFile: '示例样表' } as const

/** 空白表格、示例样表: a file that is there and the department's own; applicants would meet a dead link. */
function fileFindings(m: Material, path: string, files: GateContext['files']): Finding[] {
  return (Object.keys(FILES) as (keyof typeof FILES)[]).flatMap((field) => {
    const named = m[field].trim()
    if (named === '') return []
    const place = `${path}.${field}`
    if (!named.startsWith('file:'))
      return [
        warns(
          'material-file-elsewhere',
          place,
          `“${m.name}”的${FILES[field]}只有导入时带来的“${named}”，没有文件，办事指南上不会有它。上传文件，或者清空。`,
        ),
      ]
    const fileId = keptFileId(named)
    if (fileId !== null && (files === null || files.has(fileId))) return []
    return [
      blocks(
        'material-file',
        place,
        `“${m.name}”的${FILES[field]}打不开：文件不在了，或者不是本部门的。重新上传，或者去掉。`,
      ),
    ]
  })
}
