import { Button } from 'antd'
import { useState } from 'react'
import type { SynonymList, SynonymRow } from '../../src/catalogue/api/search-contract.ts'
import { monthDay } from '../dates.ts'
import { WordRefused } from './refused.tsx'
import { useRemove } from './use-search-words.ts'

/** The list; removing asks once more in its own row, because the next search is without the word. */
export function WordList({
  list,
  onChange,
  onTry,
  onRemoved,
}: {
  list: SynonymList
  onChange: (row: SynonymRow) => void
  onTry: (word: string) => void
  onRemoved: (word: string) => void
}) {
  const [leaving, setLeaving] = useState<string | null>(null)
  const remove = useRemove((body) => {
    setLeaving(null)
    onRemoved(body.word)
  })
  return (
    <table className="grid words">
      <caption className="vh">同义词</caption>
      <thead>
        <tr>
          <th scope="col">群众说</th>
          <th scope="col">目录里用的词</th>
          <th scope="col">最近改动</th>
          <th scope="col">
            <span className="vh">操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <tr key={row.word}>
            <th scope="row">{row.word}</th>
            <td>
              {leaving === row.word ? (
                <>
                  删掉以后，搜「{row.word}」不再找到这些词的事项。
                  <WordRefused error={remove.error} />
                </>
              ) : (
                row.means.join('、')
              )}
            </td>
            <td className="mute small">
              {row.changedAt ? `${row.changedBy} ${monthDay(row.changedAt)}` : '随平台带来'}
            </td>
            <td className="rowacts">
              {leaving === row.word ? (
                <>
                  <Button
                    size="small"
                    className="danger-act"
                    aria-disabled={remove.isPending}
                    onClick={() =>
                      !remove.isPending && remove.mutate({ word: row.word, seen: [...row.means] })
                    }
                  >
                    {remove.isPending ? '正在删…' : `删掉「${row.word}」`}
                  </Button>
                  <Button size="small" onClick={() => setLeaving(null)}>
                    留着
                  </Button>
                </>
              ) : (
                <>
                  <Button size="small" type="link" onClick={() => onTry(row.word)}>
                    试查<span className="vh">{row.word}</span>
                  </Button>
                  {list.mayKeep && (
                    <>
                      <Button size="small" type="link" onClick={() => onChange(row)}>
                        改<span className="vh">{row.word}</span>
                      </Button>
                      <Button
                        size="small"
                        type="link"
                        onClick={() => {
                          remove.reset()
                          setLeaving(row.word)
                        }}
                      >
                        删<span className="vh">{row.word}</span>
                      </Button>
                    </>
                  )}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
