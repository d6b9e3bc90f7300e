import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from '@playwright/test'
import * as citizen from './citizen.ts'
import type { GivenFile } from './materials.ts'
import { DESK, openScene, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement)

/** Presses Tab until the wanted control has the focus; what cannot be reached so is out of reach for many. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let presses = 0; presses < 150; presses++) {
    if (await hasFocus(wanted)) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab never comes to ${wanted}`)
}

/** Opens the file dialogue of a material's row by a key, as its button in the focus allows. */
async function uploadByKey(page: Page, material: string, file: GivenFile): Promise<void> {
  await tabTo(page, citizen.row(page, material).getByLabel(/^选文件/))
  const dialogue = page.waitForEvent('filechooser')
  await page.keyboard.press('Space')
  await (await dialogue).setFiles(file)
  await citizen.row(page, material).getByText('已上传').waitFor()
}

/** Types a day into its parts, in the order in which this browser asks for them. */
async function typeDay(page: Page, day: Locator, answer: string): Promise<void> {
  const [year, month, date] = answer.split('-')
  for (const keys of [`${month}${date}${year}`, `${year}${month}${date}`]) {
    await page.keyboard.type(keys)
    if ((await day.inputValue()) === answer) return
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  }
}

async function pressOn(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press('Enter')
}

test('蔡于山 completes an application by keyboard alone', async (t) => {
  const step = tellSteps(t, scene.pages)
  const { materials } = scene
  let page: Page

  await step('from the search to the draft', async () => {
    page = await scene.someone(DESK)
    // One listener for the whole journey: the browser hands dialogues over only while someone listens, and
    // switching that off and on between two files can come after the key that opens the second.
    page.on('filechooser', () => undefined)
    await page.goto('/')
    await page.keyboard.press('Tab')
    assert.ok(await hasFocus(page.getByRole('link', { name: '跳到正文' })))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('search').getByRole('combobox'))
    await page.keyboard.type('食品经营许可')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    await pressOn(page, page.getByRole('main').getByRole('link', { name: ITEM }).first())
    await page.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    await pressOn(page, page.getByRole('link', { name: '在线办理' }).first())
    await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
    await pressOn(page, page.getByRole('button', { name: /^蔡于山/ }))
    await page.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
  })

  await step('she answers, chooses and ticks', async () => {
    for (const [label, answer] of Object.entries(citizen.SMALL_RESTAURANT)) {
      if (typeof answer === 'string') {
        await tabTo(page, citizen.field(page, label))
        if (/^\d{4}-\d{2}-\d{2}$/.test(answer)) await typeDay(page, citizen.field(page, label), answer)
        else await page.keyboard.type(answer)
        assert.equal(await citizen.field(page, label).inputValue(), answer)
      } else {
        const group = page.getByRole('group', { name: label })
        const [role, options] =
          'choose' in answer ? (['radio', [answer.choose]] as const) : (['checkbox', answer.tick] as const)
        for (const option of options) await choose(page, group, role, option)
      }
    }
  })

  await step('she hands in files and the courier, checks, and submits', async () => {
    await uploadByKey(page, '营业执照', materials.businessLicence)
    await uploadByKey(page, '经营场所平面图和设备布局图', materials.floorPlan)
    await uploadByKey(page, '食品安全管理制度目录', materials.rules)
    await uploadByKey(page, '从业人员健康证明', materials.healthProof)
    await pressOn(page, page.getByRole('main').getByRole('button', { name: '保存，去核对' }).last())
    await page.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    for (const box of [/真实、有效/, /我同意/]) {
      await tabTo(page, page.getByRole('checkbox', { name: box }))
      await page.keyboard.press('Space')
    }
    await pressOn(page, page.getByRole('button', { name: '确认并提交' }))
    assert.match((await citizen.readReceipt(page)).number, /^\S{20,}$/)
  })
})

/** Tab comes to the group; in a group of radios the arrows go on. */
async function choose(page: Page, group: Locator, role: 'radio' | 'checkbox', option: string): Promise<void> {
  const wanted = group.getByRole(role, { name: new RegExp(`^${option}`) })
  if (role === 'checkbox') {
    await tabTo(page, wanted)
    await page.keyboard.press('Space')
  } else {
    await tabTo(page, group.getByRole('radio').first())
    await page.keyboard.press('Space')
    while (!(await hasFocus(wanted))) await page.keyboard.press('ArrowDown')
  }
  assert.ok(await wanted.isChecked(), option)
}
