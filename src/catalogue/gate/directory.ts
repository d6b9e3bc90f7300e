import type { DirectoryBasics } from '../directory/basics.ts'
import type { ItemContent } from '../item.ts'
import { ITEM_TYPE_NAMES } from '../item.ts'
import { blocks, type Finding, warns } from './finding.ts'

/** One basic element that a copy has otherwise than the directory, both sides as a clerk reads them. */
export interface BasicDifference {
  key: 'directoryName' | 'itemType' | 'legalBasis'
  label: string
  here: string
  directory: string
}

const basisText = (all: DirectoryBasics['legalBasis']): string =>
  all
    .map((b) => [`《${b.name}》`, b.number, b.clause, b.content].filter((part) => part !== '').join(' '))
    .join('\n')
const typeText = (type: string): string => `${ITEM_TYPE_NAMES[type] ?? type}（${type}）`

/** Where a copy does not read as the directory does, in the order of the editor. Empty: nothing to review. */
export function basicDifferences(content: ItemContent, entry: DirectoryBasics): BasicDifference[] {
  const rows: BasicDifference[] = [
    { key: 'directoryName', label: '事项名称', here: content.directoryName, directory: entry.name },
    {
      key: 'itemType',
      label: '事项类型',
      here: typeText(content.itemType),
      directory: typeText(entry.itemType),
    },
    {
      key: 'legalBasis',
      label: '设定依据',
      here: basisText(content.legalBasis),
      directory: basisText(entry.legalBasis),
    },
  ]
  return rows.filter((row) => row.here !== row.directory)
}

const PATHS = { directoryName: 'directoryName', itemType: 'itemType', legalBasis: 'legalBasis' } as const

/**
 * An implementation list held against the directory's entry of its basic code; `entry` null: the directory has none.
 * A guide from elsewhere that was never bound may stand beside the directory, but its clerk is told.
 */
export function directoryFindings(content: ItemContent, entry: DirectoryBasics | null): Finding[] {
  if (entry === null) return content.basicCode === '' ? [] : [unknownFinding(content)]
  const findings: Finding[] = []
  if (entry.state === 'cancelled')
    findings.push(
      blocks(
        'directory.cancelled',
        'basicCode',
        `目录第 ${entry.version} 版取消了“${entry.name}”，不能再发布。办理这个事项的取消。`,
        '5.1(2)',
      ),
    )
  if (entry.state === 'suspended')
    findings.push(
      blocks(
        'directory.suspended',
        'basicCode',
        `目录第 ${entry.version} 版暂停了“${entry.name}”，恢复以前不能发布。`,
        '5.1(2)',
      ),
    )
  if (content.directoryVersion === 0)
    findings.push(
      warns(
        'directory.unbound',
        'basicCode',
        `目录里有“${entry.name}”，这里还没有绑定。按“照目录更新”。`,
        '5.1(2)',
      ),
    )
  else
    for (const d of basicDifferences(content, entry))
      findings.push(
        blocks(
          `directory.moved-on.${d.key}`,
          PATHS[d.key],
          `目录第 ${entry.version} 版的${d.label}和这里不同，核对后按“照目录更新”。`,
          '5.1(2)',
        ),
      )
  if ((content.place?.centreId ?? '') === '' && !entry.exempt.includes(content.organId))
    findings.push(
      warns(
        'directory.not-in-centre',
        'place.centreId',
        '目录内事项要进驻同级服务中心：选择服务中心；不宜进驻的，先报同级政府批准例外。',
        '5.1(2)',
      ),
    )
  return findings
}

function unknownFinding(content: ItemContent): Finding {
  if (content.directoryVersion > 0)
    return blocks(
      'directory.unknown',
      'basicCode',
      `目录里没有基本编码 ${content.basicCode}。核对编码，或者先提出新增。`,
      '5.1(2)',
    )
  return warns(
    'directory.unlisted',
    'basicCode',
    `目录里没有基本编码 ${content.basicCode}。先在“基本目录”提出新增，再绑定。`,
    '5.1(2)',
  )
}
