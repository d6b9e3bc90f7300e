import { bodyGroup, choice, contactFields, date, longText, money, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国慈善法'

export const publicFundraising = sampleItem({
  slug: 'public-fundraising',
  serial: 15,
  organ: 'fz-mzj',
  type: '01',
  name: '慈善组织公开募捐资格审批',
  nameEn: 'Approval of a charity to raise funds in public',
  summary: '登记满一年的慈善组织要向社会公开募捐，先取得的资格。',
  summaryEn: 'For charities registered for a year that wish to raise funds from the public.',
  everydayNames: ['公募资格', '公开募捐', '慈善募捐许可'],
  topics: ['社会组织'],
  serviceObjects: ['4'],
  legalBasis: [
    {
      name: LAW,
      number: '2023 年修正',
      clause: '第二十二条',
      content:
        '公开募捐应当取得资格；登记满一年的慈善组织向登记的民政部门申请，民政部门自受理之日起 20 日内决定。',
    },
  ],
  conditions: [
    '依法登记或认定为慈善组织满一年',
    '内部治理结构健全、运作规范',
    '最近一年没有受过行政处罚',
    '信息公开和年度报告按时完成',
  ],
  materials: [
    held('m1', 'social-body-certificate', {
      basis: `${LAW}第二十二条：核对登记满一年`,
      need: 'optional',
      note: '社会团体由我们调取；其他形式的慈善组织上传下一项。',
    }),
    upload('m2', '慈善组织登记或认定证书', '名称、日期清楚，登记或认定满一年', `${LAW}第二十二条`, {
      source: '20',
      sourceOrgan: '民政部门',
    }),
    upload(
      'm3',
      '申请前一年的财务审计报告',
      '由会计师事务所出具，意见为无保留',
      '慈善组织公开募捐管理办法：申请应当提交的材料',
      { source: '30', sourceOrgan: '会计师事务所' },
    ),
    upload(
      'm4',
      '理事会同意申请的会议纪要',
      '写明到会人数、表决结果，到会理事签名',
      '慈善组织公开募捐管理办法：申请应当提交的材料',
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'charity',
      title: '慈善活动',
      fields: [
        date('registeredOn', '登记或认定日期', { dateRule: 'past', hint: '证书上的日期，要满一年' }),
        longText('mission', '主要慈善项目', { hint: '最近一年做了什么，受益多少人', maxLength: 500 }),
        money('yearIncome', '上一年度总收入', { unit: '元', min: 0 }),
        money('yearSpending', '上一年度慈善活动支出', { unit: '元', min: 0 }),
        number('boardSize', '理事会人数', { unit: '人', min: 3, max: 99 }),
        choice('online', '是否打算在互联网募捐', ['是', '否']),
        text('platform', '拟使用的互联网募捐平台', {
          when: { field: 'online', equals: '是' },
          hint: '要在民政部指定的平台名录里',
          maxLength: 60,
        }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '证书日期满一年，材料齐全'),
    examine(6, '年度报告和信息公开没有漏项，一年内没有处罚记录'),
    decide(2, '符合条件的授予资格；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '慈善法第二十二条：自受理申请之日起 20 日内作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(9),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'licence',
    name: '慈善组织公开募捐资格证书',
    validMonths: null,
    faceFields: [
      { label: '组织名称', value: '{holder.name}', sampleValue: '福州某某慈善会（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.socialBody },
      { label: '法定代表人', value: '{form.legalPerson}', sampleValue: '示例人' },
    ],
  },
  faq: [
    { q: '拿到资格后每次募捐还要批吗？', a: '不用批，但每次要先把募捐方案报民政部门备案。' },
    { q: '没有资格的组织能募捐吗？', a: '可以和有资格的慈善组织合作，由对方开展并管理款物。' },
  ],
})
