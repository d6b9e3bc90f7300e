import { ask, example, fails, follows, type SituationSeed } from './tables.ts'

const STEPS = ['accept', 'examine', 'decide']
const ALL = ['m1', 'm2', 'm3', 'm4']

export const foreignOfficeChangeSituations: SituationSeed = {
  questions: [
    ask(
      'valid',
      ['登记证还在有效期内吗？', 'Is the registration certificate still valid?'],
      [
        ['yes', '在有效期内', 'Yes'],
        ['no', '过期了', 'No, it has expired'],
      ],
    ),
    ask(
      'what',
      ['要改哪一项？', 'What is to be changed?'],
      [
        ['chief', '首席代表', 'The chief representative'],
        ['premises', '驻在场所', 'The premises'],
        ['scope', '业务范围', 'The scope of business'],
        ['term', '驻在期限', 'The period of residence'],
      ],
      { when: { valid: ['yes'] } },
    ),
    ask(
      'barred',
      [
        '新首席代表有没有被限制担任的情形？',
        'Is there anything that bars the new chief representative from the post?',
      ],
      [
        ['no', '没有', 'No'],
        ['yes', '有', 'Yes'],
      ],
      {
        when: { what: ['chief'] },
        hint: '条例第十二条：因损害国家安全或者社会公共利益被判处刑罚；或者在被撤销登记、吊销登记证的代表机构任过首席代表、代表，未满五年。',
        hintEn:
          'Art. 12: a sentence for harming national security or the public interest; or having served in an office whose registration was revoked within the last five years.',
      },
    ),
    ask(
      'office',
      ['新场所能用来办公吗？', 'May the new premises be used as an office?'],
      [
        ['yes', '能', 'Yes'],
        ['no', '不能，或者还没有定', 'No, or not decided yet'],
      ],
      { when: { what: ['premises'] } },
    ),
    ask(
      'foreign',
      ['交的文件里有外文的吗？', 'Is any of the documents in a foreign language?'],
      [
        ['yes', '有', 'Yes'],
        ['no', '都是中文', 'No, all are in Chinese'],
      ],
      { when: { what: ['chief', 'premises', 'scope', 'term'] } },
    ),
  ],
  barriers: [
    fails(
      { valid: ['no'] },
      [
        '代表机构在福州市登记，登记证在有效期内',
        'The office is registered in Fuzhou and its certificate is valid',
      ],
      ['登记证过期，登记机关不能办变更。', 'An expired certificate cannot be changed.'],
      [
        '打咨询电话，问是补办延期还是办注销；驻在期限要延长的，应当在届满前 60 日内申请。',
        'Call the department about renewal or deregistration; an extension is to be applied for within the 60 days before expiry.',
      ],
    ),
    fails(
      { barred: ['yes'] },
      ['新首席代表没有被限制担任的情形', 'Nothing bars the new chief representative'],
      ['外国企业常驻代表机构登记管理条例第十二条限制其担任首席代表。', 'Art. 12 bars them from the post.'],
      ['请外国企业另派一位没有这些情形的首席代表。', 'The foreign enterprise appoints somebody else.'],
    ),
    fails(
      { office: ['no'] },
      ['改场所的，新场所可以用于办公', 'The new premises may serve as an office'],
      ['登记的驻在场所要能实际办公。', 'The registered premises must be a working office.'],
      ['租好能办公的场所，签了租赁合同再来申请。', 'Rent an office and sign the lease, then apply.'],
    ),
  ],
  effects: [
    follows({ what: ['chief'] }, { needs: ['m3'] }, [
      '换首席代表，交任命文件和新首席代表的护照。',
      'For a new chief representative: the letter of appointment and their passport.',
    ]),
    follows({ what: ['premises'] }, { needs: ['m3'] }, [
      '改驻在场所，交新场所的租赁合同。',
      'For new premises: the lease.',
    ]),
    follows({ what: ['scope', 'term'] }, { needs: ['m3'] }, [
      '交外国企业同意变更的文件。',
      'The document by which the foreign enterprise agrees to the change.',
    ]),
    follows({ foreign: ['yes'] }, { needs: ['m4'] }, [
      '外文文件都要附中文译本。',
      'Every document in a foreign language comes with a Chinese translation.',
    ]),
    follows({ foreign: ['no'] }, { leavesOut: ['m4'] }, [
      '没有外文文件，不用译本。',
      'Nothing is in a foreign language.',
    ]),
  ],
  examples: [
    example(
      '换首席代表，有外文任命书',
      { valid: 'yes', what: 'chief', barred: 'no', foreign: 'yes' },
      { eligible: true, materials: ALL, steps: STEPS },
    ),
    example(
      '搬办公室，文件都是中文',
      { valid: 'yes', what: 'premises', office: 'yes', foreign: 'no' },
      { eligible: true, materials: ['m1', 'm2', 'm3'], steps: STEPS },
    ),
    example('登记证过期', { valid: 'no' }, { eligible: false, materials: ALL, steps: STEPS }),
  ],
}
