import type { ReactElement } from 'react'
import type { Material } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import { type Lang, LineLink, Section, SummaryList, type SummaryRow, Unseen } from '../../ui/index.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { asked } from '../form/answers.ts'
import { factOf, labelOf, sourceText } from '../form/fields.tsx'
import type { View } from '../my/frame.tsx'
import { at } from '../personal-routes.ts'
import { fileText } from '../uploads/rows.tsx'
import type { ReviewPageProps } from './review-page.tsx'
import type { Scene } from './scene.ts'

export function ApplicantSection({ view, phoneMasked }: ReviewPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const { account } = view
  const proved = zh ? '和实名信息一致' : 'As proved at sign-in'
  const rows: SummaryRow[] = [
    { term: zh ? '申请人' : 'Applicant', value: account.name, source: proved },
    {
      term: zh ? ID_NAMES[account.idKind].zh : ID_NAMES[account.idKind].en,
      value: <span className="code">{account.idMasked}</span>,
    },
  ]
  if (phoneMasked) rows.push({ term: zh ? '接收短信' : 'Messages go to', value: phoneMasked })
  return (
    <Section title={zh ? '申请人' : 'Applicant'}>
      <SummaryList rows={rows} />
    </Section>
  )
}

export const ID_NAMES = {
  'resident-id': { zh: '身份证号', en: 'Resident ID number' },
  passport: { zh: '护照号', en: 'Passport number' },
  'credit-code': { zh: '统一社会信用代码', en: 'Unified credit code' },
} as const

type Group = Scene['form']['groups'][number]

export function GroupSection({
  group,
  view,
  scene,
  values,
}: ReviewPageProps & { group: Group }): ReactElement | null {
  const { lang } = view
  const shown = new Set(asked(scene.form, values).map((f) => f.key))
  const fields = group.fields.filter((f) => shown.has(f.key))
  if (fields.length === 0) return null
  const rows = fields.map((field): SummaryRow => {
    const fact = factOf(field, scene.draft.known)
    const value = valueText(field, values[field.key], lang)
    return {
      term: labelOf(field, lang),
      value,
      ...(fact && fact.value === values[field.key] ? { source: sourceText(fact, lang, view.today) } : {}),
    }
  })
  return (
    <Section
      title={group.title}
      act={
        <LineLink href={`${at('draft', { draftId: scene.draft.draftId })}#group-${group.key}`}>
          {lang === 'zh' ? '修改' : 'Change'}
          <Unseen>{group.title}</Unseen>
        </LineLink>
      }
    >
      <SummaryList rows={rows} />
    </Section>
  )
}

/** An answer as people read it; what was left empty says so. */
export function valueText(
  field: Group['fields'][number],
  value: string | string[] | undefined,
  lang: Lang,
): string {
  if (value === undefined || value.length === 0) return lang === 'zh' ? '没有填' : 'Left empty'
  const label = (v: string) => field.options.find((o) => o.value === v)?.label ?? v
  if (Array.isArray(value)) return value.map(label).join(lang === 'zh' ? '；' : '; ')
  if (field.type === 'date') return lang === 'zh' ? dateZh(value) : value
  if (field.type === 'choice') return label(value)
  return field.unit ? `${value} ${field.unit}` : value
}

const dateZh = (day: string): string => {
  const [y, m, d] = day.split('-')
  return d ? `${y}年${Number(m)}月${Number(d)}日` : day
}

export function MaterialsSection({ view, scene, files }: ReviewPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const { materials } = scene.item.content
  const given = materials.filter((m) => scene.materials.some((g) => g.materialKey === m.key))
  return (
    <Section
      title={zh ? `材料（${given.length} 份）` : `Documents (${given.length})`}
      act={
        <LineLink href={`${at('draft', { draftId: scene.draft.draftId })}#materials`}>
          {zh ? '修改' : 'Change'}
          <Unseen>{zh ? '材料' : ' documents'}</Unseen>
        </LineLink>
      }
    >
      <SummaryList
        rows={materials.map((m) => ({
          term: m.name,
          value: (
            <MaterialValue
              material={m}
              given={scene.materials.find((g) => g.materialKey === m.key)}
              files={files}
              view={view}
            />
          ),
        }))}
      />
    </Section>
  )
}

interface MaterialValueProps {
  material: Material
  given: GivenMaterial | undefined
  files: Map<string, StoredFile>
  view: View
}

function MaterialValue({ material, given, files, view }: MaterialValueProps): ReactElement {
  const zh = view.lang === 'zh'
  if (given?.source === 'licence' && given.licence?.['pending'] === true)
    return (
      <>
        {zh
          ? '电子证照平台暂时连不上，恢复后自动核验，不影响提交'
          : 'To be fetched once the licence platform is back'}
      </>
    )
  if (given?.source === 'licence')
    return (
      <>
        {zh
          ? `电子证照，${String(given.licence?.['organ'] ?? '')}签发，不用上传`
          : 'Electronic licence, fetched by us'}
      </>
    )
  if (given?.source === 'courier') return <>{zh ? '快递寄送，提交后告诉您寄到哪里' : 'By courier'}</>
  if (given?.fileId)
    return (
      <>
        {fileText(given, files.get(given.fileId), view.lang, view.today)}{' '}
        <a href={at('file', { fileId: given.fileId })}>
          {zh ? '查看' : 'View'}
          <Unseen>{material.name}</Unseen>
        </a>
      </>
    )
  const later = material.need === 'later'
  return (
    <>
      {zh
        ? later
          ? '先不交，受理后再补'
          : '不交（可以不交）'
        : later
          ? 'To follow'
          : 'Not given (optional)'}
    </>
  )
}
