import type { ReactElement } from 'react'
import {
  type AssuranceLevel,
  credentialOf,
  FUNCTIONS,
  type HallFunction,
  LEVELS,
  type Ruling,
  type SubjectKind,
} from '../../regulation/index.ts'
import {
  Card,
  LinkButton,
  NoticeCard,
  Opening,
  Phone,
  Section,
  SITE,
  Split,
  Stack,
  SummaryList,
  type Tick,
  TickList,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'

/** The kinds of applicants by which Art. 8 tells credentials apart. */
const SUBJECTS: { kind: SubjectKind; zh: string; en: string }[] = [
  { kind: 'person', zh: '个人', en: 'Person' },
  { kind: 'foreign-person', zh: '外籍人士', en: 'Foreigner' },
  { kind: 'enterprise', zh: '企业、合作社', en: 'Company, cooperative' },
  { kind: 'foreign-representative', zh: '外国企业代表机构', en: 'Representative office' },
  { kind: 'institution', zh: '事业单位、社会组织', en: 'Institution, social body' },
]
const CREDENTIALS_EN: Record<string, string> = {
  身份证号: 'identity card number',
  社保号: 'social security number',
  '外国（地区）护照号': 'foreign passport number',
  统一社会信用代码: 'unified social credit code',
  法人证: 'certificate of legal person',
  其他具有法律效力的证件: 'another legally valid certificate',
}

interface LevelProps {
  frame: Frame
  fn: HallFunction
  ruling: Ruling
  /** A path of ours to return to. */
  to: string
}

/** Why a function needs a higher level (Art. 8), what the account has, how to get there, how to do without. */
export function LevelPage({ frame, fn, ruling, to }: LevelProps): ReactElement {
  const { lang } = frame.display
  const needed = FUNCTIONS[fn].level
  const has: AssuranceLevel = frame.session?.level ?? 0
  const name = t(lang, FUNCTIONS[fn])
  const level = t(lang, LEVELS[needed])
  const signedIn = frame.session !== null
  // An account of the wrong kind is not helped by any level.
  const possible = has < needed
  return (
    <Framed
      frame={frame}
      title={t(lang, { zh: '认证', en: 'Real-name check' })}
      crumbs={[HOME_CRUMB(lang), { text: t(lang, { zh: '认证', en: 'Real-name check' }) }]}
      noIndex
    >
      <Opening
        over={name}
        title={
          possible
            ? t(
                lang,
                signedIn
                  ? { zh: `还差一步：升到${level}`, en: `One step left: ${level}` }
                  : { zh: `先登录，用${level}`, en: `Sign in with ${level}` },
              )
            : t(lang, { zh: `这个账户不能用「${name}」`, en: `This account cannot use “${name}”` })
        }
        lead={t(lang, ruling.sentence)}
      />
      <Split
        asideLabel={t(lang, { zh: '帮助', en: 'Help' })}
        aside={
          <Card title={t(lang, { zh: '核对不上？', en: 'It does not match?' })}>
            <p className="small">
              {t(lang, {
                zh: '改过名、换过手机号，最容易核对不上。打电话，有人帮您看。',
                en: 'A changed name or telephone is the usual cause. Call us.',
              })}
            </p>
            <Phone number={SITE.hotline} />
          </Card>
        }
      >
        {/\/drafts\//.test(to) && (
          <NoticeCard
            tone="green"
            icon="saved"
            title={t(lang, { zh: '您填的内容都在。', en: 'What you filled in is kept.' })}
          >
            <p className="small">
              {t(lang, { zh: '认证完自动回到刚才那一页。', en: 'Afterwards you return to where you were.' })}
            </p>
          </NoticeCard>
        )}
        {possible && (
          <div className="actions">
            <LinkButton href={`/sign-in?level=${needed}&to=${encodeURIComponent(to)}`}>
              {t(lang, signedIn ? { zh: '去认证', en: 'Go on' } : { zh: '登录', en: 'Sign in' })}
            </LinkButton>
            <LinkButton href={to.startsWith('/apply') || to.startsWith('/my') ? '/' : to} weight="quiet">
              {t(lang, { zh: '以后再说', en: 'Later' })}
            </LinkButton>
          </div>
        )}
        {possible && needed > 1 && (
          <Section title={t(lang, { zh: '怎么升到中级', en: 'How to reach the medium level' })}>
            <p className="section-note">
              {t(lang, {
                zh: '核对由全市统一身份认证做，任选一种。做过一次以后就不用再做。',
                en: 'The city’s identity service checks; choose one way. Once is enough.',
              })}
            </p>
            <SummaryList
              rows={[
                {
                  term: t(lang, { zh: '社保卡核对', en: 'Social security card' }),
                  value: t(lang, {
                    zh: '填社保卡号和预留手机号，约 1 分钟',
                    en: 'Card number and its telephone, about a minute',
                  }),
                },
                {
                  term: t(lang, { zh: '银行卡核对', en: 'Bank card' }),
                  value: t(lang, {
                    zh: '只核对卡是不是您的，不扣钱，看不到余额',
                    en: 'Only whose card it is; no money moves, no balance is seen',
                  }),
                },
                {
                  term: t(lang, { zh: '刷脸', en: 'Face check' }),
                  value: t(lang, { zh: '直接升到高级', en: 'Leads to the high level at once' }),
                },
                {
                  term: t(lang, { zh: '到窗口', en: 'At the counter' }),
                  value: t(lang, {
                    zh: '带身份证当场核对；外籍人士带护照',
                    en: 'With your identity card or passport',
                  }),
                },
              ]}
            />
          </Section>
        )}
        {!signedIn && (
          <Section title={t(lang, { zh: '用什么证件认证', en: 'What proves who you are' })}>
            <SummaryList
              rows={SUBJECTS.map(({ kind, ...name }) => ({
                term: t(lang, name),
                value: credentialOf(kind)
                  .map((credential) =>
                    t(lang, { zh: credential, en: CREDENTIALS_EN[credential] ?? credential }),
                  )
                  .join(t(lang, { zh: '，或', en: ', or ' })),
              }))}
            />
          </Section>
        )}
        <Section title={t(lang, { zh: '不想认证，也能办', en: 'Without any check' })}>
          <TickList
            ticks={[
              {
                text: t(lang, {
                  zh: '带材料到窗口办，地址和时间写在每个事项的指南里。',
                  en: 'At the counter; each guide names address and hours.',
                }),
              },
              {
                text: t(lang, {
                  zh: '指南和材料清单，不登录也能看。',
                  en: 'Guides and lists of materials need no sign-in.',
                }),
              },
            ]}
          />
        </Section>
      </Split>
      <Section title={t(lang, { zh: '每一级能做什么', en: 'What each level opens' })}>
        <Stack>
          <ol className="levels">
            {([0, 1, 2] as const).map((one) => (
              <li
                key={one}
                className={
                  one === has || (one === 2 && has === 3) ? 'here' : one === needed ? 'needed' : undefined
                }
              >
                <h3>
                  {one === 2
                    ? t(lang, { zh: '中级、高级', en: 'Medium, high' })
                    : t(lang, one === 0 ? { zh: '没有认证', en: 'No check' } : { zh: '初级', en: 'Basic' })}
                  {(one === has || (one === 2 && has === 3)) && (
                    <span className="tag">{t(lang, { zh: '您在这里', en: 'You are here' })}</span>
                  )}
                  {one === needed && has < needed && (
                    <span className="tag tag-held">{t(lang, { zh: '办这件事要', en: 'Needed here' })}</span>
                  )}
                </h3>
                <TickList ticks={ticksOf(one, lang)} />
              </li>
            ))}
          </ol>
          <p className="section-note">
            {t(lang, {
              zh: `依据《福州市网上办事管理办法（试行）》第 ${ruling.article} 条。`,
              en: `Under Art. ${ruling.article} of the city’s measures on online services. `,
            })}
            <a href={`${PUBLIC.regulation}#art-${ruling.article}`}>
              {t(lang, { zh: '看这一条', en: 'Read it' })}
            </a>
          </p>
        </Stack>
      </Section>
    </Framed>
  )
}

function ticksOf(level: AssuranceLevel, lang: 'zh' | 'en'): Tick[] {
  const all = Object.values(FUNCTIONS)
  const open = all.filter((fn) => fn.level <= level).map((fn) => ({ text: t(lang, fn) }))
  const shut = all.filter((fn) => fn.level > level).map((fn) => ({ text: t(lang, fn), not: true }))
  return [...open, ...shut]
}
