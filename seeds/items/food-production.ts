import { address, bodyGroup, choice, contactFields, date, longText, number } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const RULES = '食品生产许可管理办法'

export const foodProduction = sampleItem({
  slug: 'food-production',
  serial: 8,
  organ: 'fz-scjg',
  type: '01',
  name: '食品生产许可（新办）',
  nameEn: 'Food production licence (new)',
  summary: '企业在福州市办厂生产包装食品，投产前办的许可。',
  summaryEn: 'For factories in Fuzhou that make packaged food, before production starts.',
  everydayNames: ['食品厂许可证', 'SC 证', '生产许可证（食品）', '办食品厂'],
  topics: ['餐饮食品', '开店办企'],
  serviceObjects: ['1', '2'],
  legalBasis: [
    { name: '中华人民共和国食品安全法', clause: '第三十五条', content: '从事食品生产应当依法取得许可。' },
    {
      name: RULES,
      number: '国家市场监督管理总局令第 24 号',
      clause: '第二章、第三章',
      content: '规定按食品类别申请、现场核查的做法和 10 个工作日的决定期限。',
    },
  ],
  conditions: [
    '已经领取营业执照',
    '厂区远离污染源，原料处理、加工、包装、贮存的场所和产量相适应',
    '生产设备、工艺布局能防止待加工食品和直接入口食品交叉污染',
    '有专职或兼职的食品安全管理人员和制度',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${RULES}：申请应当先取得合法主体资格` }),
    upload(
      'm2',
      '生产设备布局图和工艺流程图',
      '每条生产线一张，标出设备编号和人流、物流方向',
      `${RULES}：申请应当提交的材料`,
    ),
    upload(
      'm3',
      '主要生产设备清单',
      '写明名称、型号、数量和用途，和现场一致',
      `${RULES}：申请应当提交的材料`,
      { accept: ['pdf', 'xlsx', 'docx'] },
    ),
    upload(
      'm4',
      '食品安全管理制度清单',
      '列出进货查验、过程控制、出厂检验、召回、人员健康各项制度的名称',
      `${RULES}：申请应当提交的材料`,
      { accept: ['pdf', 'docx'] },
    ),
    upload(
      'm5',
      '试制食品检验合格报告',
      '现场核查时交，由企业自检或委托有资质的机构出具，项目覆盖产品标准',
      `${RULES}：现场核查时查验试制食品检验报告`,
      {
        need: 'later',
        source: '30',
        sourceOrgan: '食品检验机构',
      },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'plant',
      title: '生产场所和产品',
      fields: [
        address('plantAddress', '生产地址', {
          hint: '和营业执照住所不同的，写实际厂址',
          prefill: 'body.address',
        }),
        number('plantArea', '生产场所面积', { unit: '平方米', min: 20, max: 500000 }),
        choice('foodClass', '食品类别', [
          '粮食加工品',
          '调味品',
          '肉制品',
          '饮料',
          '糕点',
          '茶叶及相关制品',
          '速冻食品',
          '水产制品',
        ]),
        longText('products', '产品品种和执行标准', { hint: '一行一个品种，写标准号', maxLength: 500 }),
        choice('outsourced', '有没有外设仓库', ['有', '没有']),
        address('warehouse', '外设仓库地址', { when: { field: 'outsourced', equals: '有' } }),
        date('trialOn', '计划试制日期', { dateRule: 'future' }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '材料齐全，食品类别和产品标准对应'),
    siteVisit(4, '场所、设备、布局、人员和制度五个方面逐项核查，试制食品检验合格', {
      note: '核查组两人以上，一般要看生产线试运行，约半天。',
    }),
    examine(2, '核查结论和申报材料互相印证'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(10),
  legalLimitNote:
    '食品生产许可管理办法（2020）：自受理之日起 10 个工作日内作出决定；特殊原因经负责人批准可延长 5 个工作日。',
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'licence',
    name: '食品生产许可证',
    validMonths: 60,
    faceFields: [
      { label: '生产者名称', value: '{holder.name}', sampleValue: '福州某某食品有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '法定代表人（负责人）', value: '{form.legalPerson}', sampleValue: '示例人' },
      { label: '生产地址', value: '{form.plantAddress}', sampleValue: '福州市示例路 1 号' },
      { label: '食品类别', value: '{form.foodClass}', sampleValue: '糕点' },
    ],
  },
  faq: [
    { q: '前店后厂现做现卖，也办这个吗？', a: '不办。现场制作、现场销售的办食品经营许可。' },
    { q: '试制期间的产品能卖吗？', a: '不能。拿到许可证之后生产的产品才能上市。' },
  ],
})
