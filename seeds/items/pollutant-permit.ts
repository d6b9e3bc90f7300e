import { address, bodyGroup, choice, contactFields, longText, multiple, number } from '../fields.ts'
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

const LAW = '排污许可管理条例'

export const pollutantPermit = sampleItem({
  slug: 'pollutant-permit',
  serial: 30,
  organ: 'fz-sthj',
  type: '01',
  name: '排污许可证核发（简化管理）',
  nameEn: 'Pollutant discharge permit (simplified)',
  summary: '污染物产生量较小的工厂、医院、养殖场，排污前办的许可。',
  summaryEn: 'For plants, hospitals and farms with smaller discharges, before they discharge.',
  everydayNames: ['排污证', '环保许可', '排放许可证'],
  topics: ['环保水务'],
  serviceObjects: ['1', '2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 736 号',
      clause: '第二条、第六条、第十二条、第十四条',
      content:
        '实行许可管理的单位取得排污许可证后才能排污；简化管理的自受理之日起 20 日内决定；许可证有效期 5 年。',
    },
  ],
  conditions: [
    '项目已经办理环境影响评价审批或备案',
    '污染防治设施建好，能达到排放标准',
    '排放口设置规范，编了号、挂了牌',
    '排放浓度和总量符合要求，采用的是规定的可行技术',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${LAW}：申请应当提供的信息` }),
    upload(
      'm2',
      '环境影响评价批复或备案文件',
      '项目名称、地址、规模和现状一致',
      `${LAW}第十一条：已取得环评批准文件`,
      { source: '20', sourceOrgan: '生态环境部门' },
    ),
    upload(
      'm3',
      '排污许可申请表附图',
      '生产工艺流程图、平面布置图、排放口分布图各一张',
      `${LAW}：申请应当提供的信息`,
      { accept: ['pdf', 'zip'], maxMegabytes: 100 },
    ),
    upload(
      'm4',
      '自行监测方案',
      '写明点位、项目、频次、方法；本厂没有能力的写委托机构',
      `${LAW}第十一条：自行监测方案符合规定`,
      { accept: ['pdf', 'docx'] },
    ),
    upload(
      'm5',
      '排放口规范化照片',
      '每个排放口一张，能看到标志牌和采样口',
      `${LAW}第十一条：排放口设置符合规定`,
      { accept: ['jpg', 'png', 'pdf'] },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'discharge',
      title: '排污情况',
      fields: [
        address('dischargeAddress', '生产经营场所地址', { prefill: 'body.address' }),
        choice('industry', '行业类别', [
          '食品制造',
          '金属制品',
          '机械加工',
          '医院',
          '畜禽养殖',
          '汽车维修',
          '塑料制品',
        ]),
        number('animals', '年出栏（生猪当量）', {
          when: { field: 'industry', equals: '畜禽养殖' },
          unit: '头',
          min: 500,
          max: 1000000,
        }),
        number('wasteWater', '废水排放量', { unit: '吨/年', min: 0, max: 10000000 }),
        multiple('pollutants', '主要污染物', [
          '化学需氧量',
          '氨氮',
          '挥发性有机物',
          '颗粒物',
          '二氧化硫',
          '氮氧化物',
        ]),
        number('outlets', '排放口数量', { unit: '个', min: 1, max: 200 }),
        longText('treatment', '污染防治设施', { hint: '写设备名称、处理能力和去向', maxLength: 500 }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '环评文件齐全，图表能看清'),
    siteVisit(3, '排放口和治理设施与申报一致，能正常运行'),
    expertReview(3, '许可排放限值和可行技术的核算有依据'),
    examine(3, '核算、自行监测方案和环评要求一致'),
    decide(1, '符合条件的核发；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '排污许可管理条例第十二条：简化管理自受理之日起 20 日内决定；行政许可的期限按工作日计算。',
  promiseLimit: days(12),
  promiseLimitNote: '从受理次日起算，现场核查和专家评审的时间包含在内。',
  result: {
    type: 'licence',
    name: '排污许可证',
    validMonths: 60,
    faceFields: [
      { label: '单位名称', value: '{holder.name}', sampleValue: '福州某某环保科技有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '生产经营场所', value: '{form.dischargeAddress}', sampleValue: '福州市示例岭 1 号' },
      { label: '行业类别', value: '{form.industry}', sampleValue: '金属制品' },
      { label: '主要污染物', value: '{form.pollutants}', sampleValue: '化学需氧量、氨氮' },
      { label: '排放口数量（个）', value: '{form.outlets}', sampleValue: '2' },
    ],
  },
  faq: [
    {
      q: '怎么知道是重点管理还是简化管理？',
      a: '对照固定污染源排污许可分类管理名录里您的行业。属于重点管理的，期限是 30 日，请在窗口办。',
    },
    { q: '污染物很少也要办吗？', a: '名录里写「登记管理」的，只要在平台填排污登记表，不办证。' },
  ],
})
