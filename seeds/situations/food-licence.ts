import { ask, example, fails, follows, type SituationSeed } from './tables.ts'

const STEPS = ['accept', 'visit', 'examine', 'decide']
const KITCHEN = ['m1', 'm2', 'm3', 'm4', 'm5']

/** `filing`: the code of 仅销售预包装食品备案, where those are sent who sell nothing else. */
export const foodLicenceSituations = (filing: string): SituationSeed => ({
  questions: [
    ask(
      'trade',
      ['您准备卖什么？', 'What are you going to sell?'],
      [
        [
          'cooked',
          '现场做给顾客吃：饭店、小吃店、奶茶店',
          'Food made on the spot: restaurant, snack bar, tea shop',
        ],
        ['retail', '卖散装、冷藏冷冻或现切的食品，不现场做', 'Loose, chilled or sliced food, nothing cooked'],
        ['packed', '只卖包装好的食品，不拆开', 'Only prepacked food, never opened'],
        ['canteen', '给本单位的人做饭：食堂', 'Meals for our own people: a canteen'],
      ],
    ),
    ask(
      'licence',
      ['营业执照办好了吗？', 'Do you have the business licence?'],
      [
        ['yes', '办好了', 'Yes'],
        ['no', '还没有', 'Not yet'],
      ],
      { when: { trade: ['cooked', 'retail', 'canteen'] } },
    ),
    ask(
      'banned',
      [
        '申请人或负责人，五年内有没有因为食品安全被吊销过许可证？',
        'In the last five years, was a food licence of the applicant or person in charge revoked?',
      ],
      [
        ['no', '没有', 'No'],
        ['yes', '有', 'Yes'],
      ],
      { when: { trade: ['cooked', 'retail', 'canteen'] } },
    ),
    ask(
      'fitted',
      [
        '清洗、消毒、冷藏的设备装好了吗？',
        'Is the equipment for washing, disinfecting and cooling in place?',
      ],
      [
        ['yes', '装好了，布局定了', 'Yes, and the layout is final'],
        ['no', '还在装修', 'Still fitting out'],
      ],
      { when: { trade: ['cooked', 'retail', 'canteen'] } },
    ),
    ask(
      'touch',
      ['店里有没有人接触直接入口的食品？', 'Does anybody touch food that is eaten as it is?'],
      [
        ['yes', '有', 'Yes'],
        ['no', '没有', 'No'],
      ],
      {
        when: { trade: ['retail'] },
        hint: '例如切卤味、称散装糕点；只搬整箱、卖生鲜肉菜的不算。',
        hintEn: 'Such as slicing cooked meat or weighing loose cakes; not moving boxes or selling raw food.',
      },
    ),
  ],
  barriers: [
    fails(
      { licence: ['no'] },
      ['已经领取营业执照，经营范围里有食品销售或餐饮服务', 'A business licence that covers food'],
      [
        '许可证发给营业执照上的主体，没有执照不能申请。',
        'The licence is issued to the holder of a business licence.',
      ],
      [
        '先办「个体工商户设立登记」或者企业设立登记，经营范围写上食品销售或餐饮服务，拿到执照就能回来申请。',
        'Register as a sole trader or a company first, with food in the scope of business, then come back.',
      ],
    ),
    fails(
      { banned: ['yes'] },
      ['申请人和负责人没有处在被吊销许可后的五年禁止期内', 'Nobody in charge is under the five-year ban'],
      [
        '食品安全法第一百三十五条：许可证被吊销的，经营者和负责人自处罚决定作出之日起五年内不得申请。',
        'Food Safety Law, Art. 135: no application within five years of the decision that revoked a licence.',
      ],
      [
        '从处罚决定那天起满五年后可以申请；负责人有这种情况的，换一位没有的。',
        'Apply once five years have passed since the decision, or appoint somebody who is not concerned.',
      ],
    ),
    fails(
      { fitted: ['no'] },
      [
        '有和经营项目相适应的清洗、消毒、冷藏、防蝇防鼠设备',
        'Equipment for washing, disinfecting, cooling and against pests',
      ],
      [
        '工作人员要到现场看实际的布局和设备，没装好看不了。',
        'Officers look at the real layout and equipment.',
      ],
      [
        '现在可以先填好存草稿，装好以后再提交。',
        'You can fill in the form now, keep the draft, and submit when all is in place.',
      ],
    ),
  ],
  effects: [
    follows({ trade: ['packed'] }, { variant: filing }, [
      '只卖包装好的食品不用办许可，备案就可以（食品安全法第三十五条）。',
      'Selling only prepacked food needs a filing, not a licence (Food Safety Law, Art. 35).',
    ]),
    follows({ trade: ['cooked', 'canteen'] }, { needs: ['m5'] }, [
      '做饭、上菜的人都接触直接入口的食品，每人一份。',
      'Whoever cooks or serves touches food that is eaten as it is: one for each of them.',
    ]),
    follows({ touch: ['yes'] }, { needs: ['m5'] }, [
      '接触直接入口食品的人，每人一份。',
      'One for each person who touches food that is eaten as it is.',
    ]),
    follows({ touch: ['no'] }, { leavesOut: ['m5'] }, [
      '食品安全法第四十五条只要求接触直接入口食品的人员取得健康证明，您店里没有。',
      'Food Safety Law, Art. 45 asks it only of people who touch food that is eaten as it is.',
    ]),
  ],
  examples: [
    example(
      '开小吃店，都准备好了',
      { trade: 'cooked', licence: 'yes', banned: 'no', fitted: 'yes' },
      { eligible: true, materials: KITCHEN, steps: STEPS },
    ),
    example(
      '只卖生鲜的店',
      { trade: 'retail', licence: 'yes', banned: 'no', fitted: 'yes', touch: 'no' },
      { eligible: true, materials: ['m1', 'm2', 'm3', 'm4'], steps: STEPS },
    ),
    example(
      '小卖部',
      { trade: 'packed' },
      { eligible: true, materials: KITCHEN, steps: STEPS, variant: filing },
    ),
    example(
      '没有执照，还在装修',
      { trade: 'canteen', licence: 'no', banned: 'no', fitted: 'no' },
      { eligible: false, materials: KITCHEN, steps: STEPS },
    ),
  ],
})
