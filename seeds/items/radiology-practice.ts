import { bodyGroup, choice, contactFields, number, personName, text } from '../fields.ts'
import {
  accept,
  days,
  decide,
  examine,
  expertReview,
  SPECIMEN,
  sampleItem,
  siteVisit,
  upload,
} from '../item.ts'

const RULES = '放射诊疗管理规定'

export const radiologyPractice = sampleItem({
  slug: 'radiology-practice',
  serial: 10,
  organ: 'fz-wjw',
  type: '01',
  name: '放射诊疗许可（新办）',
  nameEn: 'Licence for radiological diagnosis and treatment (new)',
  summary: '医疗机构用 X 射线机、CT、放射治疗设备给病人看病，开展前办的许可。',
  summaryEn: 'For medical institutions that use X-ray, CT or radiotherapy equipment on patients.',
  everydayNames: ['放射证', '拍片机许可', 'CT 许可', '牙科 X 光机许可'],
  topics: ['卫生健康'],
  serviceObjects: ['2', '3', '6'],
  legalBasis: [
    {
      name: '放射性同位素与射线装置安全和防护条例',
      number: '国务院令第 449 号',
      clause: '第八条',
      content: '用放射性同位素和射线装置进行放射诊疗的医疗卫生机构，还要取得放射诊疗的许可。',
    },
    {
      name: RULES,
      number: '卫生部令第 46 号',
      clause: '第四条',
      content: '医疗机构开展放射诊疗，应当先取得放射诊疗许可，并在许可范围内开展。',
    },
  ],
  conditions: [
    '已经取得医疗机构执业许可或完成诊所备案',
    '有符合标准的放射诊疗场所，并有防护设施和警示标志',
    '有执业医师和经过放射防护培训的工作人员',
    '设备经检测合格，工作人员佩戴个人剂量计',
  ],
  materials: [
    upload(
      'm1',
      '医疗机构执业许可证或诊所备案凭证',
      '在有效期内，诊疗科目含医学影像科或口腔科',
      `${RULES}：申请应当提交的资料`,
      { source: '20', sourceOrgan: '卫生健康部门' },
    ),
    upload('m2', '放射诊疗设备清单', '写明设备名称、型号、编号、所在房间', `${RULES}：申请应当提交的资料`, {
      accept: ['pdf', 'xlsx', 'docx'],
    }),
    upload(
      'm3',
      '设备性能和场所防护检测报告',
      '由有资质的机构出具，一年以内，结论合格',
      `${RULES}：申请应当提交的资料`,
      { source: '30', sourceOrgan: '放射卫生技术服务机构' },
    ),
    upload(
      'm4',
      '放射工作人员名单和培训证明',
      '每人写明岗位、培训证明编号、个人剂量计编号',
      `${RULES}：申请应当提交的资料`,
      { accept: ['pdf', 'xlsx', 'docx'] },
    ),
    upload(
      'm5',
      '放射防护设施竣工验收文件',
      '新建、改建机房的才要，写明验收结论',
      `${RULES}：建设项目竣工应当经验收`,
      { need: 'optional' },
    ),
  ],
  groups: [
    bodyGroup('来自登记信息，不用再填。'),
    {
      key: 'radiology',
      title: '放射诊疗',
      fields: [
        choice('category', '申请类别', ['X 射线影像诊断', '介入放射学', '放射治疗', '核医学']),
        text('isotopes', '使用的放射性核素', {
          when: { field: 'category', equals: '核医学' },
          hint: '写核素名称和日最大用量',
          maxLength: 100,
        }),
        text('room', '机房位置', { hint: '写到楼号、楼层和房间号', maxLength: 60 }),
        number('machines', '设备台数', { unit: '台', min: 1, max: 200 }),
        number('workers', '放射工作人员人数', { unit: '人', min: 1, max: 500 }),
        personName('protectionOfficer', '放射防护负责人'),
        ...contactFields,
      ],
    },
  ],
  steps: [
    accept(1, '执业许可有效，检测报告在一年以内'),
    siteVisit(3, '机房位置、防护门窗、警示标志和图纸一致，人员佩戴剂量计'),
    expertReview(4, '防护屏蔽和质量保证方案符合国家标准'),
    examine(2, '核查和评审意见都有结论，人员培训在有效期内'),
    decide(1, '符合条件的准予许可；不符合的写明理由'),
  ],
  legalLimit: days(20),
  legalLimitNote: '放射诊疗管理规定：自受理之日起 20 日内审查；行政许可的期限按工作日计算。',
  promiseLimit: days(12),
  promiseLimitNote: '从受理次日起算，现场核查和评审的时间包含在内。',
  result: {
    type: 'licence',
    name: '放射诊疗许可证',
    validMonths: null,
    faceFields: [
      { label: '医疗机构名称', value: '{holder.name}', sampleValue: '福州某某口腔诊所（示例）' },
      { label: '统一社会信用代码', value: '{holder.code}', sampleValue: SPECIMEN.company },
      { label: '负责人', value: '{form.legalPerson}', sampleValue: '示例人' },
      { label: '许可项目', value: '{form.category}', sampleValue: 'X 射线影像诊断' },
      { label: '机房位置', value: '{form.room}', sampleValue: '示例楼 1 层 101 室' },
    ],
  },
  faq: [
    { q: '只有一台牙片机也要办吗？', a: '要。只要对病人使用射线装置就要办，牙片机属于 X 射线影像诊断。' },
    { q: '环保部门的辐射安全许可证还要办吗？', a: '要。那是设备本身的许可，先办辐射安全许可，再办这一件。' },
  ],
})
