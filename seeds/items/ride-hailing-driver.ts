import { choice, date, personGroup, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  GENERAL_LIMIT_NOTE,
  held,
  SPECIMEN,
  sampleItem,
  upload,
} from '../item.ts'

const RULES = '网络预约出租汽车经营服务管理暂行办法'

export const rideHailingDriver = sampleItem({
  slug: 'ride-hailing-driver',
  serial: 20,
  organ: 'fz-jtj',
  type: '01',
  name: '网络预约出租汽车驾驶员证核发',
  nameEn: 'Ride-hailing driver certificate',
  summary: '想在福州市开网约车的人，接单前考取的资格证。',
  summaryEn: 'For anyone who wants to drive for a ride-hailing service in Fuzhou.',
  everydayNames: ['网约车驾驶证', '跑网约车', '人证', '网约车资格证'],
  topics: ['交通出行', '就业社保'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: RULES,
      number: '交通运输部等七部门令，2016 年第 60 号，2022 年修正',
      clause: '第十四条、第十五条',
      content:
        '从事网约车服务的驾驶员要有三年以上驾龄，没有规定的犯罪和严重违法记录；设区的市主管部门审查、考核后发证。',
    },
  ],
  conditions: [
    '有 C1 以上驾驶证，驾龄满 3 年',
    '没有交通肇事犯罪、危险驾驶犯罪、吸毒、酒后驾驶记录',
    '最近连续 3 个记分周期没有记满 12 分',
    '没有暴力犯罪记录',
    '通过网约车驾驶员从业资格考试',
  ],
  materials: [
    held('m1', 'resident-id', { basis: `${RULES}第十五条：核对驾驶员身份` }),
    upload('m2', '机动车驾驶证', '正副页都要，初次领证日期清楚', `${RULES}第十四条：具有三年以上驾驶经历`, {
      source: '20',
      sourceOrgan: '公安机关交通管理部门',
    }),
    upload(
      'm3',
      '从业资格考试合格成绩单',
      '全国公共科目和福州区域科目都合格',
      `${RULES}第十五条：按规定考核`,
      { source: '20', sourceOrgan: '交通运输部门', need: 'optional', note: '在福州考的不用交，我们自己查。' },
    ),
    upload('m4', '近期免冠照片', '一年以内，白底，证面要印照片', '证面要印照片', {
      accept: ['jpg', 'png'],
      maxMegabytes: 5,
    }),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'driving',
      title: '驾驶经历',
      fields: [
        choice('licenceClass', '准驾车型', ['C1', 'B2', 'B1', 'A2', 'A1']),
        date('firstLicensedOn', '初次领证日期', { dateRule: 'past', hint: '驾驶证正页上的日期，要满 3 年' }),
        text('licenceFile', '驾驶证档案编号', { hint: '12 位数字，在副页上', minLength: 12, maxLength: 12 }),
        choice('examined', '是否已通过从业资格考试', ['已通过', '还没考']),
        date('examOn', '考试通过日期', { when: { field: 'examined', equals: '已通过' }, dateRule: 'past' }),
        choice('otherCity', '在别的城市领过网约车驾驶员证', ['没有', '领过']),
        text('otherCityNumber', '原证编号', { when: { field: 'otherCity', equals: '领过' }, maxLength: 30 }),
      ],
    },
  ],
  steps: [
    accept(1, '驾驶证有效，驾龄满 3 年'),
    examine(6, '向公安机关核对违法犯罪和记分记录，考试成绩合格', {
      note: '我们请公安机关核对记录，您不用自己开证明。',
    }),
    decide(1, '符合条件的发证；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，公安机关核对的时间包含在内。',
  specialProcedures: [
    {
      name: '从业资格考试',
      days: 10,
      unit: 'G',
      basis: '行政许可法第四十五条、第五十四条：考试所需时间不计算在许可期限内，另行书面告知',
    },
  ],
  result: {
    type: 'licence',
    name: '网络预约出租汽车驾驶员证',
    validMonths: 36,
    faceFields: [
      { label: '姓名', value: '{holder.name}', sampleValue: '示例人' },
      { label: '身份证号', value: '{holder.code}', sampleValue: SPECIMEN.person },
      { label: '准驾车型', value: '{form.licenceClass}', sampleValue: 'C1' },
      { label: '服务类别', value: '网络预约出租汽车', sampleValue: '网络预约出租汽车' },
    ],
  },
  faq: [
    { q: '要自己去派出所开无犯罪记录证明吗？', a: '不用。我们向公安机关核对，核不到的再和您联系。' },
    {
      q: '有了这个证，车也能直接接单吗？',
      a: '不行。车还要另办网络预约出租汽车运输证，人证、车证都有才能接单。',
    },
  ],
})
