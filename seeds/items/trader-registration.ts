import { address, choice, longText, money, number, personGroup, phone, text } from '../fields.ts'
import { accept, days, decide, examine, held, sampleItem, upload } from '../item.ts'
import { traderRegistrationSituations } from '../situations/trader-registration.ts'

const LAW = '中华人民共和国市场主体登记管理条例'

export const traderRegistration = sampleItem({
  slug: 'trader-registration',
  serial: 6,
  organ: 'gl-scjg',
  type: '01',
  name: '个体工商户设立登记',
  nameEn: 'Registration of a sole trader',
  summary: '一个人或一家人在鼓楼区做小生意，先办营业执照。',
  summaryEn: 'Gives a person or family who starts a small trade in Gulou District a business licence.',
  everydayNames: ['办营业执照', '个体户', '个体执照', '注册个体户'],
  topics: ['开店办企'],
  serviceObjects: ['1'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 746 号',
      clause: '第三条、第十九条',
      content:
        '市场主体应当办理登记；材料齐全、符合法定形式的当场登记，不能当场的 3 个工作日内登记，情形复杂的可再延长 3 个工作日。',
    },
    {
      name: '促进个体工商户发展条例',
      number: '国务院令第 755 号',
      clause: '第二条',
      content: '有经营能力的公民从事工商业经营，登记为个体工商户。',
    },
  ],
  conditions: [
    '年满 18 周岁，有完全民事行为能力',
    '有一个确定的经营场所，或者是只在网上经营',
    '名称没有和同行业已登记的重名',
  ],
  materials: [
    held('m1', 'resident-id', {
      name: '经营者身份证',
      basis: `${LAW}第十六条：申请登记应当提交申请人资格文件`,
    }),
    upload(
      'm2',
      '经营场所使用证明',
      '自有的交房产证明，租用的交租赁合同；合同要写明地址和期限',
      `${LAW}第十六条：住所或者主要经营场所相关文件`,
    ),
    upload(
      'm3',
      '家庭成员参加经营的说明',
      '家庭经营的才要；写明参加的人，每人签名',
      `${LAW}第九条：参加经营的家庭成员姓名应当备案`,
      { need: 'optional' },
    ),
    upload(
      'm4',
      '平台出具的网络经营场所证明',
      '只在电商平台经营的才要；写明平台名称和网店地址，平台盖章',
      `${LAW}第十一条：平台内的自然人经营者可以将平台提供的网络经营场所作为经营场所`,
      { need: 'optional', source: '99' },
    ),
    upload(
      'm5',
      '利害关系业主同意住宅用于经营的书面意见',
      '在住宅里经营的才要；写明门牌号和做的生意，业主逐个签名',
      '民法典第二百七十九条：住宅改变为经营性用房，应当经有利害关系的业主一致同意',
      { need: 'optional' },
    ),
  ],
  groups: [
    personGroup('来自人口库，不用再填。'),
    {
      key: 'trade',
      title: '字号和经营',
      fields: [
        text('tradeName', '名称', {
          hint: '区名＋字号＋行业＋组织形式，例如：鼓楼区某某小吃店',
          maxLength: 40,
        }),
        choice('tradeWay', '组成形式', ['个人经营', '家庭经营']),
        text('familyNames', '参加经营的家庭成员', {
          when: { field: 'tradeWay', equals: '家庭经营' },
          hint: '写姓名，用顿号隔开',
          maxLength: 60,
        }),
        address('tradeAddress', '经营场所', { hint: '写到门牌号和楼层' }),
        longText('tradeScope', '经营范围', {
          hint: '写打算做的生意，例如：餐饮服务；日用百货销售',
          maxLength: 300,
        }),
        money('capital', '出资额', { unit: '元', min: 0, hint: '自己估计，不用验资' }),
        number('workers', '从业人数', { unit: '人', min: 1, max: 200, hint: '连自己算在内' }),
        phone('tradePhone', '店铺电话', { required: false, hint: '对外公示，可以不填' }),
      ],
    },
  ],
  steps: [
    accept(0, '身份核对一致，地址证明写明门牌和期限'),
    examine(1, '名称没有重名和禁用字；经营范围里需要前置许可的已经取得'),
    decide(1, '材料齐全、符合法定形式的准予登记'),
  ],
  situations: traderRegistrationSituations,
  legalLimit: days(3),
  legalLimitNote:
    '市场主体登记管理条例第十九条：当场登记；不能当场的 3 个工作日内登记；情形复杂的可再延长 3 个工作日。',
  promiseLimit: days(2),
  promiseLimitNote: '多数当天能办好；名称要人工核对的在 2 个工作日内。',
  result: {
    type: 'licence',
    name: '营业执照（个体工商户）',
    validMonths: null,
    faceFields: [
      { label: '名称', value: '{form.tradeName}', sampleValue: '鼓楼区某某小吃店（示例）' },
      { label: '经营者', value: '{holder.name}', sampleValue: '示例人' },
      { label: '组成形式', value: '{form.tradeWay}', sampleValue: '个人经营' },
      { label: '经营场所', value: '{form.tradeAddress}', sampleValue: '福州市鼓楼区示例路 1 号' },
      { label: '经营范围', value: '{form.tradeScope}', sampleValue: '餐饮服务' },
    ],
  },
  faq: [
    {
      q: '用自己家的住宅能登记吗？',
      a: '能，但要有利害关系的邻居同意，并且不做扰民的生意。把同意书和房产证明放在一起上传。',
    },
    {
      q: '拿到执照就能开饭店吗？',
      a: '还不能。做餐饮要再办「食品经营许可（新办）」。',
    },
  ],
})
