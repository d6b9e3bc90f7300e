/** Something that the publish gate says about a guide. What blocks must be put right; a warning may stand. */
export interface Finding {
  /** Stable, e.g. `art7.legalBasis`: counts and tests rely on it. */
  id: string
  severity: 'blocks' | 'warns'
  /** Clause of the regulation behind it, e.g. `7.1`, where there is one. */
  article?: string
  /** On what ground, in words: 「第七条」, 「行政许可法第三十条」; from the table of rules. */
  citation?: string
  /** The element of Art. 7 that it is about. */
  element?: string
  /** Tells the clerk what to do. */
  sentence: string
  /** Where in the content, so that the desk can lead there: `steps`, `form.groups.0.fields.2`. */
  path: string
}

export const blocks = (id: string, path: string, sentence: string, article?: string): Finding => ({
  id,
  severity: 'blocks',
  ...(article ? { article } : {}),
  sentence,
  path,
})

export const warns = (id: string, path: string, sentence: string, article?: string): Finding => ({
  ...blocks(id, path, sentence, article),
  severity: 'warns',
})

export const blocking = (findings: Finding[]): Finding[] => findings.filter((f) => f.severity === 'blocks')
