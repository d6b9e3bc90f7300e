import { Button, Input } from 'antd'
import { useId } from 'react'
import { Refused } from '../api.ts'
import { WordRefused } from './refused.tsx'
import { useKeep } from './use-search-words.ts'

/** A word that is being written: new, or one of the list as it was when it was opened. */
export interface Writing {
  word: string
  means: string
  seen: readonly string[]
}

export const BLANK: Writing = { word: '', means: '', seen: [] }

/** 餐饮、食品经营 小吃店 → three words. */
const wordsOf = (text: string): string[] => text.split(/[\s、，,；;]+/).filter((one) => one !== '')

/** 写词: what people say, and what the catalogue calls it. */
export function WordForm({
  writing,
  onWrite,
  onKept,
}: {
  writing: Writing
  onWrite: (next: Writing) => void
  onKept: (word: string) => void
}) {
  const id = useId()
  const keep = useKeep((body) => onKept(body.word))
  const wrong = keep.error instanceof Refused ? keep.error.refusal.field : undefined
  const changing = writing.seen.length > 0
  const means = wordsOf(writing.means)
  const lacks = [
    !writing.word.trim() && '群众说的词',
    means.length === 0 && '目录里用的词',
    changing && means.join() === writing.seen.join() && '改动',
  ].filter((one) => one !== false)
  const write = (change: Partial<Writing>) => {
    keep.reset()
    onWrite({ ...writing, ...change })
  }
  return (
    <form
      className="wordform"
      onSubmit={(event) => {
        event.preventDefault()
        if (lacks.length === 0 && !keep.isPending)
          keep.mutate({ word: writing.word.trim(), means, seen: [...writing.seen] })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}w`}>群众说的词</label>
        <Input
          id={`${id}w`}
          maxLength={20}
          status={wrong === 'word' ? 'error' : ''}
          readOnly={changing}
          value={writing.word}
          onChange={(e) => write({ word: e.target.value })}
        />
      </div>
      <div className="field grow">
        <label htmlFor={`${id}m`}>目录里用的词（用顿号分开，最贴近的写在前面）</label>
        <Input
          id={`${id}m`}
          maxLength={180}
          status={wrong === 'means' ? 'error' : ''}
          value={writing.means}
          onChange={(e) => write({ means: e.target.value })}
        />
      </div>
      <div className="acts">
        <Button
          type="primary"
          htmlType="submit"
          aria-disabled={lacks.length > 0 || keep.isPending}
          aria-describedby={`${id}h`}
        >
          {keep.isPending ? '正在存…' : changing ? '存下改动' : '加进词表'}
        </Button>
        {(changing || writing.word || writing.means) && (
          <Button
            onClick={() => {
              keep.reset()
              onWrite(BLANK)
            }}
          >
            不写了
          </Button>
        )}
      </div>
      <p className="small mid" id={`${id}h`}>
        {lacks.length > 0 ? `还没写：${lacks.join('、')}。` : '存下以后，下一次搜索就用上。'}
      </p>
      <WordRefused error={keep.error} />
    </form>
  )
}
