import { execFileSync, spawnSync } from 'node:child_process'

/** For the `skip` of tests that read papers as people do: false, or why they cannot on this machine. */
export const noReader: string | false =
  spawnSync('pdftotext', ['-v']).error === undefined ? false : 'poppler is not installed'

/** The text of a PDF without line breaks and spaces: where a line breaks is the layout's business. */
export const textOfPdf = (pdf: Buffer): string =>
  execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  }).replace(/\s/g, '')
