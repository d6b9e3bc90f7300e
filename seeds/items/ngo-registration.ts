import {
  account,
  address,
  body,
  choice,
  longText,
  money,
  number,
  person,
  personGroup,
  personName,
  text,
} from '../fields.ts'
import { accept, days, decide, examine, held, sampleItem, upload } from '../item.ts'

const LAW = '民办非企业单位登记管理暂行条例'

export const ngoRegistration = sampleItem({
  slug: 'ngo-registration',
  serial: 14,
  organ: 'fz-mzj',
  type: '01',
  name: '民办非企业单位成立登记',
  nameEn: 'Registration of a private non-profit institution',
  summary: '用非国有资产办养老、教育、文化、体育等非营利服务机构，办登记领证。',
  summaryEn: 'For those who set up a non-profit service body with private assets.',
  everydayNames: ['民非登记', '办民办机构', '社会服务机构登记', '注册民非'],
  topics: ['社会组织'],
  serviceObjects: ['1', '2', '4'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 251 号',
      clause: '第三条、第八条、第十一条',
      content:
        '成立民办非企业单位要经业务主管单位审查同意，再到登记机关登记；登记机关自收到全部有效文件之日起 60 日内决定。',
    },
  ],
  conditions: [
    '已经取得业务主管单位的同意文件（依法可以直接登记的除外）',
    '有规范的名称和必要的组织机构',
    '有和业务活动相适应的从业人员',
    '有和业务活动相适应的合法财产',
    '有必要的场所',
  ],
  materials: [
    upload(
      'm1',
      '业务主管单位的批准文件',
      '写明同意成立，有印章和日期；可以直接登记的说明理由',
      `${LAW}第九条：申请登记应当提交的文件`,
      { source: '20', sourceOrgan: '业务主管单位' },
    ),
    upload('m2', '场所使用权证明', '房产证或租赁合同，期限不少于一年', `${LAW}第九条`),
    upload('m3', '验资报告', '写明开办资金来源，属于非国有资产', `${LAW}第九条`, {
      source: '30',
      sourceOrgan: '会计师事务所',
      courierAllowed: true,
      form: 'both',
      originals: 1,
    }),
    held('m4', 'resident-id', {
      name: '拟任负责人身份证',
      basis: `${LAW}第九条：拟任负责人的基本情况、身份证明`,
    }),
    upload(
      'm5',
      '章程草案',
      '写明宗旨、业务范围、组织管理、资产管理、终止程序，明确不分红',
      `${LAW}第十条：章程应当包括的事项`,
      { accept: ['pdf', 'docx'] },
    ),
  ],
  groups: [
    personGroup('发起人信息来自人口库，不用再填。'),
    {
      key: 'body',
      title: '拟成立的单位',
      fields: [
        text('proposedName', '名称', { hint: '地名＋字号＋行业＋组织形式', maxLength: 40 }),
        choice('field', '行业', ['养老服务', '教育', '文化', '体育', '科技', '社会工作', '医疗卫生']),
        longText('purpose', '宗旨和业务范围', { maxLength: 300, hint: '和批准文件、章程一致' }),
        address('proposedAddress', '住所'),
        money('fund', '开办资金', {
          unit: '元',
          hint: '和验资报告一致',
          checks: [
            {
              test: 'at-least',
              against: '30000',
              sentence: '开办资金不少于 3 万元，请先补足再申请。',
              sentenceEn: 'At least 30,000 yuan are needed before you apply.',
            },
          ],
        }),
        choice('supervisor', '业务主管单位', ['有', '依法直接登记']),
        text('supervisorName', '业务主管单位名称', {
          when: { field: 'supervisor', equals: '有' },
          maxLength: 60,
        }),
        personName('proposedHead', '拟任法定代表人'),
        number('proposedStaff', '从业人员人数', { unit: '人', min: 1, max: 2000 }),
        account('bank', '验资账户', { labelEn: 'Account of the funds', required: false }),
      ],
    },
    {
      key: 'founders',
      title: '举办者',
      titleEn: 'Founders',
      hint: '个人和单位都可以举办；每一个都写上。',
      repeat: { each: '举办者', eachEn: 'Founder', min: 1, max: 20 },
      fields: [
        choice('founderKind', '是个人还是单位', ['个人', '单位'], { labelEn: 'Person or body' }),
        person('founderPerson', '举办人', {
          labelEn: 'Founder',
          when: { field: 'founderKind', equals: '个人' },
        }),
        body('founderBody', '举办单位', {
          labelEn: 'Founding body',
          when: { field: 'founderKind', equals: '单位' },
        }),
        money('share', '出资', { labelEn: 'Contribution', unit: '元', min: 0 }),
      ],
    },
    {
      key: 'sums',
      title: '出资合计',
      fields: [
        money('shares', '举办者出资合计', {
          labelEn: 'Contributions in all',
          unit: '元',
          compute: { kind: 'sum', of: ['founders.share'] },
          checks: [
            {
              test: 'same-as',
              against: 'fund',
              sentence: '出资合计和上面的开办资金不一样，请核对。',
              sentenceEn: 'The contributions do not add up to the fund above.',
            },
          ],
        }),
      ],
    },
  ],
  steps: [
    accept(2, '批准文件、验资报告和章程齐全'),
    examine(9, '名称不重复；宗旨、业务范围和批准文件一致；章程不含分红条款'),
    decide(3, '符合条件的准予登记；不符合的写明理由'),
  ],
  legalLimit: days(60),
  legalLimitNote:
    '民办非企业单位登记管理暂行条例第十一条：自收到全部有效文件之日起 60 日内决定。行政许可的期限按工作日计算。',
  promiseLimit: days(14),
  promiseLimitNote: '从受理次日起算；业务主管单位审查的时间不在内。',
  result: {
    type: 'licence',
    name: '民办非企业单位登记证书',
    validMonths: 48,
    faceFields: [
      { label: '名称', value: '{form.proposedName}', sampleValue: '福州市某某养老服务中心（示例）' },
      { label: '举办人', value: '{holder.name}', sampleValue: '示例人' },
      { label: '法定代表人', value: '{form.proposedHead}', sampleValue: '示例人' },
      { label: '住所', value: '{form.proposedAddress}', sampleValue: '福州市示例路 1 号' },
      { label: '开办资金（元）', value: '{form.fund}', sampleValue: '100000' },
      { label: '业务范围', value: '{form.purpose}', sampleValue: '老年人照料、康复护理' },
    ],
  },
  faq: [
    { q: '民办非企业单位能赚钱分红吗？', a: '可以收服务费，结余只能用于办单位本身，不能分给举办人。' },
    {
      q: '没有业务主管单位能登记吗？',
      a: '行业协会、科技、公益慈善和城乡社区服务类可以依法直接登记，其他的要先经主管单位同意。',
    },
  ],
})
