import {
  address,
  choice,
  date,
  longText,
  multiple,
  number,
  personName,
  phone,
  residentId,
  text,
} from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'
import { foodLicenceSituations } from '../situations/food-licence.ts'
import { prepackagedFoodFiling } from './prepackaged-food-filing.ts'

const RULES = '食品经营许可和备案管理办法'

export const foodLicence = sampleItem({
  slug: 'food-licence',
  serial: 1,
  organ: 'gl-scjg',
  type: '01',
  name: '食品经营许可（新办）',
  nameEn: 'Food business licence (new)',
  summary: '在鼓楼区开餐馆、小吃店、食品店或单位食堂，开业前办的许可。',
  summaryEn: 'For anyone who opens a restaurant, food shop or canteen in Gulou District, before opening.',
  everydayNames: ['开饭店', '开小吃店', '餐饮许可证', '食品证', '餐饮卫生证'],
  topics: ['开店办企', '餐饮食品'],
  serviceObjects: ['1', '2'],
  legalBasis: [
    {
      name: '中华人民共和国食品安全法',
      clause: '第三十五条',
      content:
        '国家对食品生产经营实行许可制度，从事食品销售、餐饮服务要依法取得许可；仅销售预包装食品的只需备案。',
    },
    {
      name: RULES,
      number: '国家市场监督管理总局令第 78 号',
      clause: '第二章、第三章',
      content: '规定申请食品经营许可的条件、材料、现场核查和作出决定的期限。',
    },
  ],
  conditions: [
    '已经领取营业执照，经营范围里有食品销售或餐饮服务',
    '经营场所和有毒、有害场所保持规定距离，处理食品的区域和生活区分开',
    '有和经营项目相适应的清洗、消毒、冷藏、防蝇防鼠设备',
    '有专职或兼职的食品安全员，并有食品安全管理制度',
    '设备布局和操作流程能避免生熟交叉污染',
    '申请人和负责人没有处在被吊销许可后的五年禁止期内',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${RULES}：申请许可应当先取得营业执照等合法主体资格` }),
    held('m2', 'resident-id', {
      name: '经营者（法定代表人、负责人）身份证',
      basis: '用来核对经营者身份；行政许可法第三十一条',
    }),
    upload(
      'm3',
      '经营场所平面图和设备布局图',
      '标出各操作间的位置和尺寸，画出冷藏、清洗消毒、凉菜等设备；手绘拍照也可以，字要看得清',
      `${RULES}：与食品经营相适应的设备设施、经营布局和操作流程文件`,
    ),
    upload(
      'm4',
      '食品安全管理制度目录',
      '列出制度名称：自查、从业人员健康管理、进货查验记录、食品安全事故处置',
      `${RULES}：保证食品安全的规章制度目录清单`,
      { accept: ['pdf', 'jpg', 'png', 'docx'] },
    ),
    upload(
      'm5',
      '从业人员健康证明',
      '每名接触直接入口食品的人员一份，在一年有效期内，姓名清楚',
      '食品安全法第四十五条：从事接触直接入口食品工作的人员每年体检，取得健康证明后才能上岗',
      { source: '30', sourceOrgan: '体检机构', courierAllowed: true, form: 'both', copies: 1 },
    ),
  ],
  groups: [
    {
      key: 'business',
      title: '经营场所',
      hint: '营业执照上已有的内容我们自动带出，不用再填。',
      fields: [
        text('operatorName', '经营者名称', { labelEn: 'Name of the business', prefill: 'body.name' }),
        personName('manager', '法定代表人（负责人）', {
          labelEn: 'Person in charge',
          prefill: 'body.legalPerson',
        }),
        residentId('managerId', '法定代表人（负责人）身份证号', {
          labelEn: 'ID number of the person in charge',
          prefill: 'person.idNumber',
        }),
        address('siteAddress', '经营场所地址', {
          labelEn: 'Address of the premises',
          hint: '写到门牌号和楼层，要和店门口的门牌一致',
          prefill: 'body.address',
        }),
        number('siteArea', '经营场所面积', {
          labelEn: 'Floor area',
          hint: '前厅、后厨、仓库都算进来，按平方米填',
          unit: '平方米',
          min: 4,
          max: 20000,
        }),
        phone('contactPhone', '联系手机', {
          labelEn: 'Contact mobile',
          hint: '约现场核查时间、发办理进度都用这个号码',
          prefill: 'person.phone',
        }),
      ],
    },
    {
      key: 'projects',
      title: '经营项目',
      fields: [
        choice(
          'businessForm',
          '主体业态',
          [
            ['餐饮服务经营者', '现场做给顾客吃的：饭店、小吃店、奶茶店'],
            ['食品销售经营者', '只卖不做的：超市、便利店、批发'],
            ['集中用餐单位食堂', '给本单位的人吃的：学校、医院、工地食堂'],
          ],
          { labelEn: 'Type of business' },
        ),
        multiple(
          'projects',
          '经营项目',
          [
            '热食类食品制售',
            '冷食类食品制售',
            '生食类食品制售',
            '自制饮品制售',
            '糕点类食品制售',
            '预包装食品销售',
            '散装食品销售',
          ],
          { labelEn: 'What you will sell', hint: '做什么就选什么，可以选多项' },
        ),
        choice('onlineSale', '是否做网络外卖', ['是', '否'], { labelEn: 'Online takeaway' }),
        text('onlinePlatform', '外卖平台名称', {
          labelEn: 'Takeaway platforms',
          hint: '有几个写几个，用顿号隔开',
          when: { field: 'onlineSale', equals: '是' },
          maxLength: 60,
        }),
        date('plannedOpening', '计划开业日期', {
          labelEn: 'Planned opening day',
          hint: '拿到许可证之前不能开业',
          dateRule: 'future',
        }),
      ],
    },
    {
      key: 'safety',
      title: '食品安全员',
      hint: '可以由经营者自己兼任。',
      fields: [
        personName('officerName', '食品安全员姓名', { labelEn: 'Food safety officer' }),
        residentId('officerId', '食品安全员身份证号', { labelEn: 'ID number of the officer' }),
        longText('hygienePlan', '餐具清洗消毒方式', {
          labelEn: 'How dishes are cleaned',
          hint: '例如：洗碗机高温消毒，消毒柜存放；外包给消毒公司的写公司名称',
          maxLength: 200,
        }),
      ],
    },
  ],
  steps: [
    accept(1, '营业执照在有效期内，经营范围和经营项目一致；五项材料齐全，申请表没有空项'),
    siteVisit(2, '实际布局和平面图一致；冷食、生食、裱花等专间单独设置；清洗消毒和冷藏设备能用'),
    examine(1, '现场核查结论和材料互相印证，食品安全员身份属实，没有处在禁止从业期内'),
    decide(1, '条件符合、程序完整的准予许可；不符合的写明理由，告知复议和诉讼'),
  ],
  situations: foodLicenceSituations(prepackagedFoodFiling.handleItemCode),
  legalLimit: days(10),
  legalLimitNote:
    '食品经营许可和备案管理办法（2023）：自受理之日起 10 个工作日内作出决定；特殊原因经负责人批准可延长 5 个工作日。',
  promiseLimit: days(5),
  promiseLimitNote: '从受理次日起算，现场核查的时间包含在内。',
  result: {
    type: 'licence',
    name: '食品经营许可证',
    validMonths: 60,
    faceFields: [
      { label: '经营者名称', value: '{form.operatorName}', sampleValue: '鼓楼区某某小馆（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.trader },
      { label: '法定代表人（负责人）', value: '{form.manager}', sampleValue: '示例人' },
      { label: '经营场所', value: '{form.siteAddress}', sampleValue: '福州市鼓楼区示例路 1 号' },
      { label: '主体业态', value: '{form.businessForm}', sampleValue: '餐饮服务经营者' },
      { label: '经营项目', value: '{form.projects}', sampleValue: '热食类食品制售、自制饮品制售' },
    ],
  },
  faq: [
    {
      q: '只卖包装好的零食饮料，也要办这个许可吗？',
      a: '不用。仅销售预包装食品的做备案就可以，请办「仅销售预包装食品备案」，当场办结。',
    },
    {
      q: '店还在装修，能先申请吗？',
      a: '可以先填好存草稿。现场核查要看实际布局和设备，装修完、设备到位后再提交。',
    },
    { q: '健康证还没拿到怎么办？', a: '先去体检机构办理。原件不方便拍照的，可以选择快递寄到窗口。' },
  ],
})
