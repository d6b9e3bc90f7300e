import { address, bodyGroup, choice, contactFields, money, number, personName, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const LAW = '旅行社条例'

export const travelAgency = sampleItem({
  slug: 'travel-agency',
  serial: 29,
  organ: 'fz-wlj',
  type: '01',
  name: '旅行社设立许可（国内和入境旅游）',
  nameEn: 'Licence for a travel agency (domestic and inbound)',
  summary: '公司招徕、组织、接待国内和入境游客，开业前办的许可。',
  summaryEn: 'For companies that organise and receive domestic and inbound travellers.',
  everydayNames: ['开旅行社', '旅行社许可证', '旅游公司许可'],
  topics: ['文化旅游', '开店办企'],
  serviceObjects: ['2'],
  legalBasis: [
    {
      name: '中华人民共和国旅游法',
      number: '2018 年修正',
      clause: '第二十八条',
      content: '设立旅行社招徕、组织、接待旅游者要取得旅游主管部门的许可，列出场所、设施、资本、人员的条件。',
    },
    {
      name: LAW,
      number: '国务院令第 550 号，2020 年修订',
      clause: '第七条',
      content: '向省级旅游行政管理部门或者受委托的设区的市级部门申请，自受理之日起 20 个工作日内决定。',
    },
  ],
  conditions: [
    '有固定的经营场所和必要的营业设施',
    '注册资本不少于 30 万元',
    '有经营管理人员和导游',
    '取得许可后 3 个工作日内存缴质量保证金',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${LAW}第七条：申请应当提交的材料` }),
    upload('m2', '经营场所使用证明', '房产证或租赁合同，合同期限不少于一年', `${LAW}：有固定的经营场所`),
    upload('m3', '营业设施说明', '写明电话、传真、电脑和网络，附照片', `${LAW}：有必要的营业设施`, {
      accept: ['pdf', 'docx', 'jpg', 'png'],
    }),
    upload(
      'm4',
      '导游劳动合同和导游证',
      '不少于 3 名，导游证在有效期内',
      '旅行社条例实施细则：有必要的经营管理人员和导游',
      { source: '20', sourceOrgan: '文化和旅游部门' },
    ),
    upload('m5', '主要负责人履历', '写明姓名、工作经历和联系电话，本人签名', `${LAW}第七条`, {
      accept: ['pdf', 'docx'],
    }),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'agency',
      title: '旅行社',
      fields: [
        choice('scope', '经营范围', ['国内旅游业务', '国内和入境旅游业务']),
        money('agencyCapital', '注册资本', { unit: '元', min: 300000 }),
        address('office', '营业地址', { prefill: 'body.address' }),
        number('officeArea', '营业面积', { unit: '平方米', min: 8, max: 10000 }),
        personName('manager', '总经理'),
        number('guides', '导游人数', { unit: '人', min: 3, max: 1000 }),
        choice('branch', '是否设服务网点', ['不设', '设']),
        text('branchPlaces', '网点地址', { when: { field: 'branch', equals: '设' }, maxLength: 200 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，经营范围和营业执照一致'),
    siteVisit(2, '场所和设施与申报一致'),
    examine(3, '注册资本、导游和负责人符合规定'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '旅行社条例第七条：自受理申请之日起 20 个工作日内作出决定。',
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'licence',
    name: '旅行社业务经营许可证',
    validMonths: null,
    faceFields: [
      { label: '旅行社名称', value: '{holder.name}', sampleValue: '福州某某旅行社有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '经营范围', value: '{form.scope}', sampleValue: '国内和入境旅游业务' },
      { label: '地址', value: '{form.office}', sampleValue: '福州市示例路 1 号' },
      { label: '法定代表人', value: '{form.legalPerson}', sampleValue: '示例人' },
    ],
  },
  faq: [
    { q: '能带团出国吗？', a: '不能。出境旅游业务要经营满两年、没有处罚记录后，再向省里申请。' },
    {
      q: '质量保证金什么时候交？',
      a: '领证之日起 3 个工作日内存入指定银行，金额为 20 万元，每设一个分社再加 5 万元。',
    },
  ],
})
