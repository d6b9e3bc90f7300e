import { test } from 'node:test'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import { openScene, PHONE } from './scene.ts'
test('flake', async (t) => {
  const scene = await openScene()
  try {
    const p = await scene.someone(PHONE)
    await citizen.search(p, '食品经营许可')
    await p.getByRole('main').getByRole('link', { name: '食品经营许可（新办）' }).first().click()
    await p.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(p, '陈榕生')
    await p.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    for (let i = 0; i < 30; i++) {
      await citizen.fillIn(p, { ...citizen.SMALL_RESTAURANT, 经营场所面积: String(20 + i) })
      await citizen.upload(p, '食品安全管理制度目录', { ...scene.materials.rules, name: `规${i}.pdf` })
      await p.getByText(`规${i}.pdf`).first().waitFor()
      if (i % 2) await isAccessible(p, 'draft')
      const marker = await p.evaluate(() => { (window as any).mark = 1; (window as any).ev = []; for (const e of ['mousedown','mouseup','click','submit']) addEventListener(e, (x) => (window as any).ev.push([e, (x.target as any).outerHTML?.slice(0,60), x.defaultPrevented]), true); addEventListener('submit', (x)=> (window as any).ev.push(['late', x.defaultPrevented])); })
      const nav = p.waitForEvent('framenavigated', { timeout: 6000 }).catch(() => null)
      await citizen.goToReview(p)
      if (!(await nav)) { t.diagnostic(`STUCK at ${i} ${JSON.stringify(await p.evaluate(() => (window as any).ev))} ${(await p.getByRole('main').innerText()).slice(0,3000)}`); break }
      await p.getByRole('heading', { level: 1 }).waitFor()
    }
  } finally { await scene.close() }
})
