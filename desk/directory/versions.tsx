import type { EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { Changed } from '../parts/changed.tsx'
import { levelNames, OPERATIONS } from './words.ts'

type Version = EntryRecordAnswer['versions'][number]

const lines = ({ elements }: Version): [string, string][] => [
  ['名称', elements.name],
  [
    '依据',
    elements.legalBasis
      .map((b) => `《${b.name}》${b.number && `（${b.number}）`}${b.clause}${b.content && `：${b.content}`}`)
      .join('\n'),
  ],
  ['层级', levelNames(elements.levels)],
  ['部门', elements.bodyKinds.join('、')],
]

/** Every version with its operation, document and day, and what it changed against the one before. */
export function VersionList({ versions }: { versions: Version[] }) {
  return (
    <section>
      <h2>版本</h2>
      <ol className="versions">
        {versions.map((v, i) => {
          const before = versions[i + 1]
          const was = before ? lines(before) : []
          const differs = before ? lines(v).filter(([, text], j) => text !== was[j]![1]) : []
          return (
            <li key={v.version}>
              <p>
                <b>第 {v.version} 版</b>　{OPERATIONS[v.operation]}　{v.effectiveOn}{' '}
                {v.inForce ? '生效' : '起生效'}
                {!v.inForce && <span className="tag wait">待生效</span>}
              </p>
              <p className="small mid">
                {v.document}
                {v.decidedBy && `　${v.decidedBy}`}
              </p>
              {differs.length > 0 && (
                <dl className="pairs sidebyside">
                  {differs.map(([label, text]) => {
                    const old = was.find(([l]) => l === label)![1]
                    return <Difference key={label} label={label} before={old} after={text} />
                  })}
                </dl>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** Old and new of one element, side by side, the changed characters marked. */
export function Difference({ label, before, after }: { label: string; before: string; after: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="bothsides">
        <span className="was">
          <span className="tiny mute block">原来</span>
          <Changed text={before} against={after} />
        </span>
        <span className="is">
          <span className="tiny mute block">现在</span>
          <Changed text={after} against={before} />
        </span>
      </dd>
    </>
  )
}
