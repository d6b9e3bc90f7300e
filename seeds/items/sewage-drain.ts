import { address, bodyGroup, choice, contactFields, multiple, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const LAW = '城镇排水与污水处理条例'
const RULES = '城镇污水排入排水管网许可管理办法'

export const sewageDrain = sampleItem({
  slug: 'sewage-drain',
  serial: 23,
  organ: 'fz-zjj',
  type: '01',
  name: '城镇污水排入排水管网许可',
  nameEn: 'Permit to discharge sewage into the city drains',
  summary: '餐饮、医疗、洗车、工业、建筑的污水要接进市政管网，排放前办的许可。',
  summaryEn:
    'For restaurants, clinics, car washes, plants and sites whose waste water goes into city drains.',
  everydayNames: ['排水证', '污水接管', '排水许可', '油烟污水排放'],
  topics: ['环保水务', '餐饮食品', '建房装修'],
  serviceObjects: ['1', '2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 641 号',
      clause: '第二十一条',
      content:
        '从事工业、建筑、餐饮、医疗活动的企业事业单位和个体工商户向城镇排水设施排放污水，应当申请排水许可。',
    },
    {
      name: RULES,
      number: '住房和城乡建设部令第 21 号，2022 年修订',
      clause: '第二章',
      content: '规定申请条件和材料、20 个工作日的期限和五年有效期。',
    },
  ],
  conditions: [
    '污水排放口的位置符合排水规划，接入的管网已经建成',
    '排放的污水符合国家和地方的排放标准',
    '按规定建了隔油池、沉淀池或预处理设施',
    '餐饮和洗车户的隔油、沉淀设施能正常使用',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${RULES}：申请应当提交的材料` }),
    upload(
      'm2',
      '排水管网接驳图',
      '标出室内排水管、预处理设施、接入市政井的位置和井号',
      `${RULES}：申请应当提交的材料`,
    ),
    upload(
      'm3',
      '预处理设施照片',
      '隔油池、沉淀池或化粪池各一张，打开盖板拍',
      `${RULES}：申请应当提交的材料`,
      { accept: ['jpg', 'png', 'pdf'] },
    ),
    upload(
      'm4',
      '水质检测报告',
      '由有资质的机构取样，三个月以内；小餐饮选一般排水户的不用交',
      `${RULES}：重点排水户应当提交`,
      { need: 'optional', source: '30', sourceOrgan: '水质检测机构' },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'drain',
      title: '排水情况',
      fields: [
        choice('drainer', '排水户类型', [
          ['一般排水户', '小餐饮、理发、洗车这类，日排水量小'],
          ['重点排水户', '医院、工厂、大型餐饮这类，排水量大或水质复杂'],
        ]),
        multiple('trade', '排水行业', ['餐饮', '医疗', '洗车', '工业', '建筑施工', '洗浴美发']),
        address('drainAddress', '排水地址', { prefill: 'body.address' }),
        text('manhole', '接入的市政检查井号', {
          required: false,
          hint: '井盖上有编号，没有可不填',
          maxLength: 30,
        }),
        number('dailyVolume', '日排水量', { unit: '立方米', min: 0.1, max: 100000 }),
        choice('treatment', '预处理设施', ['隔油池', '沉淀池', '化粪池', '一体化处理设备']),
        number('greaseTank', '隔油池容积', {
          when: { field: 'treatment', equals: '隔油池' },
          unit: '立方米',
          min: 0.01,
          max: 1000,
        }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '材料齐全，排水户类型和日排水量一致'),
    siteVisit(4, '预处理设施能用，接入的井和图纸一致，雨水、污水没有混接'),
    examine(2, '排放符合标准，接驳图经市政管网核对'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '城镇污水排入排水管网许可管理办法：自受理之日起 20 个工作日内作出决定。',
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内；水质检测的时间不算在内。',
  specialProcedures: [
    {
      name: '水质检测',
      days: 10,
      unit: 'G',
      basis: '行政许可法第四十五条：检测所需时间不计算在许可期限内，另行书面告知',
    },
  ],
  result: {
    type: 'licence',
    name: '城镇污水排入排水管网许可证',
    validMonths: 60,
    faceFields: [
      { label: '排水户名称', value: '{holder.name}', sampleValue: '鼓楼区某某小馆（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.trader },
      { label: '排水户类型', value: '{form.drainer}', sampleValue: '一般排水户' },
      { label: '详细地址', value: '{form.drainAddress}', sampleValue: '福州市鼓楼区示例路 1 号' },
      { label: '排水量（立方米/日）', value: '{form.dailyVolume}', sampleValue: '8' },
    ],
  },
  faq: [
    { q: '租的店面，隔油池是房东装的，怎么填？', a: '按现场实际填，照片拍清楚就可以。设施归谁不影响许可。' },
    { q: '普通住户要办吗？', a: '不用。居民生活污水不需要排水许可。' },
  ],
})
