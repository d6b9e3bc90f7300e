import { address, bodyGroup, choice, contactFields, multiple, number, personName, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国道路运输条例'

export const roadFreight = sampleItem({
  slug: 'road-freight',
  serial: 19,
  organ: 'fz-jtj',
  type: '01',
  name: '道路货物运输经营许可（普通货运）',
  nameEn: 'Road freight licence (general goods)',
  summary: '用总质量超过 4500 千克的货车做运输生意，开始运营前办的许可。',
  summaryEn: 'For businesses that carry general goods with lorries over 4,500 kg.',
  everydayNames: ['货运许可证', '道路运输证', '开货运公司', '运输许可'],
  topics: ['交通出行', '开店办企'],
  serviceObjects: ['1', '2'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 406 号，多次修订',
      clause: '第二十一条、第二十四条',
      content:
        '从事货运经营要有检测合格的车辆、符合条件的驾驶人员和安全管理制度，向县级以上交通运输主管部门申请，自受理之日起 20 日内决定。',
    },
  ],
  conditions: [
    '已经领取营业执照，经营范围有道路货物运输',
    '有自有的、检测合格的货车，总质量超过 4500 千克',
    '驾驶人员有相应驾驶证，并取得货运从业资格',
    '有安全生产管理制度',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${LAW}第二十四条：核对主体资格` }),
    held('m2', 'resident-id', { name: '负责人身份证', basis: '核对负责人身份；行政许可法第三十一条' }),
    upload(
      'm3',
      '车辆行驶证和检测合格证明',
      '每辆车一份，在检验有效期内，所有人和申请人一致',
      `${LAW}第二十一条：有检测合格的车辆`,
      { source: '20', sourceOrgan: '公安机关交通管理部门' },
    ),
    upload(
      'm4',
      '驾驶人员驾驶证和从业资格证',
      '每人一份，准驾车型和车辆相符',
      `${LAW}第二十二条：驾驶人员应当符合的条件`,
      { source: '20', sourceOrgan: '公安、交通运输部门' },
    ),
    upload(
      'm5',
      '安全生产管理制度文本',
      '写明车辆检查、驾驶员培训、事故报告三项',
      `${LAW}第二十一条：有健全的安全生产管理制度`,
      { accept: ['pdf', 'docx'] },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'freight',
      title: '运输情况',
      fields: [
        multiple('goods', '经营范围', [
          '道路普通货物运输',
          '货物专用运输（集装箱）',
          '货物专用运输（冷藏保鲜）',
          '大型物件运输',
        ]),
        number('trucks', '货车数量', { unit: '辆', min: 1, max: 2000 }),
        number('totalMass', '货车总质量合计', { unit: '千克', min: 4500, max: 100000000 }),
        number('drivers', '驾驶人员人数', { unit: '人', min: 1, max: 4000 }),
        choice('parking', '停车场地', ['自有', '租用']),
        address('parkingAddress', '停车场地地址'),
        text('lease', '租期', {
          when: { field: 'parking', equals: '租用' },
          hint: '例如 2026-01-01 至 2028-12-31',
          maxLength: 40,
        }),
        personName('safetyOfficer', '安全管理人员'),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，行驶证所有人和申请人一致'),
    examine(4, '车辆检测有效，驾驶人员资格和车型相符，从事故记录核对三年内情况'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote:
    '道路运输条例第二十四条：自受理申请之日起 20 日内审查完毕并作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'licence',
    name: '道路运输经营许可证',
    validMonths: 48,
    faceFields: [
      { label: '业户名称', value: '{holder.name}', sampleValue: '福州某某货运有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '地址', value: '{form.bodyAddress}', sampleValue: '福州市马尾区示例街 1 号' },
      { label: '经营范围', value: '{form.goods}', sampleValue: '道路普通货物运输' },
    ],
  },
  faq: [
    { q: '小面包车拉货也要办吗？', a: '总质量 4500 千克及以下的普通货车，不用办这个许可。' },
    { q: '危险货物能一起办吗？', a: '不能。危险货物运输要求更严，另有单独的许可。' },
  ],
})
