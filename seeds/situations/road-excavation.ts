import { ask, example, fails, follows, type SituationSeed } from './tables.ts'

/** 挖掘修复费 by kind of surface (示例标准): each digger pays only for what is dug up. */
export const REPAIR_FEES = {
  asphalt: '城市道路挖掘修复费（沥青路面）',
  concrete: '城市道路挖掘修复费（水泥混凝土路面）',
  pavement: '城市道路挖掘修复费（人行道）',
} as const

const STEPS = ['accept', 'drawings', 'visit', 'joint', 'examine', 'pay', 'decide']
const ALL = ['m1', 'm2', 'm3', 'm4', 'm5']
const feesBut = (kept: keyof typeof REPAIR_FEES) =>
  Object.values(REPAIR_FEES).filter((f) => f !== REPAIR_FEES[kept])
const ONLY_THIS = '只按挖开的这种路面收费。'
const ONLY_THIS_EN = 'You pay only for the kind of surface that you dig up.'

export const roadExcavationSituations: SituationSeed = {
  questions: [
    ask(
      'who',
      ['申请的是哪种单位？', 'What kind of body applies?'],
      [
        ['company', '企业', 'A company'],
        ['public', '机关、事业单位或其他组织', 'A public body or another organisation'],
      ],
    ),
    ask(
      'road',
      ['要挖的路是新修的吗？', 'Is the road new?'],
      [
        ['old', '都不是', 'Neither'],
        ['new', '新建交付不满 5 年，或者大修不满 3 年', 'Opened within 5 years, or overhauled within 3'],
        ['approved', '是新修的，市政府已经批准挖掘', 'New, but the city government has approved the digging'],
      ],
      { hint: '不清楚的，打咨询电话报路名就能查。', hintEn: 'If in doubt, call the department.' },
    ),
    ask(
      'surface',
      ['挖开的是哪种路面？', 'Which surface is dug up?'],
      [
        ['asphalt', '沥青路面', 'Asphalt'],
        ['concrete', '水泥混凝土路面', 'Concrete'],
        ['pavement', '人行道', 'Pavement'],
      ],
    ),
  ],
  barriers: [
    fails(
      { road: ['new'] },
      [
        '挖掘路段不在新建 5 年内、大修 3 年内，或者已经市政府批准',
        'The road was not opened within 5 or overhauled within 3 years, or the city has approved',
      ],
      [
        '城市道路管理条例第三十三条：这样的路不得挖掘。',
        'Regulation on City Roads, Art. 33: such roads must not be dug up.',
      ],
      [
        '换一条路线或者改用不开挖的施工方法；确有特殊情况的，先取得市政府批准再来申请。',
        'Choose another route or a trenchless method; in special cases obtain the approval of the city government first.',
      ],
    ),
  ],
  effects: [
    follows({ who: ['public'] }, { leavesOut: ['m1'] }, [
      '机关、事业单位没有营业执照，不用交。',
      'Public bodies have no business licence.',
    ]),
    follows({ who: ['company'] }, { needs: ['m1'] }, ['用来核对建设单位。', 'To check who builds.']),
    follows({ surface: ['asphalt'] }, { leavesOutFees: feesBut('asphalt') }, [ONLY_THIS, ONLY_THIS_EN]),
    follows({ surface: ['concrete'] }, { leavesOutFees: feesBut('concrete') }, [ONLY_THIS, ONLY_THIS_EN]),
    follows({ surface: ['pavement'] }, { leavesOutFees: feesBut('pavement') }, [ONLY_THIS, ONLY_THIS_EN]),
  ],
  examples: [
    example(
      '自来水公司挖老路的人行道',
      { who: 'company', road: 'old', surface: 'pavement' },
      { eligible: true, materials: ALL, steps: STEPS, fees: [REPAIR_FEES.pavement] },
    ),
    example(
      '学校要挖刚修好的沥青路',
      { who: 'public', road: 'new', surface: 'asphalt' },
      { eligible: false, materials: ALL.slice(1), steps: STEPS, fees: [REPAIR_FEES.asphalt] },
    ),
  ],
}
