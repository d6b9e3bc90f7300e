import { address, bodyGroup, choice, contactFields, date, money, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '中华人民共和国建筑法'
const RULES = '建筑工程施工许可管理办法'

export const constructionPermit = sampleItem({
  slug: 'construction-permit',
  serial: 21,
  organ: 'fz-zjj',
  type: '01',
  name: '建筑工程施工许可证核发',
  nameEn: 'Building construction permit',
  summary: '房屋建筑工程开工之前，由建设单位办的施工许可。',
  summaryEn: 'Obtained by the client of a building project before work starts.',
  everydayNames: ['施工证', '开工许可', '施工许可证'],
  topics: ['建房装修'],
  serviceObjects: ['2', '3', '5', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '2019 年修正',
      clause: '第七条、第八条',
      content:
        '开工前由建设单位申请施工许可；列出六项条件；住房城乡建设部门自收到申请之日起七日内对符合条件的发证。',
    },
    {
      name: RULES,
      number: '住房和城乡建设部令第 18 号，2021 年修正',
      clause: '第四条',
      content: '细化申领施工许可证的条件和证明文件，要求不得增设其他条件。',
    },
  ],
  conditions: [
    '已经办理用地批准手续，依法要办规划许可的已取得规划许可证',
    '需要拆迁的，进度符合施工要求',
    '已经确定施工企业，并签订合同',
    '施工图设计文件已审查合格，有满足施工需要的资金安排',
    '有保证工程质量和安全的具体措施',
  ],
  materials: [
    upload('m1', '建设工程规划许可证', '项目名称、建筑面积和申请一致', `${LAW}第八条第二项`, {
      source: '20',
      sourceOrgan: '自然资源和规划部门',
    }),
    upload('m2', '用地批准文件或不动产权证书', '宗地位置和规划许可一致', `${LAW}第八条第一项`, {
      source: '20',
      sourceOrgan: '自然资源和规划部门',
    }),
    upload(
      'm3',
      '施工合同和中标通知书',
      '依法招标的要有中标通知书，施工企业资质满足要求',
      `${LAW}第八条第四项`,
    ),
    upload('m4', '施工图设计文件审查合格书', '项目名称一致，审查机构盖章', `${RULES}第四条`, {
      source: '30',
      sourceOrgan: '施工图审查机构',
      accept: ['pdf'],
    }),
    upload('m5', '建设资金已经落实的承诺书', '法定代表人签名，写明金额', `${RULES}第四条`),
    upload('m6', '质量和安全措施文件', '写明质量安全负责人、危险性较大工程清单和措施', `${LAW}第八条第六项`, {
      accept: ['pdf', 'docx'],
    }),
    held('m7', 'business-licence', {
      name: '建设单位营业执照',
      need: 'optional',
      basis: '核对建设单位身份；行政许可法第三十一条',
      note: '企业由我们调取；机关、事业单位不用交。',
    }),
  ],
  groups: [
    bodyGroup('建设单位信息来自登记，不用再填。'),
    {
      key: 'project',
      title: '工程',
      fields: [
        text('projectName', '工程名称', { maxLength: 80 }),
        text('projectCode', '投资项目统一代码', {
          hint: '24 位，项目赋码时取得',
          minLength: 24,
          maxLength: 24,
        }),
        address('siteAddress', '建设地点'),
        number('floorArea', '建筑面积', { unit: '平方米', min: 300, max: 5000000 }),
        money('contractPrice', '合同价格', { unit: '元', min: 1000000 }),
        text('contractor', '施工企业名称', { maxLength: 60 }),
        choice('supervised', '是否委托监理', ['是', '否']),
        text('supervisorFirm', '监理单位名称', {
          when: { field: 'supervised', equals: '是' },
          maxLength: 60,
        }),
        date('startOn', '计划开工日期', { dateRule: 'future' }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，工程名称前后一致'),
    examine(1, '规划、用地、施工图审查信息从共享数据核到；施工企业资质有效'),
    decide(1, '六项条件都符合的发证；不符合的写明缺哪一项'),
  ],
  legalLimit: days(7),
  legalLimitNote: '建筑法第八条：自收到申请之日起七日内，对符合条件的颁发施工许可证。',
  promiseLimit: days(3),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'licence',
    name: '建筑工程施工许可证',
    validMonths: null,
    faceFields: [
      { label: '建设单位', value: '{holder.name}', sampleValue: '福州某某置业有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '工程名称', value: '{form.projectName}', sampleValue: '示例大厦一期' },
      { label: '建设地点', value: '{form.siteAddress}', sampleValue: '福州市示例路 1 号' },
      { label: '建筑面积（平方米）', value: '{form.floorArea}', sampleValue: '23800' },
      { label: '合同价格（元）', value: '{form.contractPrice}', sampleValue: '86000000' },
      { label: '施工企业', value: '{form.contractor}', sampleValue: '福州某某建设有限公司（示例）' },
    ],
  },
  faq: [
    {
      q: '家里装修也要施工许可证吗？',
      a: '工程投资额在 30 万元以下或建筑面积在 300 平方米以下的可以不办（建筑工程施工许可管理办法第二条，省里可以调整）；家里的小装修一般达不到这个数。',
    },
    { q: '领证后多久要开工？', a: '三个月内开工。不能按期开工的可以申请延期，最多两次，每次不超过三个月。' },
  ],
})
