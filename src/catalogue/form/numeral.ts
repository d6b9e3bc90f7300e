/** Digits as people write them: full-width, with thousands separators, with a point of either width. */
export const bareNumeral = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s,，']/g, '')
    .replace('。', '.')
