import { address, bodyGroup, choice, contactFields, date, number, text } from '../fields.ts'
import { accept, days, decide, examine, held, SPECIMEN, sampleItem, upload } from '../item.ts'

const LAW = '营业性演出管理条例'

export const performancePermit = sampleItem({
  slug: 'performance-permit',
  serial: 28,
  organ: 'fz-wlj',
  type: '01',
  name: '营业性演出审批（国内）',
  nameEn: 'Approval of a commercial performance (domestic performers)',
  summary: '演出公司、剧团在福州卖票演出音乐会、话剧、曲艺，演出前办的审批。',
  summaryEn: 'For ticketed concerts, plays and shows in Fuzhou by domestic performers.',
  everydayNames: ['演出审批', '办演唱会', '音乐节审批', '商演许可'],
  topics: ['文化旅游'],
  serviceObjects: ['2', '3', '6'],
  legalBasis: [
    {
      name: LAW,
      number: '国务院令第 439 号，2020 年修订',
      clause: '第十三条、第十四条',
      content:
        '举办营业性演出向演出所在地文化主管部门申请；主管部门自受理之日起 3 日内决定，符合条件的发给批准文件。',
    },
  ],
  conditions: [
    '演出举办单位有营业性演出许可证',
    '演出内容不含法律禁止的内容',
    '演出场所消防、安全条件合格',
    '参加演出的文艺表演团体、演员都是国内的',
  ],
  materials: [
    held('m1', 'business-licence', { basis: `${LAW}第十三条：核对举办单位` }),
    upload('m2', '营业性演出许可证', '在有效期内，单位名称一致', `${LAW}第十三条`, {
      source: '20',
      sourceOrgan: '文化和旅游部门',
    }),
    upload(
      'm3',
      '演出节目单和文字、视听资料',
      '写明节目名称、时长、创作者；歌词、剧本能看清',
      `${LAW}第十三条：演出节目及视听资料`,
      { accept: ['pdf', 'docx', 'zip'], maxMegabytes: 200 },
    ),
    upload('m4', '演员名单和身份证明', '每人写姓名、身份证号和所属团体', `${LAW}第十三条`, {
      accept: ['pdf', 'xlsx', 'docx'],
    }),
    upload(
      'm5',
      '场所同意函和安全、消防证明',
      '写明日期、容纳人数；有有效的消防安全检查合格证明',
      `${LAW}第十三条：演出场所的证明`,
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'show',
      title: '演出',
      fields: [
        text('showName', '演出名称', { maxLength: 60 }),
        choice('showKind', '类别', ['音乐会', '戏剧', '舞蹈', '曲艺杂技', '综艺', '音乐节']),
        text('festivalPlan', '分舞台和日程', {
          when: { field: 'showKind', equals: '音乐节' },
          hint: '写清每个舞台的时间',
          maxLength: 200,
        }),
        address('venue', '演出场所'),
        date('firstShowOn', '首场日期', { dateRule: 'future', hint: '要早于演出日 3 个工作日申请' }),
        number('shows', '场次', { unit: '场', min: 1, max: 200 }),
        number('seats', '每场观众人数上限', {
          unit: '人',
          min: 1,
          max: 60000,
          hint: '5000 人以上还要办大型群众性活动安全许可',
        }),
        number('performers', '演员人数', { unit: '人', min: 1, max: 1000 }),
      ],
    },
    { key: 'contact', title: '联系人', fields: [...contactFields] },
  ],
  steps: [
    accept(0, '演出许可证有效，材料齐全'),
    examine(2, '节目内容不含禁止的内容，场所消防和人数符合'),
    decide(1, '符合条件的准予举办；不符合的写明理由'),
  ],
  legalLimit: days(3),
  legalLimitNote: '营业性演出管理条例第十三条：自受理之日起 3 日内作出决定；行政许可的期限按工作日计算。',
  promiseLimit: days(3),
  promiseLimitNote: '从受理次日起算。示例世界把各区的这项审批集中到市级办理。',
  result: {
    type: 'approval',
    name: '营业性演出准予许可决定书',
    validMonths: null,
    faceFields: [
      { label: '举办单位', value: '{holder.name}', sampleValue: '福州某某文化传媒有限公司（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '演出名称', value: '{form.showName}', sampleValue: '示例之夜音乐会' },
      { label: '场所', value: '{form.venue}', sampleValue: '福州某某剧场（示例）' },
      { label: '首场日期', value: '{form.firstShowOn}', sampleValue: '2026-05-01' },
      { label: '场次', value: '{form.shows}', sampleValue: '2' },
    ],
  },
  faq: [
    { q: '有外国演员能办这一件吗？', a: '不能。涉外和港澳台演员的演出另有审批，这里只办国内演出。' },
    {
      q: '批准后要换演员、改时间怎么办？',
      a: '演员、节目、时间、地点、场次变了，都要重新报批。尽早提交，赶在演出之前办完。',
    },
  ],
})
