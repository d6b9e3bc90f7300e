import { Button } from 'antd'
import { Failed, Waiting } from '../parts/states.tsx'
import { useUnanswered } from './use-search-words.ts'

/** 没查到的词: what the list should learn. Counted, never by whom. */
export function UnansweredWords({
  mayKeep,
  onTry,
  onWrite,
}: {
  mayKeep: boolean
  onTry: (words: string) => void
  onWrite: (words: string) => void
}) {
  const words = useUnanswered()
  const rows = words.data?.rows ?? []
  return (
    <section aria-labelledby="unanswered">
      <h2 id="unanswered">近 30 天没查到的词</h2>
      {words.isPending && <Waiting what="没查到的词" />}
      {words.isError && <Failed what="没查到的词" error={words.error} retry={() => void words.refetch()} />}
      {words.data && (
        <p className="small mid">
          {rows.length > 0
            ? '只记次数，不记是谁；查过 3 次以上才列出，30 天后删去。'
            : '没有。查过 3 次还没有事项对得上的词列在这里，不记是谁查的。'}
        </p>
      )}
      {rows.length > 0 && (
        <table className="grid unanswered">
          <caption className="vh">没查到的词</caption>
          <thead>
            <tr>
              <th scope="col">词</th>
              <th scope="col" className="num">
                次数
              </th>
              <th scope="col">最近</th>
              <th scope="col">
                <span className="vh">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.words}>
                <th scope="row">{row.words}</th>
                <td className="num">{row.times}</td>
                <td className="mute">{row.lastOn.slice(5)}</td>
                <td className="rowacts">
                  <Button size="small" type="link" onClick={() => onTry(row.words)}>
                    试查<span className="vh">{row.words}</span>
                  </Button>
                  {row.known && <span className="small mute">已在词表</span>}
                  {mayKeep && !row.known && (
                    <Button size="small" type="link" onClick={() => onWrite(row.words)}>
                      写进词表<span className="vh">{row.words}</span>
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
