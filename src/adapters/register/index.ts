export type {
  ComparisonRequest,
  FieldComparison,
  Registered,
  RegisteredBody,
  RegisteredPerson,
  RegisterPort,
} from './port.ts'
export { sandboxRegister } from './sandbox.ts'
