import { useParams } from 'react-router'
import type { EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { EntryActs } from './entry-acts.tsx'
import { Basis, Bodies, Lineage } from './entry-parts.tsx'
import { useEntry } from './use-directory.ts'
import { VersionList } from './versions.tsx'
import { levelNames, STATES, typeName } from './words.ts'

/** 目录事项: one entry with its basic elements, versions, bodies and exceptions, and what can be done with it. */
export default function DirectoryEntryPage({ officer }: { officer: Officer }) {
  const { code = '' } = useParams()
  const entry = useEntry(code)
  const name = entry.data?.elements.name ?? '目录事项'
  return (
    <Shell officer={officer} crumbs={[{ label: '基本目录', to: '/directory' }, { label: name }]}>
      {entry.isPending && <Waiting what="目录事项" />}
      {entry.isError && (
        <div className="pagehead">
          <h1 className="vh">目录事项</h1>
          <Failed what="目录事项" error={entry.error} retry={() => void entry.refetch()} />
        </div>
      )}
      {entry.data && <Record key={code} entry={entry.data} />}
    </Shell>
  )
}

function Record({ entry }: { entry: EntryRecordAnswer }) {
  const { elements, state } = entry
  return (
    <>
      <div className="pagehead recordtitle">
        <h1>{elements.name}</h1>
        <span className={`tag ${STATES[state].kind}`}>{STATES[state].word}</span>
        {entry.sample && <span className="tag">示例</span>}
        <span className="small mid">{entry.basicCode}</span>
        <span className="small mid">{typeName(elements.itemType)}</span>
        <span className="small mid">{entry.version > 0 ? `第 ${entry.version} 版` : '第 1 版没有生效'}</span>
      </div>
      <div className="entrywork">
        <Pane className="entrymain" label="目录事项的内容">
          <Lineage entry={entry} />
          <section>
            <h2>基本要素</h2>
            <dl className="pairs">
              <dt>行使层级</dt>
              <dd>{levelNames(elements.levels)}</dd>
              <dt>实施部门</dt>
              <dd>{elements.bodyKinds.join('、') || '没有写'}</dd>
              {elements.legalBasis.map((b, i) => (
                <Basis key={`${b.name}${b.clause}`} first={i === 0} {...b} />
              ))}
            </dl>
          </section>
          <Bodies entry={entry} />
          <VersionList versions={entry.versions} />
        </Pane>
        <EntryActs entry={entry} />
      </div>
    </>
  )
}
