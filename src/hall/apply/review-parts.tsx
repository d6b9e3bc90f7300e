import type { ReactElement } from 'react'
import type { Material, ReadableGroup } from '../../catalogue/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import { LineLink, Section, SummaryList, type SummaryRow, Unseen } from '../../ui/index.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { factOf } from '../form/facts.ts'
import { sourceText } from '../form/fields.tsx'
import type { View } from '../my/frame.tsx'
import { at } from '../personal-routes.ts'
import { fileText } from '../uploads/rows.tsx'
import type { ReviewPageProps } from './review-page.tsx'

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

export function GroupSection({
  group,
  view,
  scene,
  values,
}: ReviewPageProps & { group: ReadableGroup }): ReactElement | null {
  const { lang } = view
  const rows = group.fields.map(({ key, field, label, value }): SummaryRow => {
    const fact = key === field.key ? factOf(field, scene.draft.known) : undefined
    const same = fact && JSON.stringify(fact.value) === JSON.stringify(values[key])
    return {
      term: label,
      value: value === '' ? lang === 'zh' ? '没有填' : 'Left empty' : <span className="lines">{value}</span>,
      ...(same ? { source: sourceText(fact, lang, view.today) } : {}),
    }
  })
  const [place] = group.key.split('.')
  return (
    <Section
      title={group.title}
      act={
        <LineLink href={`${at('draft', { draftId: scene.draft.draftId })}#group-${place}`}>
          {lang === 'zh' ? '修改' : 'Change'}
          <Unseen>{group.title}</Unseen>
        </LineLink>
      }
    >
      <SummaryList rows={rows} />
    </Section>
  )
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
