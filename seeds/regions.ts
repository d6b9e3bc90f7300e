import type { Area } from '../src/catalogue/index.ts'

/** The six districts of the sample city with their streets and towns: `places` after the district's code, and name. */
const DISTRICTS: [code: string, name: string, streets: string][] = [
  [
    '350102',
    '鼓楼区',
    '001鼓东街道 002鼓西街道 003温泉街道 004东街街道 005南街街道 006安泰街道 007华大街道 008水部街道 009五凤街道 100洪山镇',
  ],
  [
    '350103',
    '台江区',
    '001瀛洲街道 002后洲街道 003义洲街道 004新港街道 005上海街道 007苍霞街道 009茶亭街道 010洋中街道 011鳌峰街道 012宁化街道',
  ],
  [
    '350104',
    '仓山区',
    '001仓前街道 002东升街道 003对湖街道 004临江街道 005三叉街街道 006上渡街道 007下渡街道 008金山街道 100仓山镇 101城门镇 102盖山镇 103建新镇 104螺洲镇 400红星农场',
  ],
  ['350105', '马尾区', '001罗星街道 100马尾镇 101亭江镇 102琅岐镇'],
  [
    '350111',
    '晋安区',
    '001茶园街道 002王庄街道 003象园街道 100鼓山镇 101新店镇 102岳峰镇 103宦溪镇 201寿山乡 202日溪乡',
  ],
  [
    '350112',
    '长乐区',
    '001吴航街道 002航城街道 003营前街道 004漳港街道 005文武砂街道 102首占镇 103玉田镇 104松下镇 105江田镇 106古槐镇 108鹤上镇 110湖南镇 111金峰镇 112文岭镇 113梅花镇 114潭头镇 200罗联乡 201猴屿乡',
  ],
]

/** Names and codes as the statistics bureaus publish them; a city loads its own whole list in their place. */
export const sampleRegions: Area[] = [
  { code: '350100', name: '福州市', parent: '' },
  ...DISTRICTS.flatMap(([code, name, streets]) => [
    { code, name, parent: '350100' },
    ...streets.split(' ').map((s) => ({ code: code + s.slice(0, 3), name: s.slice(3), parent: code })),
  ]),
]
