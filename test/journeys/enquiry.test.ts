/**
 * A question in writing (Art. 9): who found nothing asks without signing in, an officer answers and makes it public, the asker reads it by
 * number and code and asks on, and the next one finds it on the guide.
 */
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { isAccessible } from './accessible.ts'
import { search, signInAs } from './citizen.ts'
import { DESK, openScene, PHONE, type Scene } from './scene.ts'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())
afterEach(async () => {
  for (const page of scene.pages()) await page.context().close()
})

const QUESTION = '我叫陈榕生，住二楼，能在家里开网店卖自己做的点心吗？'
const PUBLIC_QUESTION = '在住宅里做点心放到网上卖，行吗？'
const ANSWER = '先看房子能不能作经营场所用，再申请食品经营许可，平面图要画出加工的地方。'

test('[Art. 9.1] from a search without result to a question without a sign-in, its answer, and the guide that answers the next', async () => {
  const { someone } = scene
  const asker = await someone(PHONE)
  await search(asker, '家里做糕饼网上卖')
  await asker.getByRole('link', { name: '写下来问' }).click()
  await isAccessible(asker, 'the form of a question')

  // It turns out to be about the food licence: the words are changed, the item is offered.
  await asker.getByRole('searchbox').fill('食品经营许可')
  await asker.getByRole('button', { name: '查找' }).click()
  await asker.getByRole('button', { name: '提交问题' }).click()
  await asker.getByRole('heading', { name: '有 2 处要改' }).waitFor()
  await isAccessible(asker, 'the refused form')
  await asker.getByRole('radio', { name: /^食品经营许可（新办）/ }).check()
  await asker.getByRole('textbox', { name: '您要问什么' }).fill(QUESTION)
  await asker.getByRole('button', { name: '提交问题' }).click()
  await asker.getByRole('heading', { level: 1, name: '问题已提交' }).waitFor()
  await isAccessible(asker, 'number and code')
  const row = (name: string) => asker.locator('dl > div').filter({ hasText: name }).locator('.code')
  const number = await row('咨询编号').innerText()
  const code = await row('查询码').innerText()
  assert.match(await asker.locator('main').innerText(), /10月15日（周四）前答复/)

  const officer = await someone(DESK)
  await officer.goto('/desk/enquiries')
  await signInAs(officer, '潘小榕')
  await officer.getByRole('link', { name: QUESTION }).click()
  await officer.getByRole('textbox', { name: '写给提问人' }).fill(ANSWER)
  await isAccessible(officer, 'a question at the desk')

  // A tab closed too early loses nothing.
  await officer.reload()
  await officer.getByRole('textbox', { name: '写给提问人' }).waitFor()
  assert.equal(await officer.getByRole('textbox', { name: '写给提问人' }).inputValue(), ANSWER)
  await officer.getByRole('checkbox', { name: '公开这一问一答' }).check()
  await officer.getByRole('textbox', { name: /^公开的问题/ }).fill(PUBLIC_QUESTION)
  await officer.getByRole('button', { name: '发出答复并公开' }).click()
  await officer.getByText(/^已答复。/).waitFor()

  await asker.goto('/ask')
  await asker.getByRole('link', { name: '看答复' }).click()
  await asker.getByRole('textbox', { name: '咨询编号' }).fill(number)
  await asker.getByRole('textbox', { name: '查询码' }).fill(code)
  await asker.getByRole('button', { name: '看答复' }).click()
  await asker.getByText(ANSWER).waitFor()
  await isAccessible(asker, 'question and answer')
  await asker.getByRole('textbox', { name: '还想问什么' }).fill('租来的房子也行吗？')
  await asker.getByRole('button', { name: '提交追问' }).click()
  await asker.getByText('租来的房子也行吗？').waitFor()

  await officer.goto('/desk/enquiries')
  await officer.getByRole('row').filter({ hasText: '租来的房子也行吗？' }).getByText('追问').waitFor()
  await isAccessible(officer, 'the list of questions')

  const next = await someone(PHONE)
  await search(next, '食品经营许可')
  await next.getByRole('link', { name: '食品经营许可（新办）' }).first().click()
  await next.getByText(PUBLIC_QUESTION).click()
  await next.getByText(ANSWER).waitFor()
  assert.doesNotMatch(await next.content(), /陈榕生/)
})

test('[Art. 9.1] a question that went to the service authority is passed on to the department in charge, which answers it', async () => {
  const { someone } = scene
  const asker = await someone(DESK)
  await asker.goto('/my/enquiries')
  await signInAs(asker, '陈榕生')
  await asker.getByRole('link', { name: '网上提问' }).first().click()
  await asker.getByRole('radio', { name: /^不知道归谁管/ }).check()
  await asker.getByRole('textbox', { name: '您要问什么' }).fill('夜里出摊卖烧烤要找谁？')
  await asker.getByRole('button', { name: '提交问题' }).click()
  await asker.getByText('问题已提交，部门收到了').waitFor()
  await isAccessible(asker, 'my question')
  const own = asker.url()

  const registrar = await someone(DESK)
  await registrar.goto('/desk/enquiries')
  await signInAs(registrar, '严立册')
  await registrar.getByRole('link', { name: '夜里出摊卖烧烤要找谁？' }).click()
  await registrar.getByRole('button', { name: '转给别的部门…' }).click()
  await registrar.getByRole('combobox', { name: '转给' }).selectOption({ label: '鼓楼区市场监督管理局' })
  await registrar.getByRole('textbox', { name: /^原因/ }).fill('食品摊贩由区市场监管部门管。')
  await isAccessible(registrar, 'passing on')
  await registrar.getByRole('button', { name: '转办' }).click()
  await registrar.getByRole('heading', { level: 1, name: '咨询' }).waitFor()
  await registrar.getByRole('link', { name: '夜里出摊卖烧烤要找谁？' }).waitFor({ state: 'detached' })

  const officer = await someone(DESK)
  await officer.goto('/desk/enquiries')
  await signInAs(officer, '潘审言')
  await officer.getByRole('link', { name: '夜里出摊卖烧烤要找谁？' }).click()
  await officer.getByRole('textbox', { name: '写给提问人' }).fill('到街道登记摊点，再来办食品摊贩登记。')
  await officer.getByRole('textbox', { name: '写给提问人' }).press('Control+Enter')
  await officer.getByText(/^已答复，/).waitFor()

  await asker.goto(own)
  await asker.getByText('到街道登记摊点').waitFor()
  await asker.getByText(/转给鼓楼区市场监督管理局/).waitFor()
  await asker.goto('/my/messages')
  await asker.getByText(/部门已答复，登录后在「我的」里看/).waitFor()
  await asker.getByRole('link', { name: '看答复' }).click()
  await asker.getByText('到街道登记摊点').waitFor()
})

test('without scripts a question is asked, corrected and read', async () => {
  const asker = await scene.someone(PHONE, { javaScriptEnabled: false })
  await asker.goto('/ask')
  await asker.getByRole('radio', { name: /^别的事，我知道归哪个部门/ }).check()
  await asker.getByRole('textbox', { name: '您要问什么' }).fill('周六窗口开门吗？')
  await asker.getByRole('button', { name: '提交问题' }).click()
  await asker.getByRole('link', { name: /^选一个部门/ }).click()
  await asker.getByRole('combobox', { name: /^部门/ }).selectOption({ label: '鼓楼区市场监督管理局' })
  await asker.getByRole('button', { name: '提交问题' }).click()
  await asker.getByRole('button', { name: '看这个问题' }).click()
  await asker.getByText('周六窗口开门吗？').waitFor()
  await asker.getByText(/鼓楼区市场监督管理局10月15日（周四）前答复/).waitFor()
})
