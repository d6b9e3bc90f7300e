export { acrOf, type OpenIdOptions, openIdIdentity } from './openid.ts'
export type {
  BeginLogin,
  FinishedLogin,
  IdentityPort,
  LoginChecks,
  LoginFailure,
  ProvenIdentity,
  ProvenLevel,
  ProvenSubjectKind,
} from './port.ts'
