import { address, bodyGroup, choice, contactFields, date, longText, personName, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  GENERAL_LIMIT_NOTE,
  held,
  SPECIMEN,
  sampleItem,
  upload,
} from '../item.ts'

const LAW = '社会团体登记管理条例'

export const socialBodyChange = sampleItem({
  slug: 'social-body-change',
  serial: 16,
  organ: 'cs-mzj',
  type: '01',
  name: '社会团体变更登记',
  nameEn: 'Change in the registration of an association',
  summary: '仓山区登记的社会团体改名称、住所、法定代表人，业务主管单位同意后 30 日内办的登记。',
  summaryEn:
    'For associations registered in Cangshan District that change name, address or legal representative.',
  everydayNames: ['协会换会长', '社团改名', '社团变更', '换法人登记（社团）'],
  topics: ['社会组织'],
  serviceObjects: ['4'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 250 号，2016 年修订',
      clause: '第十八条',
      content: '登记事项需要变更的，自业务主管单位审查同意之日起 30 日内，向登记管理机关申请变更登记。',
    },
  ],
  conditions: [
    '社会团体在仓山区民政局登记，证书在有效期内',
    '变更经会员大会或理事会按章程表决通过',
    '业务主管单位已经同意（脱钩的行业协会除外）',
  ],
  materials: [
    held('m1', 'social-body-certificate', { basis: `${LAW}第十八条：核对原登记事项` }),
    upload(
      'm2',
      '会员大会或理事会决议',
      '写明应到、实到人数和表决结果，符合章程的通过比例',
      `${LAW}：登记事项变更按章程表决`,
    ),
    upload('m3', '业务主管单位同意变更的文件', '写明变更内容，有印章和日期', `${LAW}第十八条`, {
      source: '20',
      sourceOrgan: '业务主管单位',
      need: 'optional',
      note: '没有业务主管单位的不用交。',
    }),
    upload(
      'm4',
      '变更事项的证明',
      '改住所交使用权证明；换法定代表人交离任审计报告和身份证；改名称交修改后的章程',
      `${LAW}第十八条`,
      { courierAllowed: true, form: 'both' },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'change',
      title: '变更内容',
      fields: [
        choice('changeKind', '变更哪一项', ['名称', '住所', '法定代表人', '业务范围']),
        text('newName', '新名称', { when: { field: 'changeKind', equals: '名称' }, maxLength: 40 }),
        address('newAddress', '新住所', { when: { field: 'changeKind', equals: '住所' } }),
        personName('newHead', '新法定代表人', { when: { field: 'changeKind', equals: '法定代表人' } }),
        longText('newScope', '新业务范围', {
          when: { field: 'changeKind', equals: '业务范围' },
          maxLength: 300,
        }),
        date('resolvedOn', '表决通过日期', { dateRule: 'past' }),
        longText('reason', '变更原因', { maxLength: 200 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(1, '证书有效，决议和同意文件齐全'),
    examine(4, '表决程序符合章程，变更内容前后一致'),
    decide(1, '符合规定的准予变更；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: GENERAL_LIMIT_NOTE,
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算；业务主管单位审查的时间不在内。',
  result: {
    type: 'approval',
    name: '社会团体变更登记决定书',
    validMonths: null,
    faceFields: [
      { label: '社会团体', value: '{holder.name}', sampleValue: '仓山区某某协会（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.socialBody },
      { label: '变更事项', value: '{form.changeKind}', sampleValue: '住所' },
    ],
  },
  faq: [
    { q: '一次改两项怎么办？', a: '每项交一件，第二件会带出第一件填过的单位信息和材料。' },
    { q: '超过 30 日才来办，会处罚吗？', a: '逾期要说明原因。尽快办理，长期不变更会影响年检和证书使用。' },
  ],
})
