/** 政务服务管理平台: the dossier (办件) from receipt to archive. */
export { accept, deemAccepted, refuseAcceptance } from './acts/acceptance.ts'
export type { ActCommand, CaseworkDeps } from './acts/act.ts'
export { type ApplicantActor, resubmit, withdraw } from './acts/applicant.ts'
export { close } from './acts/closing.ts'
export { askCorrection, concludeDifference, type Demand, judgeMaterial } from './acts/examine-materials.ts'
export { giveOpinion } from './acts/opinion.ts'
export { decide, extend, pause, resume } from './acts/procedure.ts'
export { type Application, drawDossierNumber, submit } from './acts/submit.ts'
export { sweepDeemedAcceptance, sweepOverdueCorrections } from './acts/sweeps.ts'
export { registerDeskApi } from './api/index.ts'
export { clocksOf } from './clocks.ts'
export * from './dossier.ts'
export { itemOfDossier } from './dossier-item.ts'
export {
  allMaterials,
  type Correction,
  type DossierMaterial,
  latestAnswers,
  latestMaterials,
  readCorrections,
} from './material-store.ts'
export type { DrawingOpinion, PaymentRecord, StepRecord } from './opinion-store.ts'
export { queryCode, queryCodeFits } from './query-code.ts'
export { drawCorrection } from './reactions/draw-correction.ts'
export { type DossierPaper, papersOf } from './reactions/make-paper.ts'
export { wireReactions } from './reactions/wire.ts'
export { openSteps, stageOf, stagesAhead } from './stage.ts'
export { findByNumber, type HandedIn, lockDossier, readDossier, streamOf } from './store.ts'
export { type ApplicantAct, actsFor, DESK_ACTS, type DeskAct, possible, TRANSITIONS } from './transitions.ts'
export { handledAtCounter } from './views/at-counter.ts'
export { openDossiersOf } from './views/open-dossiers.ts'
export { dossiersOf, type OwnDossier } from './views/own.ts'
