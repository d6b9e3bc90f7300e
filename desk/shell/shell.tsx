import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { WorklistCounts } from '../../src/casework/api/worklist-contract.ts'
import { get } from '../api.ts'
import { useChangeCounts } from '../changes/counts.ts'
import { spoken } from '../dates.ts'
import { useEnquiryCounts } from '../enquiries/use-enquiries.ts'
import { Note } from '../parts/states.tsx'
import {
  answersQuestions,
  keepsBookings,
  keepsItems,
  type Officer,
  postsOf,
  seesTheCity,
  worksOnDossiers,
} from '../session.ts'
import { signInAddress, useSignedOut } from '../signed-out.ts'
import { KeyHelp } from './help.tsx'
import { useKeys } from './keys.ts'

export interface Crumb {
  label: string
  to?: string
}

/** The counts of the worklist, asked for twice a minute: for the navigation, the list's head and its news. */
export function useCounts(enabled = true) {
  return useQuery({
    queryKey: ['counts'],
    queryFn: ({ signal }) => get<WorklistCounts>('/api/worklist/counts', signal),
    refetchInterval: 30_000,
    enabled,
  })
}

/** 「37」, 「5000+」: counting stops at the cap. */
export const countInWords = (n: number, counts: WorklistCounts | undefined): string =>
  counts && n >= counts.cap ? `${n}+` : String(n)

/** Navigation, top bar and the page; `rail` is the narrow navigation of a record. */
export function Shell({
  officer,
  crumbs,
  rail = false,
  children,
}: {
  officer: Officer
  crumbs: Crumb[]
  rail?: boolean
  children: ReactNode
}) {
  const navigate = useNavigate()
  const seek = useRef<HTMLInputElement>(null)
  const [narrow, setNarrow] = useState(rail)
  const [help, setHelp] = useState(false)
  const goTo = useRef(false)
  useEffect(() => setNarrow(rail), [rail])
  useEffect(() => {
    document.title = `${crumbs.at(-1)?.label ?? ''} - 榕办 工作台`
  }, [crumbs])

  const gone = (to: string) => () => {
    if (!goTo.current) return
    goTo.current = false
    void navigate(to)
  }
  useKeys({
    '/': () => seek.current?.focus(),
    '[': () => setNarrow((n) => !n),
    '?': () => setHelp(true),
    G: () => {
      goTo.current = true
      setTimeout(() => {
        goTo.current = false
      }, 1500)
    },
    W: gone('/worklist'),
    D: gone('/worklist?filter=organ'),
    S: gone('/worklist?filter=done'),
    Q: gone('/enquiries'),
    I: gone('/items'),
    E: gone('/changes'),
  })
  const sought = worksOnDossiers(officer) ? '办件编号、申请人、事项' : '事项名称、编码'
  const search = (event: FormEvent) => {
    event.preventDefault()
    const q = seek.current?.value.trim() ?? ''
    const found = q ? `q=${encodeURIComponent(q)}` : ''
    void navigate(worksOnDossiers(officer) ? `/worklist?filter=organ&${found}` : `/items?${found}`)
  }

  return (
    <div className={narrow ? 'app rail' : 'app'}>
      <a className="skip" href="#page">
        跳到正文
      </a>
      <Nav officer={officer} />
      <header className="topbar">
        <nav className="crumbs" aria-label="位置">
          {crumbs.map((c, i) => (
            <span key={c.label}>
              {i > 0 && (
                <span className="slash" aria-hidden="true">
                  /
                </span>
              )}
              {c.to ? <Link to={c.to}>{c.label}</Link> : <b>{c.label}</b>}
            </span>
          ))}
        </nav>
        <search>
          <form className="seek" onSubmit={search}>
            <input ref={seek} type="search" aria-label={`搜索${sought}`} placeholder={sought} />
            <kbd>/</kbd>
          </form>
        </search>
        <Duty officer={officer} />
      </header>
      <main id="page" tabIndex={-1}>
        <SignedOut />
        {children}
      </main>
      <KeyHelp open={help} onClose={() => setHelp(false)} />
    </div>
  )
}

/** The session ended while something was being written: sign in beside, and go on here. */
function SignedOut() {
  const ended = useSignedOut()
  if (!ended) return null
  return (
    <Note kind="warn">
      <b>登录已结束。</b>写的都还在这一页，没有提交。
      <a href={signInAddress()} target="_blank" rel="noreferrer">
        在新窗口再登录
      </a>
      ，登录后回到这里接着办。
    </Note>
  )
}

function Duty({ officer }: { officer: Officer }) {
  const { data } = useCounts(worksOnDossiers(officer))
  const posts = postsOf(officer)
  return (
    <div className="duty">
      <span className="env">演示数据</span>
      {data && (
        <time className="wide-only" dateTime={data.at}>
          {spoken(data.at)}
        </time>
      )}
      <span className="onpost">{posts.length > 0 ? `在岗 · ${posts.join('、')}` : '没有上岗'}</span>
      <span className="who">
        <b>{officer.name}</b> <span className="mute wide-only">{officer.organName}</span>
      </span>
      <form method="post" action="/desk/sign-out">
        <button type="submit" className="linklike">
          退出
        </button>
      </form>
    </div>
  )
}

interface Place {
  mark: string
  label: string
  to: string
  count?: number | undefined
  hot?: boolean
}

const OWN_PLACES = ['/enquiries', '/items', '/changes', '/directory', '/search-words', '/bookings']

function Nav({ officer }: { officer: Officer }) {
  const { pathname, search } = useLocation()
  const dossiers = worksOnDossiers(officer)
  const { data } = useCounts(dossiers)
  const changes = useChangeCounts(keepsItems(officer)).data
  const filter = new URLSearchParams(search).get('filter')
  const red = (data?.red ?? 0) > 0
  const groups: { title: string; places: Place[] }[] = []
  if (dossiers)
    groups.push({
      title: '办理',
      places: [
        { mark: '待', label: '我的待办', to: '/worklist', count: data?.counts.all, hot: red },
        { mark: '部', label: '部门在办', to: '/worklist?filter=organ', count: data?.counts.organ },
        { mark: '结', label: '已办结', to: '/worklist?filter=done', count: data?.counts.done },
      ],
    })
  const questions = useEnquiryCounts(answersQuestions(officer)).data
  if (answersQuestions(officer)) {
    const hot = (questions?.overdue ?? 0) > 0
    const place = { mark: '问', label: '咨询', to: '/enquiries', count: questions?.open || undefined, hot }
    if (groups[0]) groups[0].places.push(place)
    else groups.push({ title: '办理', places: [place] })
  }
  if (keepsBookings(officer)) {
    const place = { mark: '约', label: '预约', to: '/bookings' }
    if (groups[0]) groups[0].places.push(place)
    else groups.push({ title: '办理', places: [place] })
  }
  if (keepsItems(officer))
    groups.push({
      title: '事项',
      places: [
        { mark: '项', label: '事项目录', to: '/items' },
        { mark: '变', label: '变更', to: '/changes', count: changes?.mine || undefined },
        { mark: '目', label: '基本目录', to: '/directory' },
        ...(seesTheCity(officer) ? [{ mark: '词', label: '搜索用词', to: '/search-words' }] : []),
      ],
    })

  // Who works on no dossiers keeps the catalogue: their own work stands first, answering questions comes after.
  if (!dossiers) groups.reverse()

  const here = (to: string): boolean => {
    if (OWN_PLACES.includes(to)) return pathname.startsWith(to)
    if (pathname.startsWith('/dossiers')) return to === '/worklist'
    const wanted = new URLSearchParams(to.split('?')[1] ?? '').get('filter')
    const special = filter === 'organ' || filter === 'done'
    return pathname === '/worklist' && (wanted === null ? !special : wanted === filter)
  }
  return (
    <nav className="nav" aria-label="主导航">
      <Link className="brand" to="/">
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <path
            d="M3 14V10.5M7.3 16V6.5M11.7 27V4.5M16 29V3M20.3 29V4.5M24.7 20.5V6.5M29 14V10.5M7.3 22V19.8"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.4"
            strokeLinecap="round"
          />
        </svg>
        <span className="label">榕办 工作台</span>
      </Link>
      {groups.map((g) => (
        <section key={g.title} aria-label={g.title}>
          <h2>{g.title}</h2>
          <ul>
            {g.places.map((p) => (
              <li key={p.to}>
                <Link to={p.to} title={p.label} aria-current={here(p.to) ? 'page' : undefined}>
                  <i aria-hidden="true">{p.mark}</i>
                  <span className="label">{p.label}</span>
                  {p.count !== undefined && (
                    <span className={p.hot ? 'n hot label' : 'n label'}>{countInWords(p.count, data)}</span>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="foot">
        <kbd>?</kbd> 快捷键　<kbd>[</kbd> 收起
      </p>
    </nav>
  )
}

/** The line at the foot of a page: the keys that work here, and what is at its end. */
export function KeyBar({ keys, children }: { keys: [string[], string][]; children?: ReactNode }) {
  return (
    <footer className="keybar">
      {keys.map(([caps, does]) => (
        <span key={does} className="hint">
          {caps.map((c) => (
            <kbd key={c}>{c}</kbd>
          ))}
          {does}
        </span>
      ))}
      <span className="end">{children}</span>
    </footer>
  )
}
