/** 政务清单管理系统: service items (事项), their guides, versions, publishing and search. The only door. */

export { createItem } from './acts/create-item.ts'
export { saveDraft } from './acts/save-draft.ts'
export type { CatalogueDeps } from './acts/scene.ts'
export { registerItemFileApi } from './api/file-routes.ts'
export { registerFormApi } from './api/form-routes.ts'
export { registerOpenApi } from './api/open-routes.ts'
export { type CatalogueApiDeps, registerCatalogueApi } from './api/routes.ts'
export { registerTransferApi } from './api/transfer-routes.ts'
export { areaTree, loadSampleAreas, replaceAreas } from './areas/store.ts'
export { type Area, type AreaTree, deepest, NO_AREAS, treeOf } from './areas/tree.ts'
export type { DirectoryBasics } from './directory/basics.ts'
export type { BasicElements } from './directory/entry.ts'
export { sweepDirectory } from './directory/in-force.ts'
export { type Centre, type DirectorySource, listCentres, loadDirectory } from './directory/load.ts'
export { type Figure, type Placed, type PlacedItem, placedItems } from './directory/placement.ts'
export {
  basicCodesOf,
  type DirectoryRows,
  directoryRows,
  type PublicBody,
  type PublicDirectory,
  type PublicEntry,
  type PublicException,
  publicDirectory,
  publicOf,
  withEntry,
} from './directory/public.ts'
export { SECTION_NAMES, SECTIONS, type Section } from './draft.ts'
export { publishedFile } from './files/published.ts'
export { sweepItemFiles } from './files/sweep.ts'
export { type Asked, askedFields, askedOf, rowsOf } from './form/asked.ts'
export type { Fault, FormContext } from './form/check-one.ts'
export { withComputed } from './form/compute.ts'
export { PERSON_ID_NAMES } from './form/person-id.ts'
export { formValidator } from './form/schema-validator.ts'
export { type ReadableGroup, type Reading, readable, valueText } from './form/text.ts'
export { uploadKey, uploadsOf, withUploads } from './form/uploads.ts'
export { type FieldError, rightAnswers, validate } from './form/validate.ts'
export { type GateContext, GUIDE_ALONE } from './gate/context.ts'
export type { Finding } from './gate/finding.ts'
export { publishFindings } from './gate/gate.ts'
export { IMPORTS_KEPT_DAYS, sweepImports, workOnImports } from './import/acts.ts'
export { type ImportReport, importGuides, type RecordReport, runImport } from './import/import-guides.ts'
export { reportText } from './import/report.ts'
export { diskFile, type SourceFile } from './import/source-file.ts'
export type { ImportSummary } from './import/summary.ts'
export * from './item.ts'
export { sweepChanges } from './life/acts/enforce.ts'
export { type SignChange, signChange } from './life/acts/sign.ts'
export { submitChange } from './life/acts/submit.ts'
export { type ChangeKind, KIND_NAMES } from './life/change.ts'
export type { BookingsImpact, DraftsImpact, ImpactPort } from './life/impact.ts'
export {
  type ClosedGuide,
  closedGuide,
  type GuideOrigin,
  guideOrigin,
  type Successor,
} from './life/views/closed-guide.ts'
export { type DecidedChange, decidedChange } from './life/views/decided.ts'
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
export { renewSearch, writeSearchEntry } from './search/entry.ts'
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
export { type ItemHit, type ItemHits, type ItemQuery, search, suggest, takeCensus } from './search/query.ts'
export { addSynonyms, type Synonym } from './search/synonyms.ts'
export { noteUnanswered, sweepUnanswered } from './search/unanswered.ts'
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
export { deskItem, todoOf } from './views/desk.ts'
export { itemForGuide, itemVersion, type PrintedVersion, printedVersion } from './views/guide.ts'
export { type CentredItem, itemsInCentres } from './views/organ-centres.ts'
