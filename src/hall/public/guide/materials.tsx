import type { ReactElement } from 'react'
import { keptFileId, type Material } from '../../../catalogue/index.ts'
import {
  DataTable,
  Icon,
  type Lang,
  LineLink,
  NoticeCard,
  Section,
  Stack,
  TickList,
  t,
  Unseen,
} from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'
import { inChinese } from './in-chinese.tsx'
import { fileKinds, sourceName } from './names.ts'
import type { GuidePart } from './page.tsx'

export function Conditions({ id, title, item, lang }: GuidePart): ReactElement {
  return (
    <Section
      id={id}
      title={title}
      note={t(lang, {
        zh: '一条一条对照。有一条做不到，先打咨询电话问，再去准备。',
        en: 'Go through them one by one. If you miss one, call before you prepare anything.',
      })}
    >
      <TickList ticks={item.content.conditions.map((condition) => ({ text: inChinese(condition, lang) }))} />
    </Section>
  )
}

const NEEDS = {
  required: null,
  optional: { zh: '没有也可以办', en: 'Not necessary' },
  later: { zh: '可以以后补', en: 'May follow later' },
} as const

export function Materials({ id, title, item, lang }: GuidePart): ReactElement {
  const { materials } = item.content
  if (materials.length === 0)
    return (
      <Section id={id} title={title}>
        <NoticeCard tone="green" title={t(lang, { zh: '什么材料都不用交。', en: 'No material is needed.' })}>
          <p className="small">
            {t(lang, { zh: '在网上填完申请表就可以提交。', en: 'Fill in the form online and submit it.' })}
          </p>
        </NoticeCard>
      </Section>
    )
  const held = materials.filter((material) => material.licenceKind !== '').length
  const own = materials.length - held
  return (
    <Section
      id={id}
      title={title}
      note={t(lang, {
        zh: '网上和窗口要的材料一样。没有列出的，部门不能要。',
        en: 'The same online and at the counter. Nothing else may be asked for.',
      })}
    >
      <Stack>
        {held > 0 && (
          <NoticeCard
            tone="green"
            title={t(
              lang,
              own === 0
                ? { zh: '可能一份都不用您准备。', en: 'Perhaps nothing to prepare.' }
                : { zh: `要您准备的，可能只有 ${own} 份。`, en: `Perhaps only ${own} to prepare.` },
            )}
          >
            <p className="small">
              {t(lang, {
                zh: `共 ${materials.length} 份，其中 ${held} 份有电子证照的，您同意后我们自己调取，不用上传。`,
                en: `Of ${materials.length}, ${held} can be answered by e-licences that we fetch with your consent.`,
              })}
            </p>
          </NoticeCard>
        )}
        <DataTable
          caption={t(lang, { zh: '申请材料清单', en: 'List of materials' })}
          columns={[
            t(lang, { zh: '材料', en: 'Material' }),
            t(lang, { zh: '怎么交', en: 'How to hand it in' }),
            t(lang, { zh: '要求', en: 'What makes it right' }),
          ]}
          rows={materials.map((material) => [
            <MaterialName key="name" itemId={item.itemId} material={material} lang={lang} />,
            <HowToHandIn key="how" material={material} lang={lang} />,
            <Requirement key="what" material={material} lang={lang} />,
          ])}
        />
      </Stack>
    </Section>
  )
}

const FILES = {
  blank: { zh: '空白表格', en: 'Blank form' },
  filled: { zh: '示例样表', en: 'Filled-in sample' },
} as const

function MaterialName({
  itemId,
  material,
  lang,
}: {
  itemId: string
  material: Material
  lang: Lang
}): ReactElement {
  const need = NEEDS[material.need]
  const files = (
    [
      ['blank', material.blankFile],
      ['filled', material.filledFile],
    ] as const
  ).filter(([, value]) => keptFileId(value))
  return (
    <>
      {inChinese(material.name, lang)}
      {need && <span className="tag">{t(lang, need)}</span>}
      {material.namedList.length > 0 && (
        <ul className="fine">
          {material.namedList.map((name) => (
            <li key={name}>{inChinese(name, lang)}</li>
          ))}
        </ul>
      )}
      {files.map(([which]) => (
        <div key={which}>
          <LineLink href={PUBLIC.materialFile(itemId, material.key, which)}>
            {t(lang, FILES[which])}
            <Unseen>
              {t(lang, { zh: '：', en: ': ' })}
              {material.name}
            </Unseen>
          </LineLink>
        </div>
      ))}
    </>
  )
}

function HowToHandIn({ material, lang }: { material: Material; lang: Lang }): ReactElement {
  const { originals, copies, form } = material
  const paper = [
    originals > 0 &&
      t(lang, { zh: `原件 ${originals}\u00a0份`, en: `${originals} original${originals > 1 ? 's' : ''}` }),
    copies > 0 && t(lang, { zh: `复印件 ${copies}\u00a0份`, en: `${copies} cop${copies > 1 ? 'ies' : 'y'}` }),
  ].filter((part) => part !== false)
  const file = t(lang, {
    zh: `上传 ${fileKinds(material.accept, lang)}，不超过 ${material.maxMegabytes}\u00a0MB`,
    en: `Upload ${fileKinds(material.accept, lang)}, at most ${material.maxMegabytes}\u00a0MB`,
  })
  return (
    <>
      {material.licenceKind && (
        <>
          <span className="tag tag-held">
            <Icon name="done" />
            {t(lang, { zh: '可用电子证照', en: 'E-licence answers it' })}
          </span>
          <br />
        </>
      )}
      {material.sharedSource && (
        <>
          <span className="tag tag-held">
            <Icon name="done" />
            {t(lang, { zh: '部门向登记核对', en: 'Checked with the register' })}
          </span>
          <br />
        </>
      )}
      {material.licenceKind || material.sharedSource ? (
        <span className="fine">{t(lang, { zh: `没有的：${file}`, en: `Otherwise: ${file}` })}</span>
      ) : (
        file
      )}
      {form !== 'electronic' && paper.length > 0 && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '到窗口办的带', en: 'At the counter: ' })}
            {paper.join(t(lang, { zh: '、', en: ', ' }))}
          </span>
        </>
      )}
      {material.courierAllowed && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '也可以快递寄到窗口', en: 'Or send it to the counter by courier' })}
          </span>
        </>
      )}
    </>
  )
}

function Requirement({ material, lang }: { material: Material; lang: Lang }): ReactElement {
  const { standard, source, sourceOrgan, basis } = material
  return (
    <>
      {standard ? inChinese(standard, lang) : t(lang, { zh: '字迹清楚、内容完整', en: 'Legible and whole' })}
      <br />
      <span className="fine">
        {t(lang, { zh: '来源：', en: 'Source: ' })}
        {sourceName(source, lang)}
        {sourceOrgan && inChinese(`（${sourceOrgan}）`, lang)}
      </span>
      {basis && (
        <>
          <br />
          <span className="fine">
            {t(lang, { zh: '依据：', en: 'Basis: ' })}
            {inChinese(basis, lang)}
          </span>
        </>
      )}
    </>
  )
}
