import type { ReactElement } from 'react'
import type { PublicDirectory, PublicException } from '../../../catalogue/index.ts'
import { EXCEPTION_KINDS } from '../../../regulation/index.ts'
import { DataTable, fullDay, type Lang, Opening, Section, t } from '../../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { FigureSections } from './figure.tsx'
import { List } from './list.tsx'
import type { Asked, Found } from './read.ts'

interface Props {
  frame: Frame
  directory: PublicDirectory
  asked: Asked
  found: Found
}

/** 事项目录: how much of what exists by law is in a service centre and on the platform, and the directory itself. */
export function DirectoryPage({ frame, directory, asked, found }: Props): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '事项目录', en: 'Directory of services' })
  const { figure, exceptions, secrets } = directory
  const all = figure.all.in + figure.all.exempt + figure.all.missing
  return (
    <Framed frame={frame} title={title} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: `法律规定要办的事都列在目录里。现在 ${all}\u00a0项，${figure.all.in} 项已经进驻服务中心、上了平台，${figure.all.exempt} 项经批准例外，还缺 ${figure.all.missing} 项。`,
          en: `Everything that the law gives departments to handle stands here. Of ${all}, ${figure.all.in} are in a service centre and on the platform, ${figure.all.exempt} are exempt, ${figure.all.missing} are missing.`,
        })}
      />
      <FigureSections figure={figure} area={asked.area} lang={lang} />
      <Exceptions exceptions={exceptions} secrets={secrets} lang={lang} />
      <List directory={directory} asked={asked} found={found} lang={lang} />
    </Framed>
  )
}

const chinese = (lang: Lang) => (lang === 'en' ? 'zh-CN' : undefined)

function Exceptions({
  exceptions,
  secrets,
  lang,
}: {
  exceptions: PublicException[]
  secrets: number
  lang: Lang
}): ReactElement {
  const zh = chinese(lang)
  return (
    <Section id="exceptions" title={t(lang, { zh: '批准的例外', en: 'Approved exceptions' })}>
      <p>
        {t(lang, {
          zh: '不宜进驻的，要经同级人民政府批准。',
          en: 'What cannot be in a centre needs the approval of the government of the same level.',
        })}
        {secrets > 0 &&
          t(lang, {
            zh: `其中涉及国家秘密的 ${secrets} 项，只公开件数。`,
            en: ` Of state secrets only the number is public: ${secrets}.`,
          })}
      </p>
      {exceptions.length > 0 && (
        <DataTable
          caption={t(lang, { zh: '批准的例外', en: 'Approved exceptions' })}
          columns={[
            t(lang, { zh: '事项和部门', en: 'Service and department' }),
            t(lang, { zh: '原因', en: 'Reason' }),
            t(lang, { zh: '批准的政府和文件', en: 'Approved by' }),
            t(lang, { zh: '批准日期', en: 'On' }),
          ]}
          rows={exceptions.map(({ basicCode, name, organ, exception }) => [
            <span key={basicCode} lang={zh}>
              {name}
              <br />
              <span className="fine">{organ.name}</span>
            </span>,
            <span key="reason">
              {t(lang, EXCEPTION_KINDS[exception.kind])}
              <br />
              <span className="fine" lang={zh}>
                {exception.reason}
              </span>
            </span>,
            <span key="document" lang={zh}>
              {exception.government}
              <br />
              <span className="fine">{exception.document}</span>
            </span>,
            fullDay(exception.approvedOn, lang),
          ])}
        />
      )}
    </Section>
  )
}
