/** Art. 23: never more steps online than at the counter, and nothing handled at the counter is filed again. */
import { type Ruling, ruling } from '../ruling.ts'

/** Compares the names of the steps of the two ways; the number decides, the difference is in the facts. */
export function onlineStepsWithinCounter({
  online,
  counter,
}: {
  online: string[]
  counter: string[]
}): Ruling {
  const facts = {
    online: online.length,
    counter: counter.length,
    onlyOnline: online.filter((step) => !counter.includes(step)),
  }
  return online.length <= counter.length
    ? ruling('23.1', 'met', facts, {
        zh: `网上 ${online.length} 个环节，窗口 ${counter.length} 个环节，网上不多于窗口。`,
        en: `${online.length} steps online, ${counter.length} at the counter: not more.`,
      })
    : ruling('23.1', 'not-met', facts, {
        zh: `网上 ${online.length} 个环节，多于窗口的 ${counter.length} 个，须减少：${facts.onlyOnline.join('、')}。`,
        en: `${online.length} steps online exceed the ${counter.length} at the counter; remove: ${facts.onlyOnline.join(', ')}.`,
      })
}

/** Something already handled at the counter may not be asked for again as an online filing. */
export function notFiledAgain({ alreadyHandledAtCounter }: { alreadyHandledAtCounter: boolean }): Ruling {
  return alreadyHandledAtCounter
    ? ruling(
        '23.1',
        'not-met',
        { alreadyHandledAtCounter },
        {
          zh: '本件已在窗口办理，不需要在网上补填。',
          en: 'This was handled at the counter; it need not be filed again online.',
        },
      )
    : ruling(
        '23.1',
        'met',
        { alreadyHandledAtCounter },
        {
          zh: '本件未在窗口办理过，可以网上申报。',
          en: 'Not handled at the counter; it can be filed online.',
        },
      )
}
