import { address, bodyGroup, choice, contactFields, multiple, number, personName, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const RULES = '公共场所卫生管理条例实施细则'

export const publicPlaceHygiene = sampleItem({
  slug: 'public-place-hygiene',
  serial: 2,
  organ: 'tj-wjw',
  type: '01',
  name: '公共场所卫生许可（新办）',
  nameEn: 'Hygiene licence for a public place (new)',
  summary: '在台江区开旅店、茶座、浴室、理发美容店、游泳馆等公共场所，营业前办的许可。',
  summaryEn: 'For hotels, teahouses, baths, salons and pools in Taijiang District, before they open.',
  everydayNames: ['卫生许可证', '开茶馆', '开理发店', '开酒店卫生证', '开美容院'],
  topics: ['开店办企', '卫生健康'],
  serviceObjects: ['1', '2', '6'],
  legalBasis: [
    {
      name: '公共场所卫生管理条例',
      number: '国发〔1987〕24号',
      clause: '第四条、第八条',
      content:
        '国家对公共场所实行卫生许可证制度，经营单位营业前向卫生行政部门申请；公园、体育场馆、公共交通工具除外。',
    },
    {
      name: RULES,
      clause: '第二十二条',
      content: '除公园、体育场馆、公共交通工具外的公共场所，未取得卫生许可证不得营业。',
    },
  ],
  conditions: [
    '已经领取营业执照或其他主体资格证明',
    '室内空气、采光、照明、噪声和顾客用具经检测符合国家卫生标准',
    '直接为顾客服务的人员都有健康合格证明',
    '用品用具有清洗、消毒、保洁的设备和地方',
    '设有卫生管理人员，并建立卫生管理档案',
  ],
  materials: [
    held('m1', 'business-licence', { basis: '核对经营主体资格；行政许可法第三十一条' }),
    held('m2', 'resident-id', {
      name: '法定代表人（负责人）身份证',
      basis: '核对负责人身份；行政许可法第三十一条',
    }),
    upload(
      'm3',
      '场所地址方位图、平面图和卫生设施布局图',
      '标出大门、服务区、消毒间、通风口的位置，写明面积',
      `${RULES}：申请卫生许可证应当提交的资料`,
    ),
    upload(
      'm4',
      '公共场所卫生检测或评价报告',
      '由有资质的检测机构出具，六个月以内，检测结论合格',
      `${RULES}：申请卫生许可证应当提交的资料`,
      { source: '30', sourceOrgan: '卫生检测机构', accept: ['pdf', 'jpg', 'png'] },
    ),
    upload(
      'm5',
      '卫生管理制度',
      '写明清洗消毒、从业人员健康、危害健康事故处置三项内容',
      `${RULES}：申请卫生许可证应当提交的资料`,
      {
        accept: ['pdf', 'docx', 'jpg', 'png'],
      },
    ),
    upload(
      'm6',
      '从业人员健康合格证明',
      '直接为顾客服务的人员每人一份，在一年有效期内',
      '公共场所卫生管理条例第七条：持健康合格证才能从事直接为顾客服务的工作',
      { source: '30', sourceOrgan: '体检机构', courierAllowed: true, form: 'both', copies: 1, need: 'later' },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'place',
      title: '场所情况',
      fields: [
        choice(
          'placeKind',
          '场所类别',
          [
            '宾馆、旅店',
            '茶座、咖啡馆、酒吧',
            '公共浴室、足浴',
            '理发店、美容店',
            '游泳场馆',
            '影剧院、音乐厅',
            '商场、书店',
          ],
          { labelEn: 'Kind of place' },
        ),
        text('signName', '门头名称', {
          labelEn: 'Name over the door',
          hint: '店招上写的名字',
          maxLength: 40,
        }),
        address('placeAddress', '场所地址', {
          labelEn: 'Address of the place',
          hint: '写到门牌号和楼层',
          prefill: 'body.address',
        }),
        number('placeArea', '经营面积', { labelEn: 'Floor area', unit: '平方米', min: 5, max: 100000 }),
        number('staffCount', '从业人员人数', {
          labelEn: 'Number of staff',
          unit: '人',
          min: 1,
          max: 5000,
          hint: '直接为顾客服务的人数',
        }),
        choice('airSystem', '有没有集中空调通风系统', ['有', '没有'], {
          labelEn: 'Central air conditioning',
        }),
        text('airCleaning', '集中空调清洗安排', {
          labelEn: 'How it is cleaned',
          hint: '多久清洗一次，由谁清洗',
          when: { field: 'airSystem', equals: '有' },
          maxLength: 100,
        }),
        multiple(
          'utensils',
          '反复使用的顾客用品',
          ['毛巾', '床上用品', '茶具、饮具', '理发美容工具', '拖鞋', '没有'],
          { labelEn: 'Reused guest items', hint: '可以选多项' },
        ),
      ],
    },
    {
      key: 'contact',
      title: '卫生管理人员和联系人',
      fields: [
        personName('hygieneOfficer', '卫生管理人员姓名', { labelEn: 'Hygiene officer' }),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '主体资格有效，材料齐全，检测报告在六个月以内'),
    siteVisit(4, '布局和图纸一致；消毒间能用，用具一客一换；集中空调有清洗记录或安排'),
    examine(2, '检测结论合格，健康合格证明和从业人员名单对得上'),
    decide(1, '符合卫生标准和要求的准予许可，不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '公共场所卫生管理条例实施细则：自受理之日起 20 日内审查；行政许可的期限按工作日计算。',
  promiseLimit: days(8),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内；检测机构检测的时间不算在内。',
  specialProcedures: [
    {
      name: '检测',
      days: 15,
      unit: 'G',
      basis: '行政许可法第四十五条：检测所需时间不计算在许可期限内，另行书面告知',
    },
  ],
  result: {
    type: 'licence',
    name: '公共场所卫生许可证',
    validMonths: 48,
    faceFields: [
      { label: '单位名称', value: '{holder.name}', sampleValue: '台江区某某茶铺（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.trader },
      { label: '法定代表人（负责人）', value: '{form.legalPerson}', sampleValue: '示例人' },
      { label: '场所地址', value: '{form.placeAddress}', sampleValue: '福州市台江区示例里 1 号' },
      { label: '许可项目', value: '{form.placeKind}', sampleValue: '茶座、咖啡馆、酒吧' },
    ],
  },
  faq: [
    {
      q: '开小饭馆也要办这个证吗？',
      a: '不用。饭馆的卫生已并入食品经营许可，请办「食品经营许可（新办）」。',
    },
    {
      q: '健康合格证明可以晚点交吗？',
      a: '可以先提交申请，在现场核查前补上；也可以把证明寄到窗口。',
    },
  ],
})
