import { address, bodyGroup, choice, contactFields, date, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const RULES = '城市建筑垃圾管理规定'

export const constructionWaste = sampleItem({
  slug: 'construction-waste',
  serial: 26,
  organ: 'ja-cgj',
  type: '01',
  name: '城市建筑垃圾处置核准',
  nameEn: 'Approval to dispose of construction waste',
  summary: '在晋安区工地产生的渣土、余泥、装修垃圾要外运，外运前办的核准。',
  summaryEn: "For sites in Jin'an District that remove spoil or construction waste.",
  everydayNames: ['渣土证', '泥土外运', '建筑垃圾清运', '余泥排放证'],
  topics: ['建房装修', '城市管理'],
  serviceObjects: ['2', '3', '6'],
  legalBasis: [
    {
      name: RULES,
      number: '建设部令第 139 号',
      clause: '第七条',
      content: '处置建筑垃圾的单位要向市容环境卫生主管部门申请，核准后才能处置。',
    },
    {
      name: '国务院对确需保留的行政审批项目设定行政许可的决定',
      number: '国务院令第 412 号',
      clause: '附件第 101 项',
      content: '保留城市建筑垃圾处置核准这项许可。',
    },
  ],
  conditions: [
    '有具备资格的运输单位和密闭式车辆',
    '有合法的消纳场地',
    '工地出入口设了洗车槽，道路硬化',
    '有运输路线和时间的安排',
  ],
  materials: [
    held('m1', 'business-licence', { basis: '核对申请单位；行政许可法第三十一条' }),
    upload(
      'm2',
      '建筑垃圾产生量计算书',
      '写明开挖面积、深度、容重和合计方量',
      `${RULES}第七条：申请应当提交的材料`,
    ),
    upload('m3', '运输合同和车辆清单', '每辆车写号牌、核定载质量、密闭装置', `${RULES}第七条`, {
      accept: ['pdf', 'xlsx', 'docx'],
    }),
    upload('m4', '消纳场地证明', '消纳场同意接收的书面文件，写明位置和方量', `${RULES}第七条`),
    upload('m5', '施工扬尘防治措施', '写明围挡、冲洗、覆盖、雾炮安排', `${RULES}：处置应当采取的措施`, {
      accept: ['pdf', 'docx'],
    }),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'waste',
      title: '处置情况',
      fields: [
        text('siteName', '工地名称', { maxLength: 60 }),
        address('siteAddress', '工地地址'),
        number('volume', '外运方量', { unit: '立方米', min: 1, max: 5000000 }),
        choice('wasteKind', '种类', ['工程渣土', '拆除垃圾', '装修垃圾', '泥浆']),
        text('slurryPlan', '泥浆固化方式', { when: { field: 'wasteKind', equals: '泥浆' }, maxLength: 80 }),
        text('disposalSite', '消纳场名称', { maxLength: 60 }),
        text('route', '运输路线', { hint: '写主要经过的路，避开学校上下学时段', maxLength: 200 }),
        date('startOn', '计划外运日期', { dateRule: 'future' }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '材料齐全，方量前后一致'),
    siteVisit(3, '出入口硬化、洗车槽、围挡到位'),
    examine(2, '运输单位资格有效，消纳场能接收'),
    decide(1, '符合条件的准予处置，写明方量、路线和时限'),
  ],
  legalLimit: days(20),
  legalLimitNote: '城市建筑垃圾管理规定：自接到申请之日起 20 日内作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(7),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'approval',
    name: '城市建筑垃圾处置核准决定书',
    validMonths: 6,
    faceFields: [
      { label: '申请单位', value: '{holder.name}', sampleValue: '福州某某建设有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '工地', value: '{form.siteName}', sampleValue: '示例大厦一期' },
      { label: '种类', value: '{form.wasteKind}', sampleValue: '工程渣土' },
      { label: '方量（立方米）', value: '{form.volume}', sampleValue: '12600' },
      { label: '消纳场', value: '{form.disposalSite}', sampleValue: '某某消纳场（示例）' },
    ],
  },
  faq: [
    { q: '自家装修的几袋垃圾也要办吗？', a: '不用。交给物业或预约清运就可以，请不要自己倒在路边。' },
    { q: '运输时间有限制吗？', a: '有。一般在夜间运，具体时段写在决定书里。' },
  ],
})
