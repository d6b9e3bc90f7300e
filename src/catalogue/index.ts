/** 政务清单管理系统: service items (事项), their guides, versions, publishing and search. The only door. */

export { type PublishedItem, publishItem } from './acts/publish-item.ts'
export { type SaveDraft, type SavedDraft, saveDraft } from './acts/save-draft.ts'
export type { CatalogueDeps } from './acts/scene.ts'
export { type CatalogueApiDeps, registerCatalogueApi } from './api/routes.ts'
export { changedSections, newDraftFrom, SECTION_NAMES, SECTIONS, type Section } from './draft.ts'
export type { Finding } from './finding.ts'
export { type Asked, askedFields, askedOf, rowsOf } from './form-asked.ts'
export { publishFindings } from './gate.ts'
export { type GateContext, GUIDE_ALONE, gateContextOf, type Staffing } from './gate-context.ts'
export {
  type ImportReport,
  importGuides,
  type RecordOutcome,
  type RecordReport,
} from './import/import-guides.ts'
export { type ImportSummary, reportText, summarise } from './import/report.ts'
export * from './item.ts'
export { dropSearchEntry, markSuspended, renewSearch, writeSearchEntry } from './search/entry.ts'
export type { Choice, Choices, Faceted, Filter, Reach, Subject, Way } from './search/facets.ts'
export {
  type ItemHit,
  type ItemHits,
  type ItemQuery,
  search,
  suggest,
  takeCensus,
} from './search/query.ts'
export { addSynonyms, type Synonym } from './search/synonyms.ts'
export { loadSampleItems } from './seed.ts'
export { type ChosenSituation, chosenSituation, itemIn } from './situations/chosen.ts'
export { decideSituation, type Outcome, type Reason } from './situations/decide.ts'
export { pathLength, type SituationAnswers, walk } from './situations/path.ts'
export { deskItem, listForOrgan, todoOf } from './views/desk.ts'
export { itemForGuide, itemVersion } from './views/guide.ts'
