import { address, choice, creditCode, date, longText, personName, phone, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'
import { foreignOfficeChangeSituations } from '../situations/foreign-office-change.ts'

const LAW = '外国企业常驻代表机构登记管理条例'

export const foreignOfficeChange = sampleItem({
  slug: 'foreign-office-change',
  serial: 38,
  organ: 'fz-scjg',
  type: '01',
  name: '外国企业常驻代表机构变更登记',
  nameEn: 'Change in the registration of a foreign representative office',
  summary: '在福州的外国企业代表处改首席代表、驻在场所、业务范围，变更前后办的登记。',
  summaryEn:
    'For representative offices in Fuzhou that change their chief representative, premises or scope of business.',
  everydayNames: ['代表处变更', '换首席代表', '外企办事处变更'],
  topics: ['开店办企'],
  serviceObjects: ['2', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 584 号',
      clause: '变更登记一章',
      content:
        '代表机构登记事项变更的，外国企业应当向登记机关申请变更登记；登记机关自受理之日起 10 日内决定。',
    },
  ],
  conditions: [
    '代表机构在福州市登记，登记证在有效期内',
    '变更由外国企业有权签字人签署',
    '新首席代表没有被限制担任的情形',
    '改场所的，新场所可以用于办公',
  ],
  materials: [
    held('m1', 'foreign-office-certificate', { basis: `${LAW}：核对原登记事项` }),
    upload(
      'm2',
      '变更登记申请书',
      '由外国企业有权签字人签署，写明变更前后的内容',
      `${LAW}：申请变更登记应当提交的文件`,
    ),
    upload(
      'm3',
      '变更事项的证明',
      '换首席代表交任命文件和护照；改场所交租赁合同；改业务范围交总公司文件',
      `${LAW}：申请变更登记应当提交的文件`,
      {
        courierAllowed: true,
        form: 'both',
        copies: 1,
      },
    ),
    upload(
      'm4',
      '外文文件的中文译本',
      '由翻译机构盖章，和原件一一对应；没有外文文件的不用交',
      `${LAW}：外文文件应当附中文译本`,
      {
        need: 'optional',
        source: '30',
        sourceOrgan: '翻译机构',
      },
    ),
  ],
  groups: [
    {
      key: 'office',
      title: '代表机构',
      hint: '来自登记信息，不用再填。',
      fields: [
        text('officeName', '代表机构名称', { labelEn: 'Name of the office', prefill: 'body.name' }),
        creditCode('officeCode', '统一社会信用代码', {
          labelEn: 'Unified social credit code',
          prefill: 'body.creditCode',
        }),
        personName('chief', '首席代表', { labelEn: 'Chief representative', prefill: 'body.legalPerson' }),
        address('officeAddress', '驻在场所', { labelEn: 'Premises', prefill: 'body.address' }),
      ],
    },
    {
      key: 'change',
      title: '变更内容',
      fields: [
        choice('changeKind', '变更哪一项', ['首席代表', '驻在场所', '业务范围', '驻在期限'], {
          labelEn: 'What changes',
        }),
        personName('newChief', '新首席代表', {
          labelEn: 'New chief representative',
          hint: '和护照上的姓名一致',
          when: { field: 'changeKind', equals: '首席代表' },
        }),
        address('newPremises', '新驻在场所', {
          labelEn: 'New premises',
          when: { field: 'changeKind', equals: '驻在场所' },
        }),
        longText('newScope', '新业务范围', {
          labelEn: 'New scope of business',
          hint: '代表机构不能从事营利性活动',
          when: { field: 'changeKind', equals: '业务范围' },
          maxLength: 300,
        }),
        date('newUntil', '新驻在期限', {
          labelEn: 'New end of stay',
          when: { field: 'changeKind', equals: '驻在期限' },
          dateRule: 'future',
        }),
        date('resolvedOn', '总公司决定日期', {
          labelEn: 'Day of the head office decision',
          dateRule: 'past',
        }),
      ],
    },
    {
      key: 'contact',
      title: '联系人',
      fields: [
        personName('contactName', '联系人', { labelEn: 'Contact person' }),
        phone('contactPhone', '联系手机', {
          labelEn: 'Contact mobile',
          hint: '11 位中国大陆手机号，办理进度发到这个号码',
        }),
      ],
    },
  ],
  steps: [
    accept(1, '登记证有效，申请书有签署，外文文件有译本'),
    examine(3, '签字人有权签署，变更前后的内容和证明一致'),
    decide(1, '符合规定的准予变更；不符合的写明理由'),
  ],
  situations: foreignOfficeChangeSituations,
  legalLimit: days(10),
  legalLimitNote: '外国企业常驻代表机构登记管理条例：自受理之日起 10 日内决定；行政许可的期限按工作日计算。',
  promiseLimit: days(5),
  promiseLimitNote: '从受理次日起算。',
  result: {
    type: 'approval',
    name: '代表机构变更登记决定书',
    validMonths: null,
    faceFields: [
      { label: '代表机构', value: '{holder.name}', sampleValue: 'UTOPIA SAMPLE TRADING 福州代表处（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '变更事项', value: '{form.changeKind}', sampleValue: '驻在场所' },
    ],
  },
  faq: [
    {
      q: '首席代表是外国人，要本人来吗？',
      a: '不用。任命文件和护照上传就可以；文件经过公证认证的，原件可以寄到窗口。',
    },
    { q: '代表处能签合同收钱吗？', a: '不能。代表机构只做联络、展示、调研，不从事营利性活动。' },
  ],
})
