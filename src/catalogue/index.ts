/** 政务清单管理系统: service items (事项), their guides, versions, publishing and search. The only door. */

export { type CreatedItem, createItem } from './acts/create-item.ts'
export { type SaveDraft, type SavedDraft, saveDraft } from './acts/save-draft.ts'
export type { CatalogueDeps } from './acts/scene.ts'
export { registerItemFileApi } from './api/file-routes.ts'
export { registerFormApi } from './api/form-routes.ts'
export { registerOpenApi } from './api/open-routes.ts'
export { type CatalogueApiDeps, registerCatalogueApi } from './api/routes.ts'
export { registerTransferApi } from './api/transfer-routes.ts'
export { areaTree, loadSampleAreas, replaceAreas } from './areas/store.ts'
export { type Area, type AreaTree, areaNames, deepest, NO_AREAS, treeOf } from './areas/tree.ts'
export { type DirectoryBasics, directoryBasics } from './directory/basics.ts'
export type { BasicElements } from './directory/entry.ts'
export { sweepDirectory } from './directory/in-force.ts'
export { type Centre, type DirectorySource, listCentres, loadDirectory } from './directory/load.ts'
export {
  type Figure,
  figureOf,
  type Placed,
  type PlacedItem,
  placedItems,
  placements,
} from './directory/placement.ts'
export {
  type PublicBody,
  type PublicDirectory,
  type PublicEntry,
  type PublicException,
  publicDirectory,
} from './directory/public.ts'
export { changedSections, newDraftFrom, SECTION_NAMES, SECTIONS, type Section } from './draft.ts'
export { publishedFile } from './files/published.ts'
export { type Asked, askedFields, askedOf, rowsOf } from './form/asked.ts'
export { type Fault, type FormContext, inEnglish } from './form/check-one.ts'
export { withComputed } from './form/compute.ts'
export { PERSON_ID_NAMES } from './form/person-id.ts'
export { formJsonSchema } from './form/schema.ts'
export { formValidator } from './form/schema-validator.ts'
export { type ReadableField, type ReadableGroup, type Reading, readable, valueText } from './form/text.ts'
export { uploadKey, uploadsOf, withUploads } from './form/uploads.ts'
export { type FieldError, rightAnswers, type Validated, validate } from './form/validate.ts'
export { type GateContext, GUIDE_ALONE, gateContextOf, type Staffing } from './gate/context.ts'
export type { Finding } from './gate/finding.ts'
export { publishFindings } from './gate/gate.ts'
export { IMPORTS_KEPT_DAYS, sweepImports, workOnImports } from './import/acts.ts'
export {
  type ImportReport,
  importGuides,
  type RecordOutcome,
  type RecordReport,
  runImport,
} from './import/import-guides.ts'
export { reportText } from './import/report.ts'
export type { ImportSummary } from './import/summary.ts'
export * from './item.ts'
export { sweepChanges } from './life/acts/enforce.ts'
export { type SignChange, signChange } from './life/acts/sign.ts'
export { type SubmitChange, submitChange } from './life/acts/submit.ts'
export { type ChangeKind, KIND_NAMES } from './life/change.ts'
export type { DraftsImpact, ImpactPort } from './life/impact.ts'
export { type PublishedItem, putInForce } from './life/put-in-force.ts'
export { changeUnderWay } from './life/under-way.ts'
export {
  type ClosedGuide,
  closedGuide,
  type GuideOrigin,
  guideOrigin,
  type Successor,
} from './life/views/closed-guide.ts'
export {
  type ComingChange,
  comingChanges,
  type RegisterChoices,
  type RegisterEntry,
  type RegisterFilter,
  registerChoices,
  registerEntries,
  registerEntry,
  registerSize,
} from './register/entries.ts'
export { dropSearchEntry, markSuspended, renewSearch, writeSearchEntry } from './search/entry.ts'
export {
  type Choice,
  type Choices,
  type Faceted,
  type Filter,
  type Reach,
  type Subject,
  subjectsOf,
  type Way,
} from './search/facets.ts'
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
export { type ProcedureTimeline, type TimelineBlock, timelineOf } from './timeline.ts'
export { type ExportFormat, exportItems } from './transfer/export.ts'
export { changesAfter } from './transfer/open-store.ts'
export { type ChangedSection, type PublicDifference, publicDifferences } from './versions/views.ts'
export type { Piece } from './versions/words.ts'
export { type CounterItem, itemsAtCentre } from './views/counter.ts'
export { deskItem, listForOrgan, todoOf } from './views/desk.ts'
export { itemForGuide, itemVersion, type PrintedVersion, printedVersion } from './views/guide.ts'
