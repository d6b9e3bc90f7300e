import { address, choice, personGroup, phone, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, UNLIMITED_NOTE, upload } from '../item.ts'
import { seniorCardSituations } from '../situations/senior-card.ts'
import { seniorCardReplacement } from './senior-card-replacement.ts'

export const seniorCard = sampleItem({
  slug: 'senior-card',
  serial: 18,
  organ: 'cs-mzj',
  type: '07',
  name: '老年人优待证办理',
  nameEn: 'Senior citizen card',
  summary: '年满 60 周岁、住在仓山区的老年人办一张优待证，乘车、进公园、看病享受优待。',
  summaryEn:
    'A card for residents of Cangshan District aged 60 or over that entitles to fares and admission at reduced rates.',
  everydayNames: ['老年证', '老人优待证', '老人卡', '敬老卡'],
  topics: ['婚育养老', '交通出行'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: '中华人民共和国老年人权益保障法',
      number: '2018 年修正',
      clause: '第二条、第五十三条',
      content: '老年人是六十周岁以上的公民；县级以上政府根据情况制定优待老年人的办法。',
    },
  ],
  conditions: ['年满 60 周岁', '户籍或经常居住地在仓山区', '没有在其他区县领过优待证'],
  materials: [
    held('m1', 'resident-id', { basis: '核对年龄和户籍；老年人权益保障法第二条' }),
    upload('m2', '近期免冠照片', '一年以内，白底或浅色底，脸看得清，手机拍的也可以', '证面要印照片', {
      accept: ['jpg', 'png'],
      maxMegabytes: 5,
    }),
    upload('m3', '居住证明', '户籍不在仓山区的才要：居住证或社区出具的证明选一种', '核对经常居住地', {
      need: 'optional',
      source: '99',
      courierAllowed: true,
    }),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'card',
      title: '办证',
      fields: [
        address('homeAddress', '现在住的地方', {
          prefill: 'person.address',
          hint: '证办好后寄到这里，也可以到窗口领',
        }),
        choice('reason', '办证原因', ['第一次办', '从别的区县转来']),
        choice('helper', '有没有家人代办', ['自己办', '家人代办']),
        text('helperName', '代办人姓名', { when: { field: 'helper', equals: '家人代办' }, maxLength: 20 }),
        phone('helperPhone', '代办人手机', { when: { field: 'helper', equals: '家人代办' } }),
      ],
    },
  ],
  steps: [
    accept(1, '照片清楚，身份核对一致'),
    examine(1, '年满 60 周岁，户籍或居住地在本区，没有重复领证'),
    decide(1, '符合条件的发证'),
  ],
  situations: seniorCardSituations(seniorCardReplacement.handleItemCode),
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: days(3),
  promiseLimitNote: '从受理次日起算，邮寄的时间不在内。',
  result: {
    type: 'licence',
    name: '老年人优待证',
    validMonths: null,
    faceFields: [
      { label: '姓名', value: '{holder.name}', sampleValue: '示例人' },
      { label: '身份证号', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '住址', value: '{form.homeAddress}', sampleValue: '福州市仓山区示例新村 1 座' },
    ],
  },
  faq: [
    {
      q: '不会用手机，能让孩子代办吗？',
      a: '能。孩子用自己的账号代办，填上代办人姓名和手机就可以；也可以打电话请社区上门办。',
    },
    { q: '还没到 60 岁生日能先办吗？', a: '生日当天起可以办。提前申请的，系统会告诉您从哪天起可以提交。' },
  ],
})
