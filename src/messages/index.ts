export { markRead, type Message, type MessagesDeps, messagesOf, workOnMessages, write } from './message.ts'
