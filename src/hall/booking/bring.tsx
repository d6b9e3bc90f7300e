import type { ReactElement } from 'react'
import { type BookableItem, bringNotes, versionOn } from '../../appointments/index.ts'
import type { Material } from '../../catalogue/index.ts'
import { DataTable, dayText, type Lang, LineLink, NoticeCard, Section, Stack, t } from '../../ui/index.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'

/** 要带什么: the materials of the version that holds on the day of the visit; says so where it is not today's. */
export function Bring({
  wanted,
  day,
  lang,
}: {
  wanted: BookableItem
  day: string
  lang: Lang
}): ReactElement {
  const item = versionOn(wanted, day)
  const { decided } = wanted
  const { materials } = item.content
  const later = item.version !== wanted.item.version && decided !== null
  const notes = later ? bringNotes(wanted.item.content, item.content) : []
  return (
    <Section title={t(lang, { zh: '要带什么', en: 'What to bring' })} id="bring">
      <Stack>
        {later && (
          <NoticeCard
            title={t(lang, {
              zh: `${dayText(decided.effectiveOn)}起办事指南更新，下面是您来的那天要带的。`,
              en: `The guide changes on ${dayText(decided.effectiveOn, { lang })}; this is what you bring on your day.`,
            })}
          >
            <p className="small">
              {t(lang, {
                zh: notes.length > 0 ? `和现在比：${notes.join('')}` : '要带的和现在一样。',
                en: notes.length > 0 ? 'It differs from today’s list.' : 'What you bring stays the same.',
              })}
            </p>
          </NoticeCard>
        )}
        {materials.length === 0 ? (
          <p>
            {t(lang, {
              zh: '不用交材料。带身份证，窗口核对是您本人。',
              en: 'No documents are needed. Bring your identity card.',
            })}
          </p>
        ) : (
          <DataTable
            caption={t(lang, { zh: '要带的材料', en: 'What to bring' })}
            columns={[
              t(lang, { zh: '材料', en: 'Document' }),
              t(lang, { zh: '带几份', en: 'Copies' }),
              t(lang, { zh: '要求', en: 'Standard' }),
            ]}
            rows={materials.map((m) => [
              inChinese(m.name, lang),
              howMany(m, lang),
              m.standard ? inChinese(m.standard, lang) : '—',
            ])}
          />
        )}
        <LineLink href={PUBLIC.item(item.itemId)}>
          {t(lang, { zh: '看办事指南', en: 'Open the guide' })}
        </LineLink>
      </Stack>
    </Section>
  )
}

function howMany(m: Material, lang: Lang): string {
  if (m.licenceKind !== '' || m.sharedSource !== '')
    return t(lang, { zh: '有电子证照的不用带', en: 'Not needed where an e-licence exists' })
  const parts = [
    m.originals > 0
      ? t(lang, {
          zh: `原件 ${m.originals} 份`,
          en: `${m.originals} ${m.originals === 1 ? 'original' : 'originals'}`,
        })
      : '',
    m.copies > 0
      ? t(lang, { zh: `复印件 ${m.copies} 份`, en: `${m.copies} ${m.copies === 1 ? 'copy' : 'copies'}` })
      : '',
  ].filter((part) => part !== '')
  const how =
    parts.length > 0 ? parts.join(t(lang, { zh: '、', en: ', ' })) : t(lang, { zh: '1 份', en: '1' })
  const need = {
    required: '',
    optional: t(lang, { zh: '，没有也可以办', en: ', not necessary' }),
    later: t(lang, { zh: '，可以以后补', en: ', may follow later' }),
  }[m.need]
  return `${how}${need}`
}
