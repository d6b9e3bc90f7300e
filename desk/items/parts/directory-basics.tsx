import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { TakenOver } from '../../../src/catalogue/api/directory-contract.ts'
import { Refused, send } from '../../api.ts'
import { Note } from '../../parts/states.tsx'
import { Said } from '../findings.tsx'
import { controlId } from '../sections.ts'
import '../../styles/diff.css'
import type { ItemEdit } from '../use-item.ts'

/** What the directory sets for a bound item: shown, not typed; and the act that copies its newest state. */
export function DirectoryBasics({
  edit,
  rows,
}: {
  edit: ItemEdit
  /** Path in the content, label, text. */
  rows: readonly (readonly [path: string, label: string, text: string])[]
}) {
  const stale = edit.findings.some((f) => /^directory\.(moved-on|unbound)/.test(f.id))
  const bound = edit.content.directoryVersion > 0
  if (!bound && !stale) return null
  return (
    <section className="setby">
      <p className="small mute">
        {bound
          ? `由基本目录第 ${edit.content.directoryVersion} 版规定，这里不能改。要改，先在“基本目录”提出变更。`
          : '目录里有这个事项，绑定以后这些由目录规定。'}
      </p>
      {bound && (
        <dl className="pairs">
          {rows.map(([path, label, text]) => (
            <Row key={path} path={path} label={label} text={text} />
          ))}
        </dl>
      )}
      {stale && !edit.readOnly && <TakeOver edit={edit} />}
    </section>
  )
}

function Row({ path, label, text }: { path: string; label: string; text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd id={controlId(path)} tabIndex={-1}>
        {text || <span className="mute">没有</span>}
        <Said path={path} />
      </dd>
    </>
  )
}

function TakeOver({ edit }: { edit: ItemEdit }) {
  const queries = useQueryClient()
  const [error, setError] = useState('')
  const takeOver = async () => {
    try {
      const revision = await edit.saveNow()
      await send<TakenOver>(`/api/items/${edit.record.itemId}/basics`, { revision })
      await queries.resetQueries({ queryKey: ['item', edit.record.itemId] })
    } catch (e) {
      setError(e instanceof Refused ? e.refusal.sentence : '没有更新，草稿还是原来的样子。再试一次。')
    }
  }
  return (
    <>
      <div className="row">
        <Button size="small" onClick={() => void takeOver()}>
          照目录更新
        </Button>
        {edit.content.directoryVersion > 0 && (
          <Link className="small" to="/directory/todos">
            看新旧对照
          </Link>
        )}
      </div>
      {error && <Note kind="bad">{error}</Note>}
    </>
  )
}
