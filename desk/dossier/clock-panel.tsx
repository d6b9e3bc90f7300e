import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { DossierRecord, Reading } from '../../src/casework/api/contract.ts'
import { dueDay, hourMinute } from '../dates.ts'
import { ClockChip, lightWords, Meter, readingLit } from '../parts/light.tsx'
import { CLOCK_NAMES } from './words.ts'

/** All clocks with their meters; 「为什么」 opens what each of them was counted from. */
export function ClockPanel({ record }: { record: DossierRecord }) {
  const [open, setOpen] = useState(false)
  const { governing, all, pausedFor } = record.clocks
  const light = lightWords(readingLit(governing, pausedFor), record.at)
  const question = governing.light === 'done' ? '时限怎样算的' : `为什么是${light}`
  return (
    <section aria-label="时钟">
      <div className="row between">
        <h2>时钟</h2>
        <button type="button" className="linklike small" onClick={() => setOpen(true)}>
          {question}
        </button>
      </div>
      <dl className="clocks">
        {all.map((r) => (
          <div key={r.kind}>
            <dt>{CLOCK_NAMES[r.kind]}</dt>
            <dd className="num">{used(r)}</dd>
            <dd>
              <Meter used={r.usedDays} limit={r.limitDays} light={r.light} />
            </dd>
          </div>
        ))}
      </dl>
      <Drawer open={open} onClose={() => setOpen(false)} size={720} title={question}>
        <div className="formgap">
          {all.map((r) => (
            <section key={r.kind} className="whyclock">
              <div className="row">
                <h3>{r.name}</h3>
                <ClockChip lit={readingLit(r, pausedFor)} now={record.at} />
                {r === governing && <span className="tag">这个时钟先到期</span>}
              </div>
              <ol>
                {r.why.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ol>
              <p className="small mute">
                {used(r)}
                {r.yellowAt && r.light !== 'done' && `，${dueDay(r.yellowAt)} ${hourMinute(r.yellowAt)} 转黄`}
                {r.dueAt && r.light !== 'done' && `，${dueDay(r.dueAt)} ${hourMinute(r.dueAt)} 后转红`}
              </p>
            </section>
          ))}
          <p className="small mid">
            黄灯：剩 1
            个工作日，或者用了八成，哪个先到算哪个。红灯：过了到期时刻。时间由系统按记录算，不能改。
          </p>
          <Button onClick={() => setOpen(false)}>回到办件</Button>
        </div>
      </Drawer>
    </section>
  )
}

function used(r: Reading): string {
  const unit = r.unit === 'G' ? '日' : '自然日'
  return r.limitDays === 0 ? '当场' : `${r.usedDays} / ${r.limitDays} ${unit}`
}
