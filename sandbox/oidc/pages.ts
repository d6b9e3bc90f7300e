import { type Html, html } from '../html.ts'
import { type Language, page } from '../page.ts'
import { SAMPLE_PASSWORD, type SampleAccount, sampleAccounts, sampleOrgans } from '../register/people.ts'
import { LEVEL_NAMES, PROOFS, type Proof, proofsFor } from './levels.ts'
import { CLIENTS, type ClientId } from './provider.ts'

const NAME = { zh: '统一身份认证', en: 'City sign-in' }

const KINDS: Record<string, { zh: string; en: string }> = {
  person: { zh: '个人', en: 'person' },
  'foreign-person': { zh: '外籍人士', en: 'foreign national' },
  enterprise: { zh: '企业', en: 'enterprise' },
  cooperative: { zh: '合作社', en: 'cooperative' },
  'foreign-representative': { zh: '外国企业代表机构', en: 'foreign representative office' },
  institution: { zh: '事业单位', en: 'public institution' },
  organisation: { zh: '社会组织', en: 'social organisation' },
}

export interface LoginPage {
  uid: string
  clientId: ClientId
  language: Language
  /** What was typed and what was wrong with it, after a failed attempt. */
  failed?: { account: string; sentence: string } | undefined
  levelNow: (account: SampleAccount) => 1 | 2 | 3
}

function errorNote(sentence: string, language: Language): Html {
  return html`<div class="note bad" role="alert" id="error"><p><b>${language === 'zh' ? '没有登录' : 'Not signed in'}</b></p><p>${sentence}</p></div>`
}

/** Turning back must not be stopped by fields that are still empty, so its button belongs to a form of its own. */
const cancelForm = (uid: string): Html =>
  html`<form method="post" action="/oidc/interaction/${uid}/cancel" id="cancel"></form>`

function oneTap(
  uid: string,
  accounts: readonly SampleAccount[],
  describe: (a: SampleAccount) => string,
): Html {
  return html`<form method="post" action="/oidc/interaction/${uid}/choose"><ul class="people">${accounts.map(
    (a) =>
      html`<li><button type="submit" name="sub" value="${a.sub}"><b>${a.name}</b><span class="hint">${describe(a)}</span></button></li>`,
  )}</ul></form>`
}

function applicantList({ uid, language, levelNow }: LoginPage): Html {
  const describe = (a: SampleAccount) => {
    const level = LEVEL_NAMES[levelNow(a)]
    return language === 'zh'
      ? `${a.kind === 'person' ? '' : `${KINDS[a.kind]?.zh} · `}${level.zh}认证 · ${a.purpose}`
      : `${KINDS[a.kind]?.en} · ${level.en} level`
  }
  const persons = sampleAccounts.filter((a) => a.kind === 'person' || a.kind === 'foreign-person')
  const bodies = sampleAccounts.filter((a) => a.idKind === 'credit-code')
  const words =
    language === 'zh' ? { persons: '个人', bodies: '单位' } : { persons: 'Persons', bodies: 'Bodies' }
  return html`<h3>${words.persons}</h3>${oneTap(uid, persons, describe)}<h3>${words.bodies}</h3>${oneTap(uid, bodies, describe)}`
}

function staffList({ uid }: LoginPage): Html {
  const jumps = html`<nav aria-label="部门"><ul class="jump">${sampleOrgans.map((o) => html`<li><a href="#${o.id}">${o.name}</a></li>`)}</ul></nav>`
  return html`${jumps}${sampleOrgans.map((organ) => {
    const staff = sampleAccounts.filter((a) => a.organ === organ.id)
    return html`<h3 id="${organ.id}">${organ.name}</h3>${oneTap(uid, staff, (a) => `${a.post} · 工号 ${a.idNumber}`)}`
  })}`
}

/** The sign-in page: account and password, and the sandbox's list of people who can be signed in with one tap. */
export function loginPage(parts: LoginPage): string {
  const { uid, clientId, language, failed } = parts
  const staff = CLIENTS[clientId].staff
  const zh = language === 'zh'
  const account = staff ? '工号' : zh ? '账号' : 'Account'
  const hint = staff
    ? '例如 SL0201'
    : zh
      ? '手机号、身份证号、护照号，或统一社会信用代码'
      : 'Phone number, passport number, identity number or credit code'
  return page({
    title: zh ? '登录' : 'Sign in',
    neighbour: NAME[language],
    language,
    home: null,
    body: html`<h1>${zh ? '登录' : 'Sign in'}</h1>
<p class="lead">${zh ? `登录后回到${CLIENTS[clientId].name}。` : 'You will return to the Fuzhou online service hall.'}</p>
<p class="to-sample"><a href="#sample">${zh ? '用示例账号登录，不用密码' : 'Sign in as a sample account, no password'}</a></p>
<div class="cols"><div>
${failed && errorNote(failed.sentence, language)}
<form method="post" action="/oidc/interaction/${uid}/login">
<div class="field"><label for="account">${account}</label><span class="hint" id="account-hint">${hint}</span>
<input type="text" id="account" name="account" value="${failed?.account ?? ''}" autocomplete="username" autocapitalize="none" spellcheck="false" required aria-describedby="account-hint${failed ? ' error' : ''}"${failed ? html` aria-invalid="true"` : ''}></div>
<div class="field"><label for="password">${zh ? '密码' : 'Password'}</label><span class="hint" id="password-hint">${zh ? '示例账号的密码都是' : 'Every sample account has the password'} <span class="nb">${SAMPLE_PASSWORD}</span></span>
<input type="password" id="password" name="password" autocomplete="current-password" required aria-describedby="password-hint"></div>
<div class="acts"><button class="btn" type="submit">${zh ? '登录' : 'Sign in'}</button><button class="btn btn-3" type="submit" form="cancel">${zh ? '不登录，回去' : 'Go back without signing in'}</button></div></form>
${cancelForm(uid)}
</div>
<section class="sec" aria-labelledby="sample"><h2 id="sample">${zh ? '用示例账号登录' : 'Sign in as a sample account'} <span class="tag">${zh ? '沙盒 · 示例' : 'Sandbox sample'}</span></h2>
<p class="mute">${zh ? '点一下就登录，不用密码。只有沙盒里有这张名单。' : 'One tap signs you in. Only the sandbox has this list.'}</p>
${staff ? staffList(parts) : applicantList(parts)}</section></div>`,
  })
}

export interface StepUpPage {
  uid: string
  account: SampleAccount
  now: 1 | 2 | 3
  asked: 1 | 2 | 3
  language: Language
  failed?: { proof: Proof | null; sentence: string } | undefined
}

const PROOF_HINTS: Record<Proof, { zh: string; en: string }> = {
  'social-security': {
    zh: '填社保卡号，和登记的比对',
    en: 'Type the card number; it is compared with the record',
  },
  'bank-card': {
    zh: '填卡号后四位。只核对卡是不是您的，不扣钱',
    en: 'Type the last four digits. No money is taken',
  },
  face: { zh: '沙盒里没有摄像头，选了就算通过', en: 'The sandbox has no camera: choosing it passes' },
  counter: {
    zh: '带证件到窗口。沙盒里选了就算核对过',
    en: 'Bring your document. In the sandbox choosing it passes',
  },
}

/** Says which level is asked for, which one there is, what is missing and how to get it. */
export function stepUpPage({ uid, account, now, asked, language, failed }: StepUpPage): string {
  const zh = language === 'zh'
  const [have, need] = [LEVEL_NAMES[now][language], LEVEL_NAMES[asked][language]]
  const proofs = proofsFor(account, asked)
  const typed = proofs.filter((p) => PROOFS[p].level === 2)
  const first = failed?.proof ?? proofs[0]
  return page({
    title: zh ? `升到${need}认证` : `${need} level needed`,
    neighbour: NAME[language],
    language,
    home: null,
    body: html`<h1>${zh ? html`还差一步：<span class="nb">升到${need}认证</span>` : `One more step: ${need} level`}</h1>
<p class="lead">${
      zh
        ? html`要办的这件事需要${need}认证，您（<span class="nb">${account.name}</span>）现在是${have}。选一种方式核对，做完自动回到刚才那一步。`
        : `What you want to do needs the ${need} level; you (${account.name}) have the ${have} level. Choose one check and you will return to where you were.`
    }</p>
${failed && html`<div class="note bad" role="alert" id="error"><p><b>${zh ? '没有核对上' : 'The check did not pass'}</b></p><p>${failed.sentence}</p></div>`}
<form method="post" action="/oidc/interaction/${uid}/prove">
<fieldset class="pick"><legend>${zh ? '核对方式' : 'Way of checking'}</legend>${proofs.map(
      (p) =>
        html`<label><input type="radio" name="proof" value="${p}"${p === first ? html` checked` : ''}><span><b>${PROOFS[p][language]}</b> <span class="tag">${zh ? `到${LEVEL_NAMES[PROOFS[p].level].zh}` : LEVEL_NAMES[PROOFS[p].level].en}</span><span class="hint">${PROOF_HINTS[p][language]}</span></span></label>`,
    )}</fieldset>
${
  typed.length > 0 &&
  html`<div class="field"><label for="number">${zh ? '社保卡号，或银行卡后四位' : 'Social security card number, or last four digits of the bank card'}</label>
<span class="hint" id="number-hint">${zh ? '选了刷脸或窗口就不用填。' : 'Not needed for face or counter.'} ${zh ? '示例：' : 'Sample: '}${account.proofs?.socialSecurityCard}${zh ? '，' : ', '}${account.proofs?.bankCardTail}</span>
<input type="text" id="number" name="number" autocomplete="off" aria-describedby="number-hint${failed ? ' error' : ''}"${failed ? html` aria-invalid="true"` : ''}></div>`
}
<div class="acts"><button class="btn" type="submit">${zh ? '核对' : 'Check'}</button><button class="btn btn-3" type="submit" form="cancel">${zh ? '以后再说，回去' : 'Not now, go back'}</button></div></form>
${cancelForm(uid)}
<section class="sec"><h2>${zh ? '三个等级' : 'The three levels'}</h2><dl>
<dt>${LEVEL_NAMES[1][language]}</dt><dd>${zh ? '姓名、证件号、手机验证码对得上' : 'Name, document number and phone code match'}</dd>
<dt>${LEVEL_NAMES[2][language]}</dt><dd>${zh ? '再加一样：社保卡或银行卡' : 'One more proof: social security card or bank card'}</dd>
<dt>${LEVEL_NAMES[3][language]}</dt><dd>${zh ? '刷脸，或在窗口当面核对' : 'Face check, or in person at the counter'}</dd></dl></section>`,
  })
}
