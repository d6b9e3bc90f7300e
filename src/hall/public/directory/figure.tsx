import type { ReactElement, ReactNode } from 'react'
import type { Figure } from '../../../catalogue/index.ts'
import { DataTable, KeyFigures, type Lang, Section, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'

type Counts = Pick<Figure['all'], 'in' | 'exempt' | 'missing'>

export const PLACEMENT_WORDS = {
  in: { zh: '已进驻', en: 'In a centre' },
  exempt: { zh: '批准例外', en: 'Exempt' },
  missing: { zh: '缺', en: 'Missing' },
} as const

const sum = (c: Counts): number => c.in + c.exempt + c.missing
const share = (n: number, of: number): string => (of === 0 ? '0' : String(Math.round((n * 1000) / of) / 10))

/** A page with a row for each of hundreds of departments is one that nobody reads to its end. */
const MOST_ROWS = 60
const FIRST_ROWS = 40

/** The departments that the page lists: all, or where these are too many those of the district, or those that lack most. */
function departmentsShown({ byOrgan }: Figure, area: string): { rows: Figure['byOrgan']; first: boolean } {
  if (byOrgan.length <= MOST_ROWS) return { rows: byOrgan, first: false }
  const there = byOrgan.filter((row) => row.organ.areaCode === area)
  return there.length > 0
    ? { rows: there, first: false }
    : { rows: byOrgan.slice(0, FIRST_ROWS), first: true }
}

/** The three numbers, then by district and by department, each row drawn as well as written. */
export function FigureSections({
  figure,
  area,
  lang,
}: {
  figure: Figure
  area: string
  lang: Lang
}): ReactElement {
  const departments = departmentsShown(figure, area)
  const all = sum(figure.all)
  const unit = t(lang, { zh: '项', en: '' })
  const zh = lang === 'en' ? 'zh-CN' : undefined
  const rowsOf = (rows: (Counts & { key: string; name: ReactNode })[]) =>
    rows.map((row) => [
      <span key={row.key} className="share-name">
        {row.name}
        <Shares counts={row} />
      </span>,
      row.in,
      row.exempt,
      row.missing,
    ])
  const columns = (first: string) => [
    first,
    t(lang, PLACEMENT_WORDS.in),
    t(lang, PLACEMENT_WORDS.exempt),
    t(lang, PLACEMENT_WORDS.missing),
  ]
  return (
    <>
      <KeyFigures
        figures={[
          {
            term: t(lang, PLACEMENT_WORDS.in),
            value: String(figure.all.in),
            unit,
            note: t(lang, {
              zh: `占 ${share(figure.all.in, all)}%，服务中心和平台上都能办`,
              en: `${share(figure.all.in, all)}%: at a centre and on the platform`,
            }),
          },
          {
            term: t(lang, PLACEMENT_WORDS.exempt),
            value: String(figure.all.exempt),
            unit,
            note: t(lang, { zh: '经同级政府批准不进驻', en: 'by approval of the government' }),
          },
          {
            term: t(lang, PLACEMENT_WORDS.missing),
            value: String(figure.all.missing),
            unit,
            note: t(lang, { zh: '没有进驻，也没有批准', en: 'neither there nor approved' }),
          },
          {
            term: t(lang, { zh: '全部', en: 'All' }),
            value: String(all),
            unit,
            note: t(lang, {
              zh: '几个部门都要实施的，每个部门算一项',
              en: 'counted once for each department',
            }),
          },
        ]}
      />
      <Key lang={lang} />
      <Section id="areas" title={t(lang, { zh: '按区域', en: 'By district' })}>
        <div className="share-rows">
          <DataTable
            caption={t(lang, { zh: '各区域的进驻情况', en: 'Standing by district' })}
            columns={columns(t(lang, { zh: '区域', en: 'District' }))}
            rows={rowsOf(
              figure.byArea.map((area) => ({
                ...area,
                key: area.areaCode,
                name: (
                  <a href={`${PUBLIC.directory({ area: area.areaCode })}#list`} lang={zh}>
                    {area.areaName}
                  </a>
                ),
              })),
            )}
          />
        </div>
      </Section>
      <Section id="departments" title={t(lang, { zh: '按部门', en: 'By department' })}>
        {departments.first && (
          <p className="section-note">
            {t(lang, {
              zh: `全市 ${figure.byOrgan.length} 个部门，这里列缺得最多的 ${FIRST_ROWS} 个。选一个区域，看那里的全部部门。`,
              en: `The ${FIRST_ROWS} of ${figure.byOrgan.length} departments that lack most. Choose a district to see all of its departments.`,
            })}
          </p>
        )}
        <div className="share-rows">
          <DataTable
            caption={t(lang, { zh: '各部门的进驻情况', en: 'Standing by department' })}
            columns={columns(t(lang, { zh: '部门', en: 'Department' }))}
            rows={rowsOf(
              departments.rows.map((row) => ({
                ...row,
                key: row.organ.organId,
                name: (
                  <a href={`${PUBLIC.directory({ organ: row.organ.organId })}#list`} lang={zh}>
                    {row.organ.name}
                  </a>
                ),
              })),
            )}
          />
        </div>
      </Section>
    </>
  )
}

/** How the three share a row: full, hatched, empty with an edge, so that colour never speaks alone. The numbers stand beside. */
function Shares({ counts }: { counts: Counts }): ReactElement {
  const all = Math.max(1, sum(counts))
  const wide = (n: number) => (n * 240) / all
  const exemptAt = wide(counts.in)
  const missingAt = exemptAt + wide(counts.exempt)
  return (
    <svg
      className="shares"
      viewBox="0 0 240 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <Part kind="in" x={0} width={wide(counts.in)} />
      <Part kind="exempt" x={exemptAt} width={wide(counts.exempt)} />
      <Part kind="missing" x={missingAt} width={wide(counts.missing)} />
    </svg>
  )
}

function Part({ kind, x, width }: { kind: keyof Counts; x: number; width: number }): ReactElement | null {
  if (width <= 0) return null
  const stripes =
    kind === 'exempt' ? Array.from({ length: Math.floor(width / 6) }, (_, i) => x + 3 + i * 6) : []
  return (
    <g className={`share-${kind}`}>
      <rect x={x + 0.5} y="0.5" width={Math.max(1, width - 1)} height="7" />
      {stripes.map((at) => (
        <path key={at} d={`M${at} 1v6`} />
      ))}
    </g>
  )
}

function Key({ lang }: { lang: Lang }): ReactElement {
  return (
    <ul className="share-key">
      {(['in', 'exempt', 'missing'] as const).map((kind) => (
        <li key={kind}>
          <svg className="shares" viewBox="0 0 28 8" aria-hidden="true" focusable="false">
            <Part kind={kind} x={0} width={28} />
          </svg>
          {t(lang, PLACEMENT_WORDS[kind])}
        </li>
      ))}
    </ul>
  )
}
