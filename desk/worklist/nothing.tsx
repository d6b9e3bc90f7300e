import { Link } from 'react-router'
import type { WorklistCounts } from '../../src/casework/api/worklist-contract.ts'
import { dueDay } from '../dates.ts'
import { Empty } from '../parts/states.tsx'
import { addressOf, TABS, TITLES, type View } from './address.ts'

/** What is true, when the next one comes, one way on. */
export function Nothing({ view, counts }: { view: View; counts: WorklistCounts | undefined }) {
  if (view.q) {
    return (
      <Empty
        title={`“${view.q}”没有找到办件。`}
        action={
          <Link className="btnlink" to={addressOf({ ...view, q: '', page: 1 })}>
            去掉搜索条件
          </Link>
        }
      >
        可以搜申请人、事项的一部分，或者编号的后几位。
      </Empty>
    )
  }
  if (view.filter !== 'all' && !TITLES[view.filter]) {
    return (
      <Empty
        title={`“${TABS.find((t) => t.filter === view.filter)?.label}”现在没有办件。`}
        action={
          <Link className="btnlink" to="/worklist">
            看全部待我办
          </Link>
        }
      >
        去掉这个筛选有 {counts?.counts.all ?? 0} 件。
      </Empty>
    )
  }
  const next = counts?.next
  return (
    <Empty
      title={view.filter === 'all' ? '现在没有要你办的件。' : '现在没有办件。'}
      action={
        view.filter === 'all' && counts && counts.counts.organ > 0 ? (
          <Link className="btnlink" to="/worklist?filter=organ">
            看部门在办 {counts.counts.organ} 件
          </Link>
        ) : undefined
      }
    >
      {next
        ? `部门里最早到期的一件 ${dueDay(next.dueAt)}，在${next.holder}手上。`
        : counts?.counts.organ === 0 && '部门也没有在办的件。有人提交，这里自己出现。'}
    </Empty>
  )
}
