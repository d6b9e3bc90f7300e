import type { Finding } from './finding.ts'

/**
 * Every rule of the publish gate (发布规则) on one page: what it demands, whether it stops a publication, and on what ground.
 * Clauses of the regulation are cited as 第七条; what has no ground but good sense cites nothing.
 */
export interface GateRule {
  /** As findings name it. */
  id: string
  severity: Finding['severity']
  /** 「第七条」, 「行政许可法第三十条」, 「GB/T 39046—2020」; empty: a matter of consistency. */
  citation: string
  /** What must hold, in a sentence. */
  demands: string
}

interface Chapter {
  title: string
  rules: readonly GateRule[]
}

const stops = (id: string, citation: string, demands: string): GateRule => ({
  id,
  severity: 'blocks',
  citation,
  demands,
})
const reminds = (id: string, citation: string, demands: string): GateRule => ({
  ...stops(id, citation, demands),
  severity: 'warns',
})

export const GATE_RULES: readonly Chapter[] = [
  {
    title: '十四项要素',
    rules: [
      stops('art7.name', '第七条', '有事项名称。'),
      stops('art7.basicCode', '第七条', '有基本编码。'),
      stops('art7.implCode', '第七条', '有实施编码。'),
      stops('art7.itemType', '第七条', '有事项类型。'),
      stops('art7.legalBasis', '第七条', '有设定依据，每条写明文件名称和条款。'),
      stops('art7.conditions', '第七条', '有受理条件。'),
      stops('art7.materials', '第七条', '列出申请材料，或者写明不需要材料。'),
      stops('art7.procedure', '第七条', '有办理流程，每个环节有名称和时限。'),
      stops('art7.legalLimit', '第七条', '有法定时限。'),
      stops('art7.promiseLimit', '第七条', '有承诺时限。'),
      stops('art7.fee', '第七条', '写明是否收费，收费的写明依据。'),
      stops('art7.handlingForms', '第七条', '至少一种办理形式。'),
      stops('art7.resultSample', '第七条', '有结果样本；没有结果文书的写明原因。'),
      stops('art7.phones', '第七条', '有咨询电话和投诉电话。'),
    ],
  },
  {
    title: '目录与编码',
    rules: [
      stops('directory.unknown', '第五条第二项', '照目录编制的事项，目录里要有它。'),
      reminds('directory.unlisted', '第五条第二项', '事项先进目录，再绑定。'),
      reminds('directory.unbound', '第五条第二项', '目录里有的事项绑定目录。'),
      stops('directory.cancelled', '第五条第二项', '目录取消了的事项不再发布。'),
      stops('directory.suspended', '第五条第二项', '目录暂停的事项恢复前不发布。'),
      stops('directory.moved-on.directoryName', '第五条第二项', '目录事项名称与目录相同。'),
      stops('directory.moved-on.itemType', '第五条第二项', '事项类型与目录相同。'),
      stops('directory.moved-on.legalBasis', '第五条第二项', '设定依据与目录相同。'),
      reminds('directory.not-in-centre', '第五条第二项', '进驻同级服务中心，或者有批准的例外。'),
      stops('code.itemType.not-applied-for', 'GB/T 39046—2020', '是依申请办理的事项。'),
      stops('code.itemType.unknown-value', 'GB/T 39046—2020', '事项类型用国家代码。'),
      stops('code.basicCode.not-12-digits', '第七条', '基本编码 12 位数字。'),
      stops('code.basicCode.parts-contradict', '第七条', '基本编码第 3、4 位与事项类型相同。'),
      stops('code.implCode.not-31-characters', '第七条', '实施编码 31 位。'),
      stops('code.implCode.bad-check-digit', 'GB 32100—2015', '实施编码前 18 位校验正确。'),
      stops('code.implCode.parts-contradict', '第七条', '实施编码与行使层级、基本编码一致。'),
      stops('code.implCode.other-organ', '第七条', '实施编码前 18 位是本部门的代码。'),
      stops('code.handleItemCode.not-33-characters', '第七条', '业务办理项编码 33 位。'),
      stops('code.handleItemCode.parts-contradict', '第七条', '业务办理项编码前 31 位是实施编码。'),
    ],
  },
  {
    title: '对象与主题',
    rules: [
      stops('subjects', 'GB/T 39046—2020', '选了服务对象。'),
      stops('organ-name', '', '写明实施部门。'),
      stops('area', 'GB/T 2260', '有 6 位区划代码。'),
      reminds('summary', '', '有一句话说明。'),
      reminds('topic-subjects', '', '主题面向它的服务对象。'),
    ],
  },
  {
    title: '一个入口',
    rules: [
      stops('art3.entrance', '第三条第三项', '不让申请人到别的网站、小程序去办，写明的国家、省级系统除外。'),
      reminds('art3.address', '第三条第三项', '正文里的网址核对过，不是另一个入口。'),
      stops('art3.state-system', '第五条第五项', '写明的系统是国家或省级的。'),
    ],
  },
  {
    title: '材料',
    rules: [
      stops('material-key', '', '材料编号不重复。'),
      stops('material-catch-all', '行政许可法第三十条', '不用“其他材料”一类兜底的说法，除非逐份列名。'),
      stops('material-named-list', '行政许可法第三十条', '逐份列名的清单里也不留兜底的说法。'),
      stops('material-basis', '行政许可法第三十一条', '每份材料有要求提供的依据。'),
      stops('art13.demanded', '第十三条第一款', '证照库和共享数据取得到的，不要求申请人交。'),
      stops('art13.no-way-out', '第十三条第二款', '取不到时，申请人有办法自己交。'),
      stops('material-accept', '', '要传电子件的，至少一种文件格式。'),
      stops('material-source', '', '共享数据来源是有的。'),
      reminds('material-licence', '', '免交的证照是证照库有的。'),
      stops('material-file', '', '空白表格、示例样表是本部门传上来的文件，还在。'),
      reminds('material-file-elsewhere', '', '导入时带来的表格编号换成文件。'),
    ],
  },
  {
    title: '环节',
    rules: [
      stops('phase.accept', '第十二条', '有受理环节。'),
      stops('phase.examine', '第十二条', '有审查环节（即办件除外）。'),
      stops('phase.decide', '第十二条', '有决定环节。'),
      stops('phase-decide-once', '第十二条', '决定环节只有一个。'),
      stops('phase-order', '第十二条', '先受理，再审查，后决定。'),
      stops('step-key', '', '环节编号不重复。'),
      stops('step-sum', '第十五条第一款', '受理后各环节时限合计不超过承诺时限，并行的只算最长的一支。'),
      reminds('step-sum-with-acceptance', '第十五条第一款', '连受理在内也不超过承诺时限。'),
      reminds('step-unit', '', '环节和承诺时限用同一种单位。'),
      stops('step-parallel', '', '并行的环节相邻、同在审查阶段、单位相同，至少两个。'),
      stops('step-kind-phase', '第十七条', '踏勘、评审、审图、缴费、会签在审查阶段。'),
      stops('step-payment', '第十八条', '有收费才设缴费环节。'),
      stops('step-material', '', '环节要看的材料是有的。'),
      stops('step-drawings', '第十四条', '图纸审查写明审哪几份图纸。'),
      stops('step-unstaffed', '第五条第四项', '每个环节的岗位有培训合格的人。'),
      stops('joint-kind', '第五条第四项', '只有会签由别的部门办。'),
      stops('joint-organ', '第五条第四项', '会签部门是平台上另外的部门。'),
      stops('counter-steps', '第二十三条', '列出窗口环节。'),
      stops('art23.steps', '第二十三条', '网上环节不多于窗口环节。'),
    ],
  },
  {
    title: '时限与收费',
    rules: [
      stops('promise-over-law', '第七条', '承诺时限不超过法定时限。'),
      reminds('promise-unit', '第七条', '单位不同的承诺和法定时限由人核对。'),
      stops('project-type', 'GB/T 39046—2020', '当场办结的是即办件，即办件当场办结。'),
      stops('special-procedure', '行政许可法第四十五条', '不计入时限的特别程序有名称、天数和依据。'),
      stops('fee-items', '行政许可法第五十九条', '每项收费有项目、标准和依据。'),
      stops('fee-offline', '第十八条', '收费的能网上支付。'),
      stops('fee-pay-online', '', '不收费的不标网上支付。'),
    ],
  },
  {
    title: '办理形式与地点',
    rules: [
      stops('visit-reason', '', '要到现场的写明原因。'),
      stops('visit-reason-idle', '', '不用到现场的不写原因。'),
      stops('visits-none', '', '到现场 0 次的能网上办或快递；只能到窗口的至少 1 次。'),
      reminds('courier-materials', '', '有快递的，有材料可以邮寄。'),
      stops('place', '', '能到窗口办的写明地址。'),
      reminds('hours', '', '写明办公时间。'),
      stops('centre-without-counter', '第五条第二项', '进驻服务中心的能到窗口办。'),
      stops('centre', '', '服务中心是有的。'),
      reminds('booking-hours', '第十条', '可以预约的，窗口有开放时间。'),
    ],
  },
  {
    title: '结果与申请表',
    rules: [
      stops('sample-line', '第七条', '样本照面每行有名称、取值和样字。'),
      stops('licence-type-code', '', '证照类型代码 21 位。'),
      stops('face-field', '', '结果上的内容取自有的申请表字段。'),
      stops('form', '第十一条', '网上能办的有申请表。'),
      stops('field-key', '', '字段编号不重复。'),
      stops('field-label', '', '字段有名称。'),
      stops('field-options', '', '选择题至少两个选项。'),
      stops('field-range', '', '最小不大于最大。'),
      stops('field-row', '', '表格的列、可填多项的组里只放放得下的字段，表格有列。'),
      stops('field-compute', '', '算出来的字段是数或金额，用到的字段是有的。'),
      stops('field-check', '', '校验写明提示语，用到的字段是有的。'),
      stops('field-when', '', '显示条件用到的字段和选项是有的，排在前面。'),
    ],
  },
  {
    title: '情形引导',
    rules: [
      stops('situation.no-question', '', '有表就有问题。'),
      stops('situation.question-key', '', '问题编号不重复。'),
      stops('situation.question-text', '', '问题写明问什么。'),
      stops('situation.options', '', '问题至少两个不同的答案。'),
      stops('situation.when', '', '用到的问题和答案是有的。'),
      stops('situation.barrier', '', '条件表写明哪种回答、为什么、怎样才能符合。'),
      stops('situation.condition', '第七条', '只按公布的受理条件判断。'),
      stops('situation.refers', '', '用到的材料、环节、收费是有的。'),
      stops('situation.fixed-step', '第十二条', '受理和决定不能省去。'),
      stops('situation.contradiction', '', '各行不矛盾。'),
      stops('situation.reason', '', '省去必要内容的写明为什么。'),
      reminds('situation.variant', '', '转到的业务办理项已经公布。'),
      stops('situation.empty-row', '', '没有空行。'),
      stops('situation.too-many', '', '答法不多得没有人能核对。'),
      stops('situation.unreachable', '', '每行、每个问题都有答法走得到。'),
      reminds('situation.unused', '', '每个问题的答案都有用。'),
      reminds('situation.uncovered', '', '每种答法都写明。'),
      reminds('situation.no-example', '', '存有例子。'),
      stops('situation.example', '', '例子都通过。'),
    ],
  },
  {
    title: '联系与救济',
    rules: [
      stops('phone-form', '第七条', '电话带区号，拨得通。'),
      stops('phones-same', '第七条', '咨询和投诉不是同一个号码。'),
      stops('remedy', '第二十七条', '写明复议机关和起诉的法院。'),
      stops('faq-whole', '', '常见问题有问有答。'),
      reminds('faq', '', '行政许可有常见问题。'),
      reminds('source-note', '', '导入时的疑点都核对过。'),
    ],
  },
]

const RULES = new Map(GATE_RULES.flatMap((chapter) => chapter.rules).map((rule) => [rule.id, rule]))

/** The rule behind a finding, if it stands in the table; a test sees to it that every one does. */
export const ruleOf = (id: string): GateRule | null => RULES.get(id) ?? null
