import { choice, date, personGroup, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国教师法'
const RULES = '教师资格条例'

export const teacherQualification = sampleItem({
  slug: 'teacher-qualification',
  serial: 32,
  organ: 'fz-jyj',
  type: '01',
  name: '教师资格认定（高中和中职）',
  nameEn: 'Teacher qualification (senior secondary and vocational)',
  summary: '通过教师资格考试、想当高中或中职教师的人，领教师资格证。',
  summaryEn:
    'For people who passed the teaching examination and wish to teach senior secondary or vocational classes.',
  everydayNames: ['教师资格证', '教资', '考教师证', '高中教师资格'],
  topics: ['教育培训', '就业社保'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: LAW,
      clause: '第十条、第十三条',
      content:
        '国家实行教师资格制度；中小学教师资格由县级以上教育行政部门认定，高中教师资格由设区的市级认定。',
    },
    {
      name: RULES,
      number: '国务院令第 188 号',
      clause: '第十四条、第十六条',
      content: '规定申请认定应当提交的材料和受理期限终止后 30 日内发证。',
    },
  ],
  conditions: [
    '中国公民，思想品德好',
    '高中教师要有大学本科以上学历',
    '普通话水平达到二级乙等以上',
    '教师资格考试笔试、面试都合格',
    '体检合格',
  ],
  materials: [
    held('m1', 'resident-id', { basis: `${RULES}第十五条：申请认定应当提交身份证明` }),
    upload('m2', '学历证书', '和身份证姓名一致；学信网能核到的自动核验', `${RULES}第十五条`, {
      source: '20',
      sourceOrgan: '毕业院校',
    }),
    upload('m3', '教师资格考试合格证明', '在三年有效期内，科目和申请一致', `${RULES}第八条`, {
      source: '20',
      sourceOrgan: '教育考试机构',
    }),
    upload('m4', '普通话水平测试等级证书', '二级乙等以上', '教师资格条例实施办法第八条', {
      source: '20',
      sourceOrgan: '语言文字工作机构',
    }),
    upload('m5', '体检表', '到指定医院做，六个月以内，结论合格', `${RULES}第十五条`, {
      source: '30',
      sourceOrgan: '指定医院',
    }),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'teaching',
      title: '申请认定的资格',
      fields: [
        choice('stage', '资格种类', [
          '高级中学教师资格',
          '中等职业学校教师资格',
          '中等职业学校实习指导教师资格',
        ]),
        choice('subject', '任教学科', [
          '语文',
          '数学',
          '英语',
          '物理',
          '化学',
          '生物',
          '历史',
          '地理',
          '思想政治',
          '音乐',
          '美术',
          '体育',
        ]),
        text('major', '任教专业', {
          when: { field: 'stage', equals: '中等职业学校教师资格' },
          hint: '和考试合格证明一致',
          maxLength: 40,
        }),
        choice('education', '最高学历', ['大学本科', '硕士研究生', '博士研究生']),
        date('graduatedOn', '毕业日期', { dateRule: 'past' }),
        choice('mandarin', '普通话等级', ['一级甲等', '一级乙等', '二级甲等', '二级乙等']),
        text('mandarinNumber', '普通话证书编号', { maxLength: 30 }),
        choice('basis', '在福州申请的理由', ['户籍在福州', '居住证在福州', '在福州就读', '在福州工作']),
      ],
    },
  ],
  steps: [
    accept(2, '考试合格证明在有效期内，材料齐全'),
    examine(8, '学历、普通话、体检和无犯罪记录从共享数据核到', {
      note: '无犯罪记录由我们向公安机关查询，您不用自己开。',
    }),
    decide(2, '符合条件的认定；不符合的写明理由'),
  ],
  legalLimit: days(30),
  legalLimitNote: '教师资格条例：受理期限终止之日起 30 日内认定发证；行政许可的期限按工作日计算。',
  promiseLimit: days(12),
  promiseLimitNote: '从每批受理期限截止的次日起算；不包括您补材料的时间。',
  visits: 1,
  visitReason: '本人带证件原件到窗口现场确认一次，照片要和证件照一致。',
  result: {
    type: 'licence',
    name: '教师资格证书',
    validMonths: null,
    faceFields: [
      { label: '姓名', value: '{holder.name}', sampleValue: '示例人' },
      { label: '身份证号', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '资格种类', value: '{form.stage}', sampleValue: '高级中学教师资格' },
      { label: '任教学科', value: '{form.subject}', sampleValue: '语文' },
    ],
  },
  faq: [
    { q: '幼儿园、小学、初中教师资格在哪办？', a: '在户籍或居住地的区县教育局办。这里只办高中和中职。' },
    { q: '考试合格证明过期了怎么办？', a: '合格证明三年有效。过期要重新考试，所以拿到后尽早申请认定。' },
  ],
})
