import type { ReactElement } from 'react'
import type { ItemVersion } from '../../catalogue/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { Choices, type Lang, Select, SummaryList, t } from '../../ui/index.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import type { AskScene, Given } from './scene.ts'

/** What is wrong with a field, if anything is. */
export const errorAt = (field: string, faults: readonly Refusal[]): string | undefined =>
  faults.find((one) => one.field === field)?.sentence

/** The item's name in the language of the page, where its department wrote one. */
export const nameOf = ({ content }: ItemVersion, lang: Lang): string =>
  lang === 'en' && content.nameEn ? content.nameEn : content.name

/** The item that the way led from, fixed. */
export function AboutItem({ item, lang }: { item: ItemVersion; lang: Lang }): ReactElement {
  return (
    <>
      <input type="hidden" name="item" value={item.itemId} />
      <SummaryList
        rows={[
          {
            term: t(lang, { zh: '关于', en: 'About' }),
            value: (
              <>
                {item.content.nameEn && lang === 'en'
                  ? item.content.nameEn
                  : inChinese(item.content.name, lang)}{' '}
                <a href={PUBLIC.ask()}>{t(lang, { zh: '换一件事', en: 'Another service' })}</a>
              </>
            ),
          },
          {
            term: t(lang, { zh: '问谁', en: 'Asked' }),
            value: inChinese(item.content.organName, lang),
          },
        ]}
      />
    </>
  )
}

/** About which near item, else to which department, else to who knows. */
export function About({
  scene,
  given,
  faults,
  lang,
}: {
  scene: AskScene
  given: Given
  faults: readonly Refusal[]
  lang: Lang
}): ReactElement {
  const zh = lang === 'en' ? 'zh-CN' : undefined
  return (
    <>
      <Choices
        name="about"
        label={t(lang, { zh: '问哪件事', en: 'What is it about' })}
        boxed
        value={given.about}
        options={[
          ...scene.near.map((one) => ({
            value: `item:${one.itemId}`,
            label: nameOf(one, lang),
            hint: <span lang={zh}>{one.content.organName}</span>,
            ...(lang === 'en' && !one.content.nameEn ? { lang: 'zh-CN' } : {}),
          })),
          {
            value: 'organ',
            label: t(lang, { zh: '别的事，我知道归哪个部门', en: 'Something else; I know the department' }),
            hint: t(lang, { zh: '在下面选部门', en: 'Choose it below' }),
          },
          {
            value: 'unknown',
            label: t(lang, { zh: '不知道归谁管', en: 'I do not know who is in charge' }),
            hint: (
              <>
                {inChinese(scene.authority, lang)}
                {t(lang, { zh: '转给该管的部门', en: ' passes it on' })}
              </>
            ),
          },
        ]}
        error={errorAt('about', faults)}
      />
      <Select
        name="organ"
        label={t(lang, { zh: '部门', en: 'Department' })}
        hint={t(lang, {
          zh: '上面选了「我知道归哪个部门」，才在这里选',
          en: 'Only where you know the department',
        })}
        optional
        value={given.organ}
        prompt={t(lang, { zh: '请选择', en: 'Choose' })}
        options={scene.bodies.map(({ organId, name }) => ({
          value: organId,
          label: name,
          ...(zh ? { lang: zh } : {}),
        }))}
        error={errorAt('organ', faults)}
      />
    </>
  )
}
