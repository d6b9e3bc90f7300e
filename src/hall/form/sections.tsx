import type { ReactElement, ReactNode } from 'react'
import {
  type AreaTree,
  askedOf,
  type FieldError,
  type Form,
  type FormField,
  type FormGroup,
  rightAnswers,
  withComputed,
} from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import { Button, type Lang, Section } from '../../ui/index.ts'
import type { Answers } from './answers.ts'
import { type Drawn, hintOf, labelOf } from './context.ts'
import { effectiveAnswers, factOf } from './facts.ts'
import { OneField } from './fields.tsx'
import { RepeatedGroup, TableField } from './rows.tsx'
import { scriptForm } from './script-form.ts'

export interface FormSectionsProps {
  form: Form
  /** As typed. */
  answers: Answers
  known: Known | null
  errors: readonly FieldError[]
  areas: AreaTree
  lang: Lang
  today: string
  now: Date
  /** The row of a field's file, for fields that take one. */
  upload: (field: FormField) => ReactNode
}

/**
 * The groups of a form as sections, without what is proved already; a group that asks for nothing is left out. What another answer
 * hides is drawn and hidden, so that scripts can show it at once; without them the buttons that change the form bring it.
 */
export function FormSections(props: FormSectionsProps): ReactElement {
  const { form, known, areas, now } = props
  const right = rightAnswers(form, effectiveAnswers(form, props.answers, known), { now, areas })
  const asked = askedOf(form, right)
  const drawn: Drawn = { ...props, asked, computed: withComputed(form, right, asked) }
  return (
    <rb-form form={JSON.stringify(scriptForm(form))}>
      {form.groups.map((group) => (
        <GroupOfFields key={group.key} form={form} group={group} drawn={drawn} />
      ))}
    </rb-form>
  )
}

function GroupOfFields({
  form,
  group,
  drawn,
}: {
  form: Form
  group: FormGroup
  drawn: Drawn
}): ReactElement | null {
  const { lang, asked } = drawn
  const open = group.repeat ? group.fields : group.fields.filter((f) => !factOf(f, drawn.known)?.firm)
  if (open.length === 0) return null
  return (
    <div data-group={group.key} hidden={!asked.group(group)}>
      <Section
        id={`group-${group.key}`}
        title={(lang === 'en' && group.titleEn) || group.title}
        note={hintOf(group, lang)}
      >
        {group.repeat ? (
          <RepeatedGroup group={group} drawn={drawn} />
        ) : (
          open.map((field) => (
            <div key={field.key} data-field={field.key} hidden={!asked.field(field.key)}>
              {field.type === 'table' ? (
                <TableField table={field} drawn={drawn} />
              ) : (
                <OneField
                  field={field}
                  path={field.key}
                  typed={field.compute ? drawn.computed[field.key] : drawn.answers[field.key]}
                  drawn={drawn}
                />
              )}
              {decides(form, field) && <Refresh field={field} lang={lang} />}
            </div>
          ))
        )}
      </Section>
    </div>
  )
}

/** Does another field or group hang on this one's answer? */
const decides = (form: Form, field: FormField): boolean =>
  form.groups.some((g) =>
    [g, ...(g.repeat ? [] : g.fields)].some((x) => x.when.some((c) => c.field.split('.')[0] === field.key)),
  )

function Refresh({ field, lang }: { field: FormField; lang: Lang }): ReactElement {
  return (
    <noscript>
      <Button weight="quiet" small name="do" value={`refresh:${field.key}`} formNoValidate>
        {lang === 'en'
          ? `Show what follows from “${labelOf(field, lang)}”`
          : `选好了，看「${field.label}」后面还要填什么`}
      </Button>
    </noscript>
  )
}
