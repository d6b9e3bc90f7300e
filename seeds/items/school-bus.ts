import { bodyGroup, choice, contactFields, number, personName, residentId, text } from '../fields.ts'
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

const LAW = '校车安全管理条例'

export const schoolBus = sampleItem({
  slug: 'school-bus',
  serial: 33,
  organ: 'fz-jyj',
  type: '01',
  name: '校车使用许可',
  nameEn: 'School bus permit',
  summary: '学校或校车公司接送义务教育学生，上路前办的许可。',
  summaryEn: 'For schools and operators that carry pupils, before the bus goes on the road.',
  everydayNames: ['校车证', '校车牌', '接送学生车许可'],
  topics: ['教育培训', '交通出行'],
  serviceObjects: ['2', '3'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 617 号',
      clause: '第十四条、第十五条',
      content:
        '使用校车要取得许可；教育行政部门收到材料后 3 个工作日内送公安、交通征求意见，两部门 3 个工作日内回复，再 5 个工作日内提出审查意见报本级政府决定。',
    },
  ],
  conditions: [
    '车辆符合校车安全国家标准，检验合格，已注册登记',
    '有取得校车驾驶资格的驾驶人',
    '有行驶线路、开行时间和停靠站点的方案',
    '有健全的安全管理制度',
    '已投保机动车承运人责任保险',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: `${LAW}第十五条：申请应当提交的材料`,
      note: '学校用事业单位法人证书，由我们调取。',
    }),
    upload('m2', '车辆行驶证和检验合格证明', '每辆车一份，所有人和申请单位一致', `${LAW}第十四条第一项`, {
      source: '20',
      sourceOrgan: '公安机关交通管理部门',
    }),
    upload('m3', '校车驾驶人驾驶证', '准驾车型有「校车」签注，在有效期内', `${LAW}第十四条第二项`, {
      source: '20',
      sourceOrgan: '公安机关交通管理部门',
    }),
    upload('m4', '行驶线路和停靠站点方案', '附线路图，写明站点、时间和每站人数', `${LAW}第十四条第三项`, {
      accept: ['pdf', 'jpg', 'png', 'docx'],
    }),
    upload('m5', '安全管理制度和保险凭证', '写明随车照管、应急处置；保险在有效期内', `${LAW}第十四条`, {
      accept: ['pdf', 'docx'],
    }),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'bus',
      title: '校车',
      fields: [
        choice('user', '使用人', ['学校', '校车服务公司']),
        text('servedSchool', '接送的学校', {
          when: { field: 'user', equals: '校车服务公司' },
          maxLength: 60,
        }),
        text('plates', '车辆号牌', { hint: '有几辆写几辆，用顿号隔开', maxLength: 120 }),
        number('seatsEach', '每辆核载学生人数', { unit: '人', min: 1, max: 60 }),
        personName('driverName', '驾驶人姓名'),
        residentId('driverId', '驾驶人身份证号'),
        number('routes', '线路条数', { unit: '条', min: 1, max: 100 }),
        number('pupils', '每天接送学生人数', { unit: '人', min: 1, max: 5000 }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '材料齐全，车辆和驾驶人对得上'),
    examine(8, '征求公安、交通运输部门意见；线路、车况、驾驶资格符合', {
      note: '我们向公安、交通运输部门征求意见，您不用分别跑。',
    }),
    decide(2, '报本级政府决定；同意的发给许可决定，校车标牌由公安机关发'),
  ],
  legalLimit: days(20),
  legalLimitNote: `校车安全管理条例第十五条规定了审查的 3、3、5 个工作日，没有规定政府决定的期限。${GENERAL_LIMIT_NOTE}`,
  promiseLimit: days(11),
  promiseLimitNote: '从受理次日起算，征求意见的时间包含在内。',
  result: {
    type: 'approval',
    name: '校车使用许可决定书',
    validMonths: 12,
    faceFields: [
      { label: '申请单位', value: '{holder.name}', sampleValue: '福州某某学校（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.institution },
      { label: '车辆号牌', value: '{form.plates}', sampleValue: '示例号牌 001' },
      { label: '驾驶人', value: '{form.driverName}', sampleValue: '示例人' },
      { label: '每辆核载学生', value: '{form.seatsEach}', sampleValue: '45' },
    ],
  },
  faq: [
    { q: '家长拼车接孩子要办吗？', a: '不用。私家车不是校车；但不能收费搭送别人家的孩子。' },
    { q: '换驾驶人要重新办吗？', a: '要变更。先把新驾驶人的驾驶证交来核对，再换人开车。' },
  ],
})
