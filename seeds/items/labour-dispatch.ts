import { address, bodyGroup, choice, contactFields, money, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const LAW = '中华人民共和国劳动合同法'
const RULES = '劳务派遣行政许可实施办法'

export const labourDispatch = sampleItem({
  slug: 'labour-dispatch',
  serial: 12,
  organ: 'fz-rsj',
  type: '01',
  name: '劳务派遣经营许可（新办）',
  nameEn: 'Licence for labour dispatch (new)',
  summary: '公司招用员工再派到别的单位上班，开业前办的许可。',
  summaryEn: 'For companies that employ workers and send them to work for others.',
  everydayNames: ['劳务派遣证', '派遣公司许可', '人力外派许可'],
  topics: ['就业社保', '开店办企'],
  serviceObjects: ['2'],
  legalBasis: [
    {
      name: LAW,
      clause: '第五十七条',
      content:
        '经营劳务派遣业务要注册资本不少于 200 万元，有固定场所、设施和合法的管理制度，并依法申请许可。',
    },
    {
      name: RULES,
      number: '人力资源和社会保障部令第 19 号',
      clause: '第二章',
      content: '规定申请条件、材料、20 个工作日的决定期限和三年有效期。',
    },
  ],
  conditions: [
    '公司注册资本实缴不少于 200 万元',
    '有和业务相适应的固定经营场所和办公设施',
    '有符合法律规定的劳务派遣管理制度',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${RULES}：申请应当提交的材料` }),
    held('m2', 'resident-id', { name: '法定代表人身份证', basis: `${RULES}：申请应当提交的材料` }),
    upload(
      'm3',
      '经营场所使用证明',
      '房产证或租赁合同，合同剩余期限不少于一年',
      `${RULES}：申请应当提交的材料`,
    ),
    upload(
      'm4',
      '管理制度文本',
      '写明劳动合同、报酬、社会保险、工作时间、休息休假、劳动纪律六项制度',
      `${LAW}第五十七条：有符合规定的管理制度`,
      { accept: ['pdf', 'docx'] },
    ),
    upload(
      'm5',
      '拟签订的劳务派遣协议样本',
      '写明派遣岗位、人数、期限、报酬和社会保险的支付方式',
      `${LAW}第五十九条：劳务派遣协议的内容`,
      { accept: ['pdf', 'docx'] },
    ),
    upload(
      'm6',
      '实缴资本证明',
      '验资报告或银行入账单，不少于 200 万元',
      `${LAW}第五十七条：注册资本不少于 200 万元`,
      { source: '30', sourceOrgan: '会计师事务所或银行' },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'business',
      title: '经营情况',
      fields: [
        money('paidCapital', '实缴资本', { unit: '元', min: 2000000, hint: '不少于 2,000,000 元' }),
        address('officeAddress', '经营场所', { prefill: 'body.address' }),
        number('officeArea', '经营场所面积', { unit: '平方米', min: 10, max: 10000 }),
        number('managers', '专职管理人员人数', { unit: '人', min: 1, max: 500 }),
        choice('branch', '有没有分公司开展派遣', ['没有', '有']),
        text('branchNames', '分公司名称', { when: { field: 'branch', equals: '有' }, maxLength: 100 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，注册资本和实缴证明一致'),
    siteVisit(3, '有固定办公场所和人员，和申报一致'),
    examine(3, '管理制度和协议样本不违反劳动合同法'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote:
    '劳务派遣行政许可实施办法：自受理之日起 20 个工作日内作出决定；经负责人批准可延长 10 个工作日。',
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'licence',
    name: '劳务派遣经营许可证',
    validMonths: 36,
    faceFields: [
      { label: '单位名称', value: '{holder.name}', sampleValue: '福州某某人力资源有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '法定代表人', value: '{form.legalPerson}', sampleValue: '示例人' },
      { label: '住所', value: '{form.officeAddress}', sampleValue: '福州市示例路 1 号' },
      { label: '注册资本（元）', value: '{form.paidCapital}', sampleValue: '2000000' },
    ],
  },
  faq: [
    {
      q: '做劳务外包也要办吗？',
      a: '不用。外包按完成的工作结算；如果员工由对方管理、按人头结算，就是派遣，要办。',
    },
    { q: '许可证快到期了怎么办？', a: '到期 60 日前申请延续，超过这个时间按新办处理。' },
  ],
})
