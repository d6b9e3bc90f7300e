const inShanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const digits = '〇一二三四五六七八九'

function partsOf(day: string): [number, number, number] {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!match) throw new Error(`not a day: ${day}`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}

/** '2026-12-02' → 2026年12月2日. */
export function dayText(day: string): string {
  const [year, month, date] = partsOf(day)
  return `${year}年${month}月${date}日`
}

/** '2026-12-02' → 二〇二六年十二月二日, as a signature line is dated. */
export function dayInWords(day: string): string {
  const [year, month, date] = partsOf(day)
  const yearWords = [...String(year)].map((digit) => digits[Number(digit)]).join('')
  return `${yearWords}年${underHundred(month)}月${underHundred(date)}日`
}

function underHundred(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens]}十`
  return head + (ones === 0 ? '' : digits[ones])
}

/** An instant on the clocks of Fuzhou: 2026年12月2日 09:05. */
export function momentText(at: Date): string {
  const part = Object.fromEntries(inShanghai.formatToParts(at).map((p) => [p.type, p.value]))
  return `${dayText(`${part['year']}-${part['month']}-${part['day']}`)} ${part['hour']}:${part['minute']}`
}
