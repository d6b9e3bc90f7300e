export { type Actor, SYSTEM } from './actor.ts'
export { FIRST_LINK, linkHash, type NewEvent, type StoredEvent } from './event.ts'
export { createHistory, type EventNote, type History } from './record.ts'
export {
  type BrokenLink,
  chain,
  eventRows,
  insertEvents,
  lastEvent,
  lastLink,
  readStream,
  verifyAll,
} from './store.ts'
