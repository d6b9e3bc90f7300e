import { address, bodyGroup, choice, contactFields, date, multiple, number } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, UNLIMITED_NOTE, upload } from '../item.ts'

const RULES = '养老机构管理办法'

export const elderCareFiling = sampleItem({
  slug: 'elder-care-filing',
  serial: 17,
  organ: 'cs-mzj',
  type: '10',
  name: '养老机构备案',
  nameEn: 'Filing of an elderly care institution',
  summary: '在仓山区办养老院，收住老年人后 10 个工作日内做的备案。',
  summaryEn: 'For care homes in Cangshan District, within ten working days of the first resident moving in.',
  everydayNames: ['养老院备案', '开养老院', '敬老院备案'],
  topics: ['婚育养老', '社会组织'],
  serviceObjects: ['2', '3', '4'],
  legalBasis: [
    {
      name: '中华人民共和国老年人权益保障法',
      number: '2018 年修正',
      clause: '第四十三条',
      content: '养老机构登记后即可开展服务，并向县级以上民政部门备案。',
    },
    {
      name: RULES,
      number: '民政部令第 66 号',
      clause: '第二章',
      content: '规定在收住老年人后 10 个工作日内备案，以及备案书和承诺书的内容。',
    },
  ],
  conditions: [
    '已经办理营业执照、民办非企业单位或事业单位登记',
    '服务场所的建筑、消防、食品、医疗卫生符合国家标准',
    '床位数在 10 张以上',
  ],
  materials: [
    held('m1', 'private-body-certificate', {
      need: 'optional',
      basis: `${RULES}：核对登记情况`,
      note: '公司办的用营业执照，事业单位办的用法人证书，由我们调取。',
    }),
    upload(
      'm2',
      '养老机构备案书',
      '写明名称、负责人、床位数、服务内容，有印章',
      `${RULES}：备案应当提交的材料`,
    ),
    upload(
      'm3',
      '备案承诺书',
      '承诺符合建筑、消防、食品、卫生的标准，法定代表人签名',
      `${RULES}：备案应当提交的材料`,
    ),
    upload(
      'm4',
      '消防验收或备案文件',
      '场所名称和地址一致',
      '中华人民共和国消防法第十三条：验收或备案合格才能使用',
      { source: '20', sourceOrgan: '住房城乡建设部门' },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'home',
      title: '养老机构',
      fields: [
        address('homeAddress', '服务场所地址', { prefill: 'body.address' }),
        choice('nature', '性质', ['营利性', '非营利性']),
        number('beds', '床位数', { unit: '张', min: 10, max: 5000 }),
        number('careBeds', '其中护理床位数', { unit: '张', min: 0, max: 5000 }),
        multiple('services', '服务内容', ['生活照料', '康复护理', '精神慰藉', '文化娱乐', '日间照料']),
        choice('canteen', '有没有自办食堂', ['有', '没有']),
        date('firstResidentOn', '第一位老年人入住日期', {
          dateRule: 'past',
          hint: '从这天起 10 个工作日内备案',
        }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '备案书、承诺书齐全，有印章和签名'),
    examine(1, '登记、消防和填报内容一致'),
    decide(1, '出具备案回执；不符合的告知改正'),
  ],
  legalLimit: days(20),
  legalLimitNote: UNLIMITED_NOTE,
  promiseLimit: days(3),
  promiseLimitNote: '从受理次日起算。备案后 20 个工作日内我们会上门看一次。',
  result: {
    type: 'approval',
    name: '设置养老机构备案回执',
    validMonths: null,
    faceFields: [
      { label: '养老机构', value: '{holder.name}', sampleValue: '仓山区某某养老服务中心（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.privateBody },
      { label: '服务场所', value: '{form.homeAddress}', sampleValue: '福州市仓山区示例新村 1 座' },
      { label: '床位数（张）', value: '{form.beds}', sampleValue: '60' },
    ],
  },
  faq: [
    { q: '没备案能先收老人吗？', a: '能，登记后就可以开展服务，但要在收住后 10 个工作日内备案。' },
    { q: '食堂要另外办证吗？', a: '要。自办食堂的办食品经营许可，业态选「集中用餐单位食堂」。' },
  ],
})
