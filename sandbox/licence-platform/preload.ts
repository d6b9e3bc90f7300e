import { creditCode } from '../register/numbers.ts'
import { sampleOrgan } from '../register/organs.ts'
import { sampleBodies, samplePeople } from '../register/people.ts'
import { formIdentifier } from './identifier.ts'
import type { LicenceMetadata } from './metadata.ts'
import { samplePdf } from './pdf.ts'

/** The body that defines licence types in the sample world. */
const DEFINER = creditCode('11', 900)

/** Registers public institutions; it handles no items of the platform, so it is no department of the sample world. */
const REGISTRAR = { name: '福州市事业单位登记管理机关', creditCode: creditCode('11', 902) }

const TYPES = {
  身份证: { name: '居民身份证', sequence: '001', issuer: 'fz-gaj' },
  个体工商户: { name: '营业执照', sequence: '002', issuer: 'fz-scjg' },
  有限责任公司: { name: '营业执照', sequence: '002', issuer: 'fz-scjg' },
  农民专业合作社: { name: '营业执照', sequence: '002', issuer: 'fz-scjg' },
  外国企业常驻代表机构: { name: '外国企业常驻代表机构登记证', sequence: '003', issuer: 'fz-scjg' },
  事业单位法人: { name: '事业单位法人证书', sequence: '004', issuer: 'registrar' },
  民办非企业单位: { name: '民办非企业单位登记证书', sequence: '005', issuer: 'fz-mzj' },
  社会团体: { name: '社会团体法人登记证书', sequence: '006', issuer: 'fz-mzj' },
} as const

interface Holder {
  type: keyof typeof TYPES
  name: string
  code: string
  codeType: '111' | '001'
  serial: string
  from: string
  until: string
  extra: Record<string, string>
}

export interface PreloadedLicence {
  metadata: LicenceMetadata
  pdf: () => Promise<Buffer>
}

function licence({ type, name, code, codeType, serial, from, until, extra }: Holder): PreloadedLicence {
  const { name: licenceName, sequence, issuer } = TYPES[type]
  const organ = issuer === 'registrar' ? REGISTRAR : sampleOrgan(issuer)
  const typeCode = `${DEFINER}${sequence}`
  const metadata: LicenceMetadata = {
    ZZMC: licenceName,
    ZZLXDM: typeCode,
    ZZBH: code,
    ZZBS: formIdentifier({ typeCode, issuerCode: organ.creditCode, serial, version: '001' }),
    ZZBFJG: organ.name,
    ZZBFJGDM: organ.creditCode,
    ZZBFRQ: from,
    CZZT: name,
    CZZTDM: code,
    CZZTDMLXDM: codeType,
    ZZYXQQSRQ: from,
    ZZYXQJZRQ: until,
    ...extra,
  }
  const rows: [string, string][] = [
    ['持证主体', name],
    ['证照编号', code],
    ...Object.entries(extra).map(([key, value]): [string, string] => [EXTRA_NAMES[key] ?? key, value]),
    ['颁发机构', organ.name],
    ['颁发日期', from],
    ['有效期至', until || '长期'],
  ]
  return { metadata, pdf: () => samplePdf({ title: licenceName, rows, identifier: metadata.ZZBS }) }
}

const EXTRA_NAMES: Record<string, string> = {
  KZ_XB: '性别',
  KZ_CSRQ: '出生日期',
  KZ_DZ: '住址',
  KZ_FDDBR: '法定代表人（经营者）',
  KZ_ZS: '住所',
  KZ_JYFW: '范围',
}

/** What other organs gave the people of the sample world before the platform began: 身份证, 营业执照 and their like. */
export const preloadedLicences: readonly PreloadedLicence[] = [
  ...samplePeople
    .filter((p) => p.idKind === 'resident-id')
    .map((p, i) =>
      licence({
        type: '身份证',
        name: p.name,
        code: p.idNumber,
        codeType: '111',
        serial: `ID${String(i + 1).padStart(6, '0')}`,
        from: '2019-01-08',
        until: '2039-01-08',
        extra: { KZ_XB: p.sex, KZ_CSRQ: p.birthday, KZ_DZ: p.address },
      }),
    ),
  ...sampleBodies.map((b, i) =>
    licence({
      type: b.registeredAs as keyof typeof TYPES,
      name: b.name,
      code: b.creditCode,
      codeType: '001',
      serial: `BD${String(i + 1).padStart(6, '0')}`,
      from: b.founded,
      until: '',
      extra: { KZ_FDDBR: b.legalPerson, KZ_ZS: b.address, KZ_JYFW: b.scope },
    }),
  ),
]
