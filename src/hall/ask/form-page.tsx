import type { ReactElement } from 'react'
import type { ItemVersion } from '../../catalogue/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import {
  Button,
  Card,
  ErrorSummary,
  Fold,
  fullDay,
  type Lang,
  LineLink,
  NoticeCard,
  Opening,
  Phone,
  SearchBox,
  Section,
  SITE,
  Split,
  Stack,
  signInHref,
  TextArea,
  TextField,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { About, AboutItem, errorAt, nameOf } from './about.tsx'
import type { Answered } from './matching.ts'
import type { AskScene, Given } from './scene.ts'

export const ASK_TITLE = { zh: '网上提问', en: 'Ask a question' }

export interface AskPageProps {
  frame: Frame
  scene: AskScene
  given: Given
  /** Working days within which there is an answer. */
  days: number
  /** Why it was not taken, in the page's language. */
  faults: readonly Refusal[]
}

/** 网上提问: what may answer it already, then whom it is for, the question, and where to tell of the answer. */
export function AskPage({ frame, scene, given, days, faults }: AskPageProps): ReactElement {
  const { lang } = frame.display
  const title = t(lang, ASK_TITLE)
  const { item, near } = scene
  const atFields = faults.flatMap((one) => (one.field ? [{ field: one.field, text: one.sentence }] : []))
  const whole = faults.find((one) => !one.field)
  return (
    <Framed
      frame={frame}
      title={title}
      crumbs={[
        HOME_CRUMB(lang),
        ...(item ? [{ text: nameOf(item, lang), href: PUBLIC.item(item.itemId) }] : []),
        { text: title },
      ]}
    >
      <Opening
        title={
          item ? t(lang, { zh: `问「${nameOf(item, lang)}」`, en: `Ask: ${nameOf(item, lang)}` }) : title
        }
        lead={t(lang, {
          zh: `部门 ${days} 个工作日内书面答复。不用登录也能问。`,
          en: `The department answers in writing within ${days} working days. No sign-in needed.`,
        })}
        close
      />
      <Split
        asideLabel={t(lang, { zh: '别的办法', en: 'Other ways' })}
        aside={<Aside frame={frame} item={item} />}
      >
        <Stack gap="l">
          <ErrorSummary faults={atFields} />
          {whole && (
            <NoticeCard
              tone="ochre"
              title={t(lang, { zh: '没有提交，写的都还在', en: 'Not sent; what you wrote is here' })}
            >
              <p className="small" role="alert">
                {whole.sentence}
              </p>
            </NoticeCard>
          )}
          {!item && (
            <SearchBox
              label={
                near.length > 0
                  ? t(lang, { zh: '不是下面这些，换个说法找', en: 'None of those below? Look again' })
                  : t(lang, { zh: '要问的是哪件事', en: 'Which service is it about' })
              }
              action={PUBLIC.ask()}
              value={given.q}
              suggest={false}
            />
          )}
          <MayBeAnswered answered={scene.answered} one={item !== null} lang={lang} />
          <Section title={t(lang, { zh: '写下问题', en: 'Your question' })}>
            <form method="post" action={PUBLIC.ask()} noValidate>
              <input type="hidden" name="id" value={given.id} />
              <input type="hidden" name="q" value={given.q} />
              <Stack>
                {item ? <AboutItem item={item} lang={lang} /> : <About {...{ scene, given, faults, lang }} />}
                <TextArea
                  name="text"
                  label={t(lang, { zh: '您要问什么', en: 'What would you like to know' })}
                  hint={t(lang, {
                    zh: '写清您的情况。答复的部门看不到您是谁，别写身份证号、银行卡号。',
                    en: 'Describe your case. Who answers does not see who you are; leave out identity and card numbers. Chinese or English.',
                  })}
                  rows={6}
                  value={given.text}
                  error={errorAt('text', faults)}
                />
                <Telling frame={frame} given={given} item={item} faults={faults} />
                <div className="actions">
                  <rb-confirm-once busy={t(lang, { zh: '正在提交…', en: 'Sending…' })}>
                    <Button>{t(lang, { zh: '提交问题', en: 'Send the question' })}</Button>
                  </rb-confirm-once>
                </div>
              </Stack>
            </form>
          </Section>
        </Stack>
      </Split>
    </Framed>
  )
}

function MayBeAnswered({
  answered,
  one,
  lang,
}: {
  answered: readonly Answered[]
  one: boolean
  lang: Lang
}): ReactElement | null {
  if (answered.length === 0) return null
  return (
    <Section title={t(lang, { zh: '先看看是不是问这些', en: 'Perhaps it is answered' })}>
      {answered.map(({ q, a, item, answeredOn }) => (
        <Fold key={item.itemId + q} summary={inChinese(q, lang)}>
          <p className="said">{inChinese(a, lang)}</p>
          <p className="fine">
            {!one && <a href={PUBLIC.item(item.itemId)}>{inChinese(item.content.name, lang)}</a>}
            {!one && answeredOn && t(lang, { zh: '，', en: ', ' })}
            {answeredOn &&
              t(lang, {
                zh: `${fullDay(answeredOn)}答复别人的`,
                en: `answered somebody on ${fullDay(answeredOn, 'en')}`,
              })}
          </p>
        </Fold>
      ))}
    </Section>
  )
}

function Telling({
  frame,
  given,
  item,
  faults,
}: Pick<AskPageProps, 'frame' | 'given' | 'faults'> & { item: ItemVersion | null }): ReactElement {
  const { lang } = frame.display
  if (frame.session) {
    const { phoneMasked } = frame.session.account
    return (
      <p className="small">
        {t(lang, {
          zh: `问题和答复放在「我的」里。${phoneMasked ? `答复了，发短信到 ${phoneMasked}。` : ''}`,
          en: `Question and answer are kept under “Mine”.${phoneMasked ? ` A text message to ${phoneMasked} tells you of the answer.` : ''}`,
        })}
      </p>
    )
  }
  const back = PUBLIC.ask({ ...(item ? { item: item.itemId } : {}), q: given.q })
  return (
    <>
      <TextField
        name="phone"
        label={t(lang, { zh: '手机号', en: 'Mobile number' })}
        hint={t(lang, {
          zh: '答复了发一条短信告诉您，里面没有问题和答复。',
          en: 'One text message tells you of the answer, without its content.',
        })}
        optional
        width="medium"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={given.phone}
        error={errorAt('phone', faults)}
      />
      <p className="small">
        {t(lang, {
          zh: '提交以后给您编号和查询码，凭它们看答复。',
          en: 'You get a number and a code to read the answer with.',
        })}{' '}
        <a href={signInHref(back)}>
          {t(lang, { zh: '登录以后再问，不用记编号', en: 'Sign in first, and there is nothing to keep' })}
        </a>
      </p>
    </>
  )
}

function Aside({ frame, item }: { frame: Frame; item: ItemVersion | null }): ReactElement {
  const { lang } = frame.display
  return (
    <Card>
      <Stack>
        <div>
          <p className="fine">{t(lang, { zh: '着急的，打电话', en: 'In a hurry? Call' })}</p>
          <Phone number={item?.content.consultPhone || SITE.hotline} />
        </div>
        <div>
          <p className="fine">{t(lang, { zh: '问过了', en: 'Asked before?' })}</p>
          <LineLink href={frame.session ? '/my/enquiries' : PUBLIC.askAnswer}>
            {t(lang, { zh: '看答复', en: 'Read the answer' })}
          </LineLink>
        </div>
      </Stack>
    </Card>
  )
}
