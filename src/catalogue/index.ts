/** 政务清单管理系统: service items (事项), their guides, versions, publishing and search. The only door. */
export * from './item.ts'
export { itemForGuide, itemVersion } from './views/guide.ts'
