import type { ReactElement } from 'react'
import {
  type ItemContent,
  type ItemVersion,
  itemIn,
  type Limit,
  type Outcome,
  type walk,
} from '../../catalogue/index.ts'
import type { Day } from '../../regulation/index.ts'
import {
  Actions,
  Card,
  fullDay,
  KeyFigures,
  type Lang,
  LineLink,
  LinkButton,
  Opening,
  Phone,
  Split,
  Stack,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed } from '../page-frame.tsx'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { limitText } from '../public/guide/names.ts'
import { Steps } from '../public/guide/procedure.tsx'
import { Fee } from '../public/guide/terms.tsx'
import { Checklist, LeftOutList } from './checklist.tsx'
import type { HeldNow } from './held.ts'
import { Answered, situationCrumbs } from './question-page.tsx'
import { headline, Notes, Verdict } from './verdict.tsx'

export interface ResultPageProps {
  frame: Frame
  item: ItemVersion
  asked: ReturnType<typeof walk>['asked']
  answers: Record<string, string>
  outcome: Outcome
  held: HeldNow
  /** The other item to which the tables lead; null: they lead nowhere else, or it is not published. */
  variant: ItemVersion | null
  today: Day
}

/** Whether the applicant meets the conditions and the checklist for this situation, made to be printed. */
export function ResultPage(props: ResultPageProps): ReactElement {
  const { frame, item, asked, outcome, held, variant, today } = props
  const { lang } = frame.display
  const chosen = itemIn(item, { outcome })
  const { content } = item
  const name = lang === 'en' && content.nameEn ? content.nameEn : content.name
  const title = headline(outcome, lang)
  return (
    <Framed
      frame={frame}
      place="find"
      title={`${title} · ${name}`}
      noIndex
      crumbs={situationCrumbs(item, lang)}
    >
      <Opening title={title} over={name} sample={content.sample} close />
      <Split
        asideLabel={t(lang, { zh: '部门和电话', en: 'Department' })}
        aside={
          <Card>
            <p className="fine">{t(lang, { zh: '问这个部门', en: 'Ask the department' })}</p>
            <p>
              <b>{inChinese(content.organName, lang)}</b>
            </p>
            <Phone number={content.consultPhone} />
            {content.place?.hours && <p className="fine">{inChinese(content.place.hours, lang)}</p>}
          </Card>
        }
      >
        <Stack gap="l">
          <Verdict outcome={outcome} variant={variant} lang={lang} />
          {outcome.variant === '' && (
            <KeyFigures figures={figures(chosen, content.promiseLimit, held, lang)} />
          )}
          {outcome.variant === '' && <Notes outcome={outcome} lang={lang} />}
          <Actions>
            <Go {...props} />
          </Actions>
        </Stack>
        {outcome.variant === '' && (
          <>
            <Checklist item={chosen} outcome={outcome} held={held} frame={frame} />
            <LeftOutList outcome={outcome} lang={lang} />
            <Steps
              id="steps"
              title={t(lang, { zh: '办理环节', en: 'Procedure' })}
              item={chosen}
              lang={lang}
              today={today}
            />
            {content.fee && (
              <Fee
                id="fee"
                title={t(lang, { zh: '收费', en: 'Fees' })}
                item={chosen}
                lang={lang}
                today={today}
              />
            )}
          </>
        )}
        <Answered asked={asked} item={item} lang={lang} />
        <Stack gap="s">
          <p className="screen-only">
            <LineLink href={PUBLIC.item(item.itemId)}>
              {t(lang, { zh: '看完整的办事指南', en: 'The whole guide' })}
            </LineLink>
          </p>
          <p className="fine">
            {t(lang, {
              zh: `按办事指南第 ${item.version} 版，${fullDay(today, lang)}算出。这是事先的核对，受理不受理由部门看过材料后答复。`,
              en: `By version ${item.version} of the guide, on ${fullDay(today, lang)}. This is a check beforehand; the department decides on your documents.`,
            })}
          </p>
          <p className="fine print-only">{inChinese(whereToAsk(content), lang)}</p>
          <p className="fine screen-only">
            {t(lang, {
              zh: '要带着走，用浏览器的打印（Ctrl+P）印成清单。',
              en: 'To take it with you, print this page (Ctrl+P).',
            })}
          </p>
        </Stack>
      </Split>
    </Framed>
  )
}

/** On paper the card with the department is not there: who answers, and where the window is. */
const whereToAsk = ({ organName, consultPhone, place }: ItemContent): string =>
  [
    `问${organName}，${consultPhone}`,
    place &&
      [place.name, place.address, place.windows && `${place.windows} 窗口`, place.hours]
        .filter(Boolean)
        .join('，'),
  ]
    .filter(Boolean)
    .join('；')

/** The one way on: to the other service, or into the application with these answers. */
function Go(props: ResultPageProps): ReactElement | null {
  const { frame, item, answers, outcome, variant } = props
  const { lang } = frame.display
  const { handlingForms } = item.content
  if (variant) {
    const { itemId, content } = variant
    return (
      <LinkButton href={content.situations ? PUBLIC.situation(itemId) : PUBLIC.item(itemId)}>
        {t(lang, { zh: `去看「${content.name}」`, en: `Go to “${content.nameEn || content.name}”` })}
      </LinkButton>
    )
  }
  if (outcome.variant !== '' || !(handlingForms.includes('2') || handlingForms.includes('3'))) return null
  return (
    <LinkButton href={PUBLIC.apply(item.itemId, answers)} weight={outcome.eligible ? 'primary' : 'secondary'}>
      {outcome.eligible
        ? t(lang, { zh: '按这张清单在线办理', en: 'Apply online with this list' })
        : t(lang, { zh: '我仍要申请', en: 'Apply all the same' })}
    </LinkButton>
  )
}

/** `usual`: the promise of the whole guide. */
function figures(item: ItemVersion, usual: Limit | null, held: HeldNow, lang: Lang) {
  const { materials, promiseLimit, visits, fee, noMaterialsNeeded } = item.content
  const musts = materials.filter((m) => m.need === 'required')
  const have = musts.filter((m) => held.kinds.has(m.licenceKind)).length
  const spot = promiseLimit?.days === 0
  return [
    {
      term: t(lang, { zh: '要交的材料', en: 'Documents' }),
      value: noMaterialsNeeded ? '0' : String(musts.length),
      unit: t(lang, { zh: '份', en: musts.length === 1 ? 'document' : 'documents' }),
      note: held.known
        ? t(lang, { zh: `其中 ${have} 份我们已有`, en: `${have} of them we have` })
        : undefined,
    },
    {
      term: t(lang, { zh: '受理后办结', en: 'Decided after acceptance' }),
      value: !promiseLimit
        ? '—'
        : spot
          ? t(lang, { zh: '当场', en: 'On the spot' })
          : String(promiseLimit.days),
      unit:
        promiseLimit && !spot
          ? t(
              lang,
              promiseLimit.unit === 'G'
                ? { zh: '个工作日', en: 'working days' }
                : { zh: '个自然日', en: 'calendar days' },
            )
          : undefined,
      note:
        usual && promiseLimit && promiseLimit.days < usual.days
          ? t(lang, {
              zh: `一般 ${limitText(usual, lang)}，您的情形少几个环节`,
              en: `usually ${limitText(usual, lang)}; your situation has fewer steps`,
            })
          : item.content.legalLimit
            ? t(lang, {
                zh: `法定 ${limitText(item.content.legalLimit, lang)}`,
                en: `by law ${limitText(item.content.legalLimit, lang)}`,
              })
            : undefined,
    },
    {
      term: t(lang, { zh: '跑现场', en: 'Visits' }),
      value: String(visits),
      unit: t(lang, { zh: '次', en: visits === 1 ? 'visit' : 'visits' }),
    },
    {
      term: t(lang, { zh: '收费', en: 'Fee' }),
      value: t(
        lang,
        fee?.charged && fee.items.length > 0 ? { zh: '收费', en: 'Charged' } : { zh: '不收费', en: 'Free' },
      ),
      note: fee?.charged && fee.items.length > 0 ? t(lang, { zh: '标准见下', en: 'Rates below' }) : undefined,
    },
  ]
}
