import { address, choice, personGroup, phone, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, UNLIMITED_NOTE, upload } from '../item.ts'
import { seniorCardReplacementSituations } from '../situations/senior-card.ts'

/** The second 业务办理项 of 老年人优待证: the person is known, so there is nothing to examine but the old record. */
export const seniorCardReplacement = sampleItem({
  slug: 'senior-card',
  serial: 18,
  variant: 2,
  organ: 'cs-mzj',
  type: '07',
  name: '老年人优待证办理（补换）',
  nameEn: 'Senior citizen card (replacement)',
  summary: '仓山区发的优待证丢了、坏了，或者证上的内容变了，换一张新的。',
  summaryEn: 'A new card for residents whose card of Cangshan District is lost, worn or out of date.',
  everydayNames: ['老年证丢了', '补办老年证', '换老年证'],
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
  conditions: ['领过仓山区的优待证', '旧证丢了、坏了，或者证上的内容变了'],
  materials: [
    held('m1', 'resident-id', { basis: '核对发证记录；老年人权益保障法第二条' }),
    upload('m2', '近期免冠照片', '一年以内，白底或浅色底，脸看得清，手机拍的也可以', '证面要印照片', {
      accept: ['jpg', 'png'],
      maxMegabytes: 5,
      need: 'optional',
    }),
    upload('m3', '旧证照片', '正反面都拍，证号看得清', '换证要收回或者核销旧证', {
      accept: ['jpg', 'png', 'pdf'],
      need: 'optional',
    }),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'card',
      title: '补换',
      fields: [
        choice('reason', '为什么补换', ['丢了', '坏了', '证上的内容变了']),
        text('oldNumber', '旧证号', { required: false, hint: '记不得可以不填', maxLength: 30 }),
        address('homeAddress', '现在住的地方', {
          prefill: 'person.address',
          hint: '证办好后寄到这里，也可以到窗口领',
        }),
        choice('helper', '有没有家人代办', ['自己办', '家人代办']),
        text('helperName', '代办人姓名', {
          when: { field: 'helper', equals: '家人代办' },
          maxLength: 20,
        }),
        phone('helperPhone', '代办人手机', { when: { field: 'helper', equals: '家人代办' } }),
      ],
    },
  ],
  steps: [
    accept(1, '身份核对一致，有本区的发证记录'),
    examine(1, '旧证记录属实，没有在别的区县领过证'),
    decide(0, '记录相符的发新证，旧证作废'),
  ],
  situations: seniorCardReplacementSituations,
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: days(2),
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
    { q: '旧证找到了怎么办？', a: '新证发出后旧证作废，不能再用。' },
    {
      q: '不在仓山区住了，还能补吗？',
      a: '能。证是仓山区发的，就在仓山区补；要换成别的区的证，到那个区重新申领。',
    },
  ],
})
