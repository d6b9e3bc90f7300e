import { choice, creditCode, date, personGroup, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '护士条例'

export const nurseRegistration = sampleItem({
  slug: 'nurse-registration',
  serial: 9,
  organ: 'fz-wjw',
  type: '01',
  name: '护士执业注册（首次）',
  nameEn: 'Registration as a practising nurse (first)',
  summary: '通过护士执业资格考试、准备到福州市医疗机构上班的人，上岗前办的注册。',
  summaryEn: 'For those who passed the nursing examination and will work in a Fuzhou medical institution.',
  everydayNames: ['护士注册', '护士证', '护士执业证', '护士上岗注册'],
  topics: ['卫生健康', '就业社保'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 517 号，2020 年修订',
      clause: '第七条、第八条、第十条',
      content:
        '护士执业应当经注册取得执业证书；卫生主管部门自收到申请之日起 20 个工作日内决定；注册有效期 5 年。',
    },
  ],
  conditions: [
    '有完全民事行为能力',
    '修完规定的护理专业课程，并完成 8 个月以上临床实习',
    '通过护士执业资格考试',
    '身体条件符合护士执业健康标准',
    '已有医疗机构同意聘用',
  ],
  materials: [
    held('m1', 'resident-id', { basis: `${LAW}第八条：提出执业注册申请` }),
    upload(
      'm2',
      '护理专业毕业证书',
      '姓名、专业和身份证一致；毕业院校可在学信网核到',
      `${LAW}第七条：完成规定的专业课程学习`,
      { source: '20', sourceOrgan: '毕业院校' },
    ),
    upload(
      'm3',
      '临床实习证明',
      '写明医院、起止时间，满 8 个月，有医院盖章',
      `${LAW}第七条：完成 8 个月以上护理临床实习`,
    ),
    upload(
      'm4',
      '健康体检证明',
      '二级以上医院出具，六个月以内，结论合格',
      `${LAW}第七条：符合规定的健康标准`,
      { source: '30', sourceOrgan: '二级以上医院', courierAllowed: true, form: 'both', originals: 1 },
    ),
    upload(
      'm5',
      '医疗机构聘用证明',
      '写明拟聘用科室和起聘日期，有机构盖章',
      `${LAW}第八条：向拟执业医疗机构的批准或备案部门申请`,
    ),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'study',
      title: '学历和考试',
      fields: [
        text('school', '毕业院校', { maxLength: 60 }),
        date('graduatedOn', '毕业日期', { dateRule: 'past' }),
        text('examNumber', '护士执业资格考试成绩合格证明编号', { maxLength: 40 }),
        date('examPassedOn', '考试通过日期', { dateRule: 'past', hint: '通过满 3 年的，另要补 3 个月培训' }),
        choice('overThreeYears', '通过考试已满 3 年', ['否', '是']),
        text('retraining', '补训医院和起止时间', {
          when: { field: 'overThreeYears', equals: '是' },
          hint: '满 3 个月',
          maxLength: 80,
        }),
      ],
    },
    {
      key: 'work',
      title: '拟执业机构',
      fields: [
        text('hospital', '医疗机构名称', { maxLength: 60 }),
        creditCode('hospitalCode', '医疗机构统一社会信用代码'),
        text('ward', '拟聘用科室', { maxLength: 30 }),
      ],
    },
  ],
  steps: [
    accept(1, '材料齐全，体检证明在六个月以内'),
    examine(4, '学历、考试成绩核到记录；实习满 8 个月'),
    decide(1, '符合条件的准予注册；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '护士条例第八条：自收到申请之日起 20 个工作日内作出决定。',
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'licence',
    name: '护士执业证书',
    validMonths: 60,
    faceFields: [
      { label: '姓名', value: '{holder.name}', sampleValue: '示例人' },
      { label: '身份证号', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '执业地点', value: '{form.hospital}', sampleValue: '福州某某医院（示例）' },
    ],
  },
  faq: [
    {
      q: '还没签正式合同，能注册吗？',
      a: '要有医疗机构同意聘用的证明。聘用意向书写明科室和日期、有盖章的可以。',
    },
    { q: '注册到期怎么办？', a: '有效期满前 30 日申请延续注册；过期未延续的要重新注册。' },
  ],
})
