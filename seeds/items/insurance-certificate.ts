import { choice, date, personGroup, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  held,
  onTheSpot,
  SPECIMEN,
  sampleItem,
  UNLIMITED_NOTE,
} from '../item.ts'

export const insuranceCertificate = sampleItem({
  slug: 'insurance-certificate',
  serial: 13,
  organ: 'fz-rsj',
  type: '20',
  name: '社会保险参保缴费证明',
  nameEn: 'Certificate of social insurance contributions',
  summary: '给自己开一份参保缴费证明，用于买房、落户、招投标、子女入学。',
  summaryEn: 'A certificate of your own social insurance record, for housing, schooling or tenders.',
  everydayNames: ['社保证明', '社保清单', '打社保', '参保证明'],
  topics: ['就业社保'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: '中华人民共和国社会保险法',
      clause: '第四条、第七十四条',
      content: '个人有权查询自己的缴费和权益记录；社会保险经办机构免费提供查询、核对和记录单。',
    },
  ],
  conditions: ['本人在福州市有社会保险参保记录', '所选时段不晚于上个月'],
  materials: [held('m1', 'resident-id', { basis: '核对本人身份；社会保险法第七十四条' })],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'certificate',
      title: '证明内容',
      fields: [
        choice('insurance', '险种', ['养老保险', '失业保险', '工伤保险', '三险合并']),
        date('fromMonth', '从哪天起', { dateRule: 'past', hint: '一般填当月 1 日' }),
        date('toMonth', '到哪天止', { dateRule: 'past' }),
        choice('purpose', '用途', ['买房或落户', '子女入学', '求职或招投标', '其他用途']),
        text('purposeNote', '写明用途', { when: { field: 'purpose', equals: '其他用途' }, maxLength: 40 }),
      ],
    },
  ],
  steps: [
    accept(0, '身份核对一致，时段填写正确'),
    examine(0, '核到参保记录；没有记录的说明在哪里参的保'),
    decide(0, '出具证明'),
  ],
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: onTheSpot,
  promiseLimitNote: '核到记录的当场出具。',
  result: {
    type: 'licence',
    name: '社会保险参保缴费证明',
    validMonths: 3,
    faceFields: [
      { label: '姓名', value: '{holder.name}', sampleValue: '示例人' },
      { label: '社会保障号码', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '险种', value: '{form.insurance}', sampleValue: '三险合并' },
      { label: '起', value: '{form.fromMonth}', sampleValue: '2025-03-01' },
      { label: '止', value: '{form.toMonth}', sampleValue: '2026-02-01' },
    ],
  },
  faq: [
    { q: '证明多久有效？', a: '三个月。收证明的单位也可以扫二维码核验，不用再去窗口盖章。' },
    { q: '医保的缴费记录也在里面吗？', a: '不在。医疗保险、生育保险由医保部门管，请到医保部门查询。' },
  ],
})
