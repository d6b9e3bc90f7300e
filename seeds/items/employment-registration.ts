import { choice, creditCode, date, money, personGroup, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  held,
  onTheSpot,
  sampleItem,
  UNLIMITED_NOTE,
  upload,
} from '../item.ts'

export const employmentRegistration = sampleItem({
  slug: 'employment-registration',
  serial: 3,
  organ: 'fz-rsj',
  type: '20',
  name: '就业登记',
  nameEn: 'Employment registration',
  summary: '找到工作、自己创业或灵活就业后，把就业状态登记到公共就业服务系统。',
  summaryEn: 'Records that you have started a job, a business of your own or flexible work.',
  everydayNames: ['上班登记', '就业备案', '灵活就业登记', '找到工作登记'],
  topics: ['就业社保'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: '中华人民共和国就业促进法',
      clause: '第三十五条',
      content: '县级以上政府建立公共就业服务体系，公共就业服务机构免费办理就业登记、失业登记。',
    },
  ],
  conditions: [
    '年满 16 周岁，没有办理退休',
    '在福州市就业：单位录用、自主创业或灵活就业',
    '就业的起始日期不晚于今天',
  ],
  materials: [
    held('m1', 'resident-id', { basis: '核对本人身份；就业服务与就业管理规定' }),
    upload(
      'm2',
      '劳动合同或灵活就业情况说明',
      '写明单位（或做什么）、起始日期、本人签名',
      '就业服务与就业管理规定：办理就业登记要有就业的证明',
      {
        need: 'optional',
        note: '单位已经给您参保的不用交，我们从社保系统核对。',
      },
    ),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'job',
      title: '就业情况',
      fields: [
        choice('jobKind', '就业方式', [
          ['单位就业', '和单位签了劳动合同'],
          ['自主创业', '自己领了营业执照'],
          ['灵活就业', '没有固定单位，如跑外卖、做家政'],
        ]),
        text('employerName', '单位名称', { when: { field: 'jobKind', equals: '单位就业' }, maxLength: 60 }),
        creditCode('employerCode', '单位统一社会信用代码', {
          when: { field: 'jobKind', equals: '单位就业' },
          hint: '18 位，劳动合同上有',
        }),
        date('startedOn', '从哪天开始', { dateRule: 'past' }),
        money('monthlyPay', '每月大约收入', {
          unit: '元',
          min: 0,
          required: false,
          hint: '只用于统计，可以不填',
        }),
        choice('education', '最高学历', ['初中及以下', '高中、中专', '大专', '本科', '研究生']),
      ],
    },
  ],
  steps: [
    accept(0, '身份核对一致，就业方式和日期填写完整'),
    examine(0, '和社会保险参保记录、市场主体登记比对，没有矛盾'),
    decide(0, '登记为已就业；有矛盾的说明原因'),
  ],
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: onTheSpot,
  promiseLimitNote: '材料对得上的当场办结。',
  result: { type: 'none', name: '不发证件。办结后您的登记状态改为「已就业」，可在「我的」里查看。' },
  faq: [
    {
      q: '单位给我交了社保，还要登记吗？',
      a: '一般不用。单位参保时会同时办理；您可以先查状态，没有登记的再办。',
    },
    { q: '登记以后换了工作怎么办？', a: '换工作后再登记一次就可以，旧的记录会自动结束。' },
  ],
})
