import type { ReactElement } from 'react'
import {
  type AreaTree,
  type FormField,
  type ItemContent,
  type Material,
  uploadKey,
  uploadsOf,
} from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  type Lang,
  NoticeCard,
  Opening,
  Page,
  Section,
  SummaryList,
  UploadList,
  UploadRow,
} from '../../ui/index.ts'
import type { Open } from '../apply/submit.ts'
import { type Answers, controlName } from '../form/answers.ts'
import { summaryOf } from '../form/context.ts'
import { knownRows } from '../form/fields.tsx'
import { FormSections } from '../form/sections.tsx'
import { acceptOf, fileControl, requirementText } from '../uploads/rows.tsx'

export interface PreviewProps {
  content: ItemContent
  answers: Answers
  /** Names of the files that were chosen, by key of the material. */
  files: Record<string, string>
  known: Known
  /** What the product would say to these answers; null until they were tried. */
  open: Open | null
  /** Drawn again because the draft changed: nothing may take the focus from the clerk's hands. */
  redrawn: boolean
  lang: Lang
  areas: AreaTree
  now: Date
  today: string
  scripts: readonly string[]
  /** Where the form of the page goes: here again. */
  action: string
}

/** A draft's application form as its applicants will meet it, without the furniture round it. */
export function PreviewPage(props: PreviewProps): ReactElement {
  const { content, lang, open, answers, known, today } = props
  const zh = lang === 'zh'
  const form = content.form ?? { groups: [] }
  const errors = open?.errors ?? []
  const rows = knownRows(form, { answers, known, lang, today })
  const name = zh ? content.name : content.nameEn || content.name
  return (
    <Page lang={lang} title={name} path="/" scripts={props.scripts} noIndex bare>
      <Opening title={zh ? '填写和上传' : 'Fill in and upload'} over={name} sample={content.sample} close />
      {open && errors.length === 0 && (
        <NoticeCard tone="green" title={zh ? '这样填没有要改的' : 'Nothing to correct'}>
          <p className="small">
            {zh ? '这里是预览，没有保存，也没有提交。' : 'This is a preview: nothing was saved or submitted.'}
          </p>
        </NoticeCard>
      )}
      {!props.redrawn && (
        <ErrorSummary
          faults={errors.map((e) => ({
            field: controlName(e.field),
            text: summaryOf(e, lang),
          }))}
          kept={zh ? '填的内容都在。' : 'Everything typed is kept.'}
        />
      )}
      {rows.length > 0 && (
        <Section variant="plain" title={zh ? '我们已经知道的' : 'What we know already'}>
          <SummaryList rows={rows} />
        </Section>
      )}
      <form action={props.action} method="post" noValidate>
        {/* Enter in a field presses the first button of the form: it must be this one. */}
        <button className="unseen" type="submit" name="do" value="review" tabIndex={-1} aria-hidden="true">
          {zh ? '保存，去核对' : 'Save and check'}
        </button>
        {open && <input type="hidden" name="tried" value="yes" />}
        <FormSections
          form={form}
          answers={answers}
          known={known}
          errors={errors}
          areas={props.areas}
          lang={lang}
          today={today}
          now={props.now}
          upload={(field) => <FileRow {...props} field={field} />}
        />
        <Actions>
          <Button name="do" value="review">
            {zh ? '保存，去核对' : 'Save and check'}
          </Button>
        </Actions>
      </form>
    </Page>
  )
}

/** The row of a file of the form. The file itself stays with the clerk: only its name comes along. */
function FileRow({ content, files, lang, field }: PreviewProps & { field: FormField }): ReactElement | null {
  const material: Material | undefined = uploadsOf(content).find((m) => m.key === uploadKey(field.key))
  if (!material) return null
  const name = fileControl(material.key)
  const chosen = files[material.key]
  return (
    <UploadList>
      <UploadRow
        name={name}
        title={material.name}
        optional={field.type !== 'file' || !field.required}
        {...(chosen
          ? { state: 'uploaded', detail: chosen }
          : {
              state: 'empty',
              input: {
                accept: acceptOf(material),
                requirement: [material.standard, requirementText(material, lang)].filter(Boolean).join('。'),
              },
            })}
      />
      {chosen && <input type="hidden" name={name} value={chosen} />}
    </UploadList>
  )
}
