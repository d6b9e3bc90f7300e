import type { ReactElement, ReactNode } from 'react'
import type { ItemVersion, Material, Outcome, Reason } from '../../catalogue/index.ts'
import {
  DataTable,
  Icon,
  type Lang,
  LineLink,
  NoticeCard,
  Section,
  Stack,
  SummaryList,
  signInHref,
  t,
} from '../../ui/index.ts'
import type { Frame } from '../page-frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { fileKinds } from '../public/guide/names.ts'
import type { HeldNow } from './held.ts'

/** Several reasons as one text in the reader's language. */
export const reasonText = (why: readonly Reason[], lang: Lang): ReactNode =>
  lang === 'en' && why.every((r) => r.en !== '')
    ? why.map((r) => r.en).join(' ')
    : inChinese(why.map((r) => r.zh).join(''), lang)

/** 材料清单 of one situation, with a box to tick on paper and what we already hold. */
export function Checklist({
  item,
  outcome,
  held,
  frame,
}: {
  item: ItemVersion
  outcome: Outcome
  held: HeldNow
  frame: Frame
}): ReactElement {
  const { lang } = frame.display
  const { materials } = item.content
  const title = t(lang, { zh: '您的材料清单', en: 'Your list of documents' })
  if (materials.length === 0)
    return (
      <Section id="materials" title={title}>
        <NoticeCard
          tone="green"
          title={t(lang, { zh: '什么材料都不用交。', en: 'No document is needed.' })}
        />
      </Section>
    )
  return (
    <Section id="materials" title={title}>
      <Stack>
        <WhatWeHold held={held} frame={frame} materials={materials} />
        <DataTable
          caption={title}
          columns={[
            t(lang, { zh: '材料', en: 'Document' }),
            t(lang, { zh: '谁来准备', en: 'Who provides it' }),
            t(lang, { zh: '要求', en: 'What makes it right' }),
          ]}
          rows={materials.map((m) => [
            <Name key="name" material={m} isHeld={isHeld(m, held)} lang={lang} />,
            <From key="from" material={m} held={held} lang={lang} />,
            <What
              key="what"
              material={m}
              why={outcome.materials.find((x) => x.key === m.key)?.why ?? []}
              lang={lang}
            />,
          ])}
        />
      </Stack>
    </Section>
  )
}

function WhatWeHold({
  held,
  frame,
  materials,
}: {
  held: HeldNow
  frame: Frame
  materials: readonly Material[]
}): ReactElement | null {
  const { lang } = frame.display
  if (materials.every((m) => m.licenceKind === '')) return null
  if (held.pending)
    return (
      <NoticeCard
        tone="ochre"
        title={t(lang, {
          zh: '电子证照平台暂时连不上，恢复后再看我们已有哪些。',
          en: 'The licence platform cannot be reached just now; look again later to see what we hold.',
        })}
      />
    )
  if (held.known) return null
  const here = frame.path
  const href = frame.session ? PUBLIC.level('apply-online', here) : signInHref(here)
  return (
    <p className="screen-only">
      <LineLink href={href}>
        {frame.session
          ? t(lang, {
              zh: '完成中级认证，看哪些我们已有',
              en: 'Raise your sign-in level to see what we hold',
            })
          : t(lang, { zh: '登录后看哪些我们已有，不用您交', en: 'Sign in to see what we hold already' })}
      </LineLink>
    </p>
  )
}

const isHeld = (material: Material, held: HeldNow): boolean =>
  material.licenceKind !== '' && held.kinds.has(material.licenceKind)

/** On paper a box stands before the name, for the pen; what we hold is ticked. */
function Name({ material, isHeld, lang }: { material: Material; isHeld: boolean; lang: Lang }): ReactElement {
  return (
    <>
      <span className={isHeld ? 'tick-box ticked' : 'tick-box'} aria-hidden="true" />
      {inChinese(material.name, lang)}
      {material.need !== 'required' && (
        <span className="tag">
          {t(
            lang,
            material.need === 'later'
              ? { zh: '可以以后补', en: 'May follow later' }
              : { zh: '没有也可以办', en: 'Not necessary' },
          )}
        </span>
      )}
    </>
  )
}

function From({ material, held, lang }: { material: Material; held: HeldNow; lang: Lang }): ReactElement {
  const file = t(lang, {
    zh: `${fileKinds(material.accept, lang)}，不超过 ${material.maxMegabytes}\u00a0MB`,
    en: `${fileKinds(material.accept, lang)}, at most ${material.maxMegabytes}\u00a0MB`,
  })
  if (isHeld(material, held))
    return (
      <span className="tag tag-held">
        <Icon name="done" />
        {t(lang, { zh: '我们已有，不用您交', en: 'We have it' })}
      </span>
    )
  if (material.licenceKind !== '')
    return (
      <>
        {held.known
          ? t(lang, { zh: '您上传，没有查到电子证照', en: 'You upload it: no e-licence was found' })
          : t(lang, { zh: '有电子证照的，我们调取', en: 'We fetch it where there is an e-licence' })}
        <br />
        <span className="fine">{file}</span>
      </>
    )
  return (
    <>
      {t(lang, { zh: '您准备', en: 'You' })}
      <br />
      <span className="fine">{file}</span>
    </>
  )
}

function What({ material, why, lang }: { material: Material; why: Reason[]; lang: Lang }): ReactElement {
  return (
    <>
      {material.standard
        ? inChinese(material.standard, lang)
        : t(lang, { zh: '字迹清楚、内容完整', en: 'Legible and whole' })}
      {why.length > 0 && (
        <>
          <br />
          <span className="fine">{reasonText(why, lang)}</span>
        </>
      )}
    </>
  )
}

/** What the guide lists and this situation does not need: shown with its reason, never dropped in silence. */
export function LeftOutList({ outcome, lang }: { outcome: Outcome; lang: Lang }): ReactElement | null {
  const kinds = [
    { rows: outcome.materialsLeftOut, kind: t(lang, { zh: '材料', en: 'Document' }) },
    { rows: outcome.stepsLeftOut, kind: t(lang, { zh: '环节', en: 'Step' }) },
    { rows: outcome.feesLeftOut, kind: t(lang, { zh: '收费', en: 'Fee' }) },
  ]
  if (kinds.every(({ rows }) => rows.length === 0)) return null
  return (
    <Section
      id="left-out"
      title={t(lang, { zh: '指南上有、您不用的', en: 'In the guide, but not for you' })}
      note={t(lang, {
        zh: '部门核对后认为您的情形不一样的，会一次说清要补什么。',
        en: 'If the department finds that your situation differs, it says once and whole what is missing.',
      })}
    >
      <SummaryList
        rows={kinds.flatMap(({ rows, kind }) =>
          rows.map((row) => ({
            term: kind,
            value: (
              <>
                {inChinese(row.name, lang)}
                {row.why.length > 0 && (
                  <>
                    <br />
                    <span className="fine">{reasonText(row.why, lang)}</span>
                  </>
                )}
              </>
            ),
          })),
        )}
      />
    </Section>
  )
}
