import type { ReactElement } from 'react'
import { type OwnDossier, RESULTS } from '../../casework/index.ts'
import {
  ClockChip,
  type ClockChipProps,
  DataTable,
  dayOfInstant,
  dayText,
  FilterPills,
  Message,
  Opening,
} from '../../ui/index.ts'
import { at } from '../personal-routes.ts'
import { PersonalPage, type View } from './frame.tsx'
import { turnOf } from './turn.ts'

export interface ListedDossier {
  dossier: OwnDossier
  chip: ClockChipProps
}

export type Turn = 'all' | 'you' | 'department' | 'closed'

/** Where it is, said to the applicant: the step's name is written for the department. */
function stageText(d: OwnDossier, zh: boolean): string {
  if (d.status === 'correcting') return zh ? '补正材料' : 'Correction'
  if (d.status === 'received') return zh ? (d.corrections > 0 ? '审查补正' : '等受理') : 'Acceptance'
  if (d.status === 'decided') return zh ? '准备办结' : 'Closing'
  if (d.status === 'closed' || d.status === 'archived') return zh ? RESULTS[d.result ?? 'granted'] : 'Closed'
  return d.stepName
}

export function DossierTable({ view, dossiers }: { view: View; dossiers: ListedDossier[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <DataTable
      caption={zh ? '办件' : 'Matters'}
      columns={zh ? ['事项', '时限', '现在到', '提交'] : ['Matter', 'Clock', 'Now at', 'Filed']}
      rows={dossiers.map(({ dossier, chip }) => [
        <a key="a" href={at('dossier', { dossierId: dossier.dossierId })}>
          {dossier.itemName}
        </a>,
        <ClockChip key="c" {...chip} />,
        stageText(dossier, zh),
        <span key="d" className="nowrap">
          {dayText(dayOfInstant(dossier.submittedAt), { lang: view.lang, today: view.today, bare: true })}
        </span>,
      ])}
    />
  )
}

export interface ListPageProps {
  view: View
  dossiers: ListedDossier[]
  turn: Turn
}

/** 办件: all of them, filtered by whose turn it is; the address holds the filter. */
export function ListPage({ view, dossiers, turn }: ListPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '我的办件' : 'My matters'
  const of = (t: Turn) => (t === 'all' ? dossiers : dossiers.filter((d) => turnOf(d.dossier) === t))
  const words: Record<Turn, string> = zh
    ? { all: '全部', you: '等您办', department: '部门在办', closed: '已办结' }
    : { all: 'All', you: 'Your turn', department: 'With the department', closed: 'Closed' }
  const shown = of(turn)
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      <FilterPills
        label={zh ? '筛选办件' : 'Filter'}
        pills={(['all', 'you', 'department', 'closed'] as const).map((t) => ({
          text: words[t],
          count: of(t).length,
          href: at('dossiers', {}, t === 'all' ? {} : { turn: t }),
          current: t === turn,
        }))}
      />
      {shown.length > 0 ? (
        <DossierTable view={view} dossiers={shown} />
      ) : (
        <Message
          title={zh ? (turn === 'all' ? '您还没有办过事' : `没有「${words[turn]}」的办件`) : 'None here'}
        >
          <p>{zh ? '提交的申请和结果都会放在这里。' : 'Applications and results will be here.'}</p>
        </Message>
      )}
    </PersonalPage>
  )
}
