import type { Article } from '../article.ts'

export const article: Article = {
  number: 11,
  title: { zh: '网上申报', en: 'Applying online' },
  kind: 'promise',
  clauses: [
    {
      id: '11.1',
      text: {
        zh: '申请人按指南提交电子材料（含电子证照）或者快递纸质材料，保证清晰，并对真实有效负责；材料经共享平台验证、比对、补全后进入办理。',
        en: 'Applicants file e-materials (e-licences too) or send paper by courier, legible, and answer for their truth and validity; after verification, comparison and completion against shared data they go on to handling.',
      },
    },
  ],
}
