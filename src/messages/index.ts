export {
  type Message,
  type MessagesDeps,
  markRead,
  messagesOf,
  workOnMessages,
  write,
  writeQuietly,
} from './message.ts'
