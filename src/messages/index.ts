export {
  type Message,
  type MessagesDeps,
  markRead,
  messagesOf,
  unsentSms,
  workOnMessages,
  write,
  writeQuietly,
  writeToPhone,
} from './message.ts'
