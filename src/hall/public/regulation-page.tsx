import { readFileSync } from 'node:fs'
import type { ReactElement } from 'react'
import { type Article, articles, type Clause } from '../../regulation/index.ts'
import {
  Contents,
  DataTable,
  Icon,
  KeyFigures,
  type Lang,
  Opening,
  Section,
  Split,
  Stack,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'

type State = 'proven' | 'open' | 'duty'

/** Clauses that a test proves, as `npm run articles` found them. */
const proven = new Set(
  JSON.parse(
    readFileSync(new URL('../../../docs/articles-proven.json', import.meta.url), 'utf8'),
  ) as string[],
)

const stateOf = (article: Article, clause: Clause): State =>
  (clause.kind ?? article.kind) === 'duty' ? 'duty' : proven.has(clause.id) ? 'proven' : 'open'

const STATES = {
  proven: { zh: '做到了', en: 'Done' },
  open: { zh: '还没证明', en: 'Not proved yet' },
  duty: { zh: '由人来做', en: 'Done by people' },
} as const

/** The regulation article by article in our words, and for each clause whether the platform keeps it. */
export function RegulationPage({ frame }: { frame: Frame }): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '办事规则与执行情况', en: 'Rules and how we keep them' })
  const states = articles.flatMap((article) => article.clauses.map((clause) => stateOf(article, clause)))
  const count = (state: State) => states.filter((one) => one === state).length
  const unit = t(lang, { zh: '款（项）', en: 'clauses' })
  return (
    <Framed frame={frame} title={title} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: '《福州市网上办事管理办法（试行）》有二十八条，本平台按它办事。下面逐款用我们的话讲一遍，并写明做到没有。',
          en: 'The city’s measures on online services have twenty-eight articles. Each clause is told in our words, with whether the platform keeps it.',
        })}
        facts={['榕政办〔2018〕212号', t(lang, { zh: '2018年10月15日印发', en: 'issued 15 Oct 2018' })]}
      />
      <KeyFigures
        figures={[
          {
            term: t(lang, { zh: '全部', en: 'All' }),
            value: String(states.length),
            unit,
            note: t(lang, { zh: '二十八条', en: 'in 28 articles' }),
          },
          {
            term: t(lang, { zh: '做到了', en: 'Done' }),
            value: String(count('proven')),
            unit,
            note: t(lang, { zh: '每款都有测试证明', en: 'each proved by a test' }),
          },
          {
            term: t(lang, { zh: '还没证明', en: 'Not yet' }),
            value: String(count('open')),
            unit,
            note: t(lang, { zh: '在做，或者还没有测试', en: 'under way or without a test' }),
          },
          {
            term: t(lang, { zh: '由人来做', en: 'By people' }),
            value: String(count('duty')),
            unit,
            note: t(lang, { zh: '软件替代不了', en: 'software cannot do it' }),
          },
        ]}
      />
      <Split
        asideLabel={t(lang, { zh: '说明', en: 'Note' })}
        contents={
          <Contents
            entries={articles.map((article) => ({
              id: `art-${article.number}`,
              text: `${article.number} ${t(lang, article.title)}`,
            }))}
          />
        }
        aside={
          <Stack>
            <p className="small mute">
              {t(lang, {
                zh: '这里是转述，不是原文；有出入的，以市政府公布的原文为准。',
                en: 'A restatement, not the text. The text that the city published binds.',
              })}
            </p>
            <p className="small mute">
              {t(lang, {
                zh: '“做到了”是指程序里有自动测试，每次改动都重新验一遍。',
                en: '“Done” means that an automatic test proves it again at each change.',
              })}
            </p>
          </Stack>
        }
      >
        {articles.map((article) => (
          <ArticleSection key={article.number} article={article} lang={lang} />
        ))}
      </Split>
    </Framed>
  )
}

function ArticleSection({ article, lang }: { article: Article; lang: Lang }): ReactElement {
  return (
    <Section
      id={`art-${article.number}`}
      title={t(lang, {
        zh: `第 ${article.number} 条　${article.title.zh}`,
        en: `Art. ${article.number} ${article.title.en}`,
      })}
    >
      <DataTable
        caption={t(lang, { zh: `第 ${article.number} 条各款`, en: `Clauses of Art. ${article.number}` })}
        columns={[
          t(lang, { zh: '款项', en: 'Clause' }),
          t(lang, { zh: '怎么规定', en: 'What it asks' }),
          t(lang, { zh: '做到没有', en: 'Kept?' }),
        ]}
        rows={article.clauses.map((clause) => [
          clauseName(clause.id, lang),
          t(lang, clause.text),
          <Standing
            key="state"
            state={stateOf(article, clause)}
            by={clause.by ? t(lang, clause.by) : ''}
            lang={lang}
          />,
        ])}
      />
    </Section>
  )
}

/** '8.1(2)' → 「第 1 款第 2 项」. */
function clauseName(id: string, lang: Lang): string {
  const [, paragraph = '', item] = /^\d+\.(\d+)(?:\((\d+)\))?$/.exec(id) ?? []
  if (paragraph === '') return id
  return lang === 'en' ? id : `第 ${paragraph} 款${item ? `第 ${item} 项` : ''}`
}

function Standing({ state, by, lang }: { state: State; by: string; lang: Lang }): ReactElement {
  return (
    <>
      {state === 'proven' ? (
        <span className="tag tag-held">
          <Icon name="done" />
          {t(lang, STATES.proven)}
        </span>
      ) : (
        t(lang, STATES[state])
      )}
      {by && <span className="fine">{`（${by}）`}</span>}
    </>
  )
}
