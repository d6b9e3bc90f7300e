/** Art. 18: a fee is paid through the public payment platform. */
import { type Ruling, ruling } from '../ruling.ts'

/** An item that charges offers payment online; one that is free has nothing to pay. */
export function paidOnline(facts: { charged: boolean; payOnline: boolean }): Ruling {
  if (facts.charged && !facts.payOnline)
    return ruling('18.1', 'not-met', facts, {
      zh: '收费的事项要能网上支付，经统一公共支付平台缴纳。勾选“可以网上支付”。',
      en: 'A fee must be payable online, through the public payment platform.',
    })
  return ruling('18.1', 'met', facts, {
    zh: facts.charged ? '费用可以网上支付。' : '不收费。',
    en: facts.charged ? 'The fee can be paid online.' : 'Free of charge.',
  })
}
