/** What applicants hand in on the journeys, drawn by the browser itself: no file of anybody's is in the repository. */
import type { Browser } from '@playwright/test'

export interface GivenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export interface Materials {
  businessLicence: GivenFile
  floorPlan: GivenFile
  betterFloorPlan: GivenFile
  rules: GivenFile
  healthProof: GivenFile
  /** Called a photo, and is none. */
  noPhoto: GivenFile
}

export async function drawMaterials(browser: Browser): Promise<Materials> {
  const page = await browser.newPage({ viewport: { width: 900, height: 620 }, javaScriptEnabled: false })
  const pdf = async (name: string, html: string): Promise<GivenFile> => {
    await page.setContent(html)
    return { name, mimeType: 'application/pdf', buffer: await page.pdf({ format: 'A4' }) }
  }
  const photo = async (name: string, html: string): Promise<GivenFile> => {
    await page.setContent(html)
    return { name, mimeType: 'image/png', buffer: await page.screenshot() }
  }
  try {
    return {
      businessLicence: await pdf('营业执照.pdf', sheet('营业执照（示例）', ['经营范围：餐饮服务；食品销售'])),
      floorPlan: await photo('平面图.png', plan('')),
      betterFloorPlan: await photo('平面图-标尺寸.png', plan('4.2 m × 3.6 m')),
      rules: await pdf(
        '制度目录.pdf',
        sheet('食品安全管理制度目录（示例）', [
          '一、从业人员健康管理制度',
          '二、进货查验记录制度',
          '三、食品安全自查制度',
          '四、食品安全事故处置方案',
        ]),
      ),
      healthProof: await photo('健康证明.png', sheet('健康证明（示例）', ['林晚', '有效期至 2027-09-01'])),
      noPhoto: {
        name: '健康证.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('这不是照片，是一段文字。'),
      },
    }
  } finally {
    await page.close()
  }
}

const sheet = (title: string, lines: string[]): string =>
  `<body style="font:20px/2 sans-serif;margin:60px"><h1 style="font-size:32px;text-align:center">${title}</h1>${lines.map((l) => `<p>${l}</p>`).join('')}`

/** A plan of a small restaurant; without measures it is what a window officer sends back. */
function plan(measure: string): string {
  const room = (x: number, y: number, w: number, h: number, name: string): string =>
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="#fff" stroke="#333" stroke-width="4"/>` +
    `<text x="${x + w / 2}" y="${y + h / 2}" text-anchor="middle" font-size="26">${name}</text>` +
    (measure
      ? `<text x="${x + w / 2}" y="${y + h / 2 + 36}" text-anchor="middle" font-size="20">${measure}</text>`
      : '')
  return (
    '<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 620" font-family="sans-serif">' +
    '<rect width="900" height="620" fill="#f4f1ea"/><text x="450" y="60" text-anchor="middle" font-size="32">经营场所平面图（示例）</text>' +
    room(80, 100, 420, 220, '前厅') +
    room(500, 100, 320, 220, '后厨') +
    room(80, 320, 260, 220, '仓库') +
    room(340, 320, 240, 220, '清洗消毒') +
    room(580, 320, 240, 220, '冷藏') +
    '</svg>'
  )
}

/** One sheet with a title, as PDF. */
export async function drawSheet(browser: Browser, title: string, applicant: string): Promise<GivenFile> {
  const page = await browser.newPage()
  await page.setContent(sheet(`${title}（示例）`, [applicant]))
  const buffer = await page.pdf({ format: 'A4' })
  await page.close()
  return { name: `${title}.pdf`, mimeType: 'application/pdf', buffer }
}
