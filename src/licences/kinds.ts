/**
 * Kinds of licence that materials name, by the name (证照名称) under which the licence-sharing platform holds them; names are those
 * that the issuing registers print. A kind that is not listed is itself such a name, e.g. 「食品经营许可证」.
 */
export const LICENCE_NAMES = {
  'resident-id': '居民身份证',
  'business-licence': '营业执照',
  'foreign-office-certificate': '外国企业常驻代表机构登记证',
  'institution-certificate': '事业单位法人证书',
  'private-body-certificate': '民办非企业单位登记证书',
  'social-body-certificate': '社会团体法人登记证书',
} as const

/** The name of a kind of licence that a material names. */
export const licenceName = (kind: string): string =>
  kind in LICENCE_NAMES ? LICENCE_NAMES[kind as keyof typeof LICENCE_NAMES] : kind
