export type { DeskApiDeps, OpenedFile } from './deps.ts'
export { registerDeskApi } from './routes.ts'
