import { creditCode } from '../sandbox/register/numbers.ts'

/** The body that defines licence types in the sample world; the same invented code as the sandbox's licence platform uses. */
const DEFINER = creditCode('11', 900)

/** 证照类型代码: 18 characters of the defining body and a sequence of three. */
export function licenceTypeCode(sequence: number): string {
  return `${DEFINER}${String(sequence).padStart(3, '0')}`
}

/**
 * Licences that people of the sample world hold from elsewhere, by the kind that a material names. Type codes agree with what the
 * sandbox's licence platform hands out.
 */
export const heldLicenceKinds = {
  'resident-id': { name: '居民身份证', typeCode: licenceTypeCode(1) },
  'business-licence': { name: '营业执照', typeCode: licenceTypeCode(2) },
  'foreign-office-certificate': { name: '外国企业常驻代表机构登记证', typeCode: licenceTypeCode(3) },
  'institution-certificate': { name: '事业单位法人证书', typeCode: licenceTypeCode(4) },
  'private-body-certificate': { name: '民办非企业单位登记证书', typeCode: licenceTypeCode(5) },
  'social-body-certificate': { name: '社会团体法人登记证书', typeCode: licenceTypeCode(6) },
} as const

export type HeldLicenceKind = keyof typeof heldLicenceKinds
