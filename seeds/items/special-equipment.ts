import { address, bodyGroup, choice, contactFields, date, number, text } from '../fields.ts'
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

const LAW = '中华人民共和国特种设备安全法'

export const specialEquipment = sampleItem({
  slug: 'special-equipment',
  serial: 7,
  organ: 'fz-scjg',
  type: '01',
  name: '特种设备使用登记',
  nameEn: 'Registration of special equipment in use',
  summary: '单位的电梯、锅炉、压力容器、叉车、起重机，投入使用前或使用后 30 日内办登记。',
  summaryEn:
    'For users of lifts, boilers, pressure vessels, forklifts and cranes, before use or within 30 days after.',
  everydayNames: ['电梯登记', '叉车上牌', '锅炉登记', '特种设备证'],
  topics: ['开店办企'],
  serviceObjects: ['2', '3', '4', '6'],
  legalBasis: [
    {
      name: LAW,
      clause: '第三十三条',
      content:
        '使用单位在特种设备投入使用前或者投入使用后 30 日内，向监督管理部门办理使用登记，取得登记证书。',
    },
  ],
  conditions: [
    '设备由有许可的单位制造，有出厂合格证',
    '安装后经监督检验或首次检验合格',
    '配备取得资格的管理人员和作业人员',
    '属于自己使用管理的设备',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: '核对使用单位；行政许可法第三十一条',
      note: '事业单位、社会组织用各自的法人证书，不用交这一项。',
    }),
    upload(
      'm2',
      '产品合格证和制造监督检验证书',
      '设备型号、出厂编号和铭牌一致',
      `${LAW}第二十一条：出厂应当附合格证明`,
      { source: '30', sourceOrgan: '制造单位' },
    ),
    upload(
      'm3',
      '监督检验或首次检验报告',
      '结论合格，在下次检验日期之前',
      `${LAW}第二十五条：安装过程经监督检验合格才能交付使用`,
      { source: '30', sourceOrgan: '特种设备检验机构' },
    ),
    upload(
      'm4',
      '安全管理人员和作业人员资格证',
      '每人一份，在有效期内，项目和设备类别一致',
      `${LAW}第十四条：作业人员应当取得相应资格`,
      { source: '20', sourceOrgan: '市场监督管理部门' },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'equipment',
      title: '设备',
      fields: [
        choice('equipmentKind', '设备类别', [
          '锅炉',
          '压力容器',
          '电梯',
          '起重机械',
          '场（厂）内专用机动车辆',
          '大型游乐设施',
        ]),
        text('floors', '电梯层站数', {
          when: { field: 'equipmentKind', equals: '电梯' },
          hint: '例如 12 层 12 站',
        }),
        text('equipmentModel', '设备型号', { maxLength: 40 }),
        text('factoryNumber', '出厂编号', { hint: '在设备铭牌上', maxLength: 40 }),
        address('equipmentPlace', '使用地点', { hint: '写到楼号；车辆写停放地点' }),
        date('usedFrom', '投入使用日期'),
        date('nextInspection', '下次检验日期', { dateRule: 'future', hint: '检验报告上写明' }),
        number('operators', '持证作业人员人数', { unit: '人', min: 0, max: 500 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，出厂编号前后一致'),
    examine(3, '检验报告合格且在有效期内，人员资格和设备类别一致'),
    decide(1, '符合规定的准予登记'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(5),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'licence',
    name: '特种设备使用登记证',
    validMonths: null,
    faceFields: [
      { label: '使用单位', value: '{holder.name}', sampleValue: '福州某某示例有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '设备类别', value: '{form.equipmentKind}', sampleValue: '电梯' },
      { label: '设备型号', value: '{form.equipmentModel}', sampleValue: 'SL-1000' },
      { label: '出厂编号', value: '{form.factoryNumber}', sampleValue: 'SL20260001' },
      { label: '使用地点', value: '{form.equipmentPlace}', sampleValue: '福州市示例路 1 号' },
    ],
  },
  faq: [
    {
      q: '一栋楼有六部电梯，要分六次办吗？',
      a: '要按台登记，每台一件。前一件提交后，单位信息会自动带到下一件。',
    },
    { q: '设备已经用了两个月，还能登记吗？', a: '能，但已经超过 30 日的期限。尽快补办，办好前停用。' },
  ],
})
