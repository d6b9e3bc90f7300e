import type { ReactElement } from 'react'
import { uploadsOf } from '../../catalogue/index.ts'
import { Actions, Button, CorrectionItem, Section } from '../../ui/index.ts'
import { at } from '../personal-routes.ts'
import { MaterialRow } from '../uploads/rows.tsx'
import type { DossierPageProps } from './dossier-page.tsx'

/** 补齐补正: every demand with its reason and cure, answered in the same place. */
export function Corrections({
  view,
  dossier,
  item,
  correction,
  materials,
  failed,
  missing,
}: DossierPageProps & { correction: NonNullable<DossierPageProps['correction']> }): ReactElement {
  const zh = view.lang === 'zh'
  const { asked, given, files } = correction
  const right = materials.length - asked.demands.length
  return (
    <Section
      id="corrections"
      title={zh ? '要补正什么' : 'What to correct'}
      note={
        zh
          ? `这是一次性告知：${right > 0 ? `其余 ${right} 份材料没有问题。` : ''}以后再要求您补这次就能看出的问题，系统会拦住。`
          : 'Told once and whole: what could be seen now cannot be asked for later.'
      }
    >
      <form
        method="post"
        action={at('corrections', { dossierId: dossier.dossierId })}
        encType="multipart/form-data"
        noValidate
      >
        {asked.demands.map((demand, i) => {
          const material = uploadsOf(item.content).find((m) => m.key === demand.materialKey)
          const mine = materials.find((m) => m.materialKey === demand.materialKey)
          const again = given.find((g) => g.materialKey === demand.materialKey)
          return (
            <CorrectionItem
              key={demand.materialKey}
              id={`demand-${demand.materialKey}`}
              number={i + 1}
              material={demand.name}
              wrong={demand.problem}
              remedy={demand.cure}
              basis={demand.basis || undefined}
              given={
                mine?.fileId ? (
                  <a href={at('file', { fileId: mine.fileId })}>{mine.fileName || demand.name}</a>
                ) : mine?.source === 'licence' ? (
                  zh ? (
                    '电子证照'
                  ) : (
                    'Electronic licence'
                  )
                ) : undefined
              }
            >
              {material && (
                <MaterialRow
                  lang={view.lang}
                  material={{
                    ...material,
                    name: zh ? `重传：${demand.name}` : demand.name,
                    need: 'required',
                  }}
                  given={again}
                  file={again?.fileId ? files.get(again.fileId) : undefined}
                  failed={failed[demand.materialKey]}
                  missing={missing.includes(demand.materialKey)}
                  to={{ dossierId: dossier.dossierId }}
                  today={view.today}
                />
              )}
            </CorrectionItem>
          )
        })}
        <Actions>
          <Button name="do" value="submit">
            {zh ? '提交补正' : 'Hand in the correction'}
          </Button>
        </Actions>
      </form>
    </Section>
  )
}
