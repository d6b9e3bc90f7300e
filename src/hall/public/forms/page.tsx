import { Fragment, type ReactElement } from 'react'
import type { ItemHit } from '../../../catalogue/index.ts'
import {
  DataTable,
  LineLink,
  Opening,
  Sample,
  SearchBox,
  Section,
  Stack,
  t,
  Unseen,
} from '../../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { inChinese } from '../guide/in-chinese.tsx'
import { MODELS, modelName, modelNameEn } from './models.ts'

/** 标准文书: the models of all papers, and the blank application form of each item (Art. 16). */
export function FormsPage({
  frame,
  q,
  found,
}: {
  frame: Frame
  q: string
  /** Items whose form is looked for; empty without words. */
  found: readonly ItemHit[]
}): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '标准文书', en: 'Model documents' })
  const open = t(lang, { zh: '打开样本', en: 'Open the sample' })
  return (
    <Framed frame={frame} title={title} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: '办事会用到的文书都在这里，样式各部门一样。样本里的人、单位和编号是编的。',
          en: 'Every paper you may meet, in the one form that all departments use. People, bodies and numbers in the samples are invented.',
        })}
      />
      <Section
        id="blank"
        title={t(lang, { zh: '空白申请表', en: 'Blank application forms' })}
        note={t(lang, {
          zh: '每个事项一张，打印出来手写，交到窗口。网上办的不用打印。',
          en: 'One for each item, to print, fill in by hand and bring to the counter. Not needed online.',
        })}
      >
        <Stack>
          <SearchBox
            label={t(lang, { zh: '要办什么事', en: 'Which service' })}
            action="/forms"
            value={q}
            suggest={false}
          />
          {q !== '' && found.length === 0 && (
            <p className="section-note">
              {t(lang, {
                zh: '没有找到这样的事项。换一个说法再查。',
                en: 'No such service was found. Try other words.',
              })}
            </p>
          )}
          {found.length > 0 && (
            <DataTable
              caption={t(lang, { zh: '查到的事项', en: 'Services found' })}
              columns={[
                t(lang, { zh: '事项', en: 'Service' }),
                t(lang, { zh: '部门', en: 'Department' }),
                t(lang, { zh: '申请表', en: 'Form' }),
              ]}
              rows={found.map((hit) => [
                inChinese(hit.name, lang),
                inChinese(hit.organName, lang),
                <LineLink key="form" href={PUBLIC.blankForm(hit.itemId)}>
                  {t(lang, { zh: '空白申请表', en: 'Blank form' })}
                  <Unseen>
                    {t(lang, { zh: '：', en: ': ' })}
                    {hit.name}
                  </Unseen>
                </LineLink>,
              ])}
            />
          )}
        </Stack>
      </Section>
      <div className="model-rows">
        {MODELS.map((group) => (
          <Section key={group.title.zh} title={t(lang, group.title)}>
            <DataTable
              caption={t(lang, group.title)}
              columns={[
                t(lang, { zh: '文书', en: 'Paper' }),
                t(lang, { zh: '什么时候用', en: 'When' }),
                t(lang, { zh: '样本', en: 'Sample' }),
              ]}
              rows={group.models.map(({ kind, use }) => [
                lang === 'en' ? modelNameEn(kind) : modelName(kind),
                t(lang, use),
                <Fragment key="sample">
                  <LineLink href={PUBLIC.model(kind)}>
                    {open}
                    <Unseen>
                      {t(lang, { zh: '：', en: ': ' })}
                      {modelName(kind)}
                    </Unseen>
                  </LineLink>{' '}
                  <Sample />
                </Fragment>,
              ])}
            />
          </Section>
        ))}
      </div>
    </Framed>
  )
}
