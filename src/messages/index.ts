export {
  type Message,
  type MessagesDeps,
  markRead,
  messagesOf,
  unsentSms,
  workOnMessages,
  write,
  writeQuietly,
} from './message.ts'
