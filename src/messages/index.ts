export { type Message, type MessagesDeps, markRead, messagesOf, workOnMessages, write } from './message.ts'
