import type { Article } from '../article.ts'

export const article: Article = {
  number: 7,
  title: { zh: '办事指南要素', en: 'Elements of a guide' },
  kind: 'rule',
  clauses: [
    {
      id: '7.1',
      rules: ['guideIsComplete', 'promiseWithinLaw', 'telephonesServe'],
      text: {
        zh: '办事指南至少写明十四项：名称，基本和实施两种编码，类型，设定依据，受理条件，材料，流程，法定和承诺两种时限，收费依据，办理形式，结果样本，咨询与投诉的电话；缺一项即不完整。',
        en: 'A guide states at least fourteen elements: name, basic code, implementation code, type, legal basis, conditions, materials, procedure, statutory limit, promised limit, basis of fees, ways of handling, sample of the result, telephones; with one missing it is incomplete.',
      },
    },
  ],
}
