/** Art. 13: what can be fetched is fetched; the applicant may hand it in only where it cannot be. */
import { type Ruling, ruling } from '../ruling.ts'

/** Something that the shared platforms hold: an e-licence, or what a register answers for. */
export interface HeldElsewhere {
  /** 「营业执照」, 「企业登记信息」 */
  name: string
  /** 电子证照共享平台, 人口库, 企业库 */
  from: string
}

/**
 * May a guide ask the applicant for this material? Not where it can be fetched and the guide does not say that it is (13.1).
 * Where it says so, the demand is only the way out when fetching fails (13.2).
 */
export function mayBeDemanded(facts: {
  material: string
  held: HeldElsewhere | null
  /** The guide names the source from which it is fetched. */
  fetched: boolean
}): Ruling {
  const { material, held, fetched } = facts
  if (held === null || fetched)
    return ruling('13.1', 'met', facts, {
      zh: held ? `“${material}”由我们从${held.from}调取。` : `“${material}”没有共享来源，可以要求提交。`,
      en: held
        ? `“${material}” is fetched from the shared platform.`
        : `No platform holds “${material}”; it may be asked for.`,
    })
  return ruling('13.1', 'not-met', facts, {
    zh: `${held.from}里有“${held.name}”，不得再要申请人交“${material}”，取不到时申请人才自己交。`,
    en: `“${material}” can be fetched and may not be asked for; name its source.`,
  })
}

/** Where fetching fails, the applicant must have a way to hand the thing in: a file of some kind, or paper. */
export function mayHandIn(facts: { material: string; fileKinds: string[]; onPaper: boolean }): Ruling {
  const { material, fileKinds, onPaper } = facts
  return fileKinds.length > 0 || onPaper
    ? ruling('13.2', 'met', facts, {
        zh: `取不到“${material}”时，申请人可以自己交。`,
        en: `Where “${material}” cannot be fetched, the applicant may hand it in.`,
      })
    : ruling('13.2', 'not-met', facts, {
        zh: `“${material}”取不到时申请人没有办法交：至少选一种文件格式。`,
        en: `There is no way to hand in “${material}” where it cannot be fetched: allow a kind of file.`,
      })
}
