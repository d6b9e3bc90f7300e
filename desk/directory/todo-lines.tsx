import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate } from 'react-router'
import type { ItemRecord } from '../../src/catalogue/api/contract.ts'
import type { DirectoryTodoAnswer, TakenOver } from '../../src/catalogue/api/directory-contract.ts'
import { get } from '../api.ts'
import { NotDone } from '../parts/not-done.tsx'
import { useDirectoryAct } from './use-directory.ts'
import { Difference } from './versions.tsx'

/** Items that the directory changed under, short: which, and what to do. */
export function TodoLines({ todos }: { todos: DirectoryTodoAnswer[] }) {
  return (
    <ul className="past">
      {todos.map((t) => (
        <li key={t.itemId} className="small">
          <Link to={`/items/${t.itemId}`}>{t.name}</Link> <span className="mute">{t.organName}</span>
          <span className="mid block">{t.sentence}</span>
        </li>
      ))}
    </ul>
  )
}

/** One item to be reviewed: both sides, and the act of its own clerk. */
export function TodoReview({ todo, mine }: { todo: DirectoryTodoAnswer; mine: boolean }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const act = useTakeOver(async () => {
    await queries.invalidateQueries({ queryKey: ['item', todo.itemId] })
    void navigate(`/items/${todo.itemId}`)
  })
  return (
    <li className="review">
      <div className="row between">
        <h2>
          <Link to={`/items/${todo.itemId}`}>{todo.name}</Link>{' '}
          <span className="small mute">{todo.organName}</span>
        </h2>
        <Link className="small" to={`/directory/${todo.basicCode}`}>
          看目录
        </Link>
      </div>
      <p>{todo.sentence}</p>
      <p className="small mute">
        {todo.document}，{todo.effectiveOn} 生效
      </p>
      {todo.differences.length > 0 && (
        <dl className="pairs sidebyside">
          {todo.differences.map((d) => (
            <Difference key={d.key} label={d.label} before={d.here} after={d.directory} />
          ))}
        </dl>
      )}
      {todo.became.length > 0 && (
        <p className="small">
          改为：
          {todo.became.map((b) => (
            <Link key={b.basicCode} to={`/directory/${b.basicCode}`} className="spaced">
              {b.name}
            </Link>
          ))}
        </p>
      )}
      {mine && todo.kind === 'review' && (
        <div className="minor">
          <Button
            type="primary"
            aria-disabled={act.isPending}
            onClick={() => !act.isPending && act.mutate(todo.itemId)}
          >
            {act.isPending ? '正在更新…' : '核对过了，照目录更新草稿'}
          </Button>
        </div>
      )}
      <NotDone error={act.error} />
    </li>
  )
}

/** Takes over at the revision of the draft as it is now: what was reviewed are the directory's elements, shown here. */
function useTakeOver(onDone: () => Promise<void>) {
  const act = useDirectoryAct<{ itemId: string; revision: number }, TakenOver>(
    ({ itemId }) => `/api/items/${itemId}/basics`,
    () => void onDone(),
  )
  return {
    ...act,
    mutate: (itemId: string) =>
      void get<ItemRecord>(`/api/items/${itemId}`).then((record) =>
        act.mutate({ itemId, revision: record.draft?.revision ?? 0 }),
      ),
  }
}
