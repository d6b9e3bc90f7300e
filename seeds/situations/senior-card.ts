import { ask, example, fails, follows, type SituationSeed } from './tables.ts'

const STEPS = ['accept', 'examine', 'decide']

/** `replacement`: the code of 老年人优待证补换, for those who had a card of this district. */
export const seniorCardSituations = (replacement: string): SituationSeed => ({
  questions: [
    ask(
      'age',
      ['老人满 60 周岁了吗？', 'Is the person 60 or older?'],
      [
        ['yes', '满了', 'Yes'],
        ['no', '还没满', 'Not yet'],
      ],
    ),
    ask(
      'home',
      ['户口和住处在哪里？', 'Where is the person registered, and where do they live?'],
      [
        ['registered', '户口在仓山区', 'Registered in Cangshan'],
        ['lives', '户口在外地，长住仓山区', 'Registered elsewhere, living in Cangshan'],
        ['neither', '户口和住处都不在仓山区', 'Neither registered nor living in Cangshan'],
      ],
      { when: { age: ['yes'] } },
    ),
    ask(
      'before',
      ['领过优待证吗？', 'Has the person had a senior card before?'],
      [
        ['never', '没有领过', 'No'],
        ['here', '领过仓山区的，丢了或坏了', 'Yes, from Cangshan; it is lost or worn'],
        ['elsewhere', '在别的区县领过，还在用', 'Yes, from another district, still in use'],
      ],
      { when: { home: ['registered', 'lives'] } },
    ),
  ],
  barriers: [
    fails(
      { age: ['no'] },
      ['年满 60 周岁', '60 or older'],
      ['老年人权益保障法第二条：老年人是六十周岁以上的公民。', 'By law a senior is a citizen of 60 or more.'],
      ['生日当天起就能办。', 'Apply from the 60th birthday.'],
    ),
    fails(
      { home: ['neither'] },
      ['户籍或经常居住地在仓山区', 'Registered or living in Cangshan'],
      ['每个区给本区的老人办证。', 'Each district serves its own seniors.'],
      ['到户口所在或者长住的区县办，条件一样。', 'Apply where the person is registered or lives.'],
    ),
    fails(
      { before: ['elsewhere'] },
      ['没有在其他区县领过优待证', 'No card of another district'],
      ['一位老人只能有一张有效的优待证。', 'One person has one valid card.'],
      ['先请发证的区县注销旧证，注销后就能在这里办。', 'Have the other district cancel the old card first.'],
    ),
  ],
  effects: [
    follows({ before: ['here'] }, { variant: replacement }, [
      '领过本区的证，办补换就可以，不用重新申领。',
      'Who had a card of this district has it replaced.',
    ]),
    follows({ home: ['registered'] }, { leavesOut: ['m3'] }, [
      '户口在仓山区，人口库里查得到。',
      'The population register shows that you are registered here.',
    ]),
    follows({ home: ['lives'] }, { needs: ['m3'] }, [
      '户口不在仓山区，要证明长住在这里：居住证或者社区出具的证明选一种。',
      'Registered elsewhere: a residence permit or a statement of the community.',
    ]),
  ],
  examples: [
    example(
      '本区户口，第一次办',
      { age: 'yes', home: 'registered', before: 'never' },
      { eligible: true, materials: ['m1', 'm2'], steps: STEPS },
    ),
    example(
      '外地户口，跟孩子住',
      { age: 'yes', home: 'lives', before: 'never' },
      { eligible: true, materials: ['m1', 'm2', 'm3'], steps: STEPS },
    ),
    example(
      '证丢了',
      { age: 'yes', home: 'registered', before: 'here' },
      { eligible: true, materials: ['m1', 'm2'], steps: STEPS, variant: replacement },
    ),
    example(
      '别的区领过证',
      { age: 'yes', home: 'registered', before: 'elsewhere' },
      { eligible: false, materials: ['m1', 'm2'], steps: STEPS },
    ),
  ],
})

export const seniorCardReplacementSituations: SituationSeed = {
  questions: [
    ask(
      'card',
      ['旧证怎么了？', 'What happened to the old card?'],
      [
        ['lost', '丢了', 'It is lost'],
        ['worn', '坏了', 'It is worn'],
        ['changed', '证上的内容变了', 'What it says has changed'],
        ['fine', '还能用', 'It is still good'],
      ],
    ),
    ask(
      'photo',
      ['要换照片吗？', 'Do you want a new photo on it?'],
      [
        ['no', '用原来的', 'No, keep the old one'],
        ['yes', '换一张', 'Yes'],
      ],
      { when: { card: ['lost', 'worn', 'changed'] } },
    ),
  ],
  barriers: [
    fails(
      { card: ['fine'] },
      ['旧证丢了、坏了，或者证上的内容变了', 'The card is lost, worn or out of date'],
      ['还能用的证不用换，长期有效。', 'A good card needs no replacement; it does not expire.'],
      ['丢了、坏了或者内容变了再来办。', 'Come back when it is lost, worn or out of date.'],
    ),
  ],
  effects: [
    follows({ card: ['lost'] }, { leavesOut: ['m3'] }, [
      '旧证丢了，按发证记录核对。',
      'The old card is lost: we go by our record.',
    ]),
    follows({ card: ['worn'] }, { needs: ['m3'], leavesOutSteps: ['examine'] }, [
      '旧证还在，受理时核对就可以，不用另外审查。',
      'With the old card at hand it is checked on acceptance.',
    ]),
    follows({ card: ['changed'] }, { needs: ['m3'] }, [
      '内容变了，交旧证，我们和人口库核对新的内容。',
      'We check the new facts against the population register.',
    ]),
    follows({ photo: ['yes'] }, { needs: ['m2'] }, ['证面要印新照片。', 'It is printed on the card.']),
    follows({ photo: ['no'] }, { leavesOut: ['m2'] }, [
      '用发证时的照片。',
      'We use the photo of the old card.',
    ]),
  ],
  examples: [
    example(
      '证坏了，照片不换',
      { card: 'worn', photo: 'no' },
      { eligible: true, materials: ['m1', 'm3'], steps: ['accept', 'decide'] },
    ),
    example(
      '证丢了，换照片',
      { card: 'lost', photo: 'yes' },
      { eligible: true, materials: ['m1', 'm2'], steps: STEPS },
    ),
    example('证还好', { card: 'fine' }, { eligible: false, materials: ['m1', 'm2', 'm3'], steps: STEPS }),
  ],
}
