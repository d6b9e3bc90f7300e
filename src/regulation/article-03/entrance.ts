/** Art. 3.1(3): online service is given through this one entrance; a guide does not send applicants to another one. */
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

/** An address on the net, without the full stop after it; not the end of a mail address. */
const LINK =
  '(?:https?://|www\\.)[^\\s，。；、）)】」”]+|(?<![@\\w.-])[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:cn|com|net|org)(?![a-z])'
/** Whoever logs in somewhere acts there, in the next clause too: 「登录某网站，填写并提交」. */
const SIGNS_IN = '登录|登陆|进入|打开|访问|关注|下载|扫码'
const GOES = `在|通过|到|去|经由|使用|${SIGNS_IN}`
const DOOR = `网站|官网|门户|小程序|公众号|服务号|视频号|APP|客户端|系统|平台|${LINK}`
/** What a system hands out, or is asked for, is not an entrance: 「通过公示系统查询」, 「平台生成的项目代码」. */
const NOT_AS_A_DOOR = '生成|出具|打印|导出|查询|公示|公布|备查'
const APPLY = '申请|申报|填报|填写|提交|报送|办理|报名|预约|注册'

const LEADS = [
  new RegExp(`(?:${GOES})[^，。；]{0,30}?(?:${DOOR})(?!${NOT_AS_A_DOOR})[^，。；]{0,20}?(?:${APPLY})`, 'i'),
  new RegExp(`(?:${SIGNS_IN})[^，。；]{0,30}?(?:${DOOR})(?!${NOT_AS_A_DOOR})[^。；]{0,20}?(?:${APPLY})`, 'i'),
  new RegExp(`(?:${APPLY})[^，。；]{0,12}?(?:${GOES})[^，。；]{0,30}?(?:${DOOR})(?!${NOT_AS_A_DOOR})`, 'i'),
  new RegExp(
    `\\b(?:apply|submit|register|book)\\b[^.;]{0,40}?\\b(?:at|on|via|through|in)\\b[^.;]{0,30}?(?:website|app\\b|mini.?program|${LINK})`,
    'i',
  ),
]
const ADDRESS = new RegExp(LINK, 'i')
/** This platform, by the names that people give it, and what belongs to it by the regulation (Art. 8, 13, 18). */
const OURS =
  /本(平台|系统|网站|网|站|厅|页)|网上办事(大厅|平台)|榕办|this (platform|website)|统一公共支付平台|统一身份认证|(共享|电子证照|电子文件)[^，。；]{0,6}平台/
/** Systems of the state and of provinces, which the city cannot merge (Art. 5.1(5)), say so in their name. */
const OF_STATE = /国家|全国|中国|中央|[一-鿿]部|总局|[一-鿿]省/

export interface EntranceFacts {
  /** What applicants read, each with the place where it stands. */
  texts: readonly { place: string; text: string }[]
  /** Full name of the system of the state or of a province through which the item has to go (Art. 5.1(5)); empty: none. */
  stateSystem: string
}

export interface OtherEntrance {
  place: string
  /** The words that send people elsewhere. */
  words: string
}

/**
 * Does the guide keep applicants with this entrance? `elsewhere`: the sentences that send them to another website, app or
 * mini-programme to apply. A system of the state or of a province that the guide names as such may be spoken of.
 */
export function oneEntrance({ texts, stateSystem }: EntranceFacts): {
  ruling: Ruling
  elsewhere: OtherEntrance[]
} {
  const named = isOfState(stateSystem) ? stateSystem.trim() : ''
  const elsewhere = texts.flatMap(({ place, text }) =>
    text.split(/[。；！？\n]/).flatMap((sentence) => {
      if (OURS.test(sentence) || (named !== '' && sentence.includes(named))) return []
      const words = LEADS.map((lead) => lead.exec(sentence)?.[0]).find((found) => found !== undefined)
      return words === undefined ? [] : [{ place, words }]
    }),
  )
  const facts = { elsewhere, stateSystem: named }
  return {
    elsewhere,
    ruling: ruling(
      '3.1(3)',
      elsewhere.length === 0 ? 'met' : 'not-met',
      facts,
      elsewhere.length === 0
        ? {
            zh: '指南没有让申请人到别的网站、小程序去办。',
            en: 'The guide sends nobody to another website or app.',
          }
        : {
            zh: `网上服务只从本平台一个入口提供，指南让申请人到别处办：“${elsewhere.map((e) => e.words).join('”“')}”。`,
            en: 'Online service is given through this one entrance; the guide sends applicants elsewhere.',
          },
    ),
  }
}

/** Is this the name of a system of the state or of a province? */
export const isOfState = (name: string): boolean => !saysNothing(name) && OF_STATE.test(name)

/** The first address on the net in a text, or null. */
export const addressIn = (text: string): string | null => ADDRESS.exec(text)?.[0] ?? null
