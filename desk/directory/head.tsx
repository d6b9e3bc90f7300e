import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useProposals, useTodos } from './use-directory.ts'

/** Title of the directory's pages, what waits there, and the way between them. */
export function DirectoryHead({
  title,
  here,
  children,
}: {
  title: string
  here: string
  children?: ReactNode
}) {
  const open = useProposals().data?.rows.filter((p) => p.status === 'open').length ?? 0
  const todos = useTodos().data?.rows.length ?? 0
  const places = [
    { to: '/directory', label: '目录', n: 0 },
    { to: '/directory/proposals', label: '变动提议', n: open },
    { to: '/directory/todos', label: '要核对的事项', n: todos },
  ]
  return (
    <div className="pagehead">
      <h1>{title}</h1>
      <nav className="ways" aria-label="目录的页面">
        {places.map((p) => (
          <Link key={p.to} to={p.to} aria-current={p.to === here ? 'page' : undefined}>
            {p.label}
            {p.n > 0 && <b className="n">{p.n}</b>}
          </Link>
        ))}
      </nav>
      <span className="spring" />
      {children}
    </div>
  )
}
