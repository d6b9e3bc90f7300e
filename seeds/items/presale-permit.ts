import { address, bodyGroup, choice, contactFields, date, money, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const LAW = '中华人民共和国城市房地产管理法'
const RULES = '城市商品房预售管理办法'

export const presalePermit = sampleItem({
  slug: 'presale-permit',
  serial: 22,
  organ: 'fz-zjj',
  type: '01',
  name: '商品房预售许可',
  nameEn: 'Permit to sell homes before completion',
  summary: '开发企业在房子建成之前卖房，开盘前办的许可。',
  summaryEn: 'For developers who sell homes before the building is complete.',
  everydayNames: ['预售证', '商品房开盘', '预售许可证'],
  topics: ['建房装修'],
  serviceObjects: ['2'],
  legalBasis: [
    {
      name: LAW,
      number: '2019 年修正',
      clause: '第四十五条',
      content: '预售要付清土地出让金、有规划许可、投入开发资金达到总投资 25% 以上，并取得预售许可证明。',
    },
    {
      name: RULES,
      number: '建设部令第 131 号',
      clause: '第八条',
      content: '规定申请、审查、十日内作出决定、公示的程序。',
    },
  ],
  conditions: [
    '已经付清全部土地使用权出让金，取得土地使用权证书',
    '有建设工程规划许可证和施工许可证',
    '投入开发建设的资金达到总投资的 25% 以上',
    '已经确定施工进度和竣工交付日期',
  ],
  materials: [
    held('m1', 'business-licence', {
      basis: `${RULES}第七条：申请应当提交的资料`,
    }),
    upload('m2', '不动产权证书和出让金缴清凭证', '宗地号和项目一致，金额缴清', `${LAW}第四十五条第一项`, {
      source: '20',
      sourceOrgan: '自然资源和规划部门',
    }),
    upload('m3', '工程施工合同和施工进度说明', '写明当前形象进度和竣工交付日期', `${RULES}第七条`),
    upload(
      'm4',
      '投入开发建设资金证明',
      '由银行或会计师事务所出具，比例不低于 25%',
      `${LAW}第四十五条第三项`,
      { source: '30', sourceOrgan: '银行或会计师事务所' },
    ),
    upload(
      'm5',
      '商品房预售方案',
      '写明楼栋、套数、面积、交付日期和资金监管账户，附分层平面图',
      `${RULES}第七条`,
      { accept: ['pdf', 'zip'], maxMegabytes: 100 },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'estate',
      title: '预售项目',
      fields: [
        text('estateName', '项目名称', { hint: '和地名批准一致', maxLength: 60 }),
        address('estateAddress', '项目坐落'),
        text('buildings', '预售楼栋号', { maxLength: 60 }),
        number('units', '预售套数', { unit: '套', min: 1, max: 10000 }),
        number('estateArea', '预售面积', { unit: '平方米', min: 50, max: 5000000 }),
        money('invested', '已投入开发资金', { unit: '元', min: 0 }),
        choice('mortgaged', '土地或在建工程是否抵押', ['没有抵押', '已抵押']),
        text('mortgagee', '抵押权人同意情况', {
          when: { field: 'mortgaged', equals: '已抵押' },
          maxLength: 80,
        }),
        date('deliverOn', '约定交付日期', { dateRule: 'future' }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，楼栋号和规划许可一致'),
    siteVisit(2, '工程形象进度和申报一致'),
    examine(2, '出让金缴清，投入资金比例达到 25%，资金监管账户已设立'),
    decide(1, '符合条件的准予预售；不符合的写明理由'),
  ],
  legalLimit: days(10),
  legalLimitNote: '城市商品房预售管理办法第八条：受理之日起 10 日内作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'licence',
    name: '商品房预售许可证',
    validMonths: null,
    faceFields: [
      { label: '售房单位', value: '{holder.name}', sampleValue: '福州某某置业有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '项目名称', value: '{form.estateName}', sampleValue: '示例花园' },
      { label: '坐落', value: '{form.estateAddress}', sampleValue: '福州市示例路 1 号' },
      { label: '预售楼栋', value: '{form.buildings}', sampleValue: '1、2 号楼' },
      { label: '预售面积（平方米）', value: '{form.estateArea}', sampleValue: '18600' },
    ],
  },
  faq: [
    { q: '还没拿证可以先收定金吗？', a: '不可以。取得预售许可之前不能以任何名义收取定金、预订款。' },
    { q: '买房人怎么查真假？', a: '在本平台「查证照」输入证号，或扫证上的二维码，看楼栋号对不对得上。' },
  ],
})
