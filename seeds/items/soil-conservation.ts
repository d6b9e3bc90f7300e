import { address, bodyGroup, choice, contactFields, date, number, text } from '../fields.ts'
import { accept, days, decide, examine, expertReview, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国水土保持法'
const RULES = '生产建设项目水土保持方案管理办法'

export const soilConservation = sampleItem({
  slug: 'soil-conservation',
  serial: 37,
  organ: 'fz-slj',
  type: '01',
  name: '生产建设项目水土保持方案审批',
  nameEn: 'Approval of a soil and water conservation plan',
  summary: '占地 5 公顷以上或挖填土石方 5 万立方米以上的工程，开工前报批水土保持方案。',
  summaryEn:
    'For projects of five hectares or more, or with 50,000 cubic metres of earthworks, before they start.',
  everydayNames: ['水保方案', '水土保持审批', '水保批复'],
  topics: ['环保水务', '建房装修'],
  serviceObjects: ['2', '3', '5', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '2010 年修订',
      clause: '第二十五条、第二十六条',
      content:
        '在山区、丘陵区、风沙区等容易水土流失的区域开工建设，要编制水土保持方案并报批；未经批准不得开工。',
    },
    {
      name: RULES,
      number: '水利部令第 53 号',
      clause: '第二章',
      content: '规定哪些项目编报告书、哪些编报告表，以及 10 个工作日的审批期限和技术评审的期限。',
    },
  ],
  conditions: [
    '征占地面积在 5 公顷以上，或者挖填土石方总量在 5 万立方米以上',
    '水土流失防治目标和责任范围合理',
    '弃渣场位置明确，弃渣先考虑综合利用',
    '表土剥离、保护和利用的措施明确',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对建设单位；行政许可法第三十一条',
      note: '机关、事业单位不用交。',
    }),
    upload(
      'm2',
      '水土保持方案报告书',
      '含防治责任范围、弃渣去向、措施布设和投资，签名盖章齐全',
      `${RULES}：申请应当提交的材料`,
      { source: '30', sourceOrgan: '方案编制单位', accept: ['pdf', 'zip'], maxMegabytes: 200 },
    ),
    upload('m3', '项目立项文件', '审批、核准或备案文件，项目代码一致', `${RULES}：申请应当提交的材料`, {
      source: '20',
      sourceOrgan: '发展改革部门',
    }),
    upload('m4', '弃渣场选址说明', '不设弃渣场的写明土石方综合利用去向', `${RULES}：弃渣场位置应当明确`),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'project',
      title: '项目',
      fields: [
        text('projectName', '项目名称', { maxLength: 80 }),
        text('projectCode', '投资项目统一代码', {
          hint: '24 位，项目赋码时取得',
          minLength: 24,
          maxLength: 24,
        }),
        address('projectPlace', '建设地点'),
        number('landArea', '征占地面积', { unit: '公顷', min: 0.5, max: 10000 }),
        number('earthworks', '挖填土石方总量', { unit: '万立方米', min: 0.1, max: 10000 }),
        choice('spoil', '弃渣去向', ['全部综合利用', '运到政府指定的消纳场', '自设弃渣场']),
        text('spoilSite', '弃渣场位置和容量', {
          when: { field: 'spoil', equals: '自设弃渣场' },
          maxLength: 120,
        }),
        date('startOn', '计划开工日期', { dateRule: 'future' }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '报告书和立项文件齐全，项目代码一致'),
    expertReview(4, '防治目标、弃渣场和措施体系符合技术标准'),
    examine(3, '评审意见都已落实到报告书'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(10),
  legalLimitNote:
    '生产建设项目水土保持方案管理办法：自受理之日起 10 个工作日内决定，经批准可延长 10 个工作日；技术评审的时间不计入。',
  promiseLimit: days(9),
  promiseLimitNote: '从受理次日起算，一般项目的评审包含在内。',
  specialProcedures: [
    {
      name: '委托技术评审（重大项目）',
      days: 30,
      unit: 'G',
      basis: `${RULES}：技术评审所需时间不计入审批期限`,
    },
  ],
  result: {
    type: 'approval',
    name: '水土保持方案准予许可决定书',
    validMonths: 36,
    faceFields: [
      { label: '建设单位', value: '{holder.name}', sampleValue: '福州某某置业有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '项目名称', value: '{form.projectName}', sampleValue: '示例产业园一期' },
      { label: '建设地点', value: '{form.projectPlace}', sampleValue: '福州市示例岭' },
      { label: '征占地面积（公顷）', value: '{form.landArea}', sampleValue: '8.6' },
    ],
  },
  faq: [
    {
      q: '小项目也要报告书吗？',
      a: '占地 0.5 公顷以上不足 5 公顷，或者土石方一千立方米以上不足五万立方米的，编报告表，实行承诺制，受理后即时办结，请到窗口办。',
    },
    { q: '批了三年还没开工怎么办？', a: '满三年才开工的，开工前要报原审批部门重新审核。' },
  ],
})
