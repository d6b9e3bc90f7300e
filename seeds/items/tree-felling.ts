import { address, choice, date, longText, number, personName, phone, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  expertReview,
  GENERAL_LIMIT_NOTE,
  held,
  SPECIMEN,
  sampleItem,
  siteVisit,
  upload,
} from '../item.ts'

const LAW = '城市绿化条例'

export const treeFelling = sampleItem({
  slug: 'tree-felling',
  serial: 27,
  organ: 'ja-cgj',
  type: '01',
  name: '砍伐、迁移城市树木审批',
  nameEn: 'Approval to fell or move city trees',
  summary: '在晋安区因工程、危险或病虫害要砍、要移城市树木，动工前办的审批。',
  summaryEn: "For felling or moving city trees in Jin'an District because of works, danger or disease.",
  everydayNames: ['砍树', '移树', '修剪大树审批', '树木挪种'],
  topics: ['城市管理'],
  serviceObjects: ['1', '2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 100 号，2017 年修订',
      clause: '第二十条、第二十四条',
      content:
        '任何单位和个人不得损坏城市树木；砍伐要经城市绿化行政主管部门批准，并补植树木；古树名木严禁砍伐。',
    },
  ],
  conditions: [
    '不是古树名木',
    '砍伐有必要：工程确需、危及安全或已经枯死',
    '能迁移的优先迁移',
    '有补植地点和数量的安排',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对申请人；行政许可法第三十一条',
      note: '个人和事业单位不用交。',
    }),
    upload('m2', '树木现状照片和位置图', '每株一张全株照、一张树干照，图上标编号和胸径', `${LAW}第二十条`, {
      accept: ['jpg', 'png', 'pdf'],
    }),
    upload('m3', '砍伐或迁移理由材料', '工程的交规划批准文件，危险的交现场照片和安全说明', `${LAW}第二十条`),
    upload('m4', '补植方案', '写明补植的树种、数量、地点和时间', `${LAW}第二十条：按规定补植树木`),
  ],
  groups: [
    {
      key: 'trees',
      title: '树木',
      fields: [
        choice('act', '打算怎么做', ['迁移', '砍伐', '重度修剪']),
        address('treeAddress', '树木位置', { hint: '写到路名和门牌，说明在路的哪一侧' }),
        number('treeCount', '株数', { unit: '株', min: 1, max: 500 }),
        text('species', '树种', { hint: '例如：榕树、樟树', maxLength: 60 }),
        number('girth', '最大胸径', { unit: '厘米', min: 1, max: 500, hint: '离地 1.3 米处的树干直径' }),
        choice('why', '原因', ['工程建设需要', '危及人身或建筑安全', '枯死或病虫害', '影响管线']),
        longText('whyNote', '情况说明', { maxLength: 300 }),
        address('moveTo', '迁移到哪里', { when: { field: 'act', equals: '迁移' } }),
        date('doOn', '计划时间', { dateRule: 'future' }),
      ],
    },
    {
      key: 'contact',
      title: '申请人和联系人',
      fields: [
        personName('contactName', '联系人', { prefill: 'person.name' }),
        phone('contactPhone', '联系手机', { prefill: 'person.phone' }),
      ],
    },
  ],
  steps: [
    accept(1, '照片、位置图和补植方案齐全'),
    siteVisit(3, '株数、胸径、树种和申报一致；核对有没有古树名木'),
    expertReview(4, '由园林专家评审能不能保留、能不能迁移'),
    examine(2, '能迁移的不砍伐，补植方案落得了地'),
    decide(1, '符合条件的准予，写明株数、时间和补植要求；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(12),
  promiseLimitNote: '从受理次日起算，现场核查和专家评审的时间包含在内。',
  result: {
    type: 'approval',
    name: '砍伐、迁移城市树木许可决定书',
    validMonths: 12,
    faceFields: [
      { label: '申请人', value: '{holder.name}', sampleValue: '晋安区某某小区业主委员会（示例）' },
      { label: '证件号码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '树木位置', value: '{form.treeAddress}', sampleValue: '福州市晋安区示例路 1 号东侧' },
      { label: '株数', value: '{form.treeCount}', sampleValue: '3' },
      { label: '树种', value: '{form.species}', sampleValue: '樟树' },
      { label: '准许的做法', value: '{form.act}', sampleValue: '迁移' },
    ],
  },
  faq: [
    {
      q: '榕树能砍吗？',
      a: '一百年以上的是古树，严禁砍伐。认不准的先打咨询电话，请人来认，再看能不能修剪。',
    },
    { q: '树快倒了，等不及审批怎么办？', a: '人先离开树下，马上打咨询电话或者 12345，由部门派人来看。' },
  ],
})
