import { choice, date, number, personGroup, personName, residentId, text } from '../fields.ts'
import { accept, days, decide, examine, held, onTheSpot, sampleItem, UNLIMITED_NOTE } from '../item.ts'

export const birthRegistration = sampleItem({
  slug: 'birth-registration',
  serial: 11,
  organ: 'tj-wjw',
  type: '20',
  name: '生育登记',
  nameEn: 'Birth registration with the health bureau',
  summary: '怀孕后或孩子出生后登记一次，用来安排孕产保健和生育服务。',
  summaryEn: 'Registers a pregnancy or birth so that maternal care and family services can be arranged.',
  everydayNames: ['准生证', '生育服务证', '怀孕登记', '生孩子登记'],
  topics: ['婚育养老', '卫生健康'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: '中华人民共和国人口与计划生育法',
      number: '2021 年修正',
      clause: '第十八条',
      content: '国家提倡适龄婚育、优生优育，一对夫妻可以生育三个子女。',
    },
  ],
  conditions: ['本人户籍地或现居住地在台江区', '已经怀孕，或者孩子出生不满一年'],
  materials: [held('m1', 'resident-id', { name: '本人身份证', basis: '核对登记人身份' })],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'birth',
      title: '孕产情况',
      fields: [
        choice('stage', '现在的情况', ['已经怀孕', '孩子已经出生']),
        date('dueOn', '预产期', {
          when: { field: 'stage', equals: '已经怀孕' },
          dateRule: 'future',
          hint: '产检手册上写明',
        }),
        date('bornOn', '孩子出生日期', {
          when: { field: 'stage', equals: '孩子已经出生' },
          dateRule: 'past',
        }),
        number('childOrder', '这是第几个孩子', { min: 1, max: 15, unit: '孩' }),
        text('clinic', '建档或分娩的医院', { required: false, hint: '还没建档可以不填', maxLength: 60 }),
      ],
    },
    {
      key: 'spouse',
      title: '配偶',
      hint: '没有配偶或不愿填写的可以不填，不影响登记。',
      fields: [
        personName('spouseName', '配偶姓名', { required: false }),
        residentId('spouseId', '配偶身份证号', { required: false }),
      ],
    },
  ],
  steps: [
    accept(0, '身份核对一致，情况和日期填写完整'),
    examine(0, '居住地或户籍地在本区；不在的告知去哪个区办'),
    decide(0, '予以登记'),
  ],
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: onTheSpot,
  promiseLimitNote: '填写完整的当场办结。',
  result: { type: 'none', name: '不发纸质证件。办结后可在「我的」查看登记记录，孕产保健机构能核到。' },
  faq: [
    { q: '没有结婚证可以登记吗？', a: '可以。登记是为了提供孕产服务，不查婚姻状况。' },
    { q: '还要跑社区盖章吗？', a: '不用。网上登记完就生效，社区和医院能查到。' },
  ],
})
