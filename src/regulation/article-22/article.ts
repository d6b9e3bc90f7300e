import type { Article } from '../article.ts'

export const article: Article = {
  number: 22,
  title: { zh: '服务评价', en: 'Evaluation' },
  kind: 'rule',
  clauses: [
    {
      id: '22.1',
      rules: ['ratingIsComplete'],
      text: {
        zh: '评价分非常满意、满意、基本满意、不满意四级，不满意的同时写明原因；行政服务管理机构处理并反馈，结果用于绩效评估。',
        en: 'Four grades, very satisfied to dissatisfied, the last with its reason; the service authority deals with evaluations and answers, and they count in performance.',
      },
    },
  ],
}
