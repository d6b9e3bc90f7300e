import { address, bodyGroup, choice, contactFields, date, number, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  GENERAL_LIMIT_NOTE,
  held,
  SPECIMEN,
  sampleItem,
  siteVisit,
  upload,
} from '../item.ts'

const LAW = '城市市容和环境卫生管理条例'

export const signPermit = sampleItem({
  slug: 'sign-permit',
  serial: 4,
  organ: 'ja-cgj',
  type: '01',
  name: '户外招牌设置许可',
  nameEn: 'Permit for an outdoor shop sign',
  summary: '在晋安区沿街店面装门头招牌、立牌或楼顶字，安装前办的许可。',
  summaryEn: "For shops and companies that put up a sign on a street front in Jin'an District.",
  everydayNames: ['门头招牌', '店招审批', '装招牌', '户外广告牌'],
  topics: ['开店办企', '城市管理'],
  serviceObjects: ['1', '2', '3', '4', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 101 号，2017 年修订',
      clause: '第十一条',
      content:
        '户外广告、标语牌、橱窗要外型美观并定期维护；大型户外广告要先经市容环境卫生主管部门同意，再办审批手续。',
    },
  ],
  conditions: [
    '招牌装在自己有权使用的墙面或场地上',
    '不遮挡消防通道、交通标志、信号灯和住户采光',
    '不装在危房、古树和保护建筑的立面上',
    '招牌上的名称和营业执照一致',
  ],
  materials: [
    held('m1', 'business-licence', { basis: '核对招牌名称和主体资格；行政许可法第三十一条' }),
    upload(
      'm2',
      '招牌设计效果图',
      '标出长、宽、厚、离地高度和材料，有白天和夜间各一张',
      `${LAW}第十一条：外型美观、不影响市容`,
    ),
    upload('m3', '安装位置现状照片', '正面一张、侧面一张，能看到相邻店面和门牌号', `${LAW}第十一条`, {
      accept: ['jpg', 'png', 'pdf'],
    }),
    upload(
      'm4',
      '场地使用权证明',
      '房产证、租赁合同选一种；租的要写明可以装招牌',
      '证明有权使用安装位置；行政许可法第三十一条',
    ),
    upload(
      'm5',
      '结构安全说明',
      '单面面积超过 10 平方米或装在楼顶的才要，由有资质的单位出具',
      `${LAW}第十一条：户外设施应当安全牢固`,
      {
        need: 'optional',
        source: '30',
        sourceOrgan: '有设计资质的单位',
      },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'sign',
      title: '招牌',
      fields: [
        text('signText', '招牌上的文字', {
          labelEn: 'Words on the sign',
          hint: '和效果图一字不差',
          maxLength: 40,
        }),
        choice('signKind', '招牌形式', ['门头横招', '竖招', '落地立牌', '楼顶字'], {
          labelEn: 'Kind of sign',
        }),
        address('signAddress', '安装位置', {
          labelEn: 'Where it is put up',
          hint: '写到门牌号，说明朝哪条街',
        }),
        number('signWidth', '宽度', { labelEn: 'Width', unit: '米', min: 0.2, max: 60 }),
        number('signHeight', '高度', { labelEn: 'Height', unit: '米', min: 0.2, max: 30 }),
        number('groundClearance', '下沿离地高度', {
          labelEn: 'Height above the pavement',
          unit: '米',
          min: 0,
          max: 200,
          hint: '从人行道地面量起',
        }),
        choice('lit', '夜间发光', ['不发光', '内部发光', '外部照明'], { labelEn: 'Lighting' }),
        text('lampPower', '灯具功率和关灯时间', {
          labelEn: 'Power and switch-off time',
          when: { field: 'lit', equals: '内部发光' },
          hint: '例如 60 瓦，23:00 关',
          maxLength: 40,
        }),
      ],
    },
    {
      key: 'install',
      title: '安装',
      fields: [
        date('installOn', '计划安装日期', { labelEn: 'Planned day of installation', dateRule: 'future' }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '营业执照有效，效果图标了尺寸，照片看得出位置'),
    siteVisit(3, '现场尺寸和图纸一致；不挡消防、交通标志和住户采光；和相邻招牌上下沿对齐'),
    examine(1, '文字和营业执照一致；超过 10 平方米的有结构安全说明'),
    decide(1, '符合条件的准予设置；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'approval',
    name: '户外招牌设置许可决定书',
    validMonths: 36,
    faceFields: [
      { label: '申请人', value: '{holder.name}', sampleValue: '晋安区某某便利店（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.trader },
      { label: '招牌文字', value: '{form.signText}', sampleValue: '某某便利店' },
      { label: '设置位置', value: '{form.signAddress}', sampleValue: '福州市晋安区示例路 1 号一层门面' },
      { label: '形式', value: '{form.signKind}', sampleValue: '门头横招' },
      { label: '宽度（米）', value: '{form.signWidth}', sampleValue: '4.2' },
      { label: '高度（米）', value: '{form.signHeight}', sampleValue: '1.1' },
    ],
  },
  faq: [
    {
      q: '只换招牌的灯箱布，文字不变，要重新办吗？',
      a: '尺寸、位置、文字都不变的，不用重新办；改了任何一样都要办。',
    },
    {
      q: '房东不同意装招牌怎么办？',
      a: '要先和房东谈好。租赁合同里没有写可以装招牌的，请房东写一份同意书一起上传。',
    },
  ],
})
