import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { holds, type Officer } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { DirectoryHead } from './head.tsx'
import { TodoReview } from './todo-lines.tsx'
import { useTodos } from './use-directory.ts'

/** 要核对的事项: what the directory changed under the items of the department, or of all for those who look at all. */
export default function DirectoryTodosPage({ officer }: { officer: Officer }) {
  const todos = useTodos()
  const rows = todos.data?.rows ?? []
  return (
    <Shell officer={officer} crumbs={[{ label: '基本目录', to: '/directory' }, { label: '要核对的事项' }]}>
      <DirectoryHead title="要核对的事项" here="/directory/todos" />
      <Pane className="pagebody" label="要核对的事项">
        {todos.isPending && <Waiting what="要核对的事项" />}
        {todos.isError && (
          <Failed what="要核对的事项" error={todos.error} retry={() => void todos.refetch()} />
        )}
        {todos.data && rows.length === 0 && <Empty title="没有要核对的：实施清单都和目录现行版本一致。" />}
        <ul className="reviews">
          {rows.map((t) => (
            <TodoReview
              key={t.itemId}
              todo={t}
              mine={t.organId === officer.organId && holds(officer, 'clerk')}
            />
          ))}
        </ul>
      </Pane>
      <KeyBar keys={[[['?'], '全部快捷键']]}>{rows.length > 0 && <span>共 {rows.length} 个</span>}</KeyBar>
    </Shell>
  )
}
