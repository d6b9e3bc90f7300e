import { address, bodyGroup, choice, contactFields, date, longText, number, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  drawingReview,
  examine,
  GENERAL_LIMIT_NOTE,
  held,
  jointOpinion,
  payment,
  SPECIMEN,
  sampleItem,
  siteVisit,
  upload,
} from '../item.ts'
import { REPAIR_FEES, roadExcavationSituations } from '../situations/road-excavation.ts'

const LAW = '城市道路管理条例'
/** What runs at the same time in this item. */
const TOGETHER = { parallel: 'p1' }

export const roadExcavation = sampleItem({
  slug: 'road-excavation',
  serial: 25,
  sub: { main: 24, number: 2 },
  organ: 'ja-cgj',
  type: '01',
  name: '挖掘城市道路许可',
  nameEn: 'Permit to dig up a city road',
  summary: '在晋安区因埋管线、建房要挖开道路，挖掘前办的许可。',
  summaryEn: "For works that dig up a road in Jin'an District, such as laying pipes or cables.",
  everydayNames: ['挖路', '破路施工', '埋管线挖路', '开挖许可'],
  topics: ['城市管理', '建房装修'],
  serviceObjects: ['2', '3', '5', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 198 号',
      clause: '第三十三条、第三十七条',
      content:
        '因工程建设挖掘城市道路，凭规划和设计文件办理审批；新建道路交付 5 年内、大修道路竣工 3 年内一般不得挖掘；应当缴纳挖掘修复费。',
    },
  ],
  conditions: [
    '工程确有必要，已经取得规划或项目批准文件',
    '挖掘路段不在新建 5 年内、大修 3 年内，或者已经市政府批准',
    '有地下管线保护措施',
    '有交通组织和恢复道路的方案',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对建设单位；行政许可法第三十一条',
      note: '机关、事业单位不用交。',
    }),
    upload(
      'm2',
      '规划批准文件和施工图',
      '标出挖掘的长、宽、深和管线走向',
      `${LAW}第三十三条：凭规划批准文件和设计文件办理`,
      { source: '20', sourceOrgan: '自然资源和规划部门', accept: ['pdf', 'zip'], maxMegabytes: 100 },
    ),
    upload(
      'm3',
      '施工组织方案',
      '写明施工时段、围挡、夜间警示、机械和人员',
      `${LAW}第三十五条：施工现场设置明显标志和安全防围设施`,
      {
        accept: ['pdf', 'docx'],
      },
    ),
    upload(
      'm4',
      '地下管线探测或查询结果',
      '写明路段下的燃气、供水、电力、通信管线',
      '城镇燃气管理条例第三十七条：建设单位开工前应当查明施工范围内地下燃气管线的情况',
      { source: '30', sourceOrgan: '管线权属单位' },
    ),
    upload(
      'm5',
      '道路恢复方案',
      '写明回填、压实、路面结构和恢复日期',
      `${LAW}第三十五条：竣工后清理现场，经检查验收`,
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'excavation',
      title: '挖掘情况',
      fields: [
        text('purpose', '挖掘目的', { hint: '例如：埋设供水支管', maxLength: 60 }),
        address('roadAddress', '挖掘路段', { hint: '写到路名、起止门牌和道路哪一侧' }),
        number('length', '挖掘长度', { unit: '米', min: 1, max: 5000 }),
        number('width', '挖掘宽度', { unit: '米', min: 0.2, max: 60 }),
        number('depth', '挖掘深度', { unit: '米', min: 0.1, max: 30 }),
        choice('surface', '路面类型', ['沥青', '水泥混凝土', '人行道板', '绿化带']),
        choice('nightOnly', '是否只在夜间施工', ['是', '否']),
        longText('nightPlan', '夜间施工安排', {
          when: { field: 'nightOnly', equals: '是' },
          hint: '写明时段和降噪措施',
          maxLength: 200,
        }),
        date('startOn', '计划开工日期', { dateRule: 'future' }),
        number('workDays', '计划工期', { unit: '日', min: 1, max: 365 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，图上标了长宽深'),
    drawingReview(3, ['m2'], '挖掘的长、宽、深和管线走向标全，与规划批准文件一致', TOGETHER),
    siteVisit(3, '不在新建、大修年限内；管线保护和绕行方案能落实', TOGETHER),
    jointOpinion(
      3,
      '公安交通管理部门会签',
      'fz-gaj',
      ['m2', 'm3'],
      '施工时段、围挡和绕行方案不妨碍交通安全',
      {
        ...TOGETHER,
        note: '挖掘城市道路还要经公安交通管理部门批准，由我们送去，您不用另外申请。',
      },
    ),
    examine(2, '三方意见已经齐全，修复面积和修复费核定'),
    payment(2, '按核定的修复面积和标准缴清修复费'),
    decide(1, '符合条件的准予挖掘，写明位置、期限和修复费'),
  ],
  situations: roadExcavationSituations,
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(10),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  fee: {
    charged: true,
    basis: `${LAW}第三十七条：挖掘由市政部门管理的城市道路，应当缴纳城市道路挖掘修复费。`,
    items: [
      {
        name: REPAIR_FEES.asphalt,
        standard: '每平方米 320.00 元（示例标准，真实标准由省级部门规定）',
        basis: `${LAW}第三十七条`,
      },
      {
        name: REPAIR_FEES.concrete,
        standard: '每平方米 280.00 元（示例标准，真实标准由省级部门规定）',
        basis: `${LAW}第三十七条`,
      },
      {
        name: REPAIR_FEES.pavement,
        standard: '每平方米 150.00 元（示例标准，真实标准由省级部门规定）',
        basis: `${LAW}第三十七条`,
      },
    ],
    payOnline: true,
  },
  result: {
    type: 'approval',
    name: '挖掘城市道路许可决定书',
    validMonths: null,
    faceFields: [
      { label: '申请单位', value: '{holder.name}', sampleValue: '福州某某建设有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '挖掘路段', value: '{form.roadAddress}', sampleValue: '福州市晋安区示例路 1–9 号北侧' },
      { label: '长度（米）', value: '{form.length}', sampleValue: '86' },
      { label: '工期（日）', value: '{form.workDays}', sampleValue: '12' },
    ],
  },
  faq: [
    { q: '水管爆了来不及办怎么办？', a: '可以先抢修，同时报告，并在 24 小时内补办手续。' },
    { q: '修复由谁做？', a: '您缴修复费，由道路管理单位按标准修；也可以自己修，验收不合格的仍要缴费。' },
  ],
})
