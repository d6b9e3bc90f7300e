import QRCode from 'qrcode'
import type { ReactElement } from 'react'
import type { Licence } from '../../licences/index.ts'
import {
  Actions,
  Card,
  ClockChip,
  fullDay,
  LicenceFace,
  LineLink,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  PaperList,
  QrCode,
  Section,
  Split,
  Stack,
  SummaryList,
} from '../../ui/index.ts'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { PersonalPage, type View } from './frame.tsx'

export function LicenceList({ view, licences }: { view: View; licences: Licence[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <PaperList
      papers={licences.map((l) => ({
        title: l.name,
        note: `${l.number}，${validityText(l, view)}`,
        href: at('licence', { licenceId: l.licenceId }),
        act: zh ? '出示' : 'Show',
        icon: 'card' as const,
      }))}
    />
  )
}

export function validityText(l: Licence, { lang, today }: Pick<View, 'lang' | 'today'>): string {
  const zh = lang === 'zh'
  if (l.status === 'revoked') return zh ? '已撤销' : 'Revoked'
  if (l.status === 'suspended') return zh ? '暂停使用' : 'Suspended'
  if (l.status === 'replaced') return zh ? '已换发新证' : 'Replaced'
  if (l.validUntil === null) return zh ? '有效，长期' : 'Valid without end'
  if (l.validUntil < today)
    return zh ? `${fullDay(l.validUntil)} 已过期` : `Expired ${fullDay(l.validUntil, 'en')}`
  return zh ? `有效，到 ${fullDay(l.validUntil)}` : `Valid until ${fullDay(l.validUntil, 'en')}`
}

export interface LicencesPageProps {
  view: View
  licences: Licence[]
  /** Why they may not be shown in this session: a sentence and the way to the level that it needs. */
  levelNeeded: string | null
}

export function LicencesPage({ view, licences, levelNeeded }: LicencesPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '我的证照' : 'My licences'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      {levelNeeded ? (
        <NoticeCard icon="shield" title={levelNeeded}>
          <LineLink href={ELSEWHERE.level(at('licences'))}>
            {zh ? '去认证，约 2 分钟' : 'Verify, about 2 minutes'}
          </LineLink>
        </NoticeCard>
      ) : licences.length > 0 ? (
        <LicenceList view={view} licences={licences} />
      ) : (
        <Message
          title={zh ? '这里还没有证照' : 'No licences yet'}
          acts={<LinkButton href={ELSEWHERE.home}>{zh ? '找要办的事' : 'Find a service'}</LinkButton>}
        >
          <p>
            {zh
              ? '在这里办的事，办结后证照自动出现，和纸质的效力相同。'
              : 'Licences appear here when a matter closes; they are as valid as paper.'}
          </p>
        </Message>
      )}
    </PersonalPage>
  )
}

/** The code that an inspector scans: it opens the public check of this licence. */
export function qrModules(text: string): boolean[][] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  )
}

export function LicencePage({
  view,
  licence,
  checkUrl,
}: {
  view: View
  licence: Licence
  checkUrl: string
}): ReactElement {
  const zh = view.lang === 'zh'
  const valid =
    licence.status === 'valid' && (licence.validUntil === null || licence.validUntil >= view.today)
  return (
    <PersonalPage
      view={view}
      title={`${licence.name} · ${zh ? '我的证照' : 'My licences'}`}
      crumbs={[
        { text: zh ? '我的' : 'Mine', href: at('my') },
        { text: zh ? '证照' : 'Licences', href: at('licences') },
        { text: licence.name },
      ]}
    >
      <Opening
        title={licence.name}
        sample={licence.sample}
        close
        facts={[
          valid ? (
            <ClockChip key="v" state="valid" text={validityText(licence, view)} />
          ) : (
            <b key="v">{validityText(licence, view)}</b>
          ),
          licence.holderName,
        ]}
      />
      <Split
        asideFirst
        asideLabel={zh ? '出示二维码' : 'QR code'}
        aside={
          <Card title={zh ? '检查人员来了，出示这个码' : 'Show this to an inspector'}>
            <Stack gap="s">
              <QrCode
                modules={qrModules(checkUrl)}
                label={zh ? `查验二维码，打开 ${checkUrl}` : `QR code for ${checkUrl}`}
              />
              <p className="fine">
                {zh
                  ? '扫码打开查验页，只显示证照名称、持证人和状态，不显示身份证号。'
                  : 'It opens a page that tells whether the licence is valid.'}
              </p>
            </Stack>
          </Card>
        }
      >
        <Stack>
          <LicenceFace
            name={licence.name}
            number={licence.number}
            fields={licence.face.map((f) => ({ term: f.label, value: f.value }))}
            issuer={licence.organName}
            issued={fullDay(licence.issuedOn, view.lang)}
          />
          <p className="fine">
            {zh ? '和纸质证效力相同。证照标识 ' : 'As valid as paper. Identifier '}
            <span className="code">{licence.identifier}</span>
          </p>
          <Actions>
            <LinkButton
              weight="secondary"
              icon="download"
              href={at('licencePdf', { licenceId: licence.licenceId })}
            >
              {zh ? '下载 PDF' : 'Download PDF'}
            </LinkButton>
            <LinkButton weight="quiet" href={at('dossier', { dossierId: licence.dossierId })}>
              {zh ? '看办件' : 'See the matter'}
            </LinkButton>
          </Actions>
        </Stack>
        <Section title={zh ? '别人扫码看到什么' : 'What others see'}>
          <SummaryList
            rows={[
              { term: zh ? '证照' : 'Licence', value: licence.name },
              { term: zh ? '名称' : 'Holder', value: licence.holderName },
              { term: zh ? '状态' : 'State', value: validityText(licence, view) },
            ]}
          />
          <LineLink href={checkUrl}>{zh ? '打开查验页看看' : 'Open the page'}</LineLink>
        </Section>
      </Split>
    </PersonalPage>
  )
}
