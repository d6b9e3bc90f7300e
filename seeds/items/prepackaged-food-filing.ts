import { address, bodyGroup, choice, contactFields, date, multiple, text } from '../fields.ts'
import { accept, days, decide, examine, held, onTheSpot, sampleItem, upload } from '../item.ts'

export const prepackagedFoodFiling = sampleItem({
  slug: 'prepackaged-food-filing',
  serial: 5,
  organ: 'gl-scjg',
  type: '10',
  name: '仅销售预包装食品备案',
  nameEn: 'Filing for selling prepackaged food only',
  summary: '在鼓楼区只卖带包装、有标签的食品，不现场加工，开卖前做一次备案。',
  summaryEn: 'For shops in Gulou District that sell only prepackaged food and prepare none on site.',
  everydayNames: ['零食店备案', '便利店食品备案', '卖包装食品', '预包装备案'],
  topics: ['开店办企', '餐饮食品'],
  serviceObjects: ['1', '2'],
  legalBasis: [
    {
      name: '中华人民共和国食品安全法',
      clause: '第三十五条',
      content: '仅销售预包装食品的，不需要取得许可，报所在地县级以上食品安全监督管理部门备案。',
    },
    {
      name: '食品经营许可和备案管理办法',
      number: '国家市场监督管理总局令第 78 号',
      clause: '第六章',
      content: '规定备案交什么、什么时候交、备案编号怎么公布。',
    },
  ],
  conditions: [
    '已经领取营业执照',
    '只销售预包装食品，不拆开零卖、不现场加工',
    '有和所卖食品相适应的货架、冷藏设备和场地',
  ],
  materials: [
    held('m1', 'business-licence', { basis: '食品经营许可和备案管理办法：备案应当提交主体资格证明' }),
    held('m2', 'resident-id', {
      name: '经营者（法定代表人、负责人）身份证',
      basis: '核对经营者身份；行政许可法第三十一条',
    }),
    upload(
      'm3',
      '经营场所门面和货架照片',
      '门面一张，货架一张；只在网上卖的，交仓库照片',
      '食品经营许可和备案管理办法：备案信息应当真实',
      {
        accept: ['jpg', 'png', 'pdf'],
        need: 'optional',
      },
    ),
  ],
  groups: [
    bodyGroup('来自营业执照登记，不用再填。'),
    {
      key: 'sale',
      title: '销售情况',
      fields: [
        address('siteAddress', '经营场所或仓库地址', { prefill: 'body.address' }),
        choice('saleWay', '销售方式', ['只在店里卖', '只在网上卖', '店里和网上都卖']),
        text('webShop', '网店名称和平台', {
          when: { field: 'saleWay', equals: '只在网上卖' },
          maxLength: 60,
        }),
        multiple('foodKinds', '销售的食品', [
          '常温食品',
          '冷藏冷冻食品',
          '婴幼儿配方食品',
          '保健食品',
          '特殊医学用途配方食品',
        ]),
        date('startOn', '开始销售日期', { hint: '备案在开始销售之前做' }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(0, '营业执照有效，填写完整'),
    examine(0, '经营项目只有预包装食品；需要许可的当场告知改办许可'),
    decide(0, '生成备案编号'),
  ],
  legalLimit: days(5),
  legalLimitNote: '食品经营许可和备案管理办法：备案机关在 5 个工作日内向社会公布备案信息。',
  promiseLimit: onTheSpot,
  promiseLimitNote: '填写完整的当场备案，编号随后公布。',
  result: { type: 'none', name: '不发纸质证件。办结后公布备案编号，可在「我的」和公示页查看。' },
  faq: [
    {
      q: '店里还现做咖啡、卤味，能只备案吗？',
      a: '不能。现场制作要办食品经营许可，请办「食品经营许可（新办）」。',
    },
    { q: '换了店址还要再备案吗？', a: '要。备案内容变了，在变化后 15 个工作日内做变更备案。' },
  ],
})
