import { choice, date, personName, phone, residentId, text } from '../fields.ts'
import { accept, days, decide, examine, held, onTheSpot, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国道路交通安全法'

export const temporaryPlate = sampleItem({
  slug: 'temporary-plate',
  serial: 35,
  organ: 'fz-gaj',
  type: '01',
  name: '机动车临时通行牌证核发',
  nameEn: 'Temporary licence plate for a motor vehicle',
  summary: '新车还没上牌或车要过户，上路前领一张临时号牌。',
  summaryEn: 'A temporary plate for a vehicle that is not yet registered or is being transferred.',
  everydayNames: ['临时牌', '临牌', '车管所临时号牌', '新车没牌能上路吗'],
  topics: ['交通出行', '公安户政'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: LAW,
      number: '2021 年修正',
      clause: '第八条',
      content: '机动车经登记后才能上道路行驶；尚未登记、需要临时上路的，应当取得临时通行牌证。',
    },
  ],
  conditions: [
    '已经购车，有车辆合格证或原行驶证',
    '已经投保机动车交通事故责任强制保险',
    '不是被盗抢、已报废的车',
  ],
  materials: [
    held('m1', 'resident-id', { basis: `${LAW}第八条：核对车主身份` }),
    upload('m2', '车辆合格证或行驶证', '新车交合格证，二手车交行驶证，车架号看得清', `${LAW}第八条`, {
      source: '30',
      sourceOrgan: '制造企业',
    }),
    upload('m3', '交强险电子保单', '在有效期内，车架号一致', `${LAW}第十七条：机动车第三者责任强制保险`, {
      source: '30',
      sourceOrgan: '保险公司',
      need: 'optional',
      note: '网上能查到的不用交。',
    }),
  ],
  groups: [
    {
      key: 'owner',
      title: '车主',
      hint: '个人自己办的从人口库带出。',
      fields: [
        personName('ownerName', '车主姓名', { prefill: 'person.name' }),
        residentId('ownerId', '车主身份证号', { prefill: 'person.idNumber' }),
        phone('ownerPhone', '手机号', { prefill: 'person.phone' }),
      ],
    },
    {
      key: 'vehicle',
      title: '车辆',
      fields: [
        choice('vehicleKind', '车辆类型', ['小型汽车', '小型新能源汽车', '摩托车', '大型汽车']),
        text('vin', '车架号', { hint: '17 位，在合格证和风挡下角', minLength: 17, maxLength: 17 }),
        text('engineNumber', '发动机（电机）号', { maxLength: 30 }),
        choice('why', '领牌理由', ['新车未上牌', '转移登记（过户）', '更换号牌期间']),
        text('plateNow', '原号牌号码', { when: { field: 'why', equals: '转移登记（过户）' }, maxLength: 12 }),
        date('neededFrom', '开始使用日期'),
        choice('range', '行驶区域', ['本行政辖区内', '跨行政辖区']),
      ],
    },
  ],
  steps: [
    accept(0, '车架号、发动机号和合格证一致'),
    examine(0, '没有盗抢、报废记录，交强险有效'),
    decide(0, '核发临时号牌'),
  ],
  legalLimit: days(1),
  legalLimitNote: '机动车登记规定：车辆管理所自受理之日起一日内核发临时行驶车号牌。',
  promiseLimit: onTheSpot,
  promiseLimitNote: '信息核对无误的当场核发，先缴工本费。',
  fee: {
    charged: true,
    basis: '机动车号牌工本费收费标准及管理办法：临时行驶车号牌收取工本费。',
    items: [
      { name: '临时行驶车号牌工本费', standard: '每张 5.00 元', basis: '机动车号牌工本费收费标准及管理办法' },
    ],
    payOnline: true,
  },
  result: {
    type: 'licence',
    name: '临时行驶车号牌',
    validMonths: 1,
    faceFields: [
      { label: '车主', value: '{holder.name}', sampleValue: '示例人' },
      { label: '证件号码', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '车辆类型', value: '{form.vehicleKind}', sampleValue: '小型汽车' },
      { label: '车架号', value: '{form.vin}', sampleValue: 'SAMPLE00000000000' },
      { label: '行驶区域', value: '{form.range}', sampleValue: '本行政辖区内' },
    ],
  },
  faq: [
    { q: '临时号牌能领几次？', a: '新车最多领三次。到期前办好正式上牌，就不用再领。' },
    { q: '要贴在哪里？', a: '按号牌上的说明贴，不要挡住开车的视线；跨市跑的要跨行政辖区号牌。' },
  ],
})
