import { ask, example, fails, follows, type SituationSeed } from './tables.ts'

const STEPS = ['accept', 'examine', 'decide']

export const traderRegistrationSituations: SituationSeed = {
  questions: [
    ask(
      'adult',
      ['您满 18 周岁了吗？', 'Are you 18 or older?'],
      [
        ['yes', '满了', 'Yes'],
        ['no', '还没满', 'Not yet'],
      ],
    ),
    ask(
      'place',
      ['在哪里做生意？', 'Where will you trade?'],
      [
        ['own', '自己的店面', 'In premises of my own'],
        ['rent', '租的店面', 'In rented premises'],
        ['home', '住宅', 'In a dwelling'],
        ['online', '只在电商平台上，没有店面', 'Only on an e-commerce platform, without premises'],
        ['none', '还没有定', 'Not decided yet'],
      ],
      { when: { adult: ['yes'] } },
    ),
    ask(
      'family',
      ['家里人一起经营吗？', 'Does your family run it with you?'],
      [
        ['no', '我一个人经营', 'No, I alone'],
        ['yes', '家里人参加经营', 'Yes, the family takes part'],
      ],
      { when: { place: ['own', 'rent', 'home', 'online'] } },
    ),
  ],
  barriers: [
    fails(
      { adult: ['no'] },
      ['年满 18 周岁，有完全民事行为能力', '18 or older, with full capacity'],
      ['经营者要自己对外承担责任。', 'The trader answers for the business in person.'],
      [
        '满 18 周岁那天起可以申请；现在想开，可以由家里的成年人作经营者。',
        'Apply from your 18th birthday; until then an adult of the family may register.',
      ],
    ),
    fails(
      { place: ['none'] },
      ['有一个确定的经营场所，或者是只在网上经营', 'Fixed premises, or trade on the internet alone'],
      ['营业执照上要写经营场所。', 'The premises stand on the licence.'],
      [
        '先把店面租下来，或者在电商平台开好网店，再来申请。',
        'Rent premises or open a shop on a platform, then apply.',
      ],
    ),
  ],
  effects: [
    follows({ place: ['own'] }, { needs: ['m2'], leavesOut: ['m4', 'm5'] }, [
      '自己的店面交房产证明。',
      'For premises of your own: proof of title.',
    ]),
    follows({ place: ['rent'] }, { needs: ['m2'], leavesOut: ['m4', 'm5'] }, [
      '租的店面交租赁合同，要写明地址和期限。',
      'For rented premises: the lease, with address and term.',
    ]),
    follows({ place: ['home'] }, { needs: ['m2', 'm5'], leavesOut: ['m4'] }, [
      '住宅改作经营用，要有利害关系的业主一致同意（民法典第二百七十九条）。',
      'To trade in a dwelling all owners concerned must agree (Civil Code, Art. 279).',
    ]),
    follows({ place: ['online'] }, { needs: ['m4'], leavesOut: ['m2', 'm5'] }, [
      '只在平台上经营的，可以把平台给的网络经营场所登记为经营场所（市场主体登记管理条例第十一条）。',
      'Those who trade on a platform alone may register the place that it gives them (Regulation, Art. 11).',
    ]),
    follows({ family: ['yes'] }, { needs: ['m3'] }, [
      '家庭经营的，参加经营的家庭成员要备案。',
      'Family members who take part are put on record.',
    ]),
    follows({ family: ['no'] }, { leavesOut: ['m3'] }, ['您一个人经营。', 'You trade alone.']),
  ],
  examples: [
    example(
      '租店面，一个人开',
      { adult: 'yes', place: 'rent', family: 'no' },
      { eligible: true, materials: ['m1', 'm2'], steps: STEPS },
    ),
    example(
      '在家里，夫妻一起',
      { adult: 'yes', place: 'home', family: 'yes' },
      { eligible: true, materials: ['m1', 'm2', 'm3', 'm5'], steps: STEPS },
    ),
    example(
      '只开网店',
      { adult: 'yes', place: 'online', family: 'no' },
      { eligible: true, materials: ['m1', 'm4'], steps: STEPS },
    ),
    example(
      '不满 18 周岁',
      { adult: 'no' },
      { eligible: false, materials: ['m1', 'm2', 'm3', 'm4', 'm5'], steps: STEPS },
    ),
  ],
}
