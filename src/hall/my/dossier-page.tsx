import type { ReactElement } from 'react'
import type {
  Correction,
  Dossier,
  DossierClocks,
  DossierMaterial,
  DossierPaper,
} from '../../casework/index.ts'
import type { ItemVersion } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import type { SeenLookUp } from '../../exchange/index.ts'
import type { Licence } from '../../licences/index.ts'
import {
  Card,
  type ClockChipProps,
  DataTable,
  type DossierStep,
  dayOfInstant,
  dayText,
  ErrorSummary,
  type Fault,
  type FlashProps,
  instantText,
  LineLink,
  LinkButton,
  Opening,
  PaperList,
  Phone,
  Section,
  Split,
  Stack,
  Timeline,
  TurnCard,
  timeText,
} from '../../ui/index.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { PUBLIC } from '../public/addresses.ts'
import { type FailedFile, fileControl } from '../uploads/rows.tsx'
import { Corrections } from './corrections.tsx'
import { FiledForm } from './filed-form.tsx'
import { PersonalPage, type View } from './frame.tsx'
import { LOOK_UP_COLUMNS, lookUpRows } from './look-ups.tsx'
import type { TurnWords } from './turn.ts'

export interface DossierPageProps {
  view: View
  dossier: Dossier
  item: ItemVersion
  clocks: DossierClocks
  chip: ClockChipProps
  turn: TurnWords
  steps: DossierStep[]
  /** The open correction with what was gathered for it; null unless it is the applicant's turn. */
  correction: { asked: Correction; given: GivenMaterial[]; files: Map<string, StoredFile> } | null
  /** The form as it was filed last. */
  answers: Record<string, unknown>
  materials: DossierMaterial[]
  papers: DossierPaper[]
  licence: Licence | null
  lookUps: SeenLookUp[]
  mayWithdraw: boolean
  mayRate: boolean
  failed: Record<string, FailedFile>
  /** Keys of demanded materials that are still missing, after the applicant asked to hand in. */
  missing: string[]
  flash?: FlashProps | undefined
}

/** One dossier for its applicant: whose turn, what to do, how far it is, what was issued, who looked. */
export function DossierPage(props: DossierPageProps): ReactElement {
  const { view, dossier } = props
  const zh = view.lang === 'zh'
  const faults = faultsOf(props)
  return (
    <PersonalPage
      view={view}
      title={`${props.turn.title} · ${dossier.itemName}`}
      faults={faults.length}
      flash={props.flash}
      crumbs={[
        { text: zh ? '我的' : 'Mine', href: at('my') },
        { text: zh ? '办件' : 'Matters', href: at('dossiers') },
        { text: dossier.itemName },
      ]}
    >
      <Opening
        title={dossier.itemName}
        sample={dossier.sample}
        close
        facts={[
          <span key="n">
            {zh ? '办件编号 ' : 'Number '}
            <span className="code">{dossier.number}</span>
          </span>,
          dossier.organName,
          `${dayText(dayOfInstant(dossier.submittedAt), { lang: view.lang, today: view.today, bare: true })}${zh ? '提交' : ''}`,
        ]}
      />
      <Split aside={<Aside {...props} />} asideLabel={zh ? '联系和操作' : 'Contact and acts'}>
        <ErrorSummary faults={faults} kept={zh ? '其他材料都已保存。' : 'Everything else is saved.'} />
        <div id={TURN}>
          <Turn chip={props.chip} turn={props.turn} acts={<TurnActs {...props} />} />
        </div>
        {props.correction && <Corrections {...props} correction={props.correction} />}
        <Section title={zh ? '办到哪一步' : 'How far it is'} id="progress">
          <rb-live
            src={at('live', { dossierId: dossier.dossierId })}
            fragment={at('timeline', { dossierId: dossier.dossierId })}
          >
            <Progress view={view} steps={props.steps} />
          </rb-live>
        </Section>
        <Papers {...props} />
        <FiledForm {...props} />
        <MaterialsGiven {...props} />
        <LookUps {...props} />
      </Split>
    </PersonalPage>
  )
}

/** Where the card stands that says whose turn it is. */
const TURN = 'turn'

interface TurnProps {
  chip: ClockChipProps
  turn: TurnWords
  acts: ReactElement | null
}

function Turn({ chip, turn, acts }: TurnProps): ReactElement {
  return (
    <TurnCard clock={chip} title={turn.title} acts={acts}>
      {turn.sentences.map((s) => (
        <p key={s}>{s}</p>
      ))}
    </TurnCard>
  )
}

interface NewsProps extends Omit<TurnProps, 'acts'> {
  view: View
  dossier: Dossier
  steps: DossierStep[]
}

/** What an open page is given when something was recorded: the progress, and for the card above it whose turn it is now. */
export function News({ view, dossier, steps, chip, turn }: NewsProps): ReactElement {
  const { dossierId, status } = dossier
  const waits = status === 'correcting' || status === 'closed' || status === 'archived'
  // What it leads to (the corrections, the licence) is not on the open page yet.
  const acts = waits ? (
    <LinkButton href={at('dossier', { dossierId })}>{view.lang === 'zh' ? '打开看' : 'Open'}</LinkButton>
  ) : null
  return (
    <>
      <Progress view={view} steps={steps} />
      <template data-live={TURN}>
        <Turn chip={chip} turn={turn} acts={acts} />
      </template>
    </>
  )
}

/** The live part: drawn again when something was recorded. */
export function Progress({ view, steps }: { view: View; steps: DossierStep[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <Stack>
      <p className="small">
        {zh
          ? `${timeText(view.now)} 刚更新。有新进展，这里自动更新。`
          : `Updated ${timeText(view.now)}; news appears here by itself.`}
      </p>
      <Timeline variant="dossier" steps={steps} />
    </Stack>
  )
}

function faultsOf({ view, failed, missing, correction }: DossierPageProps): Fault[] {
  const nameOf = (key: string) => correction?.asked.demands.find((d) => d.materialKey === key)?.name ?? key
  const zh = view.lang === 'zh'
  const refused = Object.entries(failed).map(([key, f]) => ({
    field: fileControl(key),
    text: `${nameOf(key)}${zh ? '：' : ': '}${zh ? f.refusal.sentence : (f.refusal.english ?? f.refusal.sentence)}`,
  }))
  const open = missing
    .filter((key) => !(key in failed))
    .map((key) => ({
      field: fileControl(key),
      text: `${nameOf(key)}${zh ? '：还没有重传' : ': not uploaded yet'}`,
    }))
  return [...refused, ...open]
}

function TurnActs({ view, dossier, correction, licence, mayRate }: DossierPageProps): ReactElement | null {
  const zh = view.lang === 'zh'
  const { dossierId } = dossier
  if (correction) return <LinkButton href="#corrections">{zh ? '开始补正' : 'Begin'}</LinkButton>
  if (dossier.status !== 'closed' && dossier.status !== 'archived') return null
  return (
    <>
      {licence && (
        <LinkButton href={at('licence', { licenceId: licence.licenceId })}>
          {zh ? `看${licence.name}` : 'See the licence'}
        </LinkButton>
      )}
      {mayRate && (
        <LinkButton weight={licence ? 'quiet' : 'primary'} href={at('rating', { dossierId })}>
          {zh ? '评价这次办事' : 'Rate the service'}
        </LinkButton>
      )}
    </>
  )
}

function Papers({ view, dossier, papers }: DossierPageProps): ReactElement | null {
  const zh = view.lang === 'zh'
  const shown = papers.filter((p) => p.forApplicant)
  if (shown.length === 0) return null
  return (
    <Section title={zh ? '文书' : 'Papers'} id="papers">
      <PaperList
        papers={[...shown].reverse().map((p) => ({
          title: p.title,
          note: [
            dayText(dayOfInstant(p.at), { lang: view.lang, today: view.today, bare: true }),
            p.documentNumber,
            p.kind === 'application-form'
              ? zh
                ? '您提交的版本'
                : 'as you filed it'
              : zh
                ? '已盖电子印章'
                : 'sealed',
          ]
            .filter(Boolean)
            .join('，'),
          href: at('paper', { dossierId: dossier.dossierId, no: String(p.paperNo) }),
          act: zh ? '打开' : 'Open',
          sealed: p.kind !== 'application-form',
        }))}
      />
    </Section>
  )
}

function MaterialsGiven({ view, materials }: DossierPageProps): ReactElement | null {
  const zh = view.lang === 'zh'
  if (materials.length === 0) return null
  const how = {
    upload: zh ? '上传' : 'uploaded',
    licence: zh ? '电子证照' : 'electronic licence',
    courier: zh ? '快递' : 'by courier',
  }
  return (
    <Section title={zh ? '您交的材料' : 'What you handed in'} id="materials">
      <DataTable
        caption={zh ? '您交的材料' : 'What you handed in'}
        columns={zh ? ['材料', '怎么交的', '时间'] : ['Document', 'How', 'When']}
        rows={materials.map((m) => [
          m.fileId ? (
            <a key="m" href={at('file', { fileId: m.fileId })}>
              {m.name}
            </a>
          ) : (
            m.name
          ),
          m.source === 'licence' && m.licence?.['pending'] === true
            ? zh
              ? '电子证照，待核验'
              : 'licence, to be checked'
            : how[m.source],
          <span key="t" className="nowrap">
            {instantText(m.at, { lang: view.lang, today: view.today, bare: true })}
          </span>,
        ])}
      />
    </Section>
  )
}

function LookUps({ view, lookUps }: DossierPageProps): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <Section
      title={zh ? '谁看过我的资料' : 'Who looked at my data'}
      note={
        lookUps.length === 0
          ? zh
            ? '为办这件事，还没有人调过您在别处的资料。'
            : 'Nobody has looked anything up for this matter yet.'
          : undefined
      }
      act={<LineLink href={at('reads')}>{zh ? '看全部记录' : 'All records'}</LineLink>}
    >
      {lookUps.length > 0 && (
        <DataTable
          caption={zh ? '为办这件事，谁看过我的资料' : 'Who looked at my data for this matter'}
          columns={LOOK_UP_COLUMNS[view.lang]}
          rows={lookUpRows(lookUps, view)}
        />
      )}
    </Section>
  )
}

function Aside({ view, dossier, item, mayWithdraw }: DossierPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const { content } = item
  return (
    <Card>
      <p className="fine">{zh ? '经办' : 'Handled by'}</p>
      <p>
        <b>{dossier.organName}</b>
      </p>
      {content.consultPhone && (
        <p>
          <Phone number={content.consultPhone} />
        </p>
      )}
      <p>
        <LineLink href={PUBLIC.ask({ item: item.itemId })}>{zh ? '网上提问' : 'Ask in writing'}</LineLink>
      </p>
      {content.place?.hours && <p className="fine">{content.place.hours}</p>}
      <hr />
      <p>
        <LineLink href={at('receipt', { dossierId: dossier.dossierId })}>
          {zh ? '收件凭证和查询码' : 'Receipt and query code'}
        </LineLink>
      </p>
      {mayWithdraw && (
        <p>
          <LineLink href={at('withdrawal', { dossierId: dossier.dossierId })}>
            {zh ? '撤回申请' : 'Withdraw'}
          </LineLink>
        </p>
      )}
      <p>
        <LineLink href={ELSEWHERE.complaints}>{zh ? '投诉' : 'Complain'}</LineLink>
      </p>
    </Card>
  )
}
