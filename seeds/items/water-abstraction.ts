import { address, bodyGroup, choice, contactFields, date, longText, number, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  expertReview,
  held,
  SPECIMEN,
  sampleItem,
  siteVisit,
  upload,
} from '../item.ts'

const LAW = '取水许可和水资源费征收管理条例'

export const waterAbstraction = sampleItem({
  slug: 'water-abstraction',
  serial: 36,
  organ: 'fz-slj',
  type: '01',
  name: '取水许可（新办）',
  nameEn: 'Water abstraction licence (new)',
  summary: '从江河、湖泊、地下抽水用于生产经营，建取水工程前办的许可。',
  summaryEn: 'For anyone who takes water from rivers, lakes or underground for production.',
  everydayNames: ['打井许可', '取水证', '抽地下水', '抽河水'],
  topics: ['环保水务'],
  serviceObjects: ['2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 460 号，2017 年修订',
      clause: '第二条、第十一条、第十九条、第二十五条',
      content:
        '取用水资源要申请取水许可；审批机关自受理之日起 45 个工作日内决定；有效期一般 5 年，最长不超过 10 年。',
    },
  ],
  conditions: [
    '取水用途、取水量和节水措施合理',
    '不影响第三方取用水，或者已经取得第三方的书面承诺',
    '不在禁止取水的保护区、地面沉降区取水',
    '退水去向清楚，水质达标',
    '有计量设施安装方案',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对申请单位；行政许可法第三十一条',
      note: '合作社、事业单位用各自的登记证书，由我们调取。',
    }),
    upload('m2', '取水申请书附图', '标出取水口、退水口位置和坐标', `${LAW}第十一条：申请应当提交的材料`),
    upload(
      'm3',
      '建设项目水资源论证报告',
      '写明取水量、保证率、对第三方的影响；小量取水用论证表',
      `${LAW}第十一条`,
      { source: '30', sourceOrgan: '论证单位', accept: ['pdf'], maxMegabytes: 100 },
    ),
    upload('m4', '第三方影响说明', '没有影响的写清理由；有影响的附对方书面承诺', `${LAW}第十一条`),
    upload(
      'm5',
      '节水和计量方案',
      '写明重复利用率、用水定额和安装的计量设施',
      `${LAW}：取水应当安装计量设施`,
      { accept: ['pdf', 'docx'] },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'water',
      title: '取水',
      fields: [
        choice('source', '取水水源', ['河流、溪', '水库、湖泊', '地下水']),
        number('wellDepth', '井深', {
          when: { field: 'source', equals: '地下水' },
          unit: '米',
          min: 1,
          max: 1000,
        }),
        text('waterName', '水源名称', { hint: '例如某某溪', maxLength: 40 }),
        address('intake', '取水口位置'),
        number('yearly', '年取水量', { unit: '万立方米', min: 0.01, max: 100000 }),
        choice('purpose', '取水用途', ['工业', '农业灌溉', '生活供水', '生态环境', '养殖']),
        longText('discharge', '退水去向和水质', { maxLength: 300 }),
        date('startOn', '计划取水日期', { dateRule: 'future' }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '论证报告和附图齐全，取水量前后一致'),
    siteVisit(3, '取水口、退水口与图纸一致，不在禁止取水区'),
    expertReview(5, '水资源论证报告的取水量和影响分析可信'),
    examine(4, '符合取水总量控制和用水定额'),
    decide(2, '符合条件的批准，写明取水量和有效期；不符合的写明理由'),
  ],
  legalLimit: days(45),
  legalLimitNote:
    '取水许可和水资源费征收管理条例第十九条：自受理之日起 45 个工作日内决定；听证和专家评审的时间不计入。',
  promiseLimit: days(15),
  promiseLimitNote: '从受理次日起算，现场核查和专家评审的时间包含在内。',
  specialProcedures: [
    {
      name: '听证',
      days: 20,
      unit: 'G',
      basis: '行政许可法第四十五条、第四十八条：听证所需时间不计算在期限内，另行书面告知',
    },
  ],
  result: {
    type: 'licence',
    name: '取水许可证',
    validMonths: 60,
    faceFields: [
      { label: '取水权人', value: '{holder.name}', sampleValue: '永泰某某果蔬专业合作社（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '取水地点', value: '{form.intake}', sampleValue: '福州市示例乡示例村' },
      { label: '水源类型', value: '{form.source}', sampleValue: '河流、溪' },
      { label: '年取水量（万立方米）', value: '{form.yearly}', sampleValue: '3.2' },
      { label: '取水用途', value: '{form.purpose}', sampleValue: '农业灌溉' },
    ],
  },
  faq: [
    { q: '自家打井喝水要办吗？', a: '家庭生活和零星散养畜禽饮用的少量取水，不用办。' },
    { q: '许可办好后就能取水吗？', a: '取水工程建好、经过验收、装好计量设施并领到证之后才能取水。' },
  ],
})
