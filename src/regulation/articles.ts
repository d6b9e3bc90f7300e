/** The twenty-eight articles of 榕政办〔2018〕212号. */
import type { Article } from './article.ts'
import { article as article1 } from './article-01/article.ts'
import { article as article2 } from './article-02/article.ts'
import { article as article3 } from './article-03/article.ts'
import { article as article4 } from './article-04/article.ts'
import { article as article5 } from './article-05/article.ts'
import { article as article6 } from './article-06/article.ts'
import { article as article7 } from './article-07/article.ts'
import { article as article8 } from './article-08/article.ts'
import { article as article9 } from './article-09/article.ts'
import { article as article10 } from './article-10/article.ts'
import { article as article11 } from './article-11/article.ts'
import { article as article12 } from './article-12/article.ts'
import { article as article13 } from './article-13/article.ts'
import { article as article14 } from './article-14/article.ts'
import { article as article15 } from './article-15/article.ts'
import { article as article16 } from './article-16/article.ts'
import { article as article17 } from './article-17/article.ts'
import { article as article18 } from './article-18/article.ts'
import { article as article19 } from './article-19/article.ts'
import { article as article20 } from './article-20/article.ts'
import { article as article21 } from './article-21/article.ts'
import { article as article22 } from './article-22/article.ts'
import { article as article23 } from './article-23/article.ts'
import { article as article24 } from './article-24/article.ts'
import { article as article25 } from './article-25/article.ts'
import { article as article26 } from './article-26/article.ts'
import { article as article27 } from './article-27/article.ts'
import { article as article28 } from './article-28/article.ts'

export const articles: readonly Article[] = [
  article1,
  article2,
  article3,
  article4,
  article5,
  article6,
  article7,
  article8,
  article9,
  article10,
  article11,
  article12,
  article13,
  article14,
  article15,
  article16,
  article17,
  article18,
  article19,
  article20,
  article21,
  article22,
  article23,
  article24,
  article25,
  article26,
  article27,
  article28,
]
