import {
  address,
  bodyGroup,
  choice,
  contactFields,
  date,
  longText,
  number,
  personName,
  text,
} from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, siteVisit, upload } from '../item.ts'

const LAW = '大型群众性活动安全管理条例'

export const massEvent = sampleItem({
  slug: 'mass-event',
  serial: 34,
  organ: 'fz-gaj',
  type: '01',
  name: '大型群众性活动安全许可（5000 人以上）',
  nameEn: 'Safety permit for a mass event (5,000 people or more)',
  summary: '面向社会举办、预计 5000 人以上的演唱会、赛事、展览、庙会，办的安全许可。',
  summaryEn: 'For public events such as concerts, matches and fairs with 5,000 people or more.',
  everydayNames: ['大型活动', '演唱会安全许可', '赛事安全', '庙会许可'],
  topics: ['公安户政', '文化旅游'],
  serviceObjects: ['2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 505 号',
      clause: '第二条、第十一条、第十二条、第十三条',
      content:
        '每场预计 1000 人以上的活动实行安全许可；5000 人以上的由设区的市级公安机关许可；活动举办日 20 日前申请，受理之日起 7 日内查验审查。',
    },
  ],
  conditions: [
    '承办者是依法成立的法人或其他组织',
    '活动内容不违反法律，不扰乱公共秩序',
    '有符合要求、责任明确的安全工作方案',
    '场所、设施符合安全要求',
    '活动举办日 20 日之前提出申请',
  ],
  materials: [
    held('m1', 'business-licence', {
      need: 'optional',
      basis: `${LAW}第十三条：承办者合法成立的证明`,
      note: '事业单位、社会组织用各自的法人证书，由我们调取。',
    }),
    upload('m2', '活动方案和说明', '写明内容、时间、流程、票务和预计人数', `${LAW}第十三条`, {
      accept: ['pdf', 'docx'],
    }),
    upload(
      'm3',
      '安全工作方案',
      '写明人员定位、车辆停放、现场秩序、应急疏散和救援',
      `${LAW}第六条：制订安全工作方案`,
      { accept: ['pdf', 'docx'] },
    ),
    upload(
      'm4',
      '场所同意证明和平面图',
      '写明可容纳人数，平面图标出通道和出口',
      `${LAW}第十三条：活动场所管理者的证明`,
    ),
    upload('m5', '安全责任协议', '承办者和场所管理者签订，分清责任', `${LAW}第十三条`),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'event',
      title: '活动',
      fields: [
        text('eventName', '活动名称', { maxLength: 60 }),
        choice('eventKind', '活动类别', ['演唱会、音乐节', '体育比赛', '展览展销', '灯会庙会', '招聘会']),
        address('venue', '场所'),
        date('eventOn', '举办日期', { dateRule: 'future', hint: '要提前 20 日申请' }),
        number('attendance', '预计参加人数', {
          unit: '人',
          min: 5000,
          max: 200000,
          hint: '5000 人以下的向区县公安机关申请',
        }),
        choice('temporary', '有没有临时搭建', ['有', '没有']),
        longText('structure', '临时搭建情况', {
          when: { field: 'temporary', equals: '有' },
          hint: '舞台、看台的尺寸和验收安排',
          maxLength: 300,
        }),
        personName('safetyLead', '安全责任人'),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '材料齐全，申请在举办日 20 日之前'),
    siteVisit(2, '通道、出口、消防和临时搭建符合安全工作方案'),
    examine(2, '人数核定，警力和疏散方案能落实'),
    decide(1, '符合条件的许可；不符合的写明理由'),
  ],
  legalLimit: days(7),
  legalLimitNote:
    '大型群众性活动安全管理条例第十三条：自受理之日起 7 日内查验并作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(6),
  promiseLimitNote: '从受理次日起算，现场查验的时间包含在内。',
  result: {
    type: 'approval',
    name: '大型群众性活动安全许可决定书',
    validMonths: null,
    faceFields: [
      { label: '承办者', value: '{holder.name}', sampleValue: '福州某某文化传媒有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '活动名称', value: '{form.eventName}', sampleValue: '示例之夜音乐会' },
      { label: '场所', value: '{form.venue}', sampleValue: '福州某某体育场（示例）' },
      { label: '举办日期', value: '{form.eventOn}', sampleValue: '2026-06-01' },
      { label: '核定人数', value: '{form.attendance}', sampleValue: '12000' },
    ],
  },
  faq: [
    { q: '1000 到 5000 人的活动找谁？', a: '向举办地的县级公安机关申请。人数按可售票数和工作人员一起算。' },
    {
      q: '许可后改日期怎么办？',
      a: '改时间、地点、内容、规模都要在原定日期之前重新申请；不办了要提前告诉公安机关。',
    },
  ],
})
