/** 评价: what applicants say of how they were served. */
export { type FeedbackDeps, MOST_WORDS, REASONS, rate } from './rate.ts'
export { type Rating, ratingOf } from './store.ts'
