import type { ReactElement } from 'react'
import { type FormField, type Material, uploadKey, uploadsOf } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import type { Held } from '../../exchange/index.ts'
import {
  Actions,
  Button,
  Card,
  dayOfInstant,
  dayText,
  ErrorSummary,
  type Fault,
  type FlashProps,
  LineLink,
  LinkButton,
  NoticeCard,
  Opening,
  Phone,
  SavedLine,
  Section,
  Split,
  Stepper,
  SummaryList,
  timeText,
  UploadList,
} from '../../ui/index.ts'
import { KEPT_DAYS } from '../drafts/draft.ts'
import { controlName } from '../form/answers.ts'
import { summaryOf } from '../form/context.ts'
import { knownRows } from '../form/fields.tsx'
import { FormSections } from '../form/sections.tsx'
import { PersonalPage, type View } from '../my/frame.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { SituationNotice } from '../situations/parts.tsx'
import { type FailedFile, fileControl, MaterialRow } from '../uploads/rows.tsx'
import { ClosedNotice, KeptSection, MovedNotice } from './change-notices.tsx'
import { PAGE_VERSION } from './save.ts'
import type { Scene } from './scene.ts'
import type { Open } from './submit.ts'

export const STEPS = {
  zh: ['看指南', '填写和上传', '核对提交'],
  en: ['Guide', 'Fill in and upload', 'Check and submit'],
}

export interface DraftPageProps {
  view: View
  scene: Scene
  held: Held
  files: Map<string, StoredFile>
  /** What must be put right; shown only after the applicant asked to go on. */
  open: Open
  failed: Record<string, FailedFile>
  flash?: FlashProps | undefined
}

/** 填写和上传: questions, known facts and materials on one page; every button saves what is typed. */
export function DraftPage(props: DraftPageProps): ReactElement {
  const { view, scene, open } = props
  const { lang } = view
  const zh = lang === 'zh'
  const { content } = scene.item
  const { draft } = scene
  const name = zh ? content.name : content.nameEn || content.name
  const title = zh ? '填写和上传' : 'Fill in and upload'
  const faults = faultsOf(props)
  const keptUntil = dayText(dayOfInstant(new Date(draft.savedAt.getTime() + KEPT_DAYS * 86_400_000)), {
    lang,
    today: view.today,
    bare: true,
  })
  const save = at('draft', { draftId: draft.draftId })
  return (
    <PersonalPage
      view={view}
      place="find"
      title={`${title} · ${name}`}
      faults={faults.length}
      flash={props.flash}
      crumbs={[
        { text: zh ? '首页' : 'Home', href: '/' },
        { text: name, href: ELSEWHERE.guide(scene.item.itemId) },
        { text: zh ? '在线办理' : 'Apply online' },
      ]}
    >
      <Split aside={<Help scene={scene} zh={zh} />} asideLabel={zh ? '帮助' : 'Help'}>
        <Stepper steps={STEPS[lang]} current={2} hrefs={[ELSEWHERE.guide(scene.item.itemId)]} />
        <Opening title={title} over={name} sample={content.sample} close />
        <rb-autosave action-autosave={at('autosave', { draftId: draft.draftId })} version={draft.revision}>
          <SavedLine
            saved={savedText(draft.savedAt, view)}
            kept={
              zh
                ? `换手机、换电脑都能接着填，草稿留到 ${keptUntil}。`
                : `Go on from any device; the draft is kept until ${keptUntil}.`
            }
          />
          <ErrorSummary
            faults={faults}
            kept={zh ? '其他内容都已保存，不用重填。' : 'Everything else is saved.'}
          />
          <ClosedNotice scene={scene} view={view} />
          <MovedNotice scene={scene} view={view} />
          <PendingNotice scene={scene} zh={zh} />
          <SituationNotice scene={scene} lang={lang} />
          <KnownSection {...props} />
          <form action={save} method="post" encType="multipart/form-data" noValidate>
            {/* Enter in a field presses the first button of the form: it must be this one. */}
            <button
              className="unseen"
              type="submit"
              name="do"
              value="review"
              tabIndex={-1}
              aria-hidden="true"
            >
              {zh ? '保存，去核对' : 'Save and check'}
            </button>
            <input type="hidden" name={PAGE_VERSION} value={draft.itemVersion} />
            <FormSections
              form={scene.form}
              answers={draft.answers}
              known={draft.known}
              errors={open.errors}
              areas={scene.areas}
              lang={lang}
              today={view.today}
              now={view.now}
              upload={(field) => <UploadOfField {...props} field={field} />}
            />
            {content.materials.length > 0 && (
              <Section
                id="materials"
                title={zh ? '材料' : 'Documents'}
                note={
                  zh
                    ? '手机拍照时放平、拍全，字看得清就行。能从电子证照取到的，不用您交。'
                    : 'Photos are fine when flat, whole and legible. What we can fetch as an electronic licence you need not send.'
                }
              >
                <Materials {...props} />
              </Section>
            )}
            <KeptSection scene={scene} view={view} />
            <Actions>
              <Button name="do" value="review">
                {zh ? '保存，去核对' : 'Save and check'}
              </Button>
              <LinkButton weight="secondary" href={ELSEWHERE.guide(scene.item.itemId)}>
                {zh ? '上一步' : 'Back'}
              </LinkButton>
              <Button weight="quiet" name="do" value="later" formNoValidate>
                {zh ? '存草稿，下次再填' : 'Save for later'}
              </Button>
            </Actions>
          </form>
        </rb-autosave>
      </Split>
    </PersonalPage>
  )
}

/** 「10:42 已自动保存」 */
export function savedText(savedAt: Date, { lang, today }: Pick<View, 'lang' | 'today'>): string {
  const day = dayOfInstant(savedAt)
  const time =
    day === today ? timeText(savedAt) : `${dayText(day, { lang, today, bare: true })} ${timeText(savedAt)}`
  return lang === 'zh' ? `${time} 已保存` : `Saved ${time}`
}

function faultsOf({ scene, open, failed, view: { lang } }: DraftPageProps): Fault[] {
  const colon = lang === 'zh' ? '：' : ': '
  const wrong = open.errors.map((e) => ({
    field: controlName(e.field),
    text: summaryOf(e, lang),
  }))
  const nameOf = (key: string) => uploadsOf(scene.item.content).find((m) => m.key === key)?.name ?? key
  const refused = Object.entries(failed).map(([key, f]) => ({
    field: fileControl(key),
    text: `${nameOf(key)}${colon}${lang === 'zh' ? f.refusal.sentence : (f.refusal.english ?? f.refusal.sentence)}`,
  }))
  const missing = open.missing
    .filter((key) => !(key in failed))
    .map((key) => ({
      field: fileControl(key),
      text: `${nameOf(key)}${colon}${lang === 'zh' ? '还没有交' : 'still missing'}`,
    }))
  return [...wrong, ...refused, ...missing]
}

function PendingNotice({ scene, zh }: { scene: Scene; zh: boolean }): ReactElement | null {
  const pending = scene.draft.known?.pending ?? []
  return (
    <>
      {pending.length > 0 && (
        <NoticeCard
          tone="ochre"
          title={zh ? `${pending.join('、')}暂时连不上` : 'A register cannot be reached just now'}
        >
          <p className="small">
            {zh
              ? '本来不用您填的几项，这次请先填上，不影响提交；恢复后我们自动核对。'
              : 'Please fill in what we would otherwise know. It does not delay your application; we check once the register is back.'}
          </p>
        </NoticeCard>
      )}
    </>
  )
}

function KnownSection({ view, scene }: DraftPageProps): ReactElement | null {
  const rows = knownRows(scene.form, {
    answers: scene.draft.answers,
    known: scene.draft.known,
    lang: view.lang,
    today: view.today,
  })
  if (rows.length === 0) return null
  const zh = view.lang === 'zh'
  return (
    <Section
      variant="plain"
      title={zh ? '我们已经知道的' : 'What we know already'}
      note={
        zh
          ? '不用您填，来源写在下面。不对的，打本页的电话告诉部门；登记改好后，这里跟着更新。'
          : 'You need not fill this in; each line says where it comes from. If it is wrong, call the department.'
      }
    >
      <SummaryList rows={rows} />
    </Section>
  )
}

function Materials(props: DraftPageProps): ReactElement {
  return (
    <UploadList>
      {props.scene.item.content.materials.map((material) => (
        <OneMaterial key={material.key} {...props} material={material} />
      ))}
    </UploadList>
  )
}

function OneMaterial({
  view,
  scene,
  held,
  files,
  open,
  failed,
  material,
}: DraftPageProps & { material: Material }): ReactElement {
  const given = scene.materials.find((g) => g.materialKey === material.key)
  return (
    <MaterialRow
      lang={view.lang}
      material={material}
      given={given}
      file={given?.fileId ? files.get(given.fileId) : undefined}
      failed={failed[material.key]}
      missing={open.missing.includes(material.key)}
      licenceHeld={held.licences.some((l) => l.kind === material.licenceKind)}
      to={{ draftId: scene.draft.draftId }}
      today={view.today}
    />
  )
}

/** The row of a file that the form itself asks for. */
function UploadOfField({ field, ...props }: DraftPageProps & { field: FormField }): ReactElement | null {
  const material = uploadsOf(props.scene.item.content).find((m) => m.key === uploadKey(field.key))
  if (!material) return null
  const shown: Material = {
    ...material,
    need: field.type === 'file' && field.required ? 'required' : 'optional',
  }
  return (
    <UploadList>
      <OneMaterial {...props} material={shown} />
    </UploadList>
  )
}

/** Whom to call, and how to leave. */
export function Help({ scene, zh }: { scene: Scene; zh: boolean }): ReactElement {
  const { content } = scene.item
  return (
    <Card title={zh ? '填不下去？' : 'Stuck?'}>
      <p className="small">{content.organName}</p>
      {content.consultPhone && (
        <p>
          <Phone number={content.consultPhone} />
        </p>
      )}
      {content.place?.hours && <p className="fine">{content.place.hours}</p>}
      <LineLink href={at('draftDeletion', { draftId: scene.draft.draftId })}>
        {zh ? '删除这份草稿' : 'Delete this draft'}
      </LineLink>
    </Card>
  )
}
