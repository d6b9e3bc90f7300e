import {
  choice,
  file,
  longText,
  mapPoint,
  money,
  number,
  period,
  personName,
  phone,
  regionAddress,
  signature,
  table,
} from '../fields.ts'
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

const LAW = '城市道路管理条例'

export const roadOccupation = sampleItem({
  slug: 'road-occupation',
  serial: 24,
  sub: { main: 24, number: 1 },
  organ: 'ja-cgj',
  type: '01',
  name: '临时占用城市道路许可',
  nameEn: 'Permit to occupy a city road for a time',
  summary: '在晋安区因施工、活动、装修要临时占用车行道或人行道，占用前办的许可。',
  summaryEn: "For works and events that take up road or pavement space in Jin'an District for a time.",
  everydayNames: ['占道', '占用人行道', '摆摊占道许可', '搭架占路'],
  topics: ['城市管理'],
  serviceObjects: ['1', '2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 198 号',
      clause: '第三十一条、第三十七条',
      content: '因特殊情况临时占用城市道路，要经市政工程和公安交通管理部门批准，并缴纳城市道路占用费。',
    },
  ],
  conditions: [
    '占用有正当理由，没有别的场地可用',
    '占用面积、时间是最少需要的',
    '不占盲道、消防通道和公交站台',
    '占用期满能恢复原状',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对申请人身份；行政许可法第三十一条',
      note: '个人申请的不用交。',
    }),
    held('m2', 'resident-id', {
      need: 'optional',
      name: '申请人身份证',
      basis: '核对申请人身份；行政许可法第三十一条',
      note: '单位申请的不用交。',
    }),
    upload(
      'm3',
      '占用范围平面图',
      '标出占用的长、宽、离路口和盲道的距离',
      `${LAW}第三十一条：按批准的位置、面积占用`,
    ),
    upload('m4', '现状照片', '占用位置正面、两侧各一张', `${LAW}第三十一条`, {
      accept: ['jpg', 'png', 'pdf'],
    }),
    upload(
      'm5',
      '交通组织和安全方案',
      '写明围挡、夜间警示、行人绕行和恢复时间',
      `${LAW}第三十一条：经公安交通管理部门批准`,
      { accept: ['pdf', 'docx'] },
    ),
  ],
  groups: [
    {
      key: 'occupation',
      title: '占用情况',
      fields: [
        choice('occupier', '谁来占用', ['个人', '企业', '事业单位', '其他组织']),
        regionAddress('roadAddress', '占用路段', {
          labelEn: 'Stretch of road',
          hint: '详细地址写到路名和门牌号，例如：示例路 1 号门前',
        }),
        mapPoint('spot', '中心位置', {
          labelEn: 'Centre of the place',
          required: false,
          hint: '没有门牌的路段，标出位置便于现场核查',
        }),
        table(
          'patches',
          '占用的每一块',
          [
            choice('part', '占用的部分', ['人行道', '车行道', '绿化带边缘'], { labelEn: 'Part of the road' }),
            number('long', '长', { labelEn: 'Length', unit: '米', min: 0.5, max: 500 }),
            number('wide', '宽', { labelEn: 'Width', unit: '米', min: 0.5, max: 50 }),
            number('size', '面积', {
              labelEn: 'Area',
              unit: '平方米',
              compute: { kind: 'product', of: ['long', 'wide'] },
            }),
          ],
          { labelEn: 'Each patch', hint: '不相连的分开写', maxRows: 10 },
        ),
        number('occupiedArea', '占用总面积', {
          labelEn: 'Area in all',
          unit: '平方米',
          compute: { kind: 'sum', of: ['patches.size'] },
          checks: [
            {
              test: 'at-most',
              against: '5000',
              sentence: '一次最多占用 5000 平方米，请减少面积，或者分期申请。',
              sentenceEn: 'At most 5000 square metres at a time; take less, or apply in stages.',
            },
          ],
        }),
        period('term', '占用期限', {
          labelEn: 'From and until',
          dateRule: 'future',
          hint: '写到能恢复原状的那一天',
        }),
        number('termDays', '一共几天', {
          labelEn: 'Days in all',
          unit: '天',
          compute: { kind: 'days-inclusive', of: ['term'] },
        }),
        money('estimate', '占用费估算', {
          labelEn: 'Estimated charge',
          unit: '元',
          hint: '按示例标准每平方米每日 0.60 元估算，以许可决定为准',
          compute: { kind: 'product', of: ['occupiedArea', 'termDays', '0.60'] },
        }),
        longText('reason', '占用理由', { labelEn: 'Reason', hint: '为什么必须占用道路', maxLength: 200 }),
        choice('hoarding', '围挡', ['设', '不设'], { labelEn: 'Hoarding' }),
        file('hoardingDrawing', '围挡效果图', {
          labelEn: 'Drawing of the hoarding',
          when: { field: 'hoarding', equals: '设' },
          hint: '画出高度、材料和夜间警示灯的位置',
          accept: ['pdf', 'jpg', 'png'],
        }),
      ],
    },
    {
      key: 'payer',
      title: '缴费和联系人',
      hint: '许可后按实际占用面积和天数缴道路占用费。',
      fields: [
        personName('contactName', '联系人', { prefill: 'person.name' }),
        phone('contactPhone', '联系手机', { prefill: 'person.phone' }),
      ],
    },
    {
      key: 'promise',
      title: '恢复原状的承诺',
      hint: '占用期满当天清场，损坏的照原样修好。',
      fields: [signature('promisedBy', '承诺人签名', { labelEn: 'Signed' })],
    },
  ],
  steps: [
    accept(1, '平面图标了尺寸，方案齐全'),
    siteVisit(3, '不占盲道、消防通道和公交站台；围挡方案能落实'),
    examine(2, '公安交通管理部门的意见已经取得'),
    decide(1, '符合条件的准予占用，写明面积、期限和收费'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(7),
  promiseLimitNote: '从受理次日起算，现场核查和公安意见的时间包含在内。',
  fee: {
    charged: true,
    basis: `${LAW}第三十七条：占用由市政部门管理的城市道路，应当缴纳城市道路占用费。`,
    items: [
      {
        name: '城市道路占用费',
        standard: '每平方米每日 0.60 元（示例标准，真实标准由省级部门规定）',
        basis: `${LAW}第三十七条`,
      },
    ],
    payOnline: true,
  },
  result: {
    type: 'approval',
    name: '临时占用城市道路许可决定书',
    validMonths: null,
    faceFields: [
      { label: '申请人', value: '{holder.name}', sampleValue: '福州某某建设有限公司（示例）' },
      { label: '证件号码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '占用路段', value: '{form.roadAddress}', sampleValue: '福州市晋安区示例路 1 号门前人行道' },
      { label: '占用面积（平方米）', value: '{form.occupiedArea}', sampleValue: '36' },
      { label: '占用期限', value: '{form.term}', sampleValue: '2026年4月1日至2026年4月20日' },
    ],
  },
  faq: [
    { q: '占用费怎么算？', a: '面积乘以天数再乘以标准。许可后在网上缴费，缴完才能占用。' },
    { q: '要延长占用怎么办？', a: '到期之前重新申请，写明延长的天数，费用另算。' },
  ],
})
