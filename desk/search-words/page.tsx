import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Paging } from '../parts/paging.tsx'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/search-words.css'
import { WordList } from './list.tsx'
import { Trial } from './trial.tsx'
import { UnansweredWords } from './unanswered.tsx'
import { useSynonyms } from './use-search-words.ts'
import { BLANK, WordForm, type Writing } from './word-form.tsx'

/** 搜索用词: the city's list of what people say, a trial of the search, and what nobody was answered. */
export default function SearchWordsPage({ officer }: { officer: Officer }) {
  const [params, setParams] = useSearchParams()
  const [writing, setWriting] = useState<Writing>(BLANK)
  const [news, setNews] = useState('')
  const q = params.get('q') ?? ''
  const page = Math.max(1, Number(params.get('page')) || 1)
  const list = useSynonyms(q, page)
  const data = list.data
  const go = (change: Record<string, string>) => {
    const next = new URLSearchParams(params)
    for (const [key, value] of Object.entries(change)) value ? next.set(key, value) : next.delete(key)
    setParams(next)
  }
  const at = (n: number) => `?${new URLSearchParams({ ...Object.fromEntries(params), page: String(n) })}`
  const write = (next: Writing) => {
    setNews('')
    setWriting(next)
  }
  return (
    <Shell officer={officer} crumbs={[{ label: '搜索用词' }]}>
      <div className="pagehead">
        <h1>搜索用词</h1>
        <span className="mid">群众怎么说，目录里叫什么。全市一张表，改了马上用上。</span>
      </div>
      <div className="wordwork">
        <Pane className="wordmain" label="词表">
          {data?.mayKeep && (
            <WordForm
              writing={writing}
              onWrite={write}
              onKept={(word) => {
                setWriting(BLANK)
                setNews(`「${word}」已在词表里，试查里是现在搜它的结果。`)
                go({ try: word })
              }}
            />
          )}
          {data && !data.mayKeep && (
            <p className="small mid">词表由行政服务管理机构的备案岗维护，这里只能看。</p>
          )}
          {news && <Note kind="good">{news}</Note>}
          <form
            className="seek"
            onSubmit={(event) => {
              event.preventDefault()
              go({ q: String(new FormData(event.currentTarget).get('q') ?? '').trim(), page: '' })
            }}
          >
            <input
              key={q}
              name="q"
              type="search"
              maxLength={60}
              aria-label="在词表里找"
              placeholder="在词表里找"
              defaultValue={q}
            />
          </form>
          {list.isPending && <Waiting what="词表" />}
          {list.isError && <Failed what="词表" error={list.error} retry={() => void list.refetch()} />}
          {data && data.rows.length === 0 && (
            <Empty
              title={q ? `词表里没有「${q}」。` : '词表里还没有词。'}
              action={
                q ? (
                  <Link className="btnlink" to="/search-words">
                    看全部
                  </Link>
                ) : undefined
              }
            />
          )}
          {data && data.rows.length > 0 && (
            <WordList
              list={data}
              onChange={(row) => write({ word: row.word, means: row.means.join('、'), seen: row.means })}
              onTry={(word) => go({ try: word })}
              onRemoved={(word) => {
                setNews(`「${word}」已从词表删掉，试查里是现在搜它的结果。`)
                go({ try: word })
              }}
            />
          )}
        </Pane>
        <Pane className="wordside" label="试查和没查到的词">
          <Trial q={params.get('try') ?? ''} onTry={(text) => go({ try: text })} />
          <UnansweredWords
            mayKeep={data?.mayKeep ?? false}
            onTry={(words) => go({ try: words })}
            onWrite={(words) => write({ word: words.replaceAll(' ', ''), means: '', seen: [] })}
          />
        </Pane>
      </div>
      <KeyBar keys={[[['?'], '全部快捷键']]}>
        {data && <Paging total={data.total} pageSize={data.pageSize} unit="个词" page={page} address={at} />}
      </KeyBar>
    </Shell>
  )
}
